from itertools import product

import pytest

from doc_tables import read_table
from metricgain.engine.mev import MevRule, first_week_change, stimulus
from metricgain.engine.table import Answers

PAGE = "engine/progression"
ROWS = read_table(PAGE, "After the first week")


def change(
    pump: int,
    challenge: int,
    *,
    soreness: int = 0,
    performance: int = 1,
    joint_pain: int = 0,
    counts: bool = True,
) -> tuple[MevRule, int]:
    return first_week_change(
        Answers(
            soreness=soreness,
            performance=performance,
            challenge=challenge,
            pump=pump,
            joint_pain=joint_pain,
        ),
        soreness_counts=counts,
    )


@pytest.mark.parametrize("row", ROWS)
def test_the_first_week_changes_as_the_page_says(row: dict[str, str]) -> None:
    low, high = (int(part) for part in row["Stimulus"].split(" to "))

    for pump, challenge, soreness in product(range(4), repeat=3):
        if not low <= pump + challenge + soreness <= high:
            continue
        rule, delta = change(pump, challenge, soreness=soreness)

        if int(row["Change"]) > 0 and max(soreness, challenge) >= 2:
            assert (rule, delta) == (MevRule.STOPPED, 0)
        else:
            assert (rule, delta) == (row["Rule"], int(row["Change"]))


@pytest.mark.parametrize(
    ("pump", "challenge", "expected"),
    [(0, 0, 0), (1, 0, 2), (1, 1, 3), (2, 1, 5), (3, 2, 8), (3, 3, 9)],
)
def test_without_soreness_the_other_two_count_half_more(
    pump: int, challenge: int, expected: int
) -> None:
    assert stimulus(pump=pump, challenge=challenge, soreness=None) == expected


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        pytest.param({"soreness": 2}, ("M6", 0), id="healed just in time"),
        pytest.param({"performance": 2}, ("M6", 0), id="past the effort"),
        pytest.param({"performance": 3}, ("M6", 0), id="missed"),
        pytest.param({"joint_pain": 2}, ("M7", 0), id="clear joint pain"),
        pytest.param({"joint_pain": 3}, ("M7", -1), id="bad joint pain"),
        pytest.param({"joint_pain": 1}, ("M1", 2), id="slight joint pain"),
        pytest.param(
            {"soreness": 3, "counts": False}, ("M6", 0), id="sore from before"
        ),
    ],
)
def test_nothing_is_added_after_a_warning(
    answered: dict[str, int], expected: tuple[str, int]
) -> None:
    counts = answered.pop("counts", True)

    assert change(0, 0, counts=bool(counts), **answered) == expected


def test_a_cut_deeper_than_joint_pain_asks_for_stays() -> None:
    assert change(3, 3, soreness=3, joint_pain=3) == ("M5", -2)
