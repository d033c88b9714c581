import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.e1rm import e1rm
from metricgain.engine.equipment import AvailableLoads, Unit
from metricgain.engine.first_week import (
    BreakLengthError,
    Calibrate,
    CalibrationError,
    FirstLoad,
    History,
    after_calibration,
    detraining_factor,
    feel_out_ramp,
    first_load,
    starting_reps,
)

PAGE = "engine/first-week"
BARBELL = {unit: default_loads(EquipmentKind.BARBELL, unit) for unit in Unit}
equipment = st.builds(
    default_loads,
    st.sampled_from(EquipmentKind),
    st.sampled_from(Unit),
    own_kg=st.sampled_from([0.0, 80.0]),
    assists=st.booleans(),
)
histories = st.builds(
    History,
    e1rm_kg=st.floats(1, 500),
    heaviest_kg=st.floats(0, 500),
    days_since=st.integers(0, 1000),
)


@pytest.mark.parametrize("row", read_table(PAGE, "From history"))
def test_time_off_costs_what_the_page_says(row: dict[str, str]) -> None:
    assert detraining_factor(int(row["days since the last time"])) == float(row["d"])


@pytest.mark.parametrize("row", read_table(PAGE, "Examples"))
def test_the_first_load_is_as_the_page_says(row: dict[str, str]) -> None:
    found = first_load(
        History(
            e1rm_kg=float(row["e1RM"]),
            heaviest_kg=float(row["heaviest"]),
            days_since=int(row["days"]),
        ),
        reps=int(row["reps"]),
        rep_max=12,
        target_rir=int(row["RIR"]),
        loads=BARBELL[Unit(row["unit"])],
    )

    assert isinstance(found, FirstLoad)
    assert (str(found.load), found.reps, found.rule) == (
        row["load"],
        int(row["for reps"]),
        row["rule"],
    )
    assert found.above_history is (row["rule"] == "first_week.lightest")


@pytest.mark.parametrize("row", read_table(PAGE, "Without history"))
def test_a_calibration_set_leads_where_the_page_says(row: dict[str, str]) -> None:
    found = after_calibration(
        load_kg=float(row["load kg"]),
        reps=int(row["reps"]),
        rir=float(row["RIR"]),
        next_reps=int(row["next reps"]),
        target_rir=int(row["target RIR"]),
        loads=BARBELL[Unit.KG],
    )

    assert str(found.load) == row["load"]


@pytest.mark.parametrize("row", read_table(PAGE, "Feeling out a heavy exercise"))
def test_the_feel_out_ramp_is_as_the_page_says(row: dict[str, str]) -> None:
    ramp = feel_out_ramp(float(row["e1RM"]), loads=BARBELL[Unit.KG])

    assert ", ".join(f"{load.entered:g}x{reps}" for load, reps in ramp) == row["ramp"]


@given(
    history=histories,
    reps=st.integers(1, 30),
    width=st.integers(0, 10),
    target_rir=st.integers(0, 4),
    loads=equipment,
)
def test_the_first_load_is_never_above_history(
    *,
    history: History,
    reps: int,
    width: int,
    target_rir: int,
    loads: AvailableLoads,
) -> None:
    found = first_load(
        history, reps=reps, rep_max=reps + width, target_rir=target_rir, loads=loads
    )

    assert isinstance(found, FirstLoad)
    assert reps <= found.reps <= reps + width
    if not found.above_history:
        load_kg = found.load.effective_kg
        assert load_kg <= history.heaviest_kg + 1e-5
        assert e1rm(load_kg, found.reps, target_rir) <= history.e1rm_kg * 1.034 + 1e-5
    else:
        assert found.load == loads.lightest_first()[0]


@given(history=histories, days=st.integers(0, 1000), loads=equipment)
def test_a_longer_break_never_raises_the_load(
    history: History, days: int, loads: AvailableLoads
) -> None:
    later = History(
        e1rm_kg=history.e1rm_kg,
        heaviest_kg=history.heaviest_kg,
        days_since=history.days_since + days,
    )

    sooner_load, later_load = (
        first_load(known, reps=10, rep_max=12, target_rir=3, loads=loads)
        for known in (history, later)
    )

    assert isinstance(sooner_load, FirstLoad)
    assert isinstance(later_load, FirstLoad)
    assert later_load.load.effective_kg <= sooner_load.load.effective_kg


@pytest.mark.parametrize(
    "history",
    [
        pytest.param(None, id="never trained"),
        pytest.param(History(e1rm_kg=0, heaviest_kg=0, days_since=1), id="no load"),
    ],
)
def test_an_unknown_exercise_is_calibrated(history: History | None) -> None:
    found = first_load(
        history, reps=10, rep_max=12, target_rir=3, loads=BARBELL[Unit.KG]
    )

    assert found == Calibrate()
    assert "10 to 15 times" in found.because


def test_a_break_is_named_in_the_reason() -> None:
    found = first_load(
        History(e1rm_kg=140, heaviest_kg=120, days_since=40),
        reps=10,
        rep_max=12,
        target_rir=3,
        loads=BARBELL[Unit.KG],
    )

    assert "5 weeks ago, so 90 % of it" in found.because


@pytest.mark.parametrize(("rep_min", "rep_max", "start"), [(8, 12, 10), (5, 10, 7)])
def test_reps_start_in_the_middle(rep_min: int, rep_max: int, start: int) -> None:
    assert starting_reps(rep_min, rep_max) == start


def test_a_break_below_nothing_is_refused() -> None:
    with pytest.raises(BreakLengthError, match="0 or more, not -1"):
        detraining_factor(-1)


@pytest.mark.parametrize(
    ("load_kg", "reps", "rir"),
    [
        pytest.param(0.0, 10, 2.0, id="no load"),
        pytest.param(40.0, 0, 2.0, id="no reps"),
        pytest.param(40.0, 29, 2.0, id="too long"),
        pytest.param(40.0, 10, 5.0, id="too easy"),
    ],
)
def test_a_calibration_that_says_nothing_is_refused(
    load_kg: float, reps: int, rir: float
) -> None:
    with pytest.raises(CalibrationError, match="a calibration set has a load"):
        after_calibration(
            load_kg=load_kg,
            reps=reps,
            rir=rir,
            next_reps=10,
            target_rir=3,
            loads=BARBELL[Unit.KG],
        )


@pytest.mark.parametrize(
    ("heaviest_kg", "because"),
    [
        pytest.param(
            80, "80 kg is as heavy as you have gone so far, so you do 12 reps with it.",
            id="more reps make up for it",
        ),
        pytest.param(
            102.5, "102.5 kg is as heavy as you have gone so far.",
            id="no rep more than planned",
        ),
    ],
)  # fmt: skip
def test_more_reps_are_only_promised_where_they_come(
    heaviest_kg: float, because: str
) -> None:
    found = first_load(
        History(e1rm_kg=140, heaviest_kg=heaviest_kg, days_since=3),
        reps=8,
        rep_max=12,
        target_rir=3 if heaviest_kg == 80 else 2,
        loads=BARBELL[Unit.KG],
    )

    assert found.because == because
