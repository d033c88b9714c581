"""Checks a week of workouts against what a lifter wishes, and how its days lie."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from metricgain.engine.generator.profile import Profile
from metricgain.engine.muscles import Muscle
from metricgain.engine.planned_week import (
    Code,
    Finding,
    PlannedDay,
    PlannedExercise,
    planned_sets,
    warning,
)
from metricgain.engine.volume import direct_sets

DAYS_OF_WEEK: Final = 7
HARD_SETS: Final = 5
MOST_AXIAL: Final = 4
MOST_OF_PATTERN: Final = 2


def check_wishes(days: Sequence[PlannedDay], profile: Profile) -> Iterator[Finding]:
    """Find what a profile asks for otherwise."""
    for day in days:
        for exercise in day.exercises:
            yield from _check_choice(f"{day.name}: {exercise.name}", exercise, profile)
        yield from _check_minutes(day, profile.session_minutes)
        kept_free = sum(1 for each in day.dates if profile.is_free(each))
        if kept_free:
            yield warning(
                Code.DATES,
                day.name,
                f"It falls on days that you keep free: {kept_free}.",
            )


def check_rest(days: Sequence[PlannedDay]) -> Iterator[Finding]:
    """Find muscles that are trained hard on two days in a row."""
    known = [day for day in days if day.weekday is not None]
    for before in known:
        for after in known:
            if ((after.weekday or 0) - (before.weekday or 0)) % DAYS_OF_WEEK != 1:
                continue
            for muscle in Muscle:
                first, second = (
                    direct_sets(muscle, planned_sets([day])) for day in (before, after)
                )
                if min(first, second) >= HARD_SETS:
                    yield warning(
                        Code.SPACING,
                        muscle,
                        f"{first} and {second} sets lie only a day apart.",
                    )


def check_strain(day: PlannedDay) -> Iterator[Finding]:
    """Find what loads the spine too much, and movements that come again and again."""
    axial = sum(exercise.axial for exercise in day.exercises)
    if axial > MOST_AXIAL:
        heavy = sum(1 for exercise in day.exercises if exercise.axial)
        yield warning(
            Code.AXIAL, day.name, f"{heavy} lifts that load the spine are a lot."
        )
    patterns = Counter(one.pattern for one in day.exercises if one.pattern)
    for count in patterns.values():
        if count > MOST_OF_PATTERN:
            yield warning(
                Code.PATTERN, day.name, f"{count} exercises do the same movement."
            )


def _check_choice(
    place: str, exercise: PlannedExercise, profile: Profile
) -> Iterator[Finding]:
    if exercise.equipment and exercise.equipment not in profile.equipment:
        yield warning(
            Code.EQUIPMENT, place, "You do not have the equipment for this exercise."
        )
    if exercise.joints & profile.injuries:
        yield warning(Code.INJURY, place, "It loads a joint that hurts.")
    if exercise.exercise_id in profile.banned:
        yield warning(Code.BANNED, place, "You have ruled this exercise out.")


def _check_minutes(day: PlannedDay, most: int) -> Iterator[Finding]:
    if day.minutes is not None and day.minutes > most:
        yield warning(
            Code.TIME,
            day.name,
            f"It takes about {day.minutes} minutes, and you have {most}.",
        )
    elif day.peak_minutes is not None and _has_little_room(day, most):
        yield warning(
            Code.PEAK_TIME,
            day.name,
            f"In the last hard week it would take about {day.peak_minutes} minutes,"
            f" and you have {most}.",
        )


def _has_little_room(day: PlannedDay, most: int) -> bool:
    """Return whether less than half of the rise of a workout fits into its time.

    Sets stop rising when the time is used up, so a workout that is a little longer in
    the last hard week is no fault of the plan.
    """
    first, last = day.minutes or 0, day.peak_minutes or 0
    return last > most and 2 * (most - first) < last - first
