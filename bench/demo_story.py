"""What happened in the demonstration, ready to be printed or checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision about a muscle, and on which day it was made."""

    day: date
    kind: str
    gate: str
    change: int
    because: str


@dataclass(slots=True, kw_only=True)
class MuscleOfWeek:
    """A muscle in a week: direct sets planned and done, and what was decided."""

    muscle: str
    planned: int
    done: int
    decided: list[Decided] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week of the block as it went; `skipped` names the workouts not done."""

    number: int
    start: date
    is_deload: bool
    target_rir: int
    sore: bool
    skipped: tuple[str, ...]
    muscles: tuple[MuscleOfWeek, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All that happened: the import's report, the weeks, the block at its end."""

    imported: Mapping[str, Any]
    weeks: tuple[Week, ...]
    block: Mapping[str, Any]
