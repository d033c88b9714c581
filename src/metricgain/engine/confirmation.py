"""Entries that are kept, but that the lifter is asked to confirm."""

from enum import StrEnum
from typing import Final

from metricgain.engine.e1rm import trend_e1rm

MOST_JUMP: Final = 1.30
MOST_REPS: Final = 50
POUNDS_PER_KG: Final = 2.2046226218
UNIT_TOLERANCE: Final = 0.05


class Doubt(StrEnum):
    """Why an entry looks like a slip; the value is the rule's name."""

    E1RM_JUMP = "e1rm_jump"
    LOAD_ABOVE_E1RM = "load_above_e1rm"
    MANY_REPS = "many_reps"
    UNIT_MIX_UP = "unit_mix_up"


def needs_confirmation(
    *,
    load_kg: float,
    reps: int,
    rir: float | None,
    known_e1rm_kg: float | None = None,
    last_load_kg: float | None = None,
) -> tuple[Doubt, ...]:
    """Return every reason to ask "is this right?", none for an ordinary set.

    The estimate rises by more than 30 %, the load is above 1.3 x the known
    estimate, more than 50 reps, or the load is 2.2 times (or one 2.2nd of) the
    last one, as when pounds and kilograms are mixed up.
    """
    doubts = []
    estimate = trend_e1rm(load_kg, reps, rir)
    if known_e1rm_kg and estimate and estimate > MOST_JUMP * known_e1rm_kg:
        doubts.append(Doubt.E1RM_JUMP)
    if known_e1rm_kg and load_kg > MOST_JUMP * known_e1rm_kg:
        doubts.append(Doubt.LOAD_ABOVE_E1RM)
    if reps > MOST_REPS:
        doubts.append(Doubt.MANY_REPS)
    if last_load_kg and load_kg and _mixed_up(load_kg, last_load_kg):
        doubts.append(Doubt.UNIT_MIX_UP)
    return tuple(doubts)


def _mixed_up(load_kg: float, last_kg: float) -> bool:
    ratio = max(load_kg, last_kg) / min(load_kg, last_kg)
    return abs(ratio / POUNDS_PER_KG - 1) <= UNIT_TOLERANCE
