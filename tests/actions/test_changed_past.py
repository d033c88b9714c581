"""Changes within finished workouts, and changes that arrive in any order."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import permutations

import pytest

from logging_world import NOON, World, make_world
from make import make_user
from metricgain.actions.delete_set import delete_set
from metricgain.actions.finish_workout import finish_workout
from metricgain.actions.save_feedback import save_feedback
from metricgain.actions.save_joint_pain import save_joint_pain
from metricgain.actions.save_set import save_set
from metricgain.actions.start_workout import start_workout
from metricgain.engine.muscles import MuscleGroup
from metricgain.kit.ids import secret
from metricgain.store.changes import Change, changing
from metricgain.store.database import Database
from metricgain.store.feedback import PerformanceAnswer
from metricgain.store.sets import SetEntry
from planted import (
    MORNING,
    Block,
    Workout,
    exercise_of_each_group,
    log_workout,
    plant_block,
)

FINISHED = MORNING + timedelta(hours=1)
EDITED = MORNING + timedelta(days=1)


async def _finished(database: Database) -> tuple[Block, int]:
    """Finish an easy first week of one chest exercise."""
    user_id = await make_user(database, f"{secret().lower()}@example.org")
    async with database.as_user(user_id) as tx:
        chest = (await exercise_of_each_group(tx))["chest"]
    block = await plant_block(database, user_id, [[chest]])
    async with changing(database, user_id, now=FINISHED) as change:
        done = Workout(
            sets={chest: [(50.0, 12, 3.0)] * 3},
            soreness={"chest": 0},
            pump={"chest": 1},
            challenge={"chest": 0},
        )
        log_id = await log_workout(change, block, (1, 1), done)
        await finish_workout(change, id=log_id, completed_at=FINISHED)
    return block, chest


async def _decision(database: Database, block: Block) -> tuple[str, int]:
    async with database.as_user(block.user_id) as tx:
        row = await tx.row(
            "SELECT kind, delta_raw FROM progression_decisions"
            " WHERE user_id = $1 AND workout_log_id = $2",
            block.user_id,
            block.instance(1),
        )
    assert row is not None
    return row["kind"], row["delta_raw"]


async def _too_hard(change: Change, block: Block, _exercise: int) -> None:
    await save_feedback(
        change,
        log_id=block.instance(1),
        group=MuscleGroup.CHEST,
        performance=PerformanceAnswer(pump=3, challenge=3),
    )


async def _painful(change: Change, block: Block, exercise: int) -> None:
    await save_joint_pain(
        change, log_id=block.instance(1), exercise_id=exercise, joint_pain=3
    )


async def _no_sets(change: Change, block: Block, _exercise: int) -> None:
    rows = await change.tx.rows(
        "SELECT id FROM sets WHERE user_id = $1 AND workout_log_id = $2",
        block.user_id,
        block.instance(1),
    )
    for row in rows:
        await delete_set(change, log_id=block.instance(1), set_id=row["id"])


@pytest.mark.parametrize("act", [_too_hard, _painful, _no_sets])
async def test_a_changed_finished_workout_is_decided_again(
    database: Database, act: Callable[[Change, Block, int], Awaitable[None]]
) -> None:
    block, exercise = await _finished(database)
    before = await _decision(database, block)

    async with changing(database, block.user_id, now=EDITED) as change:
        await act(change, block, exercise)

    assert before[0] == "add"
    assert await _decision(database, block) != before


async def test_a_session_that_no_decision_prescribed_is_prescribed_when_it_starts(
    database: Database,
) -> None:
    block, _ = await _finished(database)
    later = block.instance(3)

    async with changing(database, block.user_id, now=EDITED) as change:
        await start_workout(
            change, id=later, workout_instance_id=later, started_at=EDITED
        )
        targets = await change.tx.rows(
            "SELECT target_sets FROM prescriptions"
            " WHERE user_id = $1 AND workout_instance_id = $2",
            block.user_id,
            later,
        )

    assert [row["target_sets"] is not None for row in targets] == [True]


async def _carry_out(world: World, minutes: int, reps: int | None) -> None:
    async with world.at(minutes) as change:
        if reps is None:
            await delete_set(change, log_id=world.free(), set_id=1)
        else:
            await save_set(
                change, log_id=world.free(), set_id=1, entry=_entry(world, reps, NOON)
            )


def _entry(world: World, reps: int, at: datetime) -> SetEntry:
    return SetEntry(
        exercise_id=world.exercise_id,
        set_number=1,
        weight=Decimal(80),
        weight_unit="kg",
        reps=reps,
        performed_at=at,
    )


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        pytest.param(((5, 8), (6, 9), (7, None), (8, 10)), [10], id="saved last"),
        pytest.param(((5, 8), (6, None), (7, 9), (8, None)), [], id="deleted last"),
    ],
)
async def test_changes_of_one_set_end_the_same_in_every_order(
    database: Database, changes: tuple[tuple[int, int | None], ...], left: list[int]
) -> None:
    for order in permutations(changes):
        world = await make_world(database)
        await world.start(world.free())

        for minutes, reps in (*order, *order[:2]):
            await _carry_out(world, minutes, reps)

        assert [row["reps"] for row in await world.rows("sets")] == left, order
