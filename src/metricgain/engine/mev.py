"""The change of sets after the first week; docs/engine/progression.md."""

from enum import StrEnum
from typing import Final

from metricgain.engine.table import (
    Answers,
    any_sign_stops_adding,
    limit_for_pain,
)


class MevRule(StrEnum):
    FAR_TOO_LITTLE = "M1"
    TOO_LITTLE = "M2"
    FITTING = "M3"
    TOO_MUCH = "M4"
    FAR_TOO_MUCH = "M5"
    STOPPED = "M6"
    JOINT_PAIN = "M7"


# The highest stimulus of each row, its rule and its change in sets.
_ROWS: Final = (
    (2, MevRule.FAR_TOO_LITTLE, 2),
    (3, MevRule.TOO_LITTLE, 1),
    (6, MevRule.FITTING, 0),
    (8, MevRule.TOO_MUCH, -1),
    (9, MevRule.FAR_TOO_MUCH, -2),
)


def stimulus(*, pump: int, challenge: int, soreness: int | None) -> int:
    """Return the stimulus of the first week, 0 to 9.

    The sum of pump, challenge and soreness; without soreness one and a half
    times the other two, rounded half up.
    """
    if soreness is None:
        return (3 * (pump + challenge) + 1) // 2
    return pump + challenge + soreness


def first_week_change(
    answers: Answers, *, soreness_counts: bool
) -> tuple[MevRule, int]:
    """Return the rule and the change in sets after the first week, -2 to +2.

    `soreness_counts` is False when the block holds no earlier session that the
    soreness could be about. A sign that forbids adding in the table (soreness,
    performance or challenge of 2 or more, joint pain of 2 or more) forbids it
    here too.
    """
    total = stimulus(
        pump=answers.pump,
        challenge=answers.challenge,
        soreness=answers.soreness if soreness_counts else None,
    )
    rule, delta = next((rule, delta) for top, rule, delta in _ROWS if total <= top)
    if delta > 0 and any_sign_stops_adding(answers):
        rule, delta = MevRule.STOPPED, 0
    limited = limit_for_pain(delta, joint_pain=answers.joint_pain)
    return (rule, delta) if limited == delta else (MevRule.JOINT_PAIN, limited)
