"""Log out everywhere."""

from metricgain.store.changes import Change
from metricgain.store.sessions import end_sessions


async def log_out_everywhere(change: Change) -> int:
    """End all sessions of the user and return how many. API tokens stay."""
    return await end_sessions(change.tx, change.user_id)
