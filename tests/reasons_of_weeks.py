"""Makes the reasons of sets that move in a week, and of what follows a block."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from uuid import UUID

from metricgain.engine.block_review import ExerciseDone, Shown, shown
from metricgain.engine.landmark_advice import advise, outcome_of
from metricgain.engine.landmarks import LANDMARKS, Emphasis, Landmark
from metricgain.engine.moved_sets import redistribute
from metricgain.engine.muscles import Muscle
from metricgain.engine.next_block import BlockBefore, DayBefore, propose
from metricgain.engine.outline import OutlineExercise
from metricgain.engine.session_time import Effort, TimedExercise
from metricgain.engine.short_session import shorten
from metricgain.engine.week_changes import (
    PlannedWeek,
    Standing,
    WeekChange,
    WeekExercise,
    WeekWorkout,
)

CHEST, LATS = Muscle.CHEST, Muscle.LATS
SKIPPED, AHEAD = UUID(int=1), UUID(int=2)


def moved() -> Iterator[str]:
    """What moves, what finds no place and why, and what is cut."""
    for count, other, muscle in product((1, 3, 9), (1, 2, 4, 6), (CHEST, LATS)):
        for week in _weeks(count, other, muscle):
            yield from _said(redistribute(week, SKIPPED))
    for sets, minutes in product((1, 2, 3, 5), (5, 10, 15, 20)):
        exercises = [_exercise(3, CHEST, 1), _exercise(sets, LATS, 2)]
        week = _week(
            WeekWorkout(id=SKIPPED, exercises=exercises),
            WeekWorkout(id=AHEAD, exercises=[_exercise(2, LATS, 2)]),
        )
        yield from _said(shorten(week, SKIPPED, minutes=minutes))


def _weeks(count: int, other: int, muscle: Muscle) -> Iterator[PlannedWeek]:
    skipped = WeekWorkout(
        id=SKIPPED, exercises=[_exercise(count, muscle, 1)], standing=Standing.SKIPPED
    )
    shared = replace(
        _exercise(other, muscle, 1), contributions={muscle: 1.0, Muscle.TRICEPS: 1.0}
    )
    for one in (
        _exercise(other, muscle, 1),
        replace(_exercise(other, muscle, 1), is_closed=True),
        shared,
        _exercise(other, Muscle.QUADS, 1),
    ):
        full = [_exercise(5, Muscle.ABS, number) for number in (3, 4, 5, 6)]
        for more in ([], [_exercise(9, muscle, 2)], [*full, _exercise(3, muscle, 7)]):
            week = _week(skipped, WeekWorkout(id=AHEAD, exercises=[one, *more]))
            yield week
            yield replace(week, minutes=20)
            few = Landmark(maintenance=0, mev=0, target=1, mrv_at_2=2)
            yield replace(week, landmarks=dict.fromkeys(Muscle, few))


def _week(*workouts: WeekWorkout) -> PlannedWeek:
    return PlannedWeek(workouts=workouts, landmarks=LANDMARKS)


def _exercise(sets: int, muscle: Muscle, exercise_id: int) -> WeekExercise:
    return WeekExercise(
        exercise_id=exercise_id,
        sets=sets,
        contributions={muscle: 1.0},
        timed=TimedExercise(sets=sets, effort=Effort.COMPOUND),
    )


def _said(change: WeekChange) -> Iterator[str]:
    yield from (one.because for one in change.changes)
    yield from (one.because for one in change.left)


def reviewed() -> Iterator[str]:
    """What a block shows, would change, and leads to."""
    rising, flat, once, short = (
        _shown(*values)
        for values in (
            (100, 102, 104), (100, 99, 98), (100, 104, 104), (100,),
        )
    )  # fmt: skip
    for found in (rising, flat, once, short):
        yield found.because
        for recovery, stimulus, muscle in product((0, 1), (1.0, 6.0), (CHEST, LATS)):
            for landmark in (
                Landmark(maintenance=2, mev=4, target=8, mrv_at_2=20),
                Landmark(maintenance=2, mev=4, target=14, mrv_at_2=20),
            ):
                advice = advise(
                    muscle,
                    landmark,
                    shown=found,
                    outcome=outcome_of(
                        found, stimuli=[stimulus], performances=[1],
                        recovery_sessions=recovery,
                    ),
                    emphasis=Emphasis.GROW,
                    sessions_per_week=2,
                )  # fmt: skip
                yield from advice.because if advice else ()
    yield from _proposed(rising, flat)


def _shown(*estimates: float) -> Shown:
    return shown(
        [
            ExerciseDone(
                exercise_id=1, week_number=week, planned_sets=8, done_sets=7 + week,
                contributions={CHEST: 1.0}, e1rm_kg=value,
            )
            for week, value in enumerate(estimates, 1)
        ]
    )  # fmt: skip


def _proposed(rising: Shown, flat: Shown) -> Iterator[str]:
    slot = OutlineExercise(exercise_id=1, sets=6, rep_min=8, rep_max=12)
    before = BlockBefore(
        days=[DayBefore(name="A", weekday=0, exercises=[slot])],
        contributions={1: {CHEST: 1.0, LATS: 1.0}},
        muscles={CHEST: rising, LATS: flat},
        exercises={},
        landmarks=LANDMARKS,
        emphasis={CHEST: Emphasis.EMPHASIZE},
    )
    others = (
        before,
        replace(before, too_far=frozenset({CHEST})),
        replace(before, planned={LATS: Emphasis.EMPHASIZE}),
        replace(before, pains={1: 3}),
        replace(before, exercises={1: flat}, previous={1: flat}),
        replace(before, exercises={1: rising}),
    )
    for one, stand_ins in product(others, ({}, {1: 2})):
        block = propose(one, stand_ins)
        yield from (why for muscle in block.muscles for why in muscle.because)
        yield from (each.because for day in block.days for each in day.exercises)
