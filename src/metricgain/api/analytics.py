"""What was done: weeks, muscles, exercises, records, answers, and the plan kept to."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, QueryParameter

from metricgain.api.analytics_shapes import (
    AdherenceSpanShape,
    FeedbackShape,
    MuscleSharesShape,
    RecordShape,
    SummaryShape,
    TrainedWeekShape,
    TrainingDaysShape,
    TrendShape,
    WeeklyVolumeShape,
    WeekOfMuscleShape,
    YearOverYearShape,
)
from metricgain.api.analytics_span import (
    From,
    To,
    Year,
    span_between,
    span_if_named,
    year_of,
)
from metricgain.api.exercise_history import ExerciseHistoryPage, history_page
from metricgain.api.pages import Cursor, Limit
from metricgain.api.routes import table
from metricgain.api.session import Asker
from metricgain.api.tables import Shown
from metricgain.engine.muscles import MuscleGroup
from metricgain.reads.adherence import adherence
from metricgain.reads.analytics_days import training_days
from metricgain.reads.analytics_exercises import exercise_trend, records
from metricgain.reads.analytics_muscles import muscle_shares, muscle_weeks
from metricgain.reads.analytics_weeks import (
    trained_weeks,
    weekly_volume,
    year_over_year,
)
from metricgain.reads.dashboard import summary
from metricgain.reads.feedback_correlation import feedback_correlation
from metricgain.reads.feedback_history import feedback_history

ExerciseFilter = Annotated[
    int | None,
    QueryParameter(
        name="exerciseId", ge=1, le=2**63 - 1, description="Only this exercise."
    ),
]
GroupFilter = Annotated[
    MuscleGroup | None,
    QueryParameter(name="muscleGroup", description="Only this muscle group."),
]
BlockFilter = Annotated[
    UUID | None, QueryParameter(name="mesocycleId", description="Only this block.")
]


@table("/analytics/weekly-volume", tags=["analytics"])
async def get_weekly_volume(
    asker: Asker, shown: Shown, first: From = None, last: To = None
) -> Response[list[WeeklyVolumeShape]]:
    """Return the volume of each ISO week that was trained in, the earliest first."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await weekly_volume(past, span)
    return shown.answer(found, list[WeeklyVolumeShape])


@table("/analytics/weeks", tags=["analytics"])
async def get_trained_weeks(
    asker: Asker, shown: Shown, first: From = None, last: To = None
) -> Response[list[TrainedWeekShape]]:
    """Return all there is of each ISO week that was trained in, the earliest first."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await trained_weeks(past, span)
    return shown.answer(found, list[TrainedWeekShape])


@table("/analytics/year-over-year", tags=["analytics"])
async def get_year_over_year(
    asker: Asker, shown: Shown, year: Year = None
) -> Response[YearOverYearShape]:
    """Return an ISO year beside the one before, in total and by week."""
    today = asker.today()
    async with asker.past() as past:
        found = await year_over_year(past, year_of(year, today=today), today=today)
    return shown.answer(found, YearOverYearShape)


@table("/analytics/training-days", tags=["analytics"])
async def get_training_days(
    asker: Asker, shown: Shown, year: Year = None
) -> Response[TrainingDaysShape]:
    """Return the days of a calendar year that were trained on."""
    today = asker.today()
    async with asker.past() as past:
        found = await training_days(past, year_of(year or today.year, today=today))
    return shown.answer(found, TrainingDaysShape)


@table("/analytics/muscle-groups", tags=["analytics"])
async def get_muscle_groups(
    asker: Asker, shown: Shown, first: From = None, last: To = None
) -> Response[MuscleSharesShape]:
    """Return volume and sets of each muscle and group against the landmarks."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await muscle_shares(past, span)
    return shown.answer(found, MuscleSharesShape)


@table("/analytics/muscle-weeks", tags=["analytics"])
async def get_muscle_weeks(
    asker: Asker, shown: Shown, first: From = None, last: To = None
) -> Response[list[WeekOfMuscleShape]]:
    """Return each muscle in each ISO week in which it was trained."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await muscle_weeks(past, span)
    return shown.answer(found, list[WeekOfMuscleShape])


@table("/analytics/summary", tags=["analytics"])
async def get_analytics_summary(asker: Asker, shown: Shown) -> Response[SummaryShape]:
    """Return this week and the last, the balance, and how long each muscle rested."""
    async with asker.past() as past:
        found = await summary(past, today=asker.today())
    return shown.answer(found, SummaryShape)


@table("/analytics/records", tags=["analytics"])
async def list_records(
    asker: Asker,
    shown: Shown,
    first: From = None,
    last: To = None,
    exercise_id: ExerciseFilter = None,
) -> Response[list[RecordShape]]:
    """Return the records that stand, the latest first.

    With days, only those that were set on them.
    """
    span = span_if_named(first, last, today=asker.today())
    async with asker.past() as past:
        found = await records(past, span, exercise_id=exercise_id)
    return shown.answer(found, list[RecordShape])


@table("/analytics/exercises/{exercise_id:int}/trend", tags=["analytics"])
async def get_exercise_trend(
    exercise_id: FromPath[int],
    asker: Asker,
    shown: Shown,
    first: From = None,
    last: To = None,
) -> Response[TrendShape]:
    """Return an exercise by ISO week: best set, e1RM and its change, volume."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await exercise_trend(past, exercise_id, span)
    return shown.answer(found, TrendShape)


@table("/analytics/exercises/{exercise_id:int}/history", tags=["analytics"])
async def get_analytics_history(
    exercise_id: FromPath[int],
    asker: Asker,
    shown: Shown,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Response[ExerciseHistoryPage]:
    """Return every set of an exercise, like the history of an exercise."""
    page, _ = await history_page(asker, exercise_id, cursor=cursor, limit=limit)
    return shown.answer(page, ExerciseHistoryPage)


@table("/analytics/feedback", tags=["analytics"])
async def get_feedback_analysis(
    asker: Asker,
    shown: Shown,
    first: From = None,
    last: To = None,
    muscle_group: GroupFilter = None,
    mesocycle_id: BlockFilter = None,
) -> Response[FeedbackShape]:
    """Return what followed on each combination of answers, and the answers."""
    span = span_between(first, last, today=asker.today())
    async with asker.reading() as tx:
        correlations = await feedback_correlation(tx)
        history = await feedback_history(
            tx, span, muscle_group=muscle_group, mesocycle_id=mesocycle_id
        )
    return shown.answer(
        {
            "from": span.first,
            "to": span.last,
            "correlations": [
                each
                for each in correlations
                if muscle_group in (None, each.muscle_group)
            ],
            "history": history,
        },
        FeedbackShape,
    )


@table("/analytics/adherence", tags=["analytics"])
async def get_adherence(
    asker: Asker, shown: Shown, first: From = None, last: To = None
) -> Response[AdherenceSpanShape]:
    """Return what was planned and what came of it, in total and by ISO week."""
    today = asker.today()
    span = span_between(first, last, today=today)
    async with asker.reading() as tx:
        found = await adherence(tx, span, today=today)
    return shown.answer(found, AdherenceSpanShape)


ROUTES = [
    get_weekly_volume,
    get_trained_weeks,
    get_year_over_year,
    get_training_days,
    get_muscle_groups,
    get_muscle_weeks,
    get_analytics_summary,
    list_records,
    get_exercise_trend,
    get_analytics_history,
    get_feedback_analysis,
    get_adherence,
]
