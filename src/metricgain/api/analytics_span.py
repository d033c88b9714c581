"""The parameters of questions about the past: days or ISO weeks, and years."""

import re
from datetime import date
from typing import Annotated, Final, TypeAlias

from litestar.params import QueryParameter

from metricgain.engine.iso_weeks import NoSuchWeekError, first_day, sunday_of, week_of
from metricgain.kit.errors import Invalid
from metricgain.reads.span import FIRST_DAY, LAST_DAY, Span, span_of

_WEEK: Final = re.compile(r"([0-9]{4})-W([0-9]{2})")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

From: TypeAlias = Annotated[
    str | None,
    QueryParameter(
        name="from",
        max_length=20,
        description=(
            "The first day or ISO week, like 2026-03-02 or 2026-W10. Left out: 26 weeks"
            " up to `to`."
        ),
    ),
]
To: TypeAlias = Annotated[
    str | None,
    QueryParameter(
        name="to",
        max_length=20,
        description=(
            "The last day or ISO week, like 2026-03-29 or 2026-W13. Left out: today."
        ),
    ),
]
Year: TypeAlias = Annotated[
    int | None,
    QueryParameter(
        description="A year from 1971 to 2100. Left out: the running one.",
    ),
]


def span_between(first: str | None, last: str | None, *, today: date) -> Span:
    """Return the days that two parameters name. Raises Invalid with their names."""
    return span_of(
        None if first is None else _first(first),
        None if last is None else _last(last),
        today=today,
    )


def span_if_named(first: str | None, last: str | None, *, today: date) -> Span | None:
    """Return the days that are named, or None if none is. Raises Invalid."""
    if first is None and last is None:
        return None
    return span_between(first, last, today=today)


def year_of(year: int | None, *, today: date) -> int:
    """Return the ISO year that is asked for. Raises Invalid."""
    found = week_of(today)[0] if year is None else year
    # The year before is compared with it.
    if not FIRST_DAY.year < found <= LAST_DAY.year:
        raise Invalid(
            f"must be from {FIRST_DAY.year + 1} to {LAST_DAY.year}", field="year"
        )
    return found


def _first(text: str) -> date:
    week = _WEEK.fullmatch(text)
    return _monday(week, "from") if week else _day(text, "from")


def _last(text: str) -> date:
    week = _WEEK.fullmatch(text)
    return sunday_of(_monday(week, "to")) if week else _day(text, "to")


def _monday(week: re.Match[str], field: str) -> date:
    try:
        return first_day((int(week[1]), int(week[2])))
    except NoSuchWeekError as error:
        raise Invalid(f"there is no week {week[0]}: {error}", field=field) from error


def _day(text: str, field: str) -> date:
    if not _DAY.fullmatch(text):
        raise Invalid(
            "must be a day like 2026-03-02 or an ISO week like 2026-W10", field=field
        )
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid(f"there is no day {text}", field=field) from None
