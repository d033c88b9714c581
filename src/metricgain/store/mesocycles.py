"""Blocks as they are stored: load one whole, write its parts, move it on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import msgspec

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import NotFound
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise of a workout of the plan, as it was chosen."""

    id: UUID
    exercise_id: int
    sets: int
    rep_min: int
    rep_max: int
    superset: int | None = None
    notes: str | None = None


class Workout(msgspec.Struct, frozen=True, kw_only=True):
    """A workout that comes once in every week; `weekday` from 0 for Monday."""

    id: UUID
    name: str
    weekday: int | None
    position: int
    updated_at: datetime
    slots: tuple[Slot, ...]


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """A week of the block, numbered from 1."""

    id: UUID
    number: int
    start: date
    end: date
    is_deload: bool
    rir: int


class Prescription(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise of a planned workout; `target_sets` None is not yet prescribed."""

    exercise_id: int
    projected_sets: int
    rep_min: int
    rep_max: int
    unit: str
    rir: int
    target_sets: int | None = None
    reps: int | None = None
    weight: Decimal | None = None
    superset: int | None = None
    swap: str | None = None
    full_sets: int | None = None
    is_recovery: bool = False
    done_sets: int | None = None
    because: str = ""
    rule_id: str = ""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A workout on a day; `log_status` is that of its log, None before it starts."""

    id: UUID
    workout_id: UUID
    microcycle_id: UUID
    week_number: int
    position: int
    scheduled_on: date
    is_deload: bool
    exercises: tuple[Prescription, ...]
    status: str = "scheduled"
    prescribed_at: datetime | None = None
    log_status: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still ahead: neither begun, done nor skipped."""
        return self.status == "scheduled" and self.log_status is None


class StoredBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A mesocycle with all its weeks, workouts and planned sessions."""

    id: UUID
    name: str
    description: str | None
    duration_weeks: int
    current_week: int
    status: str
    start_date: date
    end_date: date | None
    days_per_week: int
    completed_at: datetime | None
    ended_early: bool
    parent_mesocycle_id: UUID | None
    copied_from_week: int | None
    updated_at: datetime
    revision: int
    last_trained: date | None
    emphasis: Mapping[Muscle, Emphasis]
    archived_at: datetime | None = None
    program_id: UUID | None = None
    weeks: tuple[Week, ...]
    workouts: tuple[Workout, ...]
    sessions: tuple[Session, ...]

    @property
    def exercise_ids(self) -> frozenset[int]:
        planned = {slot.exercise_id for w in self.workouts for slot in w.slots}
        return frozenset(
            planned | {p.exercise_id for s in self.sessions for p in s.exercises}
        )

    @property
    def has_begun(self) -> bool:
        """Whether a workout of it is done."""
        return any(session.status == "completed" for session in self.sessions)

    @property
    def last_week(self) -> int:
        """The number of the deload."""
        return self.weeks[-1].number


async def load_block(tx: Transaction, mesocycle_id: UUID) -> StoredBlock:
    """Return one block of the user, by one statement. Raises NotFound."""
    found = await tx.value(sql("block_load"), tx.user_id, mesocycle_id)
    if found is None:
        raise NotFound("you have no such block", field="mesocycleId")
    return msgspec.convert(found, StoredBlock)


async def complete_if_done(change: Change, mesocycle_id: UUID) -> bool:
    """Set the week that a block is in; return whether this completed it.

    With no workout ahead the block is completed; with one again it runs again. Raises
    Conflict when another block runs by then.
    """
    status = await change.tx.value(
        sql("block_advance"),
        change.user_id,
        mesocycle_id,
        change.made_at,
        change.revision,
    )
    return status == "completed"


async def save_weeks(change: Change, mesocycle_id: UUID, weeks: Iterable[Week]) -> None:
    """Write weeks, new ones and those that became or ceased to be the deload."""
    await save_weeks_of(change, [(mesocycle_id, week) for week in weeks])


async def save_weeks_of(change: Change, weeks: Iterable[tuple[UUID, Week]]) -> None:
    """Write weeks of several blocks, each with the id of its block."""
    await change.tx.run_many(
        sql("block_week_save"),
        [
            (
                change.user_id,
                week.id,
                mesocycle_id,
                week.number,
                week.start,
                week.end,
                week.is_deload,
                week.rir,
                change.now,
            )
            for mesocycle_id, week in weeks
        ],
    )


async def cut_weeks(change: Change, mesocycle_id: UUID, *, after: int) -> None:
    """Drop all weeks after one, with their workouts, leaving tombstones."""
    await change.tx.run(
        sql("block_weeks_cut"),
        change.user_id,
        mesocycle_id,
        after,
        change.made_at,
        change.revision,
    )


async def save_slots(
    change: Change, workouts: Sequence[tuple[UUID, Sequence[Slot]]], *, unit: str
) -> None:
    """Write the exercises of workouts of the plan, which hold none."""
    await change.tx.run_many(
        sql("block_slot_save"),
        [
            (
                change.user_id,
                slot.id,
                workout_id,
                slot.exercise_id,
                position,
                slot.sets,
                slot.rep_min,
                slot.rep_max,
                slot.superset,
                slot.notes,
                unit,
                change.now,
            )
            for workout_id, slots in workouts
            for position, slot in enumerate(slots, 1)
        ],
    )


async def clear_slots(change: Change, workout_id: UUID) -> None:
    """Empty a workout of the plan, before its exercises are written anew."""
    await change.tx.run(sql("block_slots_clear"), change.user_id, workout_id)


async def save_emphasis(
    change: Change, mesocycle_id: UUID, emphasis: Mapping[Muscle, Emphasis]
) -> None:
    """Write what a block emphasises; it has none yet."""
    await save_emphasis_of(change, [(mesocycle_id, emphasis)])


async def save_emphasis_of(
    change: Change, emphasis: Iterable[tuple[UUID, Mapping[Muscle, Emphasis]]]
) -> None:
    """Write what several blocks emphasise, each with its id; they have none yet."""
    rows = [
        (change.user_id, mesocycle_id, muscle, given)
        for mesocycle_id, words in emphasis
        for muscle, given in words.items()
    ]
    if rows:
        await change.tx.run_many(sql("block_emphasis_save"), rows)


async def rewrite_sessions(
    change: Change, mesocycle_id: UUID, sessions: Sequence[Session]
) -> None:
    """Write planned workouts as they shall be, new ones and changed ones.

    What was offered for them is closed: it was about what they held before.
    """
    if not sessions:
        return
    await change.tx.run(
        sql("block_prescriptions_clear"),
        change.user_id,
        [session.id for session in sessions],
        change.revision,
    )
    await save_sessions(change, mesocycle_id, sessions)


async def save_sessions(
    change: Change, mesocycle_id: UUID, sessions: Sequence[Session]
) -> None:
    """Write planned workouts whose exercises are not stored yet."""
    await save_sessions_of(change, [(mesocycle_id, one) for one in sessions])


async def save_sessions_of(
    change: Change, sessions: Sequence[tuple[UUID, Session]]
) -> None:
    """Write planned workouts of several blocks, each with the id of its block."""
    await change.tx.run_many(
        sql("block_session_save"),
        [
            (
                change.user_id,
                session.id,
                mesocycle_id,
                session.microcycle_id,
                session.workout_id,
                session.week_number,
                session.position,
                session.scheduled_on,
                session.is_deload,
                session.prescribed_at,
                change.now,
                change.revision,
            )
            for mesocycle_id, session in sessions
        ],
    )
    await change.tx.run_many(
        sql("block_prescription_save"),
        [
            (change.user_id, session.id, *_prescription_values(planned, position))
            for _, session in sessions
            for position, planned in enumerate(session.exercises, 1)
        ],
    )


def _prescription_values(planned: Prescription, position: int) -> tuple[object, ...]:
    return (
        planned.exercise_id,
        position,
        planned.target_sets,
        planned.projected_sets,
        planned.reps,
        planned.rep_min,
        planned.rep_max,
        planned.weight,
        planned.unit,
        planned.rir,
        planned.superset,
        planned.swap,
        planned.full_sets,
        planned.is_recovery,
        planned.because,
        planned.rule_id,
    )
