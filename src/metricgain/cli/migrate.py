"""The command `metricgain migrate`: the schema to this release, or back."""

import asyncio
import sys
from typing import Annotated

import typer

from metricgain.cli.connection import held, opened
from metricgain.cli.rebuilding import rebuild_due
from metricgain.config import Settings
from metricgain.kit.errors import Invalid
from metricgain.store.migrate import migrate_down, newest_revision


def migrate(
    down_to: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Undo every migration after this one; base undoes all.",
        ),
    ] = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Go back without asking.")] = False,
) -> None:
    """Bring the database to the schema of this release, or back to an older one.

    `metricgain serve` migrates by itself. Statistics that are new are computed, which
    takes a minute for a thousand users. Going back drops the tables and columns that
    the older schema does not have, with what is in them.
    """
    settings = Settings.from_environment()
    if down_to is None:
        asyncio.run(_up(settings))
        typer.echo(f"The database is at revision {newest_revision()}.")
        return
    with held(settings) as server:
        if not yes:
            _ask_for_loss(down_to)
        migrate_down(server.url, down_to)
        typer.echo(f"The database is back at revision {down_to}.")


async def _up(settings: Settings) -> None:
    async with opened(settings) as database:
        await rebuild_due(database)


def _ask_for_loss(down_to: str) -> None:
    lost = (
        "drops every table with everything in it"
        if down_to == "base"
        else "drops what the newer schema added, with what is in it"
    )
    if not sys.stdin.isatty():
        raise Invalid(
            f"going back to {down_to} {lost}",
            field="--down-to",
            remedy="Say --yes if that is wanted.",
        )
    typer.confirm(f"Going back to {down_to} {lost}. Go on?", abort=True)
