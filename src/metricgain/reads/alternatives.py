"""What can stand in for an exercise of a planned workout. Four statements."""

from collections.abc import Collection, Sequence
from uuid import UUID

from metricgain.engine.alternatives import Alternative, alternatives
from metricgain.engine.generator.options import refusal
from metricgain.kit.errors import NotFound
from metricgain.store.alternatives import load_candidate, load_candidates
from metricgain.store.block_screens import load_session
from metricgain.store.database import Transaction
from metricgain.store.lifter import load_lifter
from metricgain.store.planner_options import load_ground
from metricgain.store.planning import FIRST_DAY
from metricgain.store.training_profiles import load_profile


async def stand_ins(
    tx: Transaction,
    *,
    instance_id: UUID,
    exercise_id: int,
    equipment: Collection[str],
    most: int,
) -> Sequence[Alternative]:
    """Return exercises that are not in the workout, the most alike first.

    Without `equipment`, any will do. Raises NotFound for a workout, or an exercise of
    it, that is not there.
    """
    session = await load_session(tx, instance_id)
    planned = {one.exercise_id for one in session.exercises}
    if exercise_id not in planned:
        raise NotFound("this workout has no such exercise", field="exerciseId")
    return alternatives(
        await load_candidate(tx, exercise_id),
        [
            one
            for one in await load_candidates(tx)
            if one.exercise_id not in planned
            and (not equipment or one.equipment in equipment)
        ],
        most=most,
    )


async def swaps(
    tx: Transaction, exercise_id: int, *, besides: Collection[int], most: int
) -> Sequence[Alternative]:
    """Return what can stand in for an exercise of a plan, the most alike first.

    What the training profile rules out is left out: equipment, joints, bans, practice.
    `besides` are the exercises of the same workout. Raises NotFound.
    """
    lifter = await load_lifter(tx)
    profile = await load_profile(tx, lifter)
    ground = await load_ground(tx, lifter, on=FIRST_DAY)
    allowed = {
        one.exercise_id for one in ground.options if refusal(one, profile) is None
    }
    return alternatives(
        await load_candidate(tx, exercise_id),
        [
            one
            for one in await load_candidates(tx)
            if one.exercise_id in allowed and one.exercise_id not in besides
        ],
        most=most,
    )
