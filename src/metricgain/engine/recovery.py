"""Nights and days as a wearable sees them: values, and the tiers they fall into."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

GREEN_FROM: Final = 67
YELLOW_FROM: Final = 34
GOOD_SLEEP_FROM: Final = 85
FAIR_SLEEP_FROM: Final = 70


class ScoreState(StrEnum):
    """Whether a source has judged a night; what is not scored has no values."""

    SCORED = "SCORED"
    PENDING = "PENDING_SCORE"
    UNSCORABLE = "UNSCORABLE"


class Tier(StrEnum):
    """Where a score lies. High is what WHOOP shows green, medium yellow, low red."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """How recovered somebody was on the morning of `day`.

    `id` is that of the sleep it follows. The score is in per cent, heart rate
    variability in milliseconds (RMSSD, or SDNN where the source measures that), the
    resting heart rate in beats per minute. While `calibrating`, the source does not
    know the person yet. `updated_at` tells which of two versions is the newer.
    """

    id: str
    day: date
    began_at: datetime
    updated_at: datetime
    state: ScoreState = ScoreState.SCORED
    calibrating: bool = False
    score: float | None = None
    hrv_ms: float | None = None
    resting_heart_rate: float | None = None
    spo2_percentage: float | None = None
    skin_temp_celsius: float | None = None

    @property
    def tier(self) -> Tier | None:
        """Where the recovery score lies, None without one."""
        return tier_of(self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleep:
    """One sleep, which ended on `day`; `asleep_minutes` is without time awake.

    `performance` is what was slept of what was needed, in per cent.
    """

    id: str
    day: date
    began_at: datetime
    ended_at: datetime
    updated_at: datetime
    state: ScoreState = ScoreState.SCORED
    is_nap: bool = False
    asleep_minutes: int | None = None
    need_minutes: int | None = None
    performance: float | None = None
    efficiency: float | None = None
    consistency: float | None = None
    respiratory_rate: float | None = None

    @property
    def tier(self) -> Tier | None:
        """Where the sleep lies by its performance, None without one."""
        return sleep_tier_of(self.performance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strain:
    """The cardiovascular load of the day that began with `day`, from 0 to 21."""

    id: str
    day: date
    began_at: datetime
    updated_at: datetime
    state: ScoreState = ScoreState.SCORED
    strain: float | None = None


Seen = Recovery | Sleep | Strain


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A value, and the words of the source that it was read from, if they are kept."""

    value: Seen
    payload: bytes | None = None


Takings = Iterator[Taken]


def tier_of(score: float | Decimal | None) -> Tier | None:
    """Return the tier of a recovery score: 67 and more high, under 34 low."""
    return _tier(score, YELLOW_FROM, GREEN_FROM)


def sleep_tier_of(performance: float | Decimal | None) -> Tier | None:
    """Return the tier of a sleep: 85 % of the need and more high, under 70 low."""
    return _tier(performance, FAIR_SLEEP_FROM, GOOD_SLEEP_FROM)


def _tier(value: float | Decimal | None, medium: int, high: int) -> Tier | None:
    if value is None:
        return None
    if value >= high:
        return Tier.HIGH
    return Tier.MEDIUM if value >= medium else Tier.LOW
