"""Begin to guard one's account with the codes of an authenticator app."""

from metricgain.kit.errors import Conflict
from metricgain.kit.vault import Vault
from metricgain.store.changes import Change
from metricgain.store.second_factors import begin_totp as keep_secret


async def begin_totp(change: Change, vault: Vault, *, secret: str) -> None:
    """Keep a secret, encrypted, that guards nothing until a code of it was typed.

    Raises Conflict if one guards the account already.
    """
    if not await keep_secret(change.tx, vault.lock(secret), now=change.now):
        raise Conflict(
            "an authenticator app guards this account already",
            remedy="Turn it off first.",
        )
