"""How evenly the last two weeks trained the muscles a lifter wants to train."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, pstdev
from typing import Final

from metricgain.engine.contributions import DIRECT
from metricgain.engine.muscles import Muscle

WINDOW_DAYS: Final = 14
WEEKS_IN_WINDOW: Final = WINDOW_DAYS / 7
COVERAGE_WEIGHT: Final = 0.6
EVENNESS_WEIGHT: Final = 0.4
PUSH: Final = frozenset({Muscle.CHEST, Muscle.FRONT_DELT, Muscle.TRICEPS})
PULL: Final = frozenset(
    {Muscle.LATS, Muscle.UPPER_BACK, Muscle.REAR_DELT, Muscle.BICEPS}
)


class Pair(StrEnum):
    PUSH_PULL = "push to pull"
    FRONT_BACK_OF_LEGS = "quads to hamstrings and glutes"
    LEFT_RIGHT = "left to right"


GOOD_RATIO: Final[Mapping[Pair, tuple[float, float]]] = {
    Pair.PUSH_PULL: (0.8, 1.25),
    Pair.FRONT_BACK_OF_LEGS: (0.6, 1.6),
    Pair.LEFT_RIGHT: (0.9, 1.1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Coverage and evenness in per cent, and the score of 0 to 100 they make."""

    coverage: float
    evenness: float
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Two amounts of work beside each other; `value` is None when nothing is there."""

    value: float | None
    good: bool | None


def balance(
    done: Mapping[Muscle, float], weekly_targets: Mapping[Muscle, float]
) -> Balance | None:
    """Return the balance of 14 days; None when no muscle has a target.

    `done` are fractional sets of the 14 days, `weekly_targets` fractional sets
    per week; muscles without a target do not count.
    """
    targets = {m: t * WEEKS_IN_WINDOW for m, t in weekly_targets.items() if t > 0}
    if not targets:
        return None
    reached = {m: done.get(m, 0.0) / target for m, target in targets.items()}
    covered = sum(target * min(1.0, reached[m]) for m, target in targets.items())
    coverage = 100 * covered / sum(targets.values())
    evenness = _evenness(list(reached.values()))
    mixed = COVERAGE_WEIGHT * coverage + EVENNESS_WEIGHT * evenness
    return Balance(coverage=coverage, evenness=evenness, score=int(mixed + 0.5))


def ratio(pair: Pair, first: float, second: float) -> Ratio:
    """Return how two amounts (sets) relate and whether that is in the good range."""
    if second <= 0:
        return Ratio(value=None, good=None if first <= 0 else False)
    value = first / second
    low, high = GOOD_RATIO[pair]
    return Ratio(value=value, good=low <= value <= high)


def push_and_pull(
    planned: Iterable[tuple[Mapping[Muscle, float], int]],
) -> tuple[int, int]:
    """Return the pushing and the pulling sets of (contributions, sets) pairs.

    A set pushes or pulls by the muscles it trains directly; side delts, traps,
    legs and trunk do neither.
    """
    push = pull = 0
    for shares, sets in planned:
        direct = {muscle for muscle, share in shares.items() if share >= DIRECT}
        push += sets if direct & PUSH else 0
        pull += sets if direct & PULL else 0
    return push, pull


def _evenness(reached: list[float]) -> float:
    mean = fmean(reached)
    if mean <= 0:
        return 0.0
    return 100 * max(0.0, 1 - pstdev(reached) / mean)
