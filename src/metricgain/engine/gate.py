"""Which rule may speak for a muscle at all; docs/engine/gate.md."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from metricgain.engine.facts import MuscleFacts

FIRST_WEEK: Final = 1


class Gate(StrEnum):
    """The rows of the gate, by their ids; RESTART is ours, the rest G1 to G9."""

    NO_NEXT = "G1"
    AFTER_DELOAD = "G2"
    DELOAD_NEXT = "G3"
    RESTART = "R1"
    SAME_FIRST_WEEK = "G4"
    NO_PERFORMANCE = "G5"
    NO_SORENESS = "G6"
    FIRST_SESSION = "G7"
    FIRST_WEEK_DONE = "G8"
    TABLE = "G9"


_JUDGED: Final = frozenset({Gate.FIRST_SESSION, Gate.FIRST_WEEK_DONE, Gate.TABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class GateOutcome:
    """The row that matched, with the two flags of the progression requirement."""

    gate: Gate
    progression: bool = False
    deload: bool = False


def open_gate(facts: MuscleFacts) -> GateOutcome:
    """Return the first row of the gate that matches; one always does.

    Under `strict_gate` a muscle without an earlier session in the block is
    carried (progression False) where it would else be judged without soreness.
    """
    gate = next(gate for matches, gate in _rows(facts) if matches)
    following = facts.next_session
    return GateOutcome(
        gate=gate,
        progression=gate in _JUDGED
        and not (gate is Gate.FIRST_SESSION and facts.strict_gate),
        deload=following is not None and following.is_deload,
    )


def _rows(facts: MuscleFacts) -> tuple[tuple[bool, Gate], ...]:
    following = facts.next_session
    if following is None:
        return ((True, Gate.NO_NEXT),)
    first_week = facts.week_number == FIRST_WEEK
    return (
        (facts.this_is_deload, Gate.AFTER_DELOAD),
        (following.is_deload, Gate.DELOAD_NEXT),
        (facts.this_is_recovery, Gate.RESTART),
        (first_week and following.week_number == FIRST_WEEK, Gate.SAME_FIRST_WEEK),
        (facts.performance is None, Gate.NO_PERFORMANCE),
        (facts.has_previous and facts.soreness is None, Gate.NO_SORENESS),
        (not facts.has_previous, Gate.FIRST_SESSION),
        (first_week, Gate.FIRST_WEEK_DONE),
        (True, Gate.TABLE),
    )
