"""Change one's password."""

from metricgain.store.accounts import set_password_hash
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.sessions import end_sessions, need_password_again


async def change_password(
    change: Change, *, password_hash: str, session: bytes | None
) -> None:
    """Replace the password and end every session but the one that asks for it."""
    await set_password_hash(change.tx, change.user_id, password_hash, now=change.now)
    await end_sessions(change.tx, change.user_id, but=session)
    await note_event(change.tx, change.user_id, "password_changed", now=change.now)
    if session is not None:
        await need_password_again(change.tx, session)
