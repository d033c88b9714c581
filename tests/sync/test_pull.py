"""What a device pulls: first what it needs today, in the end everything."""

import asyncio
from base64 import urlsafe_b64encode
from datetime import date, timedelta
from uuid import UUID

import httpx
import pytest

from conftest import SignedIn
from make import fill_every_table, id_for
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.changes import Change, changing
from metricgain.store.database import Database
from sync_device import (
    Replica,
    ago,
    key_of,
    mutation,
    pull,
    push,
    start,
    statuses,
)

KINDS = {
    "exercise",
    "exerciseLink",
    "landmark",
    "mesocycle",
    "preferences",
    "proposal",
    "workoutInstance",
    "workoutLog",
}


async def _fill(database: Database, user_id: int) -> None:
    async with database.as_system() as system:
        await system.run("DELETE FROM user_preferences WHERE user_id = $1", user_id)
        await fill_every_table(system.run, user_id)


async def _add_logs(change: Change, count: int, *, first: date) -> None:
    """Add finished workouts on days going back from `first`, all in one change."""
    await change.tx.run(
        "INSERT INTO workout_logs"
        " (user_id, id, local_date, status, source, revision)"
        " SELECT $1, gen_random_uuid(), $2::date - day % 4000, 'completed', 'strong',"
        " $3 FROM generate_series(0, $4 - 1) AS days (day)",
        change.user_id,
        first,
        change.revision,
        count,
    )


@pytest.fixture
def today() -> date:
    return now().date()


async def test_a_new_device_gets_every_kind_of_row_whole(
    lifter: SignedIn, database: Database
) -> None:
    await _fill(database, lifter.user_id)
    replica = Replica()

    await pull(lifter.client, replica)

    assert {kind for kind, _ in replica.rows} == KINDS
    (block,) = replica.of_kind("mesocycle").values()
    assert len(block["microcycles"]) == 1
    assert block["emphasis"] == [{"muscle": "chest", "emphasis": "grow"}]
    assert len(block["workouts"][0]["workoutExercises"]) == 1
    (instance,) = replica.of_kind("workoutInstance").values()
    assert instance["prescriptions"][0]["projectedSets"] == 3
    log = replica.rows["workoutLog", str(id_for(lifter.user_id, "log"))]
    assert [one["weight"] for one in log["sets"]] == [80]
    assert log["feedback"][0]["pumpLevel"] == 2
    assert log["muscleFeedback"][0]["sorenessLevel"] == 1
    assert log["exerciseFeedback"][0]["jointPain"] == 0
    assert log["decisions"][0]["because"] == "Recovered early."
    (exercise,) = replica.of_kind("exercise").values()
    assert exercise["muscles"] == [{"muscle": "chest", "contribution": 1}]
    preferences = replica.of_kind("preferences")[""]
    assert preferences["gyms"] == [
        {
            "id": str(id_for(lifter.user_id, "gym")),
            "name": "Garage",
            "equipment": {
                "dumbbell": {"kind": "rack", "unit": "kg", "weights": [5, 10]}
            },
            "workoutIds": [str(id_for(lifter.user_id, "workout"))],
        }
    ]


async def test_nothing_of_anybody_else_is_pulled(
    lifter: SignedIn, other_lifter: SignedIn, database: Database
) -> None:
    await _fill(database, other_lifter.user_id)
    new, following = Replica(), Replica()
    answer = await push(lifter.client, mutation("resetLandmark", muscle="abs"))
    following.take(answer.json())
    async with changing(database, other_lifter.user_id, now=now()) as change:
        await _add_logs(change, 3, first=date(2026, 1, 5))

    await pull(lifter.client, new)
    await pull(lifter.client, following)

    assert set(new.rows) == {("preferences", "")}
    assert set(following.rows) == {("preferences", "")}


async def test_today_comes_first_then_the_newest_workouts(
    lifter: SignedIn, database: Database, today: date
) -> None:
    await _fill(database, lifter.user_id)
    planned = str(id_for(lifter.user_id, "log"))
    days = {weeks: today - timedelta(weeks=weeks) for weeks in (1, 5, 11, 13, 200)}
    async with changing(database, lifter.user_id, now=now()) as change:
        for day in days.values():
            await _add_logs(change, 1, first=day)
        await change.tx.run(
            "INSERT INTO mesocycles (user_id, id, name, duration_weeks, days_per_week,"
            " status) VALUES ($1, $2, 'Last year', 4, 3, 'completed')",
            lifter.user_id,
            uuid7(now()),
        )

    order = await _one_by_one(lifter.client)

    logs = [row["localDate"] for row in order if row["kind"] == "workoutLog"]
    assert logs[:3] == [str(days[1]), str(days[5]), str(days[11])]
    assert logs[-2:] == [str(days[13]), str(days[200])]
    names = [(row["kind"], row.get("status")) for row in order]
    assert names.index(("mesocycle", "active")) < names.index(
        ("workoutLog", "completed")
    )
    assert names.index(("workoutInstance", "scheduled")) < names.index(
        ("workoutLog", "completed")
    )
    last_year = names.index(("mesocycle", "completed"))
    recent = [row["kind"] == "workoutLog" for row in order[:last_year]]
    assert sum(recent) == 4
    assert planned in {row.get("id") for row in order[:last_year]}


async def _one_by_one(
    client: httpx.AsyncClient,
) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    params: dict[str, str | int] = {"limit": 1}
    while True:
        page = (await client.get("/sync", params=params)).json()
        rows += page["changes"]
        params["since"] = page["cursor"]
        if not page["hasMore"]:
            return rows


async def test_an_import_of_thousands_of_workouts_is_paged_within_its_revision(
    lifter: SignedIn, database: Database
) -> None:
    replica = Replica()
    await pull(lifter.client, replica)
    async with changing(database, lifter.user_id, now=now()) as change:
        await _add_logs(change, 5000, first=date(2026, 1, 5))

    seen: list[str] = []
    while True:
        page = (
            await lifter.client.get("/sync", params={"since": replica.cursor or ""})
        ).json()
        assert len(page["changes"]) <= 500
        seen += [key_of(row) for row in page["changes"]]
        replica.take(page)
        if not page["hasMore"]:
            break

    assert len(seen) == 5000
    assert len(set(seen)) == 5000
    new = Replica()
    await pull(lifter.client, new, limit=1000)
    assert new.rows == replica.rows


async def test_nothing_that_changes_while_a_device_catches_up_is_lost(
    lifter: SignedIn, database: Database, today: date
) -> None:
    await _fill(database, lifter.user_id)
    async with changing(database, lifter.user_id, now=now()) as change:
        await _add_logs(change, 12, first=today)
        rows = await change.tx.rows(
            "SELECT id FROM workout_logs WHERE user_id = $1 ORDER BY local_date DESC",
            lifter.user_id,
        )
    ids: list[UUID] = [row["id"] for row in rows]
    device = Replica()

    for step in range(18):
        page = await lifter.client.get(
            "/sync",
            params={"limit": 1} | ({"since": device.cursor} if device.cursor else {}),
        )
        device.take(page.json())
        if step % 3 == 0:
            # The oldest of the days moves to the front, which is passed already.
            answer = await push(
                lifter.client,
                start(uuid7(now()), at=ago(hours=step)),
                mutation(
                    "editWorkoutLog",
                    workoutLogId=str(ids[-1 - step // 3]),
                    startedAt=ago(minutes=step).isoformat(),
                ),
                mutation("deleteWorkoutLog", workoutLogId=str(ids[step // 3])),
                mutation("savePreferences", sessionMinutes=60 + step),
            )
            assert statuses(answer) == ["applied"] * 4
    await pull(lifter.client, device, limit=2)

    new = Replica()
    await pull(lifter.client, new)
    assert device.rows == new.rows


async def test_what_was_deleted_goes_and_what_lives_again_comes_back(
    lifter: SignedIn,
) -> None:
    log_id = uuid7(now())
    device = Replica()
    await push(lifter.client, start(log_id, at=ago(hours=3)))
    await pull(lifter.client, device)

    await push(
        lifter.client,
        mutation("deleteWorkoutLog", at=ago(hours=2), workoutLogId=str(log_id)),
    )
    page = await lifter.client.get("/sync", params={"since": device.cursor or ""})
    device.take(page.json())
    gone = device.of_kind("workoutLog")
    await push(lifter.client, start(log_id, at=ago(hours=1)))
    await pull(lifter.client, device)

    (deletion,) = page.json()["changes"]
    assert (deletion["kind"], deletion["what"]) == ("deleted", "workoutLog")
    assert deletion["id"] == str(log_id)
    assert gone == {}
    assert set(device.of_kind("workoutLog")) == {str(log_id)}


async def test_changes_come_in_the_order_of_their_commits(lifter: SignedIn) -> None:
    device = Replica()
    await pull(lifter.client, device)
    since = device.cursor or ""
    sent = [uuid7(now()) for _ in range(4)]
    for log_id in reversed(sent):
        await push(lifter.client, start(log_id))

    page = (await lifter.client.get("/sync", params={"since": since})).json()
    none = (await lifter.client.get("/sync", params={"since": page["cursor"]})).json()

    assert [row["id"] for row in page["changes"]] == [str(one) for one in sent[::-1]]
    revisions = [row["revision"] for row in page["changes"]]
    assert revisions == sorted(revisions)
    assert none["changes"] == []
    assert none["cursor"] == page["cursor"]


async def test_a_puller_beside_many_writers_misses_nothing(lifter: SignedIn) -> None:
    device = Replica()
    done = asyncio.Event()

    async def keep_pulling() -> None:
        while not done.is_set():
            await pull(lifter.client, device, limit=3)

    async def write() -> None:
        for _ in range(5):
            await push(lifter.client, *(start(uuid7(now())) for _ in range(3)))

    puller = asyncio.create_task(keep_pulling())
    await asyncio.gather(*(write() for _ in range(4)))
    done.set()
    await puller
    await pull(lifter.client, device)

    new = Replica()
    await pull(lifter.client, new)
    assert len(device.of_kind("workoutLog")) == 60
    assert device.rows == new.rows


def _packed(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        pytest.param("", id="empty"),
        pytest.param("?!", id="no base64"),
        pytest.param("ä", id="no ASCII"),
        pytest.param(_packed("17"), id="a bare number"),
        pytest.param(_packed('["f0",1,"",""]'), id="another version"),
        pytest.param(_packed('["f1",-1,"",""]'), id="below zero"),
        pytest.param(_packed('["f1",99999999999999999999,"",""]'), id="too high"),
        pytest.param(_packed('["f1",1,"\\u0000",""]'), id="a NUL"),
        pytest.param(
            _packed('["c1",0,null,"2026-01-01",10,0,"",""]'), id="no such stage"
        ),
    ],
)
async def test_a_cursor_that_is_none_is_refused_by_name(
    lifter: SignedIn, cursor: str
) -> None:
    pulled = await lifter.client.get("/sync", params={"since": cursor})
    pushed = await push(lifter.client, start(uuid7(now())), cursor=cursor)

    assert (pulled.status_code, pulled.json()["field"]) == (422, "since")
    assert (pushed.status_code, pushed.json()["field"]) == (422, "cursor")
    replica = Replica()
    await pull(lifter.client, replica)
    assert replica.of_kind("workoutLog") == {}


@pytest.mark.parametrize(
    "form",
    [
        pytest.param('["f1",{},"~",""]', id="following"),
        pytest.param('["c1",{},null,"2026-01-01",0,0,"",""]', id="catching up"),
    ],
)
async def test_a_cursor_from_after_a_restored_backup_starts_over(
    lifter: SignedIn, form: str
) -> None:
    await push(lifter.client, mutation("resetLandmark", muscle="abs"))
    present = _packed(form.replace("{}", "1"))
    future = _packed(form.replace("{}", "2"))

    allowed = await lifter.client.get("/sync", params={"since": present})
    pulled = await lifter.client.get("/sync", params={"since": future})
    pushed = await push(lifter.client, start(uuid7(now())), cursor=future)

    assert allowed.status_code == 200
    assert pulled.status_code == 409
    assert pushed.status_code == 409
    assert "start without a cursor" in pushed.json()["remedy"]
    replica = Replica()
    await pull(lifter.client, replica)
    assert replica.of_kind("workoutLog") == {}


@pytest.mark.parametrize("limit", ["0", "1001", "many"])
async def test_a_page_has_1_to_1000_rows(lifter: SignedIn, limit: str) -> None:
    answer = await lifter.client.get("/sync", params={"limit": limit})

    assert answer.status_code == 400
    assert answer.json()["field"] == "limit"


async def test_an_exercise_of_ones_own_comes_and_goes(lifter: SignedIn) -> None:
    device = Replica()
    exercise_id = (lifter.user_id << 22) + 77
    made = mutation(
        "saveExercise",
        at=ago(hours=1),
        id=exercise_id,
        name="Cellar Row",
        muscleGroup="back",
        exerciseType="freeweight",
        equipment="barbell",
        movementPattern="row",
        muscles={"lats": 1, "biceps": 0.5},
    )

    saved = await push(lifter.client, made)
    device.take(saved.json())
    there = device.of_kind("exercise")
    deleted = await push(
        lifter.client, mutation("deleteExercise", id=exercise_id), cursor=device.cursor
    )
    device.take(deleted.json())

    assert statuses(saved) == ["applied"]
    assert there[str(exercise_id)]["name"] == "Cellar Row"
    assert statuses(deleted) == ["applied"]
    assert device.of_kind("exercise") == {}
