from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metricgain.engine.apply import (
    AppliedSession,
    MuscleChange,
    SessionPlan,
    apply_decisions,
)
from metricgain.engine.board import PlannedExercise
from metricgain.engine.caps import MuscleWeek, session_floor, weekly_growth
from metricgain.engine.decisions import Decision, Swap, decide_muscle
from metricgain.engine.facts import MuscleFacts, NextSession
from metricgain.engine.landmarks import LANDMARKS, Emphasis, Experience, mrv
from metricgain.engine.muscles import Muscle

CHEST, LATS, UPPER_BACK = Muscle.CHEST, Muscle.LATS, Muscle.UPPER_BACK
QUADS, GLUTES, BICEPS = Muscle.QUADS, Muscle.GLUTES, Muscle.BICEPS
ROW = {LATS: 1.0, UPPER_BACK: 1.0, BICEPS: 0.5}
PULLDOWN = {LATS: 1.0, BICEPS: 0.5}
LUNGE = {QUADS: 1.0, GLUTES: 1.0}


def decided(muscle: Muscle, kind: str) -> Decision:
    answers = {
        "add 3": (0, 0, 0),
        "add 2": (0, 0, 1),
        "add 1": (0, 1, 1),
        "hold": (1, 1, 1),
        "remove 1": (3, 2, 1),
        "recover": (3, 3, 1),
        "deload": (0, 0, 0),
        "restart": (0, 0, 0),
    }
    soreness, performance, challenge = answers[kind]
    return decide_muscle(
        MuscleFacts(
            muscle=muscle,
            week_number=3,
            weeks=5,
            next_session=NextSession(week_number=4, is_deload=kind == "deload"),
            has_previous=True,
            soreness=soreness,
            performance=performance,
            challenge=challenge,
            this_is_recovery=kind == "restart",
        )
    )


def week_of(muscle: Muscle, **changes: object) -> MuscleWeek:
    week = MuscleWeek(
        muscle=muscle,
        landmark=LANDMARKS[muscle],
        sessions_per_week=2,
        last_week_sets=8,
        emphasis=Emphasis.EMPHASIZE,
        three_sets_allowed=True,
    )
    return replace(week, **changes)


def exercise(
    position: int, sets: int, contributions: dict[Muscle, float], **more: object
) -> PlannedExercise:
    base = PlannedExercise(
        position=position, base_sets=sets, contributions=contributions, reps=10
    )
    return replace(base, **more)


def applied(
    exercises: list[PlannedExercise],
    decisions: dict[Muscle, str],
    *,
    minutes: int | None = None,
    **week: object,
) -> AppliedSession:
    return apply_decisions(
        SessionPlan(exercises=exercises, minutes=minutes),
        {muscle: decided(muscle, kind) for muscle, kind in decisions.items()},
        {muscle: week_of(muscle, **week) for muscle in decisions},
    )


def sets_of(session: AppliedSession) -> list[int]:
    return [each.sets for each in session.exercises]


def change_of(session: AppliedSession, muscle: Muscle) -> MuscleChange:
    return next(each for each in session.muscles if each.muscle is muscle)


CHEST_ONLY = {CHEST: 1.0}


@pytest.mark.parametrize(
    ("exercises", "kind", "after"),
    [
        pytest.param(
            [exercise(1, 3, CHEST_ONLY), exercise(2, 2, CHEST_ONLY)],
            "add 1",
            [3, 3],
            id="adds where the fewest sets are",
        ),
        pytest.param(
            [exercise(1, 3, CHEST_ONLY), exercise(2, 2, CHEST_ONLY)],
            "add 2",
            [4, 3],
            id="one at a time",
        ),
        pytest.param(
            [exercise(1, 3, CHEST_ONLY, sfr=1.0), exercise(2, 3, CHEST_ONLY, sfr=2.0)],
            "add 1",
            [3, 4],
            id="a tie goes to the better ratio",
        ),
        pytest.param(
            [exercise(2, 3, CHEST_ONLY), exercise(1, 3, CHEST_ONLY)],
            "add 1",
            [4, 3],
            id="then to the earlier one",
        ),
        pytest.param(
            [exercise(1, 2, CHEST_ONLY, joint_pain=2), exercise(2, 3, CHEST_ONLY)],
            "add 1",
            [2, 4],
            id="never where a joint hurts",
        ),
        pytest.param(
            [exercise(1, 5, CHEST_ONLY), exercise(2, 4, CHEST_ONLY)],
            "add 3",
            [5, 5],
            id="5 sets for an exercise",
        ),
        pytest.param(
            [exercise(1, 3, CHEST_ONLY), exercise(2, 3, CHEST_ONLY)],
            "remove 1",
            [3, 2],
            id="cuts the later of equals",
        ),
        pytest.param(
            [exercise(1, 4, CHEST_ONLY), exercise(2, 3, CHEST_ONLY)],
            "remove 1",
            [3, 3],
            id="cuts where the most sets are",
        ),
        pytest.param(
            [exercise(1, 4, CHEST_ONLY), exercise(2, 3, CHEST_ONLY)],
            "hold",
            [4, 3],
            id="holds",
        ),
        pytest.param(
            [exercise(1, 4, CHEST_ONLY), exercise(2, 3, CHEST_ONLY)],
            "recover",
            [2, 2],
            id="recovery halves the muscle",
        ),
        pytest.param(
            [exercise(1, 1, CHEST_ONLY), exercise(2, 1, CHEST_ONLY)],
            "recover",
            [1, 1],
            id="recovery keeps every exercise",
        ),
        pytest.param(
            [exercise(1, 4, CHEST_ONLY), exercise(2, 3, CHEST_ONLY)],
            "deload",
            [2, 2],
            id="deload halves every exercise",
        ),
    ],
)
def test_sets_go_where_the_page_says(
    exercises: list[PlannedExercise], kind: str, after: list[int]
) -> None:
    assert sets_of(applied(exercises, {CHEST: kind})) == after


def test_recovery_and_deload_halve_the_reps() -> None:
    for kind in ("recover", "deload"):
        session = applied([exercise(1, 4, CHEST_ONLY, reps=9)], {CHEST: kind})

        assert session.exercises[0].reps == 5
        assert session.exercises[0].recovery is (kind == "recover")
        assert session.exercises[0].hold_load


def test_a_restart_comes_back_halfway() -> None:
    session = applied(
        [exercise(1, 5, CHEST_ONLY), exercise(2, 4, CHEST_ONLY)],
        {CHEST: "restart"},
        after_recovery=True,
    )

    assert sets_of(session) == [3, 3]
    assert change_of(session, CHEST).cap_reason == (
        "In the end 3 sets are removed, because it restarts after a recovery session."
    )


@pytest.mark.parametrize(
    ("decisions", "after"),
    [
        pytest.param({LATS: "add 1", UPPER_BACK: "add 1"}, [4, 2], id="one for both"),
        pytest.param({LATS: "add 1", UPPER_BACK: "hold"}, [3, 3], id="not for a hold"),
        pytest.param({LATS: "hold", UPPER_BACK: "add 1"}, [3, 2], id="no way to add"),
        pytest.param({LATS: "add 2", UPPER_BACK: "add 1"}, [4, 3], id="then its own"),
        pytest.param(
            {LATS: "remove 1", UPPER_BACK: "remove 1"}, [2, 2], id="one cut for both"
        ),
        pytest.param(
            {LATS: "add 1", UPPER_BACK: "remove 1"}, [2, 4], id="cut first, then add"
        ),
        pytest.param(
            {LATS: "remove 1", UPPER_BACK: "hold"}, [2, 2], id="a cut is shared"
        ),
    ],
)
def test_a_row_and_a_pulldown_share_the_lats(
    decisions: dict[Muscle, str], after: list[int]
) -> None:
    session = applied([exercise(1, 3, ROW), exercise(2, 2, PULLDOWN)], decisions)

    assert sets_of(session) == after


def test_the_reason_names_the_neighbour_that_holds() -> None:
    session = applied([exercise(1, 3, LUNGE)], {QUADS: "add 1", GLUTES: "hold"})

    assert change_of(session, QUADS).cap_reason == (
        "Nothing changes for now, because it would also add to your glutes."
    )
    assert change_of(session, GLUTES).cap_reason is None


def test_the_neighbour_of_a_cut_is_told() -> None:
    session = applied([exercise(1, 3, LUNGE)], {QUADS: "remove 1", GLUTES: "hold"})

    assert change_of(session, GLUTES).delta_applied == -1
    assert change_of(session, GLUTES).cap_reason == (
        "In the end 1 set is removed, because its exercises are shared with another"
        " muscle."
    )


def test_an_undecided_muscle_is_held_within_its_own_caps() -> None:
    plan = SessionPlan(exercises=[exercise(1, 3, ROW)])
    decisions = {LATS: decided(LATS, "add 1")}
    full = week_of(UPPER_BACK, last_week_sets=14)

    alone = apply_decisions(plan, decisions, {LATS: week_of(LATS)})
    beside = apply_decisions(plan, decisions, {LATS: week_of(LATS), UPPER_BACK: full})

    assert sets_of(alone) == [4]
    assert change_of(alone, UPPER_BACK).delta_raw is None
    assert sets_of(beside) == [3]


def test_an_undecided_muscle_without_a_week_gets_no_more_than_12_sets() -> None:
    exercises = [exercise(n, 4, {UPPER_BACK: 1.0}) for n in (1, 2)]
    plan = SessionPlan(exercises=[*exercises, exercise(3, 4, ROW)])

    session = apply_decisions(
        plan, {LATS: decided(LATS, "add 1")}, {LATS: week_of(LATS)}
    )

    assert sets_of(session) == [4, 4, 4]


@pytest.mark.parametrize(
    ("exercises", "kind", "minutes", "reason"),
    [
        pytest.param(
            [exercise(1, 2, CHEST_ONLY)]
            + [exercise(n, 4, {BICEPS: 1.0}) for n in range(2, 8)],
            "add 1",
            None,
            "a session holds at most 25 sets",
            id="whole session",
        ),
        pytest.param(
            [exercise(1, 3, CHEST_ONLY, seconds_per_set=180, setup_seconds=60)],
            "add 1",
            12,
            "the session would take longer than the time you have",
            id="minutes",
        ),
        pytest.param(
            [exercise(1, 3, CHEST_ONLY, joint_pain=2)],
            "add 1",
            None,
            "the exercise that could take it hurt your joints",
            id="joint pain",
        ),
        pytest.param(
            [exercise(1, 1, CHEST_ONLY), exercise(2, 1, CHEST_ONLY)],
            "remove 1",
            None,
            "your chest would fall below what keeps its size",
            id="maintenance",
        ),
        pytest.param(
            [exercise(n, 1, CHEST_ONLY) for n in (1, 2, 3)],
            "remove 1",
            None,
            "every exercise keeps at least 1 set",
            id="one set each",
        ),
    ],
)
def test_what_cannot_be_applied_is_explained(
    exercises: list[PlannedExercise], kind: str, minutes: int | None, reason: str
) -> None:
    session = applied(exercises, {CHEST: kind}, minutes=minutes)

    assert sets_of(session) == [each.base_sets for each in exercises]
    assert change_of(session, CHEST).cap_reason == (
        f"Nothing changes for now, because {reason}."
    )


def test_a_cut_that_would_starve_the_neighbour_is_not_made() -> None:
    session = applied([exercise(1, 2, ROW)], {LATS: "remove 1", UPPER_BACK: "hold"})
    starved = apply_decisions(
        SessionPlan(exercises=[exercise(1, 2, ROW), exercise(2, 1, PULLDOWN)]),
        {LATS: decided(LATS, "remove 1")},
        {LATS: week_of(LATS), UPPER_BACK: week_of(UPPER_BACK)},
    )

    assert sets_of(session) == [2]
    assert sets_of(starved) == [2, 1]
    assert change_of(starved, LATS).cap_reason == (
        "Nothing changes for now, because a muscle of the same exercise would fall"
        " below what keeps its size."
    )


def test_an_added_set_fits_the_minutes_exactly() -> None:
    timed = exercise(1, 3, CHEST_ONLY, seconds_per_set=180, setup_seconds=60)

    assert sets_of(applied([timed], {CHEST: "add 1"}, minutes=13)) == [4]


def test_emphasized_muscles_are_served_first() -> None:
    exercises = [exercise(n, 5, {CHEST: 1.0} if n > 4 else {}) for n in range(1, 5)]
    plan = SessionPlan(
        exercises=[*exercises, exercise(5, 2, {CHEST: 1.0}), exercise(6, 2, LUNGE)]
    )

    session = apply_decisions(
        plan,
        {m: decided(m, "add 1") for m in (CHEST, QUADS, GLUTES)},
        {
            CHEST: week_of(CHEST, emphasis=Emphasis.GROW),
            QUADS: week_of(QUADS),
            GLUTES: week_of(GLUTES),
        },
    )

    assert sets_of(session) == [5, 5, 5, 5, 2, 3]


def test_each_exercise_says_what_its_own_joint_pain_asks_for() -> None:
    session = applied(
        [exercise(n, 3, CHEST_ONLY, joint_pain=n) for n in (1, 2, 3)], {CHEST: "hold"}
    )

    assert [each.swap for each in session.exercises] == [
        Swap.NONE,
        Swap.SUGGESTED,
        Swap.REQUIRED,
    ]
    assert [each.hold_load for each in session.exercises] == [False, False, True]


def test_contradictory_input_is_refused() -> None:
    twice = [exercise(1, 3, CHEST_ONLY), exercise(1, 2, CHEST_ONLY)]

    with pytest.raises(ValueError, match=r"^exercises: "):
        applied(twice, {CHEST: "hold"})
    with pytest.raises(ValueError, match=r"^weeks: chest "):
        apply_decisions(
            SessionPlan(exercises=twice[:1]), {CHEST: decided(CHEST, "hold")}, {}
        )


KINDS = (
    "add 3",
    "add 2",
    "add 1",
    "hold",
    "remove 1",
    "recover",
    "deload",
    "restart",
)
MOVES = (ROW, PULLDOWN, LUNGE, CHEST_ONLY, {GLUTES: 1.0, QUADS: 0.5}, {UPPER_BACK: 1.0})
plans = st.lists(
    st.tuples(st.sampled_from(MOVES), st.integers(1, 7), st.none() | st.integers(0, 3)),
    min_size=1,
    max_size=8,
).map(
    lambda rows: [
        exercise(n, sets, dict(moves), joint_pain=pain)
        for n, (moves, sets, pain) in enumerate(rows)
    ]
)
kinds = st.dictionaries(
    st.sampled_from([CHEST, LATS, UPPER_BACK, QUADS, GLUTES]), st.sampled_from(KINDS)
)
weeks = st.fixed_dictionaries(
    {
        muscle: st.builds(
            MuscleWeek,
            muscle=st.just(muscle),
            landmark=st.just(LANDMARKS[muscle]),
            sessions_per_week=st.integers(1, 5),
            last_week_sets=st.integers(0, 25),
            granted=st.integers(-3, 3),
            emphasis=st.sampled_from(Emphasis),
            experience=st.sampled_from(Experience),
            three_sets_allowed=st.booleans(),
            after_recovery=st.booleans(),
        )
        for muscle in (CHEST, LATS, UPPER_BACK, QUADS, GLUTES)
    }
)


@given(plan=plans, by_muscle=kinds, known=weeks)
def test_no_cap_is_ever_exceeded(
    plan: list[PlannedExercise],
    by_muscle: dict[Muscle, str],
    known: dict[Muscle, MuscleWeek],
) -> None:
    decisions = {muscle: decided(muscle, kind) for muscle, kind in by_muscle.items()}

    session = apply_decisions(SessionPlan(exercises=plan), decisions, known)

    for each in session.exercises:
        assert 1 <= each.sets <= max(each.base_sets, 5)
    before = sum(each.base_sets for each in plan)
    assert sum(sets_of(session)) <= max(before, 25)
    for change in session.muscles:
        assert_within_caps(change, known[change.muscle], decisions)
    if not {"recover", "deload"} & set(by_muscle.values()):
        for change in session.muscles:
            floor = session_floor(known[change.muscle])
            assert change.sets >= min(change.base_sets, floor)


def assert_within_caps(
    change: MuscleChange, week: MuscleWeek, decisions: dict[Muscle, Decision]
) -> None:
    added = change.delta_applied
    decision = decisions.get(change.muscle)
    if decision is not None:
        assert added <= max(0, decision.delta_raw or 0)
        assert (change.cap_reason is None) == (added == change.delta_raw)
    if added <= 0:
        return
    most = mrv(
        week.landmark, muscle=change.muscle, sessions_per_week=week.sessions_per_week
    )
    assert change.sets <= 12
    assert week.last_week_sets + week.granted + added <= most
    assert max(0, week.granted) + added <= weekly_growth(week.last_week_sets)
    assert week.emphasis is not Emphasis.MAINTAIN
    if week.experience is Experience.BEGINNER or week.emphasis is Emphasis.GROW:
        assert added == 1
    assert added <= (3 if week.three_sets_allowed else 2)


@given(plan=plans, known=weeks)
def test_the_order_of_the_input_does_not_matter(
    plan: list[PlannedExercise], known: dict[Muscle, MuscleWeek]
) -> None:
    decisions = {m: decided(m, "add 2") for m in (UPPER_BACK, LATS, CHEST)}
    backwards = dict(reversed(decisions.items()))

    forth = apply_decisions(SessionPlan(exercises=plan), decisions, known)
    back = apply_decisions(SessionPlan(exercises=plan[::-1]), backwards, known)

    assert forth == back


@given(plan=plans, known=weeks, kind=st.sampled_from(["recover", "deload"]))
def test_recovery_and_deload_never_increase_anything(
    plan: list[PlannedExercise], known: dict[Muscle, MuscleWeek], kind: str
) -> None:
    decisions = {muscle: decided(muscle, kind) for muscle in known}

    session = apply_decisions(SessionPlan(exercises=plan), decisions, known)

    for before, after in zip(plan, session.exercises, strict=True):
        assert after.sets <= before.base_sets
        assert (after.reps or 0) <= (before.reps or 0)
