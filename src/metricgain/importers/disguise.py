"""Weights that were lifted in one unit and written in the other: 61.23492 kg, 135 lb.

An app that converts leaves traces. A weight of three decimals or more that is a round
number in the other unit was converted. A weight of two decimals may be a coincidence;
it counts only where the whole file is full of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from metricgain.importers.remarks import remark
from metricgain.importers.values import Finding, WeightUnit

KG_PER_LB: Final = Decimal("0.45359237")
# A fifth of the weights: more than the odd plate that is marked in the other unit.
_SUSPICIOUS_SHARE: Final = Decimal("0.2")
_OTHER: Final[dict[WeightUnit, WeightUnit]] = {"kg": "lb", "lb": "kg"}
# Numbers that people do type: quarters, tenths and twentieths.
_TYPED_STEPS: Final = (Decimal("0.25"), Decimal("0.05"))
# What plates add up to in each unit.
_PLATES: Final[dict[WeightUnit, Decimal]] = {
    "kg": Decimal("0.25"),
    "lb": Decimal("0.25"),
}
_WHOLE: Final[dict[WeightUnit, Decimal]] = {"kg": Decimal("0.5"), "lb": Decimal(1)}
_NOISE: Final = Decimal("0.000001")
# Apps convert with factors of four to seven digits.
_RELATIVE: Final = Decimal("0.000006")
_TWO_DECIMALS: Final = Decimal("0.0101")
_EXACT_DECIMALS: Final = 3


@dataclass(frozen=True, slots=True)
class Lifted:
    """What was lifted, in the other unit than the file has; `certain` or by habit."""

    weight: Decimal
    unit: WeightUnit
    certain: bool


@lru_cache(maxsize=4096)
def lifted(written: Decimal, unit: WeightUnit) -> Lifted | None:
    """Return what a converted weight was before, None for one that was not converted.

    245.00000000000003 is 245: such noise is no conversion.
    """
    weight = abs(written)
    near = weight.quantize(_NOISE)
    if not near or any(not near % step for step in _TYPED_STEPS):
        return None
    other = _OTHER[unit]
    factor = KG_PER_LB if unit == "kg" else 1 / KG_PER_LB
    decimals = -int(near.normalize().as_tuple().exponent)
    if decimals >= _EXACT_DECIMALS:
        step = _PLATES[other]
        rounding = Decimal(5).scaleb(-decimals - 1)
        tolerance = max(weight * _RELATIVE, rounding)
    else:
        step, tolerance = _WHOLE[other], _TWO_DECIMALS
    whole = (weight / factor / step).quantize(Decimal(1)) * step
    if not whole or abs(whole * factor - weight) > tolerance:
        return None
    return Lifted(whole.copy_sign(written), other, certain=decimals >= _EXACT_DECIMALS)


class Disguise:
    """Counts the converted weights of a file while it streams past."""

    def __init__(self) -> None:
        self._loaded: Counter[WeightUnit] = Counter()
        self._disguised: Counter[WeightUnit] = Counter()
        self._example: dict[WeightUnit, tuple[Decimal, Lifted]] = {}

    def see(self, written: Decimal, unit: WeightUnit) -> None:
        if not written:
            return
        self._loaded[unit] += 1
        found = lifted(written, unit)
        if found is not None:
            self._disguised[unit] += 1
            self._example.setdefault(unit, (written, found))

    @property
    def habitual(self) -> frozenset[WeightUnit]:
        """The units in which a fifth of the weights and more are converted."""
        return frozenset(
            unit
            for unit, count in self._disguised.items()
            if count >= self._loaded[unit] * _SUSPICIOUS_SHARE
        )

    def findings(self) -> Iterator[Finding]:
        """Yield what there is to say about the whole file."""
        for unit in sorted(self.habitual):
            written, found = self._example[unit]
            said = remark(
                "weightsConverted",
                n=self._disguised[unit],
                all=self._loaded[unit],
                unit=unit,
                written=written,
                weight=_plain(found.weight),
                other=found.unit,
            )
            yield said.at("note", 1, "weight")


def _plain(weight: Decimal) -> str:
    return f"{weight.normalize():f}"
