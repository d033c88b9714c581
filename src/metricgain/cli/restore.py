"""The command `metricgain restore`: put a backup in the place of the database."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from metricgain.app import make_ready
from metricgain.cli.pitr import cluster_of
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid
from metricgain.store.backup.pitr import restore_to
from metricgain.store.backup.restoring import restore_backup
from metricgain.store.backup.source import source_of


def restore(
    file: Annotated[
        Path | None, typer.Argument(help="The .dump file of a backup.")
    ] = None,
    *,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="MOMENT",
            help="Go back to a moment instead, such as 2026-03-01T14:05; see"
            " metricgain backup pitr.",
        ),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help="Replace what is there; a backup of it is made first."
        ),
    ] = False,
) -> None:
    """Put a backup in the place of the database, whole or not at all.

    It is restored beside the database and compared with what was backed up; only then
    it takes the place.
    """
    settings = Settings.from_environment()
    if (file is None) == (to is None):
        raise Invalid("name the file of a backup, or a moment with --to", field="FILE")
    if file is None:
        _go_back(settings, str(to))
    else:
        _replace_by(settings, file, replace=replace)


def _go_back(settings: Settings, to: str) -> None:
    moment = _moment(to)
    done = asyncio.run(restore_to(cluster_of(settings), moment, now=now()))
    with source_of(settings) as source:
        make_ready(settings, source.url)
    if not done.reached:
        typer.echo("Nothing was archived after the last change before it.", err=True)
    if done.kept is not None:
        typer.echo(
            f"What was there before is kept in {done.kept}: remove it once you are"
            " sure.",
            err=True,
        )
    typer.echo(f"The database is as it was at {moment:%Y-%m-%d %H:%M:%S %Z}.")


def _moment(text: str) -> datetime:
    """Read a moment; without a time zone, it is on the clock of this machine."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        raise Invalid(
            f"must be a moment such as 2026-03-01T14:05, not {text!r}", field="--to"
        ) from None


def _replace_by(settings: Settings, file: Path, *, replace: bool) -> None:
    with source_of(settings) as source:
        done = asyncio.run(
            restore_backup(
                source,
                file,
                replace_with_backup_in=settings.backup_path if replace else None,
                now=now(),
            )
        )
        make_ready(settings, source.url)
    if done.before is not None:
        typer.echo(f"What was there before is in {done.before.path}.", err=True)
    typer.echo(
        f"The database is as it was at {done.backup.manifest.made_at:%Y-%m-%d %H:%M}"
        f" UTC: {done.backup.rows} rows."
    )
