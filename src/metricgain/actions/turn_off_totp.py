"""Guard one's account with an authenticator app no longer."""

from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.second_factors import forget_totp


async def turn_off_totp(change: Change) -> None:
    """Forget the secret and the recovery codes; doing it again is fine."""
    if await forget_totp(change.tx, change.user_id):
        await note_event(change.tx, change.user_id, "totp_off", now=change.now)
