"""Users and how they sign in."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from metricgain.store.database import Database, Row, Transaction, sql


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
    database: Database, token: str, *, now: datetime
) -> Caller | None:
    """Return whose running session this is, or None."""
    hashed = hash_of(token)
    row = await _find(
        database, sql("session_check"), sql("session_find"), values=(hashed, now)
    )
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
    database: Database, token: str, *, now: datetime
) -> Caller | None:
    """Return whose unrevoked API token this is, or None."""
    hashed = hash_of(token)
    row = await _find(
        database, sql("token_check"), sql("token_find"), values=(hashed, now)
    )
    if row is None:
        return None
    return Caller(
        user_id=row["user_id"],
        kind="token",
        scope=row["scope"],
        token_hash=hashed,
        timezone=row["timezone"],
    )


async def _find(
    database: Database, check: str, find: str, *, values: tuple[bytes, datetime]
) -> Row | None:
    """Look whether it is who it was before, then among everybody.

    Only the second look notes that somebody was there, for the first is not committed
    before the answer. It finds nobody whose note is older than an hour.
    """
    hashed, _ = values
    guessed = database.askers.guess(hashed)
    if guessed is not None:
        async with database.asking(guessed) as user:
            row = await user.row(check, guessed, *values)
        if row is not None:
            return row
        database.askers.forget(hashed)
    async with database.as_system() as system:
        row = await system.row(find, *values)
    if row is not None:
        database.askers.saw(hashed, row["user_id"])
    return row


async def has_users(system: Transaction) -> bool:
    """Tell whether anybody has an account here."""
    return bool(await system.value(sql("people_any")))
