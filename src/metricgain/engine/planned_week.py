"""A week of planned workouts, and what can be wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from metricgain.engine.generator.profile import Profile
from metricgain.engine.landmarks import Emphasis, Experience, Landmark
from metricgain.engine.muscles import Muscle


class Severity(StrEnum):
    """An error breaks a limit; a warning is worth a second look."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Which rule of docs/engine/plan.md found something."""

    DAYS = "plan.days"
    EMPTY_DAY = "plan.empty_day"
    MANY_EXERCISES = "plan.many_exercises"
    TWICE = "plan.twice"
    SETS = "plan.sets"
    REPS = "plan.reps"
    HEAVY = "plan.heavy"
    SESSION_SETS = "plan.session_sets"
    MUSCLE_SETS = "plan.muscle_sets"
    MANY_GROUPS = "plan.many_groups"
    OFTEN = "plan.often"
    ABOVE_MRV = "plan.above_mrv"
    BELOW_MV = "plan.below_mv"
    UNTRAINED = "plan.untrained"
    CAREFUL = "plan.careful"
    FREQUENCY = "plan.frequency"
    SPACING = "plan.spacing"
    AXIAL = "plan.axial"
    PATTERN = "plan.pattern"
    PROGRESSION = "plan.progression"
    TIME = "plan.time"
    PEAK_TIME = "plan.peak_time"
    EQUIPMENT = "plan.equipment"
    INJURY = "plan.injury"
    BANNED = "plan.banned"
    DATES = "plan.dates"


REPAIRS: Final[Mapping[Code, str]] = MappingProxyType(
    {
        Code.DAYS: "Plan 1 to 7 workouts.",
        Code.EMPTY_DAY: "Add an exercise, or drop the workout.",
        Code.MANY_EXERCISES: "Move an exercise to another workout.",
        Code.TWICE: "Join the two into one.",
        Code.SETS: "Choose 1 to 15 sets.",
        Code.REPS: "Choose a range within 1 to 30.",
        Code.HEAVY: "Choose 5 reps or more.",
        Code.SESSION_SETS: "Move some sets to another workout.",
        Code.MUSCLE_SETS: "Move some of its sets to another workout.",
        Code.MANY_GROUPS: "Move a muscle group to another workout.",
        Code.OFTEN: "Swap it for another exercise in one of them.",
        Code.ABOVE_MRV: "Take some sets out.",
        Code.BELOW_MV: "Add some sets.",
        Code.UNTRAINED: "Add an exercise for it.",
        Code.CAREFUL: "Take some sets out.",
        Code.FREQUENCY: "Move some of its sets to another workout.",
        Code.SPACING: "Train it a day later, or move some of its sets.",
        Code.AXIAL: "Swap one for a machine, or move it to another workout.",
        Code.PATTERN: "Swap one for another movement.",
        Code.PROGRESSION: "Take some sets out.",
        Code.TIME: "Take out some sets, or allow more minutes.",
        Code.PEAK_TIME: "Its sets stop rising when the time is used up.",
        Code.EQUIPMENT: "Swap it for one that you can do.",
        Code.INJURY: "Swap it for one that spares the joint.",
        Code.BANNED: "Swap it for another.",
        Code.DATES: "Move these workouts, or start on another day.",
    }
)
"""What to do about a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """An exercise of a planned day; `contributions` as in docs/engine/volume.md.

    What is not known of it is not checked; `axial` is how much it loads the spine, as
    in docs/engine/generator.md.
    """

    name: str
    contributions: Mapping[Muscle, float]
    sets: int
    rep_min: int
    rep_max: int
    exercise_id: int | None = None
    equipment: str = ""
    pattern: str = ""
    joints: frozenset[str] = frozenset()
    axial: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A workout of the week; what is not known of it is not checked.

    `weekday` counts from 0 for Monday; `minutes` is its time in the first week,
    `peak_minutes` in the last hard one; `dates` are all the days on which it comes.
    """

    name: str
    exercises: Sequence[PlannedExercise]
    weekday: int | None = None
    minutes: int | None = None
    peak_minutes: int | None = None
    dates: Sequence[date] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifter:
    """Whom a plan is checked for.

    `careful_start` asks for the limits of a novice's first week, which also
    hold after four weeks off. `emphasis` holds what is not just to grow; `profile`
    is what the lifter wishes, where that is known.
    """

    experience: Experience = Experience.INTERMEDIATE
    overrides: Mapping[Muscle, Landmark] = field(default_factory=dict)
    careful_start: bool = False
    emphasis: Mapping[Muscle, Emphasis] = field(default_factory=dict)
    profile: Profile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a plan gets wrong: `place` is a day, an exercise or a muscle."""

    severity: Severity
    code: Code
    place: str
    because: str

    @property
    def repair(self) -> str:
        """What to do about it, in a sentence."""
        return REPAIRS[self.code]


def error(code: Code, place: str, because: str) -> Finding:
    return Finding(severity=Severity.ERROR, code=code, place=place, because=because)


def warning(code: Code, place: str, because: str) -> Finding:
    return Finding(severity=Severity.WARNING, code=code, place=place, because=because)


def errors_of(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that break a limit."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def planned_sets(
    days: Sequence[PlannedDay],
) -> list[tuple[Mapping[Muscle, float], int]]:
    return [(one.contributions, one.sets) for day in days for one in day.exercises]
