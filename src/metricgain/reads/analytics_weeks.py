"""What was done in each week, and in one year beside the year before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from metricgain.engine.iso_weeks import first_day, label, last_week, sunday_of, week_of
from metricgain.reads.span import Span
from metricgain.store.past.rows import Past, WeekDone


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyVolume:
    """One week that was trained in, as requirement 5 asks for it; volumes in kg."""

    week: str
    total_volume: float
    workout_count: int
    avg_volume_per_workout: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainedWeek:
    """One week that was trained in, with all that is known of it."""

    week: str
    week_start: date
    total_volume: float
    workout_count: int
    avg_volume_per_workout: float
    working_sets: int
    duration_seconds: int
    is_deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over weeks; `weeks` of them were trained in."""

    weeks: int
    total_volume: float
    workout_count: int
    working_sets: int
    duration_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfYears:
    """The same week of two years, in kg; None where nothing was done or no week is."""

    week: int
    volume: float | None
    previous_volume: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOverYear:
    """An ISO year beside the one before.

    `through_week` is the last week that is compared: that of today in the running
    year. `previous_to_date` covers the same weeks of the year before.
    """

    year: int
    previous_year: int
    through_week: int
    totals: Totals
    previous: Totals
    previous_to_date: Totals
    volume_change_percent: float | None
    weeks: tuple[WeekOfYears, ...]


async def weekly_volume(past: Past, span: Span) -> tuple[WeeklyVolume, ...]:
    """Return the volume of each week that was trained in, the earliest first."""
    return tuple(
        WeeklyVolume(
            week=label(row.week),
            total_volume=row.total_volume,
            workout_count=row.workout_count,
            avg_volume_per_workout=_average(row),
        )
        for row in await past.weeks(span.monday, span.sunday)
    )


async def trained_weeks(past: Past, span: Span) -> tuple[TrainedWeek, ...]:
    """Return each week that was trained in, the earliest first."""
    return tuple(
        trained_week(row) for row in await past.weeks(span.monday, span.sunday)
    )


def trained_week(row: WeekDone) -> TrainedWeek:
    """Return a week as it is shown."""
    return TrainedWeek(
        week=label(row.week),
        week_start=first_day(row.week),
        total_volume=row.total_volume,
        workout_count=row.workout_count,
        avg_volume_per_workout=_average(row),
        working_sets=row.working_sets,
        duration_seconds=row.duration_seconds,
        is_deload=row.is_deload,
    )


async def year_over_year(past: Past, year: int, *, today: date) -> YearOverYear:
    """Return an ISO year beside the one before, week by week."""
    first = first_day((year - 1, 1))
    last = sunday_of(first_day((year, last_week(year))))
    rows = {row.week: row for row in await past.weeks(first, last)}
    through = _through(year, today)
    this = [row for row in rows.values() if row.week[0] == year]
    before = [row for row in rows.values() if row.week[0] == year - 1]
    to_date = totals(row for row in before if row.week[1] <= through)
    compared = totals(row for row in this if row.week[1] <= through)
    return YearOverYear(
        year=year,
        previous_year=year - 1,
        through_week=through,
        totals=totals(this),
        previous=totals(before),
        previous_to_date=to_date,
        volume_change_percent=_change(compared.total_volume, to_date.total_volume),
        weeks=tuple(
            WeekOfYears(
                week=number,
                volume=_volume(rows.get((year, number))),
                previous_volume=_volume(rows.get((year - 1, number))),
            )
            for number in range(1, max(last_week(year), last_week(year - 1)) + 1)
        ),
    )


def totals(rows: Iterable[WeekDone]) -> Totals:
    """Return the sums over weeks."""
    listed = list(rows)
    return Totals(
        weeks=len(listed),
        total_volume=round(sum(row.total_volume for row in listed), 3),
        workout_count=sum(row.workout_count for row in listed),
        working_sets=sum(row.working_sets for row in listed),
        duration_seconds=sum(row.duration_seconds for row in listed),
    )


def _average(row: WeekDone) -> float:
    return round(row.total_volume / row.workout_count, 2) if row.workout_count else 0.0


def _through(year: int, today: date) -> int:
    this_year, week = week_of(today)[0], week_of(today)[1]
    if year == this_year:
        return week
    return last_week(year) if year < this_year else 0


def _change(now: float, before: float) -> float | None:
    return round(100 * (now - before) / before, 1) if before > 0 else None


def _volume(row: WeekDone | None) -> float | None:
    return None if row is None else row.total_volume
