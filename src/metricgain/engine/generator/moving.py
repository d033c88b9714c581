"""Which blocks of a program move where one before them has become longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from typing import Final

from metricgain.engine.first_week import DAYS_PER_WEEK
from metricgain.engine.generator.profile import Profile

_WEEK: Final = timedelta(days=DAYS_PER_WEEK)
MOST_WEEKS_AROUND: Final = 12
"""So much later, at most, a block begins only to keep a free week out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidBlock:
    """A block of a program on its days; one that has begun is where it is."""

    first: date
    last: date
    is_planned: bool
    opens_macrocycle: bool

    @property
    def weeks(self) -> int:
        return (self.last - self.first).days // DAYS_PER_WEEK + 1


def moved_firsts(
    blocks: Sequence[LaidBlock], profile: Profile | None
) -> tuple[date, ...]:
    """Return the first day of each block of a program, in their order.

    A planned block begins when the one before it is over, after a week without a plan
    where a macrocycle opens, and never earlier than it was planned. It moves by whole
    weeks. A week that is kept free altogether does not come into a block by the move,
    as far as 12 weeks more allow.
    """
    found: list[date] = []
    end: date | None = None
    for index, block in enumerate(blocks):
        first = block.first
        if block.is_planned and end is not None:
            pause = DAYS_PER_WEEK if block.opens_macrocycle and index else 0
            first = _from(block, end + timedelta(days=1 + pause), profile)
        last = first + (block.last - block.first)
        end = last if end is None else max(end, last)
        found.append(first)
    return tuple(found)


def _from(block: LaidBlock, earliest: date, profile: Profile | None) -> date:
    late = (earliest - block.first).days
    if late <= 0:
        return block.first
    soonest = block.first + _WEEK * (-(-late // DAYS_PER_WEEK))
    before = _free_weeks(block, block.first, profile)
    tries = (soonest + _WEEK * more for more in islice(count(), MOST_WEEKS_AROUND + 1))
    return next(
        (day for day in tries if _free_weeks(block, day, profile) <= before), soonest
    )


def _free_weeks(block: LaidBlock, first: date, profile: Profile | None) -> int:
    """Return how many weeks of a block are kept free on all days of training."""
    if profile is None:
        return 0
    return sum(
        all(
            profile.is_free(day)
            for each in range(DAYS_PER_WEEK)
            if (day := first + _WEEK * week + timedelta(days=each)).weekday()
            in profile.weekdays
        )
        for week in range(block.weeks)
    )
