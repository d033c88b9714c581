import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.default_equipment import EquipmentKind, default_loads
from metricgain.engine.equipment import (
    AvailableLoads,
    NoLoadsError,
    PlatesError,
    Rounding,
    StackError,
    Unit,
    as_entered,
    listed_loads,
    plate_loads,
    round_load,
    smallest_step,
    stack_loads,
    step_up,
)

PAGE = "engine/equipment"
defaults = st.builds(
    default_loads,
    st.sampled_from(EquipmentKind),
    st.sampled_from(Unit),
    own_kg=st.sampled_from([0.0, 51.2, 80.0]),
    assists=st.booleans(),
)
wanted = st.floats(0, 1000)


def described(words: str, unit: Unit) -> AvailableLoads:
    kind, _, rest = words.partition(" ")
    if kind == "rack":
        return listed_loads(unit, [float(part) for part in rest.split(",")])
    if kind == "stack":
        low, _, high, _, step = rest.split()
        return stack_loads(
            unit, lowest=float(low), step=float(step), highest=float(high)
        )
    bar, _, plates = rest.partition(", ")
    pairs = [part.split("x") for part in plates.split() if "x" in part]
    return plate_loads(
        unit, bar=float(bar), pairs=[(float(p), int(n)) for p, n in pairs]
    )


def number(cell: str) -> float | None:
    return None if cell == "-" else float(cell)


@pytest.mark.parametrize("row", read_table(PAGE, "What your gym has"))
def test_equipment_offers_what_the_page_says(row: dict[str, str]) -> None:
    loads = described(row["equipment"], Unit(row["unit"]))

    assert loads.entered == tuple(float(part) for part in row["loads"].split(","))
    assert smallest_step(loads) == number(row["smallest step"])
    assert loads.entered[-1] == float(row["heaviest"])


@pytest.mark.parametrize("row", read_table(PAGE, "When you have not said"))
def test_usual_loads_are_as_the_page_says(row: dict[str, str]) -> None:
    loads = default_loads(EquipmentKind(row["equipment"]), Unit(row["unit"]))

    assert (loads.entered[0], smallest_step(loads), loads.entered[-1]) == (
        float(row["lightest"]),
        float(row["smallest step"]),
        float(row["heaviest"]),
    )


def test_the_page_lists_every_kind_of_equipment_in_both_units() -> None:
    rows = read_table(PAGE, "When you have not said")

    assert {(row["equipment"], row["unit"]) for row in rows} == {
        (kind, unit) for kind in EquipmentKind for unit in Unit
    }


@pytest.mark.parametrize("row", read_table(PAGE, "Rounding"))
def test_loads_round_as_the_page_says(row: dict[str, str]) -> None:
    loads = default_loads(EquipmentKind(row["equipment"]), Unit(row["unit"]))
    kg = float(row["wanted kg"])

    assert round_load(kg, loads).entered == float(row["nearest"])
    assert round_load(kg, loads, Rounding.DOWN).entered == float(row["down"])


@pytest.mark.parametrize("row", read_table(PAGE, "A load you used before"))
def test_a_used_load_stays_as_the_page_says(row: dict[str, str]) -> None:
    loads = default_loads(EquipmentKind(row["equipment"]), Unit(row["unit"]))

    assert str(as_entered(float(row["used kg"]), loads)) == row["stays"]


@pytest.mark.parametrize("row", read_table(PAGE, "Bodyweight and assistance"))
def test_the_body_counts_as_the_page_says(row: dict[str, str]) -> None:
    loads = default_loads(
        EquipmentKind.BODYWEIGHT,
        Unit.KG,
        own_kg=float(row["bodyweight part kg"]),
        assists=row["assists"] == "yes",
    )

    assert loads.load(float(row["entered"])).effective_kg == float(row["load kg"])


@given(loads=defaults, kg=wanted)
def test_rounding_down_exceeds_only_below_the_lightest(
    loads: AvailableLoads, kg: float
) -> None:
    lightest = loads.lightest_first()[0].effective_kg

    found = round_load(kg, loads, Rounding.DOWN)

    assert found.effective_kg <= max(kg, lightest) + 1e-6
    assert found.effective_kg >= lightest


@given(loads=defaults, kg=wanted)
def test_nothing_on_offer_is_nearer_than_the_nearest(
    loads: AvailableLoads, kg: float
) -> None:
    found = round_load(kg, loads)

    distance = abs(found.effective_kg - kg)
    for offered in loads.lightest_first():
        assert distance <= abs(offered.effective_kg - kg) + 1e-5


@given(loads=defaults, kg=wanted, more=wanted, mode=st.sampled_from(Rounding))
def test_a_heavier_wish_never_rounds_lighter(
    loads: AvailableLoads, kg: float, more: float, mode: Rounding
) -> None:
    heavier = round_load(kg + more, loads, mode).effective_kg

    assert heavier >= round_load(kg, loads, mode).effective_kg


@given(loads=defaults, data=st.data())
def test_every_load_on_offer_survives_storage_in_kilograms(
    loads: AvailableLoads, data: st.DataObject
) -> None:
    entered = data.draw(st.sampled_from(loads.entered))
    stored_kg = round(loads.load(entered).kg, 2)

    assert as_entered(stored_kg, loads).entered == entered


@given(loads=defaults, kg=wanted)
def test_a_step_up_is_heavier_or_there_is_none(
    loads: AvailableLoads, kg: float
) -> None:
    step = step_up(kg, loads)

    heaviest = loads.lightest_first()[-1].effective_kg
    assert step.effective_kg > kg if step else kg >= heaviest - 0.02


@pytest.mark.parametrize(
    ("entered", "message"),
    [
        pytest.param((), "at least one load", id="none"),
        pytest.param((-5.0, 5.0), "none below 0", id="below nothing"),
        pytest.param((1000.5,), "above 1000 kg", id="too heavy"),
        pytest.param((5.0, 2.5), "ascending", id="not in order"),
        pytest.param((5.0, 5.0), "once each", id="twice"),
    ],
)
def test_impossible_loads_are_refused(entered: tuple[float, ...], message: str) -> None:
    with pytest.raises(NoLoadsError, match=message):
        AvailableLoads(unit=Unit.KG, entered=entered)


@pytest.mark.parametrize("pair", [(0.0, 1), (-5.0, 1), (20.0, -1), (20.0, 21)])
def test_impossible_plates_are_refused(pair: tuple[float, int]) -> None:
    with pytest.raises(PlatesError, match="0 to 20 pairs"):
        plate_loads(Unit.KG, bar=20, pairs=[pair])


@pytest.mark.parametrize(("step", "highest"), [(0.0, 50.0), (5.0, 4.0)])
def test_impossible_stacks_are_refused(step: float, highest: float) -> None:
    with pytest.raises(StackError, match="step above 0"):
        stack_loads(Unit.KG, lowest=5, step=step, highest=highest)


def test_plates_above_a_ton_are_left_out() -> None:
    loads = plate_loads(Unit.KG, bar=20, pairs=[(50.0, 20)])

    assert loads.entered[-1] == 920
