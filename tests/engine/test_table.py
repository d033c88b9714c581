from itertools import product

import pytest

from doc_tables import read_table
from metricgain.engine.table import (
    CELLS,
    Answers,
    TableRule,
    fatigue_signs,
    look_up,
    with_defaults,
)

PAGE = "engine/progression"
PUMPS = ("No pump", "Mild pump", "Good pump", "Extreme pump")


def answers(
    soreness: int,
    performance: int,
    challenge: int = 1,
    pump: int = 2,
    joint_pain: int = 0,
) -> Answers:
    return Answers(
        soreness=soreness,
        performance=performance,
        challenge=challenge,
        pump=pump,
        joint_pain=joint_pain,
    )


def interval(text: str) -> range:
    low, high = text.split(" to ")
    return range(int(low), int(high) + 1)


@pytest.mark.parametrize("row", read_table(PAGE, "The cells"))
def test_the_cells_are_those_of_the_page(row: dict[str, str]) -> None:
    soreness, performance = int(row["Soreness"]), int(row["Performance"])

    for pump, column in enumerate(PUMPS):
        easy = look_up(answers(soreness, performance, 0, pump), consecutive_misses=0)
        right = look_up(answers(soreness, performance, 1, pump), consecutive_misses=0)

        assert easy.delta == int(row["Easy"])
        assert right.delta == int(row[column])
        assert {easy.delta, right.delta} <= set(interval(row["Published range"]))
    assert len(CELLS) == len(read_table(PAGE, "The cells"))


@pytest.mark.parametrize("row", read_table(PAGE, "The published ranges"))
def test_every_result_lies_in_the_published_range_but_one(row: dict[str, str]) -> None:
    soreness = int(row["Soreness"])

    for performance, challenge, pump in product(range(3), range(2), range(4)):
        allowed = interval(row[f"Performance {performance}"])
        found = look_up(
            answers(soreness, performance, challenge, pump), consecutive_misses=0
        )

        if (soreness, performance) == (3, 2):
            assert found.delta == -1
        else:
            assert found.delta in allowed


@pytest.mark.parametrize(
    ("given", "misses", "rule", "delta"),
    [
        pytest.param(answers(0, 3), 2, "T1", None, id="second miss in a row"),
        pytest.param(answers(3, 3), 1, "T1", None, id="a miss while still sore"),
        pytest.param(answers(0, 3, 3), 1, "T1", None, id="a miss and too much"),
        pytest.param(answers(2, 3, 2), 1, "T2", 0, id="a single miss"),
        pytest.param(answers(3, 2), 0, "T3", -1, id="sore and past the effort"),
        pytest.param(answers(3, 0, 3), 0, "T3", -1, id="sore and too much"),
        pytest.param(answers(0, 2, 3), 0, "T3", -1, id="past the effort, too much"),
        pytest.param(answers(3, 2, 3), 0, "T3", -1, id="all three signs"),
        pytest.param(answers(3, 0, 0), 0, "T4", 0, id="still sore alone"),
        pytest.param(answers(2, 0, 0), 0, "T4", 0, id="just in time"),
        pytest.param(answers(0, 2, 0), 0, "T4", 0, id="past the effort alone"),
        pytest.param(answers(0, 0, 2), 0, "T4", 0, id="pushed my limits"),
        pytest.param(answers(0, 0, 3), 0, "T4", 0, id="too much alone"),
        pytest.param(answers(0, 0, 0), 0, "T5", 3, id="all fresh"),
        pytest.param(answers(0, 0, 0, 2, 1), 0, "T5", 3, id="slight joint pain"),
        pytest.param(answers(0, 0, 0, 2, 2), 0, "T6", 0, id="clear joint pain"),
        pytest.param(answers(0, 0, 0, 2, 3), 0, "T6", -1, id="bad joint pain"),
        pytest.param(answers(2, 0, 0, 2, 2), 0, "T4", 0, id="pain changes nothing"),
        pytest.param(answers(3, 2, 0, 2, 3), 0, "T3", -1, id="cut already"),
        pytest.param(answers(0, 3, 0, 2, 3), 1, "T6", -1, id="a miss with bad pain"),
        pytest.param(answers(0, 3, 0, 2, 3), 2, "T1", None, id="recovery with pain"),
    ],
)
def test_the_first_row_that_fits_decides(
    given: Answers, misses: int, rule: str, delta: int | None
) -> None:
    found = look_up(given, consecutive_misses=misses)

    assert (found.rule, found.delta) == (rule, delta)


def test_the_page_names_every_rule() -> None:
    named = {row["Rule"] for row in read_table(PAGE, "The table")}

    assert named == set(TableRule)


def test_unanswered_questions_count_as_the_page_says() -> None:
    silent = with_defaults(
        soreness=0, performance=0, challenge=None, pump=None, joint_pain=None
    )

    assert silent == answers(0, 0, challenge=1, pump=2, joint_pain=0)


def test_signs_of_fatigue_are_counted() -> None:
    assert fatigue_signs(answers(2, 1, 2)) == 0
    assert fatigue_signs(answers(3, 2, 3)) == 3
