"""Is it the owner of an account who asks? For what a lost phone must not do."""

from datetime import timedelta
from typing import Final

from metricgain.api.door import Door
from metricgain.api.session import Requester
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid, NotAllowed
from metricgain.store.accounts import Account, load_account
from metricgain.store.sessions import began_at, may_set_password

FRESH_FOR: Final = timedelta(minutes=10)
"""How long after signing in nobody is asked for the password again."""


async def check_owner(
    door: Door, asker: Requester, password: str | None, *, field: str
) -> Account:
    """Check the present password, where one is needed; return the account.

    A browser needs none for an account that has none, nor within an hour after a link.
    Raises Invalid, NotAllowed for programs of an account without a password, TooMany.
    """
    async with asker.reading() as tx:
        account = await load_account(tx, asker.user_id)
        freed = await may_set_password(tx, asker.caller.token_hash, now=now())
    if password is None and freed:
        return account
    if not account.has_password:
        _refuse_programs(asker)
        return account
    await _check_password(door, account.email, password, field=field)
    return account


async def check_fresh(door: Door, asker: Requester, password: str | None) -> None:
    """Let only the owner change how one signs in: by password, or just signed in.

    Raises NotAllowed for programs, and for a browser that signed in some time ago to
    an account without a password; Invalid for a wrong or missing one; TooMany.
    """
    check_browser(asker)
    async with asker.reading() as tx:
        account = await load_account(tx, asker.user_id)
        began = await began_at(tx, asker.caller.token_hash)
    if password is None and began is not None and now() - began <= FRESH_FOR:
        return
    if not account.has_password:
        raise NotAllowed(
            "signing in was too long ago for this",
            remedy="Sign out and in again.",
        )
    await _check_password(door, account.email, password, field="password")


def check_browser(asker: Requester) -> None:
    """Raise NotAllowed for programs."""
    if asker.caller.kind != "session":
        raise NotAllowed("only a signed-in browser may do this", field="Authorization")


async def check_leaving(
    door: Door, asker: Requester, *, password: str | None, confirmation: str | None
) -> None:
    """Check the password, or the address of an account that has none.

    Raises Invalid, NotAllowed for programs of an account without a password, TooMany.
    """
    async with asker.reading() as tx:
        account = await load_account(tx, asker.user_id)
    if account.has_password:
        await _check_password(door, account.email, password, field="password")
        return
    _refuse_programs(asker)
    if (confirmation or "").strip().lower() != account.email:
        raise Invalid(
            f"must be {account.email}, the address of this account",
            field="confirmation",
        )


async def _check_password(
    door: Door, email: str, password: str | None, *, field: str
) -> None:
    if password is None:
        raise Invalid("is needed, because this account has one", field=field)
    if await door.credentials(email, password) is None:
        raise Invalid("this is not your password", field=field)
    async with door.database.as_system() as system:
        await door.passed(system, email)


def _refuse_programs(asker: Requester) -> None:
    if asker.caller.kind != "session":
        raise NotAllowed(
            "only a signed-in browser may do this while the account has no password",
            field="Authorization",
        )
