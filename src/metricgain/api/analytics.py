"""What was done: weeks, muscles, exercises, records, answers, and the plan kept to."""

from typing import Annotated
from uuid import UUID

import msgspec
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
from metricgain.api.etags import KEPT, IfNoneMatch
from metricgain.api.exercise_history import ExerciseHistoryPage, history_page
from metricgain.api.pages import Cursor, Limit
from metricgain.api.routes import keep, read
from metricgain.api.session import Asker
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


@keep("/analytics/weekly-volume", tags=["analytics"])
async def get_weekly_volume(
    asker: Asker, first: From = None, last: To = None
) -> list[WeeklyVolumeShape]:
    """Return the volume of each ISO week that was trained in, the earliest first."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await weekly_volume(past, span)
    return msgspec.convert(found, list[WeeklyVolumeShape], from_attributes=True)


@keep("/analytics/weeks", tags=["analytics"])
async def get_trained_weeks(
    asker: Asker, first: From = None, last: To = None
) -> list[TrainedWeekShape]:
    """Return all there is of each ISO week that was trained in, the earliest first."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await trained_weeks(past, span)
    return msgspec.convert(found, list[TrainedWeekShape], from_attributes=True)


@keep("/analytics/year-over-year", tags=["analytics"])
async def get_year_over_year(asker: Asker, year: Year = None) -> YearOverYearShape:
    """Return an ISO year beside the one before, in total and by week."""
    today = asker.today()
    async with asker.past() as past:
        found = await year_over_year(past, year_of(year, today=today), today=today)
    return msgspec.convert(found, YearOverYearShape, from_attributes=True)


@keep("/analytics/training-days", tags=["analytics"])
async def get_training_days(asker: Asker, year: Year = None) -> TrainingDaysShape:
    """Return the days of a calendar year that were trained on."""
    today = asker.today()
    async with asker.past() as past:
        found = await training_days(past, year_of(year or today.year, today=today))
    return msgspec.convert(found, TrainingDaysShape, from_attributes=True)


@keep("/analytics/muscle-groups", tags=["analytics"])
async def get_muscle_groups(
    asker: Asker, first: From = None, last: To = None
) -> MuscleSharesShape:
    """Return volume and sets of each muscle and group against the landmarks."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await muscle_shares(past, span)
    return msgspec.convert(found, MuscleSharesShape, from_attributes=True)


@keep("/analytics/muscle-weeks", tags=["analytics"])
async def get_muscle_weeks(
    asker: Asker, first: From = None, last: To = None
) -> list[WeekOfMuscleShape]:
    """Return each muscle in each ISO week in which it was trained."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await muscle_weeks(past, span)
    return msgspec.convert(found, list[WeekOfMuscleShape], from_attributes=True)


@keep("/analytics/summary", tags=["analytics"])
async def get_analytics_summary(asker: Asker) -> SummaryShape:
    """Return this week and the last, the balance, and how long each muscle rested."""
    async with asker.past() as past:
        found = await summary(past, today=asker.today())
    return msgspec.convert(found, SummaryShape, from_attributes=True)


@keep("/analytics/records", tags=["analytics"])
async def list_records(
    asker: Asker,
    first: From = None,
    last: To = None,
    exercise_id: ExerciseFilter = None,
) -> list[RecordShape]:
    """Return the records that stand, the latest first.

    With days, only those that were set on them.
    """
    span = span_if_named(first, last, today=asker.today())
    async with asker.past() as past:
        found = await records(past, span, exercise_id=exercise_id)
    return msgspec.convert(found, list[RecordShape], from_attributes=True)


@keep("/analytics/exercises/{exercise_id:int}/trend", tags=["analytics"])
async def get_exercise_trend(
    exercise_id: FromPath[int], asker: Asker, first: From = None, last: To = None
) -> TrendShape:
    """Return an exercise by ISO week: best set, e1RM and its change, volume."""
    span = span_between(first, last, today=asker.today())
    async with asker.past() as past:
        found = await exercise_trend(past, exercise_id, span)
    return msgspec.convert(found, TrendShape, from_attributes=True)


@read(
    "/analytics/exercises/{exercise_id:int}/history",
    tags=["analytics"],
    responses=KEPT,
)
async def get_analytics_history(
    exercise_id: FromPath[int],
    asker: Asker,
    cursor: Cursor = None,
    limit: Limit = 100,
    if_none_match: IfNoneMatch = None,
) -> Response[ExerciseHistoryPage]:
    """Return every set of an exercise, like the history of an exercise."""
    return await history_page(
        asker, exercise_id, cursor=cursor, limit=limit, if_none_match=if_none_match
    )


@keep("/analytics/feedback", tags=["analytics"])
async def get_feedback_analysis(
    asker: Asker,
    first: From = None,
    last: To = None,
    muscle_group: GroupFilter = None,
    mesocycle_id: BlockFilter = None,
) -> FeedbackShape:
    """Return what followed on each combination of answers, and the answers."""
    span = span_between(first, last, today=asker.today())
    async with asker.reading() as tx:
        correlations = await feedback_correlation(tx)
        history = await feedback_history(
            tx, span, muscle_group=muscle_group, mesocycle_id=mesocycle_id
        )
    return msgspec.convert(
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
        from_attributes=True,
    )


@keep("/analytics/adherence", tags=["analytics"])
async def get_adherence(
    asker: Asker, first: From = None, last: To = None
) -> AdherenceSpanShape:
    """Return what was planned and what came of it, in total and by ISO week."""
    today = asker.today()
    span = span_between(first, last, today=today)
    async with asker.reading() as tx:
        found = await adherence(tx, span, today=today)
    return msgspec.convert(found, AdherenceSpanShape, from_attributes=True)


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
