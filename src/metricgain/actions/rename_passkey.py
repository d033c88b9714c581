"""Call a passkey something else."""

from uuid import UUID

from metricgain.kit.text import one_line
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.passkeys import Passkey, rename


async def rename_passkey(change: Change, *, passkey_id: UUID, name: str) -> Passkey:
    """Give a passkey another name. Raises NotFound, Invalid."""
    renamed = await rename(change.tx, passkey_id, one_line(name, field="name"))
    await note_event(
        change.tx,
        change.user_id,
        "passkey_renamed",
        now=change.now,
        subject=renamed.name,
    )
    return renamed
