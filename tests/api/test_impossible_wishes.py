"""What cannot be planned gives the best plan there is, or names the wish to change."""

from typing import Any

import httpx
import pytest

from conftest import SignedIn
from make import id_for
from metricgain.catalogue.reader import exercises

SIX = ("chest", "lats", "quads", "side_delt", "biceps", "triceps")
PROFILE: dict[str, Any] = {
    "goal": "hypertrophy",
    "experience": "intermediate",
    "weekdays": [0, 3],
    "sessionMinutes": 30,
    "place": "gym",
    "horizonWeeks": 8,
}
CROWDED = PROFILE | {"emphasis": dict.fromkeys(SIX, "emphasize")}
NO_BARS = PROFILE | {
    "place": "own",
    "tools": ["kettlebell"],
    "emphasis": {"rear_delt": "emphasize"},
}
ALL_BANNED = PROFILE | {
    "place": "own",
    "tools": ["trap_bar"],
    # Whatever there is, the own body is there.
    "banned": [
        one.id for one in exercises() if one.equipment in ("trap_bar", "bodyweight")
    ],
}
ALL_HURTS = PROFILE | {
    "injuries": [
        "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "lower_back", "neck",
    ]
}  # fmt: skip
PLANNERS = [pytest.param("greedy", id="greedy"), pytest.param("cp-sat", id="solver")]


@pytest.mark.parametrize("planner", PLANNERS)
@pytest.mark.parametrize(
    ("profile", "code", "places", "remedy"),
    [
        pytest.param(
            CROWDED, "unmet.sets", set(SIX), "room", id="six muscles, two short days"
        ),
        pytest.param(
            NO_BARS,
            "unmet.no_exercise",
            {"rear_delt"},
            "Add equipment.",
            id="no equipment for a muscle that is wanted",
        ),
    ],
)
async def test_the_best_plan_comes_with_what_it_could_not_meet(
    lifter: SignedIn,
    planner: str,
    profile: dict[str, Any],
    code: str,
    places: set[str],
    remedy: str,
) -> None:
    answer = await lifter.client.post(
        "/plans/generate",
        json={"startDate": "2026-03-02", "planner": planner, "profile": profile},
    )
    assert answer.status_code == httpx.codes.OK, answer.text
    plan = answer.json()
    missed = [one for one in plan["unmet"] if one["code"] == code]
    started = await lifter.client.post(
        "/mesocycles",
        json={
            "id": str(id_for(lifter.user_id, "block")),
            "startDate": plan["startDate"],
            "name": "The best there is",
            "durationWeeks": plan["durationWeeks"],
            "emphasis": plan["emphasis"],
            "workouts": [
                {key: one[key] for key in ("name", "weekday", "exercises")}
                for one in plan["workouts"]
            ],
        },
    )

    assert {one["place"] for one in missed} & places
    assert all(remedy in one["remedy"] and one["because"] for one in missed)
    assert all(one["remedy"] for one in plan["unmet"])
    assert started.status_code == httpx.codes.CREATED, started.text


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        pytest.param(ALL_BANNED, "banned", id="every exercise is banned"),
        pytest.param(ALL_HURTS, "injuries", id="every joint hurts"),
        pytest.param(
            PROFILE | {"banned": list(range(1, 400))}, "banned", id="too many bans"
        ),
        pytest.param(PROFILE | {"place": "own"}, "tools", id="no equipment at all"),
    ],
)
@pytest.mark.parametrize("path", ["/plans/generate", "/programs"])
async def test_what_cannot_be_planned_at_all_names_the_wish_to_change(
    lifter: SignedIn, path: str, profile: dict[str, Any], field: str
) -> None:
    new = {"id": str(id_for(lifter.user_id, "program")), "name": "Spring"}
    body = {"startDate": "2026-03-02", "profile": profile}

    refused = await lifter.client.post(
        path, json=body | (new if path == "/programs" else {})
    )

    assert refused.status_code in {400, 422}, refused.text
    assert field in refused.text
    assert (await lifter.client.get("/programs")).json() == []


async def test_a_program_for_crowded_days_is_made_all_the_same(
    lifter: SignedIn,
) -> None:
    made = await lifter.client.post(
        "/programs",
        json={
            "id": str(id_for(lifter.user_id, "program")),
            "name": "Spring",
            "startDate": "2026-03-02",
            "profile": CROWDED,
        },
    )

    assert made.status_code == httpx.codes.CREATED, made.text
    blocks = [m for a in made.json()["macrocycles"] for m in a["mesocycles"]]
    emphasised = {muscle for one in blocks for muscle in one["emphasis"]}
    assert blocks
    assert emphasised >= set(SIX[:3])
