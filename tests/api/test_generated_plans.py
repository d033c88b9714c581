"""A plan is made from the training profile, and says what it could not meet."""

from typing import Any

import asyncpg
import pytest

from conftest import SignedIn
from make import everything_of, id_for

PROFILE: dict[str, Any] = {
    "goal": "hypertrophy",
    "experience": "intermediate",
    "weekdays": [0, 2, 4],
    "sessionMinutes": 60,
    "place": "gym",
    "tools": [],
    "emphasis": {"chest": "emphasize", "calves": "maintain"},
    "injuries": ["knee"],
    "banned": [1],
    "favourites": [2],
    "horizonWeeks": 16,
    "free": [{"first": "2026-07-01", "last": "2026-07-14"}],
    "health": {
        "heartOrIllness": False,
        "isCleared": False,
        "isUnder18": False,
        "isPregnant": False,
        "hadSurgery": False,
    },
}


async def generate(lifter: SignedIn, **more: object) -> dict[str, Any]:
    answer = await lifter.client.post(
        "/plans/generate", json={"startDate": "2026-03-02", "planner": "greedy"} | more
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_profile_is_what_was_saved_and_the_usual_before(
    lifter: SignedIn,
) -> None:
    usual = (await lifter.client.get("/training-profile")).json()

    saved = await lifter.client.put("/training-profile", json=PROFILE)
    again = await lifter.client.put("/training-profile", json=PROFILE)

    assert usual["goal"] == "hypertrophy"
    assert usual["weekdays"] == [0, 2, 4]
    assert saved.json() == again.json() == PROFILE
    assert (await lifter.client.get("/training-profile")).json() == PROFILE


async def test_experience_and_minutes_are_preferences(lifter: SignedIn) -> None:
    other = PROFILE | {"experience": "beginner", "sessionMinutes": 45}
    await lifter.client.put("/training-profile", json=other)
    preferences = (await lifter.client.get("/preferences")).json()

    await lifter.client.patch("/preferences", json={"sessionMinutes": 50})
    profile = (await lifter.client.get("/training-profile")).json()

    assert preferences["experience"] == "beginner"
    assert preferences["sessionMinutes"] == 45
    assert profile["sessionMinutes"] == 50


@pytest.mark.parametrize(
    ("wrong", "status", "field"),
    [
        pytest.param({"weekdays": [1]}, 400, "weekdays", id="one day"),
        pytest.param({"horizonWeeks": 53}, 400, "horizonWeeks", id="too long"),
        pytest.param({"place": "own"}, 422, "tools", id="no equipment"),
        pytest.param({"banned": [2]}, 422, "favourites", id="banned and liked"),
        pytest.param({"favourites": [4_000_000]}, 404, "exerciseId", id="unknown"),
        pytest.param(
            {"free": [{"first": "2026-07-02", "last": "2026-07-01"}]},
            422,
            "free[0].last",
            id="days backwards",
        ),
    ],
)
async def test_a_wrong_profile_names_the_field_and_changes_nothing(
    lifter: SignedIn, wrong: dict[str, object], status: int, field: str
) -> None:
    await lifter.client.put("/training-profile", json=PROFILE)

    refused = await lifter.client.put("/training-profile", json=PROFILE | wrong)

    assert refused.status_code == status, refused.text
    assert field in refused.text
    assert (await lifter.client.get("/training-profile")).json() == PROFILE


async def test_a_plan_follows_the_profile_and_can_be_started(lifter: SignedIn) -> None:
    await lifter.client.put("/training-profile", json=PROFILE)

    plan = await generate(lifter, startDate="2026-03-04")
    started = await lifter.client.post(
        "/mesocycles",
        json={
            "id": str(id_for(lifter.user_id, "block")),
            "startDate": plan["startDate"],
            "name": "Mine",
            "durationWeeks": plan["durationWeeks"],
            "emphasis": plan["emphasis"],
            "workouts": [
                {key: one[key] for key in ("name", "weekday", "exercises")}
                for one in plan["workouts"]
            ],
        },
    )

    ids = {one["exerciseId"] for w in plan["workouts"] for one in w["exercises"]}
    assert [one["weekday"] for one in plan["workouts"]] == [2, 4, 0]
    assert 2 in ids
    assert 1 not in ids
    assert plan["emphasis"] == PROFILE["emphasis"]
    assert [one["severity"] for one in plan["findings"]].count("error") == 0
    assert started.status_code == 201, started.text


async def test_the_same_question_has_the_same_answer_and_changes_nothing(
    lifter: SignedIn, owner: asyncpg.Connection
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    await lifter.client.get("/training-profile")
    before = await everything_of(owner, lifter.user_id)
    first = await generate(lifter)

    assert await generate(lifter) == first
    after = await everything_of(owner, lifter.user_id)
    assert after | {"generated_plans": None} == before


async def test_another_option_differs_and_a_small_change_does_not(
    lifter: SignedIn,
) -> None:
    def used(plan: dict[str, Any]) -> set[tuple[int, int]]:
        return {
            (one["exerciseId"], workout["weekday"])
            for workout in plan["workouts"]
            for one in workout["exercises"]
        }

    first = await generate(lifter, profile=PROFILE)
    bodies = [
        {key: one[key] for key in ("name", "weekday", "exercises")}
        for one in first["workouts"]
    ]

    other = await generate(
        lifter, profile=PROFILE, avoid=[each for each, _ in used(first)], seed=1
    )
    longer = await generate(
        lifter, profile=PROFILE | {"sessionMinutes": 70}, previous=bodies
    )

    assert len(used(other) & used(first)) <= len(used(first)) / 2
    assert len(used(longer) & used(first)) >= 0.8 * len(used(first))


async def test_the_solver_makes_a_plan_that_is_no_worse(lifter: SignedIn) -> None:
    greedy = await generate(lifter, profile=PROFILE)
    best = await generate(lifter, profile=PROFILE, planner=None)

    assert (greedy["planner"], best["planner"]) == ("greedy", "cp-sat")
    assert best["points"] <= greedy["points"]


async def test_a_heart_that_is_not_cleared_stands_in_the_way(lifter: SignedIn) -> None:
    health = PROFILE["health"] | {"heartOrIllness": True}

    refused = await lifter.client.post(
        "/plans/generate",
        json={"startDate": "2026-03-02", "profile": PROFILE | {"health": health}},
    )
    cleared = await generate(
        lifter, profile=PROFILE | {"health": health | {"isCleared": True}}
    )

    assert refused.status_code == 409
    assert "doctor" in refused.text
    assert cleared["workouts"]


async def test_six_muscles_in_two_short_days_say_what_had_no_room(
    lifter: SignedIn,
) -> None:
    six = ("chest", "lats", "quads", "side_delt", "biceps", "triceps")
    hard = PROFILE | {
        "weekdays": [0, 3],
        "sessionMinutes": 30,
        "emphasis": dict.fromkeys(six, "emphasize"),
    }

    plan = await generate(lifter, profile=hard)

    assert {one["code"] for one in plan["unmet"]} >= {"unmet.sets"}
    assert all(one["remedy"] for one in plan["unmet"])


async def test_a_preview_knows_the_profile(lifter: SignedIn) -> None:
    await lifter.client.put("/training-profile", json=PROFILE)

    seen = await lifter.client.post(
        "/mesocycles/preview",
        json={
            "id": str(id_for(lifter.user_id, "block")),
            "startDate": "2026-06-29",
            "name": "Mine",
            "durationWeeks": 4,
            "workouts": [
                {
                    "name": "Legs",
                    "weekday": 2,
                    "exercises": [
                        {"exerciseId": 1, "sets": 3, "repMin": 8, "repMax": 12},
                        {"exerciseId": 2000, "sets": 3, "repMin": 8, "repMax": 12},
                    ],
                }
            ],
        },
    )

    found = {one["code"]: one for one in seen.json()["findings"]}
    assert {"plan.banned", "plan.injury", "plan.dates"} <= set(found)
    assert found["plan.banned"]["repair"] == "Swap it for another."


async def test_a_plan_file_becomes_a_draft(lifter: SignedIn) -> None:
    bench = {"name": "bench press", "sets": 14, "repMin": 6, "repMax": 10}
    plan: dict[str, Any] = {
        "format": "metricgain-plan",
        "version": 1,
        "name": "Shared",
        "durationWeeks": 4,
        "workouts": [{"name": "Push", "weekday": 3, "exercises": [bench]}],
    }

    read = await lifter.client.post("/plans/read", json=plan)
    bench["name"] = "Moon Press"
    refused = await lifter.client.post("/plans/read", json=plan)

    assert read.json()["workouts"][0]["exercises"][0]["exerciseId"] == 1
    assert "plan.muscle_sets" in {one["code"] for one in read.json()["findings"]}
    assert refused.status_code == 422
    assert "workouts[0].exercises[0].name" in refused.text


async def kept(owner: asyncpg.Connection, user_id: int) -> list[int]:
    """Return how often each plan that is kept was used again."""
    await owner.execute("SET metricgain.as_system = 'on'")
    rows = await owner.fetch(
        "SELECT hits FROM generated_plans WHERE user_id = $1 ORDER BY created_at, key",
        user_id,
    )
    return [row["hits"] for row in rows]


async def test_a_question_that_was_answered_is_not_worked_out_again(
    lifter: SignedIn, owner: asyncpg.Connection
) -> None:
    first = await generate(lifter)
    again = await generate(lifter)
    a_week_later = await generate(lifter, startDate="2026-03-09")
    another = await generate(lifter, seed=1)

    assert again == first
    assert a_week_later["workouts"] == first["workouts"]
    assert a_week_later["startDate"] == "2026-03-09"
    assert another["workouts"]
    assert await kept(owner, lifter.user_id) == [2, 0]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        pytest.param("PUT", "/training-profile", PROFILE, id="the profile"),
        pytest.param("PATCH", "/preferences", {"sessionMinutes": 45}, id="minutes"),
        pytest.param(
            "PUT",
            "/preferences/landmarks/chest",
            {"maintenance": 2, "mev": 5, "target": 9, "mrv": 16},
            id="landmarks",
        ),
        pytest.param(
            "PUT",
            "/exercises/{own}",
            {
                "name": "My press",
                "muscleGroup": "chest",
                "exerciseType": "freeweight",
                "movementPattern": "horizontal_press",
                "equipment": "dumbbell",
                "muscles": {"chest": 1.0},
            },
            id="the catalogue",
        ),
    ],
)
async def test_what_a_plan_follows_from_makes_another_question_when_it_changes(
    lifter: SignedIn,
    owner: asyncpg.Connection,
    method: str,
    path: str,
    body: dict[str, Any],
) -> None:
    await generate(lifter)
    own = lifter.user_id * 4194304 + 1
    changed = await lifter.client.request(method, path.format(own=own), json=body)
    assert changed.is_success, changed.text

    await generate(lifter)

    assert await kept(owner, lifter.user_id) == [0, 0]


async def test_a_stored_block_is_judged_by_the_wishes_of_whoever_trains_it(
    lifter: SignedIn,
) -> None:
    plan = await generate(lifter)
    block = str(id_for(lifter.user_id, "judged"))
    started = await lifter.client.post(
        "/mesocycles",
        json={
            "id": block,
            "name": "Judged",
            "startDate": "2026-03-02",
            "durationWeeks": 5,
            "workouts": [
                {key: value for key, value in one.items() if key != "kind"}
                for one in plan["workouts"]
            ],
        },
    )
    assert started.status_code == 201, started.text
    first = plan["workouts"][0]["exercises"][0]["exerciseId"]
    before = (await lifter.client.get(f"/mesocycles/{block}")).json()["findings"]

    await lifter.client.put(
        "/training-profile",
        json=PROFILE | {"banned": [first], "favourites": [], "sessionMinutes": 20},
    )
    after = (await lifter.client.get(f"/mesocycles/{block}")).json()["findings"]

    assert "plan.banned" not in {one["code"] for one in before}
    assert {"plan.banned", "plan.time"} <= {one["code"] for one in after}


async def test_the_plan_of_a_block_is_a_file_that_can_be_taken_in(
    lifter: SignedIn,
) -> None:
    plan = await generate(lifter)
    block = str(id_for(lifter.user_id, "shared"))
    started = await lifter.client.post(
        "/mesocycles",
        json={
            "id": block,
            "name": "Shared",
            "startDate": "2026-03-02",
            "durationWeeks": 5,
            "emphasis": {"chest": "emphasize"},
            "workouts": [
                {key: value for key, value in one.items() if key != "kind"}
                for one in plan["workouts"]
            ],
        },
    )
    assert started.status_code == 201, started.text

    file = await lifter.client.get(f"/mesocycles/{block}/plan-file")
    read = await lifter.client.post("/plans/read", json=file.json())
    none = await lifter.client.get(
        f"/mesocycles/{id_for(lifter.user_id, 'none')}/plan-file"
    )

    assert file.json()["format"] == "metricgain-plan"
    assert str(block) not in file.text
    assert read.status_code == 200, read.text
    taken = read.json()
    assert (taken["name"], taken["durationWeeks"]) == ("Shared", 5)
    assert [one["weekday"] for one in taken["workouts"]] == [0, 2, 4]
    assert none.status_code == 404
