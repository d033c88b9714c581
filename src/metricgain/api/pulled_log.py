"""Workouts as they were done, as a device pulls them."""

from datetime import date, datetime
from uuid import UUID

import msgspec


class PulledSet(msgspec.Struct, kw_only=True, rename="camel"):
    """A set; `weight` is in `weight_unit`, as entered."""

    id: int
    exercise_id: int
    set_number: int
    performed_at: datetime
    reps: int
    weight: float
    weight_unit: str
    set_type: str
    rir: float | None
    load_kind: str | None
    seconds: int | None
    distance_m: float | None
    flag: str | None
    note: str | None
    edited_at: datetime | None


class PulledFeedback(msgspec.Struct, kw_only=True, rename="camel"):
    """How a muscle group felt."""

    muscle_group: str
    soreness_level: int | None
    about_log_id: UUID | None
    pump_level: int | None
    challenge_level: int | None
    soreness_recorded_at: datetime | None
    performance_recorded_at: datetime | None


class PulledMuscleFeedback(msgspec.Struct, kw_only=True, rename="camel"):
    """How a single muscle felt."""

    muscle: str
    soreness_level: int | None
    pump_level: int | None
    challenge_level: int | None
    soreness_recorded_at: datetime | None
    performance_recorded_at: datetime | None


class PulledExerciseFeedback(msgspec.Struct, kw_only=True, rename="camel"):
    """Joint pain in an exercise, and notes about it."""

    exercise_id: int
    joint_pain: int | None
    note: str | None
    recorded_at: datetime


class PulledDecision(msgspec.Struct, kw_only=True, rename="camel"):
    """What was decided for a muscle after the workout, and why.

    `override` is what the lifter wanted instead (hold or undo); `newSets` then is what
    came of that.
    """

    muscle: str
    muscle_group: str
    to_instance_id: UUID | None
    kind: str
    gate: str
    rule_id: str
    because: str
    soreness: int | None
    performance: int | None
    pump: int | None
    challenge: int | None
    joint_pain: int | None
    consecutive_misses: int
    delta_raw: int
    delta_applied: int
    cap_reason: str | None
    swap: str | None
    hold_load: bool
    base_sets: int | None
    new_sets: int | None
    progression: bool
    deload: bool
    engine_version: str
    decided_at: datetime
    override: str | None
    overridden_at: datetime | None


class PulledWorkoutLog(
    msgspec.Struct, kw_only=True, rename="camel", tag_field="kind", tag="workoutLog"
):
    """A workout with everything that was logged, answered and decided in it."""

    id: UUID
    workout_instance_id: UUID | None
    workout_id: UUID | None
    mesocycle_id: UUID | None
    week_number: int | None
    name: str | None
    performed_at: datetime
    local_date: date
    status: str
    started_at: datetime | None
    completed_at: datetime | None
    is_deload: bool
    body_weight_kg: float | None
    notes: str | None
    edited_at: datetime | None
    source: str
    revision: int
    sets: list[PulledSet]
    feedback: list[PulledFeedback]
    muscle_feedback: list[PulledMuscleFeedback]
    exercise_feedback: list[PulledExerciseFeedback]
    decisions: list[PulledDecision]
