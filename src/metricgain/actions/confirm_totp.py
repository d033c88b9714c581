"""Let an authenticator app guard one's account from now on."""

from collections.abc import Sequence

from metricgain.kit.errors import Conflict, Invalid
from metricgain.kit.totp import period_of
from metricgain.kit.vault import Vault
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.second_factors import (
    load_totp,
    replace_recovery_codes,
    take_period,
)


async def confirm_totp(
    change: Change, vault: Vault, *, code: str, code_hashes: Sequence[bytes]
) -> None:
    """Take the first code of a secret, and keep recovery codes by their hashes.

    Raises Conflict if nothing waits to be confirmed, Invalid for another code.
    """
    kept = await load_totp(change.tx, change.user_id)
    if kept is None or kept.confirmed_at is not None:
        raise Conflict(
            "no authenticator app waits to be confirmed", remedy="Begin again."
        )
    period = period_of(vault.open(kept.locked_secret), code, now=change.now)
    if period is None or not await take_period(
        change.tx, change.user_id, period, now=change.now
    ):
        raise Invalid(
            "this is not the code that the app shows now",
            field="code",
            remedy="Look whether the clock of the device is right, and try the next.",
        )
    await replace_recovery_codes(change.tx, code_hashes, now=change.now)
    await note_event(change.tx, change.user_id, "totp_on", now=change.now)
