"""Computes the statistics that are due, and shows how far it has come."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from metricgain.kit.clock import now
from metricgain.store.database import Database
from metricgain.store.statistics.rebuild import due_users, rebuild

_AT_ONCE: Final = 2
"""One connection would leave the server waiting for us between two users."""


async def rebuild_due(database: Database, *, only: int | None = None) -> int:
    """Compute what is due of everybody, or of one user; return of how many that was.

    Each user is done in a transaction of its own: interrupted, it goes on where it
    was when it is called again.
    """
    waiting = [one for one in await due_users(database) if only in (None, one)]
    if waiting:
        with _bar(waiting) as advance:
            queue = iter(waiting)
            async with asyncio.TaskGroup() as tasks:
                for _ in range(_AT_ONCE):
                    tasks.create_task(_work(database, queue, advance))
    return len(waiting)


async def _work(
    database: Database, queue: Iterator[int], advance: Callable[[], None]
) -> None:
    for user_id in queue:
        await rebuild(database, user_id, now=now())
        advance()


@contextmanager
def _bar(waiting: Sequence[int]) -> Iterator[Callable[[], None]]:
    """Show how many users are done, on a terminal only."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Statistics of users", total=len(waiting))
        yield lambda: bar.advance(task)
