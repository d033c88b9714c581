"""Add a passkey to one's account."""

from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.passkeys import NewPasskey
from metricgain.store.passkeys import add_passkey as keep_passkey


async def add_passkey(change: Change, new: NewPasskey) -> None:
    """Keep a passkey that was checked. Raises Conflict if there are too many."""
    await keep_passkey(change.tx, new, now=change.now)
    await note_event(
        change.tx, change.user_id, "passkey_added", now=change.now, subject=new.name
    )
