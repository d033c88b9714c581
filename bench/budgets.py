"""Measures each budget of the product beside the bare statement in pgbench."""

import asyncio
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

import asyncpg
from rich.console import Console

from bench import comparing
from bench.budget_answers import answers
from bench.budget_work import cold_start, storage, work
from bench.comparing import Compared
from bench.data import Loaded, add_size, bench_database, size_of
from bench.measuring import note, postgresql


def main(arguments: Sequence[str]) -> None:
    """Measure every budget beside its floor: p50, p95, p99 at 1, 16 and 64 clients."""
    parser = ArgumentParser(prog="python -m bench budgets")
    add_size(parser, users=100)
    parser.add_argument("--seconds", type=int, default=5, help="for each measure")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 16, 64])
    parser.add_argument("--rounds", type=int, default=30, help="of what takes longer")
    parser.add_argument("--import-weeks", type=int, default=260)
    asked = parser.parse_args(arguments)
    console = Console()
    size = size_of(asked)
    with bench_database(size, root=asked.folder, console=console) as (url, loaded):
        compared = list(_measured(url, loaded, asked, console))
        version = asyncio.run(postgresql(url))
    compared += cold_start(asked.folder / size.folder)
    comparing.show(console, compared)
    note(
        "budgets",
        {
            "postgresql": version,
            "users": loaded.users,
            "years": loaded.years,
            "sets": loaded.sets,
            "seconds": asked.seconds,
            "compared": [one.as_json() for one in compared],
            "tables": [
                {"table": each.table, "rows": each.rows,
                 "bytes_per_set": round(loaded.bytes_per_set(each.table), 1)}
                for each in loaded.tables
                if loaded.bytes_per_set(each.table) >= 1
            ],
        },
    )  # fmt: skip


def _measured(
    url: str, loaded: Loaded, asked: Namespace, console: Console
) -> Iterator[Compared]:
    for one in (
        *storage(url, loaded),
        *answers(url, loaded, clients=asked.clients, seconds=asked.seconds),
        *asyncio.run(work(url, loaded, rounds=asked.rounds, weeks=asked.import_weeks)),
    ):
        console.print(f"[dim]{one.what}, {one.clients} clients[/]: {one.ratio}")
        yield one
    asyncio.run(_tidy(url))


async def _tidy(url: str) -> None:
    """Remove the accounts that measures made for themselves."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(
            "DELETE FROM users WHERE email NOT LIKE 'lifter%@example.org'"
        )
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()
