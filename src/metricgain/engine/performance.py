"""How a session went against its targets, 0 to 3; docs/engine/performance.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final

from metricgain.engine.e1rm import EASIEST_RIR, REPS_PER_DOUBLING

TO_SPARE, ON_TARGET, PAST_TARGET, MISSED = 0, 1, 2, 3

DROP_THAT_COUNTS: Final = 0.05
SURPLUS_TO_SPARE: Final = 2
SURPLUS_PAST_TARGET: Final = -1
SURPLUS_MISSED: Final = -2
SETS_OF_AN_EXPOSURE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a set was planned to be: kilograms, reps and reps in reserve."""

    load_kg: float
    reps: int
    rir: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSet:
    """A working set as done, in kilograms of effective load, with its target.

    `rir` None is not answered and counts as the target's, or 0 without one.
    """

    load_kg: float
    reps: int
    rir: float | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseLog:
    """One exercise of the session: its working sets in order.

    `previous_e1rm_kg` is the `exposure_e1rm` of the last exposure in this block
    that was neither a deload nor a recovery session, or None. `stopped` says
    that failure or pain ended the exercise early.
    """

    sets: Sequence[LoggedSet]
    planned_sets: int
    previous_e1rm_kg: float | None = None
    stopped: bool = False


def exercise_performance(log: ExerciseLog) -> int | None:
    """Return the performance of one exercise, 0 (to spare) to 3 (missed).

    None when fewer than half of the planned sets were logged without failure or
    pain, or when no logged set was hard enough to judge by.
    """
    if _less_than_half(len(log.sets), log.planned_sets):
        return MISSED if log.stopped else None
    judged = [done for done in log.sets if _is_judged(done)]
    if not judged:
        return None
    surplus = average_surplus(log.sets)
    if _fell_short(exposure_e1rm(log.sets), log.previous_e1rm_kg, surplus):
        return MISSED
    if surplus is None:
        return ON_TARGET
    if surplus < SURPLUS_PAST_TARGET:
        return PAST_TARGET
    return ON_TARGET if surplus < SURPLUS_TO_SPARE else TO_SPARE


def muscle_performance(logs: Iterable[ExerciseLog]) -> int | None:
    """Return the performance of a muscle over the exercises that train it directly.

    The mean weighted by sets, rounded half up. An exercise that was stopped
    weighs its planned sets. None when fewer than half of the muscle's planned
    sets were logged and nothing was stopped, or when no exercise has a score.
    """
    done = list(logs)
    logged = sum(len(log.sets) for log in done)
    planned = sum(log.planned_sets for log in done)
    if _less_than_half(logged, planned) and not any(log.stopped for log in done):
        return None
    scored = [
        (score, max(len(log.sets), log.planned_sets) if log.stopped else len(log.sets))
        for log in done
        if (score := exercise_performance(log)) is not None
    ]
    weight = sum(sets for _, sets in scored)
    if weight == 0:
        return None
    return floor(sum(score * sets for score, sets in scored) / weight + 0.5)


def average_surplus(sets: Sequence[LoggedSet]) -> float | None:
    """Return the reps to spare against the targets; early sets weigh more.

    Set i of N weighs (N - i + 1) / N. None when no judged set has a target.
    """
    total = 0.0
    weights = 0.0
    for index, done in enumerate(sets):
        if done.target is None or not _is_judged(done):
            continue
        weight = (len(sets) - index) / len(sets)
        total += weight * _surplus(done, done.target)
        weights += weight
    return total / weights if weights else None


def exposure_e1rm(sets: Sequence[LoggedSet]) -> float | None:
    """Return the mean estimate (Epley on reps + RIR, kg) of the first two sets.

    Sets with more than 4 RIR or without load are passed over; None when none
    is left.
    """
    usable = [done for done in sets if _is_judged(done) and done.load_kg > 0]
    first = usable[:SETS_OF_AN_EXPOSURE]
    if not first:
        return None
    return sum(_epley(done.load_kg, _n(done)) for done in first) / len(first)


def _less_than_half(logged: int, planned: int) -> bool:
    return 2 * logged < planned or logged == 0


def _is_judged(done: LoggedSet) -> bool:
    return _rir(done) <= EASIEST_RIR


def _rir(done: LoggedSet) -> float:
    if done.rir is not None:
        return done.rir
    return done.target.rir if done.target else 0.0


def _n(done: LoggedSet) -> float:
    return done.reps + _rir(done)


def _epley(load_kg: float, n: float) -> float:
    return load_kg * (1 + n / REPS_PER_DOUBLING)


def _surplus(done: LoggedSet, target: Target) -> float:
    n_planned = target.reps + target.rir
    if done.load_kg <= 0 or target.load_kg <= 0:
        return _n(done) - n_planned
    asked = _epley(target.load_kg, n_planned) / done.load_kg
    return _n(done) - REPS_PER_DOUBLING * (asked - 1)


def _fell_short(
    now_kg: float | None, before_kg: float | None, surplus: float | None
) -> bool:
    if now_kg is not None and before_kg:
        return now_kg / before_kg - 1 < -DROP_THAT_COUNTS
    return surplus is not None and surplus < SURPLUS_MISSED
