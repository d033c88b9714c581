from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import pytest

from conftest import SignedIn
from logging_world import NOON, fill_plan
from make import id_for
from metricgain.kit.ids import uuid7
from metricgain.store.database import Database

SET = {
    "exerciseId": 1,
    "setNumber": 1,
    "weight": 82.5,
    "weightUnit": "kg",
    "reps": 8,
    "rir": 1.5,
    "performedAt": "2026-03-02T12:05:00Z",
}


async def _start(
    lifter: SignedIn, *, at: datetime = NOON, log_id: UUID | None = None
) -> str:
    path = f"/workout-logs/{log_id or uuid7(at)}"
    answer = await lifter.client.put(path, json={"startedAt": at.isoformat()})
    assert answer.status_code == 200, answer.text
    return path


async def test_a_workout_is_started_filled_corrected_and_deleted(
    lifter: SignedIn,
) -> None:
    client = lifter.client
    log = await _start(lifter)

    saved = await client.put(f"{log}/sets/7", json=SET)
    edited = await client.patch(log, json={"name": "Arms", "notes": "Good."})
    shown = await client.get(log)
    set_gone = await client.delete(f"{log}/sets/7")
    empty = await client.get(log)
    gone = await client.delete(log)
    missing = await client.get(log)

    assert saved.status_code == 200
    assert saved.json()["weight"] == 82.5
    assert saved.json()["doubts"] == []
    assert edited.json()["name"] == "Arms"
    assert [each["id"] for each in shown.json()["sets"]] == [7]
    assert shown.json()["exercises"][0]["id"] == 1
    assert set_gone.status_code == 204
    assert empty.json()["sets"] == []
    assert gone.status_code == 204
    assert missing.status_code == 404


async def test_a_planned_workout_shows_its_targets_beside_its_sets(
    database: Database, lifter: SignedIn
) -> None:
    async with database.as_system() as system:
        await fill_plan(system.run, lifter.user_id)
    log = id_for(lifter.user_id, "log")

    started = await lifter.client.put(
        f"/workout-logs/{log}",
        json={"startedAt": NOON.isoformat(), "workoutInstanceId": str(log)},
    )

    body = started.json()
    assert body["weekNumber"] == 1
    assert body["targets"][0]["targetSets"] == 3
    assert body["exercises"][0]["name"] == "Own Press"


async def test_answers_are_kept_and_shown(lifter: SignedIn) -> None:
    client = lifter.client
    log = await _start(lifter)

    group = await client.put(f"{log}/feedback/chest", json={"soreness": 1})
    muscle = await client.put(
        f"{log}/muscle-feedback/quads", json={"soreness": 2, "pump": 3}
    )
    exercise = await client.put(
        f"{log}/exercises/1/feedback", json={"jointPain": 1, "note": "Left knee."}
    )
    shown = (await client.get(log)).json()

    assert group.json()["soreness"] == 1
    assert muscle.json()["muscleGroup"] == "legs"
    assert exercise.json() == {"exerciseId": 1, "jointPain": 1, "note": "Left knee."}
    assert [each["muscleGroup"] for each in shown["groupFeedback"]] == ["chest", "legs"]
    assert shown["muscleFeedback"][0]["pump"] == 3
    assert shown["exerciseFeedback"][0]["jointPain"] == 1


async def test_an_unchanged_workout_is_not_sent_again(lifter: SignedIn) -> None:
    client = lifter.client
    log = await _start(lifter)
    tag = (await client.get(log)).headers["etag"]

    kept = await client.get(log, headers={"If-None-Match": tag})
    await client.put(f"{log}/sets/7", json=SET)
    changed = await client.get(log, headers={"If-None-Match": tag})

    assert (kept.status_code, kept.content) == (304, b"")
    assert kept.headers["etag"] == tag
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


async def test_the_list_comes_in_pages_from_the_newest_on(lifter: SignedIn) -> None:
    for day in range(5):
        await _start(lifter, at=NOON + timedelta(days=day))
    seen = []
    cursor: dict[str, str] = {}

    while True:
        page = await lifter.client.get("/workout-logs", params={"limit": 2, **cursor})
        seen += [each["localDate"] for each in page.json()["items"]]
        if page.json()["nextCursor"] is None:
            break
        cursor = {"cursor": page.json()["nextCursor"]}

    assert seen == [f"2026-03-0{day}" for day in (6, 5, 4, 3, 2)]


async def test_the_list_can_be_limited_to_days(lifter: SignedIn) -> None:
    for day in range(3):
        await _start(lifter, at=NOON + timedelta(days=day))

    page = await lifter.client.get(
        "/workout-logs", params={"from": "2026-03-03", "to": "2026-03-03"}
    )

    assert [each["localDate"] for each in page.json()["items"]] == ["2026-03-03"]


async def test_the_history_of_an_exercise_shows_its_e1rm_newest_first(
    lifter: SignedIn,
) -> None:
    log = await _start(lifter)
    for number in (1, 2, 3):
        await lifter.client.put(
            f"{log}/sets/{number}",
            json={
                **SET, "weight": 100, "reps": 9 + number, "rir": None,
                "performedAt": f"2026-03-02T12:0{number}:00Z",
            },
        )  # fmt: skip

    first = await lifter.client.get("/exercises/1/history", params={"limit": 2})
    rest = await lifter.client.get(
        "/exercises/1/history", params={"cursor": first.json()["nextCursor"]}
    )
    kept = await lifter.client.get(
        "/exercises/1/history",
        params={"limit": 2},
        headers={"If-None-Match": first.headers["etag"]},
    )

    estimates = [each["e1rmKg"] for each in first.json()["items"]]
    assert estimates == [pytest.approx(140), pytest.approx(136.67, abs=0.01)]
    assert [each["id"] for each in rest.json()["items"]] == [1]
    assert rest.json()["nextCursor"] is None
    assert kept.status_code == 304


async def test_a_doubtful_set_is_confirmed(lifter: SignedIn) -> None:
    log = await _start(lifter)

    flagged = await lifter.client.put(f"{log}/sets/7", json={**SET, "reps": 60})
    confirmed = await lifter.client.post(f"{log}/sets/7/confirm")

    assert flagged.json()["doubts"] == ["many_reps"]
    assert flagged.json()["flag"] == "to_confirm"
    assert (confirmed.status_code, confirmed.json()["flag"]) == (200, "confirmed")


async def test_an_older_change_is_told_what_became_of_it(lifter: SignedIn) -> None:
    log = await _start(lifter)
    await lifter.client.put(f"{log}/sets/7", json=SET)
    past = "2026-03-01T00:00:00Z"

    ignored = await lifter.client.put(
        f"{log}/sets/7", json={**SET, "reps": 3, "madeAt": past}
    )
    stays = await lifter.client.delete(f"{log}/sets/7", params={"madeAt": past})
    log_stays = await lifter.client.delete(log, params={"madeAt": past})

    assert (ignored.status_code, ignored.json()["reps"]) == (200, 8)
    assert (stays.status_code, log_stays.status_code) == (409, 409)


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        pytest.param("PUT", "/sets/7", {**SET, "weight": 1000.01}, 422, id="heavy"),
        pytest.param("PUT", "/sets/7", {**SET, "weight": 2205}, 400, id="heavier"),
        pytest.param("PUT", "/sets/7", {**SET, "weight": 1.005}, 422, id="grams"),
        pytest.param("PUT", "/sets/7", {**SET, "weight": "heavy"}, 400, id="text"),
        pytest.param("PUT", "/sets/7", {**SET, "weight": "nan"}, 400, id="NaN"),
        pytest.param("PUT", "/sets/7", {**SET, "reps": 1001}, 400, id="reps"),
        pytest.param("PUT", "/sets/7", {**SET, "reps": 8.5}, 400, id="half a rep"),
        pytest.param("PUT", "/sets/7", {**SET, "rir": 1.3}, 422, id="RIR 1.3"),
        pytest.param("PUT", "/sets/7", {**SET, "color": 1}, 400, id="unknown field"),
        pytest.param("PUT", "/sets/7", {**SET, "exerciseId": 2**62}, 404, id="none"),
        pytest.param("PUT", "/sets/0", SET, 422, id="set id 0"),
        pytest.param("PUT", "/sets/99999999999999999999", SET, 422, id="set id huge"),
        pytest.param(
            "PUT", "/sets/7", {**SET, "performedAt": "2026-03-02T12:05:00"}, 400,
            id="a time without an offset",
        ),
        pytest.param(
            "PUT", "/sets/7", {**SET, "performedAt": "1960-03-02T12:05:00Z"}, 422,
            id="before 1970",
        ),
        pytest.param(
            "PUT", "/sets/7",
            {**SET, "performedAt": None, "madeAt": "0001-01-01T00:00:00+05:00"}, 422,
            id="made before there was a calendar",
        ),
        pytest.param("PUT", "/feedback/knees", {"soreness": 1}, 400, id="no group"),
        pytest.param("PUT", "/feedback/chest", {"soreness": 4}, 400, id="soreness 4"),
        pytest.param("PUT", "/muscle-feedback/tail", {"pump": 1}, 400, id="no muscle"),
        pytest.param("PUT", "/exercises/1/feedback", {}, 422, id="no answer at all"),
        pytest.param("PUT", "/exercises/1/feedback", {"jointPain": 4}, 400, id="pain"),
        pytest.param(
            "PUT", "/exercises/99999999999999999999/feedback", {"note": "x"}, 422,
            id="an exercise id that is too large",
        ),
        pytest.param("PATCH", "", {"name": "a\nb"}, 422, id="a name of two lines"),
        pytest.param("PATCH", "", {"bodyWeightKg": 19}, 400, id="body weight"),
        pytest.param("PATCH", "", {"startedAt": None}, 400, id="no start"),
        pytest.param("PATCH", "", {"completedAt": "2026-03-02T14:00:00Z"}, 409, id="u"),
        pytest.param("POST", "/sets/7/confirm", None, 404, id="no set to confirm"),
    ],
)  # fmt: skip
async def test_a_bad_request_names_the_rule_and_changes_nothing(
    lifter: SignedIn, method: str, path: str, body: object, status: int
) -> None:
    log = await _start(lifter)
    before = (await lifter.client.get(log)).json()

    answer = await lifter.client.request(method, f"{log}{path}", json=body)

    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert (await lifter.client.get(log)).json() == before


@pytest.mark.parametrize("cursor", ["x", "!!!", "W10", "e30", "MQ", "ä"])
@pytest.mark.parametrize("path", ["/workout-logs", "/exercises/1/history"])
async def test_a_cursor_that_is_none_is_refused(
    lifter: SignedIn, path: str, cursor: str
) -> None:
    answer = await lifter.client.get(path, params={"cursor": cursor})

    assert (answer.status_code, answer.json()["field"]) == (422, "cursor")


async def test_nobody_sees_or_touches_the_log_of_another(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    log = await _start(lifter)
    before = (await lifter.client.get(log)).json()
    client = other_lifter.client
    answers: list[httpx.Response] = [
        await client.get(log),
        await client.patch(log, json={"name": "Mine"}),
        await client.delete(log),
        await client.put(f"{log}/sets/7", json=SET),
        await client.delete(f"{log}/sets/7"),
        await client.put(f"{log}/feedback/chest", json={"soreness": 1}),
        await client.put(f"{log}/exercises/1/feedback", json={"note": "Hello."}),
    ]

    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert (await lifter.client.get(log)).json() == before


async def test_the_day_of_a_workout_follows_the_time_zone_of_its_user(
    database: Database, lifter: SignedIn
) -> None:
    async with database.as_user(lifter.user_id) as tx:
        await tx.run("UPDATE users SET timezone = 'Pacific/Auckland'")

    log = await _start(lifter, at=datetime(2026, 3, 2, 11, 30, tzinfo=UTC))

    assert (await lifter.client.get(log)).json()["localDate"] == "2026-03-03"


async def test_a_refusal_names_the_field_as_the_request_wrote_it(
    lifter: SignedIn,
) -> None:
    log = await _start(lifter)

    answer = await lifter.client.put(
        f"{log}/sets/7", json={**SET, "exerciseId": 999_999_999}
    )

    problem = answer.json()
    assert (problem["status"], problem["field"]) == (404, "exerciseId")
    assert problem["detail"].startswith("exerciseId: ")
