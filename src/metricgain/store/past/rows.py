"""The answers about the past, however they are found. Weights in kg."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from metricgain.engine.iso_weeks import Week
from metricgain.engine.landmarks import Experience, Landmark
from metricgain.engine.muscles import Muscle, MuscleGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDone:
    """One ISO week with at least one working set."""

    week: Week
    total_volume: float
    workout_count: int
    working_sets: int
    duration_seconds: int
    is_deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleWeek:
    """One muscle in one ISO week; `sessions` are workouts with direct sets."""

    week: Week
    muscle: Muscle
    volume: float
    direct_sets: int
    fractional_sets: float
    sessions: int
    last_trained: date | None
    is_deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleTotal:
    """One muscle over some weeks."""

    muscle: Muscle
    volume: float
    direct_sets: int
    fractional_sets: float
    sessions: int
    last_trained: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTotal:
    """One muscle group over some weeks; a set counts once, by its largest share."""

    group: MuscleGroup
    volume: float
    direct_sets: int
    fractional_sets: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LifterLandmarks:
    """What a lifter's landmarks follow from: experience, and own numbers."""

    experience: Experience
    own: Mapping[Muscle, Landmark]


@dataclass(frozen=True, slots=True, kw_only=True)
class MusclesDone:
    """Muscles and groups over some weeks, `weeks` of which were trained in at all."""

    weeks: int
    muscles: tuple[MuscleTotal, ...]
    groups: tuple[GroupTotal, ...]
    landmarks: LifterLandmarks


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseWeek:
    """One exercise in one ISO week, its best set, and the change of its e1RM.

    A week is compared with the last one of its kind, deload or not, with an e1RM.
    """

    week: Week
    sets: int
    volume: float
    best_weight: float | None
    best_reps: int | None
    best_log_id: UUID | None
    best_set_id: int | None
    one_rm: float | None
    previous_one_rm: float | None
    one_rm_change: float | None
    is_deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseTrend:
    """One exercise, week by week."""

    exercise_id: int
    name: str
    muscle_group: MuscleGroup
    weeks: tuple[ExerciseWeek, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A best of an exercise: "weight" at exactly `reps`, "e1rm" or "volume".

    `reps` is 0 but for weight. A volume belongs to a workout, not to one set.
    """

    exercise_id: int
    exercise_name: str
    muscle_group: MuscleGroup
    kind: str
    reps: int
    value: float
    weight: float | None
    record_reps: int | None
    achieved_on: date
    workout_log_id: UUID
    set_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDone:
    """One day with at least one working set."""

    day: date
    workouts: int
    sets: int
    volume: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSets:
    """Working sets of an exercise, and what one counts for each muscle: 1 or 0.5."""

    exercise_id: int
    sets: int
    contributions: Mapping[Muscle, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextWorkout:
    """The planned workout that has begun, else the first that is ahead."""

    id: UUID
    name: str
    mesocycle_id: UUID
    mesocycle_name: str
    week_number: int
    scheduled_on: date
    is_deload: bool
    is_running: bool
    exercises: int
    sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Streaks:
    """ISO weeks in a row with training.

    `current` is the number up to this week, or up to last week while this one has
    no workout yet; `longest` the largest there ever was.
    """

    current: int
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything that a dashboard shows of one day.

    `weeks` are the last 12 and `muscles` those of this week and the last, the others
    left out in which nothing was done; `window` holds the last 14 days.
    """

    weeks: tuple[WeekDone, ...]
    muscles: tuple[MuscleWeek, ...]
    last_trained: Mapping[Muscle, date]
    window: tuple[ExerciseSets, ...]
    records: tuple[Record, ...]
    next_workout: NextWorkout | None
    streaks: Streaks
    landmarks: LifterLandmarks


class Past(Protocol):
    """Who answers about the past of one user. Days are both included.

    Questions about weeks are asked with a Monday and a Sunday.
    """

    async def weeks(self, first: date, last: date) -> tuple[WeekDone, ...]:
        """Return the weeks that were trained in, the earliest first."""

    async def muscle_weeks(self, first: date, last: date) -> tuple[MuscleWeek, ...]:
        """Return the muscles that were trained, by week and name."""

    async def muscles(self, first: date, last: date) -> MusclesDone:
        """Return what each muscle and group was given in all these weeks."""

    async def trend(self, exercise_id: int, first: date, last: date) -> ExerciseTrend:
        """Return an exercise by week, the earliest first. Raises NotFound."""

    async def records(
        self, first: date, last: date, *, exercise_id: int | None
    ) -> tuple[Record, ...]:
        """Return records that stand and were set on these days, the latest first."""

    async def days(self, first: date, last: date) -> tuple[DayDone, ...]:
        """Return the days that were trained on, the earliest first."""

    async def overview(self, today: date) -> Overview:
        """Return what a dashboard shows."""
