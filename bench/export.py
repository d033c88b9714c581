"""Measures the export of ten years of training against a bare COPY of its sets."""

import asyncio
import io
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from time import perf_counter
from typing import BinaryIO, Final, TypeAlias, cast

import asyncpg
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from metricgain.actions.restore_export import restore_export
from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.export_folder import write_parts
from metricgain.reads.exported_history import (
    HistoryFormat,
    exported_history,
    history_as_parquet,
)
from metricgain.reads.full_export import full_export
from metricgain.store.changes import changing
from metricgain.store.database import Database, Transaction
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.setup import prepare

WORKOUTS: Final = 5000
SETS: Final = 20
BUDGET_SECONDS: Final = 5.0

Write: TypeAlias = Callable[[Transaction, BinaryIO], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One export: seconds, how many times the floor, and how large it became."""

    what: str
    seconds: float
    ratio: float
    megabytes: float
    budget: float | None


def main(arguments: Sequence[str]) -> None:
    """Time every export of ten years of 500 workouts, and putting them back."""
    parser = ArgumentParser(prog="python -m bench export")
    parser.add_argument("--database-url", help="an empty database; else an own one")
    parser.add_argument("--workouts", type=int, default=WORKOUTS)
    asked = parser.parse_args(arguments)
    with ExitStack() as stack:
        url = asked.database_url or _own_server(stack)
        prepare(url)
        measured = asyncio.run(run(url, workouts=asked.workouts))
    _show(measured, asked.workouts)


async def run(url: str, *, workouts: int = WORKOUTS) -> list[Measured]:
    """Return what was measured on a migrated database, the floor first."""
    # It brings the catalogue, too.
    database = await open_database(Settings(), url)
    user_id = await _lifter(url, workouts)
    floor, size = await _floor(url, user_id)
    measured = [_measured("bare COPY of the sets", floor, floor, size)]
    for what, write in _writers().items():
        with TemporaryFile() as opened:
            file = cast("BinaryIO", opened)
            begun = perf_counter()
            async with database.as_user(user_id) as tx:
                await write(tx, file)
            seconds = perf_counter() - begun
            measured.append(_measured(what, seconds, floor, file.tell()))
            if what.endswith("JSON"):
                measured.append(await _put_back(database, file, floor))
    await database.close()
    return measured


def _writers() -> dict[str, Write]:
    async def plain(tx: Transaction, file: BinaryIO) -> None:
        await write_parts(full_export(tx, now=now()), file, packed=False)

    async def packed(tx: Transaction, file: BinaryIO) -> None:
        await write_parts(full_export(tx, now=now()), file, packed=True)

    def sets(format_: HistoryFormat) -> Write:
        async def write(tx: Transaction, file: BinaryIO) -> None:
            texts = exported_history(tx, format_, unit="kg")
            await write_parts(_encoded(texts), file, packed=False)

        return write

    return {
        "everything as JSON": plain,
        "everything as zip": packed,
        "every set as CSV": sets("csv"),
        "every set as Strong": sets("strong"),
        "every set as Hevy": sets("hevy"),
        "every set as openweight": sets("openweight"),
        "every set as Parquet": history_as_parquet,
    }


async def _encoded(texts: AsyncIterator[str]) -> AsyncIterator[bytes]:
    async for text in texts:
        yield text.encode()


async def _put_back(database: Database, file: BinaryIO, floor: float) -> Measured:
    async with database.as_system() as system:
        user_id = await system.value(
            "INSERT INTO users (email, password_hash) VALUES ('new@example.org', '')"
            " RETURNING id"
        )
    assert isinstance(user_id, int)
    size = file.tell()
    begun = perf_counter()
    async with changing(database, user_id, now=now()) as change:
        await restore_export(change, stream=file)
    seconds = perf_counter() - begun
    return Measured(
        what="putting it back, with statistics",
        seconds=seconds,
        ratio=seconds / floor,
        megabytes=size / 1e6,
        budget=None,
    )


def _measured(what: str, seconds: float, floor: float, size: int) -> Measured:
    return Measured(
        what=what,
        seconds=seconds,
        ratio=seconds / floor,
        megabytes=size / 1e6,
        budget=BUDGET_SECONDS,
    )


async def _lifter(url: str, workouts: int) -> int:
    """Make somebody with so many workouts of twenty sets, the last one today."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("SET metricgain.as_system = 'on'")
        user_id = await connection.fetchval(
            "INSERT INTO users (email, password_hash) VALUES ('old@example.org', '')"
            " RETURNING id"
        )
        await connection.execute(
            "INSERT INTO user_preferences (user_id) VALUES ($1)", user_id
        )
        await connection.execute(_LOGS, user_id, workouts)
        await connection.execute(_SETS, user_id, SETS)
    finally:
        await connection.close()
    assert isinstance(user_id, int)
    return user_id


_LOGS: Final = """
INSERT INTO workout_logs (
    user_id, id, name, local_date, started_at, completed_at, status, notes
)
SELECT $1, gen_random_uuid(), 'Push', current_date - n * 73 / 100, at,
       at + interval '1 hour', 'completed', CASE n % 5 WHEN 0 THEN 'Felt strong.' END
FROM generate_series(1, $2) AS n,
     LATERAL (SELECT current_date - n * 73 / 100 + interval '18 hours' AS at) AS t
"""
_SETS: Final = """
INSERT INTO sets (
    user_id, workout_log_id, id, exercise_id, set_number, performed_at, reps, weight,
    rir
)
SELECT $1, l.id, n, e.ids[1 + (n - 1) / 4], 1 + (n - 1) % 4,
       l.started_at + n * interval '2 minutes', 6 + n % 7, 40 + 2.5 * (n % 20), n % 4
FROM workout_logs l
CROSS JOIN generate_series(1, $2) AS n
CROSS JOIN (
    SELECT array_agg(id ORDER BY id) AS ids FROM exercises WHERE user_id IS NULL
) e
WHERE l.user_id = $1
"""


async def _floor(url: str, user_id: int) -> tuple[float, int]:
    """Return the seconds and bytes of a COPY of the sets into memory."""
    connection = await asyncpg.connect(url)
    buffer = io.BytesIO()
    try:
        await connection.execute("SET metricgain.as_system = 'on'")
        begun = perf_counter()
        await connection.copy_from_query(
            "SELECT * FROM sets WHERE user_id = $1", user_id, output=buffer
        )
        return perf_counter() - begun, buffer.tell()
    finally:
        await connection.close()


def _own_server(stack: ExitStack) -> str:
    folder = stack.enter_context(TemporaryDirectory())
    server = stack.enter_context(EmbeddedServer.acquire(Path(folder)))
    return server.address.url()


def _show(measured: Sequence[Measured], workouts: int) -> None:
    table = Table("what", "seconds", "x floor", "MB", "budget", box=SIMPLE_HEAD)
    for one in measured:
        table.add_row(
            one.what,
            f"{one.seconds:.2f}",
            f"{one.ratio:.1f}",
            f"{one.megabytes:.1f}",
            "" if one.budget is None else f"{one.budget:.0f}",
        )
    console = Console()
    console.print(f"{workouts} workouts of {SETS} sets")
    console.print(table)
