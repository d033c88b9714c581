"""End one of one's sessions."""

from metricgain.kit.errors import NotFound
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.sessions import remove_session


async def end_session(change: Change, *, session: bytes, own: bytes) -> None:
    """End a session, which may be the one that asks (`own`). Raises NotFound."""
    ended = await remove_session(change.tx, session)
    if ended is None:
        raise NotFound("there is no such session", field="session_id")
    await note_event(
        change.tx,
        change.user_id,
        "signed_out" if session == own else "session_ended",
        now=change.now,
        subject=ended.device,
    )
