"""A name that was not certain gets its exercise, and its history with it."""

from typing import Any

import pytest

from conftest import SignedIn
from metricgain.importers.formats import FORMATS
from metricgain.store.database import Database
from strong_file import strong

TABLE_APP = "csv"
CONTENT = strong(
    "Bench Press (Barbell),1,80,5",
    "Zorblax Wobble,1,10,12",
    "zorblax wobble,1,12,10",
    "Squat (Barbell),1,100,5",
)


@pytest.fixture
async def names(lifter: SignedIn) -> dict[str, dict[str, Any]]:
    """What the imported names stand for, by name."""
    answer = await lifter.client.post(
        "/imports",
        content=CONTENT,
        headers={"Content-Type": "text/csv"},
        params={"unit": "kg"},
    )
    assert answer.json()["setsNew"] == 4, answer.text
    return {one["rawName"]: one for one in answer.json()["names"]}


def asking(raw_name: str, exercise_id: int) -> dict[str, object]:
    return {"app": "strong", "rawName": raw_name, "exerciseId": exercise_id}


async def test_imported_sets_move_to_the_chosen_exercise(
    database: Database, lifter: SignedIn, names: dict[str, dict[str, Any]]
) -> None:
    bench = names["Bench Press (Barbell)"]["exerciseId"]
    custom = names["Zorblax Wobble"]["exerciseId"]
    asked = asking("Zorblax Wobble", bench)

    answer = await lifter.client.put("/exercise-links", json=asked)
    again = await lifter.client.put("/exercise-links", json=asked)

    assert answer.status_code == 200, answer.text
    assert answer.json()["setsMoved"] == 2
    assert answer.json()["link"]["outcome"] == "confirmed"
    assert again.json() == {"link": answer.json()["link"], "setsMoved": 0}
    async with database.as_user(lifter.user_id) as tx:
        counts = await tx.rows(
            "SELECT exercise_id, count(*) AS sets FROM sets"
            " WHERE user_id = $1 GROUP BY 1",
            lifter.user_id,
        )
        retired = await tx.value(
            "SELECT is_retired FROM exercises WHERE id = $1", custom
        )
    assert {row["exercise_id"]: row["sets"] for row in counts}[bench] == 3
    assert custom not in {row["exercise_id"] for row in counts}
    assert retired is True
    links = (await lifter.client.get("/exercise-links")).json()["links"]
    assert {one["exerciseId"] for one in links if "orblax" in one["rawName"]} == {bench}


async def test_the_next_import_uses_the_chosen_exercise(
    lifter: SignedIn, names: dict[str, dict[str, Any]]
) -> None:
    bench = names["Bench Press (Barbell)"]["exerciseId"]
    await lifter.client.put("/exercise-links", json=asking("Zorblax Wobble", bench))

    later = await lifter.client.post(
        "/imports",
        content=strong("Zorblax Wobble,1,10,12", start="2024-06-01 18:00:00"),
        headers={"Content-Type": "text/csv"},
        params={"unit": "kg"},
    )

    (name,) = later.json()["names"]
    assert (name["exerciseId"], name["outcome"]) == (bench, "confirmed")


async def test_names_that_share_an_exercise_can_be_split_again(
    lifter: SignedIn, names: dict[str, dict[str, Any]]
) -> None:
    bench = names["Bench Press (Barbell)"]["exerciseId"]
    custom = names["Zorblax Wobble"]["exerciseId"]
    await lifter.client.post(f"/exercises/{custom}/merge", json={"into": bench})

    answer = await lifter.client.put(
        "/exercise-links", json={"app": "strong", "rawName": "Bench Press (Barbell)"}
    )
    again = await lifter.client.put(
        "/exercise-links", json={"app": "strong", "rawName": "Bench Press (Barbell)"}
    )

    assert answer.status_code == 200, answer.text
    own = answer.json()["link"]
    assert (own["exerciseName"], answer.json()["setsMoved"]) == (
        "Bench Press (Barbell)",
        1,
    )
    assert own["exerciseId"] not in {bench, custom}
    assert (again.status_code, again.json()["field"]) == (409, "rawName")


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        pytest.param(asking("Nobody Knows", 1), 404, "rawName", id="name"),
        pytest.param(asking("Zorblax Wobble", 4_000_000), 404, "exerciseId", id="none"),
        pytest.param(asking("Zorblax Wobble", 0), 400, "exerciseId", id="zero"),
        pytest.param(asking("a\tb", 1), 400, "rawName", id="control character"),
    ],
)
async def test_what_is_not_there_is_refused(
    lifter: SignedIn,
    names: dict[str, dict[str, Any]],
    body: dict[str, object],
    status: int,
    field: str,
) -> None:
    answer = await lifter.client.put("/exercise-links", json=body)

    assert names
    assert answer.status_code == status
    assert field in answer.json()["field"]


async def test_another_users_exercise_is_not_there(
    lifter: SignedIn, other_lifter: SignedIn, names: dict[str, dict[str, Any]]
) -> None:
    await other_lifter.client.post(
        "/imports",
        content=CONTENT,
        headers={"Content-Type": "text/csv"},
        params={"unit": "kg"},
    )
    theirs = (await other_lifter.client.get("/exercise-links")).json()["links"]
    (custom,) = {one["exerciseId"] for one in theirs if one["rawName"][0] == "z"}

    answer = await lifter.client.put(
        "/exercise-links", json=asking("Zorblax Wobble", custom)
    )

    assert names
    assert (answer.status_code, answer.json()["field"]) == (404, "exerciseId")


async def test_every_app_whose_files_are_read_has_links(lifter: SignedIn) -> None:
    for app in {one.app for one in FORMATS} | {TABLE_APP}:
        answer = await lifter.client.get("/exercise-links", params={"app": app})

        assert (answer.status_code, answer.json()) == (200, {"links": []}), app
