"""A program fills its weeks with blocks, transitions and dates."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from generated import SIX
from metricgain.engine.block import Session, Week
from metricgain.engine.free_days import clear_of_free_days
from metricgain.engine.generator.layout import block_lengths, free_weeks
from metricgain.engine.generator.profile import (
    HORIZON_WEEKS,
    FreeSpan,
    Goal,
    Profile,
)
from metricgain.engine.generator.program import (
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


def with_free_weeks(weeks: int, free: set[int]) -> Profile:
    spans = tuple(
        FreeSpan(first=MONDAY + WEEK * week, last=MONDAY + WEEK * week + 6 * WEEK / 7)
        for week in sorted(free)
    )
    return Profile(horizon_weeks=weeks, free=spans)


def test_a_holiday_becomes_the_transition_week() -> None:
    program = outline_program(with_free_weeks(12, {5}), MONDAY)

    first, second = program.mesocycles
    assert (first.weeks, second.weeks) == (5, 6)
    assert second.needs_transition
    assert second.start == MONDAY + WEEK * 5
    assert len(program.macrocycles) == 2


def test_a_long_holiday_pauses_the_program() -> None:
    program = outline_program(with_free_weeks(15, {5, 6, 7, 14}), MONDAY)

    first, second = program.mesocycles
    assert first.last_day == MONDAY + WEEK * 5 - WEEK / 7
    assert second.needs_transition
    assert second.first_day == MONDAY + WEEK * 8
    assert second.last_day == MONDAY + WEEK * 14 - WEEK / 7


@given(
    weeks=st.sampled_from(HORIZON_WEEKS),
    free=st.sets(st.integers(0, 51), max_size=4),
)
def test_blocks_lie_around_free_weeks_one_after_the_other(
    weeks: int, free: set[int]
) -> None:
    profile = with_free_weeks(weeks, {each for each in free if each < weeks})

    program = outline_program(profile, MONDAY)

    is_free = free_weeks(profile, MONDAY)
    assert all(4 <= block.weeks <= 7 for block in program.mesocycles)
    assert program.mesocycles[-1].last_day <= program.last_day
    since = 0
    for before, after in pairwise(program.mesocycles):
        paused = (after.first_day - before.last_day).days // 7
        first = (before.last_day - MONDAY).days // 7 + 1
        assert paused <= 1 or all(is_free[first : first + paused])
        assert after.needs_transition == (paused > 0)
        since = 0 if paused else since + 1
        assert since < 2


@pytest.mark.parametrize(
    ("free", "days"),
    [
        pytest.param([(2, 2)], [0, 1, 4], id="the day before"),
        pytest.param([(0, 1)], [2, 3, 4], id="one after the other"),
        pytest.param([(0, 5)], [2, 4, 6], id="no room for all"),
        pytest.param([(0, 6)], [0, 2, 4], id="no room at all"),
    ],
)
def test_a_workout_on_a_free_day_moves_within_its_week(
    free: list[tuple[int, int]], days: list[int]
) -> None:
    days_of = [MONDAY + timedelta(days=each) for each in range(7)]
    spans = [FreeSpan(first=days_of[a], last=days_of[b]) for a, b in free]
    sessions = [
        Session(day=index, scheduled_on=days_of[each], exercises=())
        for index, each in enumerate((0, 2, 4))
    ]
    week = Week(
        number=1, start=MONDAY, is_deload=False, rir=3, sessions=tuple(sessions)
    )

    [moved] = clear_of_free_days([week], Profile(free=tuple(spans)))

    assert [(one.scheduled_on - MONDAY).days for one in moved.sessions] == days
