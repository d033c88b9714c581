"""Accounts: make, find, change and delete them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.database import Row, Transaction, sql

NO_PASSWORD: Final = ""
"""The hash of an account without a password: nobody can sign in with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """What an account starts with. The values are checked already."""

    email: str
    password_hash: str
    full_name: str | None = None
    timezone: str = "UTC"
    weight_unit: str = "kg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account as its owner and the operator may see it."""

    user_id: int
    email: str
    full_name: str | None
    timezone: str
    created_at: datetime
    last_login: datetime | None
    is_active: bool
    is_admin: bool
    has_password: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What a password is checked against."""

    user_id: int
    email: str
    password_hash: str
    is_active: bool


async def create_account(system: Transaction, new: NewAccount, *, now: datetime) -> int:
    """Make an account with its preferences; return its id.

    The first account of an installation becomes its administrator. Raises Conflict
    if the e-mail address has an account.
    """
    await take_turn(system)
    user_id = await system.value(
        sql("account_create"),
        new.email,
        new.password_hash,
        new.full_name,
        new.timezone,
        now,
    )
    if not isinstance(user_id, int):
        raise Conflict("this e-mail address cannot be used", field="email")
    await system.run(sql("account_preferences_create"), user_id, new.weight_unit)
    await system.run(sql("account_sync_create"), user_id)
    return user_id


async def take_turn(system: Transaction) -> None:
    """Wait until nobody else makes an account, and keep them waiting meanwhile."""
    await system.value(sql("account_turn"))


async def find_credentials(system: Transaction, email: str) -> Credentials | None:
    """Return what the password of an e-mail address is checked against, or None."""
    row = await system.row(sql("account_credentials"), email)
    return None if row is None else Credentials(**row)


async def load_account(tx: Transaction, user_id: int) -> Account:
    """Return one account. Raises NotFound."""
    row = await tx.row(sql("account_load"), user_id)
    if row is None:
        raise NotFound("there is no such account")
    return _account(row)


async def all_accounts(system: Transaction) -> list[Account]:
    """Return every account, by e-mail address."""
    return [_account(row) for row in await system.rows(sql("account_list"))]


async def set_password_hash(
    tx: Transaction, user_id: int, password_hash: str, *, now: datetime
) -> None:
    """Replace the hash of a password."""
    await tx.run(sql("account_password_set"), user_id, password_hash, now)


async def set_account(
    tx: Transaction, user_id: int, *, email: str, full_name: str | None, now: datetime
) -> None:
    """Replace the address and the name. Raises Conflict if the address is taken."""
    try:
        await tx.run(sql("account_save"), user_id, email, full_name, now)
    except Conflict as error:
        raise Conflict("this e-mail address cannot be used", field="email") from error


async def note_sign_in_without_password(
    system: Transaction, user_id: int, *, now: datetime
) -> bool:
    """Remember when somebody signed in; return False if the account is closed."""
    return await system.run(sql("account_sign_in_without_password"), user_id, now) > 0


async def note_sign_in(
    system: Transaction, found: Credentials, *, password_hash: str, now: datetime
) -> bool:
    """Remember when somebody signed in, with a hash of the same password to keep.

    Return False if the password has changed, or the account closed, since it was
    checked.
    """
    touched = await system.run(
        sql("account_sign_in_note"),
        found.user_id,
        now,
        found.password_hash,
        password_hash,
    )
    return touched > 0


async def remove_account(tx: Transaction, user_id: int) -> bool:
    """Delete an account and everything it owns; return whether it was there."""
    await tx.run(sql("jobs_of_user_clear"), user_id)
    return await tx.run(sql("account_delete"), user_id) > 0


def _account(row: Row) -> Account:
    return Account(**row)


async def set_admin(
    system: Transaction, user_id: int, *, is_admin: bool, now: datetime
) -> None:
    """Make an account an administrator's, or a plain one."""
    await system.run(sql("account_admin_set"), user_id, is_admin, now)
