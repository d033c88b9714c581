"""Habits: how somebody trains is read from what was done."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doc_tables import read_table
from metricgain.engine import habits
from metricgain.engine.habits import (
    DoneExercise,
    DoneSession,
    Habits,
    habits_of,
)
from metricgain.engine.muscles import Muscle

MONDAY = date(2026, 1, 5)
BENCH, ROW, SQUAT, CURL, PRESS = 1, 2, 3, 4, 5
CHEST = {Muscle.CHEST: 1.0, Muscle.TRICEPS: 0.5}


def did(exercise_id: int, *reps: int, plannable: bool = True) -> DoneExercise:
    return DoneExercise(
        exercise_id=exercise_id,
        reps=reps or (10, 9, 8),
        contributions=CHEST,
        is_plannable=plannable,
    )


def session(day: int, *exercises: DoneExercise, name: str = "") -> DoneSession:
    return DoneSession(day=MONDAY + timedelta(days=day), name=name, exercises=exercises)


def upper_and_lower(weeks: int, *, start: int = 0) -> list[DoneSession]:
    done = []
    for week in range(weeks):
        monday = start + 7 * week
        for day in (0, 3):
            done.append(session(monday + day, did(BENCH), did(ROW), did(CURL)))
            done.append(session(monday + day + 1, did(SQUAT), did(PRESS)))
    return done


def test_no_history_has_no_habits() -> None:
    assert habits_of([]) == Habits()
    assert habits_of([session(0)]) == Habits()


def test_a_split_is_found_with_its_days_and_its_exercises() -> None:
    found = habits_of(upper_and_lower(6))

    assert (found.days_per_week, found.weekdays) == (4, (0, 1, 3, 4))
    assert [
        (one.weekday, [each.exercise_id for each in one.exercises])
        for one in found.workouts
    ] == [
        (0, [BENCH, ROW, CURL]),
        (1, [SQUAT, PRESS]),
        (3, [BENCH, ROW, CURL]),
        (4, [SQUAT, PRESS]),
    ]
    assert [one.name for one in found.workouts] == ["A", "B", "A 2", "B 2"]
    first = found.workouts[0].exercises[0]
    assert (first.sets, first.rep_min, first.rep_max) == (3, 8, 11)


def test_one_exercise_is_a_week_of_it() -> None:
    found = habits_of([session(day, did(BENCH, 5, 5, 5)) for day in (0, 2, 7, 9)])

    assert (found.days_per_week, found.weekdays) == (2, (0, 2))
    assert [len(one.exercises) for one in found.workouts] == [1, 1]
    only = found.workouts[0].exercises[0]
    assert (only.sets, only.rep_min, only.rep_max) == (3, 5, 8)


def test_weeks_without_training_do_not_make_the_others_thinner() -> None:
    whole = habits_of(upper_and_lower(4))
    with_gap = habits_of([*upper_and_lower(2), *upper_and_lower(2, start=7 * 6)])

    assert with_gap.weeks == whole.weeks == 4
    assert with_gap.days_per_week == whole.days_per_week
    assert with_gap.volume == whole.volume


def test_what_was_done_before_the_last_weeks_does_not_count() -> None:
    long_ago = [session(day, did(CURL), name="Arms") for day in range(0, 70, 2)]
    found = habits_of([*long_ago, *upper_and_lower(12, start=7 * 20)])

    assert {one.name for one in found.workouts} == {"A", "B", "A 2", "B 2"}
    assert found.weeks == habits.WEEKS


@pytest.mark.parametrize(
    "done",
    [
        pytest.param([session(0, did(BENCH)), session(7, did(BENCH))], id="two"),
        pytest.param([session(day, did(BENCH)) for day in range(4)], id="one week"),
    ],
)
def test_too_little_proposes_nothing_and_is_counted(done: list[DoneSession]) -> None:
    found = habits_of(done)

    assert found.workouts == ()
    assert found.sessions == len(done)
    assert found.volume


def test_names_join_workouts_and_stay_with_them() -> None:
    done = [
        session(0, did(BENCH), did(ROW), did(CURL), name="Push"),
        session(7, did(BENCH), did(SQUAT), did(PRESS), name="Push"),
        session(14, did(BENCH), did(SQUAT), did(PRESS), name="push"),
    ]

    (only,) = habits_of(done).workouts

    assert only.name == "Push"
    assert only.exercises[0].exercise_id == BENCH


def test_what_cannot_be_planned_counts_and_is_not_proposed() -> None:
    done = [
        session(day, did(BENCH), did(CURL, plannable=False), did(ROW, 0, 0))
        for day in (0, 7, 14)
    ]

    found = habits_of(done)

    assert [one.exercise_id for one in found.workouts[0].exercises] == [BENCH]
    assert found.volume[0].direct_sets == 8


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    page = {
        row["What"]: row["How much"]
        for heading in ("What is looked at", "Workouts", "Exercises")
        for row in read_table("engine/habits", heading)
    }

    assert page == {
        "weeks looked at": str(habits.WEEKS),
        "workouts that it takes": str(habits.LEAST_SESSIONS),
        "weeks with training that it takes": str(habits.LEAST_WEEKS),
        "share of exercises that makes two workouts one": str(habits.SAME_WORKOUT),
        "added where both have the same name": str(habits.SAME_NAME),
        "share of its workouts in which an exercise has to occur": "one third",
        "most exercises of a workout": str(habits.MOST_EXERCISES),
        "most sets of an exercise": str(habits.MOST_SETS),
        "lowest reps of a range": str(habits.LEAST_REPS),
        "highest reps of a range": str(habits.MOST_REPS),
        "narrowest range of reps": str(habits.NARROWEST),
    }


@settings(max_examples=150)
@given(
    done=st.lists(
        st.builds(
            session,
            st.integers(0, 200),
            *[
                st.builds(
                    did,
                    st.integers(1, 12),
                    *[st.integers(1, 60)] * 3,
                    plannable=st.booleans(),
                )
            ]
            * 4,
            name=st.sampled_from(["", "Push", "Pull"]),
        ),
        max_size=40,
    )
)
def test_whatever_was_done_the_week_can_be_planned(done: list[DoneSession]) -> None:
    found = habits_of(done)

    days = [one.weekday for one in found.workouts]
    assert days == sorted(set(days))
    assert len(days) in (0, found.days_per_week)
    assert len({one.name for one in found.workouts}) == len(found.workouts)
    for workout in found.workouts:
        ids = [one.exercise_id for one in workout.exercises]
        assert 1 <= len(ids) == len(set(ids)) <= habits.MOST_EXERCISES
        for one in workout.exercises:
            assert 1 <= one.sets <= habits.MOST_SETS
            assert habits.LEAST_REPS <= one.rep_min < one.rep_max <= habits.MOST_REPS
            assert one.rep_max - one.rep_min >= habits.NARROWEST
