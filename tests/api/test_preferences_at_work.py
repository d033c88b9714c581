"""What warm-ups, rests and deloads are preferred changes what is planned and shown."""

from typing import Any

import pytest

from app_person import start_block, train_before
from conftest import SignedIn
from make import id_for

BENCH, DUMBBELL_BENCH, FLY = 1, 2, 40


async def prefer(lifter: SignedIn, **preferences: object) -> None:
    saved = await lifter.client.patch("/preferences", json=preferences)
    assert saved.status_code == 200, saved.text


async def previewed(lifter: SignedIn, exercise_id: int = BENCH) -> dict[str, Any]:
    """Return the one workout, three sets, of a block that is being planned."""
    planned = {"exerciseId": exercise_id, "sets": 3, "repMin": 8, "repMax": 12}
    answer = await lifter.client.post(
        "/mesocycles/preview",
        json={
            "id": str(id_for(lifter.user_id, "block")),
            "workouts": [{"name": "Push", "weekday": 2, "exercises": [planned]}],
            "startDate": "2026-03-02",
            "name": "Mine",
            "durationWeeks": 4,
        },
    )
    assert answer.status_code == 200, answer.text
    workout: dict[str, Any] = answer.json()["workouts"][0]
    return workout


@pytest.mark.parametrize(
    "percentages",
    [pytest.param([50], id="one step"), pytest.param([], id="none at all")],
)
async def test_warm_ups_are_the_per_cents_that_the_lifter_chose(
    lifter: SignedIn, percentages: list[int]
) -> None:
    await train_before(lifter.client)
    block = await start_block(lifter.client)
    shown = (await lifter.client.get(f"/mesocycles/{block}")).json()
    path = f"/workout-instances/{shown['weeks'][0]['sessions'][0]['id']}"
    usual = (await lifter.client.get(path)).json()["exercises"][0]["warmUps"]

    await prefer(lifter, warmUpPercentages=percentages)

    own = (await lifter.client.get(path)).json()["exercises"][0]["warmUps"]
    assert len(usual) > len(own) == len(percentages)
    assert {one["reps"] for one in own} <= {8}


@pytest.mark.parametrize(
    ("preference", "exercise_id", "others"),
    [
        pytest.param("restHeavySeconds", BENCH, FLY, id="heavy"),
        pytest.param("restCompoundSeconds", DUMBBELL_BENCH, BENCH, id="compound"),
        pytest.param("restIsolationSeconds", FLY, DUMBBELL_BENCH, id="isolation"),
    ],
)
async def test_rests_that_the_lifter_chose_lengthen_workouts_of_their_kind(
    lifter: SignedIn, preference: str, exercise_id: int, others: int
) -> None:
    usual = await previewed(lifter, exercise_id)
    other = await previewed(lifter, others)

    await prefer(lifter, **{preference: 600})

    longer = await previewed(lifter, exercise_id)
    # Three sets have two rests between them, which were three minutes at the most.
    assert longer["minutes"][0] - usual["minutes"][0] >= 2 * 7
    assert await previewed(lifter, others) == other


async def test_a_deload_with_lighter_loads_keeps_its_sets(lifter: SignedIn) -> None:
    usual = (await previewed(lifter))["sets"]

    await prefer(lifter, deloadStyle="load")
    lighter = (await previewed(lifter))["sets"]
    await prefer(lifter, deloadStyle="sets")
    fewer = (await previewed(lifter))["sets"]

    assert usual[-1] < usual[-2] == lighter[-1]
    assert usual[:-1] == lighter[:-1]
    assert fewer == usual
