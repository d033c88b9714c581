"""What is lifted in a deload, and in a recovery session."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from metricgain.engine.contributions import DIRECT
from metricgain.engine.equipment import (
    AvailableLoads,
    Load,
    Rounding,
    as_entered,
    round_load,
)
from metricgain.engine.muscles import Muscle
from metricgain.engine.rir import DELOAD_RIR

SECOND_HALF_LOAD: Final = 0.5
LIGHT_LOAD: Final = 0.7
NOT_IN_A_DELOAD: Final = frozenset({Muscle.TRAPS, Muscle.FOREARMS})


class SessionIndexError(ValueError):
    """A session index lies between 0 and the sessions of its week."""


class DeloadStyle(StrEnum):
    """What a deload takes away: sets and load, only sets, or only load."""

    BOTH = "both"
    SETS = "sets"
    LOAD = "load"


class EasyRule(StrEnum):
    DELOAD_FIRST_HALF = "deload.first_half"
    DELOAD_SECOND_HALF = "deload.second_half"
    DELOAD_SETS = "deload.fewer_sets"
    DELOAD_LOAD = "deload.lighter_load"
    RECOVERY = "recovery.half"


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyWork:
    """An easy prescription of one exercise, with the rule that made it and why."""

    sets: int
    load: Load
    reps: int
    rir: int
    rule: EasyRule
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HardWork:
    """What easy work is measured by: sets and reps of the last hard session.

    `load_kg` is the weight as typed in: of the block's first week for a deload,
    of the last session for a recovery session.
    """

    sets: int
    reps: int
    load_kg: float


def deload(
    work: HardWork,
    *,
    session_index: int,
    sessions: int,
    loads: AvailableLoads,
    style: DeloadStyle = DeloadStyle.BOTH,
) -> EasyWork:
    """Return the deload of an exercise in one session of the last week.

    Usually half the sets and reps, rounded up; the load of the first week in the first
    half of the sessions (counted from 0), half of it in the second, rounded down. With
    fewer sets, half the sets at the reps and the load of the first week; with lighter
    loads, all sets and reps at 70 % of that load. Raises SessionIndexError.
    """
    if not 0 <= session_index < sessions:
        raise SessionIndexError(
            f"session_index lies between 0 and {sessions - 1}, not {session_index}"
        )
    light = as_entered(work.load_kg, loads)
    match style:
        case DeloadStyle.SETS:
            easy = _easy(
                work,
                light,
                EasyRule.DELOAD_SETS,
                f"Deload: half the sets at the load of the first week, {light}.",
            )
            return replace(easy, reps=work.reps)
        case DeloadStyle.LOAD:
            return _lightened(work, light, loads)
        case DeloadStyle.BOTH:
            return _halved(work, light, loads, is_first=session_index < half(sessions))


def recovery(work: HardWork, *, loads: AvailableLoads) -> EasyWork:
    """Return a recovery session of an exercise: half the sets and reps, same load."""
    load = as_entered(work.load_kg, loads)
    return _easy(
        work,
        load,
        EasyRule.RECOVERY,
        f"Recovery: half the sets and reps at the same load, {load}.",
    )


def is_left_out_of_deloads(contributions: Mapping[Muscle, float]) -> bool:
    """Say whether an exercise is isolation for the traps or forearms."""
    direct = {muscle for muscle, share in contributions.items() if share >= DIRECT}
    return bool(direct) and direct <= NOT_IN_A_DELOAD


def deload_sets(sets: int, style: DeloadStyle) -> int:
    """Return the sets of an exercise in a deload: half of them, or all."""
    return sets if style is DeloadStyle.LOAD else half(sets)


def half(count: int) -> int:
    """Return half of a count, rounded up."""
    return (count + 1) // 2


def _halved(
    work: HardWork, light: Load, loads: AvailableLoads, *, is_first: bool
) -> EasyWork:
    if is_first:
        return _easy(
            work,
            light,
            EasyRule.DELOAD_FIRST_HALF,
            f"Deload: half the work at the load of the first week, {light}.",
        )
    halved = _lighter(
        light, round_load(light.effective_kg * SECOND_HALF_LOAD, loads, Rounding.DOWN)
    )
    return _easy(
        work,
        halved,
        EasyRule.DELOAD_SECOND_HALF,
        f"Deload, second half: half the work at half the load, {halved}.",
    )


def _lightened(work: HardWork, light: Load, loads: AvailableLoads) -> EasyWork:
    lighter = _lighter(
        light, round_load(light.effective_kg * LIGHT_LOAD, loads, Rounding.DOWN)
    )
    easy = _easy(
        work,
        lighter,
        EasyRule.DELOAD_LOAD,
        f"Deload: all sets with a lighter load than in the first week, {lighter}.",
    )
    return replace(easy, sets=max(1, work.sets), reps=work.reps)


def _easy(work: HardWork, load: Load, rule: EasyRule, because: str) -> EasyWork:
    return EasyWork(
        sets=max(1, half(work.sets)),
        load=load,
        reps=max(1, half(work.reps)),
        rir=DELOAD_RIR,
        rule=rule,
        because=because,
    )


def _lighter(one: Load, other: Load) -> Load:
    return min(one, other, key=lambda load: load.effective_kg)
