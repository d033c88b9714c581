"""The shapes of what is logged, and the bounds of what is sent to be logged."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

import msgspec
from msgspec import Meta

from metricgain.reads.workout_log import WorkoutLog
from metricgain.store.sets import SetEntry

Moment: TypeAlias = Annotated[
    datetime, Meta(tz=True, examples=["2026-03-02T18:30:00+01:00"])
]
Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=255, examples=["Push"])]
Note: TypeAlias = Annotated[str, Meta(max_length=20_000, examples=["Slept badly."])]
Weight: TypeAlias = Annotated[float, Meta(ge=0, le=2204.62, examples=[82.5])]
BodyWeight: TypeAlias = Annotated[float, Meta(ge=20, le=400, examples=[81.4])]
Reps: TypeAlias = Annotated[int, Meta(ge=0, le=1000, examples=[10])]
Rir: TypeAlias = Annotated[float, Meta(ge=0, le=10, examples=[2])]
Level: TypeAlias = Annotated[int, Meta(ge=0, le=3, examples=[1])]
ExerciseId: TypeAlias = Annotated[int, Meta(ge=1, le=2**63 - 1, examples=[1])]
WeightUnit: TypeAlias = Literal["kg", "lb"]
SetType: TypeAlias = Literal["working", "warmup", "drop", "myorep", "failure"]
LoadKind: TypeAlias = Literal["external", "bodyweight", "bodyweight_plus", "assisted"]


class SetBody(msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """A set as it is typed in: at most 1000 kg, or the same in lb; RIR in halves.

    `performedAt` tells two sets apart that drew the same id: a correction sends the
    one that the set has, or none.
    """

    exercise_id: ExerciseId
    set_number: Annotated[int, Meta(ge=1, le=1000, examples=[1])]
    weight: Weight
    weight_unit: WeightUnit
    reps: Reps
    rir: Rir | None = None
    set_type: SetType = "working"
    load_kind: LoadKind | None = None
    seconds: Annotated[int, Meta(ge=0, le=864_000, examples=[45])] | None = None
    note: Note | None = None
    performed_at: Moment | None = None
    made_at: Moment | None = None

    def entry(self) -> SetEntry:
        """Return the set as the action takes it."""
        return SetEntry(
            exercise_id=self.exercise_id,
            set_number=self.set_number,
            weight=Decimal(str(self.weight)),
            weight_unit=self.weight_unit,
            reps=self.reps,
            rir=None if self.rir is None else Decimal(str(self.rir)),
            set_type=self.set_type,
            load_kind=self.load_kind,
            seconds=self.seconds,
            note=self.note,
            performed_at=self.performed_at,
        )


class DoneSetShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A set of a workout, as it was typed in."""

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


class TargetShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What was prescribed for an exercise of this workout."""

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


class NamedExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise that is done or planned in this workout."""

    id: int
    name: str
    muscle_group: str


class GroupAnswersShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Answers about a muscle group; soreness is about the log `aboutLogId`."""

    muscle_group: str
    soreness: int | None
    about_log_id: UUID | None
    pump: int | None
    challenge: int | None


class FineAnswersShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Answers about one muscle."""

    muscle: str
    soreness: int | None
    pump: int | None
    challenge: int | None


class ExerciseAnswersShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Joint pain and a note about an exercise."""

    exercise_id: int
    joint_pain: int | None
    note: str | None


class WorkoutLogShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout with everything in it."""

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
    exercises: list[NamedExerciseShape]
    targets: list[TargetShape]
    sets: list[DoneSetShape]
    group_feedback: list[GroupAnswersShape]
    muscle_feedback: list[FineAnswersShape]
    exercise_feedback: list[ExerciseAnswersShape]
    revision: int


def log_shape(log: WorkoutLog) -> WorkoutLogShape:
    """Return a workout as HTTP answers it."""
    return msgspec.convert(log, WorkoutLogShape, from_attributes=True)
