"""A block over HTTP: start, train, finish, correct the past, answer the offer."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from conftest import SignedIn
from metricgain.catalogue.reader import templates
from metricgain.kit.clock import now
from metricgain.kit.ids import row_id, uuid7

pytestmark = pytest.mark.smoke
TEMPLATE = next(each for each in templates() if each.name == "Full Body 2x")


async def start_block(client: httpx.AsyncClient) -> str:
    made = str(uuid7(now()))
    answer = await client.post(
        "/mesocycles",
        json={
            "id": made,
            "templateId": str(TEMPLATE.id),
            "startDate": (now() - timedelta(days=28)).date().isoformat(),
        },
    )
    assert answer.status_code == 201, answer.text
    return made


async def workouts_of(client: httpx.AsyncClient, block: str) -> list[dict[str, Any]]:
    answer = await client.get(f"/mesocycles/{block}")
    assert answer.status_code == 200, answer.text
    return [workout for week in answer.json()["weeks"] for workout in week["sessions"]]


async def train(client: httpx.AsyncClient, instance: str, *, reps: int) -> None:
    """Do every planned set of a workout with 40 kg and the same answers."""
    began = datetime.now(UTC).isoformat()  # noqa: TID251 - as a phone would
    started = await client.put(
        f"/workout-logs/{instance}",
        json={"workoutInstanceId": instance, "startedAt": began},
    )
    assert started.status_code in {200, 201}, started.text
    plan = (await client.get(f"/workout-instances/{instance}")).json()
    for exercise in plan["exercises"]:
        for number in range(1, (exercise["targetSets"] or 0) + 1):
            answer = await client.put(
                f"/workout-logs/{instance}/sets/{row_id()}",
                json={
                    "exerciseId": exercise["exerciseId"], "setNumber": number,
                    "weight": 40, "weightUnit": "kg", "reps": reps, "rir": 2,
                },
            )  # fmt: skip
            assert answer.status_code in {200, 201}, answer.text
    for group in ("chest", "back", "legs", "delts"):
        answer = await client.put(
            f"/workout-logs/{instance}/feedback/{group}",
            json={"soreness": 0, "pump": 1, "challenge": 0},
        )
        assert answer.status_code == 200, answer.text


async def test_a_finished_workout_answers_with_decisions_and_what_comes_next(
    lifter: SignedIn,
) -> None:
    block = await start_block(lifter.client)
    first, second, *_ = await workouts_of(lifter.client, block)
    await train(lifter.client, first["id"], reps=12)
    await lifter.client.post(f"/workout-logs/{first['id']}/finish")
    await train(lifter.client, second["id"], reps=12)

    answer = await lifter.client.post(f"/workout-logs/{second['id']}/finish")

    finished = answer.json()
    assert answer.status_code == 200
    assert finished["status"] == "completed"
    assert finished["volumeKg"] > 0
    assert finished["decisions"]
    assert all(each["because"] for each in finished["decisions"])
    coming = {each["workoutInstanceId"] for each in finished["next"]}
    assert coming
    assert all(each["targetSets"] >= 1 for each in finished["next"])


async def test_a_lost_reply_is_asked_for_again_and_is_the_same(
    lifter: SignedIn,
) -> None:
    block = await start_block(lifter.client)
    first, *_ = await workouts_of(lifter.client, block)
    await train(lifter.client, first["id"], reps=10)

    answers = [
        await lifter.client.post(f"/workout-logs/{first['id']}/finish")
        for _ in range(2)
    ]
    ledger = await lifter.client.get(f"/workout-logs/{first['id']}/decisions")

    assert answers[0].json() == answers[1].json() == ledger.json()


async def test_a_corrected_past_is_offered_and_accepted(lifter: SignedIn) -> None:
    block = await start_block(lifter.client)
    first, second, *_ = await workouts_of(lifter.client, block)
    for each in (first, second):
        await train(lifter.client, each["id"], reps=12)
        await lifter.client.post(f"/workout-logs/{each['id']}/finish")

    for group in ("chest", "back", "legs", "delts"):
        await lifter.client.put(
            f"/workout-logs/{second['id']}/feedback/{group}",
            json={"soreness": 3, "pump": 3, "challenge": 3},
        )
    offered = (await lifter.client.get("/proposals")).json()
    accepted = await lifter.client.post(f"/proposals/{offered[0]['id']}/accept")
    rejected = await lifter.client.post(f"/proposals/{offered[1]['id']}/reject")
    left = (await lifter.client.get("/proposals")).json()

    assert len(offered) >= 2
    assert all(each["because"] for each in offered)
    assert accepted.json() == {"status": "accepted"}
    assert rejected.json() == {"status": "rejected"}
    assert len(left) == len(offered) - 2
    plan = await lifter.client.get(
        f"/workout-instances/{offered[0]['workoutInstanceId']}"
    )
    changed = next(
        each
        for each in plan.json()["exercises"]
        if each["exerciseId"] == offered[0]["exerciseId"]
    )
    assert changed["targetSets"] == offered[0]["newSets"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param(f"/workout-logs/{UUID(int=1)}/finish", 404, id="no such log"),
        pytest.param(f"/proposals/{UUID(int=1)}/accept", 404, id="no such offer"),
        pytest.param("/workout-logs/7/finish", 404, id="no id at all"),
    ],
)
async def test_what_is_not_there_is_refused(
    lifter: SignedIn, path: str, status: int
) -> None:
    answer = await lifter.client.post(path)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
