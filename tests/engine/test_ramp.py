from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.caps import weekly_growth
from metricgain.engine.ramp import sets_ramp, slots_ramp
from metricgain.engine.rir import BlockLengthError

PAGE = "engine/plan"
lengths = st.integers(3, 7)


@pytest.mark.parametrize("row", read_table(PAGE, "The ramp of sets"))
def test_a_muscle_ramps_as_the_page_says(row: dict[str, str]) -> None:
    ramp = sets_ramp(
        int(row["first week"]), goal=int(row["goal"]), weeks=int(row["weeks"])
    )

    assert ", ".join(str(sets) for sets in ramp) == row["sets by week"]


@pytest.mark.parametrize("row", read_table(PAGE, "Which exercise gets the sets"))
def test_exercises_share_the_sets_as_the_page_says(row: dict[str, str]) -> None:
    slots = [int(sets) for sets in row["first week"].split("+")]

    ramp = slots_ramp(slots, goal=int(row["goal"]), weeks=int(row["weeks"]))

    written = ["+".join(str(sets) for sets in week) for week in ramp]
    assert ", ".join(written) == row["exercises by week"]


@given(start=st.integers(0, 40), goal=st.integers(0, 40), weeks=lengths)
def test_a_ramp_rises_slowly_to_its_goal_and_ends_in_half(
    start: int, goal: int, weeks: int
) -> None:
    *hard, deload = sets_ramp(start, goal=goal, weeks=weeks)

    assert len(hard) == weeks - 1
    assert hard[0] == start
    assert max(hard) <= max(start, goal)
    assert all(0 <= b - a <= weekly_growth(a) for a, b in pairwise(hard))
    assert deload == (hard[-1] + 1) // 2


@given(
    slots=st.lists(st.integers(1, 15), min_size=1, max_size=6),
    goal=st.integers(0, 40),
    weeks=lengths,
)
def test_exercises_never_pass_five_sets_nor_the_ramp_of_their_muscle(
    slots: list[int], goal: int, weeks: int
) -> None:
    muscle = sets_ramp(sum(slots), goal=goal, weeks=weeks)

    ramp = slots_ramp(slots, goal=goal, weeks=weeks)

    for planned, total in zip(ramp[:-1], muscle[:-1], strict=True):
        assert sum(planned) <= total
        assert all(
            after == before or after <= 5
            for before, after in zip(slots, planned, strict=True)
        )


@pytest.mark.parametrize("weeks", [2, 8])
def test_a_ramp_of_another_length_is_refused(weeks: int) -> None:
    with pytest.raises(BlockLengthError, match="3 to 7 weeks"):
        sets_ramp(6, goal=12, weeks=weeks)
