"""Readiness: one number from last night, used downward only; docs/recovery.md.

The weights are those of swole-tracker, kept for compatibility. Nothing shows that
they are the right ones, which is why a high readiness changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from typing import Final

LOW_UNDER: Final = 0.4
BASE_DAYS: Final = 28
LEAST_NIGHTS: Final = 5
HARD_STRAIN: Final = 14.0
STRAIN_COST: Final = 0.05
RATIO_BOUNDS: Final = (0.8, 1.2)
RECOVERY_WEIGHT: Final = 0.4
SLEEP_WEIGHT: Final = 0.3
HRV_WEIGHT: Final = 0.15
RESTING_WEIGHT: Final = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What one source says of the morning of `day` and of the day itself.

    The recovery score and the sleep performance are in per cent, heart rate
    variability in milliseconds, the resting heart rate in beats per minute; `strain`
    is that of the day, 0 to 21. A `calibrating` score does not count.
    """

    day: date
    recovery: float | None = None
    sleep: float | None = None
    hrv_ms: float | None = None
    resting_heart_rate: float | None = None
    strain: float | None = None
    calibrating: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a readiness: its value, what it counts of the whole, its share.

    `value` is 0 to 1 for scores and 0.8 to 1.2 for ratios to the own base. The shares
    of all parts, less the cost of strain, are the readiness.
    """

    name: str
    value: float
    weight: float

    @property
    def share(self) -> float:
        return self.value * self.weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How ready somebody is on a day, 0 to about 1.1, and the parts it is made from."""

    day: date
    score: float
    parts: tuple[Part, ...]
    strain_cost: float = 0.0

    @property
    def is_low(self) -> bool:
        """Whether adds and load jumps are held back."""
        return self.score < LOW_UNDER


def readiness(nights: Iterable[Night], day: date) -> Readiness | None:
    """Return the readiness of a day, or None if its night has no recovery score.

    The base of heart rate variability and resting heart rate is the mean of the 28
    days before, of at least five nights. A part that is not known gives its weight to
    the others in proportion. Formula: training rules 2.7, after swole-tracker.
    """
    by_day = {night.day: night for night in nights}
    tonight = by_day.get(day)
    if tonight is None or tonight.recovery is None or tonight.calibrating:
        return None
    before = [
        night
        for night in by_day.values()
        if day - timedelta(days=BASE_DAYS) <= night.day < day
    ]
    known = _parts(tonight, tonight.recovery, before)
    whole = sum(weight for _, _, weight in known)
    parts = tuple(
        Part(name=name, value=value, weight=weight / whole)
        for name, value, weight in known
    )
    yesterday = by_day.get(day - timedelta(days=1))
    strain = yesterday.strain if yesterday else None
    cost = STRAIN_COST if strain is not None and strain > HARD_STRAIN else 0.0
    return Readiness(
        day=day,
        score=round(max(0.0, sum(part.share for part in parts) - cost), 3),
        parts=parts,
        strain_cost=cost,
    )


def _parts(
    tonight: Night, recovery: float, before: Sequence[Night]
) -> list[tuple[str, float, float]]:
    parts = [("recovery", _fraction(recovery), RECOVERY_WEIGHT)]
    if tonight.sleep is not None:
        parts.append(("sleep", _fraction(tonight.sleep), SLEEP_WEIGHT))
    hrv = _base(night.hrv_ms for night in before)
    if tonight.hrv_ms and hrv:
        parts.append(("hrv", _ratio(tonight.hrv_ms, hrv), HRV_WEIGHT))
    resting = _base(night.resting_heart_rate for night in before)
    if tonight.resting_heart_rate and resting:
        ratio = _ratio(resting, tonight.resting_heart_rate)
        parts.append(("resting_heart_rate", ratio, RESTING_WEIGHT))
    return parts


def _base(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value]
    return fmean(known) if len(known) >= LEAST_NIGHTS else None


def _ratio(value: float, base: float) -> float:
    low, high = RATIO_BOUNDS
    return min(high, max(low, value / base))


def _fraction(percent: float) -> float:
    return min(100.0, max(0.0, percent)) / 100
