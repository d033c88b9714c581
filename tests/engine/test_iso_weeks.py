"""ISO weeks, above all where years meet."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metricgain.engine.iso_weeks import (
    NoSuchWeekError,
    first_day,
    label,
    last_week,
    monday_of,
    sunday_of,
    week_of,
)

DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "week"),
    [
        pytest.param(date(2021, 1, 1), "2020-W53", id="1 January in week 53"),
        pytest.param(date(2021, 1, 4), "2021-W01", id="the first Monday"),
        pytest.param(date(2024, 12, 30), "2025-W01", id="30 December in week 1"),
        pytest.param(date(2026, 12, 31), "2026-W53", id="a year of 53 weeks"),
        pytest.param(date(2027, 1, 3), "2026-W53", id="its last Sunday"),
    ],
)
def test_a_day_near_new_year_lies_in_the_week_of_its_thursday(
    day: date, week: str
) -> None:
    assert label(week_of(day)) == week


@given(DAYS)
def test_a_week_begins_on_the_monday_before_and_ends_six_days_later(day: date) -> None:
    monday = first_day(week_of(day))

    assert monday == monday_of(day)
    assert monday.weekday() == 0
    assert sunday_of(day) - monday == timedelta(days=6)
    assert monday <= day <= sunday_of(day)


@pytest.mark.parametrize(("year", "weeks"), [(2020, 53), (2025, 52), (2026, 53)])
def test_a_year_has_52_weeks_or_53(year: int, weeks: int) -> None:
    assert last_week(year) == weeks


@pytest.mark.parametrize("week", [(2025, 53), (2025, 0), (2026, 54), (0, 1), (9999, 1)])
def test_a_week_that_does_not_exist_is_refused(week: tuple[int, int]) -> None:
    with pytest.raises(NoSuchWeekError):
        first_day(week)
