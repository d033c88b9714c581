"""Log out everywhere."""

from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.sessions import end_sessions


async def log_out_everywhere(change: Change, *, but: bytes | None = None) -> int:
    """End all sessions of the user but one; return how many. API tokens stay."""
    ended = await end_sessions(change.tx, change.user_id, but=but)
    await note_event(change.tx, change.user_id, "sessions_ended", now=change.now)
    return ended
