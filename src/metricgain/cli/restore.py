"""The command `metricgain restore`: put a backup in the place of the database."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from metricgain.app import make_ready
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.store.backup.restoring import restore_backup
from metricgain.store.backup.source import source_of


def restore(
    file: Annotated[Path, typer.Argument(help="The .dump file of a backup.")],
    *,
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
