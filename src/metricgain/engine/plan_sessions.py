"""Checks one planned workout."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from metricgain.engine.muscles import GROUP_OF, Muscle
from metricgain.engine.planned_week import (
    Code,
    Finding,
    Lifter,
    PlannedDay,
    PlannedExercise,
    error,
    planned_sets,
    warning,
)
from metricgain.engine.volume import direct_sets

MOST_EXERCISES: Final = 8
MOST_SETS_OF_EXERCISE: Final = 15
MOST_SETS_OF_SESSION: Final = 30
MANY_SETS_OF_SESSION: Final = 25
MOST_SETS_OF_MUSCLE: Final = 12
MANY_SETS_OF_MUSCLE: Final = 10
MANY_GROUPS: Final = 6
FEWEST_REPS: Final = 5
MOST_REPS: Final = 30
CAREFUL_SETS_OF_EXERCISE: Final = 3
CAREFUL_SETS_OF_MUSCLE: Final = 6


def check_day(day: PlannedDay) -> Iterator[Finding]:
    if not day.exercises:
        yield error(Code.EMPTY_DAY, day.name, "A workout has at least one exercise.")
    if len(day.exercises) > MOST_EXERCISES:
        yield error(
            Code.MANY_EXERCISES,
            day.name,
            f"A workout has at most 8 exercises, not {len(day.exercises)}.",
        )
    for name, count in Counter(one.name for one in day.exercises).items():
        if count > 1:
            yield error(
                Code.TWICE, f"{day.name}: {name}", "An exercise comes once per workout."
            )
    for exercise in day.exercises:
        yield from _check_exercise(f"{day.name}: {exercise.name}", exercise)
    yield from _check_session_sets(day)
    yield from _check_session_muscles(day)


def _check_exercise(place: str, exercise: PlannedExercise) -> Iterator[Finding]:
    if not 1 <= exercise.sets <= MOST_SETS_OF_EXERCISE:
        yield error(
            Code.SETS, place, f"An exercise has 1 to 15 sets, not {exercise.sets}."
        )
    if not 1 <= exercise.rep_min <= exercise.rep_max <= MOST_REPS:
        yield error(
            Code.REPS,
            place,
            "A rep range rises within 1 to 30,"
            f" not {exercise.rep_min} to {exercise.rep_max}.",
        )
    elif exercise.rep_min < FEWEST_REPS:
        yield warning(
            Code.HEAVY, place, "Fewer than 5 reps build strength more than size."
        )


def _check_session_sets(day: PlannedDay) -> Iterator[Finding]:
    total = sum(exercise.sets for exercise in day.exercises)
    if total > MOST_SETS_OF_SESSION:
        yield error(
            Code.SESSION_SETS, day.name, f"A workout has at most 30 sets, not {total}."
        )
    elif total > MANY_SETS_OF_SESSION:
        yield warning(
            Code.SESSION_SETS, day.name, f"More than 25 sets are a lot: {total}."
        )


def _check_session_muscles(day: PlannedDay) -> Iterator[Finding]:
    planned = planned_sets([day])
    direct = {muscle: direct_sets(muscle, planned) for muscle in Muscle}
    for muscle, sets in direct.items():
        place = f"{day.name}: {muscle}"
        if sets > MOST_SETS_OF_MUSCLE:
            yield error(
                Code.MUSCLE_SETS,
                place,
                f"A muscle takes at most 12 sets in a workout, not {sets}.",
            )
        elif sets > MANY_SETS_OF_MUSCLE:
            yield warning(
                Code.MUSCLE_SETS, place, f"More than 10 sets are a lot: {sets}."
            )
    groups = {GROUP_OF[muscle] for muscle, sets in direct.items() if sets}
    if len(groups) > MANY_GROUPS:
        yield warning(
            Code.MANY_GROUPS, day.name, f"More than 6 groups are a lot: {len(groups)}."
        )


def check_care(day: PlannedDay, lifter: Lifter) -> Iterator[Finding]:
    if not lifter.careful_start:
        return
    for exercise in day.exercises:
        if exercise.sets > CAREFUL_SETS_OF_EXERCISE:
            yield error(
                Code.CAREFUL,
                f"{day.name}: {exercise.name}",
                f"A careful start has at most 3 sets each, not {exercise.sets}.",
            )
    planned = planned_sets([day])
    for muscle in Muscle:
        sets = direct_sets(muscle, planned)
        if sets > CAREFUL_SETS_OF_MUSCLE:
            yield error(
                Code.CAREFUL,
                f"{day.name}: {muscle}",
                f"A careful start has at most 6 sets a muscle, not {sets}.",
            )
