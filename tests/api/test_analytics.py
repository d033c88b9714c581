"""Questions about the past over HTTP: shapes, ranges, and bad ones."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from blocks import BENCH
from conftest import SignedIn
from logging_world import fill_plan
from make import id_for
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.database import Database
from metricgain.store.switch_rows import save_switch
from metricgain.store.switches import Mode, Switch

BY_SPAN = [
    "/analytics/weekly-volume",
    "/analytics/weeks",
    "/analytics/muscle-groups",
    "/analytics/muscle-weeks",
    "/analytics/records",
    "/analytics/exercises/1/trend",
    "/analytics/feedback",
    "/analytics/adherence",
]
BY_YEAR = ["/analytics/year-over-year", "/analytics/training-days"]


async def log(
    lifter: SignedIn, at: datetime, *sets: tuple[float, int], finish: bool = True
) -> str:
    """Log free training of bench presses, each of a weight and reps."""
    log_id = str(uuid7(at))
    path = f"/workout-logs/{log_id}"
    answer = await lifter.client.put(path, json={"startedAt": at.isoformat()})
    assert answer.status_code == 200, answer.text
    for number, (weight, reps) in enumerate(sets, 1):
        entry = {
            "exerciseId": BENCH,
            "setNumber": number,
            "weight": weight,
            "weightUnit": "kg",
            "reps": reps,
            "rir": 1,
        }
        answer = await lifter.client.put(f"{path}/sets/{number}", json=entry)
        assert answer.status_code == 200, answer.text
    if finish:
        ended = {"completedAt": (at + timedelta(minutes=50)).isoformat()}
        await lifter.client.post(f"{path}/finish", json=ended)
    return log_id


@pytest.mark.parametrize("path", BY_SPAN)
@pytest.mark.parametrize(
    ("query", "field", "rule"),
    [
        pytest.param("from=2026-03-01&to=2026-02-01", "to", "before", id="reversed"),
        pytest.param("from=2014-01-01&to=2026-01-01", "from", "10 years", id="long"),
        pytest.param("from=2025-W53", "from", "no week 2025-W53", id="no such week"),
        pytest.param("to=2026-W00", "to", "no week 2026-W00", id="no week 0"),
        pytest.param("to=2026-02-30", "to", "no day 2026-02-30", id="no such day"),
        pytest.param("from=1969-12-31", "from", "from 1970", id="too early"),
        pytest.param("from=yesterday", "from", "must be a day", id="no day at all"),
        pytest.param("from=2026-3-1", "from", "must be a day", id="short forms"),
    ],
)
async def test_a_range_that_cannot_be_is_refused_by_its_name_and_rule(
    lifter: SignedIn, path: str, query: str, field: str, rule: str
) -> None:
    answer = await lifter.client.get(f"{path}?{query}")

    assert answer.status_code == 422
    assert answer.json()["field"] == field
    assert rule in answer.json()["rule"]


@pytest.mark.parametrize("path", BY_YEAR)
@pytest.mark.parametrize("year", ["1970", "2101", "-1", "99999999999"])
async def test_a_year_beyond_all_data_is_refused(
    lifter: SignedIn, path: str, year: str
) -> None:
    answer = await lifter.client.get(f"{path}?year={year}")

    assert answer.status_code == 422
    assert answer.json()["field"] == "year"


@pytest.mark.parametrize(
    "path",
    [
        "/analytics/exercises/4000000/trend",
        "/analytics/exercises/4000000/history",
        "/analytics/records?exerciseId=4000000",
    ],
)
async def test_an_exercise_that_is_not_there_is_not_found(
    lifter: SignedIn, path: str
) -> None:
    answer = await lifter.client.get(path)

    assert answer.status_code == 404
    assert answer.json()["field"] == "exerciseId"


@pytest.mark.parametrize(
    "path", [*BY_SPAN, *BY_YEAR, "/analytics/summary", "/dashboard"]
)
async def test_somebody_who_has_done_nothing_gets_an_answer_of_zeros_and_nulls(
    lifter: SignedIn, path: str
) -> None:
    answer = await lifter.client.get(path)

    assert answer.status_code == 200
    assert all(number == 0 for number in numbers_done(answer.json()))


def numbers_done(value: object) -> list[float]:
    """Return every number of an answer that counts something that was done."""
    counted = {"totalVolume", "volume", "workoutCount", "directSets", "sets", "longest"}
    if isinstance(value, list):
        return [number for each in value for number in numbers_done(each)]
    if not isinstance(value, dict):
        return []
    found = [n for name, n in value.items() if name in counted and n is not None]
    return found + [n for each in value.values() for n in numbers_done(each)]


async def test_weekly_volume_has_the_shape_that_was_asked_for(
    lifter: SignedIn,
) -> None:
    await log(lifter, datetime(2020, 12, 31, 12, tzinfo=UTC), (100, 5), (100, 5))
    await log(lifter, datetime(2021, 1, 3, 12, tzinfo=UTC), (62.5, 8))
    await log(lifter, datetime(2021, 1, 4, 12, tzinfo=UTC), (100.25, 3))

    answer = await lifter.client.get(
        "/analytics/weekly-volume?from=2020-W53&to=2021-W01"
    )

    assert answer.json() == [
        {
            "week": "2020-W53",
            "totalVolume": 1500,
            "workoutCount": 2,
            "avgVolumePerWorkout": 750,
        },
        {
            "week": "2021-W01",
            "totalVolume": 300.75,
            "workoutCount": 1,
            "avgVolumePerWorkout": 300.75,
        },
    ]


async def test_a_range_is_26_weeks_up_to_today_unless_it_is_named(
    lifter: SignedIn,
) -> None:
    usual = (await lifter.client.get("/analytics/muscle-groups")).json()
    from_there = (
        await lifter.client.get("/analytics/muscle-groups?to=2026-03-29")
    ).json()
    ahead = await lifter.client.get("/analytics/weekly-volume?from=2099-01-01")

    today = now().date()
    assert usual["from"] <= (today - timedelta(weeks=25)).isoformat() <= usual["to"]
    assert (from_there["from"], from_there["to"]) == ("2025-09-29", "2026-03-29")
    assert ahead.json() == []


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
async def test_today_is_the_day_where_the_lifter_is(
    lifter: SignedIn, zone: str
) -> None:
    await lifter.client.patch("/preferences", json={"timezone": zone})

    dashboard = (await lifter.client.get("/dashboard")).json()

    assert dashboard["date"] == now().astimezone(ZoneInfo(zone)).date().isoformat()


async def test_a_year_stands_beside_the_same_weeks_of_the_year_before(
    lifter: SignedIn,
) -> None:
    for at, weight in (
        (datetime(2020, 2, 5, 12, tzinfo=UTC), 100),
        (datetime(2020, 12, 31, 12, tzinfo=UTC), 60),
        (datetime(2021, 2, 3, 12, tzinfo=UTC), 110),
    ):
        await log(lifter, at, (weight, 10))

    found = (await lifter.client.get("/analytics/year-over-year?year=2021")).json()

    weeks = {row["week"]: row for row in found["weeks"]}
    assert found["throughWeek"] == 52
    assert found["totals"]["totalVolume"] == 1100
    assert found["previous"]["totalVolume"] == 1600
    # Week 53 is there in 2020 only, so the years are compared without it.
    assert found["previousToDate"]["totalVolume"] == 1000
    assert found["volumeChangePercent"] == 10.0
    assert weeks[6] == {"week": 6, "volume": None, "previousVolume": 1000}
    assert weeks[53] == {"week": 53, "volume": None, "previousVolume": 600}


async def test_a_year_shows_the_days_that_were_trained_on(lifter: SignedIn) -> None:
    await log(lifter, datetime(2024, 12, 31, 12, tzinfo=UTC), (100, 5))
    await log(lifter, datetime(2025, 1, 1, 8, tzinfo=UTC), (60, 10), (60, 10))
    await log(lifter, datetime(2025, 1, 1, 18, tzinfo=UTC), (40, 10))

    found = (await lifter.client.get("/analytics/training-days?year=2025")).json()

    assert found["days"] == [
        {"date": "2025-01-01", "workouts": 2, "sets": 3, "volume": 1600}
    ]


async def test_what_was_planned_is_done_missed_skipped_or_ahead(
    lifter: SignedIn, database: Database
) -> None:
    async with database.as_system() as system:
        await fill_plan(system.run, lifter.user_id)
    path = "/analytics/adherence?from=2026-01-05&to=2026-01-11"
    missed = (await lifter.client.get(path)).json()["total"]
    instance = id_for(lifter.user_id, "log")
    await lifter.client.put(
        f"/workout-logs/{instance}",
        json={
            "startedAt": "2026-01-05T18:00:00Z",
            "workoutInstanceId": str(instance),
        },
    )
    await lifter.client.put(
        f"/workout-logs/{instance}/sets/1",
        json={
            "exerciseId": BENCH,
            "setNumber": 1,
            "weight": 60,
            "weightUnit": "kg",
            "reps": 8,
        },
    )
    await lifter.client.post(f"/workout-logs/{instance}/finish", json={})
    await log(lifter, datetime(2026, 1, 7, 12, tzinfo=UTC), (60, 8))

    (week,) = (await lifter.client.get(path)).json()["weeks"]

    assert (missed["planned"], missed["missed"], missed["rate"]) == (1, 1, 0)
    assert week["week"] == "2026-W02"
    assert week["adherence"] == {
        "planned": 1,
        "completed": 1,
        "skipped": 0,
        "missed": 0,
        "upcoming": 0,
        "besides": 1,
        "plannedSets": 3,
        "doneSets": 1,
        "rate": 100,
    }


async def test_the_history_is_the_same_under_both_addresses(lifter: SignedIn) -> None:
    await log(lifter, datetime(2026, 3, 2, 12, tzinfo=UTC), (100, 5), (90, 8))

    one = await lifter.client.get(f"/exercises/{BENCH}/history?limit=1")
    other = await lifter.client.get(f"/analytics/exercises/{BENCH}/history?limit=1")

    assert one.json() == other.json()
    assert other.json()["nextCursor"]


async def test_answers_are_shown_with_the_sets_of_their_workout(
    lifter: SignedIn,
) -> None:
    log_id = await log(lifter, datetime(2026, 3, 2, 12, tzinfo=UTC), (100, 5), (90, 8))
    saved = await lifter.client.put(
        f"/workout-logs/{log_id}/feedback/chest",
        json={"pump": 2, "challenge": 1},
    )
    assert saved.status_code == 200, saved.text

    found = await lifter.client.get("/analytics/feedback?from=2026-W10&to=2026-W10")
    others = await lifter.client.get(
        "/analytics/feedback?from=2026-W10&to=2026-W10&muscleGroup=back"
    )

    (answer,) = found.json()["history"]
    assert (answer["pump"], answer["challenge"], answer["sets"]) == (2, 1, 2)
    assert others.json()["history"] == []


async def test_a_dashboard_shows_today(lifter: SignedIn, database: Database) -> None:
    async with database.as_system() as system:
        await fill_plan(system.run, lifter.user_id)
    await log(lifter, now(), (100, 5), (90, 8), finish=False)

    seen = (await lifter.client.get("/dashboard")).json()
    summary = (await lifter.client.get("/analytics/summary")).json()

    chest = next(each for each in seen["muscles"] if each["muscle"] == "chest")
    assert seen["thisWeek"]["totalVolume"] == 100 * 5 + 90 * 8
    assert seen["weeklyVolume"] == [seen["thisWeek"]]
    assert seen["lastWeek"]["workoutCount"] == 0
    assert (chest["directSets"], chest["daysSince"]) == (2, 0)
    assert chest["standing"] == "below_maintenance"
    assert len(seen["muscles"]) == 17
    assert {record["kind"] for record in seen["recentRecords"]} == {
        "weight",
        "e1rm",
        "volume",
    }
    assert seen["nextWorkout"]["id"] == str(id_for(lifter.user_id, "log"))
    assert seen["nextWorkout"]["sets"] == 3
    assert seen["nextWorkout"]["isDue"]
    assert seen["streaks"] == {"current": 1, "longest": 1}
    # Two sets of a press push, and nothing pulls.
    assert seen["balance"]["pairs"][0] == {
        "pair": "push to pull",
        "first": 2,
        "second": 0,
        "ratio": None,
        "good": False,
    }
    assert 0 < seen["balance"]["score"] < 10
    assert summary["balance"] == seen["balance"]
    assert summary["muscles"] == seen["muscles"]
    assert [each["muscle"] for each in summary["thisWeekMuscles"]] == [
        "chest",
        "front_delt",
        "triceps",
    ]


async def test_a_running_server_follows_a_switch(
    lifter: SignedIn, database: Database
) -> None:
    await log(lifter, datetime(2026, 3, 2, 12, tzinfo=UTC), (100, 5))
    path = "/analytics/weekly-volume?from=2026-W10&to=2026-W10"
    async with database.as_user(lifter.user_id) as tx:
        await tx.run(
            "UPDATE weekly_stats SET total_volume = 1 WHERE user_id = $1",
            lifter.user_id,
        )

    async def volume() -> float:
        found = (await lifter.client.get(path)).json()
        return float(found[0]["totalVolume"])

    assert await volume() == 1
    try:
        async with database.as_system() as system:
            await save_switch(system, Switch.ANALYTICS, Mode.OFF, now=now())
        async with asyncio.timeout(20):
            while await volume() != 500:  # noqa: ASYNC110 - another process follows
                await asyncio.sleep(0.2)
    finally:
        async with database.as_system() as system:
            await system.run("DELETE FROM switches")
