"""One workout: what was planned, what was done, and how it felt."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

import msgspec

from metricgain.kit.errors import NotFound
from metricgain.store.database import Transaction
from metricgain.store.log_screens import workout_log_row

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneSet:
    """A set as it was entered: the weight is in `weight_unit`."""

    id: int
    exercise_id: int
    set_number: int
    weight: float
    weight_unit: str
    reps: int
    rir: float | None
    set_type: str
    load_kind: str | None
    seconds: int | None
    distance_m: float | None
    note: str | None
    flag: str | None
    performed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was prescribed for one exercise; the weight is in `weight_unit`."""

    exercise_id: int
    position: int
    target_sets: int
    target_reps: int | None
    target_reps_min: int
    target_reps_max: int
    target_weight: float | None
    weight_unit: str
    target_rir: int
    superset: int | None
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedExercise:
    """An exercise that the log or its plan names."""

    id: int
    name: str
    muscle_group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAnswers:
    """Answers of 0 to 3 about a muscle group; the soreness is about another log."""

    muscle_group: str
    soreness: int | None
    about_log_id: UUID | None
    pump: int | None
    challenge: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FineAnswers:
    """Answers of 0 to 3 about one muscle."""

    muscle: str
    soreness: int | None
    pump: int | None
    challenge: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseAnswers:
    """Joint pain of 0 to 3 and a note."""

    exercise_id: int
    joint_pain: int | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutLog:
    """One workout. `revision` grows when anything that is shown here changes."""

    id: UUID
    workout_instance_id: UUID | None
    mesocycle_id: UUID | None
    week_number: int | None
    name: str | None
    status: str
    local_date: date
    started_at: datetime
    completed_at: datetime | None
    duration_minutes: int | None
    is_deload: bool
    body_weight_kg: float | None
    notes: str | None
    source: str
    exercises: tuple[NamedExercise, ...]
    targets: tuple[Target, ...]
    sets: tuple[DoneSet, ...]
    group_feedback: tuple[GroupAnswers, ...]
    muscle_feedback: tuple[FineAnswers, ...]
    exercise_feedback: tuple[ExerciseAnswers, ...]
    revision: int


async def workout_log(tx: Transaction, log_id: UUID) -> WorkoutLog:
    """Return one workout with everything in it, by one statement. Raises NotFound."""
    row = await workout_log_row(tx, log_id)
    if row is None:
        raise NotFound("this workout is not in your log", field="workout_log_id")
    weight = row["body_weight_kg"]
    return WorkoutLog(
        id=row["id"],
        workout_instance_id=row["workout_instance_id"],
        mesocycle_id=row["mesocycle_id"],
        week_number=row["week_number"],
        name=row["name"],
        status=row["status"],
        local_date=row["local_date"],
        started_at=row["started_at"] or row["performed_at"],
        completed_at=row["completed_at"],
        duration_minutes=row["duration_minutes"],
        is_deload=row["is_deload"],
        body_weight_kg=None if weight is None else float(weight),
        notes=row["notes"],
        source=row["source"],
        exercises=_list(row["exercises"], NamedExercise),
        targets=_list(row["targets"], Target),
        sets=_list(row["sets"], DoneSet),
        group_feedback=_list(row["group_feedback"], GroupAnswers),
        muscle_feedback=_list(row["muscle_feedback"], FineAnswers),
        exercise_feedback=_list(row["exercise_feedback"], ExerciseAnswers),
        revision=row["revision"],
    )


def _list(text: str | None, kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.json.decode(text or "[]", type=list[kind]))  # type: ignore[valid-type]  # the kind is a value here
