"""Link one's account to an identity provider no longer."""

from metricgain.kit.errors import Conflict
from metricgain.store.accounts import load_account
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.identities import unlink_identity
from metricgain.store.passkeys import passkeys_of


async def unlink_provider(change: Change, *, issuer: str) -> None:
    """Take the link back; doing it again is fine.

    Raises Conflict where nothing else would let the user in: no password, no passkey.
    """
    account = await load_account(change.tx, change.user_id)
    if not account.has_password and not await passkeys_of(change.tx):
        raise Conflict(
            "without the provider nothing would let you in",
            remedy="Set a password or add a passkey first.",
        )
    if await unlink_identity(change.tx, issuer=issuer):
        await note_event(change.tx, change.user_id, "provider_unlinked", now=change.now)
