"""The load and reps of an exercise's next session."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from metricgain.engine.e1rm import REPS_PER_DOUBLING, e1rm, load_for
from metricgain.engine.equipment import (
    AvailableLoads,
    Load,
    Rounding,
    as_entered,
    round_load,
    step_up,
)

MOST_RISE: Final = 1.05
MOST_RISE_LOWER_BODY: Final = 1.10
MOST_STEP: Final = 1.10
AFTER_RECOVERY: Final = 0.9
MOST_REPS: Final = 30
COULD_NOT_MATCH: Final = 3
PAST_TARGET: Final = 2
PAIN_THAT_HOLDS: Final = 2
# Percentages of conversions come out as 1.0500000000000003.
_HAIR: Final = 1e-9

Method = Literal["double", "reps", "load"]


class RepRangeError(ValueError):
    """A rep range rises: 1 <= rep_min <= rep_max."""


class LoadRule(StrEnum):
    """Which rule of docs/engine/loads.md answered."""

    CARRY = "load.carry"
    REPEAT = "load.repeat"
    LIGHTER = "load.lighter"
    HOLD = "load.hold"
    HEAVIER = "load.heavier"
    REP = "load.rep"
    STEP = "load.step"
    BEYOND = "load.beyond"
    SWAP = "load.swap"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftProfile:
    """What the next load depends on in an exercise. Raises RepRangeError."""

    rep_min: int
    rep_max: int
    lower_body_compound: bool = False
    traps_lifter: bool = False
    method: Method = "double"

    def __post_init__(self) -> None:
        if not 1 <= self.rep_min <= self.rep_max:
            raise RepRangeError(
                "a rep range rises: 1 <= rep_min <= rep_max,"
                f" not {self.rep_min} to {self.rep_max}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class LastExposure:
    """The last time the exercise was trained in this slot.

    `load_kg` is the weight as typed in (the added part of a bodyweight lift),
    `reps` what was asked for (or done, if nothing was), at least 1. `e1rm_kg`
    is the smoothed estimate on the effective load; without it the exposure
    itself is taken, with an unanswered RIR as 0. `after_recovery` says that the
    session before it was a recovery session, `tired` that readiness was low.
    """

    load_kg: float
    reps: int
    rir: float | None = None
    e1rm_kg: float | None = None
    after_recovery: bool = False
    tired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLoad:
    """A prescription of one exercise, with the rule that made it and why."""

    load: Load
    reps: int
    rir: int
    rule: LoadRule
    because: str

    @property
    def load_kg(self) -> float:
        return self.load.kg


def next_load(
    *,
    exercise: LiftProfile,
    last: LastExposure,
    performance: int | None,
    joint_pain: int,
    target_rir: int,
    loads: AvailableLoads,
) -> NextLoad:
    """Return the next load and reps: the first rule that matches, always one.

    `performance` is the score of 0 (to spare) to 3 (could not match), None when
    it is unknown; `joint_pain` 0 to 3 of this exercise.
    """
    floor = 1 if exercise.traps_lifter else 0
    now = _Now(
        exercise=exercise,
        last=last,
        held=as_entered(last.load_kg, loads),
        reps=max(1, last.reps),
        target_rir=max(target_rir, floor),
        loads=loads,
    )
    rules = (
        _unknown(now, performance),
        _could_not_match(now, performance),
        _hold(now, performance, joint_pain),
        *(rule(now) for rule in _ORDER[exercise.method]),
    )
    return next((answer for answer in rules if answer is not None), _beyond(now))


def carry_load(
    *, last: LastExposure, target_rir: int, loads: AvailableLoads, because: str
) -> NextLoad:
    """Return the last load and reps unchanged, at the RIR of the new week."""
    return NextLoad(
        load=as_entered(last.load_kg, loads),
        reps=max(1, last.reps),
        rir=target_rir,
        rule=LoadRule.CARRY,
        because=because,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Now:
    exercise: LiftProfile
    last: LastExposure
    held: Load
    reps: int
    target_rir: int
    loads: AvailableLoads

    def answer(
        self,
        rule: LoadRule,
        because: str,
        *,
        load: Load | None = None,
        reps: int | None = None,
    ) -> NextLoad:
        return NextLoad(
            load=load or self.held,
            reps=reps or self.reps,
            rir=self.target_rir,
            rule=rule,
            because=because,
        )


def _unknown(now: _Now, performance: int | None) -> NextLoad | None:
    if performance is not None:
        return None
    return now.answer(
        LoadRule.CARRY,
        f"Too little was logged to judge the last session: again {now.held}.",
    )


def _could_not_match(now: _Now, performance: int | None) -> NextLoad | None:
    """Rule a: one bad day changes nothing, a second after a recovery does."""
    if performance is None or performance < COULD_NOT_MATCH:
        return None
    if not now.last.after_recovery:
        return now.answer(
            LoadRule.REPEAT,
            "You could not match the time before, which can be one bad day: again"
            f" {now.held} for {now.reps}.",
        )
    reduced = round_load(
        now.held.effective_kg * AFTER_RECOVERY, now.loads, Rounding.DOWN
    )
    load = min(now.held, reduced, key=lambda choice: choice.effective_kg)
    because = f"Still short after a recovery session: about 10 % lighter, {load}."
    if load == now.held:
        because = f"Still short after a recovery session, but {load} is the lightest."
    return now.answer(LoadRule.LIGHTER, because, load=load)


def _hold(now: _Now, performance: int | None, joint_pain: int) -> NextLoad | None:
    """Rule b: pain, a session harder than planned or a bad night holds both."""
    stays = f"load and reps stay at {now.held} for {now.reps}."
    if joint_pain >= PAIN_THAT_HOLDS:
        return now.answer(LoadRule.HOLD, f"The joint hurt: {stays}")
    if performance == PAST_TARGET:
        return now.answer(LoadRule.HOLD, f"It was harder than planned: {stays}")
    if now.last.tired:
        return now.answer(LoadRule.HOLD, f"You were not rested that day: {stays}")
    return None


def _heavier(now: _Now) -> NextLoad | None:
    """Rule c: what the estimate allows at the same reps, at most 5 or 10 % more."""
    held_kg = now.held.effective_kg
    lower_body = now.exercise.lower_body_compound
    most = MOST_RISE_LOWER_BODY if lower_body else MOST_RISE
    estimate = _estimate_kg(now)
    load = round_load(load_for(estimate, now.reps, now.target_rir), now.loads)
    if load.effective_kg > held_kg * most + _HAIR:
        load = round_load(held_kg * most + _HAIR, now.loads, Rounding.DOWN)
    if not held_kg < load.effective_kg <= held_kg * most + _HAIR:
        return None
    return now.answer(
        LoadRule.HEAVIER,
        f"Your sets show about {estimate:.0f} kg for a single: {load} for {now.reps}"
        f" leaves {now.target_rir} in reserve.",
        load=load,
    )


def _rep(now: _Now) -> NextLoad | None:
    """Rule d: one more rep, inside the range."""
    if now.reps >= now.exercise.rep_max:
        return None
    return now.answer(
        LoadRule.REP,
        f"One more rep at {now.held}, before the load goes up.",
        reps=now.reps + 1,
    )


def _step(now: _Now) -> NextLoad | None:
    """Rule e: the next load on offer, with the reps it leaves room for."""
    held_kg = now.held.effective_kg
    load = step_up(held_kg, now.loads)
    if load is None or load.effective_kg > held_kg * MOST_STEP + _HAIR:
        return None
    room = REPS_PER_DOUBLING * (_estimate_kg(now) / load.effective_kg - 1)
    wanted = max(round(room - now.target_rir), now.exercise.rep_min)
    reps = min(wanted, now.exercise.rep_max)
    return now.answer(
        LoadRule.STEP,
        f"The next load is {load}: {reps} reps at {now.target_rir} in reserve.",
        load=load,
        reps=reps,
    )


def _beyond(now: _Now) -> NextLoad:
    """Rule f: past the range up to 30 reps, then another exercise."""
    if now.reps < MOST_REPS:
        return now.answer(
            LoadRule.BEYOND,
            f"The next load is too big a step from {now.held}: one more rep.",
            reps=now.reps + 1,
        )
    return now.answer(
        LoadRule.SWAP,
        f"{now.reps} reps at {now.held} is enough: a harder exercise would serve you"
        " better.",
    )


_ORDER: Final[dict[Method, tuple[Callable[[_Now], NextLoad | None], ...]]] = {
    "double": (_heavier, _rep, _step),
    "reps": (_rep, _step),
    "load": (_heavier, _step, _rep),
}


def _estimate_kg(now: _Now) -> float:
    if now.last.e1rm_kg is not None:
        return now.last.e1rm_kg
    return e1rm(now.held.effective_kg, now.reps, now.last.rir or 0.0)
