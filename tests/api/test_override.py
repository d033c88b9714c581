"""A lifter has it otherwise than a decision, until its session begins."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from conftest import SignedIn
from make import MORNING, id_for
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7

BENCH, CURL = 1, 3001


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A lifter whose easy first workout has added chest sets to the second."""

    lifter: SignedIn
    log_id: str
    next_id: str

    async def ask(self, kind: str, **more: object) -> Any:  # noqa: ANN401 - a response
        return await self.lifter.client.post(
            f"/decisions/{self.log_id}/chest/override", json={"kind": kind, **more}
        )

    async def decision(self) -> dict[str, Any]:
        answer = await self.lifter.client.get(f"/workout-logs/{self.log_id}/decisions")
        found: dict[str, Any] = next(
            one for one in answer.json()["decisions"] if one["muscle"] == "chest"
        )
        return found

    async def planned(self) -> dict[int, tuple[int, float, int]]:
        """Return sets, weight and reps of the next session by exercise."""
        answer = await self.lifter.client.get(f"/workout-instances/{self.next_id}")
        return {
            one["exerciseId"]: (one["targetSets"], one["weight"], one["reps"])
            for one in answer.json()["exercises"]
        }


@pytest.fixture
async def trained(lifter: SignedIn) -> Trained:
    planned = [
        {"exerciseId": one, "sets": 3, "repMin": 8, "repMax": 12}
        for one in (BENCH, CURL)
    ]
    block = await lifter.client.post(
        "/mesocycles",
        json={
            "id": str(id_for(lifter.user_id, "block")),
            "workouts": [{"name": "Push", "weekday": 0, "exercises": planned}],
            "startDate": MORNING.date().isoformat(),
            "name": "Mine",
            "durationWeeks": 5,
        },
    )
    sessions = [week["sessions"][0]["id"] for week in block.json()["weeks"]]
    await train(lifter, sessions[0], reps=11)
    return Trained(lifter=lifter, log_id=sessions[0], next_id=sessions[1])


async def train(lifter: SignedIn, log_id: str, *, reps: int, weeks: int = 0) -> None:
    at = MORNING + timedelta(weeks=weeks)
    await lifter.client.put(
        f"/workout-logs/{log_id}",
        json={"workoutInstanceId": log_id, "startedAt": at.isoformat()},
    )
    for place, exercise_id in enumerate((BENCH, CURL)):
        for number in (1, 2, 3):
            saved = await lifter.client.put(
                f"/workout-logs/{log_id}/sets/{10 * place + number}",
                json={
                    "exerciseId": exercise_id, "setNumber": number, "weight": 40,
                    "weightUnit": "kg", "reps": reps, "rir": 3,
                },
            )  # fmt: skip
            assert saved.status_code == 200, saved.text
    await answer(lifter, log_id, 0)
    finished = await lifter.client.post(
        f"/workout-logs/{log_id}/finish",
        json={"completedAt": (at + timedelta(hours=1)).isoformat()},
    )
    assert finished.status_code == 200, finished.text


async def answer(lifter: SignedIn, log_id: str, challenge: int) -> None:
    for group in ("chest", "bis"):
        felt = await lifter.client.put(
            f"/workout-logs/{log_id}/feedback/{group}",
            json={"soreness": 0, "pump": 1, "challenge": challenge},
        )
        assert felt.status_code == 200, felt.text


async def test_a_held_decision_keeps_last_weeks_sets_and_the_next_load(
    trained: Trained,
) -> None:
    decided = await trained.planned()
    before = await trained.decision()

    held = await trained.ask("hold")

    after = await trained.decision()
    planned = await trained.planned()
    assert held.status_code == 200, held.text
    assert before["kind"] == "add"
    assert decided[BENCH][0] > 3
    assert planned[BENCH] == (3, *decided[BENCH][1:])
    assert planned[CURL] == decided[CURL]
    assert (after["kind"], after["override"]) == ("add", "hold")
    assert (after["deltaRaw"], after["deltaApplied"]) == (before["deltaRaw"], 0)
    assert after["newSets"] == 3
    assert after["overriddenAt"] is not None
    assert after in held.json()["decisions"]


async def test_an_undone_decision_keeps_load_and_reps_as_well(
    trained: Trained,
) -> None:
    decided = await trained.planned()

    await trained.ask("undo")

    planned = await trained.planned()
    first = await trained.lifter.client.get(f"/workout-instances/{trained.log_id}")
    asked = next(one for one in first.json()["exercises"] if one["exerciseId"] == BENCH)
    assert planned[BENCH] == (3, 40, asked["reps"])
    assert decided[BENCH][1:] != planned[BENCH][1:]


async def test_as_decided_takes_everything_back(trained: Trained) -> None:
    decided, before = await trained.planned(), await trained.decision()

    await trained.ask("undo")
    await trained.ask("hold")
    back = await trained.ask("asDecided")

    assert back.status_code == 200
    assert await trained.planned() == decided
    after = await trained.decision()
    assert {**after, "overriddenAt": None} == before


async def test_a_later_wish_wins_and_the_same_again_changes_nothing(
    trained: Trained,
) -> None:
    await trained.ask("hold", madeAt="2026-02-02T12:00:00Z")
    held = await trained.decision()

    await trained.ask("undo", madeAt="2026-02-01T12:00:00Z")
    await trained.ask("hold", madeAt="2026-02-03T12:00:00Z")

    assert await trained.decision() == held


async def test_a_changed_past_respects_the_wish(trained: Trained) -> None:
    await trained.ask("hold")
    planned = await trained.planned()

    await answer(trained.lifter, trained.log_id, 3)
    harder = await trained.decision()
    offers = (await trained.lifter.client.get("/proposals")).json()
    await answer(trained.lifter, trained.log_id, 0)
    easy = await trained.decision()

    assert harder["override"] == easy["override"] == "hold"
    assert harder["kind"] != easy["kind"]
    assert (harder["newSets"], easy["newSets"]) == (3, 3)
    assert [one for one in offers if one["exerciseId"] == BENCH] == []
    assert await trained.planned() == planned


async def test_once_its_session_has_begun_it_is_too_late(trained: Trained) -> None:
    await trained.lifter.client.put(
        f"/workout-logs/{trained.next_id}",
        json={
            "workoutInstanceId": trained.next_id,
            "startedAt": (MORNING + timedelta(weeks=1)).isoformat(),
        },
    )
    planned = await trained.planned()

    refused = await trained.ask("hold")

    assert refused.status_code == 409
    assert "has begun" in refused.json()["detail"]
    assert await trained.planned() == planned


async def test_a_wish_reaches_one_session_and_the_next_decision_counts_from_there(
    trained: Trained,
) -> None:
    await trained.ask("hold")
    await train(trained.lifter, trained.next_id, reps=12, weeks=1)

    answer = await trained.lifter.client.get(
        f"/workout-logs/{trained.next_id}/decisions"
    )

    chest = next(o for o in answer.json()["decisions"] if o["muscle"] == "chest")
    assert chest["override"] is None
    assert chest["baseSets"] == 3


@pytest.mark.parametrize(
    ("log", "muscle", "body", "status"),
    [
        pytest.param("none", "chest", {"kind": "hold"}, 404, id="no such workout"),
        pytest.param("own", "quads", {"kind": "hold"}, 404, id="an untrained muscle"),
        pytest.param("own", "wings", {"kind": "hold"}, 400, id="no such muscle"),
        pytest.param("own", "chest", {"kind": "more"}, 400, id="no such wish"),
    ],
)
async def test_what_was_not_decided_cannot_be_had_otherwise(
    trained: Trained, log: str, muscle: str, body: dict[str, str], status: int
) -> None:
    logs = {"own": trained.log_id, "none": str(id_for(trained.lifter.user_id, "no"))}

    refused = await trained.lifter.client.post(
        f"/decisions/{logs[log]}/{muscle}/override", json=body
    )

    assert refused.status_code == status


async def test_a_deload_cannot_be_held(trained: Trained) -> None:
    block = (await trained.lifter.client.get("/mesocycles")).json()["items"][0]
    await trained.lifter.client.post(f"/mesocycles/{block['id']}/deload")
    await answer(trained.lifter, trained.log_id, 1)

    refused = await trained.ask("hold")

    assert (await trained.decision())["kind"] == "deload"
    assert (refused.status_code, refused.json()["field"]) == (422, "muscle")


async def test_a_device_says_it_by_sync_and_pulls_what_came_of_it(
    trained: Trained,
) -> None:
    made_at = now()
    sent = {
        "id": str(uuid7(made_at)),
        "name": "overrideDecision",
        "madeAt": made_at.isoformat(),
        "args": {
            "workoutLogId": trained.log_id, "muscle": "chest", "kind": "undo",
        },
    }  # fmt: skip

    answers = [
        await trained.lifter.client.post(
            "/sync", json={"deviceId": "phone", "mutations": [sent], "cursor": None}
        )
        for _ in range(2)
    ]

    statuses = [one.json()["results"][0]["status"] for one in answers]
    assert statuses == ["applied", "alreadyApplied"]
    changes = answers[0].json()["changes"]
    (log,) = [one for one in changes if one["kind"] == "workoutLog"]
    chest = next(one for one in log["decisions"] if one["muscle"] == "chest")
    (session,) = [one for one in changes if one.get("id") == trained.next_id]
    bench = next(one for one in session["prescriptions"] if one["exerciseId"] == BENCH)
    assert (chest["override"], chest["newSets"]) == ("undo", 3)
    assert (bench["targetSets"], bench["targetWeight"]) == (3, 40)
