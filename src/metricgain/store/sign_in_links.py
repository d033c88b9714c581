"""Links that sign in once: for the first account, or for one whose password is lost."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from metricgain.store.database import Transaction, sql

LINK_LASTS: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedLink:
    """A link that has just been used; without a user it makes the first account."""

    user_id: int | None


async def add_sign_in_link(
    system: Transaction, secret_hash: bytes, *, user_id: int | None, now: datetime
) -> None:
    """Keep a link by the hash of its secret for a day, and drop those that expired."""
    await system.run(sql("sign_in_link_clear"), now)
    await system.run(
        sql("sign_in_link_add"), secret_hash, user_id, now, now + LINK_LASTS
    )


async def look_at_link(
    system: Transaction, secret_hash: bytes, *, now: datetime
) -> int | None:
    """Return whose account a valid link leads to, without using it."""
    found = await system.value(sql("sign_in_link_look"), secret_hash, now)
    return found if isinstance(found, int) else None


async def use_up_link(
    system: Transaction, secret_hash: bytes, *, now: datetime
) -> UsedLink | None:
    """Use a link, which works once; return what it is for, or None if not valid."""
    row = await system.row(sql("sign_in_link_use"), secret_hash, now)
    return None if row is None else UsedLink(user_id=row["for_user"])


async def forget_first_links(system: Transaction) -> None:
    """Drop the links for a first account, because there is one."""
    await system.run(sql("sign_in_link_forget_first"))
