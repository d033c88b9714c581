"""Measures an import of 20,000 sets against a bare COPY of the same rows."""

import asyncio
import io
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

import asyncpg
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.strong_history import strong_csv
from metricgain.actions.import_history import ImportAsk, import_history
from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.store.changes import changing, rehearsing
from metricgain.store.database import Database
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.setup import prepare

WEEKS: Final = 260
UNTIL: Final = date(2026, 5, 31)
IMPORT_SECONDS: Final = 5.0
DRY_RUN_SECONDS: Final = 2.0
_ASK: Final = ImportAsk(file_name="bench.csv", unit="kg", timezone="Europe/Berlin")
_REHEARSAL: Final = ImportAsk(
    file_name="bench.csv", unit="kg", timezone="Europe/Berlin", dry_run=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One thing that was timed, in seconds, and what it may take at most.

    `ratio` is how many times the floor it took.
    """

    what: str
    sets: int
    seconds: float
    ratio: float
    budget: float | None


def main(arguments: Sequence[str]) -> None:
    """Time an import of 20,000 sets, its dry run and its repetition."""
    parser = ArgumentParser(prog="python -m bench import")
    parser.add_argument("--database-url", help="an empty database; else an own one")
    parser.add_argument("--weeks", type=int, default=WEEKS)
    asked = parser.parse_args(arguments)
    with ExitStack() as stack:
        url = asked.database_url or _own_server(stack)
        prepare(url)
        measured = asyncio.run(run(url, weeks=asked.weeks))
    _show(measured)


async def run(url: str, *, weeks: int = WEEKS) -> list[Measured]:
    """Return what was measured on a migrated database, the floor first."""
    content = strong_csv(seed=1, weeks=weeks, until=UNTIL)
    database = await open_database(Settings(), url)
    user_id = await _user(database)
    begun = perf_counter()
    async with rehearsing(database, user_id, now=now()) as change:
        await import_history(change, stream=io.BytesIO(content), ask=_REHEARSAL)
    rehearsed = perf_counter()
    async with changing(database, user_id, now=now()) as change:
        report = await import_history(change, stream=io.BytesIO(content), ask=_ASK)
    imported = perf_counter()
    async with changing(database, user_id, now=now()) as change:
        await import_history(change, stream=io.BytesIO(content), ask=_ASK)
    repeated = perf_counter()
    await database.close()
    floor = await _floor(url, user_id)
    timed = (
        ("bare COPY of the same rows", floor, None),
        ("import", imported - rehearsed, IMPORT_SECONDS),
        ("dry run", rehearsed - begun, DRY_RUN_SECONDS),
        ("the same file again", repeated - imported, IMPORT_SECONDS),
    )
    return [
        Measured(
            what=what,
            sets=report.sets_new,
            seconds=seconds,
            ratio=seconds / floor,
            budget=budget,
        )
        for what, seconds, budget in timed
    ]


async def _user(database: Database) -> int:
    async with database.as_system() as system:
        made = await system.value(
            "INSERT INTO users (email, password_hash) VALUES ($1, '') RETURNING id",
            f"bench-{now().timestamp():.6f}@example.org",
        )
    assert isinstance(made, int)
    return made


async def _floor(url: str, user_id: int) -> float:
    """Return the seconds that COPY takes into a table without any constraint."""
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL metricgain.as_system = 'on'")
            rows = await connection.fetch(
                "SELECT * FROM sets WHERE user_id = $1", user_id
            )
        await connection.execute("DROP TABLE IF EXISTS bare_sets")
        await connection.execute("CREATE TABLE bare_sets AS TABLE sets WITH NO DATA")
        begun = perf_counter()
        await connection.copy_records_to_table("bare_sets", records=rows)
        taken = perf_counter() - begun
        await connection.execute("DROP TABLE bare_sets")
    finally:
        await connection.close()
    return taken


def _own_server(stack: ExitStack) -> str:
    folder = stack.enter_context(TemporaryDirectory())
    server = stack.enter_context(EmbeddedServer.acquire(Path(folder)))
    return server.address.url()


def _show(measured: Sequence[Measured]) -> None:
    table = Table(box=SIMPLE_HEAD, title=f"A history of {measured[0].sets:,} sets")
    table.add_column("What")
    for heading in ("Seconds", "Times the floor", "Budget"):
        table.add_column(heading, justify="right")
    for one in measured:
        budget = "" if one.budget is None else f"{one.budget:.0f} s"
        table.add_row(one.what, f"{one.seconds:.2f}", f"{one.ratio:.1f}", budget)
    Console().print(table)
