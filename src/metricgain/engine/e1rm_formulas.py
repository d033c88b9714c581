"""Other published formulas and the RPE chart, for comparison beside Epley."""

import math
from collections.abc import Callable
from enum import StrEnum
from typing import Final

MOST_REPS_OF_LINES: Final = 36
"""Brzycki's and Lander's straight lines reach zero after this many reps."""
HARDEST_RPE: Final = 10.0

RPE_CHART: Final = (
    100.0, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6,
    76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.2,
)  # fmt: skip
"""Per cent of the maximum for reps + RIR of 1 to 16 (Tuchscherer)."""


class Formula(StrEnum):
    EPLEY = "Epley"
    BRZYCKI = "Brzycki"
    LANDER = "Lander"
    OCONNER = "O'Conner"
    WATHAN = "Wathan"
    MAYHEW = "Mayhew"
    LOMBARDI = "Lombardi"


_STRAIGHT_LINES: Final = frozenset({Formula.BRZYCKI, Formula.LANDER})
_PERCENT: Final[dict[Formula, Callable[[float], float]]] = {
    Formula.EPLEY: lambda n: 100 / (1 + n / 30),
    Formula.BRZYCKI: lambda n: 100 * (37 - n) / 36,
    Formula.LANDER: lambda n: 101.3 - 2.67123 * n,
    Formula.OCONNER: lambda n: 100 / (1 + n / 40),
    Formula.WATHAN: lambda n: 48.8 + 53.8 * math.exp(-0.075 * n),
    Formula.MAYHEW: lambda n: 52.2 + 41.9 * math.exp(-0.055 * n),
    Formula.LOMBARDI: lambda n: 100 / math.pow(n, 0.10),
}


def percent_of_max(formula: Formula, n: float) -> float | None:
    """Return the load of an n-repetition maximum in per cent of the maximum.

    n is reps + RIR. None below 1, and where Brzycki and Lander end (36).
    """
    ends = formula in _STRAIGHT_LINES and n > MOST_REPS_OF_LINES
    return None if n < 1 or ends else _PERCENT[formula](n)


def e1rm_by(formula: Formula, load_kg: float, n: float) -> float | None:
    """Return the maximum in kg by another formula; None where it has no value."""
    percent = percent_of_max(formula, n)
    return None if percent is None else 100 * load_kg / percent


def rpe_percent(reps: int, rpe: float) -> float | None:
    """Return the per cent of the maximum that the RPE chart gives.

    Halves are interpolated. None outside 1 to 16 reps + RIR, and above RPE 10.
    """
    n = reps + HARDEST_RPE - rpe
    if rpe > HARDEST_RPE or reps < 1 or n > len(RPE_CHART):
        return None
    below = math.floor(n)
    above = min(below + 1, len(RPE_CHART))
    low, high = RPE_CHART[below - 1], RPE_CHART[above - 1]
    return low + (high - low) * (n - below)
