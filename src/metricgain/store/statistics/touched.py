"""What a change has touched that statistics follow from."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class Touched:
    """Collected while a change goes on, and computed anew at its end.

    Logs that a change writes carry its revision and are found by it. Here stands what
    they no longer tell: `days` on which logs were before, `exercises` that are defined
    anew, and whether the lifter gave another `body_weight`.
    """

    days: set[date] = field(default_factory=set)
    exercises: set[int] = field(default_factory=set)
    body_weight: bool = False
