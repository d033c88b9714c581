"""ISO weeks: Monday to Sunday, named by the year that holds their Thursday."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, TypeAlias

Week: TypeAlias = tuple[int, int]
"""The ISO year and the number of the week in it, from 1."""

DAYS: Final = 7
_ALWAYS_IN_LAST_WEEK: Final = (12, 28)


class NoSuchWeekError(ValueError):
    """A year has 52 weeks or 53, counted from 1."""


def week_of(day: date) -> Week:
    """Return the ISO week of a day; 1 January may lie in the year before."""
    year, week, _ = day.isocalendar()
    return year, week


def monday_of(day: date) -> date:
    """Return the first day of the ISO week that a day lies in."""
    return day - timedelta(days=day.weekday())


def sunday_of(day: date) -> date:
    """Return the last day of the ISO week that a day lies in."""
    return monday_of(day) + timedelta(days=DAYS - 1)


def last_week(year: int) -> int:
    """Return how many ISO weeks a year has: 52 or 53."""
    return date(year, *_ALWAYS_IN_LAST_WEEK).isocalendar().week


def first_day(week: Week) -> date:
    """Return the Monday of an ISO week. Raises NoSuchWeekError."""
    year, number = week
    if not MINYEAR < year < MAXYEAR:
        raise NoSuchWeekError(f"there is no year {year}")
    if not 1 <= number <= last_week(year):
        raise NoSuchWeekError(f"{year} has the weeks 1 to {last_week(year)}")
    return date.fromisocalendar(year, number, 1)


def label(week: Week) -> str:
    """Return how ISO 8601 writes a week, like 2026-W05."""
    year, number = week
    return f"{year}-W{number:02d}"
