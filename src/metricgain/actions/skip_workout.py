"""Skip a planned workout."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.editing import load_ahead, save_session
from metricgain.store.mesocycles import complete_if_done


async def skip_workout(change: Change, *, instance_id: UUID) -> None:
    """Skip a workout: nothing is decided from it, the next one stays as it is.

    Skipping the last workout of a block completes it; skipping again changes nothing.
    Raises NotFound, and Conflict for a workout that has begun.
    """
    session = await load_ahead(change, instance_id)
    if session.status != "skipped":
        await save_session(change, session, status="skipped")
        await complete_if_done(change, session.mesocycle_id)
