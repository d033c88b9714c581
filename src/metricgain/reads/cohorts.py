"""Questions across users, as expressions over the exported sets.

Each takes the table of reads/performance_over_time.py as Ibis sees it and gives one
back, in an order that is the same everywhere. The same expression runs on DuckDB and
on Spark, so it keeps to what both mean alike: weeks come as columns, correlations are
those of a population, and nothing is divided by zero.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from metricgain.kit.extras import extra

Expression: TypeAlias = Any
"""A table of Ibis: the library is optional, and carries few types."""
Question: TypeAlias = Callable[[Expression], Expression]


def weekly_trend(sets: Expression) -> Expression:
    """Return what lifters do per week and muscle group, and how it changes.

    One row per ISO week and group: lifters, working sets and volume in kg per lifter,
    those of the week before that anybody trained the group in, and the change.
    """
    ibis = extra("ibis")
    done = sets.filter(sets.is_working)
    weeks = done.group_by("muscle_group", "week_start").aggregate(
        iso_year=done.iso_year.min(),
        iso_week=done.iso_week.min(),
        lifters=done.user_id.nunique(),
        sets=done.count(),
        volume_kg=done.volume_kg.sum(),
    )
    shared = weeks.mutate(
        sets_per_lifter=_ratio(weeks.sets, weeks.lifters),
        volume_per_lifter=_ratio(weeks.volume_kg, weeks.lifters),
    )
    before = ibis.window(group_by=shared.muscle_group, order_by=shared.week_start)
    trend = shared.mutate(
        previous_volume_per_lifter=shared.volume_per_lifter.lag().over(before),
        change=shared.volume_per_lifter - shared.volume_per_lifter.lag().over(before),
    )
    return trend.select(
        "muscle_group",
        "iso_year",
        "iso_week",
        "lifters",
        "sets_per_lifter",
        "volume_per_lifter",
        "previous_volume_per_lifter",
        "change",
    ).order_by("muscle_group", "iso_year", "iso_week")


def feedback_correlation(sets: Expression) -> Expression:
    """Return what followed on each combination of answers (requirement 2).

    One row per group and answers: how often they were given in blocks, how many of
    those had a next week that was trained, and the sets of the group in it on average,
    over all, and over those that were followed.
    """
    in_blocks = sets.filter(sets.mesocycle_id.notnull() & sets.week_number.notnull())
    given = _answers(in_blocks)
    weeks = in_blocks.select(*_WEEK).distinct().mutate(was_trained=True)
    done = in_blocks.filter(in_blocks.set_type != "warmup")
    sets_in = done.group_by(*_WEEK, "muscle_group").aggregate(next_sets=done.count())
    followed = _join(_join(given, weeks), sets_in, "muscle_group")
    counted = followed.group_by(*_ANSWERS).aggregate(
        occurrences=followed.count(),
        followed=followed.was_trained.count(),
        next_sets=followed.next_sets.sum().fill_null(0),
    )
    return (
        counted.mutate(
            average_next_sets=_ratio(counted.next_sets, counted.occurrences),
            average_when_followed=_ratio(counted.next_sets, counted.followed),
        )
        .drop("next_sets")
        .order_by(*[counted[level].asc(nulls_first=True) for level in _ANSWERS])
    )


def response_to_volume(sets: Expression) -> Expression:
    """Return how strength answered to weekly sets, by muscle group.

    For each lifter, exercise and block with estimates in at least two weeks that are
    no deloads: the working sets per week, and the change of the estimated maximum
    from the first such week to the last, in per cent per week. One row per group: how
    many of these, both on average, their correlation, and the per cent per week that
    one more set goes with.
    """
    answered = _blocks(sets)
    found = answered.group_by("muscle_group").aggregate(
        blocks=answered.count(),
        lifters=answered.user_id.nunique(),
        sets_per_week=answered.sets_per_week.mean(),
        gain_percent_per_week=answered.gain.mean(),
        spread=answered.sets_per_week.var(how="pop"),
        gain_spread=answered.gain.var(how="pop"),
        together=answered.sets_per_week.cov(answered.gain, how="pop"),
        correlated=answered.sets_per_week.corr(answered.gain, how="pop"),
    )
    # Without a spread there is nothing to correlate: engines say NaN, null or 0.
    spread = found.spread > _NEARLY_NOTHING
    varied = spread & (found.gain_spread > _NEARLY_NOTHING)
    return found.select(
        "muscle_group",
        "blocks",
        "lifters",
        "sets_per_week",
        "gain_percent_per_week",
        correlation=varied.ifelse(found.correlated, None),
        gain_per_set=spread.ifelse(_ratio(found.together, found.spread), None),
    ).order_by("muscle_group")


COHORTS: Final[Mapping[str, Question]] = MappingProxyType(
    {
        "weekly-trend": weekly_trend,
        "feedback-correlation": feedback_correlation,
        "response-to-volume": response_to_volume,
    }
)
"""Every question by the name that it is asked by."""

_NEARLY_NOTHING: Final = 1e-12
_WEEK: Final = ("user_id", "mesocycle_id", "week_number")
_LEVELS: Final = ("soreness_level", "pump_level", "challenge_level")
_ANSWERS: Final = ("muscle_group", *_LEVELS)


def _answers(in_blocks: Expression) -> Expression:
    """Return what was answered in each workout, with the number of the week after."""
    soreness, pump, challenge = (in_blocks[level].notnull() for level in _LEVELS)
    given = (
        in_blocks.filter(soreness | pump | challenge)
        .select(*_WEEK, "workout_id", *_ANSWERS)
        .distinct()
    )
    return given.mutate(week_number=given.week_number + 1)


def _join(given: Expression, known: Expression, *more: str) -> Expression:
    """Keep every row that is given, beside what is known of the same keys."""
    keys = (*_WEEK, *more)
    other = known.rename({f"{key}_known": key for key in keys})
    same = [given[key] == other[f"{key}_known"] for key in keys]
    return given.left_join(other, same).drop(*[f"{key}_known" for key in keys])


def _blocks(sets: Expression) -> Expression:
    """Return sets per week and gain of each exercise that was done in a block."""
    in_block = sets.mesocycle_id.notnull() & sets.week_number.notnull()
    hard = sets.filter(sets.is_working & ~sets.is_deload & in_block)
    keys = ("user_id", "mesocycle_id", "exercise_id", "muscle_group")
    weeks = hard.group_by(*keys, "week_number").aggregate(
        sets=hard.count(), e1rm_kg=hard.e1rm_kg.max()
    )
    known = weeks.filter(weeks.e1rm_kg > 0)
    blocks = known.group_by(*keys).aggregate(
        first_week=known.week_number.min(),
        last_week=known.week_number.max(),
        sets_per_week=known.sets.mean(),
        first_kg=known.e1rm_kg.argmin(known.week_number),
        last_kg=known.e1rm_kg.argmax(known.week_number),
    )
    long = blocks.filter(blocks.last_week > blocks.first_week)
    grown = 100 * (long.last_kg / long.first_kg - 1)
    return long.mutate(gain=_ratio(grown, long.last_week - long.first_week))


def _ratio(part: Expression, whole: Expression) -> Expression:
    """Divide; null where the whole is nothing, which Spark would refuse."""
    return part.cast("float64") / whole.cast("float64").nullif(0.0)
