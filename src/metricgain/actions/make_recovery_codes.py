"""Make recovery codes, in place of those before."""

from collections.abc import Sequence

from metricgain.kit.errors import Conflict
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.second_factors import load_totp, replace_recovery_codes


async def make_recovery_codes(change: Change, code_hashes: Sequence[bytes]) -> None:
    """Keep codes by their hashes. Raises Conflict without an authenticator app."""
    kept = await load_totp(change.tx, change.user_id)
    if kept is None or kept.confirmed_at is None:
        raise Conflict("recovery codes stand in for an authenticator app; none is on")
    await replace_recovery_codes(change.tx, code_hashes, now=change.now)
    await note_event(change.tx, change.user_id, "recovery_codes_made", now=change.now)
