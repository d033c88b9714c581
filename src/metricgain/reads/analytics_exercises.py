"""Records, and one exercise week by week."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from metricgain.engine.iso_weeks import first_day, label
from metricgain.engine.muscles import MuscleGroup
from metricgain.reads.span import FIRST_DAY, LAST_DAY, Span
from metricgain.store.past.rows import ExerciseWeek, Past, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One week of an exercise; the e1RM is compared with the last week of its kind."""

    week: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """An exercise over some weeks, those without it left out."""

    exercise_id: int
    name: str
    muscle_group: MuscleGroup
    points: tuple[TrendPoint, ...]


async def exercise_trend(past: Past, exercise_id: int, span: Span) -> Trend:
    """Return an exercise by week, the earliest first. Raises NotFound."""
    found = await past.trend(exercise_id, span.monday, span.sunday)
    return Trend(
        exercise_id=found.exercise_id,
        name=found.name,
        muscle_group=found.muscle_group,
        points=tuple(_point(week) for week in found.weeks),
    )


async def records(
    past: Past, span: Span | None, *, exercise_id: int | None = None
) -> tuple[Record, ...]:
    """Return the records that stand and were set in a span, or ever; latest first.

    Raises NotFound for an exercise that does not exist.
    """
    first, last = (span.first, span.last) if span else (FIRST_DAY, LAST_DAY)
    return await past.records(first, last, exercise_id=exercise_id)


def _point(week: ExerciseWeek) -> TrendPoint:
    return TrendPoint(
        week=label(week.week),
        week_start=first_day(week.week),
        is_deload=week.is_deload,
        sets=week.sets,
        volume=week.volume,
        best_weight=week.best_weight,
        best_reps=week.best_reps,
        best_log_id=week.best_log_id,
        best_set_id=week.best_set_id,
        one_rm=week.one_rm,
        previous_one_rm=week.previous_one_rm,
        one_rm_change=week.one_rm_change,
    )
