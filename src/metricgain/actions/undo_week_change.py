"""Take back a change of a week that was accepted."""

from uuid import UUID

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.changes import Change
from metricgain.store.week_changes import is_accepted, is_undone, undo_change


async def undo_week_change(change: Change, *, id: UUID) -> tuple[UUID, ...]:  # noqa: A002 - the name it has in every table
    """Give the workouts that are not done their sets back; return these workouts.

    What was undone stays so: undoing it again changes nothing. Raises NotFound, and
    Conflict once every workout of the change is done.
    """
    if not await is_accepted(change, id, id):
        raise NotFound("no such change was accepted", field="id")
    undone = await undo_change(change, id)
    if not undone and not await is_undone(change, id):
        raise Conflict("the workouts of this change are done", field="id")
    return undone
