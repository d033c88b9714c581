"""Users and how they sign in."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who sent a request, from which time zone, and by what."""

    user_id: int
    kind: Literal["session", "token"]
    scope: Literal["full", "read"]
    token_hash: bytes
    timezone: str


def hash_of(token: str) -> bytes:
    """Return what is stored of a session or API token.

    SHA-256 suffices: tokens are 256 random bits, so there is nothing to guess.
    """
    return hashlib.sha256(token.encode()).digest()


async def caller_of_session(
    system: Transaction, token: str, *, now: datetime
) -> Caller | None:
    """Return whose running session this is, or None."""
    hashed = hash_of(token)
    row = await system.row(sql("session_find"), hashed, now)
    if row is None:
        return None
    return Caller(
        user_id=row["user_id"],
        kind="session",
        scope="full",
        token_hash=hashed,
        timezone=row["timezone"],
    )


async def caller_of_token(
    system: Transaction, token: str, *, now: datetime
) -> Caller | None:
    """Return whose unrevoked API token this is, or None."""
    hashed = hash_of(token)
    row = await system.row(sql("token_find"), hashed, now)
    if row is None:
        return None
    return Caller(
        user_id=row["user_id"],
        kind="token",
        scope=row["scope"],
        token_hash=hashed,
        timezone=row["timezone"],
    )


async def has_users(system: Transaction) -> bool:
    """Tell whether anybody has an account here."""
    return bool(await system.value(sql("people_any")))
