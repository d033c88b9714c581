"""From block to block: what one has shown, and what is proposed after it."""

from collections.abc import Sequence
from typing import Any

import httpx

from blocks import BENCH, CURL, ROW
from conftest import SignedIn
from gym import gym_block, train
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7

WEEKS = 4


async def trained(
    lifter: SignedIn, bench: Sequence[float], *, weeks: int = 3
) -> list[dict[str, Any]]:
    """Train a block of three hard weeks to its end; the deload is skipped."""
    sessions = await gym_block(lifter.client, ago=7 * WEEKS)
    for number, session in enumerate(sessions):
        week, ago = number // 2, 7 * WEEKS - 7 * (number // 2) - 3 * (number % 2)
        if week >= weeks:
            answer = await lifter.client.post(
                f"/workout-instances/{session['id']}/skip"
            )
            assert answer.status_code == httpx.codes.OK, answer.text
        elif number % 2 == 0:
            sets = [(BENCH, bench[week], 10)] * 3 + [(CURL, 20.0, 10)] * 2
            await train(lifter.client, session["id"], ago=ago, sets=sets)
        else:
            sets = [(ROW, 50.0 + 2.5 * week, 10)] * 2
            await train(lifter.client, session["id"], ago=ago, sets=sets)
    return sessions


async def block_of(lifter: SignedIn, session: dict[str, Any]) -> str:
    found = await lifter.client.get(f"/workout-instances/{session['id']}")
    return str(found.json()["mesocycleId"])


async def told(lifter: SignedIn, mesocycle_id: str, what: str) -> dict[str, Any]:
    answer = await lifter.client.get(f"/mesocycles/{mesocycle_id}/{what}")
    assert answer.status_code == httpx.codes.OK, answer.text
    return dict(answer.json())


async def test_a_review_says_where_performance_stopped_rising(
    lifter: SignedIn,
) -> None:
    first, *_ = await trained(lifter, (60, 60, 60))

    review = await told(lifter, await block_of(lifter, first), "review")

    muscles = {each["muscle"]: each for each in review["muscles"]}
    assert review["isOver"]
    assert muscles["chest"]["trend"] == "stopped"
    assert (muscles["chest"]["bestWeek"], muscles["chest"]["bestSets"]) == (1, 3)
    assert [week["doneSets"] for week in muscles["chest"]["weeks"]] == [3, 3, 3]
    assert muscles["lats"]["trend"] == "rose"
    assert muscles["lats"]["weeks"][0]["change"] == 0
    assert muscles["lats"]["weeks"][2]["change"] > muscles["lats"]["weeks"][1]["change"]


async def test_a_review_counts_adherence_records_and_joints(lifter: SignedIn) -> None:
    first, *_ = await trained(lifter, (60, 62.5, 65))
    pain = await lifter.client.put(
        f"/workout-logs/{first['id']}/exercises/{CURL}/feedback",
        json={"jointPain": 2},
    )
    assert pain.status_code == httpx.codes.OK, pain.text

    review = await told(lifter, await block_of(lifter, first), "review")

    assert review["kept"]["workouts"] == 8
    assert (review["kept"]["completed"], review["kept"]["skipped"]) == (6, 2)
    assert review["kept"]["rate"] == 75
    assert review["kept"]["doneSets"] == 21
    assert {record["exerciseId"] for record in review["records"]} == {BENCH, CURL, ROW}
    (hurt,) = review["joints"]
    assert (hurt["exerciseId"], hurt["times"], hurt["worst"]) == (CURL, 1, 2)


async def test_a_block_that_has_shown_little_says_so(lifter: SignedIn) -> None:
    first, *_ = await gym_block(lifter.client)

    review = await told(lifter, await block_of(lifter, first), "review")

    assert not review["isOver"]
    assert {each["trend"] for each in review["muscles"]} == {"unknown"}
    assert all(each["advice"] is None for each in review["muscles"])
    assert review["kept"]["rate"] is None
    assert review["records"] == review["joints"] == []


async def test_the_next_block_starts_from_the_review(lifter: SignedIn) -> None:
    first, *_ = await trained(lifter, (60, 62.5, 65))
    await lifter.client.put(
        f"/workout-logs/{first['id']}/exercises/{CURL}/feedback",
        json={"jointPain": 3},
    )

    proposed = await told(lifter, await block_of(lifter, first), "next")

    chest = next(each for each in proposed["muscles"] if each["muscle"] == "chest")
    assert (chest["oldSets"], chest["newSets"]) == (3, 4)
    press, pull = proposed["workouts"]
    assert press["exercises"][0]["sets"] == 4
    assert press["exercises"][1]["replaces"] == CURL
    assert press["exercises"][1]["exerciseId"] != CURL
    assert press["exercises"][1]["because"].startswith("It hurt a joint. ")
    assert all(one["because"] for day in (press, pull) for one in day["exercises"])

    body = {
        "id": str(uuid7(now())),
        "startDate": now().date().isoformat(),
        "name": proposed["name"],
        "durationWeeks": proposed["durationWeeks"],
        "emphasis": proposed["emphasis"],
        "workouts": [
            {
                "name": day["name"],
                "weekday": day["weekday"],
                "exercises": [
                    {
                        key: one[key]
                        for key in (
                            "exerciseId",
                            "sets",
                            "repMin",
                            "repMax",
                            "superset",
                        )
                    }
                    for one in day["exercises"]
                ],
            }
            for day in proposed["workouts"]
        ],
    }
    started = await lifter.client.post("/mesocycles", json=body)
    assert started.status_code == httpx.codes.CREATED, started.text


async def test_nobody_reviews_a_block_that_is_not_theirs(lifter: SignedIn) -> None:
    for what in ("review", "next"):
        answer = await lifter.client.get(f"/mesocycles/{uuid7(now())}/{what}")

        assert answer.status_code == httpx.codes.NOT_FOUND
