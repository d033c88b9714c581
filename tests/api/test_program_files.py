"""A program leaves as a file and comes back, for its lifter or for another."""

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
    "emphasis": {"chest": "emphasize"},
    "horizonWeeks": 13,
}
CURL = {"name": "Barbell Curl", "sets": 3, "repMin": 8, "repMax": 12}


def block(**changes: object) -> dict[str, object]:
    workout = {"name": "Arms", "weekday": 0, "exercises": [CURL]}
    return {"name": "Arms first", "durationWeeks": 4, "workouts": [workout]} | changes


def curls(**changes: object) -> dict[str, object]:
    workout = {"name": "Arms", "weekday": 0, "exercises": [CURL | changes]}
    return block(workouts=[workout])


def program(*blocks: dict[str, object]) -> dict[str, Any]:
    return {
        "format": "metricgain-program",
        "version": 1,
        "name": "From afar",
        "goal": "strength",
        "macrocycles": [{"mesocycles": [*blocks]}],
    }


def sent(lifter: SignedIn, what: object, **more: object) -> dict[str, object]:
    usual = {
        "id": str(id_for(lifter.user_id, "taken in")),
        "startDate": str(START),
        "program": what,
    }
    return usual | more


def blocks_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for macro in found["macrocycles"] for one in macro["mesocycles"]]


async def test_a_program_goes_out_as_a_file_and_comes_back_as_it_was(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    made = await lifter.client.post(
        "/programs",
        json={
            "id": str(id_for(lifter.user_id, "made")), "name": "Spring",
            "startDate": str(START), "profile": PROFILE,
        },
    )  # fmt: skip
    assert made.status_code == httpx.codes.CREATED, made.text
    file = (await lifter.client.get(f"/programs/{made.json()['id']}/plan-file")).json()

    later = START + timedelta(weeks=20)
    looked = await other_lifter.client.post(
        "/programs/read", json={"program": file, "startDate": str(later)}
    )
    body = sent(other_lifter, file, startDate=str(later))
    kept = await other_lifter.client.post("/programs/from-file", json=body)
    again = await other_lifter.client.post("/programs/from-file", json=body)

    assert kept.status_code == httpx.codes.CREATED, kept.text
    assert again.json() == kept.json()
    back = f"/programs/{kept.json()['id']}/plan-file"
    assert (await other_lifter.client.get(back)).json() == file
    assert [one["start"] for one in looked.json()["blocks"]] == [
        one["startDate"] for one in blocks_of(kept.json())
    ]
    assert [one["emphasis"] for one in blocks_of(kept.json())] == [
        one["emphasis"] for one in blocks_of(made.json())
    ]
    assert "startDate" not in str(file)


async def test_a_block_without_workouts_is_filled_for_the_lifter(
    lifter: SignedIn,
) -> None:
    saved = await lifter.client.put("/training-profile", json=PROFILE)
    assert saved.is_success, saved.text
    what = program(block(), {"name": "Mine", "durationWeeks": 5, "weeksBefore": 1})

    looked = await lifter.client.post(
        "/programs/read", json={"startDate": str(START), "program": what}
    )
    kept = await lifter.client.post("/programs/from-file", json=sent(lifter, what))

    assert [one["workouts"] for one in looked.json()["blocks"]] == [1, 0]
    assert looked.json()["overlap"] is None
    assert kept.status_code == httpx.codes.CREATED, kept.text
    first, second = blocks_of(kept.json())
    assert first["name"] == "Arms first"
    found = (await lifter.client.get(f"/mesocycles/{second['id']}")).json()
    assert [one["weekday"] for one in found["workouts"]] == [0, 3]
    assert second["startDate"] == str(START + timedelta(weeks=5))


@pytest.mark.parametrize(
    ("what", "more", "status", "place"),
    [
        pytest.param(
            program(curls(name="Moon Press")),
            {}, 422, "workouts[0].exercises[0].name", id="an unknown exercise",
        ),
        pytest.param(program(curls(sets=14)), {}, 422, "Arms: biceps", id="14 sets"),
        pytest.param(program(curls(sets=40)), {}, 400, "sets", id="40 sets of curls"),
        pytest.param(
            program(block()) | {"version": 2}, {}, 400, "version", id="a later version"
        ),
        pytest.param(program(), {}, 400, "mesocycles", id="no block"),
        pytest.param(
            program(block(durationWeeks=7, weeksBefore=50), *[block()] * 14),
            {}, 422, "macrocycles", id="more than two years",
        ),
        pytest.param(
            program(block()), {"startDate": "9999-12-27"}, 422, "startDate", id="never"
        ),
        pytest.param({"name": "x" * 3_000_000}, {}, 400, "name", id="a huge file"),
    ],
)  # fmt: skip
async def test_what_cannot_be_kept_is_refused_whole(
    lifter: SignedIn, what: object, more: dict[str, object], status: int, place: str
) -> None:
    refused = await lifter.client.post(
        "/programs/from-file", json=sent(lifter, what, **more)
    )

    assert refused.status_code == status, refused.text
    assert place in refused.text
    assert (await lifter.client.get("/programs")).json() == []


async def test_a_program_does_not_begin_while_another_one_runs(
    lifter: SignedIn,
) -> None:
    kept = await lifter.client.post(
        "/programs/from-file", json=sent(lifter, program(block(), block()))
    )
    first, second = blocks_of(kept.json())
    begun = await lifter.client.post(
        f"/mesocycles/{first['id']}/start", json={"startDate": str(START)}
    )
    assert begun.is_success, begun.text
    await lifter.client.post(f"/mesocycles/{first['id']}/end")

    body = {"program": program(block()), "startDate": second["endDate"]}
    looked = await lifter.client.post("/programs/read", json=body)
    body["id"] = str(id_for(lifter.user_id, "second"))
    refused = await lifter.client.post("/programs/from-file", json=body)
    after = date.fromisoformat(second["endDate"]) + timedelta(days=1)
    later = await lifter.client.post(
        "/programs/from-file", json=body | {"startDate": str(after)}
    )

    assert looked.json()["overlap"] == {
        "name": "From afar", "until": second["endDate"],
    }  # fmt: skip
    assert refused.status_code == httpx.codes.CONFLICT, refused.text
    assert refused.json()["field"] == "startDate"
    assert later.status_code == httpx.codes.CREATED, later.text
