import pytest

from conftest import SignedIn
from logging_world import fill_plan
from make import id_for, own_exercise_id
from metricgain.store.database import Database

BENCH = 1
ROW = 2


async def _planned(database: Database, lifter: SignedIn) -> str:
    async with database.as_system() as system:
        await fill_plan(system.run, lifter.user_id)
    return f"/workout-instances/{id_for(lifter.user_id, 'log')}"


async def test_the_exercises_of_one_workout_are_added_swapped_ordered_and_removed(
    database: Database, lifter: SignedIn
) -> None:
    session = await _planned(database, lifter)
    own = own_exercise_id(lifter.user_id)
    client = lifter.client

    added = await client.post(f"{session}/exercises", json={"exerciseId": BENCH})
    swapped = await client.put(
        f"{session}/exercises/{own}/swap", json={"newExerciseId": ROW}
    )
    ordered = await client.put(f"{session}/order", json={"order": [BENCH, ROW]})
    removed = await client.delete(f"{session}/exercises/{ROW}")

    answers = [added, swapped, ordered, removed]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert [
        [each["exerciseId"] for each in answer.json()["exercises"]]
        for answer in answers
    ] == [[own, BENCH], [ROW, BENCH], [BENCH, ROW], [BENCH]]


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        pytest.param("POST", "/exercises", {"exerciseId": 0}, 400, id="no such id"),
        pytest.param(
            "POST", "/exercises", {"exerciseId": BENCH, "sets": 16}, 400, id="16 sets"
        ),
        pytest.param(
            "POST", "/exercises", {"exerciseId": 999_999}, 404, id="no such exercise"
        ),
        pytest.param(
            "PUT", "/exercises/999999/swap", {"newExerciseId": BENCH}, 404,
            id="swapping what is not there",
        ),
        pytest.param("PUT", "/order", {"order": [BENCH]}, 422, id="another order"),
        pytest.param("PUT", "/order", {"order": []}, 422, id="an empty order"),
    ],
)  # fmt: skip
async def test_a_bad_change_of_a_workout_is_refused(
    database: Database,
    lifter: SignedIn,
    *,
    method: str,
    path: str,
    body: object,
    status: int,
) -> None:
    session = await _planned(database, lifter)

    answer = await lifter.client.request(method, f"{session}{path}", json=body)

    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
