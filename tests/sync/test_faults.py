"""Three devices, a bad network and a server that is killed end in one state.

METRICGAIN_TEST_SYNC_RUNS=50 plays fifty runs instead of the few of the suite.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date, timedelta
from random import Random  # noqa: TID251 - seeded, so that a run can be repeated
from uuid import UUID

import httpx
import pytest

from conftest import SignedIn
from killable_server import KillableServer
from metricgain.actions.start_mesocycle_from_template import (
    start_mesocycle_from_template,
)
from metricgain.engine.outline import Choices
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.changes import changing
from metricgain.store.database import Database
from sync_device import Replica, pull
from sync_fleet import Clock, Device, Gym, run, settle

RUNS = int(os.environ.get("METRICGAIN_TEST_SYNC_RUNS", "2"))  # noqa: TID251 - how long a test takes is no setting of the product
ROUNDS = 12
KILLS = 2


@pytest.fixture(scope="module")
def mortal(owner_url: str) -> Iterator[KillableServer]:
    """A server of its own on the tests' database."""
    server = KillableServer(owner_url)
    server.start()
    yield server
    server.stop()


async def _gym(database: Database, user_id: int) -> Gym:
    """Start a block whose first workouts, and a few free ones, everybody logs."""
    monday = now().date() - timedelta(days=14)
    async with changing(database, user_id, now=now()) as change:
        template_id = await change.tx.value(
            "SELECT id FROM templates WHERE is_system ORDER BY id LIMIT 1"
        )
        assert isinstance(template_id, UUID)
        await start_mesocycle_from_template(
            change,
            mesocycle_id=uuid7(now()),
            template_id=template_id,
            choices=Choices(start_date=_monday_before(monday)),
        )
        planned = await change.tx.rows(
            "SELECT id FROM workout_instances WHERE user_id = $1"
            " ORDER BY week_number, position LIMIT 3",
            user_id,
        )
        exercises = await change.tx.rows(
            "SELECT DISTINCT p.exercise_id FROM prescriptions p"
            " WHERE p.user_id = $1 AND p.workout_instance_id = $2",
            user_id,
            planned[0]["id"],
        )
    return Gym(
        planned=[row["id"] for row in planned],
        free=[uuid7(now()), uuid7(now())],
        exercises=[row["exercise_id"] for row in exercises],
        clock=Clock(now() - timedelta(days=2)),
    )


def _monday_before(day: date) -> date:
    return day - timedelta(days=day.weekday())


@asynccontextmanager
async def _devices(
    server: KillableServer, gym: Gym, *, token: str, seed: int
) -> AsyncIterator[list[Device]]:
    async with AsyncExitStack() as clients:
        yield [
            Device(
                name=f"device-{number}",
                client=await clients.enter_async_context(
                    httpx.AsyncClient(
                        base_url=f"{server.address}/api/v1",
                        headers={"Authorization": f"Bearer {token}"},
                        timeout=10,
                    )
                ),
                gym=gym,
                chance=Random(f"{seed}/{number}"),  # noqa: S311 - repeatable by its seed
                skew=timedelta(minutes=7 * number, microseconds=number),
            )
            for number in range(3)
        ]


@pytest.mark.parametrize("seed", range(RUNS))
async def test_all_devices_agree_and_no_acknowledged_set_is_lost(
    lifter: SignedIn, database: Database, mortal: KillableServer, seed: int
) -> None:
    gym = await _gym(database, lifter.user_id)
    chance = Random(seed)  # noqa: S311 - repeatable by its seed

    async def kill_in_mid_batch() -> None:
        for _ in range(KILLS):
            await asyncio.sleep(chance.uniform(0.05, 0.3))
            await gym.busy.wait()
            await asyncio.sleep(chance.uniform(0, 0.02))
            await asyncio.to_thread(mortal.kill)
            await asyncio.to_thread(mortal.start)

    async with _devices(mortal, gym, token=lifter.token, seed=seed) as devices:
        await run(devices, rounds=ROUNDS, trouble=kill_in_mid_batch())
        await settle(devices)

    assert sum(device.lost for device in devices) > 0
    assert [device.refused for device in devices] == [[], [], []]
    await _assert_one_state(lifter, database, devices)
    await _assert_every_set_once(lifter, database, gym)


async def _assert_one_state(
    lifter: SignedIn, database: Database, devices: list[Device]
) -> None:
    new = Replica()
    await pull(lifter.client, new)
    for device in devices:
        assert _differences(device.replica, new) == []
    async with database.as_user(lifter.user_id) as tx:
        rows = await tx.rows(
            "SELECT workout_log_id, id, weight::float8, reps FROM sets"
            " WHERE user_id = $1",
            lifter.user_id,
        )
    held = [
        (log_id, one["id"], one["weight"], one["reps"])
        for log_id, log in new.of_kind("workoutLog").items()
        for one in log["sets"]
    ]
    assert sorted(held) == sorted((str(row[0]), *row[1:]) for row in rows)


def _differences(one: Replica, other: Replica) -> list[object]:
    """Return the rows in which two replicas differ, the parts that do side by side."""
    keys = sorted({*one.rows, *other.rows})
    found: list[object] = []
    for key in keys:
        here, there = one.rows.get(key, {}), other.rows.get(key, {})
        parts = {part for part in {*here, *there} if here.get(part) != there.get(part)}
        found += [(key, part, here.get(part), there.get(part)) for part in parts]
    return found


async def _assert_every_set_once(
    lifter: SignedIn, database: Database, gym: Gym
) -> None:
    """Compare with what the last change of each set in the planned workouts says.

    All changes are acknowledged by now. Free workouts are deleted as a whole at times,
    which the last change of a set does not tell.
    """
    planned = {str(log_id) for log_id in gym.planned}
    last = {key: max(deeds)[1] for key, deeds in gym.deeds.items() if key[0] in planned}
    async with database.as_user(lifter.user_id) as tx:
        rows = await tx.rows(
            "SELECT workout_log_id, id, weight::float8 FROM sets"
            " WHERE user_id = $1 AND workout_log_id = ANY($2)",
            lifter.user_id,
            gym.planned,
        )
    stored = {(str(row["workout_log_id"]), row["id"]): row["weight"] for row in rows}
    assert len(rows) == len(stored)
    assert stored == {key: weight for key, weight in last.items() if weight is not None}
