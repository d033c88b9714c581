"""Gyms: named, described, chosen, and chosen for a day of a block."""

from typing import Any
from uuid import UUID

import pytest

from app_person import start_block, train_before
from conftest import SignedIn
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from sync_device import Replica, mutation, pull, push, statuses

COARSE: dict[str, Any] = {
    kind: {"kind": "rack", "unit": "kg", "weights": [1, 7, 13, 29, 41, 53, 97]}
    for kind in (
        *("barbell", "ez_bar", "smith", "dumbbell", "kettlebell", "plate_machine"),
        *("stack", "cable", "bodyweight"),
    )
}
WEIGHTS = {1.0, 7.0, 13.0, 29.0, 41.0, 53.0, 97.0}


async def make_gym(lifter: SignedIn, name: str, **equipment: object) -> str:
    """Make a gym and return its id."""
    gym_id = str(uuid7(now()))
    saved = await lifter.client.put(
        f"/preferences/gyms/{gym_id}", json={"name": name, "equipment": equipment}
    )
    assert saved.status_code == 200, saved.text
    return gym_id


async def gyms_of(lifter: SignedIn) -> dict[str, Any]:
    found = (await lifter.client.get("/preferences")).json()["gyms"]
    return {gym["id"]: gym for gym in found}


async def test_gyms_are_made_renamed_and_forgotten(lifter: SignedIn) -> None:
    garage = await make_gym(lifter, "Garage", **COARSE)
    hotel = await make_gym(lifter, "Hotel")
    await lifter.client.patch("/preferences", json={"gymId": garage})

    renamed = await lifter.client.put(
        f"/preferences/gyms/{garage}", json={"name": "Cellar", "equipment": {}}
    )
    seen = await gyms_of(lifter)
    for _ in range(2):
        gone = await lifter.client.delete(f"/preferences/gyms/{garage}")
        assert gone.status_code == 200

    assert renamed.status_code == 200
    assert {gym["name"] for gym in seen.values()} == {"Cellar", "Hotel"}
    assert seen[garage]["equipment"] == {}
    assert set(await gyms_of(lifter)) == {hotel}
    assert gone.json()["gymId"] is None


@pytest.mark.parametrize(
    ("equipment", "field"),
    [
        pytest.param({"couch": {}}, "equipment", id="an unknown kind"),
        pytest.param(
            {
                "barbell": {
                    "kind": "plates",
                    "unit": "kg",
                    "bar": 20,
                    "plates": [{"weight": 0.3, "pairs": 1}],
                }
            },
            "equipment.barbell.plates[0].weight",
            id="an odd plate",
        ),
    ],
)
async def test_what_no_gym_has_is_refused(
    lifter: SignedIn, equipment: dict[str, object], field: str
) -> None:
    refused = await lifter.client.put(
        f"/preferences/gyms/{uuid7(now())}",
        json={"name": "Garage", "equipment": equipment},
    )

    assert refused.status_code in {400, 422}
    assert field in refused.text
    assert await gyms_of(lifter) == {}


async def test_a_gym_of_somebody_else_can_neither_be_chosen_nor_changed(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    theirs = await make_gym(other_lifter, "Theirs", **COARSE)

    chosen = await lifter.client.patch("/preferences", json={"gymId": theirs})
    await lifter.client.delete(f"/preferences/gyms/{theirs}")
    await lifter.client.put(f"/preferences/gyms/{theirs}", json={"name": "Mine"})

    assert chosen.status_code == 422
    assert (await gyms_of(other_lifter))[theirs]["name"] == "Theirs"


async def test_a_day_in_another_gym_is_loaded_with_what_that_gym_has(
    lifter: SignedIn,
) -> None:
    await train_before(lifter.client)
    block = await start_block(lifter.client)
    shown = (await lifter.client.get(f"/mesocycles/{block}")).json()
    path = f"/workout-instances/{shown['weeks'][0]['sessions'][0]['id']}"
    usual = (await lifter.client.get(path)).json()
    hotel = await make_gym(lifter, "Hotel", **COARSE)

    chosen = await lifter.client.put(
        f"/preferences/days/{usual['workoutId']}", json={"gymId": hotel}
    )
    there = (await lifter.client.get(path)).json()
    left = await lifter.client.put(
        f"/preferences/days/{usual['workoutId']}", json={"gymId": None}
    )
    back = (await lifter.client.get(path)).json()

    assert chosen.status_code == 200, chosen.text
    assert chosen.json()["gyms"][0]["workoutIds"] == [usual["workoutId"]]
    assert left.status_code == 200
    assert loads(there) <= WEIGHTS
    assert not loads(usual) <= WEIGHTS
    assert back == usual


def loads(workout: dict[str, Any]) -> set[float]:
    """Return the weights that are entered for anything but the body itself."""
    return {
        float(one["weight"])
        for exercise in workout["exercises"]
        for one in (*exercise["warmUps"], *exercise["sets"])
        if one["weight"]
    }


async def test_a_day_that_is_not_there_is_refused(lifter: SignedIn) -> None:
    hotel = await make_gym(lifter, "Hotel")

    refused = await lifter.client.put(
        f"/preferences/days/{UUID(int=7)}", json={"gymId": hotel}
    )

    assert refused.status_code == 404


async def test_a_device_makes_chooses_and_forgets_gyms(lifter: SignedIn) -> None:
    gym_id = str(uuid7(now()))
    replica = Replica()

    made = await push(
        lifter.client,
        mutation("saveGym", id=gym_id, name="Garage", equipment=COARSE),
        mutation("savePreferences", gymId=gym_id, deloadStyle="sets"),
    )
    await pull(lifter.client, replica)
    pulled = replica.of_kind("preferences")[""]
    gone = await push(
        lifter.client,
        mutation("deleteGym", id=gym_id),
        mutation("chooseGym", workoutId=str(UUID(int=7)), gymId=gym_id),
    )
    await pull(lifter.client, replica)

    assert statuses(made) == ["applied", "applied"]
    assert pulled["gyms"][0]["equipment"] == COARSE
    assert (pulled["gymId"], pulled["deloadStyle"]) == (gym_id, "sets")
    assert statuses(gone) == ["applied", "refused"]
    assert replica.of_kind("preferences")[""]["gyms"] == []


async def copy_of(lifter: SignedIn, block: str, **given: object) -> dict[str, Any]:
    """Begin a copy of a block of which this ends, and return it."""
    ended = await lifter.client.post(f"/mesocycles/{block}/end", json={})
    assert ended.status_code in {200, 201}, ended.text
    copy = str(uuid7(now()))
    body = {"parentMesocycleId": block, "week": 1, "id": copy, **given}
    made = await lifter.client.post(
        "/mesocycles", json=body | {"startDate": now().date().isoformat()}
    )
    assert made.status_code == 201, made.text
    found: dict[str, Any] = made.json()
    return found


async def test_a_copied_block_is_trained_in_the_same_gyms(lifter: SignedIn) -> None:
    await train_before(lifter.client)
    block = await start_block(lifter.client)
    days = (await lifter.client.get(f"/mesocycles/{block}")).json()["workouts"]
    hotel = await make_gym(lifter, "Hotel", **COARSE)
    garage = await make_gym(lifter, "Garage")
    for day, gym in ((days[0], hotel), (days[1], garage)):
        await lifter.client.put(f"/preferences/days/{day['id']}", json={"gymId": gym})
    await lifter.client.delete(f"/preferences/gyms/{garage}")
    replica = Replica()
    await pull(lifter.client, replica)

    copy = await copy_of(lifter, block)
    await pull(lifter.client, replica)

    first = copy["workouts"][0]
    session = copy["weeks"][0]["sessions"][0]
    planned = (await lifter.client.get(f"/workout-instances/{session['id']}")).json()
    (gym,) = (await gyms_of(lifter)).values()
    assert first["name"] == days[0]["name"]
    # The garage is there no more: its day is trained where all others are.
    assert set(gym["workoutIds"]) == {days[0]["id"], first["id"]}
    assert replica.of_kind("preferences")[""]["gyms"] == [gym]
    assert session["workoutId"] == first["id"]
    assert loads(planned) <= WEIGHTS
    kept = replica.of_kind("workoutInstance")[session["id"]]["prescriptions"]
    assert {float(one["targetWeight"] or 1) for one in kept} <= WEIGHTS


async def begin(lifter: SignedIn, *, like: list[str]) -> list[str]:
    """Begin a block of one's own whose workouts are like others; return their ids."""
    exercises = [{"exerciseId": 1, "sets": 3, "repMin": 8, "repMax": 12}]
    body = {
        "id": str(uuid7(now())),
        "startDate": now().date().isoformat(),
        "name": "Next",
        "durationWeeks": 4,
        "workouts": [
            {"name": f"Day {n}", "weekday": 2 * n, "like": one, "exercises": exercises}
            for n, one in enumerate(like)
        ],
    }
    made = await lifter.client.post("/mesocycles", json=body)
    assert made.status_code == 201, made.text
    return [workout["id"] for workout in made.json()["workouts"]]


async def test_a_proposed_block_is_trained_in_the_same_gyms(lifter: SignedIn) -> None:
    await train_before(lifter.client)
    block = await start_block(lifter.client)
    days = (await lifter.client.get(f"/mesocycles/{block}")).json()["workouts"]
    hotel = await make_gym(lifter, "Hotel", **COARSE)
    await lifter.client.put(f"/preferences/days/{days[1]['id']}", json={"gymId": hotel})
    await lifter.client.post(f"/mesocycles/{block}/end", json={})

    proposed = (await lifter.client.get(f"/mesocycles/{block}/next")).json()
    like = [day["like"] for day in proposed["workouts"]]
    begun = await begin(lifter, like=like)

    assert like == [day["id"] for day in days]
    (gym,) = (await gyms_of(lifter)).values()
    assert set(gym["workoutIds"]) == {days[1]["id"], begun[1]}


async def test_a_workout_like_none_that_is_there_is_in_the_usual_gym(
    lifter: SignedIn,
) -> None:
    await make_gym(lifter, "Hotel", **COARSE)

    await begin(lifter, like=[str(uuid7(now()))])

    (gym,) = (await gyms_of(lifter)).values()
    assert gym["workoutIds"] == []
