"""The commands `metricgain stats ...`: compute statistics anew, and check them."""

import asyncio
from datetime import datetime, timedelta
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import Progress

from metricgain.cli.connection import opened
from metricgain.cli.rebuilding import rebuild_due
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.accounts import find_credentials
from metricgain.store.database import Database
from metricgain.store.statistics.rebuild import mark
from metricgain.store.statistics.verify import (
    Difference,
    users_to_verify,
    verify,
)

stats_app = typer.Typer(
    no_args_is_help=True,
    help="Compute the statistics of the past anew, or check them.",
)
_RECENT: Final = timedelta(days=2)

UserOption = Annotated[
    str | None,
    typer.Option("--user", metavar="EMAIL", help="Only of this account [all]."),
]


@stats_app.command("rebuild")
def rebuild_statistics(
    *,
    user: UserOption = None,
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only the weeks from this day on."),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on with a rebuild that was interrupted."),
    ] = False,
) -> None:
    """Compute all statistics anew from the log.

    Nobody has to stop training for it: whoever changes something meanwhile waits for
    their own statistics at most. Interrupted, it goes on with --resume.
    """
    if resume and since is not None:
        raise Invalid(
            "a rebuild goes on from where it began",
            field="--since",
            remedy="Leave out --since or --resume.",
        )
    users = asyncio.run(_rebuild(user, since, resume=resume))
    typer.echo(f"The statistics of {_counted(users, 'user')} are computed anew.")


@stats_app.command("verify")
def verify_statistics(
    *,
    user: UserOption = None,
    recent: Annotated[
        bool,
        typer.Option("--recent", help="Only users who trained in the last two days."),
    ] = False,
) -> None:
    """Compare the statistics with what follows from the log, set by set.

    Prints every difference; the exit code is 1 if there is one.
    """
    found, users = asyncio.run(_verify(user, recent=recent))
    for email, difference in found:
        typer.echo(f"{email}: {difference}")
    if found:
        what = _counted(len(found), "difference")
        typer.echo(
            f"{what} in the statistics of {_counted(users, 'user')}."
            " `metricgain stats rebuild` corrects them.",
            err=True,
        )
        raise typer.Exit(1)
    typer.echo(f"The statistics of {_counted(users, 'user')} are right.")


async def _rebuild(email: str | None, since: datetime | None, *, resume: bool) -> int:
    async with opened(Settings.from_environment()) as database:
        user_id = await _user_id(database, email)
        if not resume:
            async with database.as_system() as system:
                day = None if since is None else since.date()
                await mark(system, user_id=user_id, since=day)
        return await rebuild_due(database, only=user_id)


async def _verify(
    email: str | None, *, recent: bool
) -> tuple[list[tuple[str, Difference]], int]:
    async with opened(Settings.from_environment()) as database:
        people = await users_to_verify(
            database,
            user_id=await _user_id(database, email),
            since=now() - _RECENT if recent else None,
        )
        console = Console(stderr=True)
        found = []
        with Progress(console=console, disable=not console.is_terminal) as bar:
            for person in bar.track(people, description="Statistics of users"):
                found += [
                    (person.email, difference)
                    for difference in await verify(database, person.user_id)
                ]
    return found, len(people)


async def _user_id(database: Database, email: str | None) -> int | None:
    """Return the id of an account, None for no address. Raises NotFound."""
    if email is None:
        return None
    async with database.as_system() as system:
        account = await find_credentials(system, email.strip().lower())
    if account is None:
        raise NotFound(
            f"there is no account with the address {email}",
            field="--user",
            remedy="`metricgain user list` shows all.",
        )
    return account.user_id


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number:,} {what}s"
