"""Blocks over HTTP: started, seen, changed, ended."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from conftest import SignedIn
from make import id_for
from metricgain.catalogue.reader import templates

TEMPLATE = templates()[0]
PUSH = {
    "name": "Push",
    "weekday": 0,
    "exercises": [{"exerciseId": 1, "sets": 3, "repMin": 8, "repMax": 12}],
}


def by_template(lifter: SignedIn, name: str = "block") -> dict[str, Any]:
    return {
        "id": str(id_for(lifter.user_id, name)),
        "templateId": str(TEMPLATE.id),
        "startDate": "2026-03-02",
    }


def by_hand(lifter: SignedIn, **more: object) -> dict[str, Any]:
    return {
        "id": str(id_for(lifter.user_id, "block")),
        "workouts": [PUSH],
        "startDate": "2026-03-02",
        "name": "Mine",
        "durationWeeks": 4,
    } | more


async def started(lifter: SignedIn) -> dict[str, Any]:
    answer = await lifter.client.post("/mesocycles", json=by_hand(lifter))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_block_from_a_template_is_seen_whole(lifter: SignedIn) -> None:
    first = await lifter.client.post("/mesocycles", json=by_template(lifter))
    assert first.status_code == 201, first.text
    again = await lifter.client.post("/mesocycles", json=by_template(lifter))
    seen = await lifter.client.get(f"/mesocycles/{first.json()['id']}")
    assert first.json() == again.json() == seen.json()
    block = seen.json()
    assert block["name"] == TEMPLATE.name
    assert [week["isDeload"] for week in block["weeks"]][-1] is True
    assert all(one["severity"] == "warning" for one in block["findings"])
    biceps = next(m for m in block["muscles"] if m["muscle"] == "biceps")
    assert biceps["weeks"][0]["isProjected"] is False
    assert biceps["mev"] <= biceps["target"] <= biceps["mrv"]
    direct = [week["directSets"] for week in biceps["weeks"]]
    assert direct[-2] > direct[-1]


async def test_another_block_is_refused_while_one_runs(lifter: SignedIn) -> None:
    await started(lifter)
    answer = await lifter.client.post("/mesocycles", json=by_template(lifter, "two"))
    assert answer.status_code == 409
    assert answer.json()["remedy"]


@pytest.mark.parametrize(
    ("more", "status", "field"),
    [
        pytest.param({"templateId": str(TEMPLATE.id)}, 422, "templateId", id="two"),
        pytest.param({"workouts": None}, 422, "templateId", id="none"),
        pytest.param({"week": 2}, 422, "week", id="a week of nothing"),
        pytest.param({"name": None}, 422, "name", id="no name"),
        pytest.param({"durationWeeks": None}, 422, "durationWeeks", id="no weeks"),
        pytest.param({"weekdays": [0]}, 422, "weekdays", id="weekdays"),
        pytest.param(
            {"replacements": [{"exerciseId": 1, "newExerciseId": 2}]},
            422,
            "replacements",
            id="replacements",
        ),
        pytest.param({"durationWeeks": 8}, 400, "durationWeeks", id="8 weeks"),
        pytest.param({"workouts": []}, 422, "workouts", id="no workouts"),
        pytest.param({"extra": 1}, 400, "", id="unknown field"),
        pytest.param({"emphasis": {"neck": "grow"}}, 400, "emphasis", id="no muscle"),
    ],
)
async def test_a_start_that_makes_no_sense_is_refused_by_its_field(
    lifter: SignedIn, more: Mapping[str, object], status: int, field: str
) -> None:
    answer = await lifter.client.post("/mesocycles", json=by_hand(lifter, **more))
    assert answer.status_code == status, answer.text
    assert field in answer.json().get("field", "") or field in answer.text
    listed = await lifter.client.get("/mesocycles")
    assert listed.json() == {"items": [], "nextCursor": None}


async def test_blocks_are_listed_in_pages_newest_first(lifter: SignedIn) -> None:
    ids = []
    for number in range(3):
        body = by_template(lifter, f"block {number}") | {
            "startDate": str(date(2026, 1, 5) + timedelta(weeks=number))
        }
        assert (await lifter.client.post("/mesocycles", json=body)).status_code == 201
        await lifter.client.post(f"/mesocycles/{body['id']}/end")
        ids.append(body["id"])
    first = (await lifter.client.get("/mesocycles?limit=2")).json()
    assert [item["id"] for item in first["items"]] == [ids[2], ids[1]]
    second = await lifter.client.get(
        "/mesocycles", params={"limit": 2, "cursor": first["nextCursor"]}
    )
    assert [item["id"] for item in second.json()["items"]] == [ids[0]]
    assert second.json()["nextCursor"] is None
    assert first["items"][0]["endedEarly"] is True


async def test_today_is_the_next_workout_with_every_set(lifter: SignedIn) -> None:
    empty = (await lifter.client.get("/today")).json()
    assert (empty["workout"], empty["mesocycleId"]) == (None, None)
    block = await started(lifter)
    workout = (await lifter.client.get("/today")).json()["workout"]
    assert workout["id"] == block["weeks"][0]["sessions"][0]["id"]
    (bench,) = workout["exercises"]
    assert bench["sets"] == [{"weight": None, "unit": "kg", "reps": 10}] * 3
    await lifter.client.post(f"/workout-instances/{workout['id']}/skip")
    following = (await lifter.client.get("/today")).json()["workout"]
    assert following["id"] == block["weeks"][1]["sessions"][0]["id"]
    back = await lifter.client.post(f"/workout-instances/{workout['id']}/unskip")
    assert back.json()["status"] == "scheduled"


async def test_a_known_load_comes_with_warm_ups_and_falling_reps(
    lifter: SignedIn,
) -> None:
    log_id = id_for(lifter.user_id, "log")
    begun = {"startedAt": "2026-02-27T17:00:00Z"}
    await lifter.client.put(f"/workout-logs/{log_id}", json=begun)
    done = {
        "exerciseId": 1, "setNumber": 1, "weight": 100, "weightUnit": "kg", "reps": 8,
    }  # fmt: skip
    put = await lifter.client.put(f"/workout-logs/{log_id}/sets/1", json=done)
    assert put.is_success, put.text
    block = await started(lifter)
    instance = block["weeks"][0]["sessions"][0]["id"]
    answer = await lifter.client.get(f"/workout-instances/{instance}")
    (bench,) = answer.json()["exercises"]
    assert bench["because"].startswith("From 100 kg x 8 on 27 February 2026.")
    assert [s["reps"] for s in bench["sets"]] == [10, 9, 8]
    weights = [s["weight"] for s in (*bench["warmUps"], bench["sets"][0])]
    assert weights == sorted(set(weights))
    assert len(weights) > 1


async def test_a_block_is_changed_moved_resized_and_cut_short(
    lifter: SignedIn,
) -> None:
    client, block = lifter.client, await started(lifter)
    url = f"/mesocycles/{block['id']}"
    named = await client.patch(url, json={"name": "New", "emphasis": {"chest": "grow"}})
    assert (named.json()["name"], named.json()["emphasis"]) == (
        "New", {"chest": "grow"},
    )  # fmt: skip
    workout = block["workouts"][0]["id"]
    squat = [{"exerciseId": 2000, "sets": 2, "repMin": 6, "repMax": 10}]
    edited = await client.put(f"{url}/workouts/{workout}", json={"exercises": squat})
    assert edited.json()["workouts"][0]["exercises"][0]["exerciseId"] == 2000
    session = block["weeks"][0]["sessions"][0]["id"]
    moved = await client.post(
        f"/workout-instances/{session}/move", json={"scheduledOn": "2026-03-04"}
    )
    assert moved.json()["scheduledOn"] == "2026-03-04"
    longer = await client.post(f"{url}/resize", json={"durationWeeks": 6})
    assert len(longer.json()["weeks"]) == 6
    early = await client.post(f"{url}/deload")
    assert early.status_code == 409
    ended = await client.post(f"{url}/end")
    assert ended.json()["status"] == "completed"
    copied = await client.post(
        "/mesocycles",
        json={
            "id": str(id_for(lifter.user_id, "copy")),
            "parentMesocycleId": block["id"],
            "week": 1,
            "startDate": "2026-05-04",
            "durationWeeks": 3,
        },
    )
    assert copied.json()["parentMesocycleId"] == block["id"]
    assert (await client.delete(url)).status_code == 204
    assert (await client.get(url)).status_code == 404


async def test_advice_after_a_break_is_followed_or_refused_when_stale(
    lifter: SignedIn,
) -> None:
    block = await started(lifter)
    url = f"/mesocycles/{block['id']}"
    first = block["weeks"][0]["sessions"][0]["id"]
    assert block["gapAdvice"] is None
    await lifter.client.put(
        f"/workout-logs/{first}",
        json={"startedAt": "2026-03-02T17:00:00Z", "workoutInstanceId": first},
    )
    done = await lifter.client.post(
        f"/workout-logs/{first}/finish", json={"completedAt": "2026-03-02T18:00:00Z"}
    )
    assert done.is_success, done.text
    stale = await lifter.client.post(
        f"{url}/gap", json={"on": "2026-03-20", "kind": "repeat"}
    )
    assert (stale.status_code, stale.json()["field"]) == (409, "kind")
    answer = await lifter.client.post(
        f"{url}/gap", json={"on": "2026-03-20", "kind": "restart"}
    )
    following = answer.json()["weeks"][1]["sessions"][0]
    assert following["scheduledOn"] == "2026-03-20"
    assert following["exercises"][0]["ruleId"] == "D3"


async def test_other_people_see_nothing_of_a_block(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    block = await started(lifter)
    session = block["weeks"][0]["sessions"][0]["id"]
    client = other_lifter.client
    refused = [
        await client.get(f"/mesocycles/{block['id']}"),
        await client.patch(f"/mesocycles/{block['id']}", json={"name": "Theirs"}),
        await client.post(f"/mesocycles/{block['id']}/end"),
        await client.delete(f"/mesocycles/{block['id']}"),
        await client.get(f"/workout-instances/{session}"),
        await client.post(f"/workout-instances/{session}/skip"),
    ]
    assert [answer.status_code for answer in refused] == [404] * 6


async def test_templates_are_listed_and_seen_with_their_exercises(
    lifter: SignedIn,
) -> None:
    listed = (await lifter.client.get("/templates")).json()
    assert [one["name"] for one in listed] == [one.name for one in templates()]
    whole = (await lifter.client.get(f"/templates/{TEMPLATE.id}")).json()
    assert whole["workouts"][0]["exercises"][0]["name"]
    missing = id_for(lifter.user_id, "template")
    assert (await lifter.client.get(f"/templates/{missing}")).status_code == 404
