"""Whether two series go up and down together, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import correlation
from typing import Final

LEAST_PAIRS: Final = 20
_Z_95: Final = 1.959963984540054
_NEARLY_ONE: Final = 0.999999


@dataclass(frozen=True, slots=True, kw_only=True)
class RankCorrelation:
    """Spearman's rank correlation with its 95 % interval, -1 to 1."""

    pairs: int
    rho: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out that there is nothing."""
        return self.low > 0 or self.high < 0


def rank_correlation(pairs: Sequence[tuple[float, float]]) -> RankCorrelation | None:
    """Return how pairs go together, or None for under 20, or if one side never varies.

    Ties share the mean of their ranks. The interval is Fisher's, with the standard
    error sqrt((1 + rho^2 / 2) / (n - 3)) of Bonett and Wright (2000) for ranks.
    """
    if len(pairs) < LEAST_PAIRS:
        return None
    first, second = ([pair[side] for pair in pairs] for side in (0, 1))
    if len(set(first)) == 1 or len(set(second)) == 1:
        return None
    rho = correlation(_ranks(first), _ranks(second))
    bounded = max(-_NEARLY_ONE, min(_NEARLY_ONE, rho))
    spread = _Z_95 * sqrt((1 + bounded**2 / 2) / (len(pairs) - 3))
    return RankCorrelation(
        pairs=len(pairs),
        rho=rho,
        low=tanh(atanh(bounded) - spread),
        high=tanh(atanh(bounded) + spread),
    )


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=lambda place: values[place])
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + end - 1) / 2
        start = end
    return ranks
