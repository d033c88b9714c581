"""A value that carries a moment of the future holds nothing up.

A `madeAt` of the future counts as the moment of arrival. A stamp can still lie ahead
where the clock of the server did, or that of the server an export is from.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

import asyncpg
import pytest

from conftest import SignedIn
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from sync_device import Replica, mutation, pull, push, save_set, start, statuses

YEAR = timedelta(days=365)
Saved: TypeAlias = Callable[[UUID, int, int, datetime], dict[str, Any]]
Seen: TypeAlias = Callable[[dict[str, Any]], object]


@pytest.fixture
def exercise_id() -> int:
    """The bench press."""
    return 1


def note(log: UUID, exercise: int, value: int, at: datetime) -> dict[str, Any]:
    return mutation(
        "saveNotes", workoutLogId=str(log), exerciseId=exercise, note=f"{value}", at=at
    )


def pain(log: UUID, exercise: int, value: int, at: datetime) -> dict[str, Any]:
    return mutation(
        "saveJointPain",
        workoutLogId=str(log),
        exerciseId=exercise,
        jointPain=value,
        at=at,
    )


def muscle(log: UUID, _: int, value: int, at: datetime) -> dict[str, Any]:
    return answers("saveMuscleFeedback", log, value, at, muscle="chest")


def group(log: UUID, _: int, value: int, at: datetime) -> dict[str, Any]:
    return answers("saveFeedback", log, value, at, muscleGroup="chest")


def answers(
    name: str, log: UUID, value: int, at: datetime, **about: str
) -> dict[str, Any]:
    return mutation(
        name,
        workoutLogId=str(log),
        soreness=value,
        pump=value,
        challenge=value,
        at=at,
        **about,
    )


def a_set(log: UUID, exercise: int, value: int, at: datetime) -> dict[str, Any]:
    return save_set(log, 1, exercise_id=exercise, weight=value, at=at)


def log_notes(log: UUID, _: int, value: int, at: datetime) -> dict[str, Any]:
    return mutation("editWorkoutLog", workoutLogId=str(log), notes=f"{value}", at=at)


def preferences(_log: UUID, _: int, value: int, at: datetime) -> dict[str, Any]:
    return mutation("savePreferences", rirFloor=value, at=at)


def landmark(_log: UUID, _: int, value: int, at: datetime) -> dict[str, Any]:
    return mutation(
        "saveLandmark",
        muscle="chest",
        maintenance=value,
        mev=value,
        target=value,
        mrv=value,
        at=at,
    )


def noted(log: dict[str, Any]) -> dict[str, Any]:
    (found,) = log["exerciseFeedback"]
    return dict(found)


def seen_answers(kind: str) -> Seen:
    def seen(log: dict[str, Any]) -> object:
        (one,) = log[kind]
        answers = {one[name] for name in ANSWERS}
        (answer,) = answers
        return answer

    return seen


ANSWERS = ("sorenessLevel", "pumpLevel", "challengeLevel")
KINDS = [
    pytest.param(note, "workoutLog", lambda one: int(noted(one)["note"]),
                 id="note of an exercise"),
    pytest.param(pain, "workoutLog", lambda one: noted(one)["jointPain"],
                 id="joint pain"),
    pytest.param(muscle, "workoutLog", seen_answers("muscleFeedback"), id="muscle"),
    pytest.param(group, "workoutLog", seen_answers("feedback"), id="muscle group"),
    pytest.param(a_set, "workoutLog", lambda one: one["sets"][0]["weight"], id="set"),
    pytest.param(log_notes, "workoutLog", lambda one: int(one["notes"]), id="notes"),
    pytest.param(preferences, "preferences", lambda one: one["rirFloor"],
                 id="preferences"),
    pytest.param(landmark, "landmark", lambda one: one["mev"], id="landmark"),
]  # fmt: skip


@pytest.mark.parametrize(("saved", "kind", "seen"), KINDS)
async def test_what_a_fast_clock_has_saved_can_be_changed_at_once(
    lifter: SignedIn, exercise_id: int, saved: Saved, kind: str, seen: Seen
) -> None:
    log = uuid7(now())
    fast = saved(log, exercise_id, 1, now() + YEAR)
    await push(lifter.client, start(log, at=now() - timedelta(hours=1)), fast)

    changed = await push(lifter.client, saved(log, exercise_id, 2, now()))

    assert statuses(changed) == ["applied"]
    assert await shown(lifter, kind, seen) == 2


STAMPS = (
    "UPDATE workout_logs SET updated_at = $2, notes_made_at = $2 WHERE user_id = $1",
    "UPDATE sets SET edited_at = $2 WHERE user_id = $1",
    "UPDATE exercise_feedback SET recorded_at = $2 WHERE user_id = $1",
    *(
        f"UPDATE {table} SET soreness_recorded_at = $2, performance_recorded_at = $2"  # noqa: S608 - names of our tables
        " WHERE user_id = $1"
        for table in ("muscle_feedback", "muscle_group_feedback")
    ),
)


async def stamp_ahead(owner: asyncpg.Connection, lifter: SignedIn) -> None:
    """Let everything be stamped as by a server whose clock was a year ahead."""
    async with owner.transaction():
        await owner.execute("SET LOCAL metricgain.as_system = 'on'")
        for statement in STAMPS:
            await owner.execute(statement, lifter.user_id, now() + YEAR)


@pytest.mark.parametrize(("saved", "kind", "seen"), KINDS)
async def test_a_stamp_of_the_future_holds_no_later_change_up(
    lifter: SignedIn,
    owner: asyncpg.Connection,
    exercise_id: int,
    saved: Saved,
    kind: str,
    seen: Seen,
) -> None:
    log = uuid7(now())
    begun = now() - timedelta(hours=1)
    await push(lifter.client, start(log, at=begun), saved(log, exercise_id, 1, begun))
    await stamp_ahead(owner, lifter)

    await push(lifter.client, saved(log, exercise_id, 2, now()))
    late = saved(log, exercise_id, 3, begun + timedelta(minutes=1))
    await push(lifter.client, late)

    # Once it is stamped by a clock that is right, the later change stays again.
    by_the_clock = kind == "workoutLog"
    assert await shown(lifter, kind, seen) == (2 if by_the_clock else 3)


async def test_a_workout_of_the_future_can_be_deleted_and_a_late_deletion_takes_no_set(
    lifter: SignedIn, owner: asyncpg.Connection, exercise_id: int
) -> None:
    gone, kept = uuid7(now()), uuid7(now())
    begun = now() - timedelta(hours=1)
    for log in (gone, kept):
        await push(
            lifter.client, start(log, at=begun), a_set(log, exercise_id, 1, begun)
        )
    await stamp_ahead(owner, lifter)

    await push(lifter.client, mutation("deleteWorkoutLog", workoutLogId=str(gone)))
    await push(lifter.client, a_set(kept, exercise_id, 2, now()))
    late = begun + timedelta(minutes=1)
    await push(
        lifter.client, mutation("deleteWorkoutLog", workoutLogId=str(kept), at=late)
    )

    replica = Replica()
    await pull(lifter.client, replica)
    (log_left,) = replica.of_kind("workoutLog").values()
    assert log_left["id"] == str(kept)
    assert [one["weight"] for one in log_left["sets"]] == [2]


async def shown(lifter: SignedIn, kind: str, seen: Seen) -> object:
    replica = Replica()
    await pull(lifter.client, replica)
    (row,) = replica.of_kind(kind).values()
    return seen(row)
