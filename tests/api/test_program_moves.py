"""Planned blocks move with one that has become longer, when their lifter says so."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest

from conftest import SignedIn
from make import id_for

START = date(2026, 3, 2)
PROFILE = {
    "goal": "hypertrophy",
    "experience": "intermediate",
    "weekdays": [0, 3],
    "sessionMinutes": 40,
    "place": "dumbbells",
    "horizonWeeks": 13,
}


def blocks_of(program: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for macro in program["macrocycles"] for one in macro["mesocycles"]]


async def begun(lifter: SignedIn, **more: object) -> dict[str, Any]:
    """Return a program of 4, 4 and 4 weeks whose first block runs, a week too long."""
    profile = PROFILE | more
    saved = await lifter.client.put("/training-profile", json=profile)
    assert saved.is_success, saved.text
    body = {
        "id": str(id_for(lifter.user_id, "program")), "name": "Spring",
        "startDate": str(START),
    }  # fmt: skip
    made = await lifter.client.post("/programs", json=body)
    assert made.status_code == httpx.codes.CREATED, made.text
    first = blocks_of(made.json())[0]["id"]
    started = await lifter.client.post(
        f"/mesocycles/{first}/start", json={"startDate": str(START)}
    )
    assert started.is_success, started.text
    longer = await lifter.client.post(
        f"/mesocycles/{first}/resize", json={"durationWeeks": 5}
    )
    assert longer.is_success, longer.text
    found: dict[str, Any] = (await lifter.client.get(address(made.json()))).json()
    return found


def address(program: dict[str, Any]) -> str:
    return f"/programs/{program['id']}"


async def days_of(lifter: SignedIn, block: dict[str, Any]) -> list[str]:
    found = (await lifter.client.get(f"/mesocycles/{block['id']}")).json()
    return [one["scheduledOn"] for week in found["weeks"] for one in week["sessions"]]


async def test_what_follows_is_offered_accepted_and_taken_back(
    lifter: SignedIn,
) -> None:
    program = await begun(lifter)
    _, second, third = blocks_of(program)
    before = await days_of(lifter, second)

    offer = (await lifter.client.get(f"{address(program)}/move")).json()
    untouched = (await lifter.client.get(address(program))).json()
    accepted = [
        {"id": one["id"], "startDate": one["newStartDate"]} for one in offer["blocks"]
    ]
    moved = await lifter.client.post(
        f"{address(program)}/move", json={"blocks": accepted}
    )
    again = await lifter.client.post(
        f"{address(program)}/move", json={"blocks": accepted}
    )
    rest = (await lifter.client.get(f"{address(program)}/move")).json()
    after = await days_of(lifter, second)
    back = await lifter.client.post(
        f"{address(program)}/move",
        json={
            "blocks": [
                {"id": one["id"], "startDate": one["startDate"]}
                for one in offer["blocks"]
            ]
        },
    )

    assert untouched == program
    assert offer["after"] == "Block 1"
    assert [one["id"] for one in offer["blocks"]] == [second["id"], third["id"]]
    assert moved.status_code == httpx.codes.OK, moved.text
    assert again.json() == moved.json()
    assert moved.json()["endDate"] == offer["newEndDate"]
    assert rest["blocks"] == []
    week = timedelta(weeks=1)
    assert after == [str(date.fromisoformat(day) + week) for day in before]
    weeks = [one["startDate"] for one in blocks_of(moved.json())[1]["microcycles"]]
    assert weeks == [
        str(date.fromisoformat(one["startDate"]) + week)
        for one in second["microcycles"]
    ]
    assert back.json() == program
    assert await days_of(lifter, second) == before


async def test_workouts_make_room_for_free_days_and_come_back(
    lifter: SignedIn,
) -> None:
    program = await begun(lifter)
    _, second, _ = blocks_of(program)
    monday = date.fromisoformat(second["startDate"]) + timedelta(weeks=1)
    while monday.weekday():
        monday += timedelta(days=1)
    free = [{"first": str(monday), "last": str(monday)}]
    before = await days_of(lifter, second)
    saved = await lifter.client.put("/training-profile", json=PROFILE | {"free": free})
    assert saved.is_success, saved.text
    [to, *_] = (await lifter.client.get(f"{address(program)}/move")).json()["blocks"]
    third = blocks_of(program)[2]
    later = date.fromisoformat(third["startDate"]) + timedelta(weeks=1)

    async def move(start: str, last: date) -> None:
        answer = await lifter.client.post(
            f"{address(program)}/move",
            json={
                "blocks": [
                    {"id": second["id"], "startDate": start},
                    {"id": third["id"], "startDate": str(last)},
                ]
            },
        )
        assert answer.is_success, answer.text

    await move(to["newStartDate"], later)
    moved = await days_of(lifter, second)
    await move(second["startDate"], later - timedelta(weeks=1))
    back = await days_of(lifter, second)

    assert str(monday) in before
    assert str(monday) not in {*moved, *back}
    assert len({*moved}) == len({*back}) == len(before)
    # Only what lies on the free day itself is on another one than before.
    assert len({*before} - {*back}) == 1


@pytest.mark.parametrize(
    ("which", "days", "status", "field"),
    [
        pytest.param(0, 7, 409, "blocks", id="a block that runs"),
        pytest.param(1, 3, 422, "blocks.startDate", id="half a week"),
        pytest.param(1, 42, 409, "blocks", id="onto the next block"),
        pytest.param(2, 7 * 52 * 200, 422, "blocks.startDate", id="beyond 2100"),
    ],
)
async def test_what_cannot_move_is_refused_and_stays(
    lifter: SignedIn, which: int, days: int, status: int, field: str
) -> None:
    program = await begun(lifter)
    block = blocks_of(program)[which]
    on = date.fromisoformat(block["startDate"]) + timedelta(days=days)

    refused = await lifter.client.post(
        f"{address(program)}/move",
        json={"blocks": [{"id": block["id"], "startDate": str(on)}]},
    )

    assert refused.status_code == status, refused.text
    assert refused.json()["field"] == field
    assert (await lifter.client.get(address(program))).json() == program
