"""From exercises on days to workouts: their order, their reps and their names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from metricgain.engine.generator.options import Option
from metricgain.engine.generator.profile import Goal, Profile
from metricgain.engine.generator.task import Placed, Task
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.outline import OutlineExercise, OutlineWorkout
from metricgain.engine.session_time import Effort, effort_of

MOST_REPS: Final = 30
FEWEST_REPS: Final = 5
WIDTH: Final = 4
"""Of an exercise that is done for fewer reps than its place asks for."""
MOSTLY: Final = 0.75
HARDLY: Final = 0.15
_LAST: Final = frozenset({Muscle.CALVES, Muscle.ABS, Muscle.FOREARMS})
_LOWER: Final = frozenset({MuscleGroup.LEGS, MuscleGroup.CALFS})
_PUSH: Final = frozenset({MuscleGroup.CHEST, MuscleGroup.SHOULDERS, MuscleGroup.TRIS})
_PULL: Final = frozenset({MuscleGroup.BACK, MuscleGroup.BIS})
_SIDES: Final = {Muscle.SIDE_DELT: _PUSH, Muscle.REAR_DELT: _PULL}
_ZONES: Final = {
    Effort.HEAVY_COMPOUND: ((6, 10), (8, 12)),
    Effort.COMPOUND: ((8, 12), (10, 15)),
    Effort.ISOLATION: ((10, 15), (12, 20)),
}
"""Reps of an exercise when it comes first in a week, and when it comes again."""
_STRONG_ZONES: Final = {
    Effort.HEAVY_COMPOUND: ((5, 8), (6, 10)),
    Effort.COMPOUND: ((6, 10), (8, 12)),
    Effort.ISOLATION: ((8, 12), (10, 15)),
}
_LIGHT_ZONE: Final = (10, 20)


class DayKind(StrEnum):
    """What most sets of a day are for."""

    FULL_BODY = "full_body"
    UPPER = "upper"
    LOWER = "lower"
    PUSH = "push"
    PULL = "pull"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangedDay:
    """A workout of the week, and what kind of day it is."""

    workout: OutlineWorkout
    kind: DayKind


def arrange(task: Task, placed: Placed, profile: Profile) -> tuple[ArrangedDay, ...]:
    """Return the workouts of a week; days without exercises are left out."""
    seen: Counter[int] = Counter()
    kinds = [_kind_of(_on(task, placed, day)) for day in range(len(task.weekdays))]
    found = []
    for day, weekday in enumerate(task.weekdays):
        exercises = []
        for option, sets in sorted(
            _on(task, placed, day), key=lambda one: _place_of(one[0], one[1], task)
        ):
            low, high = reps_of(option, profile, again=seen[option.exercise_id] > 0)
            seen[option.exercise_id] += 1
            exercises.append(
                OutlineExercise(
                    exercise_id=option.exercise_id, sets=sets, rep_min=low, rep_max=high
                )
            )
        if exercises:
            workout = OutlineWorkout(
                name=_name(kinds, day), weekday=weekday, exercises=tuple(exercises)
            )
            found.append(ArrangedDay(workout=workout, kind=kinds[day]))
    return tuple(found)


def reps_of(option: Option, profile: Profile, *, again: bool) -> tuple[int, int]:
    """Return the range of reps of an exercise, within what suits it."""
    zones = _STRONG_ZONES if profile.goal is Goal.STRENGTH else _ZONES
    low, high = zones[effort_of(option.equipment, is_compound=option.is_compound)][
        again
    ]
    if profile.health.needs_light:
        low, high = _LIGHT_ZONE
    fewest = max(FEWEST_REPS, min(option.rep_min, MOST_REPS - 1))
    most = max(fewest + 1, min(option.rep_max, MOST_REPS))
    clipped = max(low, fewest), min(high, most)
    return clipped if clipped[0] < clipped[1] else (max(fewest, most - WIDTH), most)


def _on(task: Task, placed: Placed, day: int) -> list[tuple[Option, int]]:
    return [(task.options[i], sets) for (i, on), sets in placed.items() if on == day]


def _place_of(option: Option, sets: int, task: Task) -> tuple[int, ...]:
    """Return what to sort a day by: what matters and what is heavy comes first."""
    emphasis = task.needs[option.main_muscle].emphasis
    return (
        option.main_muscle in _LAST,
        emphasis is not Emphasis.EMPHASIZE,
        not option.is_compound,
        -option.axial,
        -sets,
        option.exercise_id,
    )


def _kind_of(exercises: Sequence[tuple[Option, int]]) -> DayKind:
    sets: Counter[str] = Counter()
    for option, count in exercises:
        sets[_side_of(option.main_muscle)] += count
    total = max(1, sets.total() - sets[""])
    if sets["lower"] >= MOSTLY * total:
        return DayKind.LOWER
    if sets["lower"] > HARDLY * total:
        return DayKind.FULL_BODY
    if sets["push"] >= MOSTLY * total:
        return DayKind.PUSH
    return DayKind.PULL if sets["pull"] >= MOSTLY * total else DayKind.UPPER


def _side_of(muscle: Muscle) -> str:
    group = GROUP_OF[muscle]
    if group in _LOWER:
        return "lower"
    if group in _PUSH or _SIDES.get(muscle) is _PUSH:
        return "push"
    return "pull" if group in _PULL or muscle in _SIDES else ""


def _name(kinds: Sequence[DayKind], day: int) -> str:
    """Return the name of a day, with a letter where several are of a kind."""
    name = kinds[day].value.replace("_", " ").capitalize()
    if kinds.count(kinds[day]) == 1:
        return name
    return f"{name} {chr(ord('A') + kinds[:day].count(kinds[day]))}"
