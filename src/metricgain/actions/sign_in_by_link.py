"""Sign in with a link that somebody at the machine was shown."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from metricgain.kit.errors import Conflict, NotSignedIn
from metricgain.store.accounts import (
    NO_PASSWORD,
    NewAccount,
    create_account,
    note_sign_in_without_password,
    take_turn,
)
from metricgain.store.audit import note_event, note_on_instance
from metricgain.store.database import Transaction
from metricgain.store.people import has_users
from metricgain.store.sessions import NewSession, start_session
from metricgain.store.sign_in_links import forget_first_links, use_up_link

FIRST_EMAIL: Final = "owner@localhost"
"""What the first account signs in with until its owner gives an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAccount:
    """What the first account starts with, checked already."""

    timezone: str
    weight_unit: str


async def sign_in_by_link(
    system: Transaction,
    *,
    secret_hash: bytes,
    session: NewSession,
    first: FirstAccount,
    now: datetime,
) -> int:
    """Use up a link, start a session, and return whose it is.

    A link for nobody makes the first account, without a password and as its
    administrator. Raises NotSignedIn for a link that is unknown, used or expired, and
    Conflict where somebody made an account before the first link was used.
    """
    link = await use_up_link(system, secret_hash, now=now)
    if link is None:
        raise _not_valid()
    user_id = link.user_id
    if user_id is None:
        user_id = await _make_first_account(system, first, now=now)
    if not await note_sign_in_without_password(system, user_id, now=now):
        raise _not_valid()
    await start_session(system, user_id, session, now=now)
    await note_event(
        system,
        user_id,
        "signed_in",
        now=now,
        subject="link",
        visitor=session.visitor,
    )
    return user_id


async def _make_first_account(
    system: Transaction, first: FirstAccount, *, now: datetime
) -> int:
    await take_turn(system)
    if await has_users(system):
        raise Conflict(
            "somebody has made an account here since this link was shown",
            field="secret",
            remedy="Sign in, or ask for a link to it: metricgain user link EMAIL.",
        )
    user_id = await create_account(
        system,
        NewAccount(
            email=FIRST_EMAIL,
            password_hash=NO_PASSWORD,
            timezone=first.timezone,
            weight_unit=first.weight_unit,
        ),
        now=now,
    )
    await note_on_instance(system, "account_made", about_user=user_id, now=now)
    await forget_first_links(system)
    return user_id


def _not_valid() -> NotSignedIn:
    return NotSignedIn(
        "this link does not work, or no longer: each works once, for a day",
        field="secret",
        remedy="Start the server again, or ask for one: metricgain user link EMAIL.",
    )
