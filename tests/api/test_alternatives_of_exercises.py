"""A planned workout tells what can stand in for its exercises."""

from typing import Any

import pytest

from conftest import SignedIn
from make import id_for, own_exercise_id

BENCH, INCLINE, SQUAT = 1, 4, 2000


async def instance(lifter: SignedIn) -> str:
    planned = [
        {"exerciseId": one, "sets": 2, "repMin": 8, "repMax": 12}
        for one in (BENCH, INCLINE)
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
    found: str = answer.json()["weeks"][0]["sessions"][0]["id"]
    return found


async def ask(lifter: SignedIn, path: str, **query: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - parameters of a query
    answer = await lifter.client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


async def test_what_is_most_alike_comes_first_and_nothing_that_is_planned(
    lifter: SignedIn,
) -> None:
    path = f"/workout-instances/{await instance(lifter)}/exercises/{BENCH}/alternatives"

    found = await ask(lifter, path)

    assert len(found) == 20
    assert not {BENCH, INCLINE, SQUAT} & {one["exerciseId"] for one in found}
    assert found[0]["shared"] == ["chest"]
    assert found[0]["sameMovement"]
    assert found[0]["because"].startswith(
        "Trains chest as well, with the same movement"
    )
    scores = [one["score"] for one in found]
    assert scores == sorted(scores, reverse=True)


async def test_what_the_lifter_has_done_and_owns_counts(lifter: SignedIn) -> None:
    path = f"/workout-instances/{await instance(lifter)}/exercises/{BENCH}/alternatives"
    own = own_exercise_id(lifter.user_id)
    await lifter.client.post(
        "/exercises",
        json={
            "id": own, "name": "Garage Press", "muscleGroup": "chest",
            "exerciseType": "freeweight", "equipment": "dumbbell",
            "movementPattern": "horizontal_press",
            "muscles": {"chest": 1, "triceps": 0.5, "front_delt": 0.5},
        },
    )  # fmt: skip
    log_id = str(id_for(lifter.user_id, "log"))
    await lifter.client.put(
        f"/workout-logs/{log_id}", json={"startedAt": "2026-03-01T18:00:00+01:00"}
    )
    logged = await lifter.client.put(
        f"/workout-logs/{log_id}/sets/1",
        json={
            "exerciseId": own, "setNumber": 1, "weight": 20, "weightUnit": "kg",
            "reps": 10,
        },
    )  # fmt: skip
    assert logged.status_code == 200, logged.text

    found = await ask(lifter, path, equipment=["dumbbell", "bodyweight"], limit=50)

    assert found[0]["exerciseId"] == own
    assert found[0]["isFamiliar"]
    assert found[0]["because"].endswith("You have done it before.")
    assert {one["equipment"] for one in found} == {"dumbbell", "bodyweight"}


@pytest.mark.parametrize("what", ["workout", "exercise"])
async def test_what_is_not_there_has_no_alternatives(
    lifter: SignedIn, what: str
) -> None:
    planned = await instance(lifter)
    path = (
        f"/workout-instances/{id_for(lifter.user_id, 'none')}/exercises/{BENCH}"
        if what == "workout"
        else f"/workout-instances/{planned}/exercises/{SQUAT}"
    )

    answer = await lifter.client.get(f"{path}/alternatives")

    assert answer.status_code == 404


async def test_swaps_of_a_plan_keep_to_the_training_profile(lifter: SignedIn) -> None:
    path = f"/exercises/{BENCH}/alternatives"
    profile = (await lifter.client.get("/training-profile")).json()

    before = await ask(lifter, path, besides=[INCLINE])
    first = before[0]["exerciseId"]
    await lifter.client.put(
        "/training-profile", json=profile | {"place": "dumbbells", "banned": [first]}
    )
    after = await ask(lifter, path, besides=[INCLINE])
    gone = await lifter.client.get("/exercises/4000000/alternatives")

    assert before[0]["shared"] == ["chest"]
    assert before[0]["because"]
    assert not {BENCH, INCLINE} & {one["exerciseId"] for one in before}
    assert first not in {one["exerciseId"] for one in after}
    assert {one["equipment"] for one in after} <= {
        "dumbbell", "kettlebell", "bodyweight", "band", "other",
    }  # fmt: skip
    assert gone.status_code == 404
