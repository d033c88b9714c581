"""Plan a skipped workout again."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.editing import load_ahead, save_session
from metricgain.store.mesocycles import complete_if_done
from metricgain.store.week_changes import undo_moved_from


async def unskip_workout(change: Change, *, instance_id: UUID) -> None:
    """Plan a skipped workout again; a block that it completed runs again.

    Its sets that had moved to other workouts come back, where these are not done.
    Doing it again changes nothing. Raises NotFound, and Conflict for a workout that
    was done, or when another block runs by now.
    """
    session = await load_ahead(change, instance_id)
    if session.status == "skipped":
        await save_session(change, session, status="scheduled")
        await undo_moved_from(change, instance_id)
        await complete_if_done(change, session.mesocycle_id)
