"""What one more set of an exercise is worth this week; docs/engine/short-session.md."""

from collections.abc import Mapping
from math import exp, sqrt
from typing import Final

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle

SLOPE: Final = 0.01768
WEIGHTS: Final = {Emphasis.MAINTAIN: 0.5, Emphasis.GROW: 1.0, Emphasis.EMPHASIZE: 2.0}
"""How much the growth of a muscle counts beside that of the others."""


def growth(weekly_sets: float) -> float:
    """Return the growth of a block at that many fractional sets a week, as a share.

    G(V) = e^(0.01768 (sqrt(V + 1) - 1)) - 1: 0.022 at 4 sets, 0.047 at 12, 0.065 at
    20; a fit through the studies that docs/engine/short-session.md names.
    """
    return exp(SLOPE * (sqrt(max(0.0, weekly_sets) + 1) - 1)) - 1


def worth_of_sets(
    sets: int,
    contributions: Mapping[Muscle, float],
    *,
    weekly: Mapping[Muscle, float],
    emphasis: Mapping[Muscle, Emphasis],
) -> float:
    """Return what a week loses with the last `sets` of an exercise, weighted growth.

    `weekly` holds the fractional sets of each muscle in the week, these included; a
    muscle without an emphasis is there to grow.
    """
    return sum(
        WEIGHTS[emphasis.get(muscle, Emphasis.GROW)]
        * (growth(weekly.get(muscle, 0.0)) - growth(weekly.get(muscle, 0.0) - part))
        for muscle, share in contributions.items()
        for part in (share * sets,)
    )
