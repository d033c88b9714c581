from itertools import product

import pytest

from metricgain.engine.decisions import AddSets, Carry
from metricgain.engine.facts import NextSession
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.engine.progression import (
    FeedbackAnswers,
    FinishedWorkout,
    WorkoutMetrics,
    count_misses,
    should_do_progression,
    spread_answers,
)

NEXT_WEEK = NextSession(week_number=3)
WEEK_2 = FinishedWorkout(week_number=2, weeks=5)


def flags(
    workout: FinishedWorkout, metrics: WorkoutMetrics, soreness: int | None
) -> tuple[bool, bool]:
    progress = should_do_progression(
        workout,
        {Muscle.CHEST: metrics},
        {Muscle.CHEST: FeedbackAnswers(soreness=soreness)},
    )
    chest = progress[Muscle.CHEST]
    return chest.progression, chest.deload


def original_flags(
    workout: FinishedWorkout, metrics: WorkoutMetrics, soreness: int | None
) -> tuple[bool, bool]:
    """The function of the requirement, with "week 0" written as week 1.

    Soreness counts as answered only when it has a value.
    """
    following = metrics.next_session
    if following is None:
        return False, False
    complete = (
        metrics.performance is not None
        and metrics.has_previous
        and soreness is not None
    )
    if workout.week_number == 1:
        return following.week_number > 1 and complete, following.is_deload
    return complete and not following.is_deload, following.is_deload


@pytest.mark.parametrize("week_number", [1, 2, 4])
def test_the_strict_gate_gives_the_flags_of_the_requirement(week_number: int) -> None:
    workout = FinishedWorkout(week_number=week_number, weeks=5, strict_gate=True)
    following = [
        None,
        NextSession(week_number=week_number),
        NextSession(week_number=week_number + 1),
    ]
    if week_number > 1:
        following.append(NextSession(week_number=5, is_deload=True))

    for session, has_previous, performance, soreness in product(
        following, (False, True), (None, 0, 3), (None, 0, 3)
    ):
        metrics = WorkoutMetrics(
            next_session=session, has_previous=has_previous, performance=performance
        )

        assert flags(workout, metrics, soreness) == original_flags(
            workout, metrics, soreness
        )


def test_our_gate_judges_a_muscle_on_its_first_session() -> None:
    first = WorkoutMetrics(next_session=NEXT_WEEK, has_previous=False, performance=1)

    assert flags(WEEK_2, first, None) == (True, False)


def test_each_muscle_is_decided_by_its_own_answers() -> None:
    known = WorkoutMetrics(next_session=NEXT_WEEK, has_previous=True, performance=0)

    progress = should_do_progression(
        WEEK_2,
        {Muscle.CHEST: known, Muscle.BICEPS: known},
        {Muscle.CHEST: FeedbackAnswers(soreness=0, challenge=0)},
    )

    assert list(progress) == [Muscle.CHEST, Muscle.BICEPS]
    assert isinstance(progress[Muscle.CHEST].decision, AddSets)
    assert isinstance(progress[Muscle.BICEPS].decision, Carry)


def test_a_group_answers_for_its_muscles_of_the_day() -> None:
    back = FeedbackAnswers(soreness=1)

    spread = spread_answers(
        {MuscleGroup.BACK: back}, [Muscle.LATS, Muscle.UPPER_BACK, Muscle.QUADS]
    )

    assert spread == {Muscle.LATS: back, Muscle.UPPER_BACK: back}


@pytest.mark.parametrize(
    ("scores", "misses"),
    [
        pytest.param([], 0, id="nothing yet"),
        pytest.param([3, 3, 1, 3], 2, id="the row ends at a hit"),
        pytest.param([1, 3, 3], 0, id="today was a hit"),
        pytest.param([3, None, 3, 0], 2, id="an unscored session does not end it"),
    ],
)
def test_misses_in_a_row_are_counted(scores: list[int | None], misses: int) -> None:
    assert count_misses(scores) == misses
