"""Skip a planned workout."""

from uuid import UUID

from metricgain.store.changes import Change
from metricgain.store.editing import load_ahead, save_session
from metricgain.store.mesocycles import complete_if_done
from metricgain.store.prescribing import ensure_prescribed, prescribe_following


async def skip_workout(change: Change, *, instance_id: UUID) -> None:
    """Skip a workout: nothing is decided from it, its muscles keep their sets.

    Their next sessions are prescribed at once, so that they can be seen ahead.
    Skipping the last workout of a block completes it; skipping again changes nothing.
    Raises NotFound, and Conflict for a workout that has begun.
    """
    session = await load_ahead(change, instance_id)
    if session.status != "skipped":
        await ensure_prescribed(change, instance_id)
        await save_session(change, session, status="skipped")
        await prescribe_following(change, instance_id)
        await complete_if_done(change, session.mesocycle_id)
