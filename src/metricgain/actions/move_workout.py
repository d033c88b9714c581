"""Put a planned workout on another day."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from metricgain.engine.first_week import DAYS_PER_WEEK
from metricgain.engine.rir import LONGEST_BLOCK
from metricgain.kit.errors import Conflict, Invalid
from metricgain.store.changes import Change
from metricgain.store.editing import load_ahead, load_running, save_session

FURTHEST: Final = timedelta(days=DAYS_PER_WEEK * LONGEST_BLOCK)


async def move_workout(
    change: Change, *, instance_id: UUID, scheduled_on: date
) -> None:
    """Put a workout on another day; the order of the workouts stays.

    Moving it there again changes nothing. Raises NotFound, Invalid for a day before
    the block or more than seven weeks after it, Conflict for a workout that has begun,
    was skipped, or would share its day with another one.
    """
    session = await load_ahead(change, instance_id)
    if session.status == "skipped":
        raise Conflict(
            "this workout is skipped", field="status", remedy="Plan it again first."
        )
    block = await load_running(change, session.mesocycle_id)
    end = block.end_date or block.start_date
    if not block.start_date <= scheduled_on <= end + FURTHEST:
        raise Invalid(
            "a workout lies within its block or seven weeks after it",
            field="scheduledOn",
        )
    taken = {
        s.scheduled_on
        for s in block.sessions
        if s.id != instance_id and s.status != "skipped"
    }
    if scheduled_on in taken and scheduled_on != session.scheduled_on:
        raise Conflict(
            "there is a workout on that day: 24 hours lie between two",
            field="scheduledOn",
            remedy="Pick another day, or move or skip that one first.",
        )
    await save_session(change, session, scheduled_on=scheduled_on)
