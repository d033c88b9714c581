"""Budgets of what takes longer than a question: batches, imports, storage, start."""

import asyncio
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final
from uuid import UUID

import asyncpg
import httpx
from tests.server import free_port, running_server

from bench import import_history, sync
from bench.comparing import Compared, Limit
from bench.data import Loaded
from bench.floor import pgbench, script_of
from bench.measuring import Spread, interpreter
from bench.resolve import NAMES, read_rows, speed
from metricgain.app import open_database
from metricgain.config import Settings, environment_with
from metricgain.store.database import Database
from metricgain.store.deciding_data import load_coming, load_done, load_previous
from metricgain.store.embedded import EmbeddedServer

_ALL_SETS: Final = 9_000_000
_SAMPLE: Final = 20
_STATEMENTS: Final = 3
_START_SECONDS: Final = 60
_SETS_BYTES: Final = 190
_GB_A_YEAR: Final = 2.2
_GROUPED: Final = """
SELECT count(*) FROM (
    SELECT s.user_id, date_trunc('week', s.performed_at), s.exercise_id,
        sum(s.weight * s.reps), max(s.weight)
    FROM sets s GROUP BY 1, 2, 3
) weeks
"""


async def work(url: str, loaded: Loaded, *, rounds: int, weeks: int) -> list[Compared]:
    """Measure the batches, with accounts of their own where they write."""
    database = await open_database(Settings(pool_size=2), url)
    try:
        found = [await _progression(database, url, rounds=10 * rounds)]
    finally:
        await database.close()
    found += await _sync(url, rounds)
    found += [_resolving(), await _rebuilding(url, loaded)]
    for one in (await import_history.run(url, weeks=weeks))[1:3]:
        scale = one.sets / 20_000
        found.append(
            Compared(
                what=f"{one.what} of 20,000 sets",
                value=round(one.seconds / scale, 2),
                floor_value=round(one.seconds / one.ratio / scale, 2),
                unit="s",
                floor_is="COPY of the same rows",
                limits=(Limit(of="value", most=one.budget or 0),),
            )
        )
    return found


def storage(url: str, loaded: Loaded) -> Iterator[Compared]:
    """Return what a set takes, and what a thousand lifters take in a year."""
    bare = asyncio.run(_bare_bytes(url))
    yield Compared(
        what="bytes per set, with its indexes",
        value=round(loaded.bytes_per_set("sets"), 1),
        floor_value=round(bare, 1),
        unit="bytes",
        floor_is="the same columns without a key or index",
        limits=(Limit(of="value", most=_SETS_BYTES),),
    )
    yield Compared(
        what="all tables, 1,000 users and year",
        value=round(loaded.total_bytes / loaded.users / loaded.years / 1e6, 2),
        floor_value=round(bare * _ALL_SETS / 1e9, 2),
        unit="GB",
        floor_is="the sets without a key or index",
        limits=(Limit(of="value", most=_GB_A_YEAR),),
    )


def cold_start(folder: Path) -> Iterator[Compared]:
    """Measure `metricgain serve` on a database that is there but does not run.

    The first start is not counted: it compiles, as installing does.
    """
    database, served = [], []
    with TemporaryDirectory() as compiled:
        _serve(folder, compiled)
        for _ in range(3):
            begun = perf_counter()
            with EmbeddedServer.acquire(folder):
                database.append(1000 * (perf_counter() - begun))
            served.append(_serve(folder, compiled))
    yield Compared(
        what="cold start of metricgain serve",
        ours=Spread.of(served),
        floor=Spread.of(database),
        floor_is="starting PostgreSQL alone",
        limits=(Limit(of="p99", most=3000),),
    )


async def _progression(database: Database, url: str, *, rounds: int) -> Compared:
    picked = await finished_workouts(url)
    scripts = [
        "".join(
            script_of(name, values)
            for name, values in (
                ("deciding_performance", (str(user), f"'{log}'")),
                ("deciding_previous", (str(user), f"'{log}'")),
                ("deciding_next", (str(user), f"'{log}'", "NULL")),
            )
        )
        for user, log in picked
    ]
    floor = await asyncio.to_thread(pgbench, url, scripts, clients=1, seconds=3)
    taken = []
    for number in range(rounds + _SAMPLE):
        user, log = picked[number % len(picked)]
        async with database.as_user(user) as tx:
            before = tx.statements
            begun = perf_counter()
            await load_done(tx, log)
            await load_previous(tx, log)
            await load_coming(tx, log)
            taken.append(1000 * (perf_counter() - begun))
            if tx.statements - before != _STATEMENTS:
                raise RuntimeError("a decision takes three statements")
    return Compared(
        what=f"progression, all muscle groups, {_STATEMENTS} statements",
        ours=Spread.of(taken[_SAMPLE:]),
        floor=floor,
        floor_is="the three statements in pgbench",
        limits=(Limit(of="p99", most=5),),
    )


async def finished_workouts(url: str) -> list[tuple[int, UUID]]:
    """Return workouts of running blocks, the last of each of some lifters."""
    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch(
            "SELECT DISTINCT ON (l.user_id) l.user_id, l.id FROM workout_logs l"
            " JOIN mesocycles m ON m.user_id = l.user_id AND m.id = l.mesocycle_id"
            " WHERE m.status = 'active'"
            " ORDER BY l.user_id, l.performed_at DESC LIMIT $1",
            _SAMPLE,
        )
    finally:
        await connection.close()
    return [(row["user_id"], row["id"]) for row in rows]


async def _sync(url: str, rounds: int) -> list[Compared]:
    with running_server(url, log_level="error") as address:
        floor, fresh, repeated = await sync.run(url, address, rounds=rounds)
    return [
        Compared(
            what=one.way,
            ours=Spread.of(one.taken_ms),
            floor=Spread.of(floor.taken_ms),
            floor_is="one INSERT per row in one transaction",
            limits=(Limit(of="p99", most=sync.BUDGET_MS),) if one is fresh else (),
        )
        for one in (fresh, repeated)
    ]


def _resolving() -> Compared:
    measured = {one.way: one for one in speed(read_rows(NAMES), rounds=9)}
    return Compared(
        what="resolve 300 exercise names",
        value=round(measured["resolver"].history_ms, 2),
        floor_value=round(measured["dictionary"].history_ms, 3),
        floor_is="looking each up in a dictionary",
        limits=(Limit(of="value", most=50),),
    )


async def _rebuilding(url: str, loaded: Loaded) -> Compared:
    connection = await asyncpg.connect(url)
    try:
        begun = perf_counter()
        await connection.execute(_GROUPED)
        floor = perf_counter() - begun
    finally:
        await connection.close()
    scale = _ALL_SETS / loaded.sets
    return Compared(
        what="rebuild all statistics of 9 million sets",
        value=round(loaded.statistics_seconds * scale, 1),
        floor_value=round(floor * scale, 1),
        unit="s",
        floor_is="one grouped pass over the same sets",
        limits=(Limit(of="value", most=180),),
    )


async def _bare_bytes(url: str) -> float:
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            await connection.execute(
                "SET LOCAL metricgain.as_system = 'on';"
                "CREATE TABLE bare_sets AS SELECT * FROM sets LIMIT 100000"
            )
            size = await connection.fetchval(
                "SELECT pg_relation_size('bare_sets')::float8 / count(*) FROM bare_sets"
            )
            await connection.execute("DROP TABLE bare_sets")
    finally:
        await connection.close()
    return float(size)


def _serve(folder: Path, compiled: str) -> float:
    """Return the milliseconds until a server that is started answers."""
    port = free_port()
    begun = perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own program
        [interpreter() / "metricgain", "serve", f"--port={port}",
         f"--data-dir={folder}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment_with(
            METRICGAIN_DATABASE_URL="", METRICGAIN_WORKERS="1",
            PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=compiled,
        ),
    )  # fmt: skip
    try:
        while perf_counter() < begun + _START_SECONDS and process.poll() is None:
            try:
                if httpx.get(f"http://127.0.0.1:{port}/readyz").is_success:
                    return 1000 * (perf_counter() - begun)
            except httpx.TransportError:
                time.sleep(0.01)
    finally:
        process.terminate()
        process.wait(20)
    raise RuntimeError("the server did not start")
