"""Measures a batch of 100 mutations against bare INSERTs of the same rows."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final
from uuid import UUID

import httpx
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from tests.server import running_server

from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.ids import secret, uuid7
from metricgain.store.database import Database
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.people import hash_of
from metricgain.store.setup import prepare

BATCH: Final = 100
BUDGET_MS: Final = 150.0
_WARM_UP: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One way to store the rows of a batch: milliseconds of the median and worst.

    `taken_ms` are all of them, one by one.
    """

    way: str
    median_ms: float
    worst_ms: float
    taken_ms: tuple[float, ...]


def main(arguments: Sequence[str]) -> None:
    """Time a sync of 100 mutations, its repeat, and the INSERTs below it."""
    parser = ArgumentParser(prog="python -m bench sync")
    parser.add_argument("--rounds", type=int, default=30)
    asked = parser.parse_args(arguments)
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        server = stack.enter_context(EmbeddedServer.acquire(Path(folder)))
        url = server.address.url()
        prepare(url)
        address = stack.enter_context(running_server(url))
        measured = asyncio.run(run(url, address, rounds=asked.rounds))
    _show(measured)


async def run(url: str, address: str, *, rounds: int) -> list[Measured]:
    """Return the floor, the sync and its repeat, measured in turns."""
    database = await open_database(Settings(pool_size=2), url)
    user_id, token = await _lifter(database)
    async with database.as_system() as system:
        exercise_id = await system.value("SELECT min(id) FROM exercises")
    assert isinstance(exercise_id, int)
    floor, fresh, repeated = [], [], []
    async with httpx.AsyncClient(
        base_url=address, headers={"Authorization": f"Bearer {token}"}, timeout=30
    ) as client:
        cursor = None
        for day in range(rounds + _WARM_UP):
            floor.append(await _insert(database, user_id, exercise_id))
            body = _batch(exercise_id, days_ago=2 * day) | {"cursor": cursor}
            taken, cursor = await _push(client, body, "applied")
            fresh.append(taken)
            body["cursor"] = cursor
            taken, cursor = await _push(client, body, "alreadyApplied")
            repeated.append(taken)
    await database.close()
    return [
        _measured("bare INSERTs, one transaction", floor),
        _measured("sync of 100 mutations", fresh),
        _measured("the same batch again", repeated),
    ]


async def _lifter(database: Database) -> tuple[int, str]:
    token = secret()
    async with database.as_system() as system:
        user_id = await system.value(
            "INSERT INTO users (email, password_hash) VALUES ($1, 'none') RETURNING id",
            f"{token.lower()}@example.org",
        )
        assert isinstance(user_id, int)
        await system.run(
            "INSERT INTO api_tokens (user_id, id, name, token_hash, scope)"
            " VALUES ($1, $2, 'bench', $3, 'full')",
            user_id,
            uuid7(now()),
            hash_of(token),
        )
        await system.run("INSERT INTO user_preferences (user_id) VALUES ($1)", user_id)
    return user_id, token


async def _insert(database: Database, user_id: int, exercise_id: int) -> float:
    """Store a workout of 99 sets by one statement per row."""
    began = perf_counter()
    log_id = uuid7(now())
    async with database.as_user(user_id) as tx:
        await tx.run(
            "INSERT INTO workout_logs (user_id, id, local_date)"
            " VALUES ($1, $2, '2000-01-01')",
            user_id,
            log_id,
        )
        for number in range(1, BATCH):
            await tx.run(
                "INSERT INTO sets (user_id, workout_log_id, id, exercise_id,"
                " set_number, reps, weight) VALUES ($1, $2, $3, $4, 1, 8, 80)",
                user_id,
                log_id,
                number,
                exercise_id,
            )
    return perf_counter() - began


def _batch(exercise_id: int, *, days_ago: int) -> dict[str, object]:
    """Return the start of a workout and 99 sets of it.

    Each workout has a day of its own: nobody does thousands of sets in a week.
    """
    at = now() - timedelta(days=days_ago, hours=1)
    log_id = uuid7(at)
    start: dict[str, object] = {"id": str(log_id), "startedAt": at.isoformat()}
    mutations = [_mutation("startWorkout", start)]
    mutations += [
        _mutation("saveSet", _set(log_id, number, exercise_id))
        for number in range(1, BATCH)
    ]
    return {"deviceId": "bench", "mutations": mutations}


def _mutation(name: str, args: dict[str, object]) -> dict[str, object]:
    made_at = now()
    return {
        "id": str(uuid7(made_at)),
        "name": name,
        "args": args,
        "madeAt": made_at.isoformat(),
    }


def _set(log_id: UUID, number: int, exercise_id: int) -> dict[str, object]:
    return {
        "workoutLogId": str(log_id),
        "id": number,
        "exerciseId": exercise_id,
        "setNumber": number,
        "weight": 80,
        "weightUnit": "kg",
        "reps": 8,
    }


async def _push(
    client: httpx.AsyncClient, body: dict[str, object], expected: str
) -> tuple[float, str]:
    began = perf_counter()
    answer = await client.post("/api/v1/sync", json=body)
    taken = perf_counter() - began
    answer.raise_for_status()
    said = {result["status"] for result in answer.json()["results"]}
    if said != {expected}:
        raise RuntimeError(f"expected {expected}, got {sorted(said)}")
    return taken, answer.json()["cursor"]


def _measured(way: str, seconds: list[float]) -> Measured:
    warm = seconds[_WARM_UP:]
    return Measured(
        way=way,
        median_ms=median(warm) * 1e3,
        worst_ms=max(warm) * 1e3,
        taken_ms=tuple(1000 * each for each in warm),
    )


def _show(measured: list[Measured]) -> None:
    floor = measured[0].median_ms
    table = Table(box=SIMPLE_HEAD)
    for heading in ("", "median ms", "worst ms", "of the floor"):
        table.add_column(heading, justify="right" if heading else "left")
    for one in measured:
        ratio = f"{one.median_ms / floor:.1f}x"
        table.add_row(one.way, f"{one.median_ms:.1f}", f"{one.worst_ms:.1f}", ratio)
    console = Console()
    console.print(table)
    console.print(f"Budget: {BUDGET_MS:.0f} ms for a sync of {BATCH} mutations.")
