"""What a dashboard shows of one day, and the summary of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from metricgain.engine.balance import Pair, balance, push_and_pull, ratio
from metricgain.engine.iso_weeks import DAYS, label, monday_of, week_of
from metricgain.engine.landmarks import Landmark
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.standing import Standing
from metricgain.engine.volume import direct_sets, fractional_sets
from metricgain.reads.analytics_muscles import (
    WeekOfMuscle,
    landmark_of,
    standing_of,
    week_of_muscle,
)
from metricgain.reads.analytics_weeks import TrainedWeek, trained_week
from metricgain.store.past.rows import (
    ExerciseSets,
    LifterLandmarks,
    NextWorkout,
    Overview,
    Past,
    Record,
    Streaks,
    WeekDone,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOfWork:
    """Direct sets of 14 days that are compared; `good` is None with nothing done."""

    pair: Pair
    first: int
    second: int
    ratio: float | None
    good: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceScore:
    """How evenly 14 days covered the body, in per cent (docs/engine/balance.md).

    The score and its parts are None for somebody who did nothing in them.
    """

    first: date
    last: date
    score: int | None
    coverage: float | None
    evenness: float | None
    pairs: tuple[PairOfWork, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleNow:
    """A muscle today: sets of this week against the landmarks, and days of rest."""

    muscle: Muscle
    muscle_group: MuscleGroup
    direct_sets: int
    fractional_sets: float
    sessions: int
    landmarks: Landmark
    standing: Standing
    last_trained: date | None
    days_since: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingWorkout:
    """The next planned workout."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The running week and the last, by muscle, and how balanced two weeks were."""

    date: date
    this_week: TrainedWeek
    last_week: TrainedWeek
    this_week_muscles: tuple[WeekOfMuscle, ...]
    last_week_muscles: tuple[WeekOfMuscle, ...]
    balance: BalanceScore
    muscles: tuple[MuscleNow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """Everything that a dashboard shows of a day."""

    date: date
    this_week: TrainedWeek
    last_week: TrainedWeek
    muscles: tuple[MuscleNow, ...]
    balance: BalanceScore
    recent_records: tuple[Record, ...]
    next_workout: ComingWorkout | None
    streaks: Streaks
    weekly_volume: tuple[TrainedWeek, ...]


async def dashboard(past: Past, *, today: date) -> Dashboard:
    """Return the dashboard of a day in the user's time zone."""
    seen = await past.overview(today)
    last_monday = monday_of(today) - timedelta(days=DAYS)
    return Dashboard(
        date=today,
        this_week=_week(seen, today),
        last_week=_week(seen, last_monday),
        muscles=_muscles(seen, today),
        balance=_balance(seen.window, seen.landmarks, today),
        recent_records=seen.records,
        next_workout=_coming(seen.next_workout, today),
        streaks=seen.streaks,
        weekly_volume=tuple(trained_week(row) for row in seen.weeks),
    )


async def summary(past: Past, *, today: date) -> Summary:
    """Return the summary of a day in the user's time zone."""
    seen = await past.overview(today)
    last_monday = monday_of(today) - timedelta(days=DAYS)
    return Summary(
        date=today,
        this_week=_week(seen, today),
        last_week=_week(seen, last_monday),
        this_week_muscles=_muscles_in(seen, today),
        last_week_muscles=_muscles_in(seen, last_monday),
        balance=_balance(seen.window, seen.landmarks, today),
        muscles=_muscles(seen, today),
    )


def _week(seen: Overview, day: date) -> TrainedWeek:
    week = week_of(day)
    found = next((row for row in seen.weeks if row.week == week), None)
    return trained_week(
        found
        or WeekDone(
            week=week,
            total_volume=0.0,
            workout_count=0,
            working_sets=0,
            duration_seconds=0,
            is_deload=False,
        )
    )


def _muscles_in(seen: Overview, day: date) -> tuple[WeekOfMuscle, ...]:
    name = label(week_of(day))
    shown = (week_of_muscle(row) for row in seen.muscles)
    return tuple(row for row in shown if row.week == name)


def _muscles(seen: Overview, today: date) -> tuple[MuscleNow, ...]:
    week = week_of(today)
    now = {row.muscle: row for row in seen.muscles if row.week == week}
    return tuple(
        _muscle(
            muscle,
            landmark_of(seen.landmarks, muscle),
            sets=now[muscle].direct_sets if muscle in now else 0,
            fractional=now[muscle].fractional_sets if muscle in now else 0.0,
            sessions=now[muscle].sessions if muscle in now else 0,
            rested=(today, seen.last_trained.get(muscle)),
        )
        for muscle in Muscle
    )


def _muscle(
    muscle: Muscle,
    landmark: Landmark,
    *,
    sets: int,
    fractional: float,
    sessions: int,
    rested: tuple[date, date | None],
) -> MuscleNow:
    today, last = rested
    return MuscleNow(
        muscle=muscle,
        muscle_group=GROUP_OF[muscle],
        direct_sets=sets,
        fractional_sets=fractional,
        sessions=sessions,
        landmarks=landmark,
        # The week is not over: a second session may still come.
        standing=standing_of(
            muscle, landmark, sets=sets, sessions=max(2, sessions), weeks=1
        ),
        last_trained=last,
        # A workout may have been logged ahead of its day.
        days_since=None if last is None else max(0, (today - last).days),
    )


def _balance(
    window: tuple[ExerciseSets, ...], lifter: LifterLandmarks, today: date
) -> BalanceScore:
    done = [(each.contributions, each.sets) for each in window]
    targets = {m: float(landmark_of(lifter, m).target) for m in Muscle}
    found = balance({m: fractional_sets(m, done) for m in Muscle}, targets)
    if not done:
        found = None
    push, pull = push_and_pull(done)
    quads = direct_sets(Muscle.QUADS, done)
    behind = [Muscle.HAMSTRINGS, Muscle.GLUTES]
    hams_and_glutes = sum(
        sets for shares, sets in done if any(shares.get(m, 0.0) >= 1 for m in behind)
    )
    return BalanceScore(
        first=today - timedelta(days=2 * DAYS - 1),
        last=today,
        score=None if found is None else found.score,
        coverage=None if found is None else round(found.coverage, 1),
        evenness=None if found is None else round(found.evenness, 1),
        pairs=(
            _pair(Pair.PUSH_PULL, push, pull),
            _pair(Pair.FRONT_BACK_OF_LEGS, quads, hams_and_glutes),
        ),
    )


def _pair(pair: Pair, first: int, second: int) -> PairOfWork:
    found = ratio(pair, first, second)
    return PairOfWork(
        pair=pair,
        first=first,
        second=second,
        ratio=None if found.value is None else round(found.value, 2),
        good=found.good,
    )


def _coming(workout: NextWorkout | None, today: date) -> ComingWorkout | None:
    if workout is None:
        return None
    return ComingWorkout(
        id=workout.id,
        name=workout.name,
        mesocycle_id=workout.mesocycle_id,
        mesocycle_name=workout.mesocycle_name,
        week_number=workout.week_number,
        scheduled_on=workout.scheduled_on,
        is_deload=workout.is_deload,
        is_running=workout.is_running,
        is_due=workout.scheduled_on <= today,
        exercises=workout.exercises,
        sets=workout.sets,
    )
