"""The shapes of answers about the past. Weights and volumes are in kg."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from metricgain.engine.balance import Pair
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.engine.standing import Standing

IsoWeek = Annotated[str, Meta(examples=["2026-W10"])]


class WeeklyVolumeShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The volume of one ISO week that was trained in."""

    week: IsoWeek
    total_volume: float
    workout_count: int
    avg_volume_per_workout: float


class TrainedWeekShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One ISO week; `isDeload` if every planned workout done in it was a deload."""

    week: IsoWeek
    week_start: date
    total_volume: float
    workout_count: int
    avg_volume_per_workout: float
    working_sets: int
    duration_seconds: int
    is_deload: bool


class TotalsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Sums over weeks; `weeks` of them were trained in."""

    weeks: int
    total_volume: float
    workout_count: int
    working_sets: int
    duration_seconds: int


class WeekOfYearsShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The same week of two years; null where nothing was done."""

    week: int
    volume: float | None
    previous_volume: float | None


class YearOverYearShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An ISO year beside the one before.

    `previousToDate` covers the weeks up to `throughWeek` only, as does the change.
    """

    year: int
    previous_year: int
    through_week: int
    totals: TotalsShape
    previous: TotalsShape
    previous_to_date: TotalsShape
    volume_change_percent: float | None
    weeks: list[WeekOfYearsShape]


class LandmarksShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Direct sets per week: to maintain, to start with, to end with, at the most.

    `mrvAt2` holds for two sessions a week.
    """

    maintenance: int
    mev: int
    target: int
    mrv_at_2: int = msgspec.field(name="mrvAt2")


class MuscleShareShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One muscle; sets and sessions per week count the weeks that were trained in."""

    muscle: Muscle
    muscle_group: MuscleGroup
    volume: float
    percentage: float
    direct_sets: int
    fractional_sets: float
    sessions: int
    sets_per_week: float
    sessions_per_week: float
    last_trained: date | None
    landmarks: LandmarksShape
    standing: Standing


class GroupShareShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One muscle group; a set counts once, by its largest share."""

    muscle_group: MuscleGroup
    volume: float
    percentage: float
    direct_sets: int
    fractional_sets: float
    sets_per_week: float
    landmarks: LandmarksShape


class MuscleSharesShape(msgspec.Struct, kw_only=True, rename="camel"):
    """All 17 muscles and 9 groups over whole weeks, untrained ones with zeros."""

    first: date = msgspec.field(name="from")
    last: date = msgspec.field(name="to")
    weeks_trained: int
    muscles: list[MuscleShareShape]
    groups: list[GroupShareShape]


class WeekOfMuscleShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One muscle in one ISO week in which it was trained."""

    week: IsoWeek
    week_start: date
    muscle: Muscle
    muscle_group: MuscleGroup
    volume: float
    direct_sets: int
    fractional_sets: float
    sessions: int
    is_deload: bool


class PairShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Direct sets of 14 days beside each other; `good` is null with nothing done."""

    pair: Pair
    first: int
    second: int
    ratio: float | None
    good: bool | None


class BalanceShape(msgspec.Struct, kw_only=True, rename="camel"):
    """How evenly the last 14 days covered the body; null with nothing done in them."""

    first: date = msgspec.field(name="from")
    last: date = msgspec.field(name="to")
    score: int | None
    coverage: float | None
    evenness: float | None
    pairs: list[PairShape]


class MuscleNowShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A muscle today: this week's sets, and the days since it was trained directly."""

    muscle: Muscle
    muscle_group: MuscleGroup
    direct_sets: int
    fractional_sets: float
    sessions: int
    landmarks: LandmarksShape
    standing: Standing
    last_trained: date | None
    days_since: int | None


class SummaryShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The running week and the last, muscle by muscle, and the balance of 14 days."""

    date: date
    this_week: TrainedWeekShape
    last_week: TrainedWeekShape
    this_week_muscles: list[WeekOfMuscleShape]
    last_week_muscles: list[WeekOfMuscleShape]
    balance: BalanceShape
    muscles: list[MuscleNowShape]


class RecordShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A best: weight at exactly `reps`, e1RM, or volume of an exercise in a workout.

    `reps` is 0 but for weight; the set is null for volume.
    """

    exercise_id: int
    exercise_name: str
    muscle_group: MuscleGroup
    kind: Literal["weight", "e1rm", "volume"]
    reps: int
    value: float
    weight: float | None
    record_reps: int | None
    achieved_on: date
    workout_log_id: UUID
    set_id: int | None


class TrendPointShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One week of an exercise; the e1RM is null where no set says enough of strength.

    Deload weeks are compared with deload weeks, the others with the others.
    """

    week: IsoWeek
    week_start: date
    is_deload: bool
    sets: int
    volume: float
    best_weight: float | None
    best_reps: int | None
    best_log_id: UUID | None
    best_set_id: int | None
    one_rm: float | None
    previous_one_rm: float | None
    one_rm_change: float | None


class TrendShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise by week, the earliest first; weeks without it are left out."""

    exercise_id: int
    name: str
    muscle_group: MuscleGroup
    points: list[TrendPointShape]


class AdherenceShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Planned and done; `rate` in per cent of what was due, null if nothing was."""

    planned: int
    completed: int
    skipped: int
    missed: int
    upcoming: int
    besides: int
    planned_sets: int
    done_sets: int
    rate: float | None


class AdherenceWeekShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One ISO week in which anything was planned or done."""

    week: IsoWeek
    week_start: date
    adherence: AdherenceShape


class AdherenceSpanShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Some weeks in total, and each."""

    first: date = msgspec.field(name="from")
    last: date = msgspec.field(name="to")
    total: AdherenceShape
    weeks: list[AdherenceWeekShape]


class DayShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One day that was trained on."""

    day: date = msgspec.field(name="date")
    workouts: int
    sets: int
    volume: float


class TrainingDaysShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A calendar year; days without training are left out."""

    year: int
    days: list[DayShape]


class FollowedAnswersShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A combination of answers, 0 to 3 or null, and the sets of the week after.

    `occurrences` were given in blocks, `followed` of them had a next week that was
    trained; the averages are over all, and over those that were followed.
    """

    muscle_group: MuscleGroup
    soreness: int | None
    pump: int | None
    challenge: int | None
    occurrences: int
    followed: int
    next_sets: int
    average_next_sets: float
    average_when_followed: float | None


class FeltWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The answers about a muscle group in a workout, and its working sets in it."""

    workout_log_id: UUID
    local_date: date
    mesocycle_id: UUID | None
    week_number: int | None
    muscle_group: MuscleGroup
    soreness: int | None
    pump: int | None
    challenge: int | None
    sets: int


class FeedbackShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What followed on each combination of answers, ever; and the answers of a span."""

    first: date = msgspec.field(name="from")
    last: date = msgspec.field(name="to")
    correlations: list[FollowedAnswersShape]
    history: list[FeltWorkoutShape]


class ComingWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The next planned workout: the one that has begun, else the first ahead."""

    id: UUID
    name: str
    mesocycle_id: UUID
    mesocycle_name: str
    week_number: int
    scheduled_on: date
    is_deload: bool
    is_running: bool
    is_due: bool
    exercises: int
    sets: int


class StreaksShape(msgspec.Struct, kw_only=True, rename="camel"):
    """ISO weeks in a row with training: up to now, and the longest ever."""

    current: int
    longest: int


class DashboardShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Everything that a dashboard shows; `weeklyVolume` are the last 12 weeks."""

    date: date
    this_week: TrainedWeekShape
    last_week: TrainedWeekShape
    muscles: list[MuscleNowShape]
    balance: BalanceShape
    recent_records: list[RecordShape]
    next_workout: ComingWorkoutShape | None
    streaks: StreaksShape
    weekly_volume: list[TrainedWeekShape]
