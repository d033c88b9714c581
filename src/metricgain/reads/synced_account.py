"""What lies beside the training, as a device keeps it: own exercises, settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final
from uuid import UUID

from metricgain.reads.synced_children import by_parent
from metricgain.store.database import Transaction
from metricgain.store.gyms import Gym, load_gyms
from metricgain.store.sync_rows import (
    deleted_rows,
    exercise_rows,
    landmark_rows,
    link_rows,
    preferences_rows,
    proposal_rows,
)

_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "workout_logs": "workoutLog",
        "sets": "set",
        "workout_instances": "workoutInstance",
        "mesocycles": "mesocycle",
        "plan_proposals": "proposal",
        "exercises": "exercise",
        "exercise_links": "exerciseLink",
        "user_landmarks": "landmark",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedMuscle:
    """What an exercise contributes to a muscle: 1 directly, 0.5 indirectly."""

    muscle: str
    contribution: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedExercise:
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
    muscles: tuple[SyncedMuscle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedExerciseLink:
    """The exercise that a name of another app stands for."""

    app: str
    raw_name: str
    exercise_id: int
    outcome: str
    score: int
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedProposal:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedPreferences:
    """What the user prefers."""

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
    gyms: tuple[Gym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedLandmark:
    """The weekly sets of a muscle that the user holds for right."""

    muscle: str
    maintenance: int
    mev: int
    target: int
    mrv: int
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncedDeletion:
    """Something that is gone. `what` is its kind; sets are `<workout log>/<set>`."""

    what: str
    id: str
    made_at: datetime
    revision: int


async def synced_exercises(
    tx: Transaction, ids: Sequence[str]
) -> dict[str, SyncedExercise]:
    """Return exercises of the user's own by their ids."""
    found = await exercise_rows(tx, ids)
    muscles = by_parent(found.muscles, "exercise_id", SyncedMuscle)
    return {
        str(row["id"]): SyncedExercise(**row, muscles=tuple(muscles[row["id"]]))
        for row in found.exercises
    }


async def synced_links(
    tx: Transaction, ids: Sequence[str]
) -> dict[str, SyncedExerciseLink]:
    """Return what names of other apps stand for, by `<app>/<name>`."""
    return {
        f"{row['app']}/{row['raw_name']}": SyncedExerciseLink(**row)
        for row in await link_rows(tx, ids)
    }


async def synced_proposals(
    tx: Transaction, ids: Sequence[str]
) -> dict[str, SyncedProposal]:
    """Return offered changes of the plan by their ids."""
    return {
        str(row["id"]): SyncedProposal(**row) for row in await proposal_rows(tx, ids)
    }


async def synced_preferences(
    tx: Transaction, _ids: Sequence[str]
) -> dict[str, SyncedPreferences]:
    """Return the user's preferences and gyms, which come together and have no id."""
    rows = await preferences_rows(tx)
    gyms = await load_gyms(tx)
    return {"": SyncedPreferences(**rows[0], gyms=gyms)} if rows else {}


async def synced_landmarks(
    tx: Transaction, ids: Sequence[str]
) -> dict[str, SyncedLandmark]:
    """Return the user's own landmarks by muscle."""
    return {
        row["muscle"]: SyncedLandmark(**row) for row in await landmark_rows(tx, ids)
    }


async def synced_deletions(
    tx: Transaction, ids: Sequence[str]
) -> dict[str, SyncedDeletion]:
    """Return deletions by `<table>/<key>`."""
    return {
        f"{row['kind']}/{row['key']}": SyncedDeletion(
            what=_KINDS.get(row["kind"], row["kind"]),
            id=row["key"],
            made_at=row["made_at"],
            revision=row["revision"],
        )
        for row in await deleted_rows(tx, ids)
    }
