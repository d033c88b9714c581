import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.equipment import Unit
from metricgain.engine.set_plan import PlannedSet, warm_up_sets, working_sets

PAGE = "engine/loads"
BARBELL = default_loads(EquipmentKind.BARBELL, Unit.KG)


def written(sets: tuple[PlannedSet, ...]) -> str:
    return ", ".join(f"{one.load.entered:g}x{one.reps}" for one in sets) or "-"


@pytest.mark.parametrize("row", read_table(PAGE, "Later sets"))
def test_later_sets_fall_as_the_page_says(row: dict[str, str]) -> None:
    first = PlannedSet(load=BARBELL.load(float(row["load"])), reps=int(row["reps"]))

    plan = working_sets(
        first, sets=int(row["sets"]), rep_min=int(row["range from"]), loads=BARBELL
    )

    assert written(plan) == row["plan"]


@pytest.mark.parametrize("row", read_table(PAGE, "Warm-ups"))
def test_warm_ups_are_as_the_page_says(row: dict[str, str]) -> None:
    first = PlannedSet(load=BARBELL.load(float(row["load"])), reps=int(row["reps"]))

    assert written(warm_up_sets(first, loads=BARBELL)) == row["warm-ups"]


@given(
    entered=st.sampled_from(BARBELL.entered),
    reps=st.integers(1, 40),
    sets=st.integers(1, 15),
    rep_min=st.integers(1, 30),
)
def test_no_later_set_is_heavier_or_longer_than_the_first(
    entered: float, reps: int, sets: int, rep_min: int
) -> None:
    first = PlannedSet(load=BARBELL.load(entered), reps=reps)

    plan = working_sets(first, sets=sets, rep_min=rep_min, loads=BARBELL)

    assert len(plan) == sets
    assert plan[0] == first
    for one in plan:
        assert 1 <= one.reps <= reps
        assert 0.9 * entered - 1e-6 <= one.load.entered <= entered


@given(entered=st.sampled_from(BARBELL.entered), reps=st.integers(1, 40))
def test_warm_ups_rise_and_stay_below_the_work(entered: float, reps: int) -> None:
    first = PlannedSet(load=BARBELL.load(entered), reps=reps)

    ramp = [one.load.entered for one in warm_up_sets(first, loads=BARBELL)]

    assert ramp == sorted(set(ramp))
    assert all(load < entered for load in ramp)


def test_every_set_of_a_deload_or_a_recovery_session_is_the_same() -> None:
    first = PlannedSet(load=BARBELL.load(82.5), reps=5)

    plan = working_sets(first, sets=3, rep_min=5, loads=BARBELL, is_easy=True)

    assert written(plan) == "82.5x5, 82.5x5, 82.5x5"
