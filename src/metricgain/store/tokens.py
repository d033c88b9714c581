"""API tokens: make, list and revoke them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.database import Transaction, sql

MOST_TOKENS = 100
_KEEP_REVOKED = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """An API token as its owner sees it: everything but the secret."""

    id: UUID
    name: str
    scope: Literal["read", "full"]
    created_at: datetime
    last_used_at: datetime | None


async def add_token(tx: Transaction, token: Token, token_hash: bytes) -> None:
    """Keep a new token by its hash. Raises Conflict if the user has too many."""
    await tx.run(sql("token_clear"), tx.user_id, token.created_at - _KEEP_REVOKED)
    added = await tx.run(
        sql("token_add"),
        tx.user_id,
        token.id,
        token.name,
        token_hash,
        token.scope,
        token.created_at,
        MOST_TOKENS,
    )
    if not added:
        raise Conflict(
            f"an account has at most {MOST_TOKENS} tokens",
            remedy="Revoke one that you no longer use.",
        )


async def unrevoked_tokens(tx: Transaction) -> list[Token]:
    """Return the user's tokens that work, the newest first."""
    return [Token(**row) for row in await tx.rows(sql("token_list"), tx.user_id)]


async def revoke(tx: Transaction, token_id: UUID, *, now: datetime) -> str:
    """Make a token of the user useless for good; return its name. Raises NotFound."""
    name = await tx.value(sql("token_revoke"), tx.user_id, token_id, now)
    if not isinstance(name, str):
        raise NotFound("there is no such token", field="token_id")
    return name
