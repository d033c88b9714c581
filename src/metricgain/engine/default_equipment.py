"""The loads assumed until a lifter says what their gym has."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from metricgain.engine.equipment import (
    AvailableLoads,
    Unit,
    listed_loads,
    plate_loads,
    stack_loads,
)


class EquipmentKind(StrEnum):
    BARBELL = "barbell"
    EZ_BAR = "ez_bar"
    SMITH = "smith"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    PLATE_MACHINE = "plate_machine"
    STACK = "stack"
    CABLE = "cable"
    BODYWEIGHT = "bodyweight"


BAR: Final[Mapping[EquipmentKind, Mapping[Unit, float]]] = MappingProxyType(
    {
        EquipmentKind.BARBELL: {Unit.KG: 20.0, Unit.LB: 45.0},
        EquipmentKind.EZ_BAR: {Unit.KG: 10.0, Unit.LB: 20.0},
        EquipmentKind.SMITH: {Unit.KG: 15.0, Unit.LB: 35.0},
        EquipmentKind.PLATE_MACHINE: {Unit.KG: 0.0, Unit.LB: 0.0},
    }
)
PLATE_PAIRS: Final[Mapping[Unit, tuple[tuple[float, int], ...]]] = MappingProxyType(
    {
        Unit.KG: ((20.0, 6), (15.0, 1), (10.0, 1), (5.0, 1), (2.5, 1), (1.25, 1)),
        Unit.LB: ((45.0, 6), (35.0, 1), (25.0, 1), (10.0, 2), (5.0, 1), (2.5, 1)),
    }
)
_KETTLEBELLS: Final = {
    Unit.KG: (4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 36, 40, 44, 48),
    Unit.LB: (9, 13, 18, 22, 26, 31, 35, 44, 53, 62, 70, 79, 88, 97, 106),
}


def default_loads(
    kind: EquipmentKind, unit: Unit, *, own_kg: float = 0.0, assists: bool = False
) -> AvailableLoads:
    """Return the loads that a gym usually offers for a kind of equipment.

    `own_kg` and `assists` are those of AvailableLoads.
    """
    return replace(_usual(kind, unit), own_kg=own_kg, assists=assists)


@cache
def _usual(kind: EquipmentKind, unit: Unit) -> AvailableLoads:
    kilograms = unit is Unit.KG
    match kind:
        case EquipmentKind.DUMBBELL:
            return _dumbbells(unit)
        case EquipmentKind.KETTLEBELL:
            return listed_loads(unit, _KETTLEBELLS[unit])
        case EquipmentKind.STACK:
            step, highest = (5.0, 150.0) if kilograms else (10.0, 300.0)
            return stack_loads(unit, lowest=step, step=step, highest=highest)
        case EquipmentKind.CABLE:
            step, highest = (2.5, 100.0) if kilograms else (5.0, 200.0)
            return stack_loads(unit, lowest=step, step=step, highest=highest)
        case EquipmentKind.BODYWEIGHT:
            step, highest = (2.5, 100.0) if kilograms else (5.0, 200.0)
            return stack_loads(unit, lowest=0.0, step=step, highest=highest)
        case _:
            return plate_loads(unit, bar=BAR[kind][unit], pairs=PLATE_PAIRS[unit])


def _dumbbells(unit: Unit) -> AvailableLoads:
    if unit is Unit.KG:
        light = stack_loads(unit, lowest=1, step=1, highest=10)
        heavy = stack_loads(unit, lowest=12.5, step=2.5, highest=60)
    else:
        light = listed_loads(unit, (2.5,))
        heavy = stack_loads(unit, lowest=5, step=5, highest=120)
    return listed_loads(unit, (*light.entered, *heavy.entered))
