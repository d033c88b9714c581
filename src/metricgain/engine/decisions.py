"""What is decided for a muscle after a session, always with its reason."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, assert_never

from metricgain.engine import reasons
from metricgain.engine.facts import MuscleFacts
from metricgain.engine.gate import Gate, GateOutcome, open_gate
from metricgain.engine.mev import first_week_change
from metricgain.engine.muscles import Trained
from metricgain.engine.readiness import LOW_UNDER
from metricgain.engine.table import (
    MISSED,
    PAST_TARGET,
    STOPS_ADDING,
    WORST,
    Answers,
    TableRule,
    look_up,
    with_defaults,
)

LOW_READINESS: Final = "W1"
"""The rule by which a bad night holds back what would have risen."""


class Swap(StrEnum):
    """Whether joint pain speaks for another exercise."""

    NONE = "none"
    SUGGESTED = "suggested"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What every decision carries.

    `because` is shown to the lifter, `rule_id` names the row of the rules that
    decided (G1 to G9, R1, T1 to T6, M1 to M7, W1). `delta_raw` is the change in
    sets before any cap; None means halved. `hold_load` keeps load and reps from
    rising on all exercises of the muscle; joint pain does so on one exercise.
    """

    muscle: Trained
    because: str
    rule_id: str
    gate: GateOutcome
    delta_raw: int | None = 0
    swap: Swap = Swap.NONE
    hold_load: bool = False

    @property
    def progression(self) -> bool:
        """Whether the data was complete enough to judge the sets."""
        return self.gate.progression

    @property
    def deload(self) -> bool:
        """Whether the next session is a deload."""
        return self.gate.deload


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSets(Outcome):
    """Sets are added to the next session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSets(Outcome):
    """The sets stay, judged on complete data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSets(Outcome):
    """Sets are taken from the next session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recover(Outcome):
    """The next session is a recovery session: half the sets, half the reps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deload(Outcome):
    """The next session is in the deload week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry(Outcome):
    """The sets are carried over; `restart` begins again after a recovery session."""

    restart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDecision(Outcome):
    """There is nothing to decide."""


Decision = AddSets | HoldSets | RemoveSets | Recover | Deload | Carry | NoDecision


def decide_muscle(facts: MuscleFacts) -> Decision:
    """Return the one decision for a muscle after a finished session.

    Total: every combination of answers, given or not, has exactly one answer.
    """
    outcome = open_gate(facts)
    if outcome.progression:
        return _held_back(facts, _judge(facts, outcome))
    return _without_judging(facts, outcome)


def kind_of(decision: Decision) -> str:  # noqa: PLR0911 - one return for each kind
    """Return add, hold, remove, recover, deload, carry or none."""
    match decision:
        case AddSets():
            return "add"
        case HoldSets():
            return "hold"
        case RemoveSets():
            return "remove"
        case Recover():
            return "recover"
        case Deload():
            return "deload"
        case Carry():
            return "carry"
        case NoDecision():
            return "none"
        case _ as never:
            assert_never(never)


def swap_for(joint_pain: int | None) -> Swap:
    """Return what joint pain of an exercise asks for: 2 suggests, 3 requires."""
    if joint_pain is None or joint_pain < STOPS_ADDING:
        return Swap.NONE
    return Swap.REQUIRED if joint_pain >= WORST else Swap.SUGGESTED


def _without_judging(
    facts: MuscleFacts, outcome: GateOutcome
) -> Deload | Carry | NoDecision:
    because = reasons.of_gate(facts, outcome.gate)
    rule = outcome.gate.value
    muscle = facts.muscle
    match outcome.gate:
        case Gate.NO_NEXT | Gate.AFTER_DELOAD:
            return NoDecision(
                muscle=muscle, because=because, rule_id=rule, gate=outcome
            )
        case Gate.DELOAD_NEXT:
            return Deload(
                muscle=muscle,
                because=because,
                rule_id=rule,
                gate=outcome,
                delta_raw=None,
                hold_load=True,
            )
        case _:
            return Carry(
                muscle=muscle,
                because=because,
                rule_id=rule,
                gate=outcome,
                restart=outcome.gate is Gate.RESTART,
                swap=swap_for(facts.joint_pain),
            )


def _judge(facts: MuscleFacts, outcome: GateOutcome) -> Decision:
    answers = _answers(facts)
    if outcome.gate is Gate.TABLE:
        found = look_up(answers, consecutive_misses=facts.consecutive_misses)
        because = reasons.of_table(facts, answers, found)
        if found.rule is TableRule.RECOVERY:
            return Recover(
                muscle=facts.muscle,
                because=because,
                rule_id=found.rule.value,
                gate=outcome,
                delta_raw=None,
                swap=swap_for(facts.joint_pain),
                hold_load=True,
            )
        rule_id, delta = found.rule.value, found.delta or 0
    else:
        rule, delta = first_week_change(answers, soreness_counts=facts.has_previous)
        rule_id = rule.value
        because = reasons.of_first_week(facts, answers, rule, delta)
    kind = AddSets if delta > 0 else RemoveSets if delta < 0 else HoldSets
    return kind(
        muscle=facts.muscle,
        because=because,
        rule_id=rule_id,
        gate=outcome,
        delta_raw=delta,
        swap=swap_for(facts.joint_pain),
        hold_load=_holds_load(answers),
    )


def _held_back(facts: MuscleFacts, decision: Decision) -> Decision:
    """Return the decision after a low readiness: no set is added, no load goes up.

    It is used downward only; what takes sets away stays as it is.
    """
    if facts.readiness is None or facts.readiness >= LOW_UNDER:
        return decision
    match decision:
        case AddSets() | HoldSets():
            return HoldSets(
                muscle=decision.muscle,
                because=f"{decision.because} {reasons.of_low_readiness(facts)}",
                rule_id=LOW_READINESS,
                gate=decision.gate,
                delta_raw=0,
                swap=decision.swap,
                hold_load=True,
            )
        case RemoveSets():
            because = f"{decision.because} {reasons.of_low_readiness(facts)}"
            return replace(
                decision, because=because, rule_id=LOW_READINESS, hold_load=True
            )
        case _:
            return decision


def _answers(facts: MuscleFacts) -> Answers:
    # The gate lets nothing through to judging without a performance.
    assert facts.performance is not None
    return with_defaults(
        soreness=facts.soreness or 0,
        performance=facts.performance,
        challenge=facts.challenge,
        pump=facts.pump,
        joint_pain=facts.joint_pain,
    )


def _holds_load(answers: Answers) -> bool:
    return answers.performance in (PAST_TARGET, MISSED)
