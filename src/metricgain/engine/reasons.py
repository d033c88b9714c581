"""The sentences that tell the lifter why something was decided."""

from typing import Final, assert_never

from metricgain.engine import wording
from metricgain.engine.facts import MuscleFacts
from metricgain.engine.gate import Gate
from metricgain.engine.mev import MevRule
from metricgain.engine.table import (
    MISSES_FOR_RECOVERY,
    PAST_TARGET,
    STOPS_ADDING,
    WORST,
    Answers,
    TableAnswer,
    TableRule,
)

_FIRST_WEEK: Final = {
    MevRule.FAR_TOO_LITTLE: "that is far too little to start with",
    MevRule.TOO_LITTLE: "that is a little low to start with",
    MevRule.FITTING: "that is a good place to start",
    MevRule.TOO_MUCH: "that is a lot to start with",
    MevRule.FAR_TOO_MUCH: "that is far too much to start with",
}


def of_gate(facts: MuscleFacts, gate: Gate) -> str:
    """Return why a muscle is not judged today."""
    name = wording.name_of(facts.muscle)
    texts = {
        Gate.NO_NEXT: f"No further session in this block trains your {name}, so"
        " there is nothing to change.",
        Gate.AFTER_DELOAD: "This was a deload session, there to recover, so nothing"
        f" changes for your {name}.",
        Gate.DELOAD_NEXT: f"The next session for your {name} is in the deload week,"
        " so it is made lighter.",
        Gate.RESTART: f"This was a recovery session for your {name}, so the next"
        " one restarts halfway between your starting sets and where you were.",
        Gate.SAME_FIRST_WEEK: f"The next session for your {name} is still in week 1,"
        " which finds your starting point, so its sets stay as planned.",
        Gate.NO_PERFORMANCE: f"Too few hard sets for your {name} were logged to"
        " judge the session (more than 4 reps in reserve is not hard), so the sets"
        " are carried over.",
        Gate.NO_SORENESS: f"You did not say how sore your {name} had been, so the"
        " sets are carried over.",
        Gate.FIRST_SESSION: f"Your {name} had no earlier session in this block to"
        " compare with, so the sets are carried over.",
    }
    return texts[gate]


def of_table(facts: MuscleFacts, answers: Answers, found: TableAnswer) -> str:
    """Return why the table changed or kept the sets."""
    match found.rule:
        case TableRule.RECOVERY:
            return wording.sentence(_recovery(facts, answers))
        case TableRule.REPEAT:
            return (
                f"You could not match last time on {wording.name_of(facts.muscle)},"
                " but one bad day is not your limit, so sets, load and reps are"
                " repeated."
            )
        case TableRule.FATIGUE:
            signs = wording.joined(_signs(facts, answers, worst_only=True))
            return wording.sentence(
                f"{signs}: two signs of too much fatigue, so {wording.due(-1)}"
            )
        case TableRule.HOLD:
            signs = wording.joined(_signs(facts, answers, worst_only=False))
            return wording.sentence(f"{signs}, so the sets stay as they are")
        case TableRule.CELL:
            said = wording.joined(_answered(facts))
            return wording.sentence(f"{said}, so {wording.due(found.delta or 0)}")
        case TableRule.JOINT_PAIN:
            return _joint_pain(facts, answers, found.delta or 0)
        case _ as never:
            assert_never(never)


def of_first_week(
    facts: MuscleFacts, answers: Answers, rule: MevRule, delta: int
) -> str:
    """Return why the first week's answers changed or kept the sets."""
    if rule is MevRule.JOINT_PAIN:
        return _joint_pain(facts, answers, delta)
    if rule is MevRule.STOPPED:
        signs = wording.joined(_signs(facts, answers, worst_only=False))
        return wording.sentence(
            f"your start leaves room for more, but {signs}, so the sets stay as"
            " they are"
        )
    name = wording.name_of(facts.muscle)
    said = [_or(wording.PUMP, facts.pump), _or(wording.CHALLENGE, facts.challenge)]
    opening = f"for your {name}, "
    if facts.has_previous and facts.soreness is not None:
        said.insert(0, wording.soreness_of(facts.muscle, facts.soreness))
        opening = ""
    answered = [clause for clause in said if clause]
    if not answered:
        return wording.sentence(
            f"you answered neither pump nor effort for your {name}, so"
            f" {wording.due(delta)}"
        )
    return wording.sentence(
        f"{opening}{wording.joined(answered)}: {_FIRST_WEEK[rule]}, so"
        f" {wording.due(delta)}"
    )


def of_low_readiness(facts: MuscleFacts) -> str:
    """Return what a bad night holds back."""
    assert facts.readiness is not None
    return (
        f"Your readiness was low that day ({facts.readiness:.2f}), so no set is added"
        " and no load goes up."
    )


def _recovery(facts: MuscleFacts, answers: Answers) -> str:
    name = wording.name_of(facts.muscle)
    causes = []
    if facts.consecutive_misses >= MISSES_FOR_RECOVERY:
        causes.append(
            f"you fell short on {name} {facts.consecutive_misses} sessions in a row"
        )
    else:
        causes.append(f"you could not match last time on {name}")
    if answers.soreness == WORST:
        causes.append("the muscle came in still sore")
    if answers.challenge == WORST:
        causes.append("the work was too much")
    return (
        f"{wording.joined(causes)}, so the next session is for recovery: half the"
        " sets and half the reps at the same load"
    )


def _signs(facts: MuscleFacts, answers: Answers, *, worst_only: bool) -> list[str]:
    least = WORST if worst_only else STOPS_ADDING
    signs = []
    if answers.soreness >= least:
        signs.append(wording.soreness_of(facts.muscle, answers.soreness))
    if answers.performance >= PAST_TARGET:
        signs.append(
            f"{wording.PERFORMANCE[answers.performance]} on"
            f" {wording.name_of(facts.muscle)}"
        )
    if answers.challenge >= least:
        signs.append(
            f"{wording.CHALLENGE[answers.challenge]} for your"
            f" {wording.name_of(facts.muscle)}"
        )
    return signs


def _answered(facts: MuscleFacts) -> list[str]:
    clauses = [
        wording.soreness_of(facts.muscle, facts.soreness or 0),
        _or(wording.PERFORMANCE, facts.performance),
        _or(wording.CHALLENGE, facts.challenge),
        _or(wording.PUMP, facts.pump),
    ]
    return [clause for clause in clauses if clause]


def _joint_pain(facts: MuscleFacts, answers: Answers, delta: int) -> str:
    name = wording.name_of(facts.muscle)
    if answers.joint_pain == WORST:
        return (
            f"Your joints hurt badly while you trained {name}, so"
            f" {wording.due(delta)}, no load goes up and the exercise that hurts"
            " has to be swapped."
        )
    return (
        f"Your joints hurt while you trained {name}, so no set is added; think about"
        " another exercise."
    )


def _or(words: tuple[str, ...], answer: int | None) -> str:
    return "" if answer is None else words[answer]
