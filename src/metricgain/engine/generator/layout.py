"""Which weeks of a program are trained in which block, around weeks to be kept free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, TypeAlias

from metricgain.engine.first_week import DAYS_PER_WEEK
from metricgain.engine.generator.profile import Profile
from metricgain.engine.rir import LONGEST_BLOCK

SHORTEST: Final = 4
USUAL: Final = 6
BLOCKS_OF_MACROCYCLE: Final = 2
"""After so many blocks a transition week makes the muscles sensitive again."""

Badness: TypeAlias = tuple[int, int, int, int]
_IMPOSSIBLE: Final = (10_000, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A block: so many weeks without a plan before it, then so many with one."""

    pause: int
    weeks: int


def stretches(profile: Profile, start: date) -> tuple[Stretch, ...]:
    """Return the blocks that fill the horizon of a profile, in their order.

    Weeks that are kept free altogether become the weeks without a plan, as far as
    blocks of 4 to 7 weeks allow; without any it is the usual order.
    """
    weeks = profile.horizon_weeks
    free = free_weeks(profile, start)
    if not any(free):
        return tuple(
            Stretch(
                pause=int(index > 0 and index % BLOCKS_OF_MACROCYCLE == 0), weeks=length
            )
            for index, length in enumerate(block_lengths(weeks))
        )
    return _around(free)


def free_weeks(profile: Profile, start: date) -> tuple[bool, ...]:
    """Return for each week of a program whether all its training days are kept free."""
    return tuple(
        all(
            profile.is_free(day)
            for each in range(DAYS_PER_WEEK)
            if (day := start + timedelta(days=DAYS_PER_WEEK * week + each)).weekday()
            in profile.weekdays
        )
        for week in range(profile.horizon_weeks)
    )


def block_lengths(weeks: int) -> tuple[int, ...]:
    """Return the weeks of each block, the longer ones first.

    Together with the transition weeks between every two of them they fill the weeks.
    Blocks have 4 to 6 weeks, and 7 where nothing else fits.
    """
    most = 1 + weeks // SHORTEST
    for longest in (USUAL, LONGEST_BLOCK):
        for blocks in range(1, most + 1):
            trained = weeks - (blocks - 1) // BLOCKS_OF_MACROCYCLE
            short, longer = divmod(trained, blocks)
            if short >= SHORTEST and short + (longer > 0) <= longest:
                return (short + 1,) * longer + (short,) * (blocks - longer)
    raise ValueError(f"weeks: no blocks of 4 to 7 weeks fill {weeks}")


def _around(free: Sequence[bool]) -> tuple[Stretch, ...]:
    """Return the blocks with the fewest free weeks in them that fill the weeks.

    Of those the ones without a seventh week, with the fewest weeks without a plan, and
    of lengths that differ least from the usual.
    """
    end = len(free)

    @cache
    def rest(at: int, since: int) -> tuple[Badness, tuple[Stretch, ...]]:
        """Return the best blocks from a week on, `since` blocks after a pause."""
        if all(free[at:]) and at > 0:
            return (0, 0, 0, 0), ()
        best: tuple[Badness, tuple[Stretch, ...]] = (_IMPOSSIBLE, ())
        for pause in _pauses(free, at, since=since):
            for weeks in range(SHORTEST, LONGEST_BLOCK + 1):
                begin = at + pause
                if begin + weeks > end:
                    break
                bad, after = rest(begin + weeks, 1 if pause else since + 1)
                mine = (
                    sum(free[begin : begin + weeks]),
                    int(weeks > USUAL),
                    pause,
                    (USUAL - weeks) ** 2,
                )
                badness = _plus(bad, mine)
                if badness < best[0]:
                    best = badness, (Stretch(pause=pause, weeks=weeks), *after)
        return best

    badness, found = rest(0, 0)
    if badness >= _IMPOSSIBLE:
        raise ValueError(f"free: no blocks of 4 to 7 weeks fill {end} weeks")
    return found


def _pauses(free: Sequence[bool], at: int, *, since: int) -> Sequence[int]:
    """Return how many weeks without a plan there may be before the next block."""
    run = 0
    while at + run < len(free) and free[at + run]:
        run += 1
    if since < BLOCKS_OF_MACROCYCLE:
        return [0, run] if run else [0]
    return [max(1, run)]


def _plus(one: Badness, other: Badness) -> Badness:
    return (
        one[0] + other[0],
        one[1] + other[1],
        one[2] + other[2],
        one[3] + other[3],
    )
