"""Surveys the weights of a file: which unit they are in, and whether converted."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from metricgain.importers.disguise import Disguise, lifted
from metricgain.importers.remarks import Remark, remark
from metricgain.importers.values import (
    ImportedWorkout,
    Item,
    UndatedWorkout,
    WeightUnit,
)

MOST_SETS: Final = 5000
_UNITS: Final[tuple[WeightUnit, WeightUnit]] = ("kg", "lb")
# A bar of 45 lb and pairs of plates: 95, 135, 185, 225 and the steps between.
_BAR_LB: Final = Decimal(45)
_LEAST_BAR: Final = Decimal(95)
_FEW: Final = 20


@dataclass(frozen=True, slots=True)
class Proposal:
    """The unit that a file's weights seem to be in, and what speaks for it."""

    unit: WeightUnit
    because: Remark


class Survey:
    """Gathers the first few thousand weights of a file."""

    def __init__(self) -> None:
        self._weights: list[tuple[Decimal, WeightUnit]] = []

    def add(self, item: Item) -> bool:
        """Take the weights of an item; tell whether there are enough."""
        if isinstance(item, ImportedWorkout | UndatedWorkout):
            self._weights += [
                (abs(one.written_weight), one.written_unit)
                for one in item.sets
                if one.written_weight
            ]
        return len(self._weights) >= MOST_SETS

    @property
    def has_weights(self) -> bool:
        """Whether any set has a weight."""
        return bool(self._weights)

    def habitual(self, unit: WeightUnit | None) -> frozenset[WeightUnit]:
        """Return the written units that hide the other one.

        `unit` is that of a file that states none.
        """
        disguise = Disguise()
        for weight, written in self._weights:
            disguise.see(weight, unit or written)
        return disguise.habitual

    def proposal(self, preferred: str = "") -> Proposal:
        """Return the unit that fits the weights best.

        The traces of a conversion come first, then the numbers that plates in pounds
        add up to; with neither, the unit that the lifter otherwise uses, or kg.
        """
        weights = [weight for weight, _ in self._weights]
        certain = {
            unit: sum(
                1
                for weight in weights
                if (found := lifted(weight, unit)) and found.certain
            )
            for unit in _UNITS
        }
        if certain["kg"] != certain["lb"]:
            unit: WeightUnit = "kg" if certain["kg"] > certain["lb"] else "lb"
            return _proposed(
                unit, "unitByConversion", n=certain[unit], all=len(weights)
            )
        return _by_plates(weights, preferred)


def _by_plates(weights: list[Decimal], preferred: str) -> Proposal:
    count = len(weights)
    fives = sum(not weight % 5 for weight in weights)
    bars = sum(
        weight >= _LEAST_BAR and not (weight - _BAR_LB) % 10 for weight in weights
    )
    share = 100 * fives // count
    # Measured on real files: pounds have 5 to 60 % bars, kilograms up to 8 %.
    if bars * 10 >= count:
        return _proposed("lb", "unitByPlates", share=share, n=bars)
    if bars * 25 >= count and fives * 5 >= count * 4:
        return _proposed("lb", "unitBySomePlates", share=share)
    if count < _FEW and preferred in _UNITS:
        return _proposed("lb" if preferred == "lb" else "kg", "unitByHabit")
    return _proposed("kg", "unitByFives", share=share)


def _proposed(unit: WeightUnit, code: str, **values: int) -> Proposal:
    other = "lb" if unit == "kg" else "kg"
    return Proposal(unit, remark(code, unit=unit, other=other, **values))
