"""The 17 muscles that exercises train, and the 9 groups a lifter answers for."""

from enum import StrEnum
from typing import Final, TypeAlias


class Muscle(StrEnum):
    CHEST = "chest"
    LATS = "lats"
    UPPER_BACK = "upper_back"
    LOWER_BACK = "lower_back"
    TRAPS = "traps"
    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    ADDUCTORS = "adductors"
    FRONT_DELT = "front_delt"
    SIDE_DELT = "side_delt"
    REAR_DELT = "rear_delt"
    BICEPS = "biceps"
    FOREARMS = "forearms"
    TRICEPS = "triceps"
    CALVES = "calves"
    ABS = "abs"


class MuscleGroup(StrEnum):
    CHEST = "chest"
    BACK = "back"
    LEGS = "legs"
    SHOULDERS = "shoulders"
    DELTS = "delts"
    BIS = "bis"
    TRIS = "tris"
    CALFS = "calfs"
    ABS = "abs"


Trained: TypeAlias = Muscle | MuscleGroup
"""What is decided as one: a muscle, or a group for whoever answers by groups."""

GROUP_OF: Final[dict[Muscle, MuscleGroup]] = {
    Muscle.CHEST: MuscleGroup.CHEST,
    Muscle.LATS: MuscleGroup.BACK,
    Muscle.UPPER_BACK: MuscleGroup.BACK,
    Muscle.LOWER_BACK: MuscleGroup.BACK,
    Muscle.TRAPS: MuscleGroup.BACK,
    Muscle.QUADS: MuscleGroup.LEGS,
    Muscle.HAMSTRINGS: MuscleGroup.LEGS,
    Muscle.GLUTES: MuscleGroup.LEGS,
    Muscle.ADDUCTORS: MuscleGroup.LEGS,
    Muscle.FRONT_DELT: MuscleGroup.SHOULDERS,
    Muscle.SIDE_DELT: MuscleGroup.DELTS,
    Muscle.REAR_DELT: MuscleGroup.DELTS,
    Muscle.BICEPS: MuscleGroup.BIS,
    Muscle.FOREARMS: MuscleGroup.BIS,
    Muscle.TRICEPS: MuscleGroup.TRIS,
    Muscle.CALVES: MuscleGroup.CALFS,
    Muscle.ABS: MuscleGroup.ABS,
}


def muscles_of(group: MuscleGroup) -> tuple[Muscle, ...]:
    """Return the muscles of a group, in the order of `Muscle`."""
    return tuple(muscle for muscle in Muscle if GROUP_OF[muscle] is group)
