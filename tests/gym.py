"""A small block in a gym: what a lifter does on the phone can be told by heart."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

import httpx

from blocks import BENCH, CURL, ROW
from metricgain.kit.clock import now
from metricgain.kit.ids import row_id, uuid7

DAYS_OF_A_WEEK: Final = 7


async def gym_block(api: httpx.AsyncClient, *, ago: int = 0) -> list[dict[str, Any]]:
    """Start a block of four weeks some days ago; return its workouts in order.

    "Press" is on the first day: three sets of bench press and, as a superset, two of
    curls and two of rows. "Pull" comes three days later: two sets of rows.
    """
    first = now().date() - timedelta(days=ago)
    body = {
        "id": str(uuid7(now())),
        "startDate": first.isoformat(),
        "name": "Gym",
        "durationWeeks": 4,
        "workouts": [
            _day("Press", first, [(BENCH, 3, None), (CURL, 2, 1), (ROW, 2, 1)]),
            _day("Pull", first + timedelta(days=3), [(ROW, 2, None)]),
        ],
        "madeAt": at(ago).isoformat(),
    }
    answer = await api.post("/mesocycles", json=body)
    assert answer.status_code == httpx.codes.CREATED, answer.text
    weeks = answer.json()["weeks"]
    return [session for week in weeks for session in week["sessions"]]


def _day(
    name: str, day: date, exercises: Sequence[tuple[int, int, int | None]]
) -> dict[str, Any]:
    return {
        "name": name,
        "weekday": day.weekday(),
        "exercises": [
            {
                "exerciseId": exercise,
                "sets": sets,
                "repMin": 8,
                "repMax": 12,
                "superset": superset,
            }
            for exercise, sets, superset in exercises
        ],
    }


def at(days_ago: int) -> datetime:
    """Return a moment some days ago, an hour before now."""
    return now() - timedelta(days=days_ago, hours=1)


async def train(
    api: httpx.AsyncClient,
    log_id: str,
    *,
    ago: int,
    sets: Sequence[tuple[int, float, int]],
    planned: bool = True,
) -> None:
    """Do a workout some days ago, with sets of (exercise, kilograms, reps)."""
    moment = at(ago)
    start = {
        "startedAt": moment.isoformat(),
        "workoutInstanceId": log_id if planned else None,
        "madeAt": moment.isoformat(),
    }
    done = [await api.put(f"/workout-logs/{log_id}", json=start)]
    for number, (exercise, weight, reps) in enumerate(sets, 1):
        body = {
            "exerciseId": exercise,
            "setNumber": number,
            "weight": weight,
            "weightUnit": "kg",
            "reps": reps,
            "rir": 2,
            "performedAt": (moment + timedelta(minutes=number)).isoformat(),
            "madeAt": (moment + timedelta(minutes=number)).isoformat(),
        }
        done.append(await api.put(f"/workout-logs/{log_id}/sets/{row_id()}", json=body))
    end = (moment + timedelta(minutes=40)).isoformat()
    done.append(
        await api.post(
            f"/workout-logs/{log_id}/finish",
            json={"completedAt": end, "madeAt": end},
        )
    )
    assert all(answer.is_success for answer in done), [one.text for one in done]


async def known_lifts(api: httpx.AsyncClient, *, ago: int = 10) -> None:
    """Have benched 80 kg, curled 20 kg and rowed 60 kg, ten reps each."""
    lifts = [(BENCH, 80.0), (CURL, 20.0), (ROW, 60.0)]
    sets = [(exercise, weight, 10) for exercise, weight in lifts for _ in range(2)]
    await train(api, str(uuid7(at(ago))), ago=ago, sets=sets, planned=False)


async def second_week(api: httpx.AsyncClient) -> list[dict[str, Any]]:
    """Have done the first week of the block; "Press" of the second is for today."""
    await known_lifts(api, ago=12)
    sessions = await gym_block(api, ago=DAYS_OF_A_WEEK)
    bench = [(BENCH, 75.0, 10), (BENCH, 75.0, 9), (BENCH, 75.0, 8)]
    others = [(CURL, 17.5, 10), (CURL, 17.5, 9), (ROW, 55.0, 10), (ROW, 55.0, 9)]
    await train(api, sessions[0]["id"], ago=DAYS_OF_A_WEEK, sets=[*bench, *others])
    await train(api, sessions[1]["id"], ago=4, sets=[(ROW, 55.0, 10), (ROW, 55.0, 9)])
    return sessions[2:]
