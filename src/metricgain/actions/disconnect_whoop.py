"""Disconnect WHOOP: the tokens go, the nights stay."""

from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.whoop import forget_connection, take_turn


async def disconnect_whoop(change: Change) -> None:
    """Forget the tokens; doing it again is fine."""
    await take_turn(change.tx)
    await forget_connection(change.tx)
    await note_event(
        change.tx,
        change.user_id,
        "whoop_disconnected",
        now=change.now,
    )
