"""A plan is judged while it is being made, and nothing of that is kept."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from blocks import exercise, outline, workout
from conftest import SignedIn
from make import MORNING, everything_of, id_for, make_log
from metricgain.catalogue.reader import templates
from metricgain.reads.plan_preview import block_preview
from metricgain.store.database import Database

TEMPLATE = templates()[0]
BENCH = {"exerciseId": 1, "sets": 3, "repMin": 8, "repMax": 12}
SQUAT = {"exerciseId": 2000, "sets": 4, "repMin": 6, "repMax": 10}
PUSH = {"name": "Push", "weekday": 2, "exercises": [BENCH]}


def by_hand(lifter: SignedIn, **more: object) -> dict[str, Any]:
    return {
        "id": str(id_for(lifter.user_id, "block")),
        "workouts": [PUSH],
        "startDate": "2026-03-02",
        "name": "Mine",
        "durationWeeks": 4,
    } | more


def by_template(lifter: SignedIn) -> dict[str, Any]:
    return {
        "id": str(id_for(lifter.user_id, "block")),
        "templateId": str(TEMPLATE.id),
        "startDate": "2026-03-02",
        "emphasis": {"chest": "emphasize"},
    }


async def preview(lifter: SignedIn, body: object, path: str = "") -> dict[str, Any]:
    answer = await lifter.client.post(path or "/mesocycles/preview", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("body", [by_hand, by_template], ids=["by hand", "template"])
async def test_a_preview_shows_what_the_block_then_has(
    lifter: SignedIn, body: Callable[[SignedIn], dict[str, Any]]
) -> None:
    seen = await preview(lifter, body(lifter))
    started = await lifter.client.post("/mesocycles", json=body(lifter))

    block = started.json()
    assert started.status_code == 201, started.text
    assert seen["muscles"] == block["muscles"]
    assert seen["findings"] == block["findings"]
    assert [w["targetRir"] for w in seen["weeks"]] == [
        w["targetRir"] for w in block["weeks"]
    ]
    assert [w["weekday"] for w in seen["workouts"]] == [
        w["weekday"] for w in block["workouts"]
    ]


async def test_a_preview_keeps_nothing(
    lifter: SignedIn, owner: asyncpg.Connection
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    # The first request notes when the token was used.
    await lifter.client.get("/account")
    before = await everything_of(owner, lifter.user_id)

    await preview(lifter, by_hand(lifter))

    assert await everything_of(owner, lifter.user_id) == before


async def test_a_plan_that_would_be_refused_is_shown_with_its_errors(
    lifter: SignedIn,
) -> None:
    body = by_hand(lifter, workouts=[PUSH | {"exercises": [BENCH | {"sets": 13}]}])

    seen = await preview(lifter, body)
    refused = await lifter.client.post("/mesocycles", json=body)

    errors = [one for one in seen["findings"] if one["severity"] == "error"]
    assert refused.status_code == 422
    assert refused.json()["field"] in {one["place"] for one in errors}
    chest = next(one for one in seen["muscles"] if one["muscle"] == "chest")
    assert chest["weeks"][0]["directSets"] == 13


async def test_a_plan_is_judged_while_another_block_runs(lifter: SignedIn) -> None:
    await lifter.client.post("/mesocycles", json=by_hand(lifter))

    other = by_template(lifter) | {"id": str(id_for(lifter.user_id, "other"))}

    assert (await preview(lifter, other))["muscles"]


@pytest.mark.parametrize(
    ("more", "status", "field"),
    [
        pytest.param({"templateId": str(TEMPLATE.id)}, 422, "templateId", id="two"),
        pytest.param({"workouts": [PUSH, PUSH]}, 422, "weekdays", id="two on a day"),
        pytest.param({"durationWeeks": 9}, 400, "durationWeeks", id="weeks"),
        pytest.param(
            {"workouts": [PUSH | {"exercises": [BENCH | {"exerciseId": 999_999}]}]},
            404,
            "exerciseId",
            id="an unknown exercise",
        ),
    ],
)
async def test_what_is_no_plan_is_refused(
    lifter: SignedIn, more: dict[str, object], status: int, field: str
) -> None:
    answer = await lifter.client.post(
        "/mesocycles/preview", json=by_hand(lifter, **more)
    )

    assert (answer.status_code, answer.json()["field"]) == (status, field)


async def test_an_edited_workout_is_shown_as_the_block_then_has_it(
    lifter: SignedIn,
) -> None:
    started = await lifter.client.post("/mesocycles", json=by_hand(lifter))
    block = started.json()
    path = f"/mesocycles/{block['id']}/workouts/{block['workouts'][0]['id']}"
    body = {"exercises": [BENCH | {"sets": 5}, SQUAT]}

    seen = await preview(lifter, body, f"{path}/preview")
    between = await lifter.client.get(f"/mesocycles/{block['id']}")
    edited = await lifter.client.put(path, json=body)

    assert between.json() == block
    assert seen["muscles"] == edited.json()["muscles"]
    assert seen["findings"] == edited.json()["findings"]
    assert seen["workouts"][0]["sets"][0] == 9


@pytest.mark.parametrize("what", ["block", "workout"])
async def test_a_workout_that_is_not_there_cannot_be_previewed(
    lifter: SignedIn, what: str
) -> None:
    started = await lifter.client.post("/mesocycles", json=by_hand(lifter))
    block = started.json()
    ids = {"block": block["id"], "workout": block["workouts"][0]["id"]}
    ids[what] = str(id_for(lifter.user_id, "nowhere"))

    answer = await lifter.client.post(
        f"/mesocycles/{ids['block']}/workouts/{ids['workout']}/preview",
        json={"exercises": [BENCH]},
    )

    assert answer.status_code == 404


async def test_minutes_follow_the_sets_and_are_compared_with_the_time_there_is(
    lifter: SignedIn,
) -> None:
    await lifter.client.patch("/preferences", json={"sessionMinutes": 45})

    seen = await preview(
        lifter, by_hand(lifter, workouts=[PUSH | {"exercises": [SQUAT, BENCH]}])
    )

    # 180 to come and go; a squat 4 x 50, 100, 60 + 40 x skill, 3 x 180; a bench press
    # 3 x 50, 100, 60 + 40 x skill, 2 x 180: both bars are trained for the first time.
    (push,) = seen["workouts"]
    assert seen["sessionMinutes"] == 45
    assert push["sets"][0] == 7
    assert 28 <= push["minutes"][0] <= 33
    assert push["minutes"][-1] < push["minutes"][0] < push["minutes"][-2]


async def test_after_five_workouts_the_lifters_own_pace_counts(
    lifter: SignedIn, database: Database
) -> None:
    async with database.as_user(lifter.user_id) as tx:
        for number in range(5):
            began = MORNING + timedelta(days=number)
            log_id = await make_log(
                tx.run,
                lifter.user_id,
                number,
                status="completed",
                local_date=began.date(),
                performed_at=began,
                started_at=began,
                completed_at=began + timedelta(minutes=40),
            )
            for place in range(1, 11):
                await tx.run(
                    "INSERT INTO sets (user_id, workout_log_id, id, exercise_id,"
                    " set_number, weight, weight_unit, reps, performed_at)"
                    " VALUES ($1, $2, $3::int, 1, $3::int, 60, 'kg', 8, $4)",
                    lifter.user_id,
                    log_id,
                    place,
                    began,
                )

    seen = await preview(lifter, by_hand(lifter))

    assert seen["workouts"][0]["minutes"][0] == 3 * 4


async def test_a_preview_takes_few_statements(
    lifter: SignedIn, database: Database
) -> None:
    days = [
        workout(f"Day {day}", day, *(exercise(one) for one in (1, 4, 318, 2000, 3001)))
        for day in range(5)
    ]
    async with database.as_user(lifter.user_id) as tx:
        before = tx.statements
        await block_preview(tx, outline(*days, weeks=7))

        assert tx.statements - before <= 5
