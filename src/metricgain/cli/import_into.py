"""`metricgain import` into an account: several files at once, past ones, undoing."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import typer

from metricgain.actions.import_history import (
    ImportAsk,
    ImportReport,
    Seen,
    import_history,
)
from metricgain.actions.undo_import import Undone, undo_import
from metricgain.cli.connection import opened
from metricgain.cli.import_files import ImportOptions, bar, readable
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid, NotFound
from metricgain.store.accounts import find_credentials
from metricgain.store.changes import changing, rehearsing
from metricgain.store.database import Database
from metricgain.store.importing import ImportRecord, load_imports

_MOST: int = 100


def bring(
    files: Sequence[tuple[str, BinaryIO]], options: ImportOptions, *, email: str
) -> list[ImportReport]:
    """Import files into an account: all of them, or nothing."""
    return asyncio.run(_bring(files, options, email))


def bring_paths(
    paths: Sequence[Path], options: ImportOptions, *, email: str
) -> list[ImportReport]:
    """Import files by their paths: all of them, or nothing."""
    with ExitStack() as open_files:
        streams = [
            (path.name, open_files.enter_context(readable(path))) for path in paths
        ]
        return bring(streams, options, email=email)


def show_past(*, email: str) -> None:
    """Print what was imported into an account, the latest first."""
    records = asyncio.run(_past(email))
    for one in records:
        undone = "  taken back" if one.undone_at else ""
        typer.echo(
            f"{one.id}  {one.created_at:%Y-%m-%d %H:%M}  {one.app}"
            f"  {one.workouts_new:,} workouts, {one.sets_new:,} sets"
            f"  {one.file_name}{undone}"
        )
    if not records:
        typer.echo("Nothing was imported yet.")


def take_back(import_id: str, *, email: str) -> None:
    """Undo an import, and print what stays."""
    try:
        wanted = UUID(import_id)
    except ValueError:
        raise Invalid(
            "must be the id of an import",
            field="--undo",
            remedy="`metricgain import list --user EMAIL` shows them.",
        ) from None
    undone = asyncio.run(_undo(wanted, email))
    typer.echo(
        f"Taken back: {undone.workouts:,} workouts, {undone.sets:,} sets"
        + (f", {undone.measures:,} measures" if undone.measures else "")
        + "."
    )
    for one in undone.kept:
        typer.echo(
            f"Stays, because it was changed: {one.local_date}"
            f" {one.name or 'workout'}, {one.sets} sets ({one.id})"
        )


async def _bring(
    files: Sequence[tuple[str, BinaryIO]], options: ImportOptions, email: str
) -> list[ImportReport]:
    seen = Seen()
    reports = []
    opening = rehearsing if options.dry_run else changing
    async with opened(Settings.from_environment()) as database:
        user_id = await _user_id(database, email)
        async with opening(database, user_id, now=now()) as change:
            for name, stream in files:
                ask = ImportAsk(
                    file_name=name,
                    unit=options.unit,
                    timezone=options.timezone,
                    columns=options.columns,
                    dry_run=options.dry_run,
                    restore=options.restore,
                    twins=options.twins,
                )
                with bar(name, stream) as progress:
                    report = await import_history(
                        change, stream=stream, ask=ask, seen=seen, progress=progress
                    )
                reports.append(report)
    return reports


async def _past(email: str) -> list[ImportRecord]:
    async with opened(Settings.from_environment()) as database:
        user_id = await _user_id(database, email)
        async with database.as_user(user_id) as tx:
            return await load_imports(tx, most=_MOST)


async def _undo(import_id: UUID, email: str) -> Undone:
    async with opened(Settings.from_environment()) as database:
        user_id = await _user_id(database, email)
        async with changing(database, user_id, now=now()) as change:
            return await undo_import(change, import_id=import_id)


async def _user_id(database: Database, email: str) -> int:
    async with database.as_system() as system:
        account = await find_credentials(system, email.strip().lower())
    if account is None:
        raise NotFound(
            f"there is no account with the address {email}",
            field="--user",
            remedy="`metricgain user list` shows all.",
        )
    return account.user_id
