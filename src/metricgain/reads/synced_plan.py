"""Blocks and planned workouts, as a device keeps them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from metricgain.reads.synced_children import by_parent
from metricgain.store.database import Transaction
from metricgain.store.sync_rows import instance_rows, mesocycle_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedMicrocycle:
    """A week of a block."""

    id: UUID
    week_number: int
    start_date: date
    end_date: date
    is_deload: bool
    target_rir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedWorkoutExercise:
    """An exercise of a day of a block; `target_weight` is in `weight_unit`."""

    id: UUID
    exercise_id: int
    position: int
    target_sets: int
    target_reps_min: int | None
    target_reps_max: int | None
    target_weight: float | None
    weight_unit: str
    target_rir: int | None
    superset: int | None
    notes: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedWorkout:
    """A day of a block."""

    id: UUID
    name: str
    description: str | None
    day_of_week: int | None
    position_in_week: int
    workout_exercises: tuple[SyncedWorkoutExercise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedEmphasis:
    """How much a block favours a muscle."""

    muscle: str
    emphasis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedMesocycle:
    """A block with its weeks, its days and what it favours."""

    id: UUID
    macrocycle_id: UUID | None
    order_index: int | None
    name: str
    description: str | None
    duration_weeks: int
    current_week: int
    status: str
    start_date: date | None
    end_date: date | None
    days_per_week: int
    completed_at: datetime | None
    ended_early: bool
    parent_mesocycle_id: UUID | None
    copied_from_week: int | None
    archived_at: datetime | None
    revision: int
    microcycles: tuple[SyncedMicrocycle, ...]
    workouts: tuple[SyncedWorkout, ...]
    emphasis: tuple[SyncedEmphasis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedPrescription:
    """What is asked of an exercise; `target_weight` is in `weight_unit`."""

    exercise_id: int
    position: int
    target_sets: int | None
    projected_sets: int
    target_reps: int | None
    target_reps_min: int
    target_reps_max: int
    target_weight: float | None
    weight_unit: str
    target_rir: int
    superset: int | None
    swap: str | None
    is_recovery: bool
    because: str
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedWorkoutInstance:
    """A planned workout with its prescriptions."""

    id: UUID
    mesocycle_id: UUID
    microcycle_id: UUID
    workout_id: UUID
    week_number: int
    position: int
    scheduled_on: date
    status: str
    is_deload: bool
    prescribed_at: datetime | None
    revision: int
    prescriptions: tuple[SyncedPrescription, ...]


async def synced_mesocycles(
    tx: Transaction, ids: Sequence[str]
) -> dict[str, SyncedMesocycle]:
    """Return blocks by their ids."""
    found = await mesocycle_rows(tx, ids)
    slots = by_parent(found.workout_exercises, "workout_id", SyncedWorkoutExercise)
    weeks = by_parent(found.microcycles, "mesocycle_id", SyncedMicrocycle)
    emphasis = by_parent(found.emphasis, "mesocycle_id", SyncedEmphasis)
    days: dict[UUID, list[SyncedWorkout]] = defaultdict(list)
    for row in found.workouts:
        columns = dict(row)
        days[columns.pop("mesocycle_id")].append(
            SyncedWorkout(**columns, workout_exercises=tuple(slots[row["id"]]))
        )
    return {
        str(row["id"]): SyncedMesocycle(
            **row,
            microcycles=tuple(weeks[row["id"]]),
            workouts=tuple(days[row["id"]]),
            emphasis=tuple(emphasis[row["id"]]),
        )
        for row in found.mesocycles
    }


async def synced_instances(
    tx: Transaction, ids: Sequence[str]
) -> dict[str, SyncedWorkoutInstance]:
    """Return planned workouts by their ids."""
    found = await instance_rows(tx, ids)
    asked = by_parent(found.prescriptions, "workout_instance_id", SyncedPrescription)
    return {
        str(row["id"]): SyncedWorkoutInstance(
            **row, prescriptions=tuple(asked[row["id"]])
        )
        for row in found.instances
    }
