"""What splitting the sets by time costs and gains, on a copy of a filled database."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

import asyncpg
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.copies import copy_of
from bench.data import add_size, bench_database, size_of
from bench.floor import pgbench
from bench.measuring import RESULTS, note, postgresql
from metricgain.store.partitions.layout import Layout
from metricgain.store.partitions.moving import layout_of, partition, unpartition

_LATEST: Final = (
    "(SELECT l.id FROM workout_logs l WHERE l.user_id = :user"
    " ORDER BY l.local_date DESC LIMIT 1)"
)
_STATEMENTS: Final[Mapping[str, str]] = {
    "the sets of a workout": (
        "SELECT s.* FROM sets s WHERE s.user_id = :user"  # noqa: S608 - our own words
        f" AND s.workout_log_id = {_LATEST};\n"
    ),
    "an exercise, newest first": (
        "SELECT s.* FROM sets s WHERE s.user_id = :user AND s.exercise_id = ("
        "SELECT r.exercise_id FROM personal_records r WHERE r.user_id = :user LIMIT 1)"
        " ORDER BY s.performed_at DESC LIMIT 50;\n"
    ),
    "all weeks from the log": (
        "SELECT date_trunc('week', l.local_date), sum(s.weight * s.reps)"
        " FROM workout_logs l JOIN sets s ON s.user_id = :user"
        " AND s.workout_log_id = l.id WHERE l.user_id = :user GROUP BY 1;\n"
    ),
    "a set written": (
        "BEGIN;\nINSERT INTO sets (user_id, workout_log_id, id, exercise_id,"  # noqa: S608 - our own words
        " set_number, reps, weight) SELECT :user, l.id, -1, 1, 9, 8, 80"
        f" FROM {_LATEST} AS l (id);\nROLLBACK;\n"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The table in one state: its bytes, and the medians of statements in ms."""

    parts: int
    bytes: int
    median_ms: dict[str, float]


def main(arguments: Sequence[str]) -> None:
    """Measure what splitting the sets by time costs and gains."""
    parser = ArgumentParser(prog="python -m bench partition")
    add_size(parser, users=100, years=4)
    parser.add_argument("--seconds", type=int, default=5, help="for each statement")
    parser.add_argument("--results", type=Path, default=RESULTS)
    asked = parser.parse_args(arguments)
    console = Console()
    size = size_of(asked)
    with (
        bench_database(size, root=asked.folder, console=console) as (url, loaded),
        copy_of(url, "bench_partition") as copy,
    ):
        states = [_state(copy, size.users, asked.seconds)]
        years = asyncio.run(layout_of(copy)).to_close(this_year=loaded.day.year)
        split = _timed(copy, years=years)
        states.append(_state(copy, size.users, asked.seconds))
        joined = _timed(copy, years=())
        states.append(_state(copy, size.users, asked.seconds))
        found = {
            "postgresql": asyncio.run(postgresql(url)),
            "users": size.users,
            "years": size.years,
            "sets": loaded.sets,
            "moved": split[1],
            "split_seconds": round(split[0], 1),
            "joined_seconds": round(joined[0], 1),
            "seconds_per_million": round(split[0] / max(1, split[1]) * 1e6, 1),
            "states": [asdict(state) for state in states],
        }
    path = note("partition", found, folder=asked.results)
    _show(console, states, found)
    console.print(f"noted in {path.name}")


def _timed(url: str, *, years: Sequence[int]) -> tuple[float, int]:
    """Split at the ends of years, or join without any; return seconds and rows."""
    moved: list[int] = []
    begun = perf_counter()
    if years:
        asyncio.run(
            partition(url, years=years, tell=lambda one: moved.append(one.rows))
        )
    else:
        asyncio.run(unpartition(url, tell=lambda one: moved.append(one.rows)))
    return perf_counter() - begun, sum(moved)


def _state(url: str, users: int, seconds: int) -> State:
    layout, size = asyncio.run(_looked(url))
    medians = {
        name: pgbench(
            url,
            [f"\\set user random(1, {users})\n{script}"],
            clients=1,
            seconds=seconds,
        ).p50
        for name, script in _STATEMENTS.items()
    }
    return State(parts=max(1, len(layout.parts)), bytes=size, median_ms=medians)


async def _looked(url: str) -> tuple[Layout, int]:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("VACUUM (ANALYZE) sets")
        size = await connection.fetchval(
            "SELECT sum(pg_total_relation_size(t.relid))"
            " FROM pg_partition_tree('sets') t"
        )
        whole = await connection.fetchval("SELECT pg_total_relation_size('sets')")
    finally:
        await connection.close()
    return await layout_of(url), int(size or whole)


def _show(
    console: Console, states: Sequence[State], found: Mapping[str, object]
) -> None:
    table = Table(box=SIMPLE_HEAD, title=f"{found['sets']:,} sets")
    for heading in ("Statement", "One table", "Parts", "Ratio", "Joined again"):
        table.add_column(heading, justify="right" if heading != "Statement" else "left")
    one, parts, again = states
    for name, before in one.median_ms.items():
        after = parts.median_ms[name]
        table.add_row(
            name, f"{before:.3f} ms", f"{after:.3f} ms", f"{after / before:.2f}x",
            f"{again.median_ms[name]:.3f} ms",
        )  # fmt: skip
    console.print(table)
    console.print(
        f"{parts.parts} parts; {found['moved']:,} sets moved in"
        f" {found['split_seconds']} s ({found['seconds_per_million']} s a million),"
        f" back in {found['joined_seconds']} s; {one.bytes / 1e6:.0f} MB before,"
        f" {parts.bytes / 1e6:.0f} MB in parts."
    )
