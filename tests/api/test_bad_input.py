"""Every bound of a field is kept over HTTP: refused by name, and nothing written."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import asyncpg
import httpx
import pytest

from conftest import SignedIn
from make import everything_of, id_for, own_exercise_id

Body: TypeAlias = dict[str, Any]
Path: TypeAlias = tuple[str | int, ...]

NAMES: Final = ("", " ", "x" * 256, "a\nb", "a\x00b", "a\x7fb", 7)
NOTES: Final = ("x" * 20_001, "a\x00b")
MOMENTS: Final = (
    "1969-06-01T12:00:00Z", "2101-06-01T12:00:00Z", "2026-03-02T12:00:00", "today",
)  # fmt: skip
DAYS: Final = ("1969-12-31", "2101-01-01", "2026-02-30", "today")
ANSWERS: Final = (-1, 4, 1.5, "much")
WEIGHTS: Final = (-0.5, 2205, "NaN", None)
REPS: Final = (-1, 1001, 8.5, None)
SETS: Final = (0, 16, 2.5)
REP_RANGE: Final = (0, 31)
WEEKS: Final = (2, 8)
WEEKDAYS: Final = (-1, 7)
EXERCISES: Final = (0, -1, 2**63)
LANDMARKS: Final = (-1, 61)

BENCH: Final = {"exerciseId": 1, "sets": 3, "repMin": 8, "repMax": 12}
PLAN: Final = {
    "workouts": [{"name": "Push", "weekday": 0, "exercises": [BENCH]}],
    "startDate": "2026-03-02",
    "name": "Mine",
    "durationWeeks": 4,
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request that is taken, and the values of its fields that are not."""

    method: str
    path: str
    body: Mapping[str, Any]
    bad: Mapping[Path, Sequence[object]]

    @property
    def label(self) -> str:
        return f"{self.method} {self.path}"


PLANNED: Final = {
    ("workouts", 0, "name"): NAMES,
    ("workouts", 0, "weekday"): WEEKDAYS,
    ("workouts", 0, "exercises", 0, "exerciseId"): EXERCISES,
    ("workouts", 0, "exercises", 0, "sets"): SETS,
    ("workouts", 0, "exercises", 0, "repMin"): REP_RANGE,
    ("workouts", 0, "exercises", 0, "repMax"): REP_RANGE,
    ("workouts", 0, "exercises", 0, "notes"): NOTES,
    ("startDate",): DAYS,
    ("description",): NOTES,
    ("name",): NAMES,
    ("durationWeeks",): WEEKS,
}
SET: Final = {
    "exerciseId": 1, "setNumber": 1, "weight": 80, "weightUnit": "kg", "reps": 8,
}  # fmt: skip
OWN: Final = {
    "name": "Mine",
    "muscleGroup": "back",
    "exerciseType": "machine",
    "equipment": "stack",
    "movementPattern": "row",
    "muscles": {"lats": 1},
}
FELT: Final = {("soreness",): ANSWERS, ("pump",): ANSWERS, ("challenge",): ANSWERS}
LANDMARK: Final = {"maintenance": 4, "mev": 6, "target": 10, "mrv": 20}

REQUESTS: Final = [
    Request("POST", "/mesocycles", PLAN | {"id": "{new}"}, PLANNED),
    Request(
        "PATCH", "/mesocycles/{block}", {"name": "Ours"},
        {("name",): NAMES, ("description",): NOTES},
    ),
    Request(
        "PUT", "/mesocycles/{block}/workouts/{workout}", {"exercises": [BENCH]},
        {
            ("exercises", 0, "sets"): SETS,
            ("exercises", 0, "repMin"): REP_RANGE,
            ("exercises", 0, "repMax"): REP_RANGE,
            ("exercises", 0, "exerciseId"): EXERCISES,
            ("exercises", 0, "notes"): NOTES,
        },
    ),
    Request(
        "POST", "/mesocycles/{block}/resize", {"durationWeeks": 5},
        {("durationWeeks",): WEEKS},
    ),
    Request(
        "POST", "/mesocycles/{block}/gap", {"on": "2026-03-20", "kind": "restart"},
        {("on",): DAYS, ("kind",): ("later", 1)},
    ),
    Request(
        "POST", "/workout-instances/{next}/move", {"scheduledOn": "2026-03-12"},
        {("scheduledOn",): DAYS},
    ),
    Request(
        "POST", "/workout-instances/{next}/exercises", {"exerciseId": 2000, "sets": 2},
        {("exerciseId",): EXERCISES, ("sets",): SETS},
    ),
    Request(
        "PUT", "/workout-logs/{new}", {"startedAt": "2026-03-04T17:00:00Z"},
        {("startedAt",): MOMENTS, ("name",): NAMES, ("bodyWeightKg",): (19.9, 401)},
    ),
    Request(
        "PATCH", "/workout-logs/{log}", {"name": "Mine"},
        {
            ("name",): NAMES,
            ("notes",): NOTES,
            ("startedAt",): MOMENTS,
            ("completedAt",): MOMENTS,
            ("bodyWeightKg",): (19.9, 401),
        },
    ),
    Request(
        "PUT", "/workout-logs/{log}/sets/7", SET,
        {
            ("weight",): WEIGHTS,
            ("reps",): REPS,
            ("rir",): (-1, 11),
            ("setNumber",): (0, 1001),
            ("exerciseId",): EXERCISES,
            ("note",): NOTES,
            ("performedAt",): MOMENTS,
            ("weightUnit",): ("st",),
        },
    ),
    Request(
        "POST", "/workout-logs/{log}/finish", {"completedAt": "2026-03-02T18:00:00Z"},
        {("completedAt",): MOMENTS},
    ),
    Request("PUT", "/workout-logs/{log}/feedback/chest", {"pump": 2}, FELT),
    Request("PUT", "/workout-logs/{log}/muscle-feedback/chest", {"pump": 2}, FELT),
    Request(
        "PUT", "/workout-logs/{log}/exercises/1/feedback", {"jointPain": 1},
        {("jointPain",): ANSWERS, ("note",): NOTES},
    ),
    Request(
        "PUT", "/exercises/{own}", OWN,
        {
            ("name",): NAMES,
            ("description",): NOTES,
            ("repMin",): (0, 101),
            ("repMax",): (0, 101),
            ("bodyWeightFactor",): (-0.1, 1.1),
            ("muscles",): ({"lats": 0}, {"lats": 1.5}, {"neck": 1}, {}),
        },
    ),
    Request(
        "PUT", "/preferences/landmarks/chest", LANDMARK,
        {(name,): LANDMARKS for name in LANDMARK},
    ),
    Request(
        "PATCH", "/preferences", {"rirFloor": 1},
        {
            ("fullName",): NAMES,
            ("rirFloor",): (-1, 4),
            ("weekStart",): WEEKDAYS,
            ("sessionMinutes",): (9, 301),
            ("bodyWeightKg",): (19.9, 401),
            ("timezone",): ("Mars/Olympus", "x" * 51),
        },
    ),
    Request("POST", "/tokens", {"name": "Watch"}, {("name",): NAMES}),
]  # fmt: skip
FIELDS: Final = [
    pytest.param(request, path, id=f"{request.label} {'.'.join(map(str, path))}")
    for request in REQUESTS
    for path in request.bad
]


class World:
    """A lifter with a block whose first workout is running, and its ids."""

    def __init__(self, lifter: SignedIn) -> None:
        self.lifter = lifter
        self.ids: dict[str, object] = {
            "new": id_for(lifter.user_id, "new"),
            "block": id_for(lifter.user_id, "block"),
            "own": own_exercise_id(lifter.user_id),
        }

    async def begin(self, request: Request) -> None:
        """Start what the request is about; a break needs a workout that is done."""
        if request.path == "/mesocycles":
            return
        client = self.lifter.client
        answer = await client.post(
            "/mesocycles", json=PLAN | {"id": str(self.ids["block"])}
        )
        assert answer.status_code == 201, answer.text
        block = answer.json()
        first, following = (week["sessions"][0]["id"] for week in block["weeks"][:2])
        self.ids |= {
            "workout": block["workouts"][0]["id"], "log": first, "next": following,
        }  # fmt: skip
        log = f"/workout-logs/{first}"
        begun = {"startedAt": "2026-03-02T17:00:00Z", "workoutInstanceId": first}
        for made in (
            await client.put(log, json=begun),
            await client.put(f"{log}/sets/1", json=SET),
        ):
            assert made.is_success, made.text
        if request.path.endswith(("/gap", "/workout-logs/{log}")):
            done = {"completedAt": "2026-03-02T18:00:00Z"}
            await client.post(f"{log}/finish", json=done)

    async def send(self, request: Request, body: object) -> httpx.Response:
        return await self.lifter.client.request(
            request.method, request.path.format(**self.ids), json=body
        )

    def body(self, request: Request) -> Body:
        found: Body = deepcopy(dict(request.body))
        if "id" in found:
            found["id"] = str(self.ids["new"])
        return found


@pytest.mark.parametrize(
    "request_", [pytest.param(each, id=each.label) for each in REQUESTS]
)
async def test_what_is_within_all_bounds_is_taken(
    lifter: SignedIn, request_: Request
) -> None:
    world = World(lifter)
    await world.begin(request_)

    answer = await world.send(request_, world.body(request_))

    assert answer.is_success, answer.text


@pytest.mark.parametrize(("request_", "path"), FIELDS)
async def test_a_value_out_of_bounds_is_refused_by_name_and_nothing_is_written(
    lifter: SignedIn, owner: asyncpg.Connection, request_: Request, path: Path
) -> None:
    await owner.execute("SET metricgain.as_system = 'on'")
    world = World(lifter)
    await world.begin(request_)
    await lifter.client.get("/session")
    before = await everything_of(owner, lifter.user_id)

    wrong = []
    for value in request_.bad[path]:
        answer = await world.send(request_, changed(world.body(request_), path, value))
        problem = answer.json()
        named = problem.get("field", "").split(".")[-1].split("[")[0]
        wanted = [each for each in path if isinstance(each, str)]
        if (
            answer.status_code not in (400, 422)
            or named not in wanted[-1:]
            or not problem.get("rule")
        ):
            wrong.append((value, answer.status_code, problem))

    assert wrong == []
    assert await everything_of(owner, lifter.user_id) == before


def changed(body: Body, path: Path, value: object) -> Body:
    """Return the body with one value put in its place."""
    inner: Any = body
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return body
