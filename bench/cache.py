"""Measures what keeping the catalogue, templates and preferences in memory would gain.

Where the rows of many users lie in one table with the catalogue's, only the catalogue's
could be kept: a user's own would still be asked for. So each read is timed as it is,
and as it would be: the rest of its request, and the question for one's own rows alone.
"""

import asyncio
from argparse import ArgumentParser
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from typing import Final, TypeAlias

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from tests.server import running_server

from bench.data import Loaded, add_size, bench_database, size_of
from bench.measuring import note, postgresql
from bench.population_rows import token_of
from bench.wire import Wire, at_once
from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.store.database import Database, Transaction
from metricgain.store.exercises import Wanted, find_exercises
from metricgain.store.importing import load_named_exercises
from metricgain.store.preferences import load_preferences
from metricgain.store.templates import list_templates

PAYS_FROM: Final = 1.5
"""A cache that makes a request less than half as fast again is not worth its errors."""
_WARM_UP: Final = 10
_OWN_EXERCISES: Final = "SELECT * FROM exercises e WHERE e.user_id = $1"
_OWN_TEMPLATES: Final = "SELECT * FROM templates t WHERE t.user_id = $1"

Read: TypeAlias = Callable[[Transaction], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A read as it is and with a cache, in milliseconds of its whole request.

    `without` is what it takes now, `kept` the part of it that a cache would save.
    """

    what: str
    without: float
    kept: float

    @property
    def gain(self) -> float:
        return self.without / max(self.without - self.kept, 0.001)


def main(arguments: Sequence[str]) -> None:
    """Time reads of the catalogue, templates and settings with and without a cache."""
    parser = ArgumentParser(prog="python -m bench cache")
    add_size(parser, users=100)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=3)
    asked = parser.parse_args(arguments)
    console = Console()
    with bench_database(size_of(asked), root=asked.folder, console=console) as (
        url,
        at,
    ):
        measured = asyncio.run(run(url, at, rounds=asked.rounds, seconds=asked.seconds))
        version = asyncio.run(postgresql(url))
    _show(console, measured)
    compared = [
        asdict(one) | {"gain": one.gain, "with": one.without - one.kept}
        for one in measured
    ]
    note(
        "cache",
        {"postgresql": version, "verdict": verdict(measured), "compared": compared},
    )


async def run(
    url: str, loaded: Loaded, *, rounds: int, seconds: float
) -> list[Measured]:
    """Return each read as it is and as it would be, for the first lifter."""
    plain = Settings(pool_size=1, catalogue_cache="off")
    database = await open_database(plain, url)
    nothing = await _time(database, _nothing, rounds)
    own_exercises = await _time(database, _own(_OWN_EXERCISES), rounds)
    own_templates = await _time(database, _own(_OWN_TEMPLATES), rounds)
    cases: list[tuple[str, str, Read, float]] = [
        ("all exercises", "/api/v1/exercises?limit=500", _exercises, own_exercises),
        ("templates", "/api/v1/templates", list_templates, own_templates),
        ("preferences", "/api/v1/preferences", load_preferences, nothing),
        ("names for an import", "", load_named_exercises, own_exercises),
    ]
    measured = []
    with running_server(url, log_level="error", catalogue_cache="off") as address:
        for what, path, read, rest in cases:
            took = await _time(database, read, rounds)
            whole = await _request(address, path, loaded, seconds) if path else took
            kept = max(0.0, took - rest)
            measured.append(Measured(what=what, without=whole, kept=min(kept, whole)))
    await database.close()
    return measured


def verdict(measured: Sequence[Measured]) -> str:
    """Say in a sentence what would pay."""
    paying = [one.what for one in measured if one.gain >= PAYS_FROM]
    if not paying:
        return f"None would make a request {PAYS_FROM:g} times as fast."
    said = ", ".join(paying)
    return f"At least {PAYS_FROM:g} times as fast: {said} (an import takes seconds)."


async def _time(database: Database, read: Read, rounds: int) -> float:
    taken = []
    for _ in range(rounds + _WARM_UP):
        begun = perf_counter()
        async with database.as_user(1) as tx:
            await read(tx)
        taken.append(1000 * (perf_counter() - begun))
    return median(taken[_WARM_UP:])


async def _request(address: str, path: str, loaded: Loaded, seconds: float) -> float:
    async def turn(wire: Wire, _number: int) -> None:
        await wire.get(path, token_of(1, loaded.seed))

    return (await at_once(address, turn, clients=1, seconds=seconds)).p50


async def _exercises(tx: Transaction) -> object:
    return await find_exercises(tx, Wanted(), after=None, limit=500)


async def _nothing(tx: Transaction) -> object:
    return tx.user_id


def _own(statement: str) -> Read:
    async def read(tx: Transaction) -> object:
        return await tx.rows(statement, tx.user_id)

    return read


def _show(console: Console, measured: Sequence[Measured]) -> None:
    table = Table(box=SIMPLE_HEAD, title="What a cache would gain")
    table.add_column("What")
    for heading in ("Gain", "Request ms", "of it saved"):
        table.add_column(heading, justify="right")
    for one in measured:
        table.add_row(
            one.what, f"{one.gain:.2f}x", f"{one.without:.2f}", f"{one.kept:.2f}"
        )
    console.print(table)
    console.print(verdict(measured))
