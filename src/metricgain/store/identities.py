"""Whom identity providers vouch for."""

from dataclasses import dataclass
from datetime import datetime

from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedIdentity:
    """By which address a provider knows the user, if it said one, and since when."""

    email: str | None
    linked_at: datetime
    last_used_at: datetime | None


async def find_identity(
    system: Transaction, *, issuer: str, subject: str
) -> int | None:
    """Return whose account is linked to a provider's subject, or None."""
    found = await system.value(sql("identity_find"), issuer, subject)
    return found if isinstance(found, int) else None


async def link_identity(
    system: Transaction,
    user_id: int,
    *,
    issuer: str,
    subject: str,
    email: str | None,
    now: datetime,
) -> bool:
    """Link an account to a provider's subject; return False if it has one of it."""
    linked = await system.run(
        sql("identity_link"), user_id, issuer, subject, email, now
    )
    return linked > 0


async def note_vouched(
    system: Transaction, user_id: int, *, issuer: str, now: datetime
) -> None:
    """Remember when the provider vouched for somebody last."""
    await system.run(sql("identity_used"), user_id, issuer, now)


async def load_identity(tx: Transaction, *, issuer: str) -> LinkedIdentity | None:
    """Return by whom the user's account is linked to a provider, or None."""
    row = await tx.row(sql("identity_load"), tx.user_id, issuer)
    return None if row is None else LinkedIdentity(**row)


async def unlink_identity(tx: Transaction, *, issuer: str) -> bool:
    """Link the user to a provider no longer; return whether there was a link."""
    return await tx.run(sql("identity_unlink"), tx.user_id, issuer) > 0
