from dataclasses import FrozenInstanceError, replace
from itertools import pairwise, product

import pytest

from decision_inputs import ANSWERS, MISSES, SITUATIONS, with_answers
from metricgain.engine.decisions import (
    AddSets,
    Carry,
    Decision,
    Deload,
    HoldSets,
    NoDecision,
    Recover,
    RemoveSets,
    Swap,
    decide_muscle,
    kind_of,
)
from metricgain.engine.facts import MuscleFacts, NextSession
from metricgain.engine.gate import Gate
from metricgain.engine.mev import MevRule
from metricgain.engine.muscles import Muscle
from metricgain.engine.table import TableRule

RULES = {*Gate, *TableRule, *MevRule}
FEWEST = -99
WORSE_FIELDS = ("performance", "soreness", "challenge", "joint_pain")
BASE = MuscleFacts(
    muscle=Muscle.CHEST,
    week_number=2,
    weeks=5,
    next_session=NextSession(week_number=3),
    has_previous=True,
    performance=1,
    soreness=1,
)
JUDGED = [
    s
    for s in SITUATIONS
    if decide_muscle(replace(s, performance=1, soreness=1)).progression
]


def wanted(decision: Decision) -> int:
    return FEWEST if decision.delta_raw is None else decision.delta_raw


@pytest.mark.parametrize("situation", SITUATIONS, ids=repr)
def test_every_input_has_one_answer_that_keeps_the_promises(
    situation: MuscleFacts,
) -> None:
    for facts in with_answers(situation):
        decision = decide_muscle(facts)

        assert decision.rule_id in RULES
        assert decision.because.strip().endswith(".")
        assert decision.muscle is facts.muscle
        assert_kind_fits(decision)
        if warned(facts) or facts.performance is None:
            assert wanted(decision) <= 0
        if facts.has_previous and facts.soreness is None:
            assert wanted(decision) <= 0
        if facts.next_session is not None and facts.next_session.is_deload:
            assert decision.deload
            assert isinstance(decision, Deload | NoDecision)


def warned(facts: MuscleFacts) -> bool:
    return any((getattr(facts, field) or 0) >= 2 for field in WORSE_FIELDS)


def assert_kind_fits(decision: Decision) -> None:
    delta = decision.delta_raw
    kind = kind_of(decision)
    if delta is None:
        assert kind in ("recover", "deload")
    elif delta > 0:
        assert kind == "add"
        assert delta <= 3
    elif delta < 0:
        assert kind == "remove"
        assert delta >= -2
    else:
        assert kind in ("hold", "carry", "none")
    assert decision.progression == (kind in ("add", "hold", "remove", "recover"))


@pytest.mark.parametrize("situation", JUDGED, ids=repr)
def test_a_worse_answer_never_gives_more_sets(situation: MuscleFacts) -> None:
    asked = {key_of(facts): decide_muscle(facts) for facts in with_answers(situation)}

    for key, decision in asked.items():
        for better in one_better(key):
            assert wanted(decision) <= wanted(asked[better]), (better, key)


Key = tuple[int | None, int | None, int | None, int | None, int | None, int]


def key_of(facts: MuscleFacts) -> Key:
    return (
        facts.performance,
        facts.soreness,
        facts.challenge,
        facts.joint_pain,
        facts.pump,
        facts.consecutive_misses,
    )


def one_better(key: Key) -> list[Key]:
    """Every key that is one step better in one field, misses included."""
    *answers, pump, misses = key
    found: list[Key] = []
    for index, value in enumerate(answers):
        if not value:
            continue
        changed = [*answers]
        changed[index] = value - 1
        now_missed = changed[0] == 3
        performance, soreness, challenge, pain = changed
        found.append(
            (performance, soreness, challenge, pain, pump, misses if now_missed else 0)
        )
    if misses:
        performance, soreness, challenge, pain = answers
        found.append((performance, soreness, challenge, pain, pump, misses - 1))
    return found


@pytest.mark.parametrize("situation", JUDGED, ids=repr)
def test_unanswered_questions_change_nothing_beyond_their_defaults(
    situation: MuscleFacts,
) -> None:
    for performance, soreness in product(range(4), repeat=2):
        asked = replace(situation, performance=performance, soreness=soreness)

        silent = decide_muscle(asked)
        spoken = decide_muscle(replace(asked, challenge=1, pump=2, joint_pain=0))

        assert (silent.rule_id, silent.delta_raw) == (spoken.rule_id, spoken.delta_raw)


def test_more_pump_never_gives_more_sets() -> None:
    for facts in with_answers(BASE):
        if facts.pump is None or facts.pump == 3:
            continue

        more = replace(facts, pump=facts.pump + 1)

        assert wanted(decide_muscle(more)) <= wanted(decide_muscle(facts))


def test_the_inputs_are_every_combination_of_answers() -> None:
    seen = {key_of(facts) for facts in with_answers(BASE)}

    assert len(seen) == len(ANSWERS) ** 4 * (len(ANSWERS) - 1 + len(MISSES))


@pytest.mark.parametrize(
    ("facts", "kind", "rule", "because"),
    [
        pytest.param(
            replace(BASE, performance=0),
            AddSets,
            "T5",
            "Chest recovered well before today and you had 2 or more reps to spare,"
            " so 1 more set is due.",
            id="reps to spare",
        ),
        pytest.param(
            replace(BASE, performance=0, soreness=0, challenge=0, pump=3),
            AddSets,
            "T5",
            "Chest was never sore, you had 2 or more reps to spare, the work felt easy"
            " and the pump was extreme, so 3 more sets are due.",
            id="everything answered",
        ),
        pytest.param(
            replace(BASE, muscle=Muscle.SIDE_DELT, soreness=3),
            HoldSets,
            "T4",
            "Side delts came in still sore, so the sets stay as they are.",
            id="still sore holds",
        ),
        pytest.param(
            replace(BASE, performance=2, challenge=3),
            RemoveSets,
            "T3",
            "You had to go past the planned effort on chest and the work was too much"
            " for your chest: two signs of too much fatigue, so 1 fewer set is due.",
            id="two signs",
        ),
        pytest.param(
            replace(BASE, performance=3, consecutive_misses=2),
            Recover,
            "T1",
            "You fell short on chest 2 sessions in a row, so the next session is for"
            " recovery: half the sets and half the reps at the same load.",
            id="second miss",
        ),
        pytest.param(
            replace(BASE, performance=3, consecutive_misses=1),
            HoldSets,
            "T2",
            "You could not match last time on chest, but one bad day is not your limit,"
            " so sets, load and reps are repeated.",
            id="first miss",
        ),
        pytest.param(
            replace(BASE, joint_pain=3),
            RemoveSets,
            "T6",
            "Your joints hurt badly while you trained chest, so 1 fewer set is due, no"
            " load goes up and the exercise that hurts has to be swapped.",
            id="bad joint pain",
        ),
        pytest.param(
            replace(BASE, soreness=None),
            Carry,
            "G6",
            "You did not say how sore your chest had been, so the sets are carried"
            " over.",
            id="soreness unanswered",
        ),
        pytest.param(
            replace(BASE, next_session=None),
            NoDecision,
            "G1",
            "No further session in this block trains your chest, so there is nothing"
            " to change.",
            id="last of its kind",
        ),
        pytest.param(
            replace(BASE, next_session=NextSession(week_number=5, is_deload=True)),
            Deload,
            "G3",
            "The next session for your chest is in the deload week, so it is made"
            " lighter.",
            id="deload next",
        ),
        pytest.param(
            replace(BASE, muscle=Muscle.QUADS, week_number=1, soreness=0, pump=1),
            AddSets,
            "M1",
            "Quads were never sore and the pump was mild: that is far too little to"
            " start with, so 2 more sets are due.",
            id="first week",
        ),
        pytest.param(
            replace(BASE, week_number=1, has_previous=False, soreness=None),
            HoldSets,
            "M3",
            "You answered neither pump nor effort for your chest, so the sets stay as"
            " they are.",
            id="first week unanswered",
        ),
    ],
)
def test_reasons_are_said_in_gym_words(
    facts: MuscleFacts, kind: type[Decision], rule: str, because: str
) -> None:
    decision = decide_muscle(facts)

    assert isinstance(decision, kind)
    assert decision.rule_id == rule
    assert decision.because == because


@pytest.mark.parametrize(
    ("pain", "swap"),
    list(zip(ANSWERS, (Swap.NONE,) * 3 + (Swap.SUGGESTED, Swap.REQUIRED), strict=True)),
)
def test_joint_pain_asks_for_another_exercise(pain: int | None, swap: Swap) -> None:
    assert decide_muscle(replace(BASE, joint_pain=pain)).swap is swap


def test_load_is_held_after_going_past_the_target() -> None:
    held = [
        decide_muscle(replace(BASE, performance=performance)).hold_load
        for performance in range(4)
    ]

    assert held == [False, False, True, True]


def test_a_recovery_session_is_followed_by_a_restart() -> None:
    decision = decide_muscle(replace(BASE, this_is_recovery=True, performance=0))

    assert isinstance(decision, Carry)
    assert (decision.rule_id, decision.restart) == ("R1", True)


def test_a_decision_cannot_be_changed() -> None:
    decision = decide_muscle(BASE)

    with pytest.raises(FrozenInstanceError):
        decision.rule_id = "T5"  # type: ignore[misc] # this is what is tested


def test_more_misses_never_give_more_sets() -> None:
    missed = replace(BASE, performance=3)

    by_misses = [
        wanted(decide_muscle(replace(missed, consecutive_misses=misses)))
        for misses in range(5)
    ]

    assert all(later <= earlier for earlier, later in pairwise(by_misses))
