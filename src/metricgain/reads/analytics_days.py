"""The days of a year that were trained on."""

from dataclasses import dataclass
from datetime import date

from metricgain.store.past.rows import DayDone, Past


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDays:
    """A calendar year; days without training are left out."""

    year: int
    days: tuple[DayDone, ...]


async def training_days(past: Past, year: int) -> TrainingDays:
    """Return the days of a calendar year that were trained on, the earliest first."""
    days = await past.days(date(year, 1, 1), date(year, 12, 31))
    return TrainingDays(year=year, days=days)
