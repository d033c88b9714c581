"""Make the secret address of one's calendar."""

from metricgain.store.audit import note_event
from metricgain.store.calendar import save_feed
from metricgain.store.changes import Change
from metricgain.store.people import hash_of


async def make_calendar_feed(change: Change, *, secret: str) -> None:
    """Keep a secret by its hash alone; whoever knew the one before knows it no more."""
    await save_feed(change, token_hash=hash_of(secret))
    await note_event(
        change.tx,
        change.user_id,
        "calendar_made",
        now=change.now,
    )
