"""Devices that train, lose replies, repeat themselves, and must agree in the end.

Each device writes into its outbox whatever the network does, and sends the front of it.
All times lie in the past and no two are equal, so that every device can say afterwards
which of all changes of a set was the last.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random  # noqa: TID251 - seeded, so that a run can be repeated
from uuid import UUID

import httpx

from sync_device import Json, Replica, mutation, pull, save_set

_LOST_REPLY = 0.2
_REPEAT = 0.15
_OLD_BATCH = 0.15
_PATIENCE_SECONDS = 15
_AWAY_SECONDS = 0.2


@dataclass(slots=True)
class Clock:
    """Gives out moments that rise, each once, with every device a little off."""

    at: datetime

    def next(self, skew: timedelta) -> datetime:
        self.at += timedelta(milliseconds=997)
        return self.at + skew


@dataclass(slots=True)
class Gym:
    """What the devices share: workouts, exercises, and what was ever done to a set."""

    planned: list[UUID]
    free: list[UUID]
    exercises: list[int]
    clock: Clock
    deeds: dict[tuple[str, int], list[tuple[datetime, float | None]]] = field(
        default_factory=dict
    )
    """By workout and set: when it was saved with which weight; None is a deletion."""
    busy: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while any request is under way."""
    in_flight: int = 0

    def begin(self) -> None:
        self.in_flight += 1
        self.busy.set()

    def end(self) -> None:
        self.in_flight -= 1
        if not self.in_flight:
            self.busy.clear()


@dataclass(slots=True)
class Device:
    """One phone: an outbox, a replica that is built from changes only, and its luck."""

    name: str
    client: httpx.AsyncClient
    gym: Gym
    chance: Random
    skew: timedelta
    replica: Replica = field(default_factory=Replica)
    outbox: list[Json] = field(default_factory=list)
    sent: list[list[Json]] = field(default_factory=list)
    refused: list[Json] = field(default_factory=list)
    lost: int = 0

    def train(self) -> None:
        """Do one of the things that people do, without asking the network."""
        log_id = self.chance.choice(self.gym.planned + self.gym.free)
        self._start(log_id)
        if self.chance.random() < 0.15 and log_id in self.gym.free:
            self._write("deleteWorkoutLog", workoutLogId=str(log_id))
            return
        for _ in range(self.chance.randint(1, 4)):
            self._save(log_id)
        deed = self.chance.random()
        if deed < 0.2:
            self._delete(log_id)
        elif deed < 0.4:
            self._write(
                "saveFeedback",
                workoutLogId=str(log_id),
                muscleGroup=self.chance.choice(["chest", "back"]),
                soreness=self.chance.randint(0, 3),
                pump=self.chance.randint(0, 3),
            )
        elif deed < 0.5:
            self._write("finishWorkout", workoutLogId=str(log_id))

    async def sync(self) -> None:
        """Send the front of the outbox once; whatever is not answered stays in it."""
        batch = self.outbox[: self.chance.randint(1, 12)]
        self.sent.append(batch)
        answer = await self._post(batch)
        if answer is None or self.chance.random() < _LOST_REPLY:
            self.lost += 1
            return
        results = {result["id"]: result for result in answer["results"]}
        for one in batch:
            result = results[one["id"]]
            if result["status"] == "refused":
                self.refused.append({**one, **result})
        self.outbox = [one for one in self.outbox if one["id"] not in results]
        self.replica.take(answer)

    async def haunt(self) -> None:
        """Let the network deliver a request again: the last one, or one long ago."""
        if self.sent and self.chance.random() < _REPEAT:
            await self._post(self.sent[-1])
        if self.sent and self.chance.random() < _OLD_BATCH:
            await self._post(self.chance.choice(self.sent))

    async def _post(self, batch: list[Json]) -> Json | None:
        body = {
            "deviceId": self.name,
            "mutations": batch,
            "cursor": self.replica.cursor,
        }
        self.gym.begin()
        try:
            answer = await self.client.post("/sync", json=body)
        except httpx.TransportError:
            await asyncio.sleep(_AWAY_SECONDS)
            return None
        finally:
            self.gym.end()
        assert answer.status_code in (200, 503), answer.text
        taken: Json | None = answer.json() if answer.status_code == 200 else None
        return taken

    def _start(self, log_id: UUID) -> None:
        plan = {"workoutInstanceId": str(log_id)} if log_id in self.gym.planned else {}
        at = self.gym.clock.next(self.skew)
        self.outbox.append(
            mutation(
                "startWorkout",
                at=at,
                id=str(log_id),
                startedAt=at.isoformat(),
                **plan,
            )
        )

    def _save(self, log_id: UUID) -> None:
        set_id = self.chance.randint(1, 12)
        weight = float(self.chance.randint(40, 120))
        at = self.gym.clock.next(self.skew)
        self.outbox.append(
            save_set(
                log_id,
                set_id,
                exercise_id=self.gym.exercises[set_id % len(self.gym.exercises)],
                weight=weight,
                at=at,
            )
        )
        self._note(log_id, set_id, at, weight)

    def _delete(self, log_id: UUID) -> None:
        set_id = self.chance.randint(1, 4)
        at = self.gym.clock.next(self.skew)
        self.outbox.append(
            mutation("deleteSet", at=at, workoutLogId=str(log_id), id=set_id)
        )
        self._note(log_id, set_id, at, None)

    def _note(
        self, log_id: UUID, set_id: int, at: datetime, weight: float | None
    ) -> None:
        self.gym.deeds.setdefault((str(log_id), set_id), []).append((at, weight))

    def _write(self, name: str, **args: object) -> None:
        at = self.gym.clock.next(self.skew)
        self.outbox.append(mutation(name, at=at, **args))


async def run(
    devices: list[Device], *, rounds: int, trouble: Coroutine[None, None, None]
) -> None:
    """Let all devices train and sync at once until the trouble beside is over."""
    suffering = asyncio.create_task(trouble)

    async def live(device: Device) -> None:
        lived = 0
        while lived < rounds or not suffering.done():
            if lived < rounds:
                device.train()
            lived += 1
            await device.sync()
            await device.haunt()
            await asyncio.sleep(device.chance.random() * 0.05)

    await asyncio.gather(*(live(device) for device in devices))
    await suffering


async def settle(devices: list[Device]) -> None:
    """Let every device send the rest of its outbox, and then pull what it lacks."""
    for device in devices:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            while device.outbox:
                await device.sync()
    for device in devices:
        await pull(device.client, device.replica)
