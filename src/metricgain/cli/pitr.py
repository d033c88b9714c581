"""The commands `metricgain backup pitr ...`: go back to any moment of a week."""

import asyncio

import typer

from metricgain.config import Settings
from metricgain.kit.errors import Conflict
from metricgain.store.backup import pitr
from metricgain.store.backup.archive import DAYS
from metricgain.store.backup.pitr import Cluster

pitr_app = typer.Typer(
    no_args_is_help=True,
    help="Keep every change of a week, to go back to any moment of it.",
)


def cluster_of(settings: Settings) -> Cluster:
    """Return the embedded cluster. Raises Conflict for a server of your own."""
    if settings.database_url:
        raise Conflict(
            "point-in-time recovery is for the embedded database",
            field="METRICGAIN_DATABASE_URL",
            remedy="Set up continuous archiving on that server itself.",
        )
    return Cluster.of_settings(settings)


@pitr_app.command()
def enable() -> None:
    """Keep every change from now on. MetricGain has to be stopped for a moment."""
    cluster = cluster_of(Settings.from_environment())
    base = asyncio.run(pitr.enable(cluster))
    typer.echo(f"Any moment from {base.ended_at:%Y-%m-%d %H:%M:%S} UTC on is kept.")


@pitr_app.command()
def disable() -> None:
    """Keep no more changes, from the next start on. What was kept stays."""
    archive = pitr.disable(cluster_of(Settings.from_environment()))
    typer.echo(f"What was kept is in {archive.folder}; remove it if you like.")


@pitr_app.command()
def status() -> None:
    """Say to which moments the database can be put back, and what that costs."""
    archive = cluster_of(Settings.from_environment()).archive
    if archive is None:
        typer.echo("Point-in-time recovery is not enabled.")
        return
    bases, last = archive.all_bases(), archive.newest_piece()
    typer.echo(f"Enabled, for {DAYS} days, in {archive.folder}.")
    typer.echo(f"First moment: {bases[0].ended_at:%Y-%m-%d %H:%M:%S} UTC")
    if last is not None:
        typer.echo(f"Last archived: {last:%Y-%m-%d %H:%M:%S %Z}")
    for undone in archive.undone():
        typer.echo(
            f"Undone: {undone.moment:%Y-%m-%d %H:%M:%S} to"
            f" {undone.at:%Y-%m-%d %H:%M:%S} UTC"
        )
    typer.echo(f"Copies: {len(bases)}; size: {archive.size() / 1e6:.0f} MB")
