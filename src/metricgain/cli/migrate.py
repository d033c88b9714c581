"""The command `metricgain migrate`: the schema to this release, or back."""

import sys
from typing import Annotated

import typer

from metricgain.app import make_ready
from metricgain.cli.connection import held
from metricgain.config import Settings
from metricgain.store.migrate import migrate_down, newest_revision


def migrate(
    down_to: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Undo every migration after this one; base undoes all.",
        ),
    ] = None,
) -> None:
    """Bring the database to the schema of this release, or back to an older one.

    `metricgain serve` migrates by itself. Going back drops the tables and columns
    that the older schema does not have, with what is in them.
    """
    settings = Settings.from_environment()
    with held(settings) as server:
        if down_to is None:
            make_ready(settings, server.url)
            typer.echo(f"The database is at revision {newest_revision()}.")
            return
        if sys.stdin.isatty():
            typer.confirm(
                f"Going back to {down_to} drops what the newer schema added. Go on?",
                abort=True,
            )
        migrate_down(server.url, down_to)
        typer.echo(f"The database is back at revision {down_to}.")
