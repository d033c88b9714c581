"""Workouts as they were done, as a device keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from metricgain.reads.synced_children import by_parent
from metricgain.store.database import Transaction
from metricgain.store.sync_rows import log_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedSet:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedFeedback:
    """How a muscle group felt."""

    muscle_group: str
    soreness_level: int | None
    about_log_id: UUID | None
    pump_level: int | None
    challenge_level: int | None
    soreness_recorded_at: datetime | None
    performance_recorded_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedMuscleFeedback:
    """How a single muscle felt."""

    muscle: str
    soreness_level: int | None
    pump_level: int | None
    challenge_level: int | None
    soreness_recorded_at: datetime | None
    performance_recorded_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedExerciseFeedback:
    """Joint pain in an exercise, and notes about it."""

    exercise_id: int
    joint_pain: int | None
    note: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedDecision:
    """What was decided for a muscle after the workout, and why."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedWorkoutLog:
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
    sets: tuple[SyncedSet, ...]
    feedback: tuple[SyncedFeedback, ...]
    muscle_feedback: tuple[SyncedMuscleFeedback, ...]
    exercise_feedback: tuple[SyncedExerciseFeedback, ...]
    decisions: tuple[SyncedDecision, ...]


async def synced_logs(
    tx: Transaction, ids: Sequence[str]
) -> dict[str, SyncedWorkoutLog]:
    """Return workouts by their ids."""
    found = await log_rows(tx, ids)
    of_log = "workout_log_id"
    sets = by_parent(found.sets, of_log, SyncedSet)
    feedback = by_parent(found.feedback, of_log, SyncedFeedback)
    muscles = by_parent(found.muscle_feedback, of_log, SyncedMuscleFeedback)
    exercises = by_parent(found.exercise_feedback, of_log, SyncedExerciseFeedback)
    decisions = by_parent(found.decisions, of_log, SyncedDecision)
    return {
        str(row["id"]): SyncedWorkoutLog(
            **row,
            sets=tuple(sets[row["id"]]),
            feedback=tuple(feedback[row["id"]]),
            muscle_feedback=tuple(muscles[row["id"]]),
            exercise_feedback=tuple(exercises[row["id"]]),
            decisions=tuple(decisions[row["id"]]),
        )
        for row in found.logs
    }
