"""Sign in with a passkey whose answer was found right."""

from datetime import datetime

from metricgain.store.accounts import note_sign_in_without_password
from metricgain.store.audit import note_event
from metricgain.store.database import Transaction
from metricgain.store.passkeys import FoundPasskey, note_use
from metricgain.store.sessions import NewSession, start_session


async def sign_in_by_passkey(
    system: Transaction,
    found: FoundPasskey,
    session: NewSession,
    *,
    sign_count: int,
    now: datetime,
) -> bool:
    """Start a session; return False if the passkey is gone or the account closed."""
    is_there = await note_use(system, found, sign_count=sign_count, now=now)
    if not is_there or not await note_sign_in_without_password(
        system, found.user_id, now=now
    ):
        return False
    await start_session(system, found.user_id, session, now=now)
    await note_event(
        system,
        found.user_id,
        "signed_in",
        now=now,
        subject="passkey",
        visitor=session.visitor,
    )
    return True
