"""Readiness is made from its parts, and nothing rises after a bad night."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_inputs import SITUATIONS, with_answers
from metricgain.engine.decisions import (
    LOW_READINESS,
    AddSets,
    Recover,
    decide_muscle,
)
from metricgain.engine.rank_correlation import rank_correlation
from metricgain.engine.readiness import LOW_UNDER, Night, readiness
from metricgain.engine.recovery import Tier, sleep_tier_of, tier_of

DAY = date(2026, 3, 30)
BEFORE = tuple(
    Night(day=DAY - timedelta(days=n), hrv_ms=60, resting_heart_rate=50, strain=10)
    for n in range(1, 15)
)
TONIGHT = Night(day=DAY, recovery=50, sleep=80, hrv_ms=66, resting_heart_rate=50)
JUDGED = next(s for s in SITUATIONS if s.week_number == 3 and s.has_previous)
PERCENT = st.none() | st.floats(0, 100)


@pytest.mark.parametrize(
    ("tonight", "expected"),
    [
        pytest.param(TONIGHT, 0.2 + 0.24 + 0.165 + 0.15, id="all parts"),
        pytest.param(replace(TONIGHT, hrv_ms=600), 0.2 + 0.24 + 0.18 + 0.15, id="hrv"),
        pytest.param(
            replace(TONIGHT, resting_heart_rate=100), 0.2 + 0.24 + 0.165 + 0.12,
            id="resting heart rate",
        ),
        pytest.param(
            replace(TONIGHT, sleep=None), (0.2 + 0.165 + 0.15) / 0.7, id="no sleep"
        ),
        pytest.param(
            Night(day=DAY, recovery=33), 0.33, id="nothing but the score"
        ),
    ],
)  # fmt: skip
def test_the_parts_make_the_score(tonight: Night, expected: float) -> None:
    found = readiness((*BEFORE, tonight), DAY)

    assert found is not None
    assert found.score == pytest.approx(expected, abs=0.001)
    assert sum(part.weight for part in found.parts) == pytest.approx(1)


def test_a_hard_day_before_costs_a_little() -> None:
    hard = replace(BEFORE[0], strain=14.1)

    found = readiness((hard, *BEFORE[1:], TONIGHT), DAY)

    assert found is not None
    assert found.strain_cost == 0.05
    assert found.score == pytest.approx(0.705, abs=0.001)


def test_four_nights_are_no_base() -> None:
    found = readiness((*BEFORE[:4], TONIGHT), DAY)

    assert found is not None
    assert [part.name for part in found.parts] == ["recovery", "sleep"]


@pytest.mark.parametrize(
    "tonight",
    [
        pytest.param(replace(TONIGHT, recovery=None), id="no score"),
        pytest.param(replace(TONIGHT, calibrating=True), id="calibrating"),
        pytest.param(replace(TONIGHT, day=DAY - timedelta(days=1)), id="no night"),
    ],
)
def test_a_night_without_a_score_says_nothing(tonight: Night) -> None:
    assert readiness((*BEFORE[1:], tonight), DAY) is None


@given(recovery=st.floats(0, 99), sleep=PERCENT, hrv=st.none() | st.floats(1, 300))
def test_a_better_score_never_makes_less_ready(
    recovery: float, sleep: float | None, hrv: float | None
) -> None:
    worse = replace(TONIGHT, recovery=recovery, sleep=sleep, hrv_ms=hrv)

    low = readiness((*BEFORE, worse), DAY)
    high = readiness((*BEFORE, replace(worse, recovery=recovery + 1)), DAY)

    assert low is not None
    assert high is not None
    assert 0 <= low.score <= high.score <= 1.1


def test_a_low_readiness_never_adds_and_never_lets_a_load_rise() -> None:
    for facts in with_answers(JUDGED):
        usual = decide_muscle(facts)
        tired = decide_muscle(replace(facts, readiness=LOW_UNDER - 0.01))

        assert not isinstance(tired, AddSets)
        if tired.progression and not isinstance(tired, Recover):
            assert (tired.rule_id, tired.hold_load) == (LOW_READINESS, True)
            assert tired.because.endswith("no set is added and no load goes up.")
        else:
            assert tired == usual
        assert (tired.delta_raw is None) == (usual.delta_raw is None)
        assert (tired.delta_raw or 0) == min(0, usual.delta_raw or 0)


def test_a_readiness_that_is_not_low_changes_nothing() -> None:
    for facts in with_answers(JUDGED):
        for ready in (LOW_UNDER, 1.1):
            assert decide_muscle(replace(facts, readiness=ready)) == decide_muscle(
                facts
            )


@pytest.mark.parametrize(
    ("score", "tier"),
    [(67, Tier.HIGH), (66.99, Tier.MEDIUM), (34, Tier.MEDIUM), (33.99, Tier.LOW),
     (0, Tier.LOW), (None, None)],
)  # fmt: skip
def test_a_recovery_has_the_tier_of_its_score(
    score: float | None, tier: Tier | None
) -> None:
    assert tier_of(score) == tier


@pytest.mark.parametrize(
    ("performance", "tier"), [(85, Tier.HIGH), (84, Tier.MEDIUM), (69, Tier.LOW)]
)
def test_a_sleep_has_the_tier_of_its_performance(performance: int, tier: Tier) -> None:
    assert sleep_tier_of(performance) == tier


def test_ranks_that_agree_are_a_perfect_and_clear_correlation() -> None:
    found = rank_correlation([(n, n**3) for n in range(20)])

    assert found is not None
    assert found.rho == pytest.approx(1)
    assert found.is_clear


def test_the_known_correlation_of_ranks_with_ties_is_found() -> None:
    first = [1, 2, 2, 4, 5, 6, 7, 8, 9, 10] * 2
    second = [3, 1, 2, 2, 6, 5, 8, 7, 10, 9] * 2

    found = rank_correlation([*zip(first, second, strict=True)])

    # The correlation of the mean ranks, computed apart.
    assert found is not None
    assert found.rho == pytest.approx(0.8811, abs=0.0001)
    assert found.low < found.rho < found.high <= 1


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), max_size=60))
def test_a_correlation_lies_in_its_interval_or_is_not_told(
    pairs: list[tuple[float, float]],
) -> None:
    found = rank_correlation(pairs)

    if len(pairs) < 20:
        assert found is None
    elif found is not None:
        assert -1 <= found.low <= found.high <= 1
        assert found.low - 1e-6 <= found.rho <= found.high + 1e-6


def test_a_side_that_never_varies_goes_together_with_nothing() -> None:
    assert rank_correlation([(1, n) for n in range(30)]) is None
