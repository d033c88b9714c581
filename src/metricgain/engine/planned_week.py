"""A week of planned workouts, and what can be wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from metricgain.engine.landmarks import Experience, Landmark
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExercise:
    """An exercise of a planned day; `contributions` as in docs/engine/volume.md."""

    name: str
    contributions: Mapping[Muscle, float]
    sets: int
    rep_min: int
    rep_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A workout of the week."""

    name: str
    exercises: Sequence[PlannedExercise]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifter:
    """Whom a plan is checked for.

    `careful_start` asks for the limits of a novice's first week, which also
    hold after four weeks off.
    """

    experience: Experience = Experience.INTERMEDIATE
    overrides: Mapping[Muscle, Landmark] = field(default_factory=dict)
    careful_start: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a plan gets wrong: `place` is a day, an exercise or a muscle."""

    severity: Severity
    code: Code
    place: str
    because: str


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
