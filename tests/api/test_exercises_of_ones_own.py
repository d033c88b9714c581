"""Exercises are found by any of their names; one's own can be added and changed."""

from collections.abc import Mapping
from typing import Any

import pytest

from conftest import SignedIn
from make import id_for, own_exercise_id

PRESS = {
    "name": "Garage Press",
    "muscleGroup": "chest",
    "exerciseType": "freeweight",
    "equipment": "barbell",
    "movementPattern": "horizontal_press",
    "muscles": {"chest": 1, "triceps": 0.5},
}


async def names(lifter: SignedIn, **query: object) -> list[str]:
    answer = await lifter.client.get("/exercises", params=query)  # type: ignore[arg-type]  # plain values
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


async def add(lifter: SignedIn, **more: object) -> dict[str, Any]:
    body = PRESS | {"id": own_exercise_id(lifter.user_id)} | more
    answer = await lifter.client.post("/exercises", json=body)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_an_exercise_is_found_by_other_names_than_its_own(
    lifter: SignedIn,
) -> None:
    assert "Barbell Bench Press" in await names(lifter, q="Bench Press (Barbell)")
    assert await names(lifter, q="no such thing 100%") == []
    assert len(await names(lifter, q="  ")) == 50


async def test_group_and_type_narrow_a_search(lifter: SignedIn) -> None:
    found = await lifter.client.get(
        "/exercises", params={"muscleGroup": "chest", "exerciseType": "cable"}
    )
    items = found.json()["items"]
    assert items
    assert {(i["muscleGroup"], i["exerciseType"]) for i in items} == {
        ("chest", "cable")
    }


async def test_pages_follow_each_other_without_gaps(lifter: SignedIn) -> None:
    whole = await names(lifter, muscleGroup="bis", limit=200)
    paged: list[str] = []
    cursor = None
    while True:
        query = {"muscleGroup": "bis", "limit": 7} | (
            {"cursor": cursor} if cursor else {}
        )
        page = (await lifter.client.get("/exercises", params=query)).json()
        paged += [item["name"] for item in page["items"]]
        cursor = page["nextCursor"]
        if cursor is None:
            break
    assert paged == whole
    assert len(whole) > 14


async def test_an_own_exercise_is_added_once_and_seen_by_its_owner_only(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    added = await add(lifter)
    assert await add(lifter) == added
    assert added["muscles"] == {"chest": 1.0, "triceps": 0.5}
    assert await names(lifter, q="garage") == ["Garage Press"]
    assert await names(other_lifter, q="garage") == []
    theirs = await other_lifter.client.get(f"/exercises/{added['id']}")
    assert theirs.status_code == 404


async def test_an_own_exercise_is_changed_with_its_muscles(lifter: SignedIn) -> None:
    added = await add(lifter)
    body = PRESS | {"name": "Floor Press", "muscles": {"triceps": 1, "chest": 0.5}}
    answer = await lifter.client.put(f"/exercises/{added['id']}", json=body)
    assert answer.json()["name"] == "Floor Press"
    assert answer.json()["muscles"] == {"chest": 0.5, "triceps": 1.0}
    older = body | {"name": "Older", "madeAt": "2020-01-01T00:00:00Z"}
    kept = await lifter.client.put(f"/exercises/{added['id']}", json=older)
    assert kept.json()["name"] == "Floor Press"


async def test_an_unused_exercise_is_deleted_and_stays_deleted(
    lifter: SignedIn,
) -> None:
    added = await add(lifter)
    url = f"/exercises/{added['id']}"
    for _ in range(2):
        assert (await lifter.client.delete(url)).status_code == 204
    assert (await lifter.client.get(url)).status_code == 404
    older = PRESS | {"madeAt": "2020-01-01T00:00:00Z"}
    assert (await lifter.client.put(url, json=older)).status_code == 409
    assert (await lifter.client.put(url, json=PRESS)).status_code == 200


async def test_an_exercise_with_sets_is_retired_and_keeps_them(
    lifter: SignedIn,
) -> None:
    added = await add(lifter)
    log = f"/workout-logs/{id_for(lifter.user_id, 'log')}"
    await lifter.client.put(log, json={"startedAt": "2026-02-27T17:00:00Z"})
    done = {
        "exerciseId": added["id"], "setNumber": 1, "weight": 60, "weightUnit": "kg",
        "reps": 8,
    }  # fmt: skip
    assert (await lifter.client.put(f"{log}/sets/1", json=done)).is_success
    assert (await lifter.client.delete(f"/exercises/{added['id']}")).status_code == 204
    kept = (await lifter.client.get(f"/exercises/{added['id']}")).json()
    assert kept["isRetired"] is True
    assert await names(lifter, q="garage") == []
    assert len((await lifter.client.get(log)).json()["sets"]) == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        pytest.param({"id": 1}, "id", id="a catalogue id"),
        pytest.param({"id": own_exercise_id(1_999_999)}, "id", id="another's id"),
        pytest.param({"name": "a\tb"}, "name", id="control character"),
        pytest.param({"equipment": "rock"}, "equipment", id="equipment"),
        pytest.param({"movementPattern": "dance"}, "movementPattern", id="pattern"),
        pytest.param({"muscles": {"chest": 0.5}}, "muscles", id="no muscle fully"),
        pytest.param({"muscles": {"chest": 0.7}}, "muscles", id="seven tenths"),
        pytest.param({"repMin": 20}, "repMin", id="reps upside down"),
        pytest.param({"bodyWeightFactor": 0.5}, "bodyWeightFactor", id="factor"),
        pytest.param(
            {"loadKind": "assisted"}, "bodyWeightFactor", id="assisted without factor"
        ),
    ],
)
async def test_an_exercise_that_breaks_a_rule_is_refused_whole(
    lifter: SignedIn, more: Mapping[str, object], field: str
) -> None:
    body = PRESS | {"id": own_exercise_id(lifter.user_id)} | more
    answer = await lifter.client.post("/exercises", json=body)
    assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert await names(lifter, q="garage") == []


async def test_the_catalogue_cannot_be_changed(lifter: SignedIn) -> None:
    assert (await lifter.client.delete("/exercises/1")).status_code == 422
    assert (await lifter.client.put("/exercises/1", json=PRESS)).status_code == 422
    missing = await lifter.client.delete(
        f"/exercises/{own_exercise_id(lifter.user_id)}"
    )
    assert missing.status_code == 404
    huge = await lifter.client.get(f"/exercises/{2**70}")
    assert huge.status_code == 404
