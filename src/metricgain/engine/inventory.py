"""What a lifter's own gym has, in the form in which it is stored."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from metricgain.engine.default_equipment import EquipmentKind
from metricgain.engine.equipment import (
    MOST_KG,
    AvailableLoads,
    NoLoadsError,
    PlatesError,
    StackError,
    Unit,
    kg_of,
    listed_loads,
    plate_loads,
    stack_loads,
)

MOST_PLATES: Final = 12
MOST_PAIRS: Final = 10
MOST_WEIGHTS: Final = 100
PLATE_STEP: Final = 0.25
SMALLEST_STACK_STEP: Final = 0.5


class InventoryError(ValueError):
    """One piece of equipment breaks a rule; `field` is its path."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field}: {rule}")
        self.field = field
        self.rule = rule


def inventory_loads(
    stored: Mapping[str, object],
) -> Mapping[EquipmentKind, AvailableLoads]:
    """Return the loads of each kind of equipment that a lifter has described.

    The form is {kind: {"kind": "plates", "unit", "bar", "plates": [{"weight",
    "pairs"}]} or {"kind": "rack", "unit", "weights": [..]} or {"kind": "stack",
    "unit", "lowest", "step", "highest"}}, weights in `unit`. Kinds left out have the
    usual loads. Raises InventoryError.
    """
    return {_kind(name): _loads(name, _record(name, of)) for name, of in stored.items()}


def _kind(name: str) -> EquipmentKind:
    try:
        return EquipmentKind(name)
    except ValueError:
        known = ", ".join(EquipmentKind)
        raise InventoryError(name, f"must be one of {known}") from None


def _loads(name: str, record: Mapping[str, object]) -> AvailableLoads:
    unit = _unit(name, record)
    try:
        match record.get("kind"):
            case "plates":
                return _plates(name, record, unit)
            case "rack":
                return _rack(name, record, unit)
            case "stack":
                return _stack(name, record, unit)
            case _:
                rule = "must be one of plates, rack, stack"
                raise InventoryError(f"{name}.kind", rule)
    except (NoLoadsError, PlatesError, StackError) as error:
        raise InventoryError(name, str(error)) from error


def _plates(name: str, record: Mapping[str, object], unit: Unit) -> AvailableLoads:
    listed = _list(f"{name}.plates", record.get("plates"), most=MOST_PLATES)
    pairs: list[tuple[float, int]] = []
    for index, item in enumerate(listed):
        at = f"{name}.plates[{index}]"
        plate = _record(at, item)
        weight = _number(f"{at}.weight", plate.get("weight"))
        # Sums of arbitrary fractions would be too many to list.
        if weight <= 0 or weight % PLATE_STEP:
            raise InventoryError(f"{at}.weight", "must be a multiple of 0.25 above 0")
        pairs.append((weight, _pairs(f"{at}.pairs", plate.get("pairs"))))
    bar = _weight(f"{name}.bar", record.get("bar"), unit)
    return plate_loads(unit, bar=bar, pairs=pairs)


def _rack(name: str, record: Mapping[str, object], unit: Unit) -> AvailableLoads:
    weights = _list(f"{name}.weights", record.get("weights"), most=MOST_WEIGHTS)
    return listed_loads(
        unit,
        [
            _weight(f"{name}.weights[{index}]", weight, unit)
            for index, weight in enumerate(weights)
        ],
    )


def _stack(name: str, record: Mapping[str, object], unit: Unit) -> AvailableLoads:
    step = _number(f"{name}.step", record.get("step"))
    if step < SMALLEST_STACK_STEP:
        raise InventoryError(f"{name}.step", "must be at least 0.5")
    return stack_loads(
        unit,
        lowest=_weight(f"{name}.lowest", record.get("lowest"), unit),
        step=step,
        highest=_weight(f"{name}.highest", record.get("highest"), unit),
    )


def _unit(name: str, record: Mapping[str, object]) -> Unit:
    match record.get("unit"):
        case "kg":
            return Unit.KG
        case "lb":
            return Unit.LB
        case _:
            raise InventoryError(f"{name}.unit", "must be kg or lb")


def _record(field: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise InventoryError(field, "must be an object")
    return value


def _list(field: str, value: object, *, most: int) -> Sequence[object]:
    if not isinstance(value, list | tuple) or len(value) > most:
        raise InventoryError(field, f"must be a list of at most {most}")
    return value


def _number(field: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InventoryError(field, "must be a number")
    if not math.isfinite(value):
        raise InventoryError(field, "must be a number")
    return float(value)


def _weight(field: str, value: object, unit: Unit) -> float:
    weight = _number(field, value)
    if not 0 <= kg_of(weight, unit) <= MOST_KG:
        raise InventoryError(field, "must be between 0 and 1000 kg")
    return weight


def _pairs(field: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InventoryError(field, "must be a whole number of pairs")
    if not 0 <= value <= MOST_PAIRS:
        raise InventoryError(field, f"must be between 0 and {MOST_PAIRS} pairs")
    return value
