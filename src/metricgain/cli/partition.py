"""The command `metricgain database partition`: split the sets by time, or not."""

import asyncio
from typing import Annotated, Final

import typer

from metricgain.app import make_ready
from metricgain.cli.connection import held
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.store.partitions.layout import WORTH_IT, Layout
from metricgain.store.partitions.moving import (
    Moved,
    layout_of,
    partition,
    unpartition,
)

# Measured by `python -m bench partition`; docs/performance.md has the figures.
SECONDS_PER_MILLION: Final = (7, 25)
_PRICE: Final = (
    "The price: while a year is moved, whoever logs or reads sets waits, about"
    f" {SECONDS_PER_MILLION[0]} seconds for a million sets on an idle machine and"
    f" {SECONDS_PER_MILLION[1]} on a busy one, and the disk needs room for the largest"
    " year once more. Afterwards, what asks for an exercise over time looks into every"
    " part: with four of them it took 1.2 times as long, with ten up to 2.2 times."
    " What is gained: indexes of past years stay packed and are never written again,"
    " and tending to them (VACUUM, REINDEX) takes a part at a time."
)


def partition_sets(
    *,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Say what would happen and what it costs."),
    ] = False,
    above: Annotated[
        int,
        typer.Option(min=0, help="Do it only if there are so many sets."),
    ] = WORTH_IT,
    undo: Annotated[
        bool, typer.Option("--undo", help="Put everything into one table again.")
    ] = False,
) -> None:
    """Split the table of sets into parts by time, one for each past year.

    Killed at any point, run it again: it goes on. Run it again after a year, too, to
    close that year.
    """
    settings = Settings.from_environment()
    with held(settings) as server:
        make_ready(settings, server.url)
        if undo:
            _undo(server.url, dry_run=dry_run)
        else:
            _split(server.url, dry_run=dry_run, above=above)


def _split(owner_url: str, *, dry_run: bool, above: int) -> None:
    found = asyncio.run(layout_of(owner_url))
    years = found.to_close(this_year=now().year)
    _show(found)
    if found.rows < above and not found.parts:
        typer.echo(
            f"Fewer than {above:,} sets are quicker in one table."
            " Say --above 0 if you want it anyway."
        )
        return
    for year, rows in found.rows_to_move(years).items():
        typer.echo(f"To move: {rows:,} sets of workouts up to the end of {year}.")
    if not years:
        typer.echo("There is no past year to close.")
        return
    typer.echo(_PRICE)
    if not dry_run:
        _show(asyncio.run(partition(owner_url, years=years, tell=_tell)))


def _undo(owner_url: str, *, dry_run: bool) -> None:
    found = asyncio.run(layout_of(owner_url))
    _show(found)
    if not found.parts:
        return
    if dry_run:
        typer.echo("All would be moved into one table; whoever trains waits.")
        return
    _show(asyncio.run(unpartition(owner_url, tell=_tell)))


def _show(found: Layout) -> None:
    if not found.parts:
        typer.echo(f"{found.rows:,} sets lie in one table.")
        return
    typer.echo(f"{found.rows:,} sets lie in {len(found.parts)} parts:")
    for part in found.parts:
        when = "after that" if part.until is None else f"up to {part.until}"
        typer.echo(f"  {part.name}: {when}, {part.rows:,} sets")


def _tell(moved: Moved) -> None:
    typer.echo(f"Moved: {moved.rows:,} sets, {moved.part}.")
