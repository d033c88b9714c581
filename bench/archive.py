"""What archiving old blocks costs and gains, on a copy of a filled database."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final
from uuid import UUID

import asyncpg
from rich.console import Console

from bench.copies import copy_of
from bench.data import add_size, bench_database, size_of
from bench.measuring import RESULTS, note, postgresql
from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.jobs.archiving import archive_everybody, restore_everybody
from metricgain.kit.clock import now
from metricgain.reads.exercise_history import exercise_history
from metricgain.reads.workout_log import workout_log
from metricgain.store.backup.fingerprints import Fingerprint, fingerprints
from metricgain.store.database import Database, Transaction
from metricgain.store.statistics.verify import verify

_ASKED: Final = 20
"""So many lifters are asked about, before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A lifter with an old workout and an exercise that was done in it."""

    user_id: int
    log_id: UUID
    exercise_id: int


def main(arguments: Sequence[str]) -> None:
    """Measure what archiving old blocks costs and gains."""
    parser = ArgumentParser(prog="python -m bench archive")
    add_size(parser, users=100, years=2)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--results", type=Path, default=RESULTS)
    asked = parser.parse_args(arguments)
    console = Console()
    size = size_of(asked)
    with (
        bench_database(size, root=asked.folder, console=console) as (url, loaded),
        copy_of(url, "bench_archive") as copy,
    ):
        measured = asyncio.run(_measured(copy, months=asked.months))
        found = {
            "postgresql": asyncio.run(postgresql(url)),
            "users": size.users,
            "years": size.years,
            "sets": loaded.sets,
            **measured,
        }
    path = note("archive", found, folder=asked.results)
    for name, value in measured.items():
        console.print(f"{name.replace('_', ' ')}: {value}")
    console.print(f"noted in {path.name}")


async def _measured(url: str, *, months: int) -> dict[str, object]:
    owner = await asyncpg.connect(url)
    await owner.execute("SET metricgain.as_system = 'on'")
    database = await open_database(Settings(pool_size=2), url)
    try:
        before, rows = await _bytes(owner), await _rows(owner)
        places = await _places(owner)
        plain = await _reads(database, places)
        begun = perf_counter()
        done = await archive_everybody(database, months=months, now=now())
        archived = perf_counter() - begun
        packed = await _reads(database, places)
        wrong = [await verify(database, place.user_id) for place in places]
        await owner.execute("VACUUM (FULL, ANALYZE) sets")
        after = await _bytes(owner)
        begun = perf_counter()
        await restore_everybody(database, now=now())
        restored = perf_counter() - begun
        same = await _rows(owner) == rows
    finally:
        await database.close()
        await owner.close()
    each = max(1, done.sets)
    share = done.sets / rows.rows * before["sets"]
    return {
        "archived_blocks": done.blocks,
        "archived_sets": done.sets,
        "archive_seconds": round(archived, 1),
        "restore_seconds": round(restored, 1),
        "bytes_a_set_packed": round(done.bytes / each, 1),
        "bytes_a_set_as_row": round(before["sets"] / rows.rows, 1),
        "less_for_what_is_archived": round(1 - done.bytes / max(1, share), 3),
        "all_tables_before": before["all"],
        "all_tables_after": after["all"],
        "reads_ms": {
            name: {"rows": plain[name], "packed": packed[name]} for name in plain
        },
        "statistics_wrong": sum(map(len, wrong)),
        "came_back_the_same": same,
    }


async def _bytes(owner: asyncpg.Connection) -> dict[str, int]:
    found = await owner.fetchrow(
        "SELECT pg_total_relation_size('sets') AS sets,"
        " sum(pg_total_relation_size(c.oid))::bigint AS all FROM pg_class c"
        " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
    )
    assert found is not None
    return dict(found)


async def _rows(owner: asyncpg.Connection) -> Fingerprint:
    async with owner.transaction():
        return (await fingerprints(owner))["sets"]


async def _places(owner: asyncpg.Connection) -> list[Place]:
    rows = await owner.fetch(
        "SELECT DISTINCT ON (s.user_id) s.user_id, s.workout_log_id AS log_id,"
        " s.exercise_id FROM sets s JOIN workout_logs l ON l.user_id = s.user_id"
        " AND l.id = s.workout_log_id WHERE s.user_id <= $1"
        " ORDER BY s.user_id, l.local_date",
        _ASKED,
    )
    return [Place(**dict(row)) for row in rows]


async def _reads(database: Database, places: Sequence[Place]) -> Mapping[str, float]:
    """Return the medians of what screens ask for, in milliseconds."""
    asked: Mapping[str, Callable[[Transaction, Place], Awaitable[object]]] = {
        "a workout": lambda tx, place: workout_log(tx, place.log_id),
        "an exercise": lambda tx, place: exercise_history(
            tx, place.exercise_id, after=None, limit=50
        ),
    }
    found = {}
    for name, ask in asked.items():
        taken = []
        for place in places:
            begun = perf_counter()
            async with database.as_user(place.user_id) as tx:
                await ask(tx, place)
            taken.append((perf_counter() - begun) * 1000)
        found[name] = round(median(taken), 2)
    return found
