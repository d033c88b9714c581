"""What came of a week, counted from what was done in it."""

from typing import Any

import pytest

from blocks import BENCH, ROW
from conftest import SignedIn
from gym import gym_block, train
from metricgain.store.database import Database


async def week_of(lifter: SignedIn, database: Database, number: int) -> dict[str, Any]:
    async with database.as_user(lifter.user_id) as tx:
        microcycle_id = await tx.value(
            "SELECT id FROM microcycles WHERE user_id = $1 AND week_number = $2",
            lifter.user_id,
            number,
        )
    return dict((await lifter.client.get(f"/microcycles/{microcycle_id}")).json())


async def test_a_week_that_has_not_begun_is_planned(
    lifter: SignedIn, database: Database
) -> None:
    await gym_block(lifter.client)

    week = await week_of(lifter, database, 1)

    assert week["metrics"] | {"muscles": []} == {
        "status": "planned", "workouts": 2, "completed": 0, "skipped": 0, "missed": 0,
        "adherence": None, "plannedSets": 9, "doneSets": 0, "muscles": [],
    }  # fmt: skip
    chest = next(m for m in week["metrics"]["muscles"] if m["muscle"] == "chest")
    assert (chest["plannedDirect"], chest["doneDirect"]) == (3, 0)


async def test_a_week_counts_what_was_done_skipped_and_missed(
    lifter: SignedIn, database: Database
) -> None:
    press, pull, *_ = await gym_block(lifter.client, ago=6)
    missed = await week_of(lifter, database, 1)
    await train(
        lifter.client, press["id"], ago=6, sets=[(BENCH, 60, 10)] * 2 + [(ROW, 50, 10)]
    )

    running = await week_of(lifter, database, 1)
    await lifter.client.post(f"/workout-instances/{pull['id']}/skip")
    completed = await week_of(lifter, database, 1)

    assert missed["metrics"]["missed"] == 2
    assert missed["metrics"]["adherence"] == 0
    assert running["metrics"]["status"] == "running"
    assert running["metrics"]["doneSets"] == 3
    assert [one["doneSets"] for one in running["workouts"]] == [3, 0]
    assert completed["metrics"]["status"] == "completed"
    assert completed["metrics"]["adherence"] == pytest.approx(50)
    chest = next(m for m in running["metrics"]["muscles"] if m["muscle"] == "chest")
    assert (chest["plannedDirect"], chest["doneDirect"]) == (3, 2)
