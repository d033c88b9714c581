"""The commands `metricgain backup ...`: make backups, prove them, list them."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.console import Console
from rich.table import Table
from typer.core import TyperGroup

from metricgain.cli.pitr import cluster_of, pitr_app
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.store.backup.files import Backup, backups_in
from metricgain.store.backup.keeping import Kept, keep_backups
from metricgain.store.backup.making import make_backup
from metricgain.store.backup.pitr import keep_base
from metricgain.store.backup.restoring import verify_backup
from metricgain.store.backup.source import source_of

_MAKE: Final = "make"
_THOUSAND: Final = 1000


class _MakesByItself(TyperGroup):
    """`metricgain backup DIR` is short for `metricgain backup make DIR`."""

    def parse_args(
        self,
        ctx: Any,  # noqa: ANN401 - Typer does not publish its class
        args: list[str],
    ) -> list[str]:
        named = bool(args) and args[0] in {*self.commands, "--help"}
        return super().parse_args(ctx, args if named else [_MAKE, *args])


backup_app = typer.Typer(
    cls=_MakesByItself, help="Make backups, prove them and list them."
)

backup_app.add_typer(pitr_app, name="pitr")


@backup_app.command(_MAKE)
def make(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR", file_okay=False, help="Where to [METRICGAIN_BACKUP_DIR]."
        ),
    ] = None,
    *,
    scheduled: Annotated[
        bool,
        typer.Option(
            "--scheduled",
            help="Only if the last verified one is a day old; verify it, and remove"
            " those older than METRICGAIN_BACKUP_DAYS.",
        ),
    ] = False,
) -> None:
    """Write a backup of the running database: a file for pg_restore, and a manifest."""
    settings = Settings.from_environment()
    target = folder or settings.backup_path
    with source_of(settings) as source:
        if scheduled:
            days = settings.backup_days
            kept = asyncio.run(keep_backups(source, target, days=days, now=now()))
            if source.embedded:
                asyncio.run(keep_base(cluster_of(settings), now=now()))
            _tell(kept)
            return
        backup = asyncio.run(make_backup(source, target, now=now()))
    typer.echo(backup.path)
    typer.echo(
        f"{backup.rows} rows of {len(backup.manifest.tables)} tables in"
        f" {_size(backup.manifest.size)}. Prove it: metricgain backup verify"
        f" {backup.path}",
        err=True,
    )


@backup_app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="The .dump file of a backup.")],
) -> None:
    """Restore a backup into a scratch database and compare every table with it."""
    with source_of(Settings.from_environment()) as source:
        backup = asyncio.run(verify_backup(source, file, now=now()))
    typer.echo(
        f"{file.name} is good: all {backup.rows} rows of {len(backup.manifest.tables)}"
        " tables came back as they were."
    )


@backup_app.command("list")
def list_backups() -> None:
    """List the whole backups, the newest first."""
    folder = Settings.from_environment().backup_path
    found = backups_in(folder)
    if not found:
        typer.echo(f"There is no backup in {folder}. Make one: metricgain backup")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("File", "Made", "Rows", "Size", "Verified", "Version"):
        table.add_column(heading, overflow="fold")
    for backup in found:
        table.add_row(*_cells(backup))
    Console(width=None if sys.stdout.isatty() else 160).print(table)


def _tell(kept: Kept | None) -> None:
    if kept is None:
        typer.echo("The last verified backup is younger than a day.", err=True)
        return
    typer.echo(kept.backup.path)
    typer.echo(
        f"It is verified: {kept.backup.rows} rows. Removed for their age:"
        f" {len(kept.removed)}.",
        err=True,
    )


def _cells(backup: Backup) -> tuple[str, ...]:
    said = backup.manifest
    return (
        backup.path.name,
        f"{said.made_at:%Y-%m-%d %H:%M}",
        str(backup.rows),
        _size(said.size),
        "no" if said.verified_at is None else f"{said.verified_at:%Y-%m-%d %H:%M}",
        said.product_version,
    )


def _size(count: float) -> str:
    """Return a number of bytes with a unit that suits it."""
    for unit in ("B", "kB", "MB"):
        if count < _THOUSAND:
            return f"{count:.0f} {unit}"
        count /= _THOUSAND
    return f"{count:.1f} GB"
