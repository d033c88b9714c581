"""Blocks and planned workouts, as a device pulls them."""

from datetime import date, datetime
from uuid import UUID

import msgspec


class PulledMicrocycle(msgspec.Struct, kw_only=True, rename="camel"):
    """A week of a block."""

    id: UUID
    week_number: int
    start_date: date
    end_date: date
    is_deload: bool
    target_rir: int


class PulledWorkoutExercise(msgspec.Struct, kw_only=True, rename="camel"):
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


class PulledWorkout(msgspec.Struct, kw_only=True, rename="camel"):
    """A day of a block."""

    id: UUID
    name: str
    description: str | None
    day_of_week: int | None
    position_in_week: int
    workout_exercises: list[PulledWorkoutExercise]


class PulledEmphasis(msgspec.Struct, kw_only=True, rename="camel"):
    """How much a block favours a muscle."""

    muscle: str
    emphasis: str


class PulledMesocycle(
    msgspec.Struct, kw_only=True, rename="camel", tag_field="kind", tag="mesocycle"
):
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
    microcycles: list[PulledMicrocycle]
    workouts: list[PulledWorkout]
    emphasis: list[PulledEmphasis]


class PulledPrescription(msgspec.Struct, kw_only=True, rename="camel"):
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


class PulledWorkoutInstance(
    msgspec.Struct,
    kw_only=True,
    rename="camel",
    tag_field="kind",
    tag="workoutInstance",
):
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
    prescriptions: list[PulledPrescription]
