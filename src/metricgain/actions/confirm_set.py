"""Say that a set that looks like a slip is right."""

from dataclasses import replace
from uuid import UUID

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.sets import StoredSet, find_set, mark_confirmed


async def confirm_set(change: Change, *, log_id: UUID, set_id: int) -> StoredSet:
    """Keep a flagged set as it is; a set without a flag stays as it is too.

    A confirmation made before the set was last corrected was about other numbers and
    is ignored. Returns the set. Raises NotFound.
    """
    stored, _ = await find_set(change, log_id, set_id)
    if stored is None:
        raise NotFound("this set is not in your log", field="id")
    if stored.flag != "to_confirm" or change.is_before(stored.stamp):
        return stored
    await mark_confirmed(change, log_id, set_id)
    return replace(stored, flag="confirmed")
