"""The sets of a block shown before its first decision: a projection, not a promise."""

from collections.abc import Sequence
from typing import Final

from metricgain.engine.caps import weekly_growth
from metricgain.engine.deload import half
from metricgain.engine.rir import LONGEST_BLOCK, SHORTEST_BLOCK, BlockLengthError

MOST_SETS_TO_ADD_TO: Final = 5
"""A projection adds no sets to an exercise that has five."""


def sets_ramp(week_1_sets: int, *, goal: int, weeks: int) -> tuple[int, ...]:
    """Return a muscle's weekly direct sets over a block, the deload last.

    Even steps from the first week to `goal` in the last hard week, never more
    per week than the engine may add, never falling, and half in the deload.
    Raises BlockLengthError outside 3 to 7 weeks.
    """
    _check(weeks)
    hard_weeks = weeks - 1
    rise = max(0, goal - week_1_sets)
    planned = [week_1_sets]
    for step in range(1, hard_weeks):
        wanted = week_1_sets + _rounded(rise * step, hard_weeks - 1)
        planned.append(min(wanted, planned[-1] + weekly_growth(planned[-1])))
    return (*planned, half(planned[-1]))


def slots_ramp(
    week_1_sets: Sequence[int], *, goal: int, weeks: int
) -> tuple[tuple[int, ...], ...]:
    """Return the sets of each exercise of a muscle, week by week, the deload last.

    Sets are added one at a time to the exercise with the fewest, the earlier
    one on a tie, and to none that has five. The deload halves each exercise.
    """
    slots = list(week_1_sets)
    planned = []
    for total in sets_ramp(sum(slots), goal=goal, weeks=weeks)[:-1]:
        slots = _grown(slots, total - sum(slots))
        planned.append(tuple(slots))
    return (*planned, tuple(half(sets) for sets in slots))


def _grown(slots: Sequence[int], more: int) -> list[int]:
    grown = list(slots)
    for _ in range(more):
        open_slots = [i for i, sets in enumerate(grown) if sets < MOST_SETS_TO_ADD_TO]
        if not open_slots:
            break
        grown[min(open_slots, key=lambda index: grown[index])] += 1
    return grown


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


def _check(weeks: int) -> None:
    if not SHORTEST_BLOCK <= weeks <= LONGEST_BLOCK:
        raise BlockLengthError(f"a block has 3 to 7 weeks, not {weeks}")
