"""Training profiles as YAML files, for whoever plans from a terminal."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final

import msgspec
import yaml
from msgspec import Meta

from metricgain.catalogue.names import normalise
from metricgain.engine.generator.profile import (
    Goal,
    Joint,
    Place,
    Profile,
    ProfileError,
    Tool,
    check_profile,
)
from metricgain.engine.generator.safety import Health
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle
from metricgain.kit.errors import Invalid

LARGEST: Final = 100_000
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_USUAL: Final = Profile()


class ProfileFile(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What a plan is made for; what is left out is as usual.

    Weekdays are `mon` to `sun`; exercises are named, or given by their ids.
    """

    goal: Goal = _USUAL.goal
    experience: Experience = _USUAL.experience
    weekdays: list[str] = msgspec.field(default_factory=lambda: ["mon", "wed", "fri"])
    session_minutes: int = _USUAL.session_minutes
    place: Place = _USUAL.place
    tools: list[Tool] = msgspec.field(default_factory=list)
    emphasis: dict[Muscle, Emphasis] = msgspec.field(default_factory=dict)
    injuries: list[Joint] = msgspec.field(default_factory=list)
    banned: list[int | str] = msgspec.field(default_factory=list)
    favourites: list[int | str] = msgspec.field(default_factory=list)
    horizon_weeks: Annotated[int, Meta(ge=4, le=52)] = _USUAL.horizon_weeks
    heart_or_illness: bool = False
    is_cleared: bool = False
    is_under_18: bool = msgspec.field(default=False, name="isUnder18")
    is_pregnant: bool = False
    had_surgery: bool = False


def read_profile_file(content: bytes, ids: Mapping[str, int]) -> Profile:
    """Return the profile of a YAML file; `ids` are exercises by normalised name.

    Raises Invalid, naming the field.
    """
    if len(content) > LARGEST:
        raise Invalid("a profile has at most 100 kB", field="profile")
    try:
        found = msgspec.convert(_parsed(content), ProfileFile)
    except msgspec.ValidationError as error:
        rule, _, place = str(error).partition(" - at `$")
        raise Invalid(rule, field=place.rstrip("`").lstrip(".") or "profile") from error
    profile = Profile(
        goal=found.goal,
        experience=found.experience,
        weekdays=tuple(sorted(_weekday(day) for day in found.weekdays)),
        session_minutes=found.session_minutes,
        place=found.place,
        tools=frozenset(found.tools),
        emphasis=found.emphasis,
        injuries=frozenset(found.injuries),
        banned=_ids(found.banned, ids, field="banned"),
        favourites=_ids(found.favourites, ids, field="favourites"),
        horizon_weeks=found.horizon_weeks,
        health=Health(
            heart_or_illness=found.heart_or_illness,
            is_cleared=found.is_cleared,
            is_under_18=found.is_under_18,
            is_pregnant=found.is_pregnant,
            had_surgery=found.had_surgery,
        ),
    )
    try:
        check_profile(profile)
    except ProfileError as error:
        raise Invalid(error.rule, field=error.field) from error
    return profile


def _parsed(content: bytes) -> object:
    try:
        found: object = yaml.safe_load(content)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise Invalid("a profile is one YAML mapping", field="profile") from error
    return {} if found is None else found


def _weekday(word: str) -> int:
    try:
        return _WEEKDAYS.index(word.strip().lower()[:3])
    except ValueError:
        raise Invalid("weekdays are mon to sun", field="weekdays") from None


def _ids(
    named: Sequence[int | str], ids: Mapping[str, int], *, field: str
) -> frozenset[int]:
    found = set()
    for each in named:
        if isinstance(each, int):
            found.add(each)
        elif normalise(each) in ids:
            found.add(ids[normalise(each)])
        else:
            raise Invalid(f"nobody knows the exercise {each!r}", field=field)
    return frozenset(found)
