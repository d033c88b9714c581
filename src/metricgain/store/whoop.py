"""The connection of a user to WHOOP: encrypted tokens, and how far was looked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, TypeAlias

from metricgain.kit.errors import NotFound
from metricgain.store.database import Transaction, sql

ConnectionProblem: TypeAlias = Literal["refused", "unreadable"]

WHOOP_SYNC: Final = "whoop.sync"
WHOOP_NEWS: Final = "whoop.news"
_TURN: Final = 0x57484F


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoopConnection:
    """A connection. The tokens are encrypted.

    `filled_to` is how far back the history is here, None before the first look.
    """

    member_id: int
    access_token: bytes
    refresh_token: bytes
    expires_at: datetime
    connected_at: datetime
    polled_at: datetime | None = None
    filled_to: datetime | None = None
    problem: ConnectionProblem | None = None


async def find_connection(tx: Transaction) -> WhoopConnection | None:
    """Return how the user is connected, None if not at all."""
    row = await tx.row(sql("whoop_connection_load"), tx.user_id)
    return None if row is None else WhoopConnection(**dict(row))


async def load_connection(tx: Transaction) -> WhoopConnection:
    """Return how the user is connected. Raises NotFound."""
    found = await find_connection(tx)
    if found is None:
        raise NotFound("WHOOP is not connected", remedy="Connect it.")
    return found


async def save_connection(tx: Transaction, made: WhoopConnection) -> None:
    """Connect the user. What is known of nights stays."""
    await tx.run(
        sql("whoop_connection_save"),
        tx.user_id,
        made.member_id,
        made.access_token,
        made.refresh_token,
        made.expires_at,
        made.connected_at,
    )


async def take_turn(tx: Transaction) -> None:
    """Wait until nobody else trades the tokens of this user.

    A refresh makes the old tokens worthless at once, so two must never meet.
    """
    await tx.run(sql("whoop_turn"), _TURN, tx.user_id)


async def save_tokens(
    tx: Transaction, *, access: bytes, refresh: bytes, expires_at: datetime
) -> None:
    """Keep new tokens, and forget what was wrong."""
    await tx.run(sql("whoop_tokens_save"), tx.user_id, access, refresh, expires_at)


async def note_problem(tx: Transaction, problem: ConnectionProblem) -> None:
    """Note that somebody has to connect anew, or to put a key back."""
    await tx.run(sql("whoop_problem_save"), tx.user_id, problem)


async def note_polled(
    tx: Transaction,
    *,
    polled_at: datetime | None = None,
    filled_to: datetime | None = None,
) -> None:
    """Note when was looked last, or how far back the history is."""
    await tx.run(sql("whoop_polled"), tx.user_id, polled_at, filled_to)


async def forget_connection(tx: Transaction) -> None:
    """Forget the user's tokens; without any it changes nothing."""
    await tx.run(sql("whoop_disconnect"), tx.user_id)


async def users_of_member(system: Transaction, member_id: int) -> list[int]:
    """Return who is connected as a member of WHOOP."""
    rows = await system.rows(sql("whoop_members"), member_id)
    return [row["user_id"] for row in rows]


async def users_to_look_at(system: Transaction, *, most: int) -> list[int]:
    """Return whose connections work, the one that was looked at longest ago first."""
    return [row["user_id"] for row in await system.rows(sql("whoop_due"), most)]


async def relock_tokens(system: Transaction, relock: Callable[[bytes], bytes]) -> int:
    """Encrypt all tokens anew; return how many connections there are."""
    rows = await system.rows(sql("whoop_all_tokens"))
    for row in rows:
        await system.run(
            sql("whoop_relock"),
            row["user_id"],
            relock(row["access_token"]),
            relock(row["refresh_token"]),
        )
    return len(rows)
