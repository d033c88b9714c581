"""What a set of each kind of movement counts for which muscle."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from metricgain.engine.muscles import Muscle

DIRECT: Final = 1.0
INDIRECT: Final = 0.5


class ContributionError(ValueError):
    """A set counts 1 or 0.5 for a muscle, or is not listed for it."""


class Movement(StrEnum):
    HORIZONTAL_PRESS = "horizontal press"
    OVERHEAD_PRESS = "overhead press"
    DIP = "dip"
    ROW = "row"
    PULLDOWN = "pulldown"
    SQUAT = "squat"
    ROMANIAN_DEADLIFT = "romanian deadlift"
    DEADLIFT = "deadlift"
    LUNGE = "lunge"


CONTRIBUTIONS: Final[Mapping[Movement, Mapping[Muscle, float]]] = MappingProxyType(
    {
        Movement.HORIZONTAL_PRESS: {
            Muscle.CHEST: DIRECT,
            Muscle.TRICEPS: INDIRECT,
            Muscle.FRONT_DELT: INDIRECT,
        },
        Movement.OVERHEAD_PRESS: {
            Muscle.FRONT_DELT: DIRECT,
            Muscle.TRICEPS: INDIRECT,
            Muscle.SIDE_DELT: INDIRECT,
        },
        Movement.DIP: {Muscle.CHEST: DIRECT, Muscle.TRICEPS: INDIRECT},
        Movement.ROW: {
            Muscle.UPPER_BACK: DIRECT,
            Muscle.LATS: DIRECT,
            Muscle.BICEPS: INDIRECT,
            Muscle.REAR_DELT: INDIRECT,
        },
        Movement.PULLDOWN: {
            Muscle.LATS: DIRECT,
            Muscle.BICEPS: INDIRECT,
            Muscle.UPPER_BACK: INDIRECT,
        },
        Movement.SQUAT: {
            Muscle.QUADS: DIRECT,
            Muscle.GLUTES: INDIRECT,
            Muscle.ADDUCTORS: INDIRECT,
        },
        Movement.ROMANIAN_DEADLIFT: {
            Muscle.HAMSTRINGS: DIRECT,
            Muscle.GLUTES: DIRECT,
            Muscle.LOWER_BACK: INDIRECT,
        },
        Movement.DEADLIFT: {
            Muscle.GLUTES: DIRECT,
            Muscle.LOWER_BACK: DIRECT,
            Muscle.HAMSTRINGS: INDIRECT,
            Muscle.QUADS: INDIRECT,
            Muscle.TRAPS: INDIRECT,
        },
        Movement.LUNGE: {Muscle.QUADS: DIRECT, Muscle.GLUTES: DIRECT},
    }
)
"""The shares of compound movements; an isolation counts 1 for its own muscle."""


def check_contributions(contributions: Mapping[Muscle, float]) -> None:
    """Raise ContributionError unless each share is 1 or 0.5 and one is 1."""
    for muscle, share in contributions.items():
        if share not in (DIRECT, INDIRECT):
            raise ContributionError(
                f"a set counts 1 or 0.5 for a muscle, not {share} for {muscle}"
            )
    if DIRECT not in contributions.values():
        raise ContributionError("a set counts 1 for at least one muscle")
