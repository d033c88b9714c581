"""Measures what requirements 1 and 5 gain: each switch off and on, on the same data."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from rich.console import Console
from tests.server import running_server

from bench import batching, comparing
from bench.comparing import Compared
from bench.data import Loaded, add_size, bench_database, size_of
from bench.measuring import Spread, note, postgresql
from bench.population_rows import token_of
from bench.wire import Turn, Wire, at_once
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.setup import prepare

_RANGE: Final = timedelta(weeks=26)


def main(arguments: Sequence[str]) -> None:
    """Compare the plain ways with the fast ones: statistics, dashboard, progression."""
    parser = ArgumentParser(prog="python -m bench before-after")
    add_size(parser, users=100)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=200)
    asked = parser.parse_args(arguments)
    console = Console()
    with bench_database(size_of(asked), root=asked.folder, console=console) as (
        url,
        at,
    ):
        compared = _over_http(url, at, seconds=asked.seconds)
        compared += _deciding(rounds=asked.rounds)
        version = asyncio.run(postgresql(url))
    comparing.show(console, compared)
    note(
        "before_after",
        {"postgresql": version, "sets": at.sets,
         "compared": [one.as_json() for one in compared]},
    )  # fmt: skip


def _over_http(url: str, loaded: Loaded, *, seconds: float) -> list[Compared]:
    """Ask servers of both kinds for the same; the floor is the fast way."""
    first = loaded.day - _RANGE
    span = f"from={first}&to={loaded.day}"
    paths = {
        "weekly volume of six months": f"/api/v1/analytics/weekly-volume?{span}",
        "muscle groups of six months": f"/api/v1/analytics/muscle-groups?{span}",
        "records": f"/api/v1/analytics/records?{span}",
        "dashboard": "/api/v1/dashboard",
    }
    spreads: dict[str, dict[str, Spread]] = {}
    for mode in ("off", "on"):
        with running_server(
            url, log_level="error", analytics=mode, dashboard=mode
        ) as address:
            spreads[mode] = {
                what: asyncio.run(
                    at_once(address, _get(path, loaded), clients=1, seconds=seconds)
                )
                for what, path in paths.items()
            }
    return [
        Compared(
            what=f"{what}, counted live",
            ours=spreads["off"][what],
            floor=spreads["on"][what],
            floor_is="the same answer from rows that are kept ready",
        )
        for what in paths
    ]


def _get(path: str, loaded: Loaded) -> Turn:
    async def turn(wire: Wire, number: int) -> None:
        await wire.get(path, token_of(number % loaded.users + 1, loaded.seed))

    return turn


def _deciding(*, rounds: int) -> list[Compared]:
    """Decide workouts of 1, 5 and 9 groups in a database with nothing else in it."""
    with TemporaryDirectory() as folder, EmbeddedServer.acquire(Path(folder)) as server:
        prepare(server.address.url())
        measured = asyncio.run(batching.run(server.address.url(), rounds=rounds))
    fast = {one.groups: one for one in measured if one.way == "batched"}
    return [
        Compared(
            what=f"progression of {one.groups} groups, {one.statements} statements"
            f" against {fast[one.groups].statements}",
            value=round(one.median_ms, 3),
            floor_value=round(fast[one.groups].median_ms, 3),
            floor_is="three statements for all groups",
        )
        for one in measured
        if one.way != "batched"
    ]
