"""Compares our table of sets with that of requirement 2 and an over-indexed one."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Final
from urllib.parse import quote

import asyncpg
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.data import add_size, bench_database, size_of
from bench.floor import pgbench
from bench.measuring import note, postgresql

_SQL: Final = Path(__file__).parent / "sql"
_OURS: Final = """
CREATE TABLE workout_logs (LIKE public.workout_logs INCLUDING ALL);
CREATE TABLE sets (LIKE public.sets INCLUDING ALL);
INSERT INTO workout_logs (user_id, id, local_date, started_at)
SELECT user_id, id, local_date, started_at FROM public.workout_logs;
ALTER TABLE sets ADD FOREIGN KEY (user_id, workout_log_id) REFERENCES workout_logs,
    ADD FOREIGN KEY (exercise_id) REFERENCES public.exercises;
"""
_OUR_ROWS: Final = """
INSERT INTO sets (user_id, id, exercise_id, performed_at, workout_log_id, set_number,
    reps, weight, weight_unit, set_type, rir)
SELECT s.user_id, s.id, s.exercise_id, s.performed_at, s.workout_log_id, s.set_number,
    s.reps, s.weight, s.weight_unit, s.set_type, s.rir
FROM chosen s ORDER BY s.place
"""
_LITERAL_ROWS: Final = """
INSERT INTO sets (workout_log_id, exercise_id, set_number, weight, reps, performed_at)
SELECT n.number, s.exercise_id, s.set_number, s.weight, s.reps, s.performed_at
FROM chosen s JOIN numbers n ON n.user_id = s.user_id AND n.id = s.workout_log_id
ORDER BY s.place
"""
_SMALLER: Final = (
    _OURS + "CREATE TYPE set_type AS ENUM ('working', 'warmup', 'drop', 'myorep',"
    " 'failure'); DROP TABLE sets; CREATE TABLE sets (user_id int, id int,"
    " exercise_id bigint, performed_at timestamptz, workout_log_id uuid,"
    " set_number smallint, reps smallint, set_type set_type, weight numeric(6,2),"
    " weight_unit varchar(2), rir numeric(3,1), load_kind varchar(16), seconds int,"
    " distance_m numeric(9,2), flag varchar(16), note text, written varchar(100),"
    " edited_at timestamptz, video_url varchar(500), PRIMARY KEY (user_id,"
    " workout_log_id, id), FOREIGN KEY (user_id, workout_log_id) REFERENCES"
    " workout_logs, FOREIGN KEY (exercise_id) REFERENCES public.exercises);"
    " CREATE INDEX ON sets (user_id, exercise_id, performed_at);"
)
_TWENTY: Final = (
    "user_id", "workout_log_id", "exercise_id", "performed_at", "set_number",
    "user_id, workout_log_id", "user_id, exercise_id", "user_id, performed_at",
    "user_id, exercise_id, workout_log_id", "user_id, workout_log_id, exercise_id",
    "user_id, exercise_id, weight", "user_id, exercise_id, reps",
    "user_id, workout_log_id, set_number", "exercise_id, performed_at",
    "workout_log_id, exercise_id", "user_id, set_type", "user_id, weight",
    "user_id, performed_at, exercise_id",
)  # fmt: skip
"""Eighteen more indexes: requirement 4 found "20+ indexes" on this table, most of
them the beginning of another."""
_CHOSEN: Final = """
CREATE UNLOGGED TABLE chosen AS
SELECT s.*, row_number() OVER (ORDER BY l.started_at, s.user_id, s.performed_at)
    AS place
FROM public.sets s
JOIN public.workout_logs l ON l.user_id = s.user_id AND l.id = s.workout_log_id
WHERE s.user_id <= $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A way to keep sets: how its tables are made and filled, and three questions."""

    name: str
    tables: str
    rows: str
    of_workout: str
    of_exercise: str
    of_weeks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one way takes: bytes and microseconds a set, milliseconds a question."""

    name: str
    indexes: int
    heap_bytes: float
    index_bytes: float
    packed_bytes: float
    insert_us: float
    of_workout_ms: float
    of_exercise_ms: float
    of_weeks_ms: float

    @property
    def bytes_per_set(self) -> float:
        return self.heap_bytes + self.index_bytes


def main(arguments: Sequence[str]) -> None:
    """Compare bytes, writes and reads of our sets with other ways to keep them."""
    parser = ArgumentParser(prog="python -m bench schemas")
    add_size(parser, users=100)
    parser.add_argument("--of-users", type=int, default=50, help="whose sets to take")
    parser.add_argument("--seconds", type=int, default=3, help="for each question")
    asked = parser.parse_args(arguments)
    console = Console()
    with bench_database(size_of(asked), root=asked.folder, console=console) as (url, _):
        measured = [
            _measure(url, variant, users=asked.of_users, seconds=asked.seconds)
            for variant in variants()
        ]
        version = asyncio.run(postgresql(url))
    _show(console, measured)
    note(
        "schemas",
        {
            "postgresql": version,
            "variants": [
                asdict(one) | {"bytes_per_set": one.bytes_per_set} for one in measured
            ],
        },
    )


def variants() -> Iterator[Variant]:
    """Return ours, one with smaller types, the literal one and the over-indexed one."""
    ours = Variant(
        name="ours",
        tables=_OURS,
        rows=_OUR_ROWS,
        of_workout="SELECT sum(weight * reps) FROM sets WHERE user_id = 7"
        " AND workout_log_id = (SELECT id FROM workout_logs"
        " WHERE user_id = 7 LIMIT 1);",
        of_exercise="SELECT weight, reps, performed_at FROM sets WHERE user_id = 7"
        " AND exercise_id = (SELECT exercise_id FROM sets WHERE user_id = 7 LIMIT 1)"
        " ORDER BY performed_at DESC LIMIT 50;",
        of_weeks="SELECT date_trunc('week', l.started_at), sum(s.weight * s.reps)"
        " FROM workout_logs l JOIN sets s ON s.user_id = 7 AND s.workout_log_id = l.id"
        " WHERE l.user_id = 7 GROUP BY 1;",
    )
    yield ours
    yield replace(
        ours,
        name="ours with smaller types",
        tables=_SMALLER,
        rows=_OUR_ROWS.replace("s.set_type,", "s.set_type::text::set_type,"),
    )
    yield Variant(
        name="requirement 2 as written",
        tables=(_SQL / "schema_literal.sql").read_text()
        + (_SQL / "fill_literal.sql").read_text(),
        rows=_LITERAL_ROWS,
        of_workout="SELECT sum(weight * reps) FROM sets"
        " WHERE workout_log_id = (SELECT id FROM workout_logs"
        " WHERE user_id = 7 LIMIT 1);",
        of_exercise="SELECT weight, reps, performed_at FROM sets WHERE exercise_id ="
        " (SELECT s.exercise_id FROM sets s JOIN workout_logs l"
        "  ON l.id = s.workout_log_id WHERE l.user_id = 7 LIMIT 1)"
        " AND workout_log_id IN (SELECT id FROM workout_logs WHERE user_id = 7)"
        " ORDER BY performed_at DESC LIMIT 50;",
        of_weeks="SELECT date_trunc('week', l.started_at), sum(s.weight * s.reps)"
        " FROM workout_logs l JOIN sets s ON s.workout_log_id = l.id"
        " WHERE l.user_id = 7 GROUP BY 1;",
    )
    more = "".join(f"CREATE INDEX ON sets ({columns});" for columns in _TWENTY)
    yield replace(ours, name="20 indexes, as in requirement 4", tables=_OURS + more)


def _measure(url: str, variant: Variant, *, users: int, seconds: int) -> Measured:
    found = asyncio.run(_fill(url, variant, users))
    within = f"{url}&options={quote('-csearch_path=tried')}"
    medians = [
        pgbench(within, [question], clients=1, seconds=seconds).p50
        for question in (variant.of_workout, variant.of_exercise, variant.of_weeks)
    ]
    asyncio.run(_drop(url))
    return replace(
        found,
        of_workout_ms=medians[0],
        of_exercise_ms=medians[1],
        of_weeks_ms=medians[2],
    )


async def _fill(url: str, variant: Variant, users: int) -> Measured:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(
            "SET metricgain.as_system = 'on'; DROP SCHEMA IF EXISTS tried CASCADE;"
            "CREATE SCHEMA tried; SET search_path = tried"
        )
        await connection.execute(_CHOSEN.replace("$1", str(users)))
        await connection.execute(variant.tables)
        await connection.execute("ANALYZE; CHECKPOINT")
        sets = await connection.fetchval("SELECT count(*) FROM chosen")
        begun = perf_counter()
        await connection.execute(variant.rows)
        taken = perf_counter() - begun
        heap, index, count = await _bytes(connection)
        await connection.execute("REINDEX TABLE sets")
        _, packed, _ = await _bytes(connection)
        await connection.execute("VACUUM ANALYZE sets")
    finally:
        await connection.close()
    return Measured(
        name=variant.name,
        indexes=count,
        heap_bytes=round(heap / sets, 1),
        index_bytes=round(index / sets, 1),
        packed_bytes=round((heap + packed) / sets, 1),
        insert_us=round(taken / sets * 1e6, 2),
        of_workout_ms=0,
        of_exercise_ms=0,
        of_weeks_ms=0,
    )


async def _bytes(connection: asyncpg.Connection) -> tuple[int, int, int]:
    row = await connection.fetchrow(
        "SELECT pg_table_size('sets') AS heap, pg_indexes_size('sets') AS indexes,"
        " (SELECT count(*) FROM pg_index WHERE indrelid = 'sets'::regclass) AS number"
    )
    assert row is not None
    return row["heap"], row["indexes"], row["number"]


async def _drop(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("DROP SCHEMA tried CASCADE")
    finally:
        await connection.close()


def _show(console: Console, measured: Sequence[Measured]) -> None:
    table = Table(box=SIMPLE_HEAD, title="The same sets, kept in different ways")
    table.add_column("Way")
    for heading in (
        "Bytes a set", "to ours", "packed", "Insert us", "to ours",
        "A workout ms", "An exercise ms", "Weeks ms",
    ):  # fmt: skip
        table.add_column(heading, justify="right")
    ours = measured[0]
    for one in measured:
        table.add_row(
            one.name, f"{one.bytes_per_set:.0f}",
            f"{one.bytes_per_set / ours.bytes_per_set:.2f}x", f"{one.packed_bytes:.0f}",
            f"{one.insert_us:.1f}", f"{one.insert_us / ours.insert_us:.2f}x",
            f"{one.of_workout_ms:.3f}", f"{one.of_exercise_ms:.3f}",
            f"{one.of_weeks_ms:.2f}",
        )  # fmt: skip
    console.print(table)
