"""How many reps stay in reserve in each week of a block."""

from typing import Final

from metricgain.engine.landmarks import Experience

DELOAD_RIR: Final = 4
CAREFUL_RIR: Final = 3
SHORTEST_BLOCK: Final = 3
LONGEST_BLOCK: Final = 7

_BY_WEEKS: Final = {
    3: (2, 1, DELOAD_RIR),
    4: (3, 2, 1, DELOAD_RIR),
    5: (3, 2, 1, 0, DELOAD_RIR),
    6: (3, 3, 2, 1, 0, DELOAD_RIR),
    7: (3, 3, 2, 2, 1, 0, DELOAD_RIR),
}


class BlockLengthError(ValueError):
    """A block has 3 to 7 weeks."""


class WeekNumberError(ValueError):
    """A week number lies between 1 and the weeks of the block."""


def rir_by_week(
    weeks: int, *, floor_one: bool = False, careful_start: bool = False
) -> tuple[int, ...]:
    """Return the target RIR of every week of a block, the deload last.

    `floor_one` keeps one rep in reserve (see needs_floor_one); `careful_start`
    keeps three in the first week, for novices and after four weeks off. Raises
    BlockLengthError outside 3 to 7 weeks.
    """
    if weeks not in _BY_WEEKS:
        raise BlockLengthError(f"a block has 3 to 7 weeks, not {weeks}")
    first, *rest = (max(rir, 1 if floor_one else 0) for rir in _BY_WEEKS[weeks])
    return (max(first, CAREFUL_RIR) if careful_start else first, *rest)


def target_rir(
    week_number: int,
    weeks: int,
    *,
    floor_one: bool = False,
    careful_start: bool = False,
) -> int:
    """Return the target RIR of a week, counted from 1; the last is the deload.

    Raises BlockLengthError, and WeekNumberError outside the block.
    """
    by_week = rir_by_week(weeks, floor_one=floor_one, careful_start=careful_start)
    if not 1 <= week_number <= weeks:
        raise WeekNumberError(
            f"week_number lies between 1 and {weeks}, not {week_number}"
        )
    return by_week[week_number - 1]


def needs_floor_one(
    *, experience: Experience, traps_lifter: bool, safeties: bool = False
) -> bool:
    """Say whether one rep always stays in reserve.

    For beginners, and for lifts that can trap the lifter under the bar unless
    they are done with safety bars.
    """
    return experience is Experience.BEGINNER or (traps_lifter and not safeties)
