"""The commands `metricgain user ...`: accounts, without signing in."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Annotated, Final, Literal, TypeAlias, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from metricgain.actions.register import register
from metricgain.cli.connection import opened
from metricgain.cli.listening import link_address
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.kit.ids import secret
from metricgain.kit.passwords import hash_new_password
from metricgain.kit.text import checked_email, checked_password, one_line
from metricgain.kit.timezones import checked_timezone
from metricgain.store.accounts import (
    Account,
    Credentials,
    NewAccount,
    all_accounts,
    find_credentials,
    remove_account,
    set_admin,
    set_password_hash,
)
from metricgain.store.attempts import account_gate, forget_attempts
from metricgain.store.audit import note_event, note_on_instance
from metricgain.store.database import Transaction
from metricgain.store.invitations import add_invitation
from metricgain.store.people import hash_of
from metricgain.store.second_factors import forget_totp
from metricgain.store.sessions import end_sessions
from metricgain.store.sign_in_links import add_sign_in_link

user_app = typer.Typer(
    no_args_is_help=True, help="Make, list and delete accounts, and invite people."
)
_MOST_DAYS: Final = 365
_T = TypeVar("_T")
_Noted: TypeAlias = Literal[
    "password_changed", "made_admin", "made_plain", "link_made", "second_factor_reset"
]

EmailArgument = Annotated[str, typer.Argument(metavar="EMAIL")]
FromStdin = Annotated[
    bool,
    typer.Option("--password-stdin", help="Read the password from standard input."),
]


@user_app.command()
def create(
    email: EmailArgument,
    *,
    name: Annotated[str | None, typer.Option(help="The person's name.")] = None,
    timezone: Annotated[str, typer.Option(help="Like Europe/Berlin.")] = "UTC",
    unit: Annotated[Literal["kg", "lb"], typer.Option(help="kg or lb.")] = "kg",
    password_stdin: FromStdin = False,
) -> None:
    """Make an account, whoever may register. The first one is the administrator's."""
    address = checked_email(email)
    full_name = None if name is None else one_line(name, field="name")
    zone = checked_timezone(timezone)
    password = _password(from_stdin=password_stdin)

    async def act(system: Transaction) -> None:
        new = NewAccount(
            email=address,
            password_hash=await hash_new_password(password, about=(address, full_name)),
            full_name=full_name,
            timezone=zone,
            weight_unit=unit,
        )
        await register(system, new, now=now(), needs_invitation=False)

    try:
        _in_database(act)
    except Conflict as error:
        if error.field != "email":
            raise
        raise Conflict(f"{address} has an account already.") from error
    typer.echo(f"{address} can sign in now.")


@user_app.command("list")
def list_accounts() -> None:
    """List all accounts."""
    found = _in_database(all_accounts)
    if not found:
        typer.echo("There is no account yet. Make one: metricgain user create EMAIL")
        return
    Console(width=None if sys.stdout.isatty() else 160).print(_table(found))


@user_app.command()
def set_password(email: EmailArgument, *, password_stdin: FromStdin = False) -> None:
    """Give an account another password, and log it out everywhere.

    A pause after too many wrong passwords ends as well. API tokens stay.
    """
    address = checked_email(email)
    password = _password(from_stdin=password_stdin)

    async def act(system: Transaction) -> None:
        found = await _account(system, address)
        hashed = await hash_new_password(password, about=(address,))
        await set_password_hash(system, found.user_id, hashed, now=now())
        await end_sessions(system, found.user_id)
        await _note(system, found, "password_changed")
        await forget_attempts(system, account_gate(address, most=1), now=now())

    _in_database(act)
    typer.echo(f"{address} has a new password and is logged out everywhere.")


@user_app.command()
def delete(
    email: EmailArgument,
    *,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Delete without asking.")
    ] = False,
) -> None:
    """Delete an account with everything in it, for good."""
    address = checked_email(email)
    _in_database(lambda system: _account(system, address))
    if not yes:
        typer.confirm(
            f"Delete {address} with all workouts, plans and settings, for good?",
            abort=True,
        )

    async def act(system: Transaction) -> None:
        found = await _account(system, address)
        await note_on_instance(
            system, "account_deleted", about_user=found.user_id, now=now()
        )
        await remove_account(system, found.user_id)

    _in_database(act)
    typer.echo(f"{address} is deleted, with everything it had.")


@user_app.command()
def promote(email: EmailArgument) -> None:
    """Make somebody an administrator, who sees how the installation is doing."""
    _set_admin(checked_email(email), is_admin=True)
    typer.echo(f"{email} is an administrator.")


@user_app.command()
def demote(email: EmailArgument) -> None:
    """Make an administrator a plain user again."""
    _set_admin(checked_email(email), is_admin=False)
    typer.echo(f"{email} is no administrator.")


def _set_admin(address: str, *, is_admin: bool) -> None:
    async def act(system: Transaction) -> None:
        found = await _account(system, address)
        await set_admin(system, found.user_id, is_admin=is_admin, now=now())
        await _note(system, found, "made_admin" if is_admin else "made_plain")

    _in_database(act)


@user_app.command()
def invite(
    *,
    days: Annotated[
        int, typer.Option(min=1, max=_MOST_DAYS, help="Days for which it holds.")
    ] = 7,
) -> None:
    """Print a code by which one person may make an account.

    It is needed where METRICGAIN_REGISTRATION is "invitation".
    """
    code = secret()

    async def act(system: Transaction) -> None:
        at = now()
        await add_invitation(
            system, hash_of(code), now=at, expires_at=at + timedelta(days=days)
        )
        await note_on_instance(system, "invitation_made", about_user=None, now=at)

    _in_database(act)
    typer.echo(code)
    typer.echo(f"It works once, within {days} days.", err=True)


@user_app.command()
def link(email: EmailArgument) -> None:
    """Print a link that signs in to an account, for somebody who lost the password.

    It works once, within a day, and lets a new password be set for an hour.
    """
    address = checked_email(email)
    code = secret()

    async def act(system: Transaction) -> None:
        found = await _account(system, address)
        if not found.is_active:
            raise Conflict(f"The account {address} is closed.")
        await add_sign_in_link(system, hash_of(code), user_id=found.user_id, now=now())
        await _note(system, found, "link_made")

    _in_database(act)
    typer.echo(link_address(Settings.from_environment(), code))
    typer.echo("It works once, within a day.", err=True)


@user_app.command()
def reset_second_factor(email: EmailArgument) -> None:
    """Let somebody sign in without codes, whose authenticator app is lost.

    Recovery codes go with it. The password and passkeys stay.
    """
    address = checked_email(email)

    async def act(system: Transaction) -> bool:
        found = await _account(system, address)
        if not await forget_totp(system, found.user_id):
            return False
        await _note(system, found, "second_factor_reset")
        return True

    if _in_database(act):
        typer.echo(f"{address} signs in without a code now.")
    else:
        typer.echo(f"No authenticator app guards {address}.")


def _in_database(act: Callable[[Transaction], Awaitable[_T]]) -> _T:
    """Do something in one transaction that sees every account."""

    async def run() -> _T:
        async with (
            opened(Settings.from_environment()) as database,
            database.as_system() as system,
        ):
            return await act(system)

    return asyncio.run(run())


async def _note(system: Transaction, found: Credentials, event: _Noted) -> None:
    """Let the user and the owner of the installation see what was done here."""
    at = now()
    await note_event(system, found.user_id, event, now=at, subject="command")
    await note_on_instance(system, event, about_user=found.user_id, now=at)


async def _account(system: Transaction, email: str) -> Credentials:
    found = await find_credentials(system, email)
    if found is None:
        raise NotFound(f"There is no account {email}.")
    return found


def _password(*, from_stdin: bool) -> str:
    """Ask for a new password unseen, or read the first line of standard input."""
    if from_stdin:
        return checked_password(sys.stdin.readline().rstrip("\r\n"))
    if not sys.stdin.isatty():
        raise Invalid(
            "nobody is there to type it",
            field="password",
            remedy="Pass it on standard input with --password-stdin.",
        )
    return checked_password(
        typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    )


def _table(accounts: list[Account]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("E-mail", "Name", "Time zone", "Since", "Last signed in", "Notes"):
        table.add_column(heading, overflow="fold")
    for account in accounts:
        notes = [
            *(["administrator"] if account.is_admin else []),
            *([] if account.is_active else ["closed"]),
            *([] if account.has_password else ["no password"]),
        ]
        last = account.last_login
        table.add_row(
            account.email,
            account.full_name or "",
            account.timezone,
            f"{account.created_at:%Y-%m-%d}",
            f"{last:%Y-%m-%d %H:%M}" if last else "never",
            ", ".join(notes),
        )
    return table
