"""Files are looked at before anything is written, come in as a job, and go again."""

import asyncio
from typing import Any

import httpx
import pytest

from conftest import SignedIn
from metricgain.store.database import Database
from metricgain.store.statistics.verify import verify
from strong_file import made_up_history, strong

CSV = {"Content-Type": "text/csv"}
BENCH = strong("Bench Press (Barbell),1,80,5", "Zorblax Wobble,1,10,12")
TABLE = b"When;What;How heavy;How often\n3/4/2024;Squat;100;5\n5/4/2024;Squat;102,5;5\n"


async def send(person: SignedIn, content: bytes, name: str = "mine.csv") -> str:
    answer = await person.client.post(
        "/import-files", content=content, headers=CSV, params={"fileName": name}
    )
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def review(
    person: SignedIn, *files: dict[str, Any], **more: object
) -> list[dict[str, Any]]:
    answer = await person.client.post(
        "/imports/review", json={"files": list(files), **more}
    )
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["files"]
    return found


async def started(
    person: SignedIn, *files: dict[str, Any], **more: object
) -> dict[str, Any]:
    answer = await person.client.post(
        "/imports/start", json={"files": list(files), **more}
    )
    assert answer.status_code == 201, answer.text
    return await over(person, answer.json()["id"])


async def over(person: SignedIn, job_id: str) -> dict[str, Any]:
    async with asyncio.timeout(30):
        while True:
            job: dict[str, Any] = (await person.client.get(f"/jobs/{job_id}")).json()
            if job["finishedAt"]:
                return job
            await asyncio.sleep(0.05)


async def undo(person: SignedIn, import_id: str) -> httpx.Response:
    return await person.client.post(f"/imports/{import_id}/undo")


async def everything(database: Database, user_id: int) -> dict[str, int]:
    async with database.as_user(user_id) as tx:
        return {
            table: await tx.value(
                f"SELECT count(*) FROM {table} WHERE user_id = $1",  # noqa: S608 - named here
                user_id,
            )
            for table in (
                *("workout_logs", "sets", "exercise_links", "exercises"),
                "imported_names",
                *("weekly_stats", "personal_records", "body_measurements"),
            )
        }  # type: ignore[misc]  # counts are whole numbers


@pytest.mark.smoke
async def test_a_reviewed_file_comes_in_as_a_job_and_goes_again(
    lifter: SignedIn, database: Database
) -> None:
    nothing = await everything(database, lifter.user_id)
    file = {"fileId": await send(lifter, made_up_history(weeks=6)), "unit": "kg"}

    (before,) = await review(lifter, file)
    assert await everything(database, lifter.user_id) == nothing
    job = await started(lifter, file)
    (after,) = await review(lifter, file)

    assert job["status"] == "done"
    (brought,) = job["outcome"]["files"]
    assert brought["setsNew"] == before["report"]["setsNew"] > 300
    assert after["report"]["workoutsNew"] == 0
    assert after["report"]["workoutsKnown"] == brought["workoutsNew"]
    undone = (await undo(lifter, brought["importId"])).json()
    assert undone["sets"] == brought["setsNew"]
    assert undone["kept"] == []
    assert await everything(database, lifter.user_id) == nothing
    assert await verify(database, lifter.user_id) == []
    # The file can come again, as if it had never been there.
    (again,) = await review(lifter, file)
    assert again["report"]["setsNew"] == brought["setsNew"]
    again = await started(lifter, file)
    assert again["outcome"]["files"][0]["setsNew"] == brought["setsNew"]
    assert (await undo(lifter, brought["importId"])).status_code == 409


async def test_what_was_changed_since_stays_and_is_named(
    lifter: SignedIn, database: Database
) -> None:
    content = (
        strong("Squat (Barbell),1,100,5", "Squat (Barbell),2,100,5")
        + strong("Squat (Barbell),1,105,5", start="2024-05-03 18:00:00").partition(
            b"\n"
        )[2]
    )
    job = await started(lifter, {"fileId": await send(lifter, content), "unit": "kg"})
    async with database.as_user(lifter.user_id) as tx:
        row = await tx.row(
            "SELECT * FROM sets WHERE user_id = $1 AND weight = 100 LIMIT 1",
            lifter.user_id,
        )
    assert row is not None
    log = row["workout_log_id"]
    edited = await lifter.client.put(
        f"/workout-logs/{log}/sets/{row['id']}",
        json={
            "exerciseId": row["exercise_id"],
            "setNumber": 1,
            "weight": 110,
            "weightUnit": "kg",
            "reps": 5,
        },
    )
    assert edited.status_code == 200, edited.text

    undone = (await undo(lifter, job["outcome"]["files"][0]["importId"])).json()

    assert (undone["workouts"], undone["sets"]) == (1, 2)
    assert [(one["id"], one["sets"]) for one in undone["kept"]] == [(str(log), 1)]
    left = (await lifter.client.get(f"/workout-logs/{log}")).json()
    assert "110" in str(left)
    assert await verify(database, lifter.user_id) == []


async def test_the_same_history_from_two_apps_comes_once(lifter: SignedIn) -> None:
    weeks = made_up_history(weeks=3)
    first = {"fileId": await send(lifter, weeks), "unit": "kg"}
    table = {
        "fileId": await send(lifter, weeks),
        "unit": "kg",
        "columns": {
            "date": "Date",
            "exercise": "Exercise Name",
            "weight": "Weight",
            "reps": "Reps",
            "workout": "Workout Name",
        },
    }

    strong_, other = await review(lifter, first, table)
    both = await review(lifter, first, table, twins=True)
    job = await started(lifter, first, table)

    assert strong_["report"]["workoutsNew"] > 10
    assert other["report"]["workoutsTwins"] >= strong_["report"]["workoutsNew"] - 1
    assert both[1]["report"]["workoutsTwins"] == 0
    assert job["outcome"]["files"][1]["workoutsTwins"] >= 10
    (again,) = await review(lifter, table)
    assert again["report"]["workoutsTwins"] >= 10


async def test_answers_are_followed(lifter: SignedIn) -> None:
    file = await send(lifter, BENCH)
    squat = (await lifter.client.get("/exercises", params={"q": "squat"})).json()
    chosen = squat["items"][0]["id"]
    names = [
        {"rawName": "Zorblax Wobble", "choice": "link", "exerciseId": chosen},
        {"rawName": "Bench Press (Barbell)", "choice": "skip"},
    ]
    answers = {"fileId": file, "unit": "lb", "names": names}

    (seen,) = await review(lifter, answers)
    job = await started(lifter, answers)
    links = (await lifter.client.get("/exercise-links")).json()["links"]

    assert (seen["report"]["setsNew"], seen["report"]["setsSkipped"]) == (1, 1)
    assert job["outcome"]["files"][0]["setsNew"] == 1
    assert [(one["rawName"], one["exerciseId"]) for one in links] == [
        ("Zorblax Wobble", chosen)
    ]


async def test_dates_in_two_readings_are_asked_about(lifter: SignedIn) -> None:
    file = {
        "fileId": await send(lifter, TABLE),
        "unit": "kg",
        "columns": {"date": "When", "exercise": "What", "weight": "How heavy"},
    }
    file["columns"]["reps"] = "How often"  # type: ignore[index]  # a dict

    (guessed,) = await review(lifter, file)
    (told,) = await review(lifter, {**file, "dateOrder": "day-month"})

    assert guessed["report"]["dateOrder"] == "month-day"
    assert guessed["report"]["totals"]["firstDate"] == "2024-03-04"
    assert told["report"]["dateOrder"] == "day-month"
    assert told["report"]["totals"]["firstDate"] == "2024-04-03"
    assert told["report"]["headings"] == ["When", "What", "How heavy", "How often"]


async def test_one_file_that_cannot_be_read_says_why_beside_the_others(
    lifter: SignedIn,
) -> None:
    good = {"fileId": await send(lifter, BENCH)}
    bad = {"fileId": await send(lifter, b"\x1f\x8bnonsense", "bad.gz")}
    table = {"fileId": await send(lifter, TABLE)}

    first, second, third = await review(lifter, good, bad, table)
    job = await started(lifter, {**good, "unit": "kg"}, bad)

    assert first["report"]["unitProposed"] is True
    assert "compressed" in second["problem"]["rule"]
    assert third["problem"]["headings"] == ["When", "What", "How heavy", "How often"]
    assert job["status"] == "failed"
    assert "compressed" in job["outcome"]["rule"]
    # All or nothing: the good file did not come in either.
    assert (await lifter.client.get("/imports")).json()["imports"] == []


async def test_a_cancelled_import_leaves_nothing(
    lifter: SignedIn, database: Database
) -> None:
    nothing = await everything(database, lifter.user_id)
    file = {"fileId": await send(lifter, made_up_history(weeks=200)), "unit": "kg"}
    job = (await lifter.client.post("/imports/start", json={"files": [file]})).json()
    busy = await lifter.client.post("/imports/start", json={"files": [file]})

    async with lifter.client.stream("GET", f"/jobs/{job['id']}/events") as events:
        async for line in events.aiter_lines():
            if '"running"' in line:
                await lifter.client.post(f"/jobs/{job['id']}/cancel")
    ended = await over(lifter, job["id"])

    assert busy.status_code == 409
    assert ended["status"] == "cancelled"
    assert await everything(database, lifter.user_id) == nothing


async def test_measures_of_the_body_come_in_and_can_be_corrected(
    lifter: SignedIn, database: Database
) -> None:
    content = (
        b"Date,Time,Measurement,Value,Unit,Comment\n"
        b"2024-05-01,08:00:00,Bodyweight,82.4,kgs,\n"
        b"2024-05-02,08:00:00,Waist,88,cm,after breakfast\n"
    )
    file = {"fileId": await send(lifter, content), "unit": "kg"}

    (seen,) = await review(lifter, file)
    job = await started(lifter, file)
    listed = (await lifter.client.get("/body-measurements")).json()["measurements"]
    waist, weight = listed
    corrected = await lifter.client.put(
        f"/body-measurements/{weight['id']}",
        json={
            "kind": "weight",
            "value": 81.4,
            "unit": "kg",
            "measuredAt": weight["measuredAt"],
        },
    )
    undone = (await undo(lifter, job["outcome"]["files"][0]["importId"])).json()

    assert seen["report"]["measuresNew"] == 2, seen
    assert (waist["kind"], waist["value"], waist["note"]) == (
        "waist",
        88,
        "after breakfast",
    )
    assert corrected.status_code == 200, corrected.text
    assert undone["measures"] == 1
    (left,) = (await lifter.client.get("/body-measurements")).json()["measurements"]
    assert left["value"] == 81.4
    await lifter.client.delete(f"/body-measurements/{left['id']}")
    assert (await everything(database, lifter.user_id))["body_measurements"] == 0


async def test_files_and_imports_of_another_user_are_not_there(
    lifter: SignedIn, other_lifter: SignedIn
) -> None:
    file = {"fileId": await send(lifter, BENCH), "unit": "kg"}
    job = await started(lifter, file)
    import_id = job["outcome"]["files"][0]["importId"]

    for path in ("/imports/review", "/imports/start"):
        answer = await other_lifter.client.post(path, json={"files": [file]})
        assert answer.status_code == 404, answer.text
    assert (await undo(other_lifter, import_id)).status_code == 404
    assert (await other_lifter.client.get(f"/jobs/{job['id']}")).status_code == 404
    assert (await other_lifter.client.get("/import-files")).json() == {"files": []}


async def test_a_full_export_is_recognised_and_put_back_as_a_job(
    lifter: SignedIn, other_lifter: SignedIn, database: Database
) -> None:
    await started(
        lifter, {"fileId": await send(lifter, made_up_history(weeks=3)), "unit": "kg"}
    )
    export = (await lifter.client.get("/export", params={"format": "zip"})).content
    mine = await everything(database, lifter.user_id)
    file = {"fileId": await send(other_lifter, export, "mine.zip")}

    (seen,) = await review(other_lifter, file)
    direct = await other_lifter.client.post(
        "/imports",
        content=export,
        headers={"Content-Type": "application/octet-stream"},
    )
    job = await started(other_lifter, file)
    (full,) = await review(other_lifter, file)
    refused = await started(other_lifter, file)
    (beside,) = await review(other_lifter, file, merge=True)
    merged = await started(other_lifter, file, merge=True)

    assert (seen["report"], seen["problem"]) == (None, None)
    assert seen["own"]["sets"] == mine["sets"] > 100
    assert seen["own"]["workouts"] == mine["workout_logs"]
    assert seen["own"]["firstDate"] < seen["own"]["lastDate"]
    assert (direct.status_code, direct.json()["field"]) == (422, "file")
    assert job["status"] == "done"
    assert job["outcome"]["files"][0]["setsNew"] == mine["sets"]
    assert await everything(database, other_lifter.user_id) == mine
    assert (full["own"] is not None, full["problem"]["field"]) == (True, "account")
    assert (refused["status"], refused["outcome"]["field"]) == ("failed", "account")
    assert beside["problem"] is None
    assert merged["outcome"]["files"][0]["rowsNew"] == 0
    assert await verify(database, other_lifter.user_id) == []


async def test_a_full_export_comes_alone_and_whole(lifter: SignedIn) -> None:
    export = (await lifter.client.get("/export")).content
    own = {"fileId": await send(lifter, export, "mine.json")}
    other = {"fileId": await send(lifter, BENCH), "unit": "kg"}
    broken = {"fileId": await send(lifter, export[:-3], "half.json")}

    with_another, _ = await review(lifter, own, other)
    (half,) = await review(lifter, broken)
    job = await started(lifter, own, other)

    assert with_another["problem"]["field"] == "files"
    assert half["problem"]["field"] == "file"
    assert (job["status"], job["outcome"]["field"]) == ("failed", "files")
