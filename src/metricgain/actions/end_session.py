"""End one of one's sessions."""

from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.sessions import remove_session


async def end_session(change: Change, *, session: bytes) -> None:
    """End a session, which may be the one that asks for it. Raises NotFound."""
    if not await remove_session(change.tx, session):
        raise NotFound("there is no such session", field="session_id")
