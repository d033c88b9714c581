"""The blocks of a program over many weeks, and their dates.

The names are those of requirement 3: a program is made of macrocycles, a macrocycle of
mesocycle plans, and each plan is broken down into microcycles.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from metricgain.engine.generator.layout import (
    SHORTEST,
    Stretch,
    block_lengths,
    stretches,
)
from metricgain.engine.generator.needs import emphasis_of
from metricgain.engine.generator.profile import Goal, Profile
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle

DAYS_OF_WEEK: Final = 7
MOST_EMPHASIZED: Final = 3
"""So many muscles are emphasised at once; more take turns."""
REST_FROM_EMPHASIS: Final = 3
"""Every third block, a muscle that is emphasised just grows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MesocyclePlan:
    """A block before it is broken down into weeks.

    `weeks` include the deload. With `needs_transition` the block is preceded by a
    week without a plan, in which one trains as little as one likes: `start` is the
    first day of that week.
    """

    number: int
    weeks: int
    start: date
    needs_transition: bool
    emphasis: Mapping[Muscle, Emphasis]

    @property
    def first_day(self) -> date:
        """The first day of the first week that is planned."""
        return microcycle_dates(self, 1)[0]

    @property
    def last_day(self) -> date:
        """The last day of the deload."""
        return microcycle_dates(self, self.weeks)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class MacrocyclePlan:
    """Blocks that follow each other without a transition week."""

    number: int
    mesocycles: tuple[MesocyclePlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPlan:
    """A program: what is trained when, from its first day to its last."""

    start: date
    weeks: int
    macrocycles: tuple[MacrocyclePlan, ...]

    @property
    def mesocycles(self) -> tuple[MesocyclePlan, ...]:
        """All blocks, in the order in which they come."""
        return tuple(meso for macro in self.macrocycles for meso in macro.mesocycles)

    @property
    def last_day(self) -> date:
        return self.start + timedelta(days=DAYS_OF_WEEK * self.weeks - 1)


def calculate_microcycle_dates(
    start_date: date, week_number: int, *, needs_transition: bool
) -> tuple[date, date]:
    """Return the first and the last day of a week of a block, numbered from 1.

    A transition week lies before the first one and moves all others by a week.
    """
    weeks = week_number - 1 + needs_transition
    first = start_date + timedelta(days=DAYS_OF_WEEK * weeks)
    return first, first + timedelta(days=DAYS_OF_WEEK - 1)


def microcycle_dates(plan: MesocyclePlan, week_number: int) -> tuple[date, date]:
    """Return the first and the last day of a week of a plan, numbered from 1."""
    return calculate_microcycle_dates(
        plan.start, week_number, needs_transition=plan.needs_transition
    )


def outline_program(profile: Profile, start: date) -> ProgramPlan:
    """Return the blocks that fill the horizon of a profile.

    Weeks that are kept free are the transition weeks where that is possible.
    """
    return program_of(
        stretches(profile, start),
        emphasis=lambda index: rotated_emphasis(profile, index),
        start=start,
        weeks=profile.horizon_weeks,
    )


def program_of(
    blocks: Sequence[Stretch],
    *,
    emphasis: Callable[[int], Mapping[Muscle, Emphasis]],
    start: date,
    weeks: int,
) -> ProgramPlan:
    """Return a program of blocks with their dates; `emphasis` knows a block from 0."""
    macrocycles: list[list[MesocyclePlan]] = []
    on = start
    for index, block in enumerate(blocks):
        before = block.pause > 0 and index > 0
        first_day = on + timedelta(days=DAYS_OF_WEEK * block.pause)
        plan = MesocyclePlan(
            number=index + 1,
            weeks=block.weeks,
            start=first_day - timedelta(days=DAYS_OF_WEEK * before),
            needs_transition=before,
            emphasis=emphasis(index),
        )
        if before or index == 0:
            macrocycles.append([])
        macrocycles[-1].append(plan)
        on = plan.last_day + timedelta(days=1)
    return ProgramPlan(
        start=start,
        weeks=weeks,
        macrocycles=tuple(
            MacrocyclePlan(number=number, mesocycles=tuple(blocks))
            for number, blocks in enumerate(macrocycles, 1)
        ),
    )


def rotated_emphasis(profile: Profile, index: int) -> Mapping[Muscle, Emphasis]:
    """Return the emphasis of a block, counted from 0: what is not just to grow.

    At most three muscles are emphasised at once. More take turns, and up to three of
    them rest from it in every third block.
    """
    found = {muscle: emphasis_of(profile, muscle) for muscle in Muscle}
    wished = [m for m in Muscle if found[m] is Emphasis.EMPHASIZE]
    now = _turn(wished, index)
    for muscle in wished:
        if muscle not in now:
            found[muscle] = Emphasis.GROW
    return {m: word for m, word in found.items() if word is not Emphasis.GROW}


def _turn(wished: Sequence[Muscle], index: int) -> Sequence[Muscle]:
    if len(wished) <= MOST_EMPHASIZED:
        rests = index % REST_FROM_EMPHASIS == REST_FROM_EMPHASIS - 1
        return () if rests else wished
    begin = index * MOST_EMPHASIZED % len(wished)
    return [*wished, *wished][begin : begin + MOST_EMPHASIZED]


def first_block_weeks(profile: Profile) -> int:
    """Return the weeks of a profile's first block, its deload included."""
    if profile.goal is Goal.MAINTENANCE:
        return SHORTEST
    return block_lengths(profile.horizon_weeks)[0]
