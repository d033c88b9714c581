"""Sign in with a password that was found right."""

from datetime import datetime

from metricgain.store.accounts import Credentials, note_sign_in
from metricgain.store.audit import note_event
from metricgain.store.database import Transaction
from metricgain.store.sessions import NewSession, start_session


async def sign_in(
    system: Transaction,
    found: Credentials,
    session: NewSession,
    *,
    password_hash: str,
    now: datetime,
) -> bool:
    """Start a session and remember when; return False if the password just changed.

    `password_hash` replaces the one that was found, which may be an outdated hash of
    the same password.
    """
    if not await note_sign_in(system, found, password_hash=password_hash, now=now):
        return False
    await start_session(system, found.user_id, session, now=now)
    await note_event(
        system,
        found.user_id,
        "signed_in",
        now=now,
        subject="password",
        visitor=session.visitor,
    )
    return True
