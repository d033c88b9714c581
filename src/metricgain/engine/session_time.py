"""How long a workout takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ARRIVAL: Final = 180
SET_UP_BARBELL: Final = 100
SET_UP: Final = 60
FIRST_WARM_UP: Final = 60
WARM_UP_PER_SKILL: Final = 40
LATER_WARM_UP: Final = 40
WORK: Final = 50
UNILATERAL: Final = 1.7
SESSIONS_TO_KNOW_PACE: Final = 5


BARS: Final = frozenset({"barbell", "trap_bar"})
"""Equipment on which plates have to be put on a long bar."""


class Effort(StrEnum):
    HEAVY_COMPOUND = "heavy compound"
    COMPOUND = "compound"
    ISOLATION = "isolation"


REST: Final = {
    Effort.HEAVY_COMPOUND: 180,
    Effort.COMPOUND: 120,
    Effort.ISOLATION: 90,
}
"""Seconds between two sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedExercise:
    """What the time of an exercise depends on.

    `skill` is 0 (machine), 1 (free weight) or 2 (technical lift); exercises
    with the same `superset` are alternated and share their rests; `rest` is the
    lifter's own, in seconds, None the usual.
    """

    sets: int
    effort: Effort
    barbell: bool = False
    skill: int = 0
    first_of_muscle: bool = False
    unilateral: bool = False
    superset: int | None = None
    rest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPace:
    """The lifter's own median of whole sessions, in seconds per set."""

    seconds_per_set: float
    sessions: int


def effort_of(equipment: str, *, is_compound: bool) -> Effort:
    """Return how hard an exercise is on the lifter, in words of the catalogue.

    The app says the same without a network (`web/src/model/workout/rest.ts`).
    """
    if not is_compound:
        return Effort.ISOLATION
    return Effort.HEAVY_COMPOUND if equipment in BARS else Effort.COMPOUND


def rest_seconds(effort: Effort, own: Mapping[Effort, int]) -> int:
    """Return the rest between two sets in seconds: the lifter's own, or the usual."""
    return own.get(effort, REST[effort])


def session_seconds(
    exercises: Sequence[TimedExercise], *, own_pace: OwnPace | None = None
) -> int:
    """Return the time of a workout in seconds; 0 without sets.

    After five sessions the lifter's own pace replaces the estimate.
    """
    sets = sum(exercise.sets for exercise in exercises)
    if sets == 0:
        return 0
    if own_pace is not None and own_pace.sessions >= SESSIONS_TO_KNOW_PACE:
        return round(sets * own_pace.seconds_per_set)
    trained = [exercise for exercise in exercises if exercise.sets]
    busy = sum(_busy(exercise) for exercise in trained)
    return round(ARRIVAL + busy + sum(_rests(group) for group in _groups(trained)))


def _busy(exercise: TimedExercise) -> float:
    set_up = SET_UP_BARBELL if exercise.barbell else SET_UP
    warm_up = LATER_WARM_UP
    if exercise.first_of_muscle:
        warm_up = FIRST_WARM_UP + WARM_UP_PER_SKILL * exercise.skill
    work = WORK * (UNILATERAL if exercise.unilateral else 1)
    return set_up + warm_up + exercise.sets * work


def _groups(exercises: Sequence[TimedExercise]) -> list[list[TimedExercise]]:
    alone = [[one] for one in exercises if one.superset is None]
    numbers = sorted({one.superset for one in exercises if one.superset is not None})
    together = [[one for one in exercises if one.superset == n] for n in numbers]
    return alone + together


def _rests(group: Sequence[TimedExercise]) -> int:
    rounds = max(exercise.sets for exercise in group)
    return (rounds - 1) * max(_rest(exercise) for exercise in group)


def _rest(exercise: TimedExercise) -> int:
    return REST[exercise.effort] if exercise.rest is None else exercise.rest
