"""Measures how long each migration holds up those who read and write meanwhile."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import pairwise
from time import perf_counter
from typing import Any, Final

import asyncpg
from alembic.config import Config
from alembic.script import ScriptDirectory
from rich.console import Console
from rich.table import Table

from bench.data import add_size, bench_database, size_of
from bench.measuring import note, postgresql
from metricgain.store import migrations
from metricgain.store.migrate import migrate_down, migrate_up

BOUND_MS: Final = 1000
"""No statement is held up for longer than this."""
_READ: Final = """
SELECT s.weight, s.reps FROM sets s
JOIN workout_logs l ON l.user_id = s.user_id AND l.id = s.workout_log_id
JOIN users u ON u.id = l.user_id
WHERE s.user_id = $1 ORDER BY l.local_date DESC LIMIT 20
"""
_WRITE: Final = """
UPDATE sets SET note = 'x' WHERE user_id = $1
AND workout_log_id = (SELECT max(id::text)::uuid FROM workout_logs WHERE user_id = $1)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One migration: how long it took, and the slowest statement meanwhile, in ms."""

    revision: str
    took_ms: float
    slowest_read_ms: float
    slowest_write_ms: float


def main(arguments: Sequence[str]) -> None:
    """Go up migration by migration on a filled database, with a reader and a writer."""
    parser = ArgumentParser(prog="python -m bench migrations")
    add_size(parser, users=20)
    asked = parser.parse_args(arguments)
    console = Console()
    size = size_of(asked)
    with bench_database(size, root=asked.folder, console=console) as (url, loaded):
        steps = [asyncio.run(_step(url, *pair)) for pair in pairwise(_revisions())]
        version = asyncio.run(postgresql(url))
    table = Table("migration", "ms", "slowest read, ms", "slowest write, ms")
    for step in steps:
        table.add_row(
            step.revision,
            f"{step.took_ms:.0f}",
            f"{step.slowest_read_ms:.0f}",
            f"{step.slowest_write_ms:.0f}",
        )
    console.print(table)
    found: dict[str, Any] = {
        "postgresql": version,
        "sets": loaded.sets,
        "bound_ms": BOUND_MS,
        "steps": [asdict(step) for step in steps],
    }
    console.print(f"written to {note('migrations', found).name}")


async def _step(url: str, before: str, revision: str) -> Step:
    """Go back to before a migration, then run it while others read and write."""
    loop = asyncio.get_running_loop()
    newest = _revisions()[-1]
    await loop.run_in_executor(None, migrate_down, url, before)
    others = [
        asyncio.create_task(_busy(url, statement)) for statement in (_READ, _WRITE)
    ]
    await asyncio.sleep(0.5)
    begun = perf_counter()
    await loop.run_in_executor(None, migrate_up, url, revision)
    took = perf_counter() - begun
    await asyncio.sleep(0.2)
    slowest = []
    for task in others:
        task.cancel()
        slowest.append(await task)
    await loop.run_in_executor(None, migrate_up, url, newest)
    return Step(
        revision=revision,
        took_ms=round(took * 1000, 1),
        slowest_read_ms=slowest[0],
        slowest_write_ms=slowest[1],
    )


async def _busy(url: str, statement: str) -> float:
    """Run a statement again and again until cancelled; return its slowest, in ms."""
    connection = await asyncpg.connect(url)
    slowest = 0.0
    with suppress(asyncio.CancelledError):
        user_id = await connection.fetchval("SELECT min(id) FROM users")
        while True:
            begun = perf_counter()
            await connection.execute(statement, user_id)
            slowest = max(slowest, perf_counter() - begun)
            await asyncio.sleep(0.002)
    await connection.close()
    return round(slowest * 1000, 1)


def _revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    return [script.revision for script in scripts.walk_revisions()][::-1]
