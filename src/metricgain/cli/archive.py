"""The commands `metricgain archive ...`: keep old blocks in small, or not."""

import asyncio
from datetime import timedelta
from typing import Annotated, Final

import typer

from metricgain.cli.connection import opened
from metricgain.config import Settings
from metricgain.jobs.archiving import Done, archive_everybody, restore_everybody
from metricgain.kit.clock import now
from metricgain.store.archiving import (
    Archived,
    list_archived,
    old_blocks,
    users_with_blocks,
)

archive_app = typer.Typer(
    help="Keep the sets of blocks that were trained long ago in small."
)
_DAYS_A_MONTH: Final = 30.4375

UserOption = Annotated[
    str | None,
    typer.Option("--user", metavar="EMAIL", help="Only of this account [all]."),
]


@archive_app.callback(invoke_without_command=True)
def archive(
    context: typer.Context,
    *,
    user: UserOption = None,
    months: Annotated[
        int,
        typer.Option(
            "--older-than", min=3, metavar="MONTHS", help="Last trained so long ago."
        ),
    ] = 12,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say which blocks these are.")
    ] = False,
) -> None:
    """Archive blocks: each is packed, compared, and only then taken away.

    They are shown, counted and exported as before; who changes something in one brings
    it back. Interrupted, run it again. The newest block of everybody stays.
    """
    if context.invoked_subcommand is not None:
        return
    if dry_run:
        asyncio.run(_show_old(user, months))
        return
    done = asyncio.run(_archive(user, months))
    typer.echo(_sum("Archived", done))


@archive_app.command()
def restore(*, user: UserOption = None) -> None:
    """Bring every archived block back, to the last digit."""
    typer.echo(_sum("Brought back", asyncio.run(_restore(user))))


@archive_app.command("list")
def list_(*, user: UserOption = None) -> None:
    """Show what is archived, and in how many bytes."""
    asyncio.run(_list(user))


async def _archive(user: str | None, months: int) -> Done:
    async with opened(Settings.from_environment()) as database:
        return await archive_everybody(
            database, months=months, now=now(), email=user, heard=_tell
        )


async def _restore(user: str | None) -> Done:
    async with opened(Settings.from_environment()) as database:
        return await restore_everybody(database, now=now(), email=user, heard=_tell)


async def _show_old(user: str | None, months: int) -> None:
    before = (now() - timedelta(days=_DAYS_A_MONTH * months)).date()
    async with opened(Settings.from_environment()) as database:
        async with database.as_system() as system:
            users = await users_with_blocks(system, email=user, before=before)
        for user_id, email in users:
            async with database.as_user(user_id) as tx:
                for one in await old_blocks(tx, before=before, now=now()):
                    typer.echo(f"{email}: {one.name}, last trained {one.last_day}")


async def _list(user: str | None) -> None:
    async with opened(Settings.from_environment()) as database:
        async with database.as_system() as system:
            users = await users_with_blocks(system, email=user, before=now().date())
        for user_id, email in users:
            async with database.as_user(user_id) as tx:
                for one in await list_archived(tx):
                    _tell(email, one)


def _tell(email: str, one: Archived) -> None:
    typer.echo(
        f"{email}: {one.name}, {one.first_day} to {one.last_day},"
        f" {one.sets:,} sets in {one.bytes:,} bytes"
    )


def _sum(verb: str, done: Done) -> str:
    each = done.bytes / done.sets if done.sets else 0
    return (
        f"{verb}: {done.blocks:,} blocks, {done.sets:,} sets, {each:.1f} bytes a set."
    )
