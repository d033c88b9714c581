"""How somebody trains is told from their log, and only from theirs."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from blocks import BENCH, CURL, ROW, SQUAT
from conftest import SignedIn
from make import make_log, make_set
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.changes import changing
from metricgain.store.database import Database


async def train(database: Database, person: SignedIn, *, weeks: int) -> None:
    """Log an upper and a lower day a week, until some weeks ago."""
    today = now()
    last = (today - timedelta(days=today.weekday() + 70)).date()
    async with changing(database, person.user_id, now=today) as change:
        for week in range(weeks):
            for place, exercises in enumerate(((BENCH, ROW, CURL), (SQUAT,))):
                number = week * 2 + place
                log_id = await make_log(
                    change.tx.run,
                    person.user_id,
                    number,
                    name=("Upper", "Lower")[place],
                    local_date=last - timedelta(days=7 * week - 3 * place),
                    status="completed",
                    revision=change.revision,
                )
                for at, exercise_id in enumerate(exercises * 3):
                    await make_set(
                        change.tx.run,
                        person.user_id,
                        log_id,
                        at,
                        exercise_id=exercise_id,
                        performed_at=today + timedelta(seconds=at),
                        reps=10 + at // len(exercises),
                        weight=Decimal(100),
                    )


async def habits(person: SignedIn) -> Any:  # noqa: ANN401 - JSON
    answer = await person.client.get("/habits")
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.smoke
async def test_habits_are_told_and_can_begin_a_block(
    lifter: SignedIn, other_lifter: SignedIn, database: Database
) -> None:
    await train(database, lifter, weeks=5)

    found = await habits(lifter)

    assert (found["daysPerWeek"], found["weekdays"]) == (2, [0, 3])
    assert [one["name"] for one in found["workouts"]] == ["Upper", "Lower"]
    upper = found["workouts"][0]
    assert [one["exerciseId"] for one in upper["exercises"]] == [BENCH, ROW, CURL]
    bench = upper["exercises"][0]
    assert (bench["sets"], bench["repMin"], bench["repMax"]) == (3, 10, 13)
    assert bench["e1rmKg"] > 100
    sets = {one["muscle"]: one["directSets"] for one in found["muscles"]}
    assert (sets["chest"], sets["quads"]) == (3, 3)
    assert (await habits(other_lifter))["sessions"] == 0
    body = {
        "id": str(uuid7(now())),
        "name": "As ever",
        "startDate": "2030-01-07",
        "durationWeeks": 5,
        "workouts": [
            {
                "name": workout["name"],
                "weekday": workout["weekday"],
                "exercises": [
                    {
                        key: one[key]
                        for key in ("exerciseId", "sets", "repMin", "repMax")
                    }
                    for one in workout["exercises"]
                ],
            }
            for workout in found["workouts"]
        ],
    }
    preview = await lifter.client.post("/mesocycles/preview", json=body)
    assert preview.status_code == 200, preview.text
    assert len(preview.json()["workouts"]) == 2


async def test_without_a_history_there_is_a_clear_answer(lifter: SignedIn) -> None:
    found = await habits(lifter)

    assert found == {
        "firstDay": None,
        "lastDay": None,
        "weeks": 0,
        "sessions": 0,
        "daysPerWeek": 0,
        "weekdays": [],
        "workouts": [],
        "muscles": [],
    }
