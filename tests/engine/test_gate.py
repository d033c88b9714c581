from dataclasses import replace

import pytest

from doc_tables import read_table
from metricgain.engine.facts import MuscleFacts, NextSession
from metricgain.engine.gate import Gate, open_gate
from metricgain.engine.muscles import Muscle

READY = MuscleFacts(
    muscle=Muscle.CHEST,
    week_number=2,
    weeks=5,
    next_session=NextSession(week_number=3),
    has_previous=True,
    performance=1,
    soreness=1,
)
IN_WEEK_1 = replace(READY, week_number=1, next_session=NextSession(week_number=2))

SITUATIONS = {
    "G1": replace(READY, next_session=None),
    "G2": replace(
        READY,
        week_number=5,
        this_is_deload=True,
        next_session=NextSession(week_number=5, is_deload=True),
    ),
    "G3": replace(READY, next_session=NextSession(week_number=5, is_deload=True)),
    "R1": replace(READY, this_is_recovery=True),
    "G4": replace(IN_WEEK_1, next_session=NextSession(week_number=1)),
    "G5": replace(READY, performance=None),
    "G6": replace(READY, soreness=None),
    "G7": replace(READY, has_previous=False),
    "G8": IN_WEEK_1,
    "G9": READY,
}


@pytest.mark.parametrize("row", read_table("engine/gate", "The rows"))
def test_the_gate_matches_its_page(row: dict[str, str]) -> None:
    outcome = open_gate(SITUATIONS[row["Rule"]])

    assert outcome.gate == row["Rule"]
    assert outcome.progression is (row["Progression"] == "yes")
    assert outcome.deload is (row["Deload"] in ("yes", "as next"))


def test_the_page_has_every_row_in_order() -> None:
    rows = read_table("engine/gate", "The rows")

    assert [row["Rule"] for row in rows] == list(Gate)


@pytest.mark.parametrize(
    ("facts", "gate"),
    [
        pytest.param(
            replace(SITUATIONS["G3"], performance=None, soreness=None),
            "G3",
            id="a deload needs no answers",
        ),
        pytest.param(
            replace(SITUATIONS["G4"], performance=None),
            "G4",
            id="the first week waits even without performance",
        ),
        pytest.param(
            replace(IN_WEEK_1, soreness=None),
            "G6",
            id="trained twice in week 1 needs soreness",
        ),
        pytest.param(
            replace(IN_WEEK_1, has_previous=False, soreness=None),
            "G7",
            id="trained once a week is judged after week 1",
        ),
        pytest.param(
            replace(READY, next_session=NextSession(week_number=2)),
            "G9",
            id="the next session may be in the same later week",
        ),
        pytest.param(
            replace(READY, this_is_deload=True), "G2", id="deload before an odd week"
        ),
    ],
)
def test_the_first_row_that_fits_is_taken(facts: MuscleFacts, gate: str) -> None:
    assert open_gate(facts).gate == gate


def test_after_a_deload_the_flag_tells_about_the_next_session() -> None:
    after = replace(SITUATIONS["G2"], next_session=NextSession(week_number=5))

    assert open_gate(after).deload is False


def test_the_strict_gate_does_not_judge_without_an_earlier_session() -> None:
    outcome = open_gate(replace(SITUATIONS["G7"], strict_gate=True))

    assert (outcome.progression, outcome.deload) == (False, False)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("weeks", 2),
        ("weeks", 8),
        ("week_number", 0),
        ("week_number", 6),
        ("consecutive_misses", -1),
        ("performance", 4),
        ("soreness", -1),
        ("pump", 4),
        ("challenge", 4),
        ("joint_pain", -1),
    ],
)
def test_facts_out_of_bounds_are_refused_by_name(field: str, value: int) -> None:
    with pytest.raises(ValueError, match=rf"^{field}: "):
        replace(READY, **{field: value})


def test_a_next_session_in_an_earlier_week_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^next_session: "):
        replace(READY, next_session=NextSession(week_number=1))
