"""Make an API token."""

from typing import Literal
from uuid import UUID

from metricgain.kit.text import one_line
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.people import hash_of
from metricgain.store.tokens import Token, add_token


async def create_token(
    change: Change,
    *,
    token_id: UUID,
    name: str,
    scope: Literal["read", "full"],
    secret: str,
) -> Token:
    """Keep a token, by the hash of its secret alone. Raises Invalid or Conflict."""
    token = Token(
        id=token_id,
        name=one_line(name, field="name"),
        scope=scope,
        created_at=change.now,
        last_used_at=None,
    )
    await add_token(change.tx, token, hash_of(secret))
    await note_event(
        change.tx, change.user_id, "token_made", now=change.now, subject=token.name
    )
    return token
