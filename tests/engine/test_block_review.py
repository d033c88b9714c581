"""What a block has shown, and the block that is proposed after it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.block_review import (
    ExerciseDone,
    Shown,
    Trend,
    WeekShown,
    review_exercises,
    review_muscles,
    shown,
)
from metricgain.engine.landmark_advice import MOST_AT_ONCE, advise, outcome_of
from metricgain.engine.landmarks import LANDMARKS, Emphasis, Landmark
from metricgain.engine.muscles import Muscle
from metricgain.engine.next_block import (
    BlockBefore,
    DayBefore,
    NextBlock,
    propose,
    to_change,
)
from metricgain.engine.outline import OutlineExercise

BENCH, FLY, ROW = 1, 2, 3
TRAINS = {
    BENCH: {Muscle.CHEST: 1.0, Muscle.TRICEPS: 0.5},
    FLY: {Muscle.CHEST: 1.0},
    ROW: {Muscle.LATS: 1.0, Muscle.UPPER_BACK: 1.0},
}
CHEST = Landmark(maintenance=4, mev=6, target=14, mrv_at_2=20)


def done(
    week: int, e1rm: float | None, *, sets: int = 6, exercise_id: int = BENCH
) -> ExerciseDone:
    return ExerciseDone(
        exercise_id=exercise_id,
        week_number=week,
        planned_sets=sets,
        done_sets=sets,
        contributions=TRAINS[exercise_id],
        e1rm_kg=e1rm,
    )


def of_weeks(estimates: str, sets: Sequence[int] = (6,) * 6) -> Shown:
    values = [None if each == "-" else float(each) for each in estimates.split()]
    values += [None] * (len(sets) - len(values) if sets != (6,) * 6 else 0)
    return shown(
        [done(week, value, sets=sets[week - 1]) for week, value in enumerate(values, 1)]
    )


def test_the_page_names_every_trend() -> None:
    rows = read_table("engine/block-review", "Where performance stopped rising")

    assert [row["trend"] for row in rows] == [trend.value for trend in Trend]


@pytest.mark.parametrize(
    "row",
    read_table("engine/block-review", "Weeks and what they show"),
    ids=lambda row: row["weeks"],
)
def test_the_page_says_where_it_stopped_rising(row: dict[str, str]) -> None:
    found = of_weeks(row["weeks"])

    assert found.trend == row["trend"]
    assert str(found.best_week or "") == row["best week"]


@pytest.mark.parametrize(
    "row",
    read_table("engine/block-review", "Examples of landmarks"),
    ids=lambda row: f"{row['sets by week']}: {row['estimates']}",
)
def test_the_page_says_what_landmarks_would_become(row: dict[str, str]) -> None:
    found = of_weeks(row["estimates"], [int(n) for n in row["sets by week"].split()])

    advice = advise(
        Muscle.CHEST,
        CHEST,
        shown=found,
        outcome=outcome_of(
            found,
            stimuli=[float(row["first answers"])],
            performances=[1],
            recovery_sessions=int(row["recovery"]),
        ),
        emphasis=Emphasis.GROW,
        sessions_per_week=2,
    )

    new = advice.new if advice else CHEST
    assert (new.mev, new.target, new.mrv_at_2) == (
        int(row["MEV"]), int(row["target"]), int(row["MRV"]),
    )  # fmt: skip
    assert advice is None or advice.because


def test_a_maintained_muscle_changes_no_landmark() -> None:
    found = of_weeks("100 102 102 101", [6, 8, 10, 12])
    outcome = outcome_of(found, stimuli=[9], performances=[3], recovery_sessions=2)

    assert (
        advise(
            Muscle.CHEST, CHEST, shown=found, outcome=outcome,
            emphasis=Emphasis.MAINTAIN, sessions_per_week=2,
        )
        is None
    )  # fmt: skip


def test_deloads_and_recovery_sessions_say_nothing() -> None:
    hard = [done(week, 100.0 + week) for week in (1, 2, 3)]
    easy = ExerciseDone(
        exercise_id=BENCH, week_number=4, planned_sets=3, done_sets=3,
        contributions=TRAINS[BENCH], e1rm_kg=60, is_easy=True,
    )  # fmt: skip

    assert shown([*hard, easy]) == shown(hard)


def test_an_exercise_that_begins_later_starts_from_where_the_others_stood() -> None:
    found = shown(
        [
            *(done(week, 100 + 2.0 * week) for week in (1, 2, 3, 4)),
            *(done(week, 20 + week, exercise_id=FLY) for week in (3, 4)),
        ]
    )

    changes = [week.change for week in found.weeks]
    assert found.trend is Trend.ROSE
    assert changes == sorted(changes, key=lambda change: change or 0)


def test_a_muscle_is_the_mean_of_its_exercises() -> None:
    rows = [
        *(done(week, 100 + 10.0 * (week - 1)) for week in (1, 2, 3)),
        *(done(week, 50, exercise_id=FLY) for week in (1, 2, 3)),
    ]

    chest = review_muscles(rows)[Muscle.CHEST]

    assert chest.change == pytest.approx(0.1)
    assert chest.peak_sets == 12
    assert set(review_exercises(rows)) == {BENCH, FLY}
    assert Muscle.TRICEPS not in review_muscles(rows)


@given(
    estimates=st.lists(st.floats(20, 300), min_size=3, max_size=6),
    sets=st.lists(st.integers(1, 30), min_size=6, max_size=6),
    recovery=st.integers(0, 2),
    stimulus=st.floats(0, 9),
    sessions=st.integers(1, 5),
)
def test_landmarks_move_by_two_sets_at_most_and_stay_in_order(
    estimates: list[float],
    sets: list[int],
    recovery: int,
    stimulus: float,
    sessions: int,
) -> None:
    rows = [
        done(week, value, sets=count)
        for week, (value, count) in enumerate(zip(estimates, sets, strict=False), 1)
    ]
    found = shown(rows)
    advice = advise(
        Muscle.CHEST,
        CHEST,
        shown=found,
        outcome=outcome_of(
            found, stimuli=[stimulus], performances=[1], recovery_sessions=recovery
        ),
        emphasis=Emphasis.GROW,
        sessions_per_week=sessions,
    )

    if advice is not None:
        for old, new in (
            (advice.old.mev, advice.new.mev),
            (advice.old.target, advice.new.target),
            (advice.old.mrv_at_2, advice.new.mrv_at_2),
        ):
            assert abs(old - new) <= MOST_AT_ONCE
        assert len(advice.because) == sum(
            a != b
            for a, b in (
                (advice.old.mev, advice.new.mev),
                (advice.old.target, advice.new.target),
                (advice.old.mrv_at_2, advice.new.mrv_at_2),
            )
        )


def planned(exercise_id: int, sets: int) -> OutlineExercise:
    return OutlineExercise(exercise_id=exercise_id, sets=sets, rep_min=8, rep_max=12)


def before(**given_: object) -> BlockBefore:
    days = [
        DayBefore(name="A", weekday=0, exercises=[planned(BENCH, 3)]),
        DayBefore(name="B", weekday=3, exercises=[planned(BENCH, 3)]),
    ]
    usual: dict[str, object] = {
        "days": days,
        "contributions": TRAINS,
        "muscles": {Muscle.CHEST: of_weeks("100 102 104")},
        "exercises": {},
        "landmarks": {**LANDMARKS, Muscle.CHEST: CHEST},
    }
    return BlockBefore(**(usual | given_))  # type: ignore[arg-type]  # names are checked by the class


def sets_of(block: NextBlock) -> int:
    return sum(one.planned.sets for day in block.days for one in day.exercises)


@pytest.mark.parametrize(
    "row",
    read_table("engine/next-block", "Examples"),
    ids=lambda row: "-".join(row.values()),
)
def test_the_page_says_how_many_sets_the_next_block_starts_with(
    row: dict[str, str],
) -> None:
    trends = {"rose": "100 102 104", "stopped": "100 99 98", "unknown": "100"}
    block = propose(
        before(
            muscles={Muscle.CHEST: of_weeks(trends[row["trend"]])},
            too_far=frozenset({Muscle.CHEST} if row["recovery"] == "yes" else ()),
            emphasis={Muscle.CHEST: Emphasis(row["emphasis"])},
        ),
        {},
    )

    assert sets_of(block) == int(row["sets a week"])
    assert all(muscle.because for muscle in block.muscles)


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        pytest.param({"pains": {BENCH: 2}}, "It hurt a joint.", id="pain"),
        pytest.param(
            {
                "exercises": {BENCH: of_weeks("100 99 98")},
                "previous": {BENCH: of_weeks("98 97 96")},
            },
            "It did not rise in this block and the one before.",
            id="still twice",
        ),
        pytest.param(
            {"exercises": {BENCH: of_weeks("100 99 98")}}, "", id="still once"
        ),
        pytest.param({"pains": {BENCH: 1}}, "", id="a twinge"),
    ],
)
def test_an_exercise_changes_only_for_a_reason(
    given_: dict[str, object], reason: str
) -> None:
    found = before(**given_)

    assert to_change(found).get(BENCH, "") == reason
    swapped = propose(found, {BENCH: FLY}).days[0].exercises[0]
    stuck = propose(found, {}).days[0].exercises[0]
    if reason:
        assert (swapped.planned.exercise_id, swapped.replaces) == (FLY, BENCH)
        assert swapped.because == f"{reason} Another exercise takes its place."
        assert stuck.planned.exercise_id == BENCH
        assert stuck.because == (
            f"{reason} No other exercise fits, so it stays for now."
        )
    else:
        assert (swapped.planned.exercise_id, swapped.replaces) == (BENCH, None)
        assert swapped.because.endswith("so it stays.")


def test_the_emphasis_moves_on_to_what_rose_the_least() -> None:
    found = before(
        muscles={
            Muscle.CHEST: of_weeks("100 105 110"),
            Muscle.LATS: of_weeks("100 104 108"),
            Muscle.UPPER_BACK: of_weeks("100 101 102"),
        },
        emphasis={Muscle.CHEST: Emphasis.EMPHASIZE},
    )

    block = propose(found, {})

    assert block.emphasis == {Muscle.UPPER_BACK: Emphasis.EMPHASIZE}
    changed = [m.muscle for m in block.muscles if m.old_emphasis is not m.new_emphasis]
    assert changed == [Muscle.CHEST, Muscle.UPPER_BACK]
    program = propose(before(planned={Muscle.LATS: Emphasis.EMPHASIZE}), {})
    assert program.emphasis == {Muscle.LATS: Emphasis.EMPHASIZE}


def test_a_row_gains_a_set_for_both_of_its_muscles_or_for_none() -> None:
    rose, stopped = of_weeks("100 102 104"), of_weeks("100 99 98")
    days = [DayBefore(name="A", weekday=0, exercises=[planned(ROW, 3)])]

    both = propose(
        before(days=days, muscles={Muscle.LATS: rose, Muscle.UPPER_BACK: rose}), {}
    )
    one = propose(
        before(days=days, muscles={Muscle.LATS: rose, Muscle.UPPER_BACK: stopped}), {}
    )

    assert (sets_of(both), sets_of(one)) == (4, 3)


def test_a_block_without_a_log_is_proposed_as_it_was() -> None:
    week = WeekShown(week_number=1, planned_sets=6, done_sets=0, change=None)
    unknown = Shown(trend=Trend.UNKNOWN, weeks=(week,), because="?")

    block = propose(before(muscles={Muscle.CHEST: unknown}), {})

    assert sets_of(block) == 6
    assert block.emphasis == {}
