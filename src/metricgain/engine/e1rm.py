"""Estimates the one-repetition maximum of a set, and the load that inverts it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

REPS_PER_DOUBLING: Final = 30
"""Epley: each rep (or rep in reserve) is worth a thirtieth of the load."""
MOST_REPS_FOR_RECORD: Final = 12
MOST_REPS_MEDIUM: Final = 10
MOST_REPS_HIGH: Final = 6
MOST_REPS_FOR_TREND: Final = 30
EASIEST_RIR: Final = 4
SMOOTHING: Final = 0.5
MOST_RISE: Final = 1.05


class SetBoundsError(ValueError):
    """A set has at least 1 rep, 0 or more RIR, and a load of 0 kg or more."""


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredE1rm:
    """An estimate good enough to keep: kilograms, and how far to trust it."""

    kg: float
    confidence: Confidence


def e1rm(load_kg: float, reps: int, rir: float) -> float:
    """Return the estimated one-repetition maximum in kg (Epley on reps + RIR).

    A single with nothing in reserve is its own maximum. Raises SetBoundsError.
    """
    _check(load_kg, reps, rir)
    return load_kg * _factor(reps + rir)


def load_for(e1rm_kg: float, reps: int, rir: float) -> float:
    """Return the load in kg that leaves `rir` after `reps`; the inverse of e1rm.

    Raises SetBoundsError.
    """
    _check(e1rm_kg, reps, rir)
    return e1rm_kg / _factor(reps + rir)


def confidence(reps: int, rir: float) -> Confidence | None:
    """Return how far an estimate can be trusted; None when it is not to be kept."""
    n = reps + rir
    if rir > EASIEST_RIR or n > MOST_REPS_FOR_RECORD:
        return None
    if n <= MOST_REPS_HIGH:
        return Confidence.HIGH
    return Confidence.MEDIUM if n <= MOST_REPS_MEDIUM else Confidence.LOW


def stored_e1rm(load_kg: float, reps: int, rir: float | None) -> StoredE1rm | None:
    """Return the estimate to keep, or None above 12 reps + RIR or above 4 RIR.

    An unanswered RIR counts as 0: the estimate is then the lowest one possible,
    so it never leads to a load that is too heavy. A set without load or reps
    has no estimate.
    """
    known_rir = rir or 0.0
    trust = confidence(reps, known_rir)
    if trust is None or load_kg <= 0 or reps < 1:
        return None
    return StoredE1rm(kg=e1rm(load_kg, reps, known_rir), confidence=trust)


def trend_e1rm(load_kg: float, reps: int, rir: float | None) -> float | None:
    """Return the estimate in kg that compares sets of one exercise with each other.

    It reaches to 30 reps + RIR, where the number itself means little but its
    change still does. None beyond that, above 4 RIR, without load or reps.
    """
    known_rir = rir or 0.0
    too_many = reps + known_rir > MOST_REPS_FOR_TREND
    if known_rir > EASIEST_RIR or too_many or load_kg <= 0 or reps < 1:
        return None
    return e1rm(load_kg, reps, known_rir)


def smoothed_e1rm(before_kg: float | None, exposure_kg: float) -> float:
    """Return the running estimate in kg after one more exposure.

    Half of the new, half of the old, rising by at most 5 %; the first exposure
    is taken as it is.
    """
    if before_kg is None:
        return exposure_kg
    mixed = SMOOTHING * exposure_kg + (1 - SMOOTHING) * before_kg
    return min(mixed, before_kg * MOST_RISE)


def _factor(n: float) -> float:
    return 1.0 if n == 1 else 1 + n / REPS_PER_DOUBLING


def _check(load_kg: float, reps: int, rir: float) -> None:
    if load_kg < 0 or reps < 1 or rir < 0:
        raise SetBoundsError(
            "a set has at least 1 rep, 0 or more RIR, and a load of 0 kg or more,"
            f" not {reps} reps, {rir} RIR, {load_kg} kg"
        )
