"""A program fills its weeks with blocks, transitions and dates."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from generated import SIX
from metricgain.engine.generator.profile import HORIZON_WEEKS, Goal, Profile
from metricgain.engine.generator.program import (
    block_lengths,
    calculate_microcycle_dates,
    outline_program,
    rotated_emphasis,
)
from metricgain.engine.landmarks import Emphasis

MONDAY = date(2026, 1, 5)
WEEK = timedelta(days=7)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize("row", read_table("engine/generator", "Over many weeks"))
def test_blocks_fill_the_weeks_as_the_page_says(row: dict[str, str]) -> None:
    lengths = [int(each) for each in row["blocks"].split(", ")]

    assert list(block_lengths(int(row["weeks"]))) == lengths


@pytest.mark.parametrize("weeks", HORIZON_WEEKS)
def test_every_horizon_is_filled_to_the_day(weeks: int) -> None:
    program = outline_program(Profile(horizon_weeks=weeks), MONDAY)

    blocks = program.mesocycles
    assert blocks[0].first_day == MONDAY
    assert blocks[-1].last_day == program.last_day == MONDAY + WEEK * weeks - WEEK / 7
    assert all(4 <= block.weeks <= 7 for block in blocks)
    for before, after in pairwise(blocks):
        free = after.first_day - before.last_day
        assert free == timedelta(days=1) + WEEK * after.needs_transition
    assert [block.needs_transition for block in blocks] == [
        index > 0 and index % 2 == 0 for index in range(len(blocks))
    ]


@given(start=DAYS, week=st.integers(1, 7), needs_transition=st.booleans())
def test_weeks_follow_each_other(
    start: date, week: int, *, needs_transition: bool
) -> None:
    first, last = calculate_microcycle_dates(
        start, week, needs_transition=needs_transition
    )
    after, _ = calculate_microcycle_dates(
        start, week + 1, needs_transition=needs_transition
    )

    assert first.weekday() == start.weekday()
    assert last - first == timedelta(days=6)
    assert after - last == timedelta(days=1)
    assert first - start == WEEK * (week - 1 + needs_transition)


def test_many_emphasised_muscles_take_turns() -> None:
    profile = Profile(emphasis=dict.fromkeys(SIX, Emphasis.EMPHASIZE))

    turns = [set(rotated_emphasis(profile, index)) for index in range(4)]

    assert all(len(turn) == 3 for turn in turns)
    assert set().union(*turns) == set(SIX)
    assert turns[0].isdisjoint(turns[1])


def test_one_emphasised_muscle_rests_every_third_block() -> None:
    profile = Profile(emphasis={SIX[0]: Emphasis.EMPHASIZE})

    turns = [SIX[0] in rotated_emphasis(profile, index) for index in range(6)]

    assert turns == [True, True, False, True, True, False]


def test_whoever_maintains_maintains_in_every_block() -> None:
    found = rotated_emphasis(Profile(goal=Goal.MAINTENANCE), 2)

    assert set(found.values()) == {Emphasis.MAINTAIN}
