"""Which loads a lifter can really put together, in the unit of their equipment."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

KG_PER_LB: Final = 0.45359237
MOST_KG: Final = 1000.0
SAME_LOAD: Final = 0.015
"""Kilograms are stored to the hundredth, which is 0.011 lb at most."""
QUARTERS: Final = 4


class Unit(StrEnum):
    KG = "kg"
    LB = "lb"


class Rounding(StrEnum):
    NEAREST = "nearest"
    DOWN = "down"


class NoLoadsError(ValueError):
    """Equipment offers at least one load, and none below 0 or above 1000 kg."""


class PlatesError(ValueError):
    """Plates weigh more than 0 and come in 0 to 20 pairs."""


class StackError(ValueError):
    """A stack has a step above 0 and a highest load that is not below the lowest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load as it is typed in and set up, and what it means.

    `entered` is in `unit`; `kg` is the same weight in kilograms; `effective_kg`
    is what the body works against (with bodyweight, without assistance).
    """

    entered: float
    unit: Unit
    kg: float
    effective_kg: float

    def __str__(self) -> str:
        return f"{self.entered:g} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailableLoads:
    """The loads of one piece of equipment, ascending as entered in `unit`.

    `own_kg` is the part of the bodyweight that is lifted too (0 unless it is a
    bodyweight lift); with `assists` the entered weight takes away from it. With
    `is_strict` a load that was lifted elsewhere becomes one of these.
    Raises NoLoadsError.
    """

    unit: Unit
    entered: tuple[float, ...]
    own_kg: float = 0.0
    assists: bool = False
    is_strict: bool = False

    def __post_init__(self) -> None:
        heaviest = MOST_KG / kg_of(1, self.unit)
        if not self.entered or self.entered[0] < 0 or self.entered[-1] > heaviest:
            raise NoLoadsError(
                "equipment offers at least one load, none below 0 or above 1000 kg"
            )
        if list(self.entered) != sorted(set(self.entered)):
            raise NoLoadsError("loads are given once each, in ascending order")

    def load(self, entered: float) -> Load:
        return Load(
            entered=entered,
            unit=self.unit,
            kg=kg_of(entered, self.unit),
            effective_kg=self.effective_kg(entered),
        )

    def effective_kg(self, entered: float) -> float:
        kg = kg_of(entered, self.unit)
        return max(0.0, self.own_kg - kg if self.assists else self.own_kg + kg)

    def lightest_first(self) -> tuple[Load, ...]:
        return tuple(self.load(entered) for entered in _by_weight(self))


def kg_of(entered: float, unit: Unit) -> float:
    """Return a weight of some unit in kilograms."""
    return entered if unit is Unit.KG else entered * KG_PER_LB


def round_load(
    effective_kg: float, loads: AvailableLoads, mode: Rounding = Rounding.NEAREST
) -> Load:
    """Return the available load at or near a load in kg; ties go down.

    Below the lightest load (the empty bar) it is the lightest, above the
    heaviest the heaviest.
    """
    choices = _by_weight(loads)
    below = _count_up_to(effective_kg, loads)
    if below == 0:
        return loads.load(choices[0])
    lower = loads.load(choices[below - 1])
    if mode is Rounding.DOWN or below == len(choices):
        return lower
    upper = loads.load(choices[below])
    nearer_up = upper.effective_kg - effective_kg < effective_kg - lower.effective_kg
    return upper if nearer_up else lower


def step_up(effective_kg: float, loads: AvailableLoads) -> Load | None:
    """Return the next heavier available load, None at the heaviest."""
    choices = _by_weight(loads)
    below = _count_up_to(effective_kg + SAME_LOAD, loads)
    return loads.load(choices[below]) if below < len(choices) else None


def as_entered(kg: float, loads: AvailableLoads) -> Load:
    """Return a load that was lifted before, as it would be typed in again.

    A weight that the equipment offers, or any round quarter of a unit, is kept
    exactly: the lifter had it in hand. Anything else (60 kg seen from a gym
    that counts in pounds, or any load of another gym where the loads are strict)
    becomes the nearest load on offer.
    """
    entered = kg / kg_of(1, loads.unit)
    nearest = min(loads.entered, key=lambda offered: abs(offered - entered))
    if abs(nearest - entered) <= SAME_LOAD:
        return loads.load(nearest)
    quarter = round(entered * QUARTERS) / QUARTERS
    if abs(quarter - entered) <= SAME_LOAD and not loads.is_strict:
        return loads.load(quarter)
    return loads.load(nearest)


def smallest_step(loads: AvailableLoads) -> float | None:
    """Return the smallest difference between two loads, in the entered unit."""
    pairs = zip(loads.entered, loads.entered[1:], strict=False)
    return min((_clean(high - low) for low, high in pairs), default=None)


def plate_loads(
    unit: Unit, *, bar: float, pairs: Iterable[tuple[float, int]]
) -> AvailableLoads:
    """Return every load of a bar with pairs of plates, given as (plate, pairs).

    All in `unit`; sums above 1000 kg are left out. Raises PlatesError.
    """
    most = MOST_KG / kg_of(1, unit)
    sums = {_clean(bar)}
    for plate, count in pairs:
        if plate <= 0 or not 0 <= count <= 20:  # noqa: PLR2004 - the message says it
            raise PlatesError(
                "plates weigh more than 0 and come in 0 to 20 pairs,"
                f" not {count} of {plate:g} {unit}"
            )
        steps = [2 * plate * used for used in range(count + 1)]
        sums = {
            total
            for done in sums
            for step in steps
            if (total := _clean(done + step)) <= most
        }
    return AvailableLoads(unit=unit, entered=tuple(sorted(sums)))


def listed_loads(unit: Unit, weights: Iterable[float]) -> AvailableLoads:
    """Return the loads of a rack: dumbbells, kettlebells, fixed bars."""
    return AvailableLoads(
        unit=unit, entered=tuple(sorted({_clean(weight) for weight in weights}))
    )


def stack_loads(
    unit: Unit, *, lowest: float, step: float, highest: float
) -> AvailableLoads:
    """Return the loads of a weight stack. Raises StackError."""
    if step <= 0 or highest < lowest:
        raise StackError(
            "a stack has a step above 0 and a highest load not below the lowest"
        )
    count = int((highest - lowest) / step + 1e-9)
    return listed_loads(unit, (lowest + step * index for index in range(count + 1)))


def _by_weight(loads: AvailableLoads) -> tuple[float, ...]:
    return loads.entered[::-1] if loads.assists else loads.entered


def _count_up_to(effective_kg: float, loads: AvailableLoads) -> int:
    # A hair of tolerance, so that a load survives its own conversion.
    return bisect_right(_by_weight(loads), effective_kg + 1e-6, key=loads.effective_kg)


def _clean(weight: float) -> float:
    return round(weight, 3)
