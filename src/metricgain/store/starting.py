"""Start a block: all its weeks, workouts and prescriptions in a handful of statements.

However long the block is, there is one statement for each kind of row.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from metricgain.engine.block import Aims, plan_block
from metricgain.engine.block import Session as PlannedSession
from metricgain.engine.block import Week as PlannedWeek
from metricgain.engine.free_days import clear_of_free_days
from metricgain.engine.outline import Outline
from metricgain.kit.errors import Conflict, NotFound
from metricgain.kit.ids import uuid7
from metricgain.kit.notes import checked_note
from metricgain.kit.text import one_line
from metricgain.store.changes import Change
from metricgain.store.database import Row, sql
from metricgain.store.gyms import gyms_of_days, store_gyms_of_days
from metricgain.store.lifter import load_lifter
from metricgain.store.mesocycles import (
    Session,
    Slot,
    Week,
    cut_weeks,
    save_emphasis,
    save_sessions,
    save_slots,
    save_weeks,
)
from metricgain.store.planning import (
    Gym,
    aims_of,
    check_outline,
    findings_of,
    load_gym,
    prescription_of,
    refuse_errors,
    refuse_retired,
)
from metricgain.store.training_profiles import find_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The block, and the week of it, that a new block is copied from."""

    mesocycle_id: UUID
    week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a block starts on: nothing under its id, and no other one running."""

    last_trained: date | None


async def ground_for(change: Change, mesocycle_id: UUID) -> Ground | None:
    """Return what a new block starts on; None when it has started before.

    Raises Conflict when another block runs, or this one was deleted later than this.
    """
    row = await change.tx.row(sql("block_state"), change.user_id, mesocycle_id)
    if row is None or row["is_there"]:
        return None
    if change.is_gone_by(row["deleted_at"]):
        raise Conflict(
            "this block was deleted", field="id", remedy="Start one with another id."
        )
    return _free(row)


async def refuse_second_block(change: Change, mesocycle_id: UUID) -> Ground:
    """Return what a block that is there begins on. Raises Conflict, NotFound."""
    row = await change.tx.row(sql("block_state"), change.user_id, mesocycle_id)
    if row is None:
        raise NotFound("you have no such block", field="mesocycleId")
    return _free(row)


def _free(row: Row) -> Ground:
    if row["active_name"] is not None:
        raise Conflict(
            f"your block {row['active_name']!r} is still running",
            field="id",
            remedy="End it first: there is one active block at a time.",
        )
    return Ground(last_trained=row["last_trained"])


async def start_block(
    change: Change,
    mesocycle_id: UUID,
    outline: Outline,
    *,
    ground: Ground,
    origin: Origin | None = None,
) -> None:
    """Plan and write a whole block. Raises Invalid, NotFound."""
    ready = await _ready(change, outline, ground)
    await change.tx.run(
        sql("block_start"),
        change.user_id,
        mesocycle_id,
        ready.name,
        outline.description,
        outline.weeks,
        outline.start_date,
        ready.weeks[-1].end,
        len(outline.workouts),
        origin.mesocycle_id if origin else None,
        origin.week if origin else None,
        change.made_at,
        change.revision,
    )
    await _fill(change, mesocycle_id, outline, ready)


async def start_planned_block(
    change: Change, mesocycle_id: UUID, outline: Outline, *, ground: Ground
) -> None:
    """Plan a block anew that a program holds, and begin it. Raises Invalid, NotFound.

    What was planned of it is replaced: dates and loads follow from today's history.
    Raises Conflict if something was logged in it, which would go with the plan.
    """
    if await change.tx.value(sql("block_is_trained"), change.user_id, mesocycle_id):
        raise Conflict(
            "workouts of this block are logged already",
            field="mesocycleId",
            remedy="Start a new block as a copy of it.",
        )
    ready = await _ready(change, outline, ground)
    await cut_weeks(change, mesocycle_id, after=0)
    await change.tx.run(sql("block_planned_clear"), change.user_id, mesocycle_id)
    await change.tx.run(
        sql("block_planned_start"),
        change.user_id,
        mesocycle_id,
        ready.name,
        outline.weeks,
        len(outline.workouts),
        outline.start_date,
        ready.weeks[-1].end,
        change.made_at,
        change.revision,
    )
    await _fill(change, mesocycle_id, outline, ready)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ready:
    """A block that keeps every rule: its name, its exercises and its weeks.

    `elsewhere` are the gyms of the workouts that those of the block are made after.
    """

    name: str
    gym: Gym
    weeks: tuple[PlannedWeek, ...]
    elsewhere: Mapping[UUID, UUID]


async def _ready(change: Change, outline: Outline, ground: Ground) -> _Ready:
    name = one_line(outline.name, field="name")
    check_outline(outline)
    checked_note(outline.description, field="description")
    lifter = await load_lifter(change.tx)
    wanted = [e.exercise_id for w in outline.workouts for e in w.exercises]
    gym = await load_gym(change.tx, wanted, lifter=lifter, on=outline.start_date)
    refuse_retired(wanted, gym.lifts)
    refuse_errors(findings_of(outline.workouts, gym.lifts, lifter))
    aims = aims_of(
        lifter,
        outline.emphasis,
        on=outline.start_date,
        last_trained=ground.last_trained,
    )
    weeks = clear_of_free_days(
        _planned(outline, gym, aims), await find_profile(change.tx, lifter)
    )
    elsewhere = await gyms_of_days(
        change.tx, [workout.like for workout in outline.workouts if workout.like]
    )
    return _Ready(name=name, gym=gym, weeks=weeks, elsewhere=elsewhere)


async def _fill(
    change: Change, mesocycle_id: UUID, outline: Outline, ready: _Ready
) -> None:
    await save_emphasis(change, mesocycle_id, outline.emphasis)
    await _save_plan(change, mesocycle_id, outline, ready=ready)


def _planned(outline: Outline, gym: Gym, aims: Aims) -> tuple[PlannedWeek, ...]:
    return plan_block(
        gym.days(outline.workouts),
        start=outline.start_date,
        weekdays=[workout.weekday for workout in outline.workouts],
        weeks=outline.weeks,
        aims=aims,
    )


async def _save_plan(
    change: Change,
    mesocycle_id: UUID,
    outline: Outline,
    *,
    ready: _Ready,
) -> None:
    gym, weeks = ready.gym, ready.weeks
    stored = [
        Week(
            id=uuid7(change.now),
            number=week.number,
            start=week.start,
            end=week.end,
            is_deload=week.is_deload,
            rir=week.rir,
        )
        for week in weeks
    ]
    await save_weeks(change, mesocycle_id, stored)
    workouts = [uuid7(change.now) for _ in outline.workouts]
    await save_workouts(
        change, workout_values(change, mesocycle_id, outline, workouts, weeks[0])
    )
    await store_gyms_of_days(
        change,
        {
            workout_id: ready.elsewhere[one.like]
            for workout_id, one in zip(workouts, outline.workouts, strict=True)
            if one.like is not None and one.like in ready.elsewhere
        },
    )
    await save_slots(
        change,
        [
            (workouts[day], slots_of(change, outline, day))
            for day in range(len(workouts))
        ],
        unit=str(gym.lifter.unit),
    )
    await save_sessions(
        change,
        mesocycle_id,
        [
            _session(change, week, session, gym=gym, parents=(row.id, workouts))
            for row, week in zip(stored, weeks, strict=True)
            for session in week.sessions
        ],
    )


async def save_workouts(change: Change, values: Iterable[tuple[object, ...]]) -> None:
    """Write workouts of the plan, of one block or of several."""
    await change.tx.run_many(sql("block_workout_save"), [*values])


def workout_values(
    change: Change,
    mesocycle_id: UUID,
    outline: Outline,
    workouts: Sequence[UUID],
    week: PlannedWeek,
) -> list[tuple[object, ...]]:
    """Return the rows of the workouts of a block, on the weekdays of a week of it."""
    return [
        (
            change.user_id,
            workouts[session.day],
            mesocycle_id,
            one_line(outline.workouts[session.day].name, field="workouts.name"),
            session.scheduled_on.weekday(),
            session.day + 1,
            change.made_at,
        )
        for session in week.sessions
    ]


def _session(
    change: Change,
    week: PlannedWeek,
    session: PlannedSession,
    *,
    gym: Gym,
    parents: tuple[UUID, Sequence[UUID]],
) -> Session:
    microcycle_id, workouts = parents
    return Session(
        id=uuid7(change.now),
        workout_id=workouts[session.day],
        microcycle_id=microcycle_id,
        week_number=week.number,
        position=session.day + 1,
        scheduled_on=session.scheduled_on,
        is_deload=week.is_deload,
        prescribed_at=change.now if week.number == 1 else None,
        exercises=tuple(
            prescription_of(one, gym.lifts[one.exercise_id])
            for one in session.exercises
        ),
    )


def slots_of(change: Change, outline: Outline, day: int) -> list[Slot]:
    """Return the exercises of one workout of an outline as rows of the plan."""
    return [
        Slot(
            id=uuid7(change.now),
            exercise_id=one.exercise_id,
            sets=one.sets,
            rep_min=one.rep_min,
            rep_max=one.rep_max,
            superset=one.superset,
            notes=checked_note(one.notes, field="notes"),
        )
        for one in outline.workouts[day].exercises
    ]
