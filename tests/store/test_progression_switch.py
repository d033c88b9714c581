"""Deciding all muscles together, one after another, and both at once: the same."""

from datetime import timedelta
from random import Random  # noqa: TID251 - seeded

import pytest

from blocks import new_user
from metricgain.actions.finish_workout import finish_workout
from metricgain.reads.finished_workout import finished_workout
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.switches import Mode, Switch
from planted import (
    MORNING,
    exercise_of_each_group,
    log_workout,
    plant_block,
    random_workout,
)

LATER = MORNING + timedelta(weeks=30)
GROUPS = ["chest", "back", "legs", "delts"]


async def decisions(database: Database, seed: int, mode: Mode) -> list[object]:
    """Train a block of a seed, and return what was decided and prescribed."""
    chance = Random(seed)  # noqa: S311 - repeatable by its seed
    days, weeks = chance.choice([(1, 4), (2, 3), (2, 4)])
    user_id = await new_user(database)
    async with database.as_user(user_id) as tx:
        by_group = await exercise_of_each_group(tx)
    exercises = {group: by_group[group] for group in GROUPS}
    block = await plant_block(
        database, user_id, [list(exercises.values())] * days, weeks=weeks
    )
    places = {instance: place for place, instance in block.instances.items()}
    found: list[object] = []
    database.switches.share({Switch.PROGRESSION: mode})
    for place in sorted(block.instances):
        async with changing(database, user_id, now=LATER) as change:
            done = random_workout(chance, exercises)
            log_id = await log_workout(change, block, place, done)
            await finish_workout(change, id=log_id, completed_at=LATER)
            finished = await finished_workout(change.tx, log_id)
            rows = await change.tx.rows(
                "SELECT muscle, to_instance_id, kind, rule_id, because, soreness,"
                " performance, pump, challenge, joint_pain, consecutive_misses,"
                " delta_raw, new_sets FROM progression_decisions"
                " WHERE user_id = $1 AND workout_log_id = $2 ORDER BY muscle",
                user_id,
                log_id,
            )
        found += [
            {**dict(row), "to_instance_id": places.get(row["to_instance_id"])}
            for row in rows
        ]
        found += [
            (places[each.workout_instance_id], each.target_sets)
            for each in finished.next
        ]
    database.switches.share({})
    return found


@pytest.mark.parametrize("seed", range(3))
async def test_a_block_is_decided_in_the_same_way_however_the_switch_stands(
    database: Database, seed: int
) -> None:
    before = database.switches.differences[Switch.PROGRESSION]

    together = await decisions(database, seed, Mode.ON)
    one_by_one = await decisions(database, seed, Mode.OFF)
    both = await decisions(database, seed, Mode.SHADOW)

    assert together == one_by_one == both
    assert database.switches.differences[Switch.PROGRESSION] == before
