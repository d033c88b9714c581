"""Take the secret address of one's calendar back."""

from metricgain.store.audit import note_event
from metricgain.store.calendar import revoke_feed
from metricgain.store.changes import Change


async def revoke_calendar_feed(change: Change) -> None:
    """Let nobody read the calendar any more; again is fine."""
    await revoke_feed(change)
    await note_event(
        change.tx,
        change.user_id,
        "calendar_revoked",
        now=change.now,
    )
