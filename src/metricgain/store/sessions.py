"""Sessions of browsers: start, list and end them."""

from dataclasses import dataclass
from datetime import datetime

from metricgain.store.audit import NOBODY, Visitor
from metricgain.store.database import Transaction, sql

MOST_SESSIONS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser that is signed in."""

    token_hash: bytes
    device: str | None
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """A session to start. Only the hash of its secret is stored.

    Until `may_set_password_until` it may set a password without the present one.
    `visitor` is whoever it is for. `replaces` is the hash of a session of the same user
    which ends with it.
    """

    token_hash: bytes
    expires_at: datetime
    may_set_password_until: datetime | None = None
    visitor: Visitor = NOBODY
    replaces: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedSession:
    """What is left to say of a session that ended."""

    device: str | None


async def start_session(
    system: Transaction, user_id: int, new: NewSession, *, now: datetime
) -> None:
    """Start a session, and end those of the user that expired or are too many."""
    if new.replaces is not None:
        await system.run(sql("session_end"), user_id, new.replaces)
    await system.run(sql("session_clear"), user_id, now, MOST_SESSIONS - 1)
    await system.run(
        sql("session_start"),
        user_id,
        new.token_hash,
        new.visitor.device,
        now,
        new.expires_at,
        new.may_set_password_until,
    )


async def running_sessions(tx: Transaction, *, now: datetime) -> list[Session]:
    """Return the user's sessions that have not expired, last seen first."""
    rows = await tx.rows(sql("session_list"), tx.user_id, now)
    return [Session(**row) for row in rows]


async def began_at(tx: Transaction, token_hash: bytes) -> datetime | None:
    """Return when a session of the user began, None if there is no such session."""
    began = await tx.value(sql("session_began"), tx.user_id, token_hash)
    return began if isinstance(began, datetime) else None


async def may_set_password(
    tx: Transaction, token_hash: bytes, *, now: datetime
) -> bool:
    """Tell whether a session may set a password without the present one."""
    return bool(
        await tx.value(sql("session_may_set_password"), tx.user_id, token_hash, now)
    )


async def need_password_again(tx: Transaction, token_hash: bytes) -> None:
    """Let a session set no further password without the present one."""
    await tx.run(sql("session_set_password_done"), tx.user_id, token_hash)


async def remove_session(tx: Transaction, token_hash: bytes) -> EndedSession | None:
    """End one session of the user; return what it was, None if it was not there."""
    row = await tx.row(sql("session_end"), tx.user_id, token_hash)
    return None if row is None else EndedSession(device=row["device"])


async def end_sessions(
    tx: Transaction, user_id: int, *, but: bytes | None = None
) -> int:
    """End all sessions of a user but one, and return how many."""
    return await tx.run(sql("session_end_all"), user_id, but or b"")
