"""A workout is skipped, or there is little time: sets move when the lifter accepts."""

from typing import Any

import httpx

from blocks import BENCH, CURL, ROW
from conftest import SignedIn
from gym import gym_block, train
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7


def new_id() -> str:
    return str(uuid7(now()))


async def offer(
    api: httpx.AsyncClient, instance_id: str, minutes: int | None = None
) -> dict[str, Any]:
    asked = {} if minutes is None else {"minutes": minutes}
    answer = await api.get(
        f"/workout-instances/{instance_id}/week-change", params=asked
    )
    assert answer.status_code == httpx.codes.OK, answer.text
    return dict(answer.json())


async def accept(
    api: httpx.AsyncClient,
    offered: dict[str, Any],
    *,
    change_id: str,
    sets: int | None = None,
) -> httpx.Response:
    body = {
        "id": change_id,
        "minutes": offered["minutes"],
        "changes": [
            {
                "workoutInstanceId": one["workoutInstanceId"],
                "exerciseId": one["exerciseId"],
                "sets": one["newSets"] if sets is None else sets,
            }
            for one in offered["changes"]
        ],
    }
    instance_id = offered["workoutInstanceId"]
    return await api.post(f"/workout-instances/{instance_id}/week-change", json=body)


async def sets_of(api: httpx.AsyncClient, instance_id: str) -> dict[int, int]:
    found = (await api.get(f"/workout-instances/{instance_id}")).json()
    return {
        one["exerciseId"]: one["projectedSets"]
        if one["targetSets"] is None
        else one["targetSets"]
        for one in found["exercises"]
    }


async def skip(api: httpx.AsyncClient, instance_id: str) -> None:
    answer = await api.post(f"/workout-instances/{instance_id}/skip")
    assert answer.status_code == httpx.codes.OK, answer.text


async def test_missed_sets_move_when_the_lifter_accepts(lifter: SignedIn) -> None:
    press, pull, *_ = await gym_block(lifter.client)
    await skip(lifter.client, press["id"])

    offered = await offer(lifter.client, press["id"])

    assert [
        (one["exerciseId"], one["oldSets"], one["newSets"], one["workoutName"])
        for one in offered["changes"]
    ] == [(ROW, 2, 4, "Pull")]
    assert {one["muscle"]: one["sets"] for one in offered["left"]} == {
        "chest": 3, "biceps": 2,
    }  # fmt: skip
    assert await sets_of(lifter.client, pull["id"]) == {ROW: 2}

    change_id = new_id()
    for _ in range(2):
        accepted = await accept(lifter.client, offered, change_id=change_id)
        assert accepted.status_code == httpx.codes.OK, accepted.text

    (kept,) = accepted.json()
    assert (kept["id"], kept["kind"], kept["canUndo"]) == (change_id, "missed", True)
    assert await sets_of(lifter.client, pull["id"]) == {ROW: 4}
    found = (await lifter.client.get(f"/workout-instances/{pull['id']}")).json()
    assert found["exercises"][0]["because"].startswith(
        "2 sets come from the workout that you skipped. "
    )
    again = await offer(lifter.client, press["id"])
    assert (again["changes"], again["acceptedId"]) == ([], change_id)


async def test_an_accepted_change_can_be_undone(lifter: SignedIn) -> None:
    press, pull, *_ = await gym_block(lifter.client)
    before = (await lifter.client.get(f"/workout-instances/{pull['id']}")).json()
    await skip(lifter.client, press["id"])
    change_id = new_id()
    await accept(
        lifter.client, await offer(lifter.client, press["id"]), change_id=change_id
    )

    for _ in range(2):
        undone = await lifter.client.post(f"/week-changes/{change_id}/undo")
        assert undone.status_code == httpx.codes.OK, undone.text

    after = (await lifter.client.get(f"/workout-instances/{pull['id']}")).json()
    assert after["exercises"] == before["exercises"]
    mesocycle_id = after["mesocycleId"]
    listed = (
        await lifter.client.get(f"/mesocycles/{mesocycle_id}/week-changes")
    ).json()
    assert listed[0]["undoneAt"] is not None
    assert not listed[0]["canUndo"]


async def test_planning_the_workout_again_brings_its_sets_back(
    lifter: SignedIn,
) -> None:
    press, pull, *_ = await gym_block(lifter.client)
    await skip(lifter.client, press["id"])
    offered = await offer(lifter.client, press["id"])
    await accept(lifter.client, offered, change_id=new_id())

    await lifter.client.post(f"/workout-instances/{press['id']}/unskip")

    assert await sets_of(lifter.client, pull["id"]) == {ROW: 2}


async def test_next_week_starts_from_the_sets_that_were_planned(
    lifter: SignedIn,
) -> None:
    press, pull, _, next_pull, *_ = await gym_block(lifter.client, ago=3)
    await skip(lifter.client, press["id"])
    offered = await offer(lifter.client, press["id"])
    await accept(lifter.client, offered, change_id=new_id())

    await train(lifter.client, pull["id"], ago=0, sets=[(ROW, 60, 10)] * 4)

    later = await sets_of(lifter.client, next_pull["id"])
    assert 2 <= later[ROW] <= 3


async def test_a_workout_fits_into_the_time_there_is(lifter: SignedIn) -> None:
    press, pull, *_ = await gym_block(lifter.client)

    offered = await offer(lifter.client, press["id"], 15)

    assert offered["minutesBefore"] > 15 >= offered["minutesAfter"]
    here = [c for c in offered["changes"] if c["workoutInstanceId"] == press["id"]]
    assert here
    assert all(one["newSets"] < one["oldSets"] for one in here)

    change_id = new_id()
    accepted = await accept(lifter.client, offered, change_id=change_id)
    assert accepted.status_code == httpx.codes.OK, accepted.text
    shorter = await sets_of(lifter.client, press["id"])
    assert all(shorter[one["exerciseId"]] == one["newSets"] for one in here)

    await lifter.client.post(f"/week-changes/{change_id}/undo")
    assert await sets_of(lifter.client, press["id"]) == {BENCH: 3, CURL: 2, ROW: 2}
    assert await sets_of(lifter.client, pull["id"]) == {ROW: 2}


async def test_what_the_lifter_has_not_seen_is_not_done(lifter: SignedIn) -> None:
    press, pull, *_ = await gym_block(lifter.client)
    await skip(lifter.client, press["id"])
    offered = await offer(lifter.client, press["id"])

    refused = await accept(lifter.client, offered, change_id=new_id(), sets=5)

    assert refused.status_code == httpx.codes.CONFLICT, refused.text
    assert await sets_of(lifter.client, pull["id"]) == {ROW: 2}


async def test_only_what_fits_its_workout_is_offered(lifter: SignedIn) -> None:
    press, _, *_ = await gym_block(lifter.client)
    address = f"/workout-instances/{press['id']}/week-change"

    planned = await lifter.client.get(address)
    await skip(lifter.client, press["id"])
    skipped = await lifter.client.get(address, params={"minutes": 30})
    nobody = await lifter.client.get(f"/workout-instances/{new_id()}/week-change")
    nothing = await lifter.client.post(f"/week-changes/{new_id()}/undo")

    assert planned.status_code == httpx.codes.CONFLICT
    assert skipped.status_code == httpx.codes.CONFLICT
    assert nobody.status_code == httpx.codes.NOT_FOUND
    assert nothing.status_code == httpx.codes.NOT_FOUND


async def test_once_all_is_done_nothing_can_be_undone(lifter: SignedIn) -> None:
    press, pull, *_ = await gym_block(lifter.client, ago=3)
    await skip(lifter.client, press["id"])
    change_id = new_id()
    offered = await offer(lifter.client, press["id"])
    await accept(lifter.client, offered, change_id=change_id)
    await train(lifter.client, pull["id"], ago=0, sets=[(ROW, 60, 10)] * 4)

    refused = await lifter.client.post(f"/week-changes/{change_id}/undo")

    assert refused.status_code == httpx.codes.CONFLICT
