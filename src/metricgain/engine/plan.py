"""Checks a week of workouts against the volume rules."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from metricgain.engine.contributions import DIRECT
from metricgain.engine.landmarks import (
    Emphasis,
    Landmark,
    landmark_for,
    mrv,
    weekly_goal,
)
from metricgain.engine.muscles import Muscle
from metricgain.engine.plan_sessions import check_care, check_day
from metricgain.engine.plan_wishes import check_rest, check_strain, check_wishes
from metricgain.engine.planned_week import (
    Code,
    Finding,
    Lifter,
    PlannedDay,
    error,
    planned_sets,
    warning,
)
from metricgain.engine.volume import direct_sets, fractional_sets

MOST_DAYS: Final = 7
MOST_SESSIONS_OF_EXERCISE: Final = 2
MANY_SETS_AT_ONCE: Final = 8
TOLERANCE: Final = 2
"""Exercises train several muscles, so one may start a little above its goal."""


def check_plan(days: Sequence[PlannedDay], *, lifter: Lifter) -> list[Finding]:
    """Return everything a week's workouts get wrong, days first, then muscles."""
    return [
        *_check_days(days),
        *(finding for day in days for finding in check_day(day)),
        *(finding for day in days for finding in check_care(day, lifter)),
        *(finding for day in days for finding in check_strain(day)),
        *_check_repeats(days),
        *check_rest(days),
        *(found for muscle in Muscle for found in _check_muscle(muscle, days, lifter)),
        *(check_wishes(days, lifter.profile) if lifter.profile else ()),
    ]


def _check_days(days: Sequence[PlannedDay]) -> Iterator[Finding]:
    if not 1 <= len(days) <= MOST_DAYS:
        yield error(Code.DAYS, "week", f"A week has 1 to 7 workouts, not {len(days)}.")


def _check_repeats(days: Sequence[PlannedDay]) -> Iterator[Finding]:
    sessions = Counter(
        name for day in days for name in {one.name for one in day.exercises}
    )
    for name, count in sorted(sessions.items()):
        if count > MOST_SESSIONS_OF_EXERCISE:
            yield warning(
                Code.OFTEN,
                name,
                f"Vary it: {count} workouts a week have it, not 1 or 2.",
            )


def _check_muscle(
    muscle: Muscle, days: Sequence[PlannedDay], lifter: Lifter
) -> Iterator[Finding]:
    landmark = landmark_for(
        muscle, experience=lifter.experience, override=lifter.overrides.get(muscle)
    )
    planned = planned_sets(days)
    direct, credit = direct_sets(muscle, planned), fractional_sets(muscle, planned)
    if credit == 0 and landmark.maintenance:
        yield warning(Code.UNTRAINED, muscle, "Nothing in this week trains it.")
    elif credit < landmark.maintenance:
        yield warning(
            Code.BELOW_MV,
            muscle,
            f"{credit:g} sets, halves included, do not keep its size:"
            f" that takes {landmark.maintenance}.",
        )
    if direct:
        yield from _check_spread(
            muscle, days, direct=direct, landmark=landmark, lifter=lifter
        )


def _check_spread(
    muscle: Muscle,
    days: Sequence[PlannedDay],
    *,
    direct: int,
    landmark: Landmark,
    lifter: Lifter,
) -> Iterator[Finding]:
    sessions = sum(1 for day in days if _trains(day, muscle))
    most = mrv(landmark, muscle=muscle, sessions_per_week=sessions)
    goal = weekly_goal(
        landmark,
        muscle=muscle,
        emphasis=lifter.emphasis.get(muscle, Emphasis.GROW),
        sessions_per_week=sessions,
    )
    if direct > most:
        yield error(
            Code.ABOVE_MRV,
            muscle,
            f"{direct} sets in {sessions} workouts a week are more than the {most}"
            " that can be recovered from.",
        )
    elif direct > goal + TOLERANCE:
        yield warning(
            Code.PROGRESSION,
            muscle,
            f"It starts with {direct} sets a week, above the {goal} that it aims at,"
            " so it cannot rise.",
        )
    if sessions == 1 and direct > MANY_SETS_AT_ONCE:
        yield warning(
            Code.FREQUENCY,
            muscle,
            f"{direct} sets lie in one workout a week, where two are better.",
        )


def _trains(day: PlannedDay, muscle: Muscle) -> bool:
    return any(
        exercise.contributions.get(muscle, 0.0) >= DIRECT for exercise in day.exercises
    )
