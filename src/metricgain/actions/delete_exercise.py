"""Delete an exercise of one's own."""

from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.changes import Change
from metricgain.store.exercises import (
    OWNER_BITS,
    delete_own,
    own_state,
    retire_own,
)


async def delete_exercise(change: Change, *, exercise_id: int) -> None:
    """Delete an exercise that was never used; one that was used is only retired.

    So no set is ever lost with its exercise. Deleting it again changes nothing, and
    neither does a deletion older than the last change. Raises Invalid for an exercise
    of the catalogue, NotFound.
    """
    if exercise_id >> OWNER_BITS == 0:
        raise Invalid("an exercise of the catalogue stays", field="exerciseId")
    state = await own_state(change, exercise_id)
    if state.changed_at is None:
        if state.deleted_at is None:
            raise NotFound("there is no such exercise", field="exerciseId")
        return
    if change.is_before(state.changed_at):
        return
    if state.is_used:
        await retire_own(change, exercise_id)
    else:
        await delete_own(change, exercise_id)
