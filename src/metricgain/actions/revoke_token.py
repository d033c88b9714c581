"""Revoke an API token."""

from uuid import UUID

from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.tokens import revoke


async def revoke_token(change: Change, *, token_id: UUID) -> None:
    """Make a token useless for good; doing it again is fine. Raises NotFound."""
    name = await revoke(change.tx, token_id, now=change.now)
    await note_event(
        change.tx, change.user_id, "token_revoked", now=change.now, subject=name
    )
