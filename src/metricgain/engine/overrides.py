"""What becomes of a decision when the lifter wants otherwise."""

from dataclasses import replace
from enum import StrEnum

from metricgain.engine.decisions import (
    AddSets,
    Carry,
    Decision,
    HoldSets,
    Recover,
    RemoveSets,
)


class Override(StrEnum):
    """HOLD keeps last week's sets; UNDO keeps load and reps as well."""

    HOLD = "hold"
    UNDO = "undo"


def overridden(decision: Decision, override: Override | None) -> Decision:
    """Return the decision that is carried out; docs/engine/overrides.md.

    A deload, and what was carried over or not decided, stays as it is.
    """
    if override is None or not can_be_overridden(decision):
        return decision
    if override is Override.HOLD:
        return HoldSets(
            muscle=decision.muscle,
            because="You chose to keep last week's sets.",
            rule_id="override.hold",
            gate=decision.gate,
            swap=decision.swap,
            hold_load=decision.hold_load,
        )
    return Carry(
        muscle=decision.muscle,
        because="You undid this decision, so everything stays as it was last week.",
        rule_id="override.undo",
        gate=replace(decision.gate, progression=False),
        swap=decision.swap,
        hold_load=True,
    )


def can_be_overridden(decision: Decision) -> bool:
    """Say whether a decision judged a muscle, so that one may want otherwise."""
    return isinstance(decision, AddSets | HoldSets | RemoveSets | Recover)
