"""A week whose sets are to be moved: what is asked, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from metricgain.engine.contributions import DIRECT
from metricgain.engine.landmarks import Emphasis, Landmark
from metricgain.engine.muscles import Muscle
from metricgain.engine.session_time import (
    ARRIVAL,
    OwnPace,
    TimedExercise,
    session_seconds,
)


class Standing(StrEnum):
    """AHEAD has not begun; SKIPPED is done no more; THERE is done or being done."""

    AHEAD = "ahead"
    SKIPPED = "skipped"
    THERE = "there"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekExercise:
    """An exercise of a workout: its planned sets, and how many of them are done.

    `timed` says what its time depends on; its sets do not count. One that `is_closed`
    takes on no sets: a joint hurt, or its muscle recovers.
    """

    exercise_id: int
    sets: int
    contributions: Mapping[Muscle, float]
    timed: TimedExercise
    done: int = 0
    is_closed: bool = False

    def trains(self, muscle: Muscle) -> bool:
        """Whether a set of it is a direct set of the muscle."""
        return self.contributions.get(muscle, 0.0) >= DIRECT

    @property
    def muscles(self) -> tuple[Muscle, ...]:
        """The muscles it trains directly."""
        return tuple(muscle for muscle in Muscle if self.trains(muscle))


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekWorkout:
    """A workout of the week."""

    id: UUID
    exercises: Sequence[WeekExercise]
    standing: Standing = Standing.AHEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWeek:
    """The workouts of a week in their order, and the limits that hold in it.

    `minutes` is what a workout may take, None without a limit; a deload `is_easy`.
    """

    workouts: Sequence[WeekWorkout]
    landmarks: Mapping[Muscle, Landmark]
    emphasis: Mapping[Muscle, Emphasis] = field(default_factory=dict)
    minutes: int | None = None
    pace: OwnPace | None = None
    is_easy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetsChange:
    """An exercise of a workout with other sets than it has, and why."""

    workout_id: UUID
    exercise_id: int
    old_sets: int
    new_sets: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOver:
    """Direct sets of a muscle that find no place in the week, and why."""

    muscle: Muscle
    sets: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekChange:
    """What is offered: sets that change, and sets that are lost.

    `minutes` are those of the shortened workout before and after, None for a missed
    one.
    """

    changes: tuple[SetsChange, ...] = ()
    left: tuple[LeftOver, ...] = ()
    minutes_before: int | None = None
    minutes_after: int | None = None


def seconds_left(exercises: Sequence[WeekExercise], pace: OwnPace | None) -> int:
    """Return how long the sets take that are not done yet, in seconds.

    The lifter has arrived once a set is done. The first exercise of a muscle is the
    one to warm up for.
    """
    warm: set[Muscle] = set()
    timed = []
    for one in exercises:
        direct = set(one.muscles) if one.sets else set()
        timed.append(
            replace(
                one.timed,
                sets=max(0, one.sets - one.done),
                first_of_muscle=bool(direct - warm) and not one.done,
            )
        )
        warm |= direct
    seconds = session_seconds(timed, own_pace=pace)
    has_begun = any(one.done for one in exercises)
    return max(0, seconds - ARRIVAL) if has_begun else seconds
