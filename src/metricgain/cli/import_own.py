"""`metricgain import` of our own full export."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from metricgain.actions.restore_export import Restored, restore_export
from metricgain.cli.connection import opened
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid
from metricgain.store.changes import changing
from metricgain.store.exporting import users_to_export


class _RehearsedError(Exception):
    """Everything could be put back, and is not to be."""


def put_back(
    stream: BinaryIO, *, email: str | None, merge: bool, dry_run: bool, json: bool
) -> None:
    """Put an export back into an account, and tell how many rows were added."""
    if email is None:
        raise Invalid(
            "is needed to put an export back",
            field="--user",
            remedy="Name an account without a history by its e-mail address.",
        )
    restored = asyncio.run(_put_back(stream, email, merge=merge, dry_run=dry_run))
    if json:
        report = {"format": "metricgain", "dry_run": dry_run, "rows": restored.rows}
        typer.echo(msgspec.json.encode(report))
        return
    said = "would be" if dry_run else "were"
    typer.echo(f"{restored.in_all} rows {said} put back")


async def _put_back(
    stream: BinaryIO, email: str, *, merge: bool, dry_run: bool
) -> Restored:
    found: list[Restored] = []
    async with opened(Settings.from_environment()) as database:
        async with database.as_system() as system:
            (user_id,) = await users_to_export(system, email=email.strip())
        # What is raised lets the database undo it all.
        with suppress(_RehearsedError), _counting() as told:
            async with changing(database, user_id, now=now()) as change:
                found.append(
                    await restore_export(
                        change, stream=stream, merge=merge, progress=told
                    )
                )
                if dry_run:
                    raise _RehearsedError
    return found[0]


@contextmanager
def _counting() -> Iterator[Callable[[int], object]]:
    """Show how many rows were read, on a terminal only."""
    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} rows"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as shown:
        task = shown.add_task("", total=None)
        yield lambda count: shown.advance(task, count)
