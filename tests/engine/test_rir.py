import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.landmarks import Experience
from metricgain.engine.rir import (
    BlockLengthError,
    WeekNumberError,
    needs_floor_one,
    rir_by_week,
    target_rir,
)

PAGE = "engine/rir"
lengths = st.integers(3, 7)


def rirs(cell: str) -> tuple[int, ...]:
    return tuple(int(part) for part in cell.split(","))


def test_the_page_lists_every_length_of_block() -> None:
    rows = read_table(PAGE, "RIR by week")

    assert [int(row["weeks"]) for row in rows] == [3, 4, 5, 6, 7]
    assert [rirs(row["RIR"]) for row in rows] == [rir_by_week(n) for n in range(3, 8)]


@pytest.mark.parametrize("row", read_table(PAGE, "One rep always in reserve"))
def test_one_rep_stays_in_reserve_as_the_page_says(row: dict[str, str]) -> None:
    floor = needs_floor_one(
        experience=Experience(row["experience"]),
        traps_lifter=row["can trap you"] == "yes",
        safeties=row["safeties"] == "yes",
    )

    assert floor is (row["floor of 1"] == "yes")


@pytest.mark.parametrize("row", read_table(PAGE, "A careful first week"))
def test_a_careful_start_is_as_the_page_says(row: dict[str, str]) -> None:
    found = rir_by_week(int(row["weeks"]), careful_start=True)

    assert found == rirs(row["RIR with a careful start"])


@given(weeks=lengths, floor_one=st.booleans(), careful=st.booleans())
def test_rir_falls_week_by_week_to_the_deload(
    *, weeks: int, floor_one: bool, careful: bool
) -> None:
    *hard, deload = rir_by_week(weeks, floor_one=floor_one, careful_start=careful)

    assert hard == sorted(hard, reverse=True)
    assert min(hard) >= (1 if floor_one else 0)
    assert deload == 4


@given(weeks=lengths, data=st.data())
def test_a_week_has_its_place_in_the_row(weeks: int, data: st.DataObject) -> None:
    week = data.draw(st.integers(1, weeks))

    assert target_rir(week, weeks) == rir_by_week(weeks)[week - 1]


@pytest.mark.parametrize("weeks", [0, 2, 8])
def test_other_lengths_of_block_are_refused(weeks: int) -> None:
    with pytest.raises(BlockLengthError, match=f"3 to 7 weeks, not {weeks}"):
        rir_by_week(weeks)


@pytest.mark.parametrize("week", [0, 6])
def test_a_week_outside_the_block_is_refused(week: int) -> None:
    with pytest.raises(WeekNumberError, match=f"between 1 and 5, not {week}"):
        target_rir(week, 5)
