"""What can stand in for an exercise of a planned workout. Four statements."""

from collections.abc import Collection, Sequence
from uuid import UUID

from metricgain.engine.alternatives import Alternative, alternatives
from metricgain.kit.errors import NotFound
from metricgain.store.alternatives import load_candidate, load_candidates
from metricgain.store.block_screens import load_session
from metricgain.store.database import Transaction


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
