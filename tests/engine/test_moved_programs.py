"""What of a program moves when a block before it has become longer."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metricgain.engine.generator.moving import LaidBlock, moved_firsts
from metricgain.engine.generator.profile import FreeSpan, Profile

MONDAY = date(2026, 3, 2)


def week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def laid(
    first: int, weeks: int, *, opens: bool = False, begun: bool = False
) -> LaidBlock:
    return LaidBlock(
        first=week(first),
        last=week(first + weeks) - timedelta(days=1),
        is_planned=not begun,
        opens_macrocycle=opens,
    )


def free(first: int, weeks: int) -> Profile:
    last = week(first + weeks) - timedelta(days=1)
    return Profile(free=(FreeSpan(first=week(first), last=last),))


LATE = LaidBlock(
    first=MONDAY + timedelta(days=2),
    last=MONDAY + timedelta(days=29),
    is_planned=False,
    opens_macrocycle=True,
)


@pytest.mark.parametrize(
    ("blocks", "profile", "firsts"),
    [
        pytest.param(
            [laid(0, 4, opens=True, begun=True), laid(4, 4), laid(9, 4, opens=True)],
            None, [0, 4, 9], id="nothing overlaps",
        ),
        pytest.param(
            [laid(0, 5, opens=True, begun=True), laid(4, 4), laid(9, 4, opens=True)],
            None, [0, 5, 10], id="a week longer",
        ),
        pytest.param([LATE, laid(4, 4)], None, [0, 5], id="begun two days late"),
        pytest.param(
            [laid(0, 5, opens=True, begun=True), laid(4, 4), laid(11, 4, opens=True)],
            None, [0, 5, 11], id="a longer pause takes it up",
        ),
        pytest.param(
            [laid(0, 4, opens=True, begun=True), laid(4, 5, begun=True),
             laid(9, 4, opens=True)],
            None, [0, 4, 10], id="the week without a plan stays",
        ),
        pytest.param(
            [laid(0, 5, opens=True, begun=True), laid(4, 4), laid(10, 4, opens=True)],
            free(8, 2), [0, 10, 15], id="a holiday does not come into a block",
        ),
        pytest.param(
            [laid(0, 5, opens=True, begun=True), laid(4, 4)],
            free(5, 40), [0, 5], id="a holiday without an end",
        ),
    ],
)  # fmt: skip
def test_planned_blocks_move_as_far_as_they_have_to(
    blocks: list[LaidBlock], profile: Profile | None, firsts: list[int]
) -> None:
    found = moved_firsts(blocks, profile)

    assert [(day - MONDAY).days // 7 for day in found] == firsts


@given(
    lengths=st.lists(st.integers(3, 7), min_size=2, max_size=10),
    longer=st.integers(0, 4),
    late=st.integers(0, 6),
)
def test_after_the_move_nothing_overlaps_and_nothing_is_left_to_move(
    lengths: list[int], longer: int, late: int
) -> None:
    blocks = []
    at = 0
    for index, weeks in enumerate(lengths):
        opens = index % 2 == 0
        at += int(opens and index > 0)
        blocks.append(laid(at, weeks, opens=opens))
        at += weeks
    begun = blocks[0]
    by = timedelta(days=late)
    blocks[0] = LaidBlock(
        first=begun.first + by,
        last=begun.last + by + timedelta(weeks=longer),
        is_planned=False,
        opens_macrocycle=True,
    )

    firsts = moved_firsts(blocks, None)
    moved = [
        LaidBlock(
            first=first,
            last=first + (one.last - one.first),
            is_planned=one.is_planned,
            opens_macrocycle=one.opens_macrocycle,
        )
        for one, first in zip(blocks, firsts, strict=True)
    ]

    assert all(a.last < b.first for a, b in pairwise(moved))
    assert all(
        (n.first - o.first).days % 7 == 0 for n, o in zip(moved, blocks, strict=True)
    )
    assert moved_firsts(moved, None) == firsts
