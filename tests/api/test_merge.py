"""Two exercises become one, with one history, and nothing of it is lost."""

from typing import Any

import pytest

from conftest import SignedIn
from make import id_for, own_exercise_id
from metricgain.store.database import Database
from metricgain.store.statistics.verify import verify

BENCH, INCLINE, SQUAT = 1, 4, 2000
GARAGE = {
    "name": "Garage Press", "muscleGroup": "chest", "exerciseType": "freeweight",
    "equipment": "barbell", "movementPattern": "horizontal_press",
    "muscles": {"chest": 1, "triceps": 0.5, "front_delt": 0.5},
}  # fmt: skip


def own(lifter: SignedIn) -> int:
    return own_exercise_id(lifter.user_id)


@pytest.fixture
async def garage(lifter: SignedIn) -> int:
    """An exercise of the lifter's own."""
    return await add(lifter)


async def add(lifter: SignedIn, **more: object) -> int:
    body = GARAGE | {"id": own(lifter)} | more
    answer = await lifter.client.post("/exercises", json=body)
    assert answer.status_code == 201, answer.text
    return own(lifter)


async def log(lifter: SignedIn, name: str, *exercises: int, finish: bool = True) -> str:
    """Log a free workout with one set of each exercise."""
    log_id = str(id_for(lifter.user_id, name))
    day = 1 + sum(map(ord, name)) % 28
    started = f"2026-02-{day:02}T18:00:00Z"
    await lifter.client.put(f"/workout-logs/{log_id}", json={"startedAt": started})
    for place, exercise_id in enumerate(exercises, 1):
        saved = await lifter.client.put(
            f"/workout-logs/{log_id}/sets/{place}",
            json={
                "exerciseId": exercise_id, "setNumber": 1, "weight": 60 + place,
                "weightUnit": "kg", "reps": 8, "performedAt": started,
            },
        )  # fmt: skip
        assert saved.status_code == 200, saved.text
    if finish:
        done = await lifter.client.post(
            f"/workout-logs/{log_id}/finish", json={"completedAt": started}
        )
        assert done.status_code == 200, done.text
    return log_id


async def start(lifter: SignedIn, *exercises: int) -> dict[str, Any]:
    planned = [
        {"exerciseId": one, "sets": 2, "repMin": 8, "repMax": 12, "notes": str(one)}
        for one in exercises
    ]
    answer = await lifter.client.post(
        "/mesocycles",
        json={
            "id": str(id_for(lifter.user_id, "block")),
            "workouts": [{"name": "Push", "weekday": 0, "exercises": planned}],
            "startDate": "2026-03-02",
            "name": "Mine",
            "durationWeeks": 4,
        },
    )
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def merge(lifter: SignedIn, exercise_id: int, into: int) -> dict[str, Any]:
    answer = await lifter.client.post(
        f"/exercises/{exercise_id}/merge", json={"into": into}
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_history_goes_along_and_statistics_with_it(
    lifter: SignedIn, database: Database, garage: int
) -> None:
    both = await log(lifter, "both", BENCH, garage, garage)
    await log(lifter, "own", garage)

    done = await merge(lifter, garage, BENCH)

    assert done["setsMoved"] == 3
    assert done["exercise"]["id"] == BENCH
    seen = (await lifter.client.get(f"/workout-logs/{both}")).json()
    sets = seen["sets"]
    assert {one["exerciseId"] for one in sets} == {BENCH}
    assert sorted(one["setNumber"] for one in sets) == [1, 2, 2]
    assert {one["weight"] for one in sets} == {61, 62, 63}
    history = (await lifter.client.get(f"/exercises/{BENCH}/history")).json()
    assert len(history["items"]) == 4
    assert (await lifter.client.get(f"/exercises/{garage}")).json()["isRetired"]
    assert await verify(database, lifter.user_id) == []


async def test_merging_again_moves_what_has_come_in_since(
    lifter: SignedIn, garage: int
) -> None:
    await log(lifter, "first", garage)
    assert (await merge(lifter, garage, BENCH))["setsMoved"] == 1
    assert (await merge(lifter, garage, BENCH))["setsMoved"] == 0

    await log(lifter, "late", garage)

    assert (await merge(lifter, garage, BENCH))["setsMoved"] == 1


async def test_a_running_block_goes_on_with_the_other_exercise(
    lifter: SignedIn, garage: int
) -> None:
    block = await start(lifter, garage, SQUAT)

    await merge(lifter, garage, BENCH)

    after = (await lifter.client.get(f"/mesocycles/{block['id']}")).json()
    assert after["revision"] > block["revision"]
    assert [e["exerciseId"] for e in after["workouts"][0]["exercises"]] == [
        BENCH, SQUAT,
    ]  # fmt: skip
    for week in after["weeks"]:
        planned = [e["exerciseId"] for e in week["sessions"][0]["exercises"]]
        assert planned == [BENCH, SQUAT]
    pulled = await lifter.client.post(
        "/sync", json={"deviceId": "phone", "mutations": [], "cursor": None}
    )
    retired = [c for c in pulled.json()["changes"] if c.get("id") == garage]
    assert [one["isRetired"] for one in retired] == [True]


async def test_sets_of_a_block_that_is_over_add_up(
    lifter: SignedIn, garage: int
) -> None:
    block = await start(lifter, garage, BENCH)
    await lifter.client.post(f"/mesocycles/{block['id']}/end")

    await merge(lifter, garage, BENCH)

    after = (await lifter.client.get(f"/mesocycles/{block['id']}")).json()
    (planned,) = after["workouts"][0]["exercises"]
    (prescribed,) = after["weeks"][0]["sessions"][0]["exercises"]
    assert (planned["exerciseId"], planned["sets"]) == (BENCH, 4)
    assert planned["notes"] == f"{BENCH}\n{garage}"
    assert (prescribed["exerciseId"], prescribed["targetSets"]) == (BENCH, 4)


async def test_the_worse_pain_and_both_notes_stay(
    lifter: SignedIn, garage: int
) -> None:
    both = await log(lifter, "both", BENCH, garage)
    only = await log(lifter, "only", garage)
    for log_id, exercise_id, pain in (
        (both, BENCH, 1), (both, garage, 2), (only, garage, 3),
    ):  # fmt: skip
        felt = await lifter.client.put(
            f"/workout-logs/{log_id}/exercises/{exercise_id}/feedback",
            json={"jointPain": pain, "note": f"pain {pain}"},
        )
        assert felt.status_code == 200, felt.text

    await merge(lifter, garage, BENCH)

    notes = {}
    for log_id in (both, only):
        seen = (await lifter.client.get(f"/workout-logs/{log_id}")).json()
        (felt_of,) = seen["exerciseFeedback"]
        notes[log_id] = (felt_of["jointPain"], felt_of["note"])
    assert notes == {both: (2, "pain 1\npain 2"), only: (3, "pain 3")}


async def test_templates_plan_the_other_exercise_once(
    lifter: SignedIn, garage: int
) -> None:
    def workout(weekday: int, *ids: int) -> dict[str, Any]:
        rows = [{"exerciseId": i, "sets": 2, "repMin": 8, "repMax": 12} for i in ids]
        return {"name": "Push", "weekday": weekday, "exercises": rows}

    template_id = str(id_for(lifter.user_id, "own template"))
    await lifter.client.post(
        "/templates",
        json={
            "id": template_id, "name": "Mine", "durationWeeks": 4,
            "workouts": [workout(0, garage, SQUAT), workout(2, garage, BENCH)],
        },
    )  # fmt: skip

    await merge(lifter, garage, BENCH)

    after = (await lifter.client.get(f"/templates/{template_id}")).json()
    planned = [[e["exerciseId"] for e in w["exercises"]] for w in after["workouts"]]
    assert planned == [[BENCH, SQUAT], [BENCH]]


async def test_what_a_weight_means_goes_along(lifter: SignedIn) -> None:
    dips = await add(
        lifter, loadKind="bodyweight_plus", bodyWeightFactor=0.9, equipment="bodyweight"
    )
    log_id = await log(lifter, "dips", dips)

    await merge(lifter, dips, BENCH)

    (moved,) = (await lifter.client.get(f"/workout-logs/{log_id}")).json()["sets"]
    assert moved["loadKind"] == "bodyweight_plus"


async def test_a_catalogue_exercise_stays(lifter: SignedIn) -> None:
    answer = await lifter.client.post(f"/exercises/{BENCH}/merge", json={"into": 4})

    assert (answer.status_code, answer.json()["field"]) == (422, "exerciseId")


@pytest.mark.parametrize(
    ("into", "status", "field"),
    [
        pytest.param("itself", 422, "into", id="itself"),
        pytest.param(999_999, 404, "exerciseId", id="an unknown exercise"),
        pytest.param("other", 404, "exerciseId", id="somebody else's"),
    ],
)
async def test_nothing_is_merged_into_what_is_not_there(
    lifter: SignedIn,
    other_lifter: SignedIn,
    garage: int,
    into: str | int,
    status: int,
    field: str,
) -> None:
    targets = {"itself": garage, "other": await add(other_lifter)}
    target = targets.get(str(into), into)

    answer = await lifter.client.post(
        f"/exercises/{garage}/merge", json={"into": target}
    )

    assert (answer.status_code, answer.json()["field"]) == (status, field)


async def test_weights_per_side_are_not_mixed_with_others(lifter: SignedIn) -> None:
    garage = await add(lifter, perSide=True)

    answer = await lifter.client.post(
        f"/exercises/{garage}/merge", json={"into": BENCH}
    )

    assert (answer.status_code, answer.json()["field"]) == (422, "into")


async def test_a_workout_that_goes_on_is_not_changed_under_its_lifter(
    lifter: SignedIn, garage: int
) -> None:
    await log(lifter, "now", garage, finish=False)

    answer = await lifter.client.post(
        f"/exercises/{garage}/merge", json={"into": BENCH}
    )

    assert answer.status_code == 409
    assert "goes on" in answer.json()["detail"]


async def test_a_running_block_with_both_in_one_workout_is_left_to_its_lifter(
    lifter: SignedIn, garage: int
) -> None:
    block = await start(lifter, garage, BENCH)

    answer = await lifter.client.post(
        f"/exercises/{garage}/merge", json={"into": BENCH}
    )

    assert answer.status_code == 409
    assert "same workout" in answer.json()["detail"]
    after = await lifter.client.get(f"/mesocycles/{block['id']}")
    assert after.json() == block
