import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.confirmation import needs_confirmation
from metricgain.engine.e1rm import (
    SetBoundsError,
    confidence,
    e1rm,
    load_for,
    smoothed_e1rm,
    stored_e1rm,
    trend_e1rm,
)
from metricgain.engine.e1rm_formulas import (
    RPE_CHART,
    Formula,
    e1rm_by,
    percent_of_max,
    rpe_percent,
)
from metricgain.engine.effective_load import LoadSemantics, effective_load

PAGE = "engine/e1rm"
loads = st.floats(0.5, 1000)
reps = st.integers(1, 1000)
rirs = st.integers(0, 20).map(lambda halves: halves / 2)


def number(cell: str) -> float | None:
    return None if cell in {"-", "?"} else float(cell)


@pytest.mark.parametrize("row", read_table(PAGE, "The one formula"))
def test_the_estimate_is_as_the_page_says(row: dict[str, str]) -> None:
    found = e1rm(float(row["load kg"]), int(row["reps"]), float(row["RIR"]))

    assert found == pytest.approx(float(row["e1RM kg"]), abs=0.005)


@given(load=loads, reps=reps, rir=rirs)
def test_load_for_inverts_the_estimate(load: float, reps: int, rir: float) -> None:
    assert load_for(e1rm(load, reps, rir), reps, rir) == pytest.approx(load)


@given(load=loads, reps=reps, rir=rirs)
def test_another_rep_or_rep_in_reserve_never_lowers_the_estimate(
    load: float, reps: int, rir: float
) -> None:
    assert e1rm(load, reps + 1, rir) >= e1rm(load, reps, rir)
    assert e1rm(load, reps, rir + 0.5) >= e1rm(load, reps, rir)


@pytest.mark.parametrize(
    ("load", "reps", "rir"),
    [
        pytest.param(-1.0, 5, 0, id="load below nothing"),
        pytest.param(100.0, 0, 0, id="no reps"),
        pytest.param(100.0, 5, -1, id="RIR below nothing"),
    ],
)
def test_impossible_sets_are_refused(load: float, reps: int, rir: float) -> None:
    with pytest.raises(SetBoundsError, match="at least 1 rep"):
        e1rm(load, reps, rir)
    with pytest.raises(SetBoundsError, match="at least 1 rep"):
        load_for(load, reps, rir)


@pytest.mark.parametrize("row", read_table(PAGE, "What other formulas say"))
@pytest.mark.parametrize("formula", Formula)
def test_other_formulas_give_what_the_page_says(
    row: dict[str, str], formula: Formula
) -> None:
    percent = percent_of_max(formula, int(row["n"]))

    assert percent == pytest.approx(float(row[formula]), abs=0.051)


@pytest.mark.parametrize("formula", [Formula.BRZYCKI, Formula.LANDER])
def test_straight_line_formulas_end_at_36_reps(formula: Formula) -> None:
    assert e1rm_by(formula, 100, 36) is not None
    assert e1rm_by(formula, 100, 37) is None
    assert percent_of_max(formula, 0) is None


def test_a_formula_turns_its_per_cent_into_kilograms() -> None:
    assert e1rm_by(Formula.BRZYCKI, 75, 10) == pytest.approx(100)


@pytest.mark.parametrize("row", read_table(PAGE, "The RPE chart"))
def test_the_chart_gives_what_the_page_says(row: dict[str, str]) -> None:
    assert rpe_percent(int(row["reps"]), float(row["RPE"])) == pytest.approx(
        number(row["per cent"])
    )


def test_the_chart_ends_where_it_was_published() -> None:
    assert [rpe_percent(n, 10) for n in range(1, 17)] == list(RPE_CHART)
    assert rpe_percent(17, 10) is None
    assert rpe_percent(0, 8) is None
    assert rpe_percent(5, 10.5) is None


@pytest.mark.parametrize("row", read_table(PAGE, "Which estimates are kept"))
def test_estimates_are_kept_as_the_page_says(row: dict[str, str]) -> None:
    reps, rir = int(row["reps"]), number(row["RIR"])
    expected = None if row["confidence"] == "-" else row["confidence"]

    kept = stored_e1rm(100, reps, rir)

    assert confidence(reps, rir or 0.0) == expected
    assert (kept.confidence if kept else None) == expected


def test_nothing_is_kept_of_a_set_without_load_or_reps() -> None:
    assert stored_e1rm(0, 5, 1) is None
    assert stored_e1rm(100, 0, 1) is None
    assert trend_e1rm(0, 5, 1) is None


def test_a_trend_reaches_to_thirty_reps() -> None:
    assert trend_e1rm(60, 28, 2) == pytest.approx(120)
    assert trend_e1rm(60, 28, 3) is None
    assert trend_e1rm(60, 10, 4.5) is None


@given(load=loads, reps=st.integers(1, 30), rir=rirs)
def test_an_unanswered_rir_never_gives_the_higher_estimate(
    load: float, reps: int, rir: float
) -> None:
    answered, unanswered = stored_e1rm(load, reps, rir), stored_e1rm(load, reps, None)

    assert answered is None or (unanswered is not None and unanswered.kg <= answered.kg)


@pytest.mark.parametrize("row", read_table(PAGE, "Smoothing"))
def test_smoothing_moves_as_the_page_says(row: dict[str, str]) -> None:
    after = smoothed_e1rm(number(row["before"]), float(row["new exposure"]))

    assert after == pytest.approx(float(row["after"]))


@given(before=loads, exposure=loads)
def test_smoothing_never_rises_more_than_a_twentieth(
    before: float, exposure: float
) -> None:
    after = smoothed_e1rm(before, exposure)

    assert min(before, exposure) <= after <= max(before, exposure)
    assert after <= before * 1.05


@pytest.mark.parametrize("row", read_table(PAGE, "What the weight means"))
def test_the_entered_weight_means_what_the_page_says(row: dict[str, str]) -> None:
    load = effective_load(
        float(row["entered kg"]),
        semantics=LoadSemantics(row["semantics"]),
        bodyweight_kg=number(row["bodyweight kg"]),
        bodyweight_factor=float(row["factor"]),
    )

    assert load == pytest.approx(number(row["load kg"]))


@pytest.mark.parametrize("row", read_table(PAGE, "Is that right?"))
def test_slips_are_asked_about_as_the_page_says(row: dict[str, str]) -> None:
    doubts = needs_confirmation(
        load_kg=float(row["load kg"]),
        reps=int(row["reps"]),
        rir=number(row["RIR"]),
        known_e1rm_kg=number(row["known e1RM"]),
        last_load_kg=number(row["last load"]),
    )

    assert ", ".join(doubts) == row["asks"].replace("-", "")
