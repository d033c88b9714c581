"""The loads of a block's first week, from history or from a calibration set."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from metricgain.engine.e1rm import REPS_PER_DOUBLING, load_for, trend_e1rm
from metricgain.engine.equipment import AvailableLoads, Load, Rounding, round_load

DAYS_PER_WEEK: Final = 7
DETRAINING: Final = ((3, 1.0), (5, 0.95), (9, 0.90))
LONGEST_BREAK: Final = 0.85
CALIBRATION_REPS: Final = (10, 15)
CALIBRATION_RIR: Final = (2, 3)
FEEL_OUT: Final = ((12, 30), (8, 20), (4, 10))


class FirstWeekRule(StrEnum):
    FROM_HISTORY = "first_week.history"
    LIGHTER_HISTORY = "first_week.heaviest"
    LIGHTEST_LOAD = "first_week.lightest"
    CALIBRATED = "first_week.calibrated"


class BreakLengthError(ValueError):
    """days_since is the whole days since the last exposure, 0 or more."""


class CalibrationError(ValueError):
    """A calibration set has a load, 1 to 30 reps with RIR, and at most 4 RIR."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is known of an exercise.

    `e1rm_kg` is the smoothed estimate on the effective load, `heaviest_kg` the
    heaviest effective load of a working set, `days_since` the days since the
    last exposure.
    """

    e1rm_kg: float
    heaviest_kg: float
    days_since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLoad:
    """A first-week prescription with its reason.

    `above_history` says that even the lightest load on offer is heavier than
    history allows: it needs the lifter's consent or another exercise.
    """

    load: Load
    reps: int
    rir: int
    rule: FirstWeekRule
    because: str
    above_history: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrate:
    """Nothing is known: the lifter picks a load and finds out."""

    reps: tuple[int, int] = CALIBRATION_REPS
    stop_at_rir: tuple[int, int] = CALIBRATION_RIR
    because: str = (
        "This exercise is new to your log: pick a load you can lift 10 to 15 times,"
        " stop with 2 or 3 in reserve, and the other sets follow from it."
    )


def starting_reps(rep_min: int, rep_max: int) -> int:
    """Return the reps a block starts with: the middle of the range, rounded down."""
    return (rep_min + rep_max) // 2


def detraining_factor(days_since: int) -> float:
    """Return the share of strength that is counted on after a break.

    Raises BreakLengthError below 0.
    """
    if days_since < 0:
        raise BreakLengthError(f"days_since is 0 or more, not {days_since}")
    for weeks, factor in DETRAINING:
        if days_since < weeks * DAYS_PER_WEEK:
            return factor
    return LONGEST_BREAK


def first_load(
    history: History | None,
    *,
    reps: int,
    rep_max: int,
    target_rir: int,
    loads: AvailableLoads,
) -> FirstLoad | Calibrate:
    """Return the first week's load and reps; Calibrate when nothing is known.

    The load rounds down and is never above what history shows for these reps,
    nor above the heaviest load ever used; in that case the reps rise to make
    up, at most to `rep_max`.
    """
    if history is None or history.e1rm_kg <= 0:
        return Calibrate()
    factor = detraining_factor(history.days_since)
    estimate = history.e1rm_kg * factor
    solved_kg = load_for(estimate, reps, target_rir)
    limit_kg = min(solved_kg, history.heaviest_kg)
    load = round_load(limit_kg, loads, Rounding.DOWN)
    if load.effective_kg > limit_kg + 1e-6:
        return _lightest(load, reps, target_rir)
    if limit_kg == solved_kg:
        return FirstLoad(
            load=load,
            reps=reps,
            rir=target_rir,
            rule=FirstWeekRule.FROM_HISTORY,
            because=_from_history(load, history, factor),
        )
    more = _reps_at(load, estimate, reps=reps, rep_max=rep_max, rir=target_rir)
    instead = f", so you do {more} reps with it" if more > reps else ""
    return FirstLoad(
        load=load,
        reps=more,
        rir=target_rir,
        rule=FirstWeekRule.LIGHTER_HISTORY,
        because=f"{load} is as heavy as you have gone so far{instead}.",
    )


def after_calibration(
    *,
    load_kg: float,
    reps: int,
    rir: float,
    next_reps: int,
    target_rir: int,
    loads: AvailableLoads,
) -> FirstLoad:
    """Return the sets that follow a calibration set of that effective load in kg.

    Raises CalibrationError when the set says nothing about strength.
    """
    estimate = trend_e1rm(load_kg, reps, rir)
    if estimate is None:
        raise CalibrationError(
            "a calibration set has a load, 1 to 30 reps with RIR, and at most 4 RIR,"
            f" not {reps} reps at {load_kg:g} kg with {rir:g} RIR"
        )
    solved_kg = load_for(estimate, next_reps, target_rir)
    load = round_load(solved_kg, loads, Rounding.DOWN)
    return FirstLoad(
        load=load,
        reps=next_reps,
        rir=target_rir,
        rule=FirstWeekRule.CALIBRATED,
        because=f"Your first set shows about {estimate:.0f} kg for a single: {load}.",
        above_history=load.effective_kg > solved_kg + 1e-6,
    )


def feel_out_ramp(
    e1rm_kg: float, *, loads: AvailableLoads
) -> Sequence[tuple[Load, int]]:
    """Return the feel-out sets before a first heavy session: (load, reps).

    12 reps with a load for 30, 8 with one for 20, 4 with one for 10; rounded down.
    """
    return tuple(
        (round_load(load_for(e1rm_kg, most, 0), loads, Rounding.DOWN), reps)
        for reps, most in FEEL_OUT
    )


def _from_history(load: Load, history: History, factor: float) -> str:
    known = f"Your history shows about {history.e1rm_kg:.0f} kg for a single"
    if factor == 1:
        return f"{known}: {load} to start with."
    weeks = history.days_since // DAYS_PER_WEEK
    return f"{known}, {weeks} weeks ago, so {100 * factor:.0f} % of it: {load}."


def _lightest(load: Load, reps: int, rir: int) -> FirstLoad:
    return FirstLoad(
        load=load,
        reps=reps,
        rir=rir,
        rule=FirstWeekRule.LIGHTEST_LOAD,
        because=f"{load} is the lightest load there is, and more than your history"
        " shows: try it carefully, or pick another exercise.",
        above_history=True,
    )


def _reps_at(
    load: Load, estimate_kg: float, *, reps: int, rep_max: int, rir: int
) -> int:
    if load.effective_kg <= 0:
        return rep_max
    room = int(REPS_PER_DOUBLING * (estimate_kg / load.effective_kg - 1) - rir)
    return max(reps, min(room, rep_max))
