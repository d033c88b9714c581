"""Budgets of what is asked and answered over HTTP by many clients at once."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random  # noqa: TID251 - who asks when is the same in every run
from typing import Final
from uuid import UUID

import asyncpg
from tests.server import running_server

from bench.comparing import Compared, Limit
from bench.data import Loaded
from bench.floor import pgbench, script_of
from bench.measuring import Spread
from bench.population_rows import token_of
from bench.wire import Turn, Wire, at_once
from metricgain.app import open_database
from metricgain.cli.rebuilding import rebuild_due
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.ids import row_id, uuid7
from metricgain.store.statistics.rebuild import mark

_HALF_A_YEAR: Final = timedelta(weeks=26)
_FLOOR_NOTE: Final = "floor"
_BARE_INSERT: Final = """\
INSERT INTO sets (user_id, workout_log_id, id, exercise_id, set_number, weight, reps,
    note)
SELECT :user, l.id, :set, 1, 1, 80, 8, 'floor' FROM workout_logs l
WHERE l.user_id = :user AND l.local_date > current_date - 2 AND l.name = 'Bench'
LIMIT 1;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked over HTTP, the scripts that are its floor, and its limits."""

    what: str
    turn: Turn
    scripts: tuple[str, ...]
    limits: tuple[Limit, ...]


def answers(
    url: str, loaded: Loaded, *, clients: Sequence[int], seconds: int
) -> Iterator[Compared]:
    """Measure each question at each number of clients, the floor right before ours."""
    with running_server(url, log_level="error") as address:
        asking = Asking(loaded)
        logs = asyncio.run(start_workouts(address, loaded))
        for question in (asking.weekly_volume(), asking.dashboard(), asking.log(logs)):
            for count in clients:
                floor = pgbench(url, question.scripts, clients=count, seconds=seconds)
                ours = asyncio.run(
                    at_once(address, question.turn, clients=count, seconds=seconds)
                )
                yield Compared(
                    what=question.what,
                    clients=count,
                    ours=ours,
                    floor=floor,
                    floor_is="the bare statement in pgbench",
                    limits=question.limits,
                )
    asyncio.run(_forget(url))


class Asking:
    """The questions that are put to a filled database, by lifters drawn at random."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._until = loaded.day
        self._tokens = [
            token_of(user_id, loaded.seed) for user_id in range(1, loaded.users + 1)
        ]
        # Repeatable, not secret.
        self._chance = Random(loaded.seed)  # noqa: S311
        self._user = f"\\set user random(1, {loaded.users})\n"

    def anybody(self) -> tuple[int, str]:
        """Return a lifter's number, from 0, and token."""
        place = self._chance.randrange(len(self._tokens))
        return place, self._tokens[place]

    def weekly_volume(self) -> Question:
        """Ask for half a year of weeks, of somebody else each time."""
        first = self._until - _HALF_A_YEAR
        path = f"/api/v1/analytics/weekly-volume?from={first}&to={self._until}"
        (from_year, from_week, _), (year, week, _) = (
            first.isocalendar(), self._until.isocalendar(),
        )  # fmt: skip
        script = script_of(
            "analytics_weeks",
            (":user", *map(str, (from_year, from_week, year, week))),
        )
        return Question(
            what="weekly volume of six months",
            turn=self._get(path),
            scripts=(self._user + script,),
            limits=(
                Limit(of="p99", most=10, at_clients=16),
                Limit(of="ratio", most=4),
                Limit(of="ratio", most=4, at_clients=16),
            ),
        )  # fmt: skip

    def dashboard(self) -> Question:
        """Ask for everything that the dashboard shows."""
        monday = self._until - timedelta(days=self._until.weekday())
        days = (f"'{day}'::date" for day in (self._until, monday))
        script = script_of("analytics_dashboard", (":user", *days))
        return Question(
            what="dashboard",
            turn=self._get("/api/v1/dashboard"),
            scripts=(self._user + script,),
            limits=(Limit(of="p99", most=15), Limit(of="p99", most=15, at_clients=16)),
        )

    def log(self, logs: Sequence[UUID]) -> Question:
        """Log a set, durable when it is answered; each lifter has begun a workout."""
        body = json.dumps(
            {
                "exerciseId": 1,
                "setNumber": 1,
                "weight": 80,
                "weightUnit": "kg",
                "reps": 8,
            }
        ).encode()

        async def turn(wire: Wire, _number: int) -> None:
            place, token = self.anybody()
            path = f"/api/v1/workout-logs/{logs[place]}/sets/{row_id()}"
            await wire.ask("PUT", path, token, body)

        return Question(
            what="log one set, durable",
            turn=turn,
            scripts=(self._user + "\\set set random(1, 2147483647)\n" + _BARE_INSERT,),
            limits=(Limit(of="p99", most=15), Limit(of="p99", most=15, at_clients=16)),
        )

    def _get(self, path: str) -> Turn:
        async def turn(wire: Wire, _number: int) -> None:
            await wire.get(path, self.anybody()[1])

        return turn


async def start_workouts(address: str, loaded: Loaded) -> list[UUID]:
    """Let every lifter start a workout that is not planned; return the logs' ids."""
    wire = await Wire.open(address)
    logs = []
    for user_id in range(1, loaded.users + 1):
        at = now()
        logs.append(uuid7(at))
        await wire.ask(
            "PUT",
            f"/api/v1/workout-logs/{logs[-1]}",
            token_of(user_id, loaded.seed),
            json.dumps({"startedAt": at.isoformat(), "name": "Bench"}).encode(),
        )
    await wire.close()
    if wire.failures:
        raise RuntimeError(f"workouts were refused: {wire.failures[:5]}")
    return logs


async def _forget(url: str) -> None:
    """Remove what was logged: the next measure shall find the weeks as they were.

    pgbench wrote past the statistics, so they are computed anew.
    """
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("DELETE FROM sets WHERE note = $1", _FLOOR_NOTE)
        first = await connection.fetchval(
            "WITH gone AS (DELETE FROM workout_logs WHERE name = 'Bench'"
            " RETURNING local_date) SELECT min(local_date) FROM gone"
        )
    finally:
        await connection.close()
    database = await open_database(Settings(pool_size=2), url)
    try:
        async with database.as_system() as system:
            await mark(system, since=first)
        await rebuild_due(database)
    finally:
        await database.close()


__all__ = ["Asking", "Question", "Spread", "answers", "start_workouts"]
