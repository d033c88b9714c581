"""Sets that move within a week: the week as the engine sees it, and the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from metricgain.engine.facts import ENGINE_VERSION
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.moved_sets import redistribute
from metricgain.engine.muscles import Muscle
from metricgain.engine.short_session import shorten
from metricgain.engine.week_changes import (
    PlannedWeek,
    Standing,
    WeekChange,
    WeekExercise,
    WeekWorkout,
)
from metricgain.kit.errors import Conflict
from metricgain.store.block_screens import SessionOfBlock, load_session
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql
from metricgain.store.lifter import load_lifter
from metricgain.store.lifts import Lift, load_lifts
from metricgain.store.mesocycles import Prescription, Session, load_block
from metricgain.store.session_minutes import SetsOf, load_pace, timed

_DONE: Final = "completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedWeek:
    """A change of a week that is offered, and the names of what is in it.

    `minutes` None is about a workout that was skipped. `accepted_id` is the change
    that has moved its sets already: then nothing is offered.
    """

    session: SessionOfBlock
    minutes: int | None
    change: WeekChange
    workouts: Mapping[UUID, tuple[str, date]]
    names: Mapping[int, str]
    accepted_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSets:
    """Sets of an exercise that an accepted change has moved."""

    change_id: UUID
    kind: str
    minutes: int | None
    from_instance_id: UUID
    from_name: str
    week_number: int
    made_at: datetime
    undone_at: datetime | None
    workout_instance_id: UUID
    workout_name: str
    scheduled_on: date
    exercise_id: int
    exercise_name: str
    old_sets: int
    new_sets: int
    because: str
    is_open: bool


async def load_offer(
    tx: Transaction, instance_id: UUID, *, minutes: int | None
) -> OfferedWeek:
    """Return where the sets of a skipped workout go, or how one fits into minutes.

    Raises NotFound, and Conflict for a workout that is done, that is not skipped
    although no minutes are given, or that is skipped although they are.
    """
    session = await load_session(tx, instance_id)
    _refuse_others(session, minutes=minutes)
    block = await load_block(tx, session.mesocycle_id)
    sessions = [s for s in block.sessions if s.week_number == session.week_number]
    lifter = await load_lifter(tx)
    ids = {one.exercise_id for each in sessions for one in each.exercises}
    lifts = await load_lifts(tx, ids, lifter)
    week = PlannedWeek(
        workouts=_workouts(sessions, lifts, await _done_sets(tx, sessions)),
        landmarks={muscle: lifter.landmark(muscle) for muscle in Muscle},
        emphasis={m: Emphasis(e) for m, e in block.emphasis.items()},
        minutes=lifter.session_minutes,
        pace=await load_pace(tx),
        is_easy=session.is_deload,
    )
    moved_by = None
    if minutes is not None:
        change = shorten(week, instance_id, minutes=minutes)
    elif moved_by := await _moved_by(tx, instance_id):
        change = WeekChange()
    else:
        change = redistribute(week, instance_id)
    names = {workout.id: workout.name for workout in block.workouts}
    return OfferedWeek(
        session=session,
        minutes=minutes,
        change=change,
        workouts={s.id: (names[s.workout_id], s.scheduled_on) for s in sessions},
        names={lift.exercise_id: lift.name for lift in lifts.values()},
        accepted_id=moved_by,
    )


async def is_accepted(change: Change, change_id: UUID, instance_id: UUID) -> bool:
    """Tell whether this change was accepted before, undone since or not."""
    row = await change.tx.row(
        sql("week_change_standing"), change.user_id, change_id, instance_id
    )
    assert row is not None
    return bool(row["is_accepted"])


async def is_undone(change: Change, change_id: UUID) -> bool:
    """Tell whether this change was undone, at least in part."""
    row = await change.tx.row(
        sql("week_change_standing"), change.user_id, change_id, change_id
    )
    assert row is not None
    return bool(row["is_undone"])


async def save_week_change(
    change: Change, change_id: UUID, offered: OfferedWeek
) -> None:
    """Write an accepted change into the ledger and into the plan."""
    kind = "missed" if offered.minutes is None else "short"
    await change.tx.run_many(
        sql("week_change_save"),
        [
            (
                change.user_id, one.workout_id, one.exercise_id, change_id,
                offered.session.id, kind, offered.minutes, one.old_sets, one.new_sets,
                one.because, ENGINE_VERSION, change.made_at,
            )
            for one in offered.change.changes
        ],
    )  # fmt: skip
    for instance_id in {one.workout_id for one in offered.change.changes}:
        await change.tx.run(
            sql("session_touch"), change.user_id, instance_id, change.revision
        )


async def undo_change(change: Change, change_id: UUID) -> tuple[UUID, ...]:
    """Take back a change where workouts are not done yet; return these workouts."""
    rows = await change.tx.rows(
        sql("week_change_undo"),
        change.user_id,
        change_id,
        change.made_at,
        change.revision,
    )
    return tuple(row["workout_instance_id"] for row in rows)


async def undo_moved_from(change: Change, instance_id: UUID) -> None:
    """Take back what was moved when a workout was skipped: it is planned again."""
    moved_by = await _moved_by(change.tx, instance_id)
    if moved_by is not None:
        await undo_change(change, moved_by)


async def load_kept(tx: Transaction, mesocycle_id: UUID) -> tuple[KeptSets, ...]:
    """Return what accepted changes have moved in a block, the latest change first."""
    rows = await tx.rows(sql("week_changes_of"), tx.user_id, mesocycle_id)
    return tuple(KeptSets(**dict(row)) for row in rows)


async def _moved_by(tx: Transaction, instance_id: UUID) -> UUID | None:
    row = await tx.row(
        sql("week_change_standing"), tx.user_id, instance_id, instance_id
    )
    return None if row is None else row["moved_by"]


async def _done_sets(
    tx: Transaction, sessions: Sequence[Session]
) -> Mapping[tuple[UUID, int], int]:
    rows = await tx.rows(sql("week_done_sets"), tx.user_id, [s.id for s in sessions])
    return {(r["workout_log_id"], r["exercise_id"]): r["done"] for r in rows}


def _refuse_others(session: SessionOfBlock, *, minutes: int | None) -> None:
    if _DONE in (session.status, session.log_status):
        raise Conflict("this workout is done", field="workoutInstanceId")
    is_skipped = session.status == "skipped"
    if minutes is None and not is_skipped:
        raise Conflict(
            "this workout is not skipped",
            field="workoutInstanceId",
            remedy="Skip it first, or say how many minutes there are.",
        )
    if minutes is not None and is_skipped:
        raise Conflict(
            "this workout is skipped",
            field="workoutInstanceId",
            remedy="Plan it again first.",
        )


def _workouts(
    sessions: Sequence[Session],
    lifts: Mapping[int, Lift],
    done: Mapping[tuple[UUID, int], int],
) -> list[WeekWorkout]:
    return [
        WeekWorkout(
            id=session.id,
            exercises=_exercises(session, lifts, done),
            standing=_standing(session),
        )
        for session in sessions
    ]


def _standing(session: Session) -> Standing:
    if session.status == "skipped":
        return Standing.SKIPPED
    return Standing.AHEAD if session.is_open else Standing.THERE


def _exercises(
    session: Session,
    lifts: Mapping[int, Lift],
    done: Mapping[tuple[UUID, int], int],
) -> list[WeekExercise]:
    planned = [one for one in session.exercises if one.exercise_id in lifts]
    counts = [
        done.get((session.id, one.exercise_id), 0)
        if session.log_status == _DONE
        else _planned_sets(one)
        for one in planned
    ]
    times = timed(
        [
            SetsOf(lift=lifts[one.exercise_id], sets=count, superset=one.superset)
            for one, count in zip(planned, counts, strict=True)
        ]
    )
    return [
        WeekExercise(
            exercise_id=one.exercise_id,
            sets=count,
            contributions=lifts[one.exercise_id].contributions,
            timed=time,
            done=min(count, done.get((session.id, one.exercise_id), 0)),
            is_closed=one.swap is not None or one.is_recovery,
        )
        for one, count, time in zip(planned, counts, times, strict=True)
    ]


def _planned_sets(one: Prescription) -> int:
    return one.projected_sets if one.target_sets is None else one.target_sets
