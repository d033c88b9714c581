"""Within a program, the block that is proposed becomes the one that was planned."""

from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest

from conftest import SignedIn
from gym import at, train
from make import everything_of, id_for
from metricgain.kit.clock import now

PROFILE = {
    "goal": "hypertrophy",
    "experience": "intermediate",
    "weekdays": [0, 3],
    "sessionMinutes": 40,
    "place": "dumbbells",
    "emphasis": {"chest": "emphasize"},
    "horizonWeeks": 9,
}
BEGUN_AGO = 28
_OF_AN_EXERCISE = ("exerciseId", "sets", "repMin", "repMax", "superset", "notes")


async def told(lifter: SignedIn, path: str) -> dict[str, Any]:
    answer = await lifter.client.get(path)
    assert answer.status_code == httpx.codes.OK, answer.text
    return dict(answer.json())


async def begun(lifter: SignedIn) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Train once in the first block of a program, in pain; return both and end it."""
    saved = await lifter.client.put("/training-profile", json=PROFILE)
    assert saved.is_success, saved.text
    program = id_for(lifter.user_id, "program")
    first_day = at(BEGUN_AGO).date().isoformat()
    made = await lifter.client.post(
        "/programs",
        json={"id": str(program), "name": "Spring", "startDate": first_day},
    )
    assert made.status_code == httpx.codes.CREATED, made.text
    blocks = [m for a in made.json()["macrocycles"] for m in a["mesocycles"]]
    path = f"/mesocycles/{blocks[0]['id']}"
    running = await lifter.client.post(f"{path}/start", json={"startDate": first_day})
    assert running.is_success, running.text
    session = running.json()["weeks"][0]["sessions"][0]
    hurt = session["exercises"][0]["exerciseId"]
    await train(
        lifter.client, session["id"], ago=BEGUN_AGO - 1, sets=[(hurt, 20.0, 10)] * 3
    )
    pain = await lifter.client.put(
        f"/workout-logs/{session['id']}/exercises/{hurt}/feedback",
        json={"jointPain": 3},
    )
    assert pain.is_success, pain.text
    return made.json(), blocks


async def end(lifter: SignedIn, block: dict[str, Any]) -> None:
    ended = await lifter.client.post(f"/mesocycles/{block['id']}/end")
    assert ended.is_success, ended.text


def accepted(proposed: dict[str, Any], **more: object) -> dict[str, Any]:
    """Return what accepts a proposal, a week after today."""
    return {
        "startDate": (now().date() + timedelta(weeks=1)).isoformat(),
        "durationWeeks": proposed["durationWeeks"],
        "emphasis": proposed["emphasis"],
        "revision": proposed["planned"]["revision"],
        "workouts": [
            {
                "name": day["name"],
                "weekday": day["weekday"],
                "exercises": [
                    {key: one[key] for key in _OF_AN_EXERCISE}
                    for one in day["exercises"]
                ],
            }
            for day in proposed["workouts"]
        ],
    } | more


def chosen(workouts: list[dict[str, Any]]) -> list[list[tuple[int, int]]]:
    return [
        [(one["exerciseId"], one["sets"]) for one in day["exercises"]]
        for day in workouts
    ]


async def test_an_accepted_proposal_becomes_the_block_that_was_planned(
    lifter: SignedIn,
) -> None:
    program, blocks = await begun(lifter)
    await end(lifter, blocks[0])
    proposed = await told(lifter, f"/mesocycles/{blocks[0]['id']}/next")
    planned = proposed["planned"]
    before = await told(lifter, f"/mesocycles/{planned['id']}")
    path = f"/mesocycles/{planned['id']}/start"

    body = accepted(proposed)
    answer = await lifter.client.post(path, json=body)
    again = await lifter.client.post(path, json=body | {"startDate": "2030-01-07"})

    assert answer.status_code == httpx.codes.OK, answer.text
    started = answer.json()
    assert planned["id"] == blocks[1]["id"]
    assert planned["programId"] == program["id"]
    assert proposed["durationWeeks"] == blocks[1]["durationWeeks"]
    assert any(
        one["replaces"] for day in proposed["workouts"] for one in day["exercises"]
    )
    assert (started["status"], started["name"]) == ("active", planned["name"])
    assert chosen(started["workouts"]) == chosen(proposed["workouts"])
    assert chosen(started["workouts"]) != chosen(before["workouts"])
    assert started["emphasis"] == proposed["emphasis"]
    assert again.json() == started
    whole = await told(lifter, f"/programs/{program['id']}")
    assert [a["id"] for a in whole["macrocycles"]] == [
        a["id"] for a in program["macrocycles"]
    ]
    found = [m for a in whole["macrocycles"] for m in a["mesocycles"]]
    assert [one["id"] for one in found] == [one["id"] for one in blocks]
    assert [one["status"] for one in found[:2]] == ["completed", "active"]
    for macrocycle in whole["macrocycles"]:
        assert macrocycle["endDate"] >= max(
            one["endDate"] for one in macrocycle["mesocycles"]
        )
    assert whole["endDate"] >= found[1]["endDate"]
    listed = (await lifter.client.get("/mesocycles")).json()["items"]
    assert len(listed) == len(blocks)


@pytest.mark.parametrize(
    ("wrong", "status", "named"),
    [
        pytest.param({"revision": 0}, 409, "revision", id="it has changed since"),
        pytest.param({"workouts": []}, 400, "workouts", id="no workouts"),
        pytest.param({"startDate": "1066-10-14"}, 422, "startDate", id="long ago"),
        pytest.param({"name": " "}, 422, "name", id="no name"),
    ],
)
async def test_a_proposal_that_is_refused_changes_nothing(
    lifter: SignedIn,
    owner: asyncpg.Connection,
    wrong: dict[str, object],
    status: int,
    named: str,
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    _, blocks = await begun(lifter)
    await end(lifter, blocks[0])
    proposed = await told(lifter, f"/mesocycles/{blocks[0]['id']}/next")
    kept = await everything_of(owner, lifter.user_id)
    kept.pop("api_tokens")

    refused = await lifter.client.post(
        f"/mesocycles/{proposed['planned']['id']}/start",
        json=accepted(proposed, **wrong),
    )

    assert refused.status_code == status, refused.text
    assert named in refused.text
    left = await everything_of(owner, lifter.user_id)
    assert {table: left[table] for table in kept} == kept


async def test_a_planned_block_that_was_renamed_meanwhile_is_not_written_over(
    lifter: SignedIn,
) -> None:
    _, blocks = await begun(lifter)
    await end(lifter, blocks[0])
    proposed = await told(lifter, f"/mesocycles/{blocks[0]['id']}/next")
    path = f"/mesocycles/{proposed['planned']['id']}"
    await lifter.client.patch(path, json={"name": "The hard one"})

    refused = await lifter.client.post(f"{path}/start", json=accepted(proposed))
    later = await told(lifter, f"/mesocycles/{blocks[0]['id']}/next")
    taken = await lifter.client.post(f"{path}/start", json=accepted(later))

    assert refused.status_code == httpx.codes.CONFLICT
    assert refused.json()["remedy"] == "Look at the proposal again."
    assert taken.status_code == httpx.codes.OK, taken.text
    assert taken.json()["name"] == "The hard one"


async def test_nothing_is_accepted_while_the_block_before_runs(
    lifter: SignedIn,
) -> None:
    _, blocks = await begun(lifter)
    proposed = await told(lifter, f"/mesocycles/{blocks[0]['id']}/next")

    path = f"/mesocycles/{proposed['planned']['id']}/start"
    refused = await lifter.client.post(path, json=accepted(proposed))
    await end(lifter, blocks[0])
    taken = await lifter.client.post(path, json=accepted(proposed))

    assert refused.status_code == httpx.codes.CONFLICT
    assert "still running" in refused.text
    assert taken.status_code == httpx.codes.OK, taken.text
