"""Lifters who log sets while things break, and remember what was acknowledged.

Each sends a change again and again, as a phone does, until it is answered. So in the
end every change was acknowledged, and each set is known to the rep.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random  # noqa: TID251 - drawn from a given seed
from time import perf_counter
from typing import Any, Final
from uuid import UUID

import asyncpg
import httpx

from metricgain.kit.clock import now
from metricgain.kit.ids import row_id, secret, uuid7
from metricgain.store.people import hash_of

_PAUSE_SECONDS: Final = 0.02
_PATIENCE_SECONDS: Final = 180
_EDIT: Final = 0.3
_SYNC: Final = "/api/v1/sync"
Place = tuple[int, UUID, int]


class UselessAnswerError(Exception):
    """A refusal that does not say what a program and a person need to go on."""


@dataclass(slots=True)
class Heard:
    """What the lifters were told.

    `sets` are the reps of each set by user, log and set. `answers` counts what was
    answered: "200", "503 database-away", or the kind of a broken connection.
    `silences` are the seconds for which somebody waited for an acknowledgement.
    """

    sets: dict[Place, int] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    silences: list[float] = field(default_factory=list)
    acknowledged: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What is in the database in the end, beside what was acknowledged."""

    lost: int
    different: int
    unknown: int
    twice: int

    @property
    def as_acknowledged(self) -> bool:
        """Whether each acknowledged set is there once, and nothing else."""
        return not (self.lost or self.different or self.unknown or self.twice)


@dataclass(slots=True)
class Lifter:
    """Logs sets of one workout and corrects them. `clock` is that of the phone."""

    user_id: int
    client: httpx.AsyncClient
    heard: Heard
    chance: Random
    ahead: timedelta = timedelta()
    count: int = 0
    _cursor: str | None = None
    _log: UUID | None = None
    _sets: list[int] = field(default_factory=list)

    def clock(self) -> datetime:
        """Return the time that the phone believes."""
        return now() + self.ahead

    async def train(self, over: asyncio.Event) -> None:
        """Log and correct until it is over; whatever was begun is finished."""
        while not over.is_set():
            await self.act()
            await asyncio.sleep(_PAUSE_SECONDS)

    async def act(self) -> None:
        """Log a set or correct one, until it is acknowledged.

        Raises UselessAnswerError for a refusal that is not one to wait for.
        """
        mutations: list[dict[str, Any]] = []
        if self._log is None:
            self._log = uuid7(now())
            mutations.append(self._mutation(
                "startWorkout",
                {"id": str(self._log), "startedAt": self.clock().isoformat()},
            ))  # fmt: skip
        if self._sets and self.chance.random() < _EDIT:
            key = self.chance.choice(self._sets)
        else:
            key = row_id()
            self._sets.append(key)
        reps = self.chance.randrange(1, 90)
        mutations.append(self._mutation(
            "saveSet",
            {"workoutLogId": str(self._log), "id": key, "setNumber": 1, "reps": reps,
             "exerciseId": 1, "weight": 80, "weightUnit": "kg"},
        ))  # fmt: skip
        begun = perf_counter()
        while not await self._send(mutations):  # noqa: ASYNC110 - a server sends no events
            await asyncio.sleep(_PAUSE_SECONDS)
        self.heard.silences.append(perf_counter() - begun)
        self.heard.sets[self.user_id, self._log, key] = reps
        self.heard.acknowledged += 1
        self.count += 1

    async def _send(self, mutations: Sequence[Mapping[str, Any]]) -> bool:
        body = {"deviceId": f"phone-{self.user_id}", "mutations": mutations,
                "cursor": self._cursor}  # fmt: skip
        try:
            answer = await self.client.post(_SYNC, json=body)
        except httpx.TransportError as error:
            self.heard.answers[type(error).__name__] += 1
            return False
        if answer.status_code != httpx.codes.OK:
            self._hear_refusal(answer)
            return False
        self.heard.answers["200"] += 1
        said = answer.json()
        self._cursor, results = said["cursor"], said["results"]
        if any(result["status"] == "refused" for result in results):
            raise UselessAnswerError(str(results))
        return True

    def _hear_refusal(self, answer: httpx.Response) -> None:
        """Note a refusal, which has to say when to come again, and why."""
        try:
            problem = answer.json()
        except ValueError:
            problem = {}
        kind = str(problem.get("type", "")).rpartition("/")[2]
        self.heard.answers[f"{answer.status_code} {kind}".strip()] += 1
        helpful = (
            answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
            and answer.headers.get("retry-after", "").isdigit()
            and problem.get("detail")
            and problem.get("remedy")
        )
        if not helpful:
            raise UselessAnswerError(f"{answer.status_code} {answer.text}")

    def _mutation(self, name: str, args: Mapping[str, Any]) -> dict[str, Any]:
        return {"id": str(uuid7(now())), "name": name, "args": args,
                "madeAt": self.clock().isoformat()}  # fmt: skip


@asynccontextmanager
async def lifters_of(
    url: str, address: str, *, count: int, seed: int = 0, patience: float = 30
) -> AsyncIterator[list[Lifter]]:
    """Make accounts in a database, and a phone for each."""
    heard = Heard()
    clients: list[httpx.AsyncClient] = []
    lifters = []
    for number in range(count):
        user_id, token = await _account(url)
        client = httpx.AsyncClient(
            base_url=address,
            headers={"Authorization": f"Bearer {token}"},
            timeout=patience,
        )
        clients.append(client)
        chance = Random(f"{seed}/{number}")  # noqa: S311 - repeatable, not secret
        lifters.append(Lifter(user_id, client, heard, chance))
    try:
        yield lifters
    finally:
        for client in clients:
            await client.aclose()


async def compare(url: str, lifters: Sequence[Lifter]) -> Found:
    """Compare what is stored of some lifters with what was acknowledged to them."""
    users = [lifter.user_id for lifter in lifters]
    told = {
        place: reps
        for place, reps in lifters[0].heard.sets.items()
        if place[0] in users
    }
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("SET metricgain.as_system = 'on'")
        rows = await connection.fetch(
            "SELECT user_id, workout_log_id, id, reps FROM sets"
            " WHERE user_id = ANY($1)",
            users,
        )
    finally:
        await connection.close()
    stored = {(row[0], row[1], row[2]): row[3] for row in rows}
    return Found(
        lost=len(told.keys() - stored.keys()),
        different=sum(
            stored[place] != reps for place, reps in told.items() if place in stored
        ),
        unknown=len(stored.keys() - told.keys()),
        twice=len(rows) - len(stored),
    )


async def all_heard(lifters: Sequence[Lifter]) -> None:
    """Return when each of the lifters had something acknowledged from now on."""
    before = [lifter.count for lifter in lifters]
    for lifter, count in zip(lifters, before, strict=True):
        await until(lambda lifter=lifter, count=count: lifter.count > count)  # type: ignore[misc]  # the defaults bind the loop's values


async def until(true: Callable[[], bool]) -> None:
    """Return when something has become true. Raises TimeoutError if it never does."""
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not true():  # noqa: ASYNC110 - what is waited for happens elsewhere
            await asyncio.sleep(_PAUSE_SECONDS)


async def _account(url: str) -> tuple[int, str]:
    token = secret()
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("SET metricgain.as_system = 'on'")
        user_id = await connection.fetchval(
            "INSERT INTO users (email, password_hash) VALUES ($1, 'none') RETURNING id",
            f"{secret().lower()}@example.org",
        )
        await connection.execute(
            "INSERT INTO api_tokens (user_id, id, name, token_hash, scope)"
            " VALUES ($1, $2, 'phone', $3, 'full')",
            user_id,
            uuid7(now()),
            hash_of(token),
        )
        await connection.execute(
            "INSERT INTO user_preferences (user_id) VALUES ($1)", user_id
        )
    finally:
        await connection.close()
    assert isinstance(user_id, int)
    return user_id, token
