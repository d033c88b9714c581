"""Sets that move within a week: missed sessions and sessions with little time."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine.landmarks import LANDMARKS, Emphasis, Landmark
from metricgain.engine.marginal_value import WEIGHTS, growth, worth_of_sets
from metricgain.engine.moved_sets import (
    MovedHere,
    direct_sets_of,
    redistribute,
    with_moved,
)
from metricgain.engine.muscles import Muscle
from metricgain.engine.session_time import Effort, OwnPace, TimedExercise
from metricgain.engine.short_session import shorten
from metricgain.engine.week_changes import (
    PlannedWeek,
    Standing,
    WeekChange,
    WeekExercise,
    WeekWorkout,
    seconds_left,
)

BENCH, ROW, CURL = 1, 2, 3
TRAINS = {
    BENCH: {Muscle.CHEST: 1.0, Muscle.TRICEPS: 0.5},
    ROW: {Muscle.LATS: 1.0, Muscle.UPPER_BACK: 1.0, Muscle.BICEPS: 0.5},
    CURL: {Muscle.BICEPS: 1.0},
}
EFFORTS = {
    BENCH: Effort.HEAVY_COMPOUND,
    ROW: Effort.COMPOUND,
    CURL: Effort.ISOLATION,
}


def exercise(exercise_id: int, sets: int, *, done: int = 0) -> WeekExercise:
    return WeekExercise(
        exercise_id=exercise_id,
        sets=sets,
        done=done,
        contributions=TRAINS[exercise_id],
        timed=TimedExercise(
            sets=sets, effort=EFFORTS[exercise_id], barbell=exercise_id == BENCH
        ),
    )


def workout(
    number: int, sets: dict[int, int], standing: Standing = Standing.AHEAD
) -> WeekWorkout:
    return WeekWorkout(
        id=UUID(int=number),
        exercises=[exercise(one, count) for one, count in sets.items()],
        standing=standing,
    )


def week(*workouts: WeekWorkout) -> PlannedWeek:
    return PlannedWeek(workouts=workouts, landmarks=LANDMARKS)


def after(planned: Sequence[WeekWorkout], change: WeekChange) -> dict[UUID, list[int]]:
    """Return the sets of every workout once a change is accepted."""
    new = {(c.workout_id, c.exercise_id): c.new_sets for c in change.changes}
    return {
        each.id: [
            new.get((each.id, one.exercise_id), one.sets) for one in each.exercises
        ]
        for each in planned
    }


@pytest.mark.parametrize(
    "row",
    read_table("engine/missed-session", "Examples"),
    ids=lambda row: "-".join(row.values()),
)
def test_the_page_says_where_missed_sets_go(row: dict[str, str]) -> None:
    skipped = workout(1, {BENCH: int(row["skipped sets"])}, Standing.SKIPPED)
    ahead = [
        workout(number, {ROW: 4} | {BENCH: int(row["sets ahead"])})
        for number in range(2, 2 + int(row["workouts ahead"]))
    ]
    if row["sets ahead"] == "0":
        ahead = [workout(2, {ROW: 4})]

    change = redistribute(week(skipped, *ahead), skipped.id)

    moved = sum(one.new_sets - one.old_sets for one in change.changes)
    assert moved == int(row["moved"])
    assert sum(one.sets for one in change.left) == int(row["left over"])
    assert all(one.exercise_id == BENCH for one in change.changes)


def test_a_row_moves_for_both_muscles_at_once() -> None:
    skipped = workout(1, {ROW: 2}, Standing.SKIPPED)

    change = redistribute(week(skipped, workout(2, {ROW: 2, CURL: 2})), skipped.id)

    assert [(c.exercise_id, c.new_sets) for c in change.changes] == [(ROW, 4)]
    assert change.left == ()
    assert change.changes[0].because == (
        "2 sets come from the workout that you skipped."
    )


@pytest.mark.parametrize(
    ("planned", "why"),
    [
        pytest.param(
            week(
                workout(1, {BENCH: 3}, Standing.SKIPPED),
                workout(2, {BENCH: 3}, Standing.THERE),
            ),
            "no other workout ahead",
            id="begun",
        ),
        pytest.param(
            replace(
                week(
                    workout(1, {BENCH: 3}, Standing.SKIPPED),
                    workout(2, {BENCH: 3}),
                ),
                minutes=12,
            ),
            "longer than the time you have",
            id="time",
        ),
        pytest.param(
            replace(
                week(
                    workout(1, {BENCH: 3}, Standing.SKIPPED),
                    workout(2, {BENCH: 3}),
                ),
                landmarks={
                    Muscle.CHEST: Landmark(maintenance=0, mev=1, target=3, mrv_at_2=5)
                },
            ),
            "the most to recover from",
            id="MRV",
        ),
        pytest.param(
            week(
                workout(1, {BENCH: 3}, Standing.SKIPPED),
                WeekWorkout(
                    id=UUID(int=2),
                    exercises=[replace(exercise(BENCH, 3), is_closed=True)],
                ),
            ),
            "hurt your joints",
            id="pain",
        ),
    ],
)
def test_what_finds_no_place_is_named_with_the_reason(
    planned: PlannedWeek, why: str
) -> None:
    change = redistribute(planned, UUID(int=1))

    assert change.changes == ()
    (left,) = change.left
    assert (left.muscle, left.sets) == (Muscle.CHEST, 3)
    assert left.because.startswith("3 sets for your chest find no place in this week")
    assert why in left.because


def test_an_emphasized_muscle_is_served_first() -> None:
    skipped = workout(1, {BENCH: 3, CURL: 3}, Standing.SKIPPED)
    planned = replace(
        week(skipped, workout(2, {BENCH: 2, CURL: 2})),
        pace=OwnPace(seconds_per_set=300, sessions=9),
        minutes=35,
    )

    for wanted, exercise_id in ((Muscle.CHEST, BENCH), (Muscle.BICEPS, CURL)):
        emphasis = {wanted: Emphasis.EMPHASIZE}
        change = redistribute(replace(planned, emphasis=emphasis), skipped.id)

        gained = {c.exercise_id: c.new_sets - c.old_sets for c in change.changes}
        assert max(gained, key=lambda one: gained[one]) == exercise_id


def test_nothing_moves_in_a_deload() -> None:
    skipped = workout(1, {BENCH: 3}, Standing.SKIPPED)
    planned = replace(week(skipped, workout(2, {BENCH: 2})), is_easy=True)

    assert redistribute(planned, skipped.id) == WeekChange()


def test_only_a_skipped_workout_of_the_week_is_missed() -> None:
    planned = week(workout(1, {BENCH: 3}))

    for number in (1, 2):
        with pytest.raises(ValueError, match="skipped_id"):
            redistribute(planned, UUID(int=number))
    with pytest.raises(ValueError, match="workout_id"):
        shorten(planned, UUID(int=2), minutes=30)


@pytest.mark.parametrize(
    "row",
    read_table("engine/short-session", "What a set is worth"),
    ids=lambda row: row["sets a week"],
)
def test_the_page_gives_the_growth_of_the_curve(row: dict[str, str]) -> None:
    assert (
        f"{100 * growth(float(row['sets a week'])):.1f} %" == row["growth in a block"]
    )


def test_weights_follow_the_emphasis() -> None:
    chest = {Muscle.CHEST: 1.0}
    worth = {
        emphasis: worth_of_sets(
            1, chest, weekly={Muscle.CHEST: 8}, emphasis={Muscle.CHEST: emphasis}
        )
        for emphasis in Emphasis
    }

    assert {e: worth[e] / worth[Emphasis.GROW] for e in Emphasis} == pytest.approx(
        WEIGHTS
    )
    assert WEIGHTS == {
        Emphasis.MAINTAIN: 0.5, Emphasis.GROW: 1, Emphasis.EMPHASIZE: 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    "row",
    read_table("engine/short-session", "Examples"),
    ids=lambda row: row["minutes"],
)
def test_the_page_says_what_is_cut(row: dict[str, str]) -> None:
    planned = week(workout(1, {BENCH: 4, ROW: 4, CURL: 4}))

    change = shorten(planned, UUID(int=1), minutes=int(row["minutes"]))

    assert after(planned.workouts, change)[UUID(int=1)] == [
        int(row[name]) for name in ("bench press", "rows", "curls")
    ]
    assert change.minutes_before == 40


def test_what_is_cut_moves_to_a_later_workout_of_the_week() -> None:
    planned = week(workout(1, {BENCH: 4, CURL: 4}), workout(2, {CURL: 2, ROW: 2}))

    change = shorten(planned, UUID(int=1), minutes=22)

    sets = after(planned.workouts, change)
    cut = 4 - sets[UUID(int=1)][1]
    assert cut > 0
    assert sets[UUID(int=2)] == [2 + min(cut, 3), 2]
    assert sum(one.sets for one in change.left) == cut - min(cut, 3)


def test_sets_that_are_done_stay() -> None:
    begun = WeekWorkout(
        id=UUID(int=1),
        exercises=[exercise(BENCH, 4, done=2), exercise(CURL, 4, done=1)],
        standing=Standing.THERE,
    )

    change = shorten(week(begun), begun.id, minutes=1)

    assert after([begun], change)[begun.id] == [2, 1]


def test_a_workout_that_fits_stays_as_it_is() -> None:
    planned = week(workout(1, {BENCH: 4}), workout(2, {BENCH: 2}))

    change = shorten(planned, UUID(int=1), minutes=90)

    assert (change.changes, change.left) == ((), ())
    assert change.minutes_before == change.minutes_after


COUNTS = st.dictionaries(st.sampled_from((BENCH, ROW, CURL)), st.integers(1, 5))


@given(days=st.lists(COUNTS, min_size=1, max_size=4), minutes=st.integers(5, 90))
def test_a_shorter_workout_fits_and_no_set_is_invented(
    days: list[dict[int, int]], minutes: int
) -> None:
    planned = week(*(workout(number, day) for number, day in enumerate(days, 1)))
    first = planned.workouts[0]

    change = shorten(planned, first.id, minutes=minutes)

    sets = after(planned.workouts, change)
    shorter = [
        replace(one, sets=count)
        for one, count in zip(first.exercises, sets[first.id], strict=True)
    ]
    assert sum(sets[first.id]) <= 1 or seconds_left(shorter, None) <= minutes * 60
    assert not days[0] or sum(sets[first.id]) >= 1
    for muscle, had in direct_sets_of(first).items():
        total = sum(
            count
            for each in planned.workouts
            for one, count in zip(each.exercises, sets[each.id], strict=True)
            if one.trains(muscle)
        )
        before = sum(direct_sets_of(each)[muscle] for each in planned.workouts)
        lost = sum(one.sets for one in change.left if one.muscle is muscle)
        assert total + lost == before, (muscle, had)


@given(days=st.lists(COUNTS, min_size=2, max_size=5))
def test_missed_sets_are_moved_or_named_within_the_caps(
    days: list[dict[int, int]],
) -> None:
    skipped, *ahead = (workout(number, day) for number, day in enumerate(days, 1))
    skipped = replace(skipped, standing=Standing.SKIPPED)

    change = redistribute(week(skipped, *ahead), skipped.id)

    moved = {
        (c.workout_id, c.exercise_id): c.new_sets - c.old_sets for c in change.changes
    }
    assert all(gained > 0 for gained in moved.values())
    assert all(c.new_sets <= 5 for c in change.changes)
    for muscle, missing in direct_sets_of(skipped).items():
        gained = sum(
            moved.get((each.id, one.exercise_id), 0)
            for each in ahead
            for one in each.exercises
            if one.trains(muscle)
        )
        left = sum(one.sets for one in change.left if one.muscle is muscle)
        assert gained + left == missing


@pytest.mark.parametrize(
    ("sets", "moved", "becomes"),
    [
        pytest.param(3, 2, 5, id="within"),
        pytest.param(4, 2, 5, id="5 an exercise"),
        pytest.param(6, 2, 6, id="more than 5 already"),
        pytest.param(3, -2, 1, id="away"),
        pytest.param(1, -2, 0, id="all away"),
        pytest.param(3, 0, 3, id="none"),
    ],
)
def test_moved_sets_stay_on_top_of_what_is_decided(
    sets: int, moved: int, becomes: int
) -> None:
    here = MovedHere(sets=sets, muscles=(Muscle.CHEST,), moved=moved)

    assert with_moved([here]) == (becomes,)


def test_moved_sets_keep_to_the_limits_of_a_session() -> None:
    full = MovedHere(sets=10, muscles=(Muscle.CHEST,), moved=0)
    more = MovedHere(sets=1, muscles=(Muscle.CHEST,), moved=3)
    other = MovedHere(sets=13, muscles=(Muscle.LATS,), moved=0)

    assert with_moved([full, more]) == (10, 2)
    assert with_moved([full, more, other]) == (10, 2, 13)
    assert with_moved([other, full, replace(more, sets=2)]) == (13, 10, 2)
