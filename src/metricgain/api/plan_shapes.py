"""The shapes of blocks and planned workouts, and the bounds of what plans them."""

from datetime import date, datetime
from typing import Annotated, TypeAlias
from uuid import UUID

import msgspec
from msgspec import Meta

from metricgain.api.log_shapes import ExerciseId, Name, Note
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.engine.outline import OutlineExercise, OutlineWorkout

Weeks: TypeAlias = Annotated[int, Meta(ge=3, le=7, examples=[5])]
Weekday: TypeAlias = Annotated[int, Meta(ge=0, le=6, examples=[0])]
PlannedDate: TypeAlias = Annotated[date, Meta(examples=["2026-03-02"])]
EmphasisByMuscle: TypeAlias = Annotated[
    dict[Muscle, Emphasis], Meta(examples=[{"chest": "emphasize"}])
]


class PlanExerciseBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """An exercise of a workout: sets of the first week, and a range of reps."""

    exercise_id: ExerciseId
    sets: Annotated[int, Meta(ge=1, le=15, examples=[3])]
    rep_min: Annotated[int, Meta(ge=1, le=30, examples=[8])]
    rep_max: Annotated[int, Meta(ge=1, le=30, examples=[12])]
    superset: Annotated[int, Meta(ge=1, le=20, examples=[1])] | None = None
    notes: Note | None = None

    def outline(self) -> OutlineExercise:
        """Return the exercise as the actions take it."""
        return OutlineExercise(
            exercise_id=self.exercise_id,
            sets=self.sets,
            rep_min=self.rep_min,
            rep_max=self.rep_max,
            superset=self.superset,
            notes=self.notes,
        )


class PlanWorkoutBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A workout that comes once in every week; `weekday` from 0 for Monday.

    `like` is a workout of an earlier block: where that was trained, this one is, too.
    One that is not there any more counts for nothing.
    """

    name: Name
    weekday: Weekday
    exercises: Annotated[list[PlanExerciseBody], Meta(min_length=1, max_length=20)]
    like: UUID | None = None

    def outline(self) -> OutlineWorkout:
        """Return the workout as the actions take it."""
        return OutlineWorkout(
            name=self.name,
            weekday=self.weekday,
            exercises=tuple(one.outline() for one in self.exercises),
            like=self.like,
        )


class SetToDoShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A set to do; `weight` is null where a first set has to find it."""

    weight: float | None
    unit: str
    reps: int


class ExerciseToDoShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise to do, set by set; `targetSets` is null until it is prescribed."""

    exercise_id: int
    name: str
    muscle_group: MuscleGroup
    position: int
    target_sets: int | None
    projected_sets: int
    reps: int | None
    rep_min: int
    rep_max: int
    weight: float | None
    unit: str
    rir: int
    superset: int | None
    swap: str | None
    is_recovery: bool
    because: str
    rule_id: str
    warm_ups: list[SetToDoShape]
    sets: list[SetToDoShape]


class PlannedWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout of a block: scheduled, in_progress, completed or skipped."""

    id: UUID
    mesocycle_id: UUID
    mesocycle_name: str
    workout_id: UUID
    name: str
    week_number: int
    position: int
    scheduled_on: date
    status: str
    is_deload: bool
    is_prescribed: bool
    revision: int
    exercises: list[ExerciseToDoShape]


class GapAdviceShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What to do after a break: repeat the week, restart, or begin a new block."""

    kind: str
    days: int
    because: str
    rule_id: str


class TodayShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The next workout of the running block; null without one."""

    date: date
    mesocycle_id: UUID | None
    workout: PlannedWorkoutShape | None
    is_due: bool
    is_running: bool
    gap_advice: GapAdviceShape | None


class BlockExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise of a workout; `targetSets` is null until it is prescribed."""

    exercise_id: int
    name: str
    target_sets: int | None
    projected_sets: int
    done_sets: int | None
    reps: int | None
    rep_min: int
    rep_max: int
    weight: float | None
    unit: str
    rir: int
    superset: int | None
    swap: str | None
    is_recovery: bool
    because: str
    rule_id: str


class BlockSessionShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout on its day."""

    id: UUID
    workout_id: UUID
    name: str
    position: int
    scheduled_on: date
    status: str
    is_prescribed: bool
    exercises: list[BlockExerciseShape]


class BlockWeekShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A week of a block, numbered from 1."""

    number: int
    start: date
    end: date
    is_deload: bool
    target_rir: int
    sessions: list[BlockSessionShape]


class MuscleInWeekShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The sets of a muscle in a week, planned and done."""

    week_number: int
    direct_sets: int
    fractional_sets: float
    done_sets: int
    is_projected: bool


class MuscleInBlockShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A muscle over the block, beside its landmarks in direct sets per week."""

    muscle: Muscle
    muscle_group: MuscleGroup
    emphasis: Emphasis
    maintenance: int
    mev: int
    target: int
    mrv: int
    weeks: list[MuscleInWeekShape]


class PlanExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise of the plan."""

    exercise_id: int
    name: str
    sets: int
    rep_min: int
    rep_max: int
    superset: int | None
    notes: str | None


class PlanWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout that comes once in every week."""

    id: UUID
    name: str
    weekday: int | None
    position: int
    exercises: list[PlanExerciseShape]


class PlanFindingShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What a plan could do better: `place` is a workout, an exercise or a muscle.

    `repair` says what to do about it.
    """

    severity: str
    code: str
    place: str
    because: str
    repair: str


class ListedBlockShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One block of the list."""

    id: UUID
    name: str
    status: str
    duration_weeks: int
    current_week: int
    days_per_week: int
    start_date: date
    end_date: date | None
    ended_early: bool
    completed_at: datetime | None
    parent_mesocycle_id: UUID | None
    copied_from_week: int | None
    archived_at: datetime | None


class BlockShape(ListedBlockShape, kw_only=True, rename="camel"):
    """A whole block: its plan, its weeks, and the sets of every muscle.

    `programId` is that of the program which the block is part of.
    """

    description: str | None
    program_id: UUID | None
    revision: int
    emphasis: dict[Muscle, Emphasis]
    workouts: list[PlanWorkoutShape]
    weeks: list[BlockWeekShape]
    muscles: list[MuscleInBlockShape]
    findings: list[PlanFindingShape]
    gap_advice: GapAdviceShape | None


class BlockPage(msgspec.Struct, kw_only=True, rename="camel"):
    """A page of blocks, newest first; `nextCursor` is null on the last page."""

    items: list[ListedBlockShape]
    next_cursor: str | None
