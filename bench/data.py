"""Fills a database of its own with lifters that never were, by COPY, by seed.

The database lies in a folder that benchmarks share, never in that of the product, and
is loaded once for each size. Rows come in the order of the days, as in life: those of
many lifters beside each other, and none is moved together afterwards.
"""

import asyncio
import json
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from operator import itemgetter
from pathlib import Path
from time import perf_counter
from typing import Final, Self

import asyncpg
from platformdirs import user_cache_path
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench import population_rows as rows
from bench.population import Lifter, lifters
from metricgain.app import open_database
from metricgain.cli.rebuilding import rebuild_due
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.setup import prepare
from metricgain.store.statistics.rebuild import mark

SETS_A_YEAR: Final = 9000
_WEEKS_A_YEAR: Final = 365.2425 / 7
_CHUNK: Final = 5000
_LOADED: Final = "loaded.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many lifters, for how long, drawn from which seed, up to which day."""

    users: int
    years: float = 1
    seed: int = 1
    until: date

    @property
    def weeks(self) -> int:
        return max(1, round(self.years * _WEEKS_A_YEAR))

    @property
    def folder(self) -> str:
        return f"{self.users}-users-{self.years:g}-years-seed-{self.seed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSize:
    """What one table takes, in rows and bytes; TOAST counts as heap."""

    table: str
    rows: int
    heap: int
    indexes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A filled database: what is in it and how long that took, in seconds."""

    users: int
    years: float
    seed: int
    until: str
    sets: int
    rows: int
    load_seconds: float
    statistics_seconds: float
    tables: tuple[TableSize, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what was noted when it was loaded."""
        noted = json.loads(path.read_text())
        noted["tables"] = tuple(TableSize(**each) for each in noted["tables"])
        return cls(**{each.name: noted[each.name] for each in fields(cls)})

    @property
    def day(self) -> date:
        """The last day of the history."""
        return date.fromisoformat(self.until)

    @property
    def total_bytes(self) -> int:
        return sum(each.heap + each.indexes for each in self.tables)

    def bytes_per_set(self, table: str = "") -> float:
        """Return what one table, or all, take for each set."""
        chosen = [each for each in self.tables if table in ("", each.table)]
        return sum(each.heap + each.indexes for each in chosen) / self.sets


def main(arguments: Sequence[str]) -> None:
    """Fill a database with made-up lifters, 9,000 sets a year each."""
    parser = ArgumentParser(prog="python -m bench data")
    add_size(parser, users=100)
    asked = parser.parse_args(arguments)
    console = Console()
    with bench_database(size_of(asked), root=asked.folder, console=console) as (
        _,
        all_,
    ):
        show(console, all_)


def add_size(parser: ArgumentParser, *, users: int, years: float = 1) -> None:
    """Let the size of a database be asked for."""
    parser.add_argument("--users", type=int, default=users)
    parser.add_argument("--years", type=float, default=years)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--until", type=date.fromisoformat, help="the last day [today]")
    parser.add_argument(
        "--folder", type=Path, default=user_cache_path("metricgain-bench")
    )


def size_of(asked: object) -> Size:
    """Return the size that was asked for."""
    given = vars(asked)
    return Size(
        users=given["users"],
        years=given["years"],
        seed=given["seed"],
        until=given["until"] or now().date(),
    )


@contextmanager
def bench_database(
    size: Size, *, root: Path, console: Console
) -> Iterator[tuple[str, Loaded]]:
    """Run the database of a size, filled now if it was not; yield its owner's URL.

    One that is there keeps its last day: who asks for another has to remove its folder.
    """
    folder = root / size.folder
    folder.mkdir(parents=True, exist_ok=True)
    with EmbeddedServer.acquire(folder) as server:
        url = server.address.url()
        prepare(url)
        noted = folder / _LOADED
        if not noted.exists():
            loaded = asyncio.run(load(url, size, console=console))
            noted.write_text(json.dumps(asdict(loaded), indent=1))
        yield url, Loaded.read(noted)


async def load(url: str, size: Size, *, console: Console) -> Loaded:
    """Fill a migrated, empty database, then compute its statistics.

    Foreign keys are not looked at while loading, for the rows are right as they are
    made; a test of the loader looks at all of them.
    """
    database = await open_database(Settings(pool_size=4), url)
    connection = await asyncpg.connect(url)
    try:
        if await connection.fetchval("SELECT count(*) FROM users"):
            raise SystemExit("this database is not empty; remove its folder")
        await connection.execute("ALTER SYSTEM SET max_wal_size = '4GB'")
        await connection.execute("SELECT pg_reload_conf()")
        await connection.execute(
            "SET session_replication_role = 'replica'; SET synchronous_commit = off;"
            "SET metricgain.as_system = 'on'"
        )
        begun = perf_counter()
        written = await _copy_all(connection, size, console)
        await connection.execute(
            "SELECT setval(pg_get_serial_sequence('users', 'id'), max(id)) FROM users"
        )
        await connection.execute("VACUUM ANALYZE")
        loaded = perf_counter()
        async with database.as_system() as system:
            await mark(system)
        await rebuild_due(database)
        computed = perf_counter()
        await connection.execute("ALTER SYSTEM RESET max_wal_size")
        await connection.execute("SELECT pg_reload_conf()")
        await connection.execute("VACUUM ANALYZE")
        return Loaded(
            users=size.users,
            years=size.years,
            seed=size.seed,
            until=str(size.until),
            sets=written["sets"],
            rows=sum(written.values()),
            load_seconds=loaded - begun,
            statistics_seconds=computed - loaded,
            tables=await table_sizes(connection),
        )
    finally:
        await connection.close()
        await database.close()


async def table_sizes(connection: asyncpg.Connection) -> tuple[TableSize, ...]:
    """Return what every table takes, the largest first."""
    found = await connection.fetch(
        "SELECT c.relname AS name, c.reltuples::bigint AS rows,"
        " pg_table_size(c.oid) AS heap, pg_indexes_size(c.oid) AS indexes"
        " FROM pg_class c WHERE c.relkind = 'r'"
        " AND c.relnamespace = current_schema()::regnamespace"
        " ORDER BY pg_total_relation_size(c.oid) DESC"
    )
    return tuple(
        TableSize(
            table=row["name"],
            rows=max(0, row["rows"]),
            heap=row["heap"],
            indexes=row["indexes"],
        )
        for row in found
    )


async def _copy_all(
    connection: asyncpg.Connection, size: Size, console: Console
) -> dict[str, int]:
    """Make the next week while the server takes this one."""
    people = list(lifters(size.users, seed=size.seed))
    written = dict.fromkeys(rows.COLUMNS, 0)
    accounts = {table: list[str]() for table in rows.COLUMNS}
    for lifter in people:
        rows.account(lifter, accounts, seed=size.seed, day=size.until)
    await _copy(connection, accounts, written)
    begun = perf_counter()
    coming = asyncio.create_task(asyncio.to_thread(_week, people, 0, size))
    for number in range(size.weeks):
        lines = await coming
        if number + 1 < size.weeks:
            coming = asyncio.create_task(
                asyncio.to_thread(_week, people, number + 1, size)
            )
        await _copy(connection, lines, written)
        if number % 10 == 9 or number + 1 == size.weeks:  # noqa: PLR2004
            done = sum(written.values())
            console.print(
                f"week {number + 1:,} of {size.weeks:,}: {written['sets']:,} sets,"
                f" {done / (perf_counter() - begun):,.0f} rows/s"
            )
    last = {table: list[str]() for table in rows.COLUMNS}
    for lifter in people:
        rows.counted(lifter, last)
    await _copy(connection, last, written)
    return written


def _week(people: Sequence[Lifter], number: int, size: Size) -> rows.Lines:
    """Return the lines of one week of everybody, in the order of the days."""
    monday = size.until - timedelta(
        days=size.until.weekday(), weeks=size.weeks - 1 - number
    )
    workouts = [
        workout
        for lifter in people
        for workout in rows.week(lifter, number, monday=monday, until=size.until)
    ]
    workouts.sort(key=itemgetter(0))
    lines: rows.Lines = {table: [] for table in rows.COLUMNS}
    for _, made in workouts:
        for table, more in made.items():
            lines[table] += more
    return lines


async def _copy(
    connection: asyncpg.Connection, lines: rows.Lines, written: dict[str, int]
) -> None:
    async with connection.transaction():
        for table, columns in rows.COLUMNS.items():
            if lines[table]:
                await connection.copy_to_table(
                    table, source=_chunks(lines[table]), columns=columns.split()
                )
                written[table] += len(lines[table])


async def _chunks(lines: Sequence[str]) -> AsyncIterator[bytes]:
    for start in range(0, len(lines), _CHUNK):
        yield "".join(lines[start : start + _CHUNK]).encode()


def show(console: Console, loaded: Loaded) -> None:
    """Print what a database holds and what it takes."""
    table = Table(
        box=SIMPLE_HEAD,
        title=f"{loaded.users:,} lifters, {loaded.years:g} years",
    )
    table.add_column("Table")
    for heading in ("Rows", "Heap MB", "Indexes MB", "Bytes a set"):
        table.add_column(heading, justify="right")
    for each in loaded.tables:
        if each.rows:
            table.add_row(
                each.table, f"{each.rows:,}", f"{each.heap / 1e6:.1f}",
                f"{each.indexes / 1e6:.1f}", f"{loaded.bytes_per_set(each.table):.1f}",
            )  # fmt: skip
    console.print(table)
    console.print(
        f"{loaded.sets:,} sets ({loaded.sets / loaded.users / loaded.years:,.0f} a"
        f" lifter and year) among {loaded.rows:,} rows in {loaded.load_seconds:.0f} s,"
        f" {loaded.rows / loaded.load_seconds:,.0f} rows/s; statistics in"
        f" {loaded.statistics_seconds:.0f} s; {loaded.total_bytes / 1e9:.2f} GB,"
        f" {loaded.bytes_per_set():.0f} bytes a set."
    )
