"""Passkeys: public keys that sign in, and the challenges that they answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.database import Transaction, sql
from metricgain.store.people import hash_of

MOST_PASSKEYS: Final = 20
CHALLENGE_LASTS: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPasskey:
    """A passkey to keep: its public half, and how often it says it was used."""

    id: UUID
    credential_id: bytes
    public_key: bytes
    sign_count: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """A passkey as its owner sees it."""

    id: UUID
    name: str
    credential_id: bytes
    created_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPasskey:
    """Whose passkey it is, and what its answers are checked against."""

    user_id: int
    id: UUID
    name: str
    public_key: bytes
    sign_count: int


async def add_challenge(
    system: Transaction, challenge: str, *, for_user: int | None, now: datetime
) -> None:
    """Keep a challenge by its hash for five minutes, and drop those that expired."""
    await system.run(sql("challenge_clear"), now)
    await system.run(
        sql("challenge_add"), hash_of(challenge), for_user, now + CHALLENGE_LASTS
    )


async def use_challenge(
    system: Transaction, challenge: str, *, for_user: int | None, now: datetime
) -> bool:
    """Use up a challenge, which works once; return whether it was valid."""
    return await system.run(sql("challenge_use"), hash_of(challenge), for_user, now) > 0


async def add_passkey(tx: Transaction, new: NewPasskey, *, now: datetime) -> None:
    """Keep a passkey. Raises Conflict if the user has too many."""
    added = await tx.run(
        sql("passkey_add"),
        tx.user_id,
        new.id,
        new.credential_id,
        new.public_key,
        new.sign_count,
        new.name,
        now,
        MOST_PASSKEYS,
    )
    if not added:
        raise Conflict(
            f"an account has at most {MOST_PASSKEYS} passkeys",
            remedy="Remove one that you no longer use.",
        )


async def passkeys_of(tx: Transaction) -> list[Passkey]:
    """Return the user's passkeys, the newest first."""
    return [Passkey(**row) for row in await tx.rows(sql("passkey_list"), tx.user_id)]


async def find_passkey(
    system: Transaction, credential_id: bytes
) -> FoundPasskey | None:
    """Return whose passkey this is, or None."""
    row = await system.row(sql("passkey_find"), credential_id)
    return None if row is None else FoundPasskey(**row)


async def note_use(
    system: Transaction, found: FoundPasskey, *, sign_count: int, now: datetime
) -> bool:
    """Keep the counter of a passkey; return False if it went on or is gone."""
    used = await system.run(
        sql("passkey_used"), found.user_id, found.id, sign_count, now
    )
    return used > 0


async def rename(tx: Transaction, passkey_id: UUID, name: str) -> Passkey:
    """Call a passkey something else. Raises NotFound."""
    row = await tx.row(sql("passkey_rename"), tx.user_id, passkey_id, name)
    if row is None:
        raise _no_such()
    return Passkey(**row)


async def forget_passkey(tx: Transaction, passkey_id: UUID) -> str:
    """Forget a passkey and return what it was called. Raises NotFound."""
    name = await tx.value(sql("passkey_remove"), tx.user_id, passkey_id)
    if not isinstance(name, str):
        raise _no_such()
    return name


def _no_such() -> NotFound:
    return NotFound("there is no such passkey", field="passkey_id")
