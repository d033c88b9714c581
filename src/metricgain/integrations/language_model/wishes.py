"""Asks a language model to read wishes that were written as a text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from metricgain.engine.generator.profile import (
    HORIZON_WEEKS,
    MOST_DAYS,
    SESSION_MINUTES,
    Goal,
    Joint,
    Place,
)
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle
from metricgain.integrations.language_model.asking import Question
from metricgain.integrations.language_model.json_answers import read_object
from metricgain.integrations.language_model.prompts import WISHES, prompt
from metricgain.integrations.language_model.week import weekday_named

LONGEST_TEXT: Final = 2000
_Names = Annotated[list[str], Meta(max_length=50)]


class SaidWishes(msgspec.Struct, rename="camel"):
    """Wishes as a model has read them: words may be unknown, numbers out of bounds."""

    goal: str = ""
    experience: str = ""
    place: str = ""
    weekdays: _Names = []
    session_minutes: int | None = None
    horizon_weeks: int | None = None
    emphasis: dict[str, str] = {}
    injuries: _Names = []
    favourites: _Names = []
    banned: _Names = []
    unclear: _Names = []


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWishes:
    """The fields of a profile that a text speaks of; None and empty: it does not.

    `favourites` and `banned` are names still; `unclear` quotes what fits no field.
    """

    goal: Goal | None
    experience: Experience | None
    place: Place | None
    weekdays: tuple[int, ...]
    session_minutes: int | None
    horizon_weeks: int | None
    emphasis: Mapping[Muscle, Emphasis]
    injuries: frozenset[Joint]
    favourites: Sequence[str]
    banned: Sequence[str]
    unclear: Sequence[str]


def wishes_question(text: str) -> Question[ReadWishes]:
    """Return what to ask about a text of a lifter."""
    told = {"text": text[:LONGEST_TEXT], "muscles": list(Muscle), "joints": list(Joint)}
    return Question(
        instructions=prompt(WISHES),
        asked=json.dumps(told, ensure_ascii=False),
        read=read_wishes,
    )


def read_wishes(text: str) -> ReadWishes:
    """Return the wishes of an answer, in the bounds of a profile. Raises Unfit."""
    said = read_object(text, SaidWishes)
    days = sorted({weekday_named(day) for day in said.weekdays} - {-1})
    place = said.place if said.place != Place.OWN else ""
    return ReadWishes(
        goal=Goal(said.goal) if said.goal in set(Goal) else None,
        experience=Experience(said.experience)
        if said.experience in set(Experience)
        else None,
        place=Place(place) if place in set(Place) else None,
        weekdays=tuple(days[:MOST_DAYS]),
        session_minutes=_within(said.session_minutes, SESSION_MINUTES),
        horizon_weeks=_within(said.horizon_weeks, HORIZON_WEEKS),
        emphasis={
            Muscle(muscle): Emphasis(word)
            for muscle, word in said.emphasis.items()
            if muscle in set(Muscle) and word in set(Emphasis)
        },
        injuries=frozenset(
            Joint(joint) for joint in said.injuries if joint in set(Joint)
        ),
        favourites=said.favourites,
        banned=said.banned,
        unclear=said.unclear,
    )


def _within(number: int | None, bounds: range) -> int | None:
    if number is None:
        return None
    return max(bounds.start, min(number, bounds.stop - 1))
