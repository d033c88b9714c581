"""Measures the three batched statements of a decision against three per group."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final
from uuid import UUID

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from tests.planted import (
    MORNING,
    Workout,
    exercise_of_each_group,
    log_workout,
    plant_block,
)
from tests.sequential import decide_one_by_one

from metricgain.actions.finish_workout import finish_workout
from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.kit.ids import secret
from metricgain.store.changes import changing
from metricgain.store.database import Database, Transaction
from metricgain.store.deciding_data import load_coming, load_done, load_previous
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.setup import prepare

GROUPS: Final = (1, 5, 9)
POOL: Final = 4
AT_ONCE: Final = 64
BUDGET_MS: Final = 5.0
LATER: Final = MORNING + timedelta(weeks=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One way to load what decides a workout, in milliseconds.

    `busy_ms` is how long each of many simultaneous workouts keeps one of the pool's
    connections, `wait_ms` how long the last of them waits for its answer.
    """

    groups: int
    way: str
    statements: int
    median_ms: float
    busy_ms: float
    wait_ms: float


def main(arguments: Sequence[str]) -> None:
    """Time 3 statements for all muscle groups against 3 for each."""
    parser = ArgumentParser(prog="python -m bench batching")
    parser.add_argument("--rounds", type=int, default=200)
    asked = parser.parse_args(arguments)
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        server = stack.enter_context(EmbeddedServer.acquire(Path(folder)))
        prepare(server.address.url())
        measured = asyncio.run(run(server.address.url(), rounds=asked.rounds))
    _show(measured)


async def run(url: str, *, rounds: int = 200) -> list[Measured]:
    """Return both ways for 1, 5 and 9 groups on a migrated database, in one run."""
    database = await open_database(Settings(pool_size=POOL), url)
    measured = []
    for groups in GROUPS:
        user_id, log_id = await _finished_week(database, groups)
        for way, load in (("batched", _batched), ("one by one", _one_by_one)):
            measured.append(
                await _measure(database, user_id, log_id, (groups, way, load, rounds))
            )
    await database.close()
    return measured


Load = Callable[[Transaction, UUID], Awaitable[int]]


async def _batched(tx: Transaction, log_id: UUID) -> int:
    before = tx.statements
    await load_done(tx, log_id)
    await load_previous(tx, log_id)
    await load_coming(tx, log_id)
    return tx.statements - before


async def _one_by_one(tx: Transaction, log_id: UUID) -> int:
    before = tx.statements
    await decide_one_by_one(tx, log_id, week_number=2, weeks=4, is_deload=False)
    # Finding the groups is not one of the three per group.
    return tx.statements - before - 1


async def _finished_week(database: Database, groups: int) -> tuple[int, UUID]:
    async with database.as_system() as system:
        user_id = await system.value(
            "INSERT INTO users (email, password_hash) VALUES ($1, '') RETURNING id",
            f"{secret().lower()}@example.org",
        )
        exercises = dict(list((await exercise_of_each_group(system)).items())[:groups])
    assert isinstance(user_id, int)
    block = await plant_block(database, user_id, [list(exercises.values())] * 2)
    log_id = block.instance(1)
    for place in ((1, 1), (1, 2), (2, 1)):
        done = Workout(
            sets={each: [(50.0, 11, 2.0)] * 3 for each in exercises.values()},
            soreness=dict.fromkeys(exercises, 1),
            pump=dict.fromkeys(exercises, 2),
            challenge=dict.fromkeys(exercises, 1),
        )
        async with changing(database, user_id, now=LATER) as change:
            log_id = await log_workout(change, block, place, done)
            await finish_workout(change, id=log_id, completed_at=LATER)
    return user_id, log_id


async def _measure(
    database: Database,
    user_id: int,
    log_id: UUID,
    case: tuple[int, str, Load, int],
) -> Measured:
    groups, way, load, rounds = case
    times: list[float] = []
    statements = 0
    for _ in range(rounds):
        async with database.as_user(user_id) as tx:
            begun = perf_counter()
            statements = await load(tx, log_id)
            times.append(perf_counter() - begun)

    busy: list[float] = []

    async def one() -> None:
        async with database.as_user(user_id) as tx:
            begun = perf_counter()
            await load(tx, log_id)
            busy.append(perf_counter() - begun)

    begun = perf_counter()
    await asyncio.gather(*(one() for _ in range(AT_ONCE)))
    waited = perf_counter() - begun
    return Measured(
        groups=groups,
        way=way,
        statements=statements,
        median_ms=1000 * median(times),
        busy_ms=1000 * median(busy),
        wait_ms=1000 * waited,
    )


def _show(measured: Sequence[Measured]) -> None:
    table = Table(
        box=SIMPLE_HEAD,
        title=f"Data of one decision; {AT_ONCE} workouts at once on {POOL} connections",
    )
    for heading in (
        "Groups", "Way", "Statements", "Median ms", "Ratio",
        "Busy ms", "Last answer ms", "Budget ms",
    ):  # fmt: skip
        table.add_column(heading, justify="left" if heading == "Way" else "right")
    floors = {each.groups: each for each in measured if each.way == "batched"}
    for each in measured:
        floor = floors[each.groups]
        table.add_row(
            str(each.groups), each.way, str(each.statements), f"{each.median_ms:.2f}",
            f"{each.median_ms / floor.median_ms:.2f}", f"{each.busy_ms:.2f}",
            f"{each.wait_ms:.0f}", f"{BUDGET_MS:.0f}" if each is floor else "",
        )  # fmt: skip
    Console(width=110).print(table)
