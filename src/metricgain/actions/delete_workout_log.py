"""Delete a workout from the log."""

from uuid import UUID

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.deciding import reconsider_without
from metricgain.store.logs import delete_log, find_log
from metricgain.store.mesocycles import complete_if_done


async def delete_workout_log(change: Change, *, log_id: UUID) -> bool:
    """Delete a log with its sets and answers; a planned workout waits again.

    Returns False when anything in the log was changed after this deletion was made:
    then all of it stays. Raises NotFound.
    """
    place = await find_log(change, log_id)
    if place.log is None:
        if place.deleted_at is None:
            raise NotFound("this workout is not in your log", field="workout_log_id")
        return True
    if change.is_before(place.log.changed_at):
        return False
    block = await delete_log(change, log_id)
    if block is not None:
        await reconsider_without(change, log_id)
        await complete_if_done(change, block)
    return True
