"""Proposals, own exercises, settings and deletions, as a device pulls them."""

from datetime import datetime
from uuid import UUID

import msgspec


class PulledProposal(
    msgspec.Struct, kw_only=True, rename="camel", tag_field="kind", tag="proposal"
):
    """A change of the plan that is offered, and what was answered."""

    id: UUID
    workout_log_id: UUID
    workout_instance_id: UUID
    exercise_id: int
    old_sets: int | None
    new_sets: int | None
    old_weight: float | None
    new_weight: float | None
    weight_unit: str
    old_reps: int | None
    new_reps: int | None
    because: str
    status: str
    answered_at: datetime | None
    revision: int


class PulledMuscle(msgspec.Struct, kw_only=True, rename="camel"):
    """What an exercise contributes to a muscle: 1 directly, 0.5 indirectly."""

    muscle: str
    contribution: float


class PulledExercise(
    msgspec.Struct, kw_only=True, rename="camel", tag_field="kind", tag="exercise"
):
    """An exercise of the user's own."""

    id: int
    name: str
    description: str | None
    muscle_group: str
    exercise_type: str
    equipment: str
    movement_pattern: str
    load_kind: str
    body_weight_factor: float
    per_side: bool
    unilateral: bool
    rep_min: int
    rep_max: int
    is_compound: bool
    traps_lifter: bool
    is_timed: bool
    is_retired: bool
    revision: int
    muscles: list[PulledMuscle]


class PulledExerciseLink(
    msgspec.Struct, kw_only=True, rename="camel", tag_field="kind", tag="exerciseLink"
):
    """The exercise that a name of another app stands for."""

    app: str
    raw_name: str
    exercise_id: int
    outcome: str
    score: int
    revision: int


class PulledGym(msgspec.Struct, kw_only=True, rename="camel"):
    """A gym of the user, and the days of blocks that are trained there."""

    id: UUID
    name: str
    equipment: dict[str, object]
    workout_ids: list[UUID]


class PulledPreferences(
    msgspec.Struct, kw_only=True, rename="camel", tag_field="kind", tag="preferences"
):
    """What the user prefers, and the user's gyms."""

    weight_unit: str
    experience: str
    week_start: int
    language: str
    progression_type: str
    rir_floor: int
    allow_three_sets: bool
    strict_gate: bool
    use_readiness: bool
    session_minutes: int | None
    body_weight_kg: float | None
    warm_up_percentages: list[int] | None
    rest_heavy_seconds: int | None
    rest_compound_seconds: int | None
    rest_isolation_seconds: int | None
    deload_style: str
    reminder_minute: int | None
    gym_id: UUID | None
    timezone: str
    revision: int
    gyms: list[PulledGym]


class PulledLandmark(
    msgspec.Struct, kw_only=True, rename="camel", tag_field="kind", tag="landmark"
):
    """The weekly sets of a muscle that the user holds for right."""

    muscle: str
    maintenance: int
    mev: int
    target: int
    mrv: int
    revision: int


class PulledDeletion(
    msgspec.Struct, kw_only=True, rename="camel", tag_field="kind", tag="deleted"
):
    """Something that is gone. `what` is its kind; sets are `<workout log>/<set>`."""

    what: str
    id: str
    made_at: datetime
    revision: int
