"""Takes cells apart that hold several sets, such as `3x10x25lb;1x8x30lb`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from metricgain.importers.values import SetType, WeightUnit

WEIGHT_UNITS: Final[dict[str, WeightUnit]] = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilograms", "кг"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "libras", "pfund"), "lb"),
}
_BETWEEN = re.compile("[;|\n]")
_TIMES = re.compile("\\s*[xX*@\u00d7]\\s*")
_AMOUNT = re.compile(r"(?P<number>\d[\d.,]*)\s*(?P<unit>[^\W\d_]*).*", re.DOTALL)
_LONGEST: Final = 80
_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class PackedSets:
    """So many equal sets, as they are written; `unit` is None where none is."""

    times: str
    reps: str
    weight: str
    unit: WeightUnit | None
    set_type: SetType | None


def packed_sets(text: str) -> Iterator[PackedSets]:
    """Yield what each part of a cell says, in the order of the cell.

    Three numbers are sets, repetitions and weight. Two are sets and repetitions, or
    weight and repetitions if the first carries a unit, or repetitions and weight if
    the second does. What cannot be read stays whole, as repetitions to be doubted.
    """
    for part in _BETWEEN.split(text)[:_MOST]:
        if part.strip("0 -"):
            yield _packed(part.strip())


def _packed(part: str) -> PackedSets:
    pieces = _TIMES.split(part) if len(part) <= _LONGEST else [part]
    if len(pieces) not in (2, 3):
        return PackedSets("1", part, "", None, None)
    first, second, *third = pieces
    if third:
        return _named(first, second, third[0])
    if _unit(first):
        return _named("1", second, first)
    if _unit(second):
        return _named("1", first, second)
    return _named(first, second, "")


def _named(times: str, reps: str, load: str) -> PackedSets:
    found = _AMOUNT.fullmatch(load)
    to_failure = reps.strip().casefold().startswith(("fail", "amrap", "max"))
    return PackedSets(
        times=times,
        reps="" if to_failure else reps.partition("/")[0],
        weight=found["number"] if found else "",
        unit=_unit(load),
        set_type="failure" if to_failure else None,
    )


def _unit(text: str) -> WeightUnit | None:
    found = _AMOUNT.fullmatch(text)
    return WEIGHT_UNITS.get(found["unit"].casefold()) if found else None
