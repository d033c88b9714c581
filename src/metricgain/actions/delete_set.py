"""Delete a set."""

from uuid import UUID

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.log_changes import reconsider_log
from metricgain.store.logs import find_log
from metricgain.store.sets import find_set, remove_set


async def delete_set(change: Change, *, log_id: UUID, set_id: int) -> bool:
    """Delete a set; whoever saves it later brings it back.

    Returns False when the set was saved after this deletion was made, and so stays.
    A set that has not arrived yet is deleted in advance. Raises NotFound.
    """
    place = await find_log(change, log_id)
    if place.log is None:
        if place.deleted_at is None:
            raise NotFound("this workout is not in your log", field="workout_log_id")
        return True
    stored, deleted_at = await find_set(change, log_id, set_id)
    if stored is not None and change.is_before(stored.stamp):
        return False
    if stored is None and change.is_gone_by(deleted_at):
        return True
    await remove_set(change, log_id, set_id)
    if stored is not None:
        await reconsider_log(change, place.log)
    return True
