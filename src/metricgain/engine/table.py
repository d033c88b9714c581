"""The change of sets from soreness and performance; docs/engine/progression.md."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

CHALLENGE_UNANSWERED: Final = 1
PUMP_UNANSWERED: Final = 2
JOINT_PAIN_UNANSWERED: Final = 0

MISSED: Final = 3
PAST_TARGET: Final = 2
WORST: Final = 3
STOPS_ADDING: Final = 2
MISSES_FOR_RECOVERY: Final = 2
SIGNS_FOR_A_CUT: Final = 2


class TableRule(StrEnum):
    RECOVERY = "T1"
    REPEAT = "T2"
    FATIGUE = "T3"
    HOLD = "T4"
    CELL = "T5"
    JOINT_PAIN = "T6"


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """The rule that decided and its change in sets; None asks for a recovery."""

    rule: TableRule
    delta: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers 0 to 3 with the unanswered ones already replaced by defaults."""

    soreness: int
    performance: int
    challenge: int
    pump: int
    joint_pain: int


# Soreness and performance give the published interval; the four values are the
# change after "easy", or else after no, some, good and extreme pump.
CELLS: Final = {
    (0, 0): (3, (3, 2, 2, 1)),
    (0, 1): (2, (2, 1, 1, 0)),
    (1, 0): (2, (2, 1, 1, 1)),
    (1, 1): (1, (1, 0, 0, 0)),
}


def with_defaults(
    *,
    soreness: int,
    performance: int,
    challenge: int | None,
    pump: int | None,
    joint_pain: int | None,
) -> Answers:
    """Replace what was not answered: challenge 1, pump 2, joint pain 0."""
    return Answers(
        soreness=soreness,
        performance=performance,
        challenge=CHALLENGE_UNANSWERED if challenge is None else challenge,
        pump=PUMP_UNANSWERED if pump is None else pump,
        joint_pain=JOINT_PAIN_UNANSWERED if joint_pain is None else joint_pain,
    )


def look_up(answers: Answers, *, consecutive_misses: int) -> TableAnswer:
    """Return the change of sets for the next session, always exactly one.

    Rows T1 to T5 in order, then T6 lowers the result for joint pain. T5 chooses
    inside the interval published by Renaissance Periodization for the pair of
    soreness and performance.
    """
    answer = _before_pain(answers, consecutive_misses=consecutive_misses)
    if answer.delta is None:
        return answer
    limited = limit_for_pain(answer.delta, joint_pain=answers.joint_pain)
    if limited == answer.delta:
        return answer
    return TableAnswer(TableRule.JOINT_PAIN, limited)


def limit_for_pain(delta: int, *, joint_pain: int) -> int:
    """Return the change in sets that joint pain leaves: 2 forbids adds, 3 cuts."""
    if joint_pain >= WORST:
        return min(delta, -1)
    if joint_pain >= STOPS_ADDING:
        return min(delta, 0)
    return delta


def _before_pain(answers: Answers, *, consecutive_misses: int) -> TableAnswer:
    if answers.performance == MISSED:
        worn_out = WORST in (answers.soreness, answers.challenge)
        if worn_out or consecutive_misses >= MISSES_FOR_RECOVERY:
            return TableAnswer(TableRule.RECOVERY, None)
        return TableAnswer(TableRule.REPEAT, 0)
    if fatigue_signs(answers) >= SIGNS_FOR_A_CUT:
        return TableAnswer(TableRule.FATIGUE, -1)
    if any_sign_stops_adding(answers):
        return TableAnswer(TableRule.HOLD, 0)
    easy, by_pump = CELLS[answers.soreness, answers.performance]
    delta = easy if answers.challenge == 0 else by_pump[answers.pump]
    return TableAnswer(TableRule.CELL, delta)


def fatigue_signs(answers: Answers) -> int:
    """Count still sore, past the target effort and too much: 0 to 3."""
    return (
        (answers.soreness == WORST)
        + (answers.performance == PAST_TARGET)
        + (answers.challenge == WORST)
    )


def any_sign_stops_adding(answers: Answers) -> bool:
    """Tell whether soreness, performance or challenge alone forbids adding."""
    signs = (answers.soreness, answers.performance, answers.challenge)
    return max(signs) >= STOPS_ADDING
