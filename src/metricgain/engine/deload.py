"""What is lifted in a deload, and in a recovery session."""

from collections.abc import Mapping
from dataclasses import dataclass
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
NOT_IN_A_DELOAD: Final = frozenset({Muscle.TRAPS, Muscle.FOREARMS})


class SessionIndexError(ValueError):
    """A session index lies between 0 and the sessions of its week."""


class EasyRule(StrEnum):
    DELOAD_FIRST_HALF = "deload.first_half"
    DELOAD_SECOND_HALF = "deload.second_half"
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
    work: HardWork, *, session_index: int, sessions: int, loads: AvailableLoads
) -> EasyWork:
    """Return the deload of an exercise in one session of the last week.

    Half the sets and reps, rounded up; the load of the first week in the first
    half of the sessions (counted from 0), half of it in the second, rounded
    down. Raises SessionIndexError.
    """
    if not 0 <= session_index < sessions:
        raise SessionIndexError(
            f"session_index lies between 0 and {sessions - 1}, not {session_index}"
        )
    light = as_entered(work.load_kg, loads)
    if session_index < half(sessions):
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


def half(count: int) -> int:
    """Return half of a count, rounded up."""
    return (count + 1) // 2


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
