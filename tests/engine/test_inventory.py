import pytest

from metricgain.engine.default_equipment import EquipmentKind
from metricgain.engine.equipment import Unit
from metricgain.engine.inventory import InventoryError, inventory_loads

PLATES = {"kind": "plates", "unit": "kg", "bar": 20}
RACK = {"kind": "rack", "unit": "lb", "weights": [5, 10, 10, 20]}
STACK = {"kind": "stack", "unit": "kg", "lowest": 5, "step": 5, "highest": 15}


@pytest.mark.parametrize(
    ("stored", "unit", "entered"),
    [
        pytest.param(
            PLATES | {"plates": [{"weight": 10, "pairs": 2}]},
            Unit.KG,
            (20, 40, 60),
            id="a bar and its plates",
        ),
        pytest.param(PLATES | {"plates": []}, Unit.KG, (20,), id="only a bar"),
        pytest.param(RACK, Unit.LB, (5, 10, 20), id="a rack, each weight once"),
        pytest.param(STACK, Unit.KG, (5, 10, 15), id="a stack"),
    ],
)
def test_a_described_gym_offers_its_loads(
    stored: dict[str, object], unit: Unit, entered: tuple[float, ...]
) -> None:
    loads = inventory_loads({"barbell": stored})[EquipmentKind.BARBELL]

    assert (loads.unit, loads.entered) == (unit, entered)


@pytest.mark.parametrize(
    ("stored", "field"),
    [
        pytest.param({"couch": RACK}, "couch", id="an unknown kind"),
        pytest.param({"barbell": 3}, "barbell", id="no object"),
        pytest.param(
            {"barbell": RACK | {"kind": "pile"}}, "barbell.kind", id="an unknown form"
        ),
        pytest.param(
            {"barbell": RACK | {"unit": "st"}}, "barbell.unit", id="an unknown unit"
        ),
        pytest.param(
            {"barbell": PLATES | {"plates": [{"weight": 0.3, "pairs": 1}]}},
            "barbell.plates[0].weight",
            id="a plate of an odd fraction",
        ),
        pytest.param(
            {"barbell": PLATES | {"plates": [{"weight": 5, "pairs": 11}]}},
            "barbell.plates[0].pairs",
            id="too many pairs",
        ),
        pytest.param(
            {"barbell": PLATES | {"plates": [{"weight": 5, "pairs": True}]}},
            "barbell.plates[0].pairs",
            id="pairs that are no number",
        ),
        pytest.param({"barbell": PLATES}, "barbell.plates", id="no plates given"),
        pytest.param(
            {"dumbbell": RACK | {"weights": [float("nan")]}},
            "dumbbell.weights[0]",
            id="not a number",
        ),
        pytest.param(
            {"dumbbell": RACK | {"weights": ["5"]}}, "dumbbell.weights[0]", id="text"
        ),
        pytest.param(
            {"dumbbell": RACK | {"weights": [2205]}}, "dumbbell.weights[0]", id="heavy"
        ),
        pytest.param({"dumbbell": RACK | {"weights": []}}, "dumbbell", id="no weight"),
        pytest.param(
            {"dumbbell": RACK | {"weights": [1] * 101}}, "dumbbell.weights", id="many"
        ),
        pytest.param({"stack": STACK | {"step": 0.1}}, "stack.step", id="a tiny step"),
        pytest.param({"stack": STACK | {"highest": 1}}, "stack", id="upside down"),
    ],
)
def test_a_gym_that_cannot_be_is_refused_by_field(
    stored: dict[str, object], field: str
) -> None:
    with pytest.raises(InventoryError) as refusal:
        inventory_loads(stored)

    assert refusal.value.field == field
    assert refusal.value.rule
