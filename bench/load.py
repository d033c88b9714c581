"""Lets many lifters train at once for some minutes, and looks for every set afterwards.

Each simulated lifter has a phone that syncs a set now and then, looks at the dashboard
and corrects what was logged. They pause for a second or two where people pause for
minutes, so two hundred of them do the work of some ten thousand.
"""

import asyncio
import json
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from random import Random  # noqa: TID251 - every lifter is drawn from a given seed
from time import perf_counter
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from tests.server import running_server

from bench.data import Loaded, add_size, bench_database, size_of
from bench.measuring import Spread, note, postgresql
from bench.population_rows import token_of
from bench.wire import Wire
from metricgain.kit.clock import now
from metricgain.kit.ids import row_id, uuid7

_EXERCISES: Final = (1, 2, 3, 4, 5, 6)
_SETS_IN_WORKOUT: Final = 25
_DASHBOARD, _EDIT = 0.25, 0.15
_MOST_REPS: Final = 15
_NEW_AT_ONCE: Final = 2
"""Phones that fetch their history at once: people do not all buy one on a day."""


class _Answered(msgspec.Struct):
    id: UUID
    status: str


class _Pushed(msgspec.Struct, rename="camel"):
    """What is read of the answer of a sync."""

    cursor: str
    has_more: bool
    results: list[_Answered]


@dataclass(slots=True)
class Kept:
    """What came of a run: times by kind, failures by kind, and what was acknowledged.

    `acknowledged` are the reps of each set by user, log and set, as last confirmed; of
    a set in `unsure` an answer was never heard, so both are right.
    """

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    acknowledged: dict[tuple[int, UUID, int], int] = field(default_factory=dict)
    unsure: set[tuple[int, UUID, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How a run went, by kind of request, and what was lost."""

    lifters: int
    seconds: float
    requests: int
    errors: int
    acknowledged_sets: int
    lost_sets: int
    by_kind: Mapping[str, Spread]
    other_errors: Mapping[str, int]
    """Lost connections and refused sets, which are no kind of request."""


def main(arguments: Sequence[str]) -> None:
    """Let 200 lifters sync, look and edit at once; count errors and lost writes."""
    parser = ArgumentParser(prog="python -m bench load")
    add_size(parser, users=200)
    parser.add_argument("--lifters", type=int, default=200, help="at once")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=2, help="seconds, on average")
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args(arguments)
    console = Console()
    with bench_database(size_of(asked), root=asked.folder, console=console) as (
        url,
        at,
    ):
        with running_server(
            url, log_level="error", workers=str(asked.workers)
        ) as address:
            report = asyncio.run(
                run(url, address, at, lifters=asked.lifters, seconds=asked.seconds,
                    pause=asked.pause)
            )  # fmt: skip
        version = asyncio.run(postgresql(url))
    _show(console, report)
    note(
        "load",
        {"postgresql": version, "workers": asked.workers, "pause": asked.pause,
         "sets": at.sets}
        | asdict(report),
    )  # fmt: skip
    if report.lost_sets:
        raise SystemExit("acknowledged sets are lost")


async def run(
    url: str,
    address: str,
    loaded: Loaded,
    *,
    lifters: int,
    seconds: float,
    pause: float,
) -> Report:
    """Let lifters of a filled database train; look for every acknowledged set."""
    kept = Kept()
    phones = [Phone(n % loaded.users + 1, loaded, kept) for n in range(lifters)]
    turns = asyncio.Semaphore(_NEW_AT_ONCE)
    async with asyncio.TaskGroup() as group:
        for phone in phones:
            group.create_task(phone.catch_up(address, turns))
    begun = perf_counter()
    async with asyncio.TaskGroup() as group:
        for phone in phones:
            group.create_task(phone.train(address, until=begun + seconds, pause=pause))
    took = perf_counter() - begun
    return Report(
        lifters=lifters,
        seconds=round(took, 1),
        requests=sum(len(times) for times in kept.times.values()),
        errors=sum(kept.errors.values()),
        acknowledged_sets=len(kept.acknowledged),
        lost_sets=await lost(url, kept),
        by_kind={
            kind: Spread.of(times, seconds=took, errors=kept.errors[kind])
            for kind, times in kept.times.items()
        },
        other_errors={
            kind: count
            for kind, count in kept.errors.items()
            if count and kind not in kept.times
        },
    )


async def lost(url: str, kept: Kept) -> int:
    """Return how many acknowledged sets are not there as they were acknowledged."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("SET metricgain.as_system = 'on'")
        rows = await connection.fetch(
            "SELECT user_id, workout_log_id, id, reps FROM sets"
            " WHERE workout_log_id = ANY($1)",
            list({log for _, log, _ in kept.acknowledged}),
        )
    finally:
        await connection.close()
    there = {(row[0], row[1], row[2]): row["reps"] for row in rows}
    return sum(
        key not in there or (there[key] != reps and key not in kept.unsure)
        for key, reps in kept.acknowledged.items()
    )


class Phone:
    """One lifter's phone: it syncs, looks at the dashboard and corrects sets."""

    def __init__(self, user_id: int, loaded: Loaded, kept: Kept) -> None:
        self._user_id = user_id
        self._token = token_of(user_id, loaded.seed)
        self._kept = kept
        # Repeatable, not secret.
        self._chance = Random(f"{loaded.seed}/{user_id}")  # noqa: S311
        self._cursor: str | None = None
        self._log: UUID | None = None
        self._sets: list[int] = []

    async def catch_up(self, address: str, turns: asyncio.Semaphore) -> None:
        """Fetch the history as a new phone does, page by page, when it is its turn."""
        async with turns:
            wire, more = await Wire.open(address), True
            while more:
                pushed = await self._sync(wire, "page of a first sync", [])
                more = pushed is not None and pushed.has_more
            await wire.close()

    async def train(self, address: str, *, until: float, pause: float) -> None:
        """Go on until it is over; a phone that was cut off connects again."""
        wire = await Wire.open(address)
        await asyncio.sleep(pause * self._chance.random())
        while perf_counter() < until:
            try:
                await self._act(wire)
            except (OSError, asyncio.IncompleteReadError):
                self._kept.errors["connection"] += 1
                wire = await Wire.open(address)
            await asyncio.sleep(self._chance.expovariate(1 / pause))
        await wire.close()

    async def _act(self, wire: Wire) -> None:
        chosen = self._chance.random()
        if chosen < _DASHBOARD:
            await self._timed("dashboard", wire, "GET", "/api/v1/dashboard")
        elif chosen < _DASHBOARD + _EDIT and self._sets:
            await self._edit(wire)
        else:
            await self._log_set(wire)

    async def _log_set(self, wire: Wire) -> None:
        mutations = []
        if self._log is None or len(self._sets) >= _SETS_IN_WORKOUT:
            if self._log is not None:
                mutations.append(_finish(self._log))
            self._log, self._sets = uuid7(now()), []
            mutations.append(_start(self._log))
        key, reps = row_id(), self._chance.randrange(5, _MOST_REPS)
        mutations.append(self._set(key, reps))
        self._sets.append(key)
        await self._send(wire, "sync of a set", mutations, key, reps)

    async def _edit(self, wire: Wire) -> None:
        key = self._chance.choice(self._sets)
        reps = self._chance.randrange(5, _MOST_REPS)
        await self._send(wire, "edit of a set", [self._set(key, reps)], key, reps)

    async def _send(
        self,
        wire: Wire,
        kind: str,
        mutations: Sequence[Mapping[str, Any]],
        key: int,
        reps: int,
    ) -> None:
        assert self._log is not None
        place = (self._user_id, self._log, key)
        self._kept.unsure.add(place)
        pushed = await self._sync(wire, kind, mutations)
        if pushed is None:
            return
        if refused := [r for r in pushed.results if r.status != "applied"]:
            self._kept.errors[f"refused: {refused[0].status}"] += 1
            return
        self._kept.unsure.discard(place)
        self._kept.acknowledged[place] = reps

    async def _sync(
        self, wire: Wire, kind: str, mutations: Sequence[Mapping[str, Any]]
    ) -> _Pushed | None:
        body = {"deviceId": f"phone-{self._user_id}", "mutations": mutations,
                "cursor": self._cursor}  # fmt: skip
        said = await self._timed(kind, wire, "POST", "/api/v1/sync", body)
        if said is None:
            return None
        pushed = msgspec.json.decode(said, type=_Pushed)
        self._cursor = pushed.cursor
        return pushed

    async def _timed(
        self,
        kind: str,
        wire: Wire,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
    ) -> bytes | None:
        failed = len(wire.failures)
        begun = perf_counter()
        said = await wire.ask(
            method,
            path,
            self._token,
            None if body is None else json.dumps(body).encode(),
        )
        self._kept.times[kind].append(1000 * (perf_counter() - begun))
        if len(wire.failures) > failed:
            self._kept.errors[kind] += 1
            return None
        return said

    def _set(self, key: int, reps: int) -> dict[str, Any]:
        return _mutation(
            "saveSet",
            {"workoutLogId": str(self._log), "id": key, "setNumber": 1, "reps": reps,
             "exerciseId": _EXERCISES[key % len(_EXERCISES)],
             "weight": 80, "weightUnit": "kg"},
        )  # fmt: skip


def _start(log_id: UUID) -> dict[str, Any]:
    return _mutation(
        "startWorkout", {"id": str(log_id), "startedAt": now().isoformat()}
    )


def _finish(log_id: UUID) -> dict[str, Any]:
    return _mutation(
        "finishWorkout", {"workoutLogId": str(log_id), "completedAt": now().isoformat()}
    )


def _mutation(name: str, args: Mapping[str, Any]) -> dict[str, Any]:
    made_at = now()
    return {"id": str(uuid7(made_at)), "name": name, "args": args,
            "madeAt": made_at.isoformat()}  # fmt: skip


def _show(console: Console, report: Report) -> None:
    table = Table(
        box=SIMPLE_HEAD,
        title=f"{report.lifters} lifters at once for {report.seconds:.0f} s",
    )
    table.add_column("What")
    for heading in ("Requests", "a second", "p50 ms", "p95", "p99", "Errors"):
        table.add_column(heading, justify="right")
    for kind, spread in report.by_kind.items():
        table.add_row(
            kind, f"{spread.count:,}", f"{spread.per_second:.1f}", f"{spread.p50:.1f}",
            f"{spread.p95:.1f}", f"{spread.p99:.1f}", str(spread.errors),
        )  # fmt: skip
    console.print(table)
    console.print(
        f"{report.acknowledged_sets:,} sets acknowledged, {report.lost_sets} of them"
        f" lost; {report.errors} errors in {report.requests:,} requests."
    )
    for kind, count in report.other_errors.items():
        console.print(f"  of these, {kind}: {count}")
