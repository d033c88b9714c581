"""Asks a language model for the first week of a block."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from metricgain.engine.generator.profile import Profile
from metricgain.engine.generator.task import Task
from metricgain.integrations.language_model.asking import Question
from metricgain.integrations.language_model.json_answers import Unfit, read_object
from metricgain.integrations.language_model.prompts import WEEK, prompt

WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_MOST_SETS: Final = 100


class SaidExercise(msgspec.Struct):
    """An exercise as a model names it."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    sets: int = 3


class SaidWorkout(msgspec.Struct):
    """A workout as a model plans it."""

    weekday: str
    exercises: Annotated[list[SaidExercise], Meta(max_length=40)]


class SaidWeek(msgspec.Struct):
    """A week as a model plans it."""

    workouts: Annotated[list[SaidWorkout], Meta(min_length=1, max_length=14)]


@dataclass(frozen=True, slots=True)
class NamedSets:
    """What a model wants: `weekday` counts from 0 for Monday, -1 is no such day."""

    name: str
    weekday: int
    sets: int


def week_question(profile: Profile, task: Task) -> Question[Sequence[NamedSets]]:
    """Return what to ask for a week: the wishes and the exercises, and nobody's name.

    What is sent is the profile but for its dates and health, and the names of exercises
    in the catalogue. docs/operate/language-model.md lists it.
    """
    return Question(
        instructions=prompt(WEEK),
        asked=json.dumps(_told(profile, task), ensure_ascii=False),
        read=read_week,
    )


def read_week(text: str) -> Sequence[NamedSets]:
    """Return the exercises of an answer in their order. Raises Unfit."""
    said = read_object(text, SaidWeek)
    found = [
        NamedSets(
            name=one.name.strip(),
            weekday=weekday_named(workout.weekday),
            sets=max(-_MOST_SETS, min(one.sets, _MOST_SETS)),
        )
        for workout in said.workouts
        for one in workout.exercises
    ]
    if not found:
        raise Unfit("The workouts hold no exercises.")
    return found


def weekday_named(said: str) -> int:
    """Return a weekday from 0 for Monday, however it is written; -1 for none."""
    for number, name in enumerate(WEEKDAYS):
        if said.strip().lower()[:3] == name.lower()[:3]:
            return number
    return -1


def _told(profile: Profile, task: Task) -> dict[str, object]:
    liked = profile.favourites | {e for e, _ in task.previous}
    return {
        "goal": profile.goal,
        "experience": profile.experience,
        "weekdays": [WEEKDAYS[day] for day in profile.weekdays],
        "minutesOfAWorkout": profile.session_minutes,
        "muscles": [
            {
                "muscle": muscle,
                "emphasis": need.emphasis,
                "setsInTheFirstWeek": need.start,
            }
            for muscle, need in task.needs.items()
        ],
        "painfulJoints": sorted(profile.injuries),
        "exercises": [
            {
                "name": one.name,
                "trains": list(one.direct),
                **({"liked": True} if one.exercise_id in liked else {}),
            }
            for one in task.options
            if one.exercise_id not in task.avoid
        ],
    }
