from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.e1rm import e1rm
from metricgain.engine.equipment import AvailableLoads, Unit, step_up
from metricgain.engine.loads import (
    LastExposure,
    LiftProfile,
    LoadRule,
    NextLoad,
    RepRangeError,
    carry_load,
    next_load,
)

PAGE = "engine/loads"
RANGE = LiftProfile(rep_min=8, rep_max=12)
BARBELL = default_loads(EquipmentKind.BARBELL, Unit.KG)
EQUIPMENT = {
    "barbell kg": BARBELL,
    "barbell lb": default_loads(EquipmentKind.BARBELL, Unit.LB),
    "dumbbell lb": default_loads(EquipmentKind.DUMBBELL, Unit.LB),
    "belt kg": default_loads(EquipmentKind.BODYWEIGHT, Unit.KG, own_kg=80),
}

profiles = st.builds(
    lambda rep_min, width, legs, method: LiftProfile(
        rep_min=rep_min,
        rep_max=rep_min + width,
        lower_body_compound=legs,
        method=method,
    ),
    st.integers(1, 20),
    st.integers(0, 10),
    st.booleans(),
    st.sampled_from(["double", "reps", "load"]),
)
exposures = st.builds(
    LastExposure,
    load_kg=st.floats(0, 1000),
    reps=st.integers(0, 100),
    rir=st.none() | st.integers(0, 6),
    e1rm_kg=st.none() | st.floats(0, 1500),
    after_recovery=st.booleans(),
)
equipment = st.builds(
    default_loads,
    st.sampled_from(EquipmentKind),
    st.sampled_from(Unit),
    own_kg=st.sampled_from([0.0, 80.0]),
    assists=st.booleans(),
)
performances = st.none() | st.integers(0, 3)
pains = st.integers(0, 3)
rirs = st.integers(0, 4)


def number(cell: str) -> float | None:
    return None if cell == "?" else float(cell)


def asked(row: dict[str, str]) -> NextLoad:
    lift, _, note = row["lift"].partition(", ")
    performance = number(row["performance"])
    return next_load(
        exercise=replace(
            RANGE,
            lower_body_compound=note == "legs",
            method=row["method"],
        ),
        last=LastExposure(
            load_kg=float(row["load"]),
            reps=int(row["reps"]),
            e1rm_kg=number(row["e1RM"]),
            after_recovery=note == "after recovery",
        ),
        performance=None if performance is None else int(performance),
        joint_pain=int(row["pain"]),
        target_rir=int(row["target RIR"]),
        loads=EQUIPMENT[lift],
    )


@pytest.mark.parametrize("row", read_table(PAGE, "Examples"))
def test_the_next_load_is_as_the_page_says(row: dict[str, str]) -> None:
    found = asked(row)

    entered = f"{found.load.entered:g}"
    if row["next load"].endswith("lb"):
        entered = str(found.load)
    assert (entered, found.reps, found.rule) == (
        row["next load"],
        int(row["next reps"]),
        row["rule"],
    )


def test_the_page_lists_every_rule() -> None:
    rows = read_table(PAGE, "The rules")

    assert {row["rule"] for row in rows} == set(LoadRule)


@pytest.mark.parametrize("row", read_table(PAGE, "Loads and reps"))
def test_a_rep_less_in_reserve_is_worth_what_the_page_says(
    row: dict[str, str],
) -> None:
    reps = int(row["one RIR less at"].split()[0])

    worth = 100 * (e1rm(100, reps, 3) / e1rm(100, reps, 2) - 1)

    assert f"{worth:.1f} %" == row["is worth"]


@given(
    exercise=profiles,
    last=exposures,
    performance=performances,
    pain=pains,
    target_rir=rirs,
    loads=equipment,
)
def test_every_input_has_one_answer_with_a_reason(
    *,
    exercise: LiftProfile,
    last: LastExposure,
    performance: int | None,
    pain: int,
    target_rir: int,
    loads: AvailableLoads,
) -> None:
    found = next_load(
        exercise=exercise,
        last=last,
        performance=performance,
        joint_pain=pain,
        target_rir=target_rir,
        loads=loads,
    )

    assert found.reps >= 1
    assert found.rir == target_rir
    assert found.because.endswith(".")


@given(
    exercise=profiles,
    last=exposures,
    scores=st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted),
    target_rir=rirs,
    loads=equipment,
)
def test_better_performance_never_lowers_the_load(
    *,
    exercise: LiftProfile,
    last: LastExposure,
    scores: list[int],
    target_rir: int,
    loads: AvailableLoads,
) -> None:
    better, worse = (
        next_load(
            exercise=exercise,
            last=last,
            performance=score,
            joint_pain=0,
            target_rir=target_rir,
            loads=loads,
        ).load.effective_kg
        for score in scores
    )

    assert better >= worse


@given(
    exercise=profiles,
    last=exposures,
    estimates=st.tuples(st.floats(0, 500), st.floats(0, 500)).map(sorted),
    target_rir=rirs,
    loads=equipment,
)
def test_a_higher_estimate_never_lowers_the_load(
    *,
    exercise: LiftProfile,
    last: LastExposure,
    estimates: list[float],
    target_rir: int,
    loads: AvailableLoads,
) -> None:
    lower, higher = (
        next_load(
            exercise=exercise,
            last=replace(last, e1rm_kg=estimate),
            performance=1,
            joint_pain=0,
            target_rir=target_rir,
            loads=loads,
        ).load.effective_kg
        for estimate in estimates
    )

    assert lower <= higher


@given(
    exercise=profiles,
    last=exposures,
    performance=performances,
    pain=pains,
    loads=equipment,
)
def test_the_load_never_jumps_and_pain_or_missing_answers_never_raise_it(
    *,
    exercise: LiftProfile,
    last: LastExposure,
    performance: int | None,
    pain: int,
    loads: AvailableLoads,
) -> None:
    held = carry_load(last=last, target_rir=2, loads=loads, because="Same again.")

    found = next_load(
        exercise=exercise,
        last=last,
        performance=performance,
        joint_pain=pain,
        target_rir=2,
        loads=loads,
    )

    before, after = held.load.effective_kg, found.load.effective_kg
    assert after <= before * 1.1 + 1e-6
    if performance is None or performance >= 2 or pain >= 2:
        assert after <= before
        assert found.reps <= held.reps


@given(exercise=profiles, last=exposures, loads=equipment, target_rir=rirs)
def test_a_new_load_is_one_that_the_equipment_offers(
    *,
    exercise: LiftProfile,
    last: LastExposure,
    loads: AvailableLoads,
    target_rir: int,
) -> None:
    found = next_load(
        exercise=exercise,
        last=last,
        performance=0,
        joint_pain=0,
        target_rir=target_rir,
        loads=loads,
    )

    if found.rule in (LoadRule.HEAVIER, LoadRule.STEP):
        assert found.load.entered in loads.entered


@given(exposure=exposures, reps=st.integers(8, 12), loads=equipment)
def test_reps_in_range_stay_in_range_until_no_load_is_near(
    exposure: LastExposure, reps: int, loads: AvailableLoads
) -> None:
    last = replace(exposure, reps=reps)

    found = next_load(
        exercise=RANGE,
        last=last,
        performance=0,
        joint_pain=0,
        target_rir=2,
        loads=loads,
    )

    held = carry_load(last=last, target_rir=2, loads=loads, because="Same again.")
    step = step_up(held.load.effective_kg, loads)
    if step and step.effective_kg <= held.load.effective_kg * 1.1:
        assert 8 <= found.reps <= 12


def test_a_lift_that_traps_is_never_solved_for_zero_in_reserve() -> None:
    found = next_load(
        exercise=replace(RANGE, traps_lifter=True),
        last=LastExposure(load_kg=100, reps=10, e1rm_kg=140),
        performance=1,
        joint_pain=0,
        target_rir=0,
        loads=BARBELL,
    )

    assert found.rir == 1
    assert found.load_kg == 102.5


def test_a_load_that_is_the_lightest_cannot_get_lighter() -> None:
    found = next_load(
        exercise=RANGE,
        last=LastExposure(load_kg=20, reps=10, after_recovery=True),
        performance=3,
        joint_pain=0,
        target_rir=2,
        loads=BARBELL,
    )

    assert (found.load_kg, found.rule) == (20, LoadRule.LIGHTER)
    assert "the lightest" in found.because


def test_carrying_names_the_reason_it_was_given() -> None:
    last = LastExposure(load_kg=60, reps=10)

    found = carry_load(
        last=last, target_rir=1, loads=BARBELL, because="No soreness answer."
    )

    assert (found.load_kg, found.reps, found.rir) == (60, 10, 1)
    assert found.because == "No soreness answer."


@pytest.mark.parametrize(("rep_min", "rep_max"), [(0, 5), (8, 7)])
def test_a_rep_range_that_does_not_rise_is_refused(rep_min: int, rep_max: int) -> None:
    with pytest.raises(RepRangeError, match="a rep range rises"):
        LiftProfile(rep_min=rep_min, rep_max=rep_max)
