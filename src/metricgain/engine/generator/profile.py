"""What a lifter wants from a plan, and what the plan has to respect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from metricgain.engine.generator.safety import Health
from metricgain.engine.landmarks import Emphasis, Experience
from metricgain.engine.muscles import Muscle

FEWEST_DAYS: Final = 2
MOST_DAYS: Final = 6
WEEKDAYS: Final = range(7)
SESSION_MINUTES: Final = range(10, 301)
HORIZON_WEEKS: Final = range(4, 53)
MOST_FREE_SPANS: Final = 20
MOST_EXERCISES_NAMED: Final = 100


class Goal(StrEnum):
    HYPERTROPHY = "hypertrophy"
    STRENGTH = "strength"
    """Hypertrophy with the main lifts in lower reps."""
    RECOMPOSITION = "recomposition"
    MAINTENANCE = "maintenance"


class Place(StrEnum):
    """Where somebody trains; `OWN` is a list of equipment."""

    GYM = "gym"
    BARBELL = "barbell"
    DUMBBELLS = "dumbbells"
    BODYWEIGHT = "bodyweight"
    OWN = "own"


class Tool(StrEnum):
    """The equipment that an exercise of the catalogue is done with."""

    BARBELL = "barbell"
    EZ_BAR = "ez_bar"
    TRAP_BAR = "trap_bar"
    SMITH = "smith"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    PLATE_MACHINE = "plate_machine"
    STACK = "stack"
    CABLE = "cable"
    BODYWEIGHT = "bodyweight"
    BAND = "band"
    OTHER = "other"


class Joint(StrEnum):
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    HIP = "hip"
    KNEE = "knee"
    ANKLE = "ankle"
    LOWER_BACK = "lower_back"
    NECK = "neck"


_AT_HOME: Final = frozenset({Tool.BODYWEIGHT, Tool.BAND, Tool.OTHER})
_FREE: Final = _AT_HOME | {Tool.DUMBBELL, Tool.KETTLEBELL}
TOOLS_AT: Final[Mapping[Place, frozenset[Tool]]] = MappingProxyType(
    {
        Place.GYM: frozenset(Tool),
        Place.BARBELL: _FREE | {Tool.BARBELL, Tool.EZ_BAR, Tool.TRAP_BAR},
        Place.DUMBBELLS: _FREE,
        Place.BODYWEIGHT: _AT_HOME,
    }
)
"""What there is at each place; the app offers the same places."""


class ProfileError(ValueError):
    """A profile breaks a rule; `field` is the path of what is wrong."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field}: {rule}")
        self.field = field
        self.rule = rule


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeSpan:
    """Days on which nobody trains, the first and the last included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a plan is made for.

    `weekdays` count from 0 for Monday; `session_minutes` is the time for a workout;
    `tools` is the equipment where `place` is the lifter's own; `emphasis` holds the
    muscles that are not just to grow; `banned` and `favourites` are exercise ids;
    `horizon_weeks` is how far the program goes.
    """

    goal: Goal = Goal.HYPERTROPHY
    experience: Experience = Experience.INTERMEDIATE
    weekdays: tuple[int, ...] = (0, 2, 4)
    session_minutes: int = 60
    place: Place = Place.GYM
    tools: frozenset[Tool] = frozenset()
    emphasis: Mapping[Muscle, Emphasis] = field(default_factory=dict)
    injuries: frozenset[Joint] = frozenset()
    banned: frozenset[int] = frozenset()
    favourites: frozenset[int] = frozenset()
    horizon_weeks: int = 12
    free: tuple[FreeSpan, ...] = ()
    health: Health = field(default_factory=Health)

    @property
    def equipment(self) -> frozenset[Tool]:
        """All that there is to train with; the body is always there."""
        found = self.tools if self.place is Place.OWN else TOOLS_AT[self.place]
        return found | {Tool.BODYWEIGHT}

    def is_free(self, day: date) -> bool:
        """Return whether nobody trains on a day."""
        return any(span.first <= day <= span.last for span in self.free)


def check_profile(profile: Profile) -> None:
    """Raise ProfileError for the first thing that no plan can be made for."""
    for name, rule in _faults(profile):
        raise ProfileError(name, rule)


def _faults(profile: Profile) -> Iterator[tuple[str, str]]:
    yield from _faults_of_days(profile.weekdays)
    if profile.session_minutes not in SESSION_MINUTES:
        yield "sessionMinutes", "a workout has 10 to 300 minutes"
    if profile.horizon_weeks not in HORIZON_WEEKS:
        yield "horizonWeeks", "a program goes on for 4 to 52 weeks"
    if profile.place is Place.OWN and not profile.tools:
        yield "tools", "say what there is, or choose another place"
    both = profile.banned & profile.favourites
    if both:
        yield (
            "favourites",
            f"exercise {min(both)} cannot be banned and a favourite",
        )
    for name in ("banned", "favourites"):
        if len(getattr(profile, name)) > MOST_EXERCISES_NAMED:
            yield name, f"names at most {MOST_EXERCISES_NAMED} exercises"
    yield from _faults_of_free(profile.free)


def _faults_of_days(weekdays: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if not FEWEST_DAYS <= len(weekdays) <= MOST_DAYS:
        yield "weekdays", f"a week has 2 to 6 workouts, not {len(weekdays)}"
    if any(day not in WEEKDAYS for day in weekdays):
        yield "weekdays", "weekdays count from 0 for Monday to 6"
    if any(later <= earlier for earlier, later in pairwise(weekdays)):
        yield "weekdays", "each weekday comes once, in order"


def _faults_of_free(free: tuple[FreeSpan, ...]) -> Iterator[tuple[str, str]]:
    if len(free) > MOST_FREE_SPANS:
        yield "free", f"at most {MOST_FREE_SPANS} spans of days"
    for index, span in enumerate(free):
        if span.last < span.first:
            yield f"free[{index}].last", "not before the first day"
        elif index and span.first <= free[index - 1].last:
            yield f"free[{index}].first", "after the days before, in order"
