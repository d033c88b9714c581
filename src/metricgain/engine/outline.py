"""The plan that a block is started from, before its loads and dates are known."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineExercise:
    """An exercise of a workout: working sets of the first week and a rep range."""

    exercise_id: int
    sets: int
    rep_min: int
    rep_max: int
    superset: int | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineWorkout:
    """A workout that comes once in every week; `weekday` from 0 for Monday.

    `like` is the workout of a block that it is made after, and trained where that was.
    """

    name: str
    weekday: int
    exercises: tuple[OutlineExercise, ...]
    like: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Everything about a new block that a lifter decides."""

    name: str
    start_date: date
    weeks: int
    workouts: tuple[OutlineWorkout, ...]
    description: str | None = None
    emphasis: Mapping[Muscle, Emphasis] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a lifter may say otherwise than the plan that a block starts from.

    `weekdays` are as many as the workouts; `replacements` say which exercise takes the
    place of which.
    """

    start_date: date
    name: str | None = None
    description: str | None = None
    weeks: int | None = None
    weekdays: tuple[int, ...] | None = None
    emphasis: Mapping[Muscle, Emphasis] | None = None
    replacements: Mapping[int, int] = field(default_factory=dict)


def made_after(
    workouts: tuple[OutlineWorkout, ...], before: tuple[OutlineWorkout, ...]
) -> tuple[OutlineWorkout, ...]:
    """Return workouts that are each like the one of the same name, if there is one.

    Where a name comes twice, the first is like the first, and so on.
    """
    left = list(before)
    made = []
    for workout in workouts:
        same = next((one for one in left if one.name == workout.name), None)
        if same is not None:
            left.remove(same)
        after = same.like if same is not None else None
        made.append(replace(workout, like=workout.like or after))
    return tuple(made)


class ChoiceError(ValueError):
    """A choice does not fit the plan; `field` and `rule` say why."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field}: {rule}")
        self.field = field
        self.rule = rule


def chosen(plan: Outline, choices: Choices) -> Outline:
    """Return a plan as the lifter wants it. Raises ChoiceError."""
    known = {e.exercise_id for w in plan.workouts for e in w.exercises}
    for exercise_id in choices.replacements:
        if exercise_id not in known:
            raise ChoiceError(
                "replacements", f"the plan has no exercise {exercise_id} to replace"
            )
    return Outline(
        name=choices.name if choices.name is not None else plan.name,
        description=choices.description or plan.description,
        start_date=choices.start_date,
        weeks=choices.weeks or plan.weeks,
        emphasis=plan.emphasis if choices.emphasis is None else choices.emphasis,
        workouts=tuple(
            _replaced(workout, choices.replacements)
            for workout in _on_weekdays(plan.workouts, choices.weekdays)
        ),
    )


def _on_weekdays(
    workouts: tuple[OutlineWorkout, ...], weekdays: tuple[int, ...] | None
) -> tuple[OutlineWorkout, ...]:
    if weekdays is None:
        return workouts
    if len(weekdays) != len(workouts):
        raise ChoiceError(
            "weekdays",
            f"this plan has {len(workouts)} workouts a week, so as many"
            f" weekdays, not {len(weekdays)}",
        )
    return tuple(
        replace(workout, weekday=weekday)
        for workout, weekday in zip(workouts, weekdays, strict=True)
    )


def _replaced(
    workout: OutlineWorkout, replacements: Mapping[int, int]
) -> OutlineWorkout:
    return replace(
        workout,
        exercises=tuple(
            replace(one, exercise_id=replacements.get(one.exercise_id, one.exercise_id))
            for one in workout.exercises
        ),
    )
