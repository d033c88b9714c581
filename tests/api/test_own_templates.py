"""Templates of one's own: saved from a plan or a block, started from, deleted."""

from typing import Any

import pytest

from conftest import SignedIn
from make import id_for, own_exercise_id
from metricgain.catalogue.reader import templates

BUILT_IN = templates()[0]
BENCH = {
    "exerciseId": 1, "sets": 3, "repMin": 8, "repMax": 12, "superset": 1,
    "notes": "Pause on the chest.",
}  # fmt: skip
PUSH = {"name": "Push", "weekday": 1, "exercises": [BENCH]}


def body(lifter: SignedIn, **more: object) -> dict[str, Any]:
    return {
        "id": str(id_for(lifter.user_id, "own template")),
        "name": "Mine",
        "durationWeeks": 5,
        "workouts": [PUSH],
        "emphasis": {"chest": "emphasize"},
        "tags": ["home", "home", "short"],
    } | more


async def saved(lifter: SignedIn, **more: object) -> dict[str, Any]:
    answer = await lifter.client.post("/templates", json=body(lifter, **more))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def start(lifter: SignedIn, template_id: str) -> dict[str, Any]:
    answer = await lifter.client.post(
        "/mesocycles",
        json={
            "id": str(id_for(lifter.user_id, "block")),
            "templateId": template_id,
            "startDate": "2026-03-02",
        },
    )
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def uses(lifter: SignedIn, template_id: str) -> int:
    answer = await lifter.client.get(f"/templates/{template_id}")
    count: int = answer.json()["timesUsed"]
    return count


async def test_a_saved_plan_comes_back_as_it_was_and_stands_first(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    made = await saved(lifter)
    again = await saved(lifter)
    listed = await lifter.client.get("/templates")
    elsewhere = await other_lifter.client.get(f"/templates/{made['id']}")

    assert made == again
    assert made["tags"] == ["home", "short"]
    assert not made["isSystem"]
    assert made["emphasis"] == {"chest": "emphasize"}
    assert made["workouts"][0] == PUSH | {
        "exercises": [BENCH | {"name": "Barbell Bench Press"}]
    }
    assert listed.json()[0]["id"] == made["id"]
    assert elsewhere.status_code == 404


async def test_a_block_starts_from_a_template_of_ones_own_and_is_counted_once(
    lifter: SignedIn,
) -> None:
    made = await saved(lifter)

    block = await start(lifter, made["id"])
    await start(lifter, made["id"])

    planned = block["workouts"][0]["exercises"][0]
    assert block["name"] == "Mine"
    assert block["emphasis"] == {"chest": "emphasize"}
    assert (planned["superset"], planned["notes"]) == (1, "Pause on the chest.")
    assert await uses(lifter, made["id"]) == 1


async def test_a_block_that_starts_from_a_built_in_template_is_counted(
    lifter: SignedIn,
) -> None:
    before = await uses(lifter, str(BUILT_IN.id))

    await start(lifter, str(BUILT_IN.id))

    assert await uses(lifter, str(BUILT_IN.id)) == before + 1


async def test_a_block_is_saved_with_the_sets_of_its_plan_or_of_a_week(
    lifter: SignedIn,
) -> None:
    block = await start(lifter, (await saved(lifter))["id"])
    new = {"mesocycleId": block["id"], "name": "Again", "tags": ["block"]}
    ids = [str(id_for(lifter.user_id, name)) for name in ("plan", "week 3")]

    plan = await lifter.client.post("/templates", json=new | {"id": ids[0]})
    week = await lifter.client.post("/templates", json=new | {"id": ids[1], "week": 3})

    assert plan.status_code == week.status_code == 201, week.text
    assert plan.json()["name"] == "Again"
    assert plan.json()["durationWeeks"] == 5
    assert plan.json()["emphasis"] == {"chest": "emphasize"}
    assert plan.json()["workouts"][0]["exercises"][0]["sets"] == 3
    projected = block["weeks"][2]["sessions"][0]["exercises"][0]["projectedSets"]
    assert week.json()["workouts"][0]["exercises"][0]["sets"] == projected > 3


async def test_a_template_is_replaced_and_deleted_while_its_blocks_stay(
    lifter: SignedIn,
) -> None:
    made = await saved(lifter)
    block = await start(lifter, made["id"])
    path = f"/templates/{made['id']}"
    other = body(lifter, name="Other", workouts=[PUSH | {"weekday": 4}])
    other.pop("id")

    replaced = await lifter.client.put(path, json=other)
    first = await lifter.client.delete(path)
    second = await lifter.client.delete(path)
    gone = await lifter.client.get(path)
    still = await lifter.client.get(f"/mesocycles/{block['id']}")

    assert replaced.json()["name"] == "Other"
    assert replaced.json()["workouts"][0]["weekday"] == 4
    assert replaced.json()["timesUsed"] == 1
    assert first.status_code == second.status_code == 204
    assert gone.status_code == 404
    assert still.json()["name"] == "Mine"


@pytest.mark.parametrize(
    ("more", "status", "field"),
    [
        pytest.param({"mesocycleId": str(id_for(1, "x"))}, 422, "workouts", id="both"),
        pytest.param({"workouts": None}, 422, "workouts", id="neither"),
        pytest.param({"week": 2}, 422, "week", id="a week of a plan"),
        pytest.param({"name": None}, 422, "name", id="no name"),
        pytest.param({"name": " "}, 422, "name", id="an empty name"),
        pytest.param({"durationWeeks": None}, 422, "durationWeeks", id="no weeks"),
        pytest.param({"durationWeeks": 8}, 400, "durationWeeks", id="too many weeks"),
        pytest.param({"workouts": [PUSH, PUSH]}, 422, "weekdays", id="two on a day"),
        pytest.param(
            {"workouts": [PUSH | {"exercises": [BENCH | {"sets": 13}]}]},
            422,
            "Push: chest",
            id="more sets than a muscle takes",
        ),
        pytest.param(
            {"workouts": [PUSH | {"exercises": [BENCH | {"exerciseId": 999_999}]}]},
            404,
            "exerciseId",
            id="an unknown exercise",
        ),
        pytest.param({"tags": ["a\nb"]}, 422, "tags", id="a tag of two lines"),
        pytest.param({"tags": ["a"] * 21}, 400, "tags", id="too many tags"),
        pytest.param({"id": str(BUILT_IN.id)}, 403, "id", id="a built-in one"),
    ],
)
async def test_what_cannot_be_saved_is_refused_by_name(
    lifter: SignedIn, more: dict[str, object], status: int, field: str
) -> None:
    before = await lifter.client.get("/templates")

    answer = await lifter.client.post("/templates", json=body(lifter, **more))

    after = await lifter.client.get("/templates")
    assert (answer.status_code, answer.json()["field"]) == (status, field), answer.text
    assert before.json() == after.json()


async def test_a_built_in_template_is_neither_replaced_nor_deleted(
    lifter: SignedIn,
) -> None:
    path = f"/templates/{BUILT_IN.id}"
    other = body(lifter)
    other.pop("id")

    replaced = await lifter.client.put(path, json=other)
    deleted = await lifter.client.delete(path)

    assert (replaced.status_code, deleted.status_code) == (403, 403)
    assert (await lifter.client.get(path)).json()["name"] == BUILT_IN.name


async def test_nobody_takes_the_template_of_somebody_else(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    made = await saved(lifter)

    taken = await other_lifter.client.post(
        "/templates", json=body(other_lifter, id=made["id"], name="Stolen")
    )
    deleted = await other_lifter.client.delete(f"/templates/{made['id']}")

    assert taken.status_code == 404
    assert deleted.status_code == 204
    still = await lifter.client.get(f"/templates/{made['id']}")
    assert still.json() == made


async def test_an_exercise_that_a_template_plans_is_retired_rather_than_deleted(
    lifter: SignedIn,
) -> None:
    own = own_exercise_id(lifter.user_id)
    exercise = {
        "id": own, "name": "Garage Press", "muscleGroup": "chest",
        "exerciseType": "freeweight", "equipment": "barbell",
        "movementPattern": "horizontal_press", "muscles": {"chest": 1},
    }  # fmt: skip
    await lifter.client.post("/exercises", json=exercise)
    made = await saved(
        lifter, workouts=[PUSH | {"exercises": [BENCH | {"exerciseId": own}]}]
    )

    await lifter.client.delete(f"/exercises/{own}")

    found = await lifter.client.get(f"/exercises/{own}")
    shown = await lifter.client.get(f"/templates/{made['id']}")
    assert found.json()["isRetired"]
    assert shown.json()["workouts"][0]["exercises"][0]["name"] == "Garage Press"
