"""Let a passkey sign in no more."""

from uuid import UUID

from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.passkeys import forget_passkey


async def remove_passkey(change: Change, *, passkey_id: UUID) -> None:
    """Forget a passkey. Raises NotFound."""
    name = await forget_passkey(change.tx, passkey_id)
    await note_event(
        change.tx, change.user_id, "passkey_removed", now=change.now, subject=name
    )
