"""A finished workout, scored: each exercise, then each muscle it trained directly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metricgain.engine.board import DIRECT
from metricgain.engine.e1rm import smoothed_e1rm
from metricgain.engine.muscles import Muscle
from metricgain.engine.performance import (
    ExerciseLog,
    LoggedSet,
    exercise_performance,
    exposure_e1rm,
    muscle_performance,
)
from metricgain.engine.table import WORST


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneExercise:
    """One exercise of a finished workout.

    `sets` are its working sets in order, in kg of effective load. The estimates of
    the last hard exposure in the block (kg) are None without one. `joint_pain` is 0
    to 3 or None; `failed` says that a set was ended by failure. `is_recovery` says
    that half the work was asked for: such sets say nothing about performance.
    """

    exercise_id: int
    muscles: frozenset[Muscle]
    planned_sets: int
    sets: Sequence[LoggedSet]
    previous_e1rm_kg: float | None = None
    smoothed_before_kg: float | None = None
    joint_pain: int | None = None
    failed: bool = False
    is_recovery: bool = False

    @property
    def log(self) -> ExerciseLog:
        """The exercise as the performance score reads it."""
        return ExerciseLog(
            sets=self.sets,
            planned_sets=self.planned_sets,
            previous_e1rm_kg=self.previous_e1rm_kg,
            stopped=self.failed or self.joint_pain == WORST,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseScore:
    """What came of an exercise: performance 0 to 3 and its estimates in kg."""

    exercise_id: int
    performance: int | None
    exposure_e1rm_kg: float | None
    smoothed_e1rm_kg: float | None
    sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutScore:
    """What came of a workout, by exercise and by directly trained muscle."""

    exercises: tuple[ExerciseScore, ...]
    performance: dict[Muscle, int | None]
    joint_pain: dict[Muscle, int | None]


def score_workout(done: Iterable[DoneExercise]) -> WorkoutScore:
    """Score every exercise, and every muscle that one of them trains directly."""
    exercises = tuple(done)
    muscles = [m for m in Muscle if any(m in each.muscles for each in exercises)]
    return WorkoutScore(
        exercises=tuple(_score(each) for each in exercises),
        performance={
            muscle: muscle_performance(
                each.log
                for each in exercises
                if muscle in each.muscles and not each.is_recovery
            )
            for muscle in muscles
        },
        joint_pain={
            muscle: max(
                (
                    each.joint_pain
                    for each in exercises
                    if muscle in each.muscles and each.joint_pain is not None
                ),
                default=None,
            )
            for muscle in muscles
        },
    )


def direct_muscles(contributions: dict[Muscle, float]) -> frozenset[Muscle]:
    """Return the muscles for which a set of the exercise is a direct set."""
    return frozenset(m for m, share in contributions.items() if share >= DIRECT)


def _score(done: DoneExercise) -> ExerciseScore:
    exposure = exposure_e1rm(done.sets)
    return ExerciseScore(
        exercise_id=done.exercise_id,
        performance=None if done.is_recovery else exercise_performance(done.log),
        exposure_e1rm_kg=exposure,
        smoothed_e1rm_kg=done.smoothed_before_kg
        if exposure is None
        else smoothed_e1rm(done.smoothed_before_kg, exposure),
        sets=len(done.sets),
    )
