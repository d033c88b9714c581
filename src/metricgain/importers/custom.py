"""Makes a whole custom exercise from a name that the catalogue does not know."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from metricgain.engine.muscles import Muscle
from metricgain.importers.guess import guess_custom
from metricgain.importers.words import parts


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomExercise:
    """An exercise of the lifter's own, as far as its name tells.

    `muscles` are the ones trained directly, none where the name says nothing.
    `body_weight_factor` is the share of the body that is lifted, 0 to 1.
    """

    name: str
    muscle_group: str
    exercise_type: str
    equipment: str
    movement_pattern: str
    load_kind: str
    body_weight_factor: Decimal
    muscles: tuple[str, ...]


_PATTERNS: Final[Mapping[Muscle, str]] = {
    Muscle.CHEST: "horizontal_press",
    Muscle.LATS: "pulldown",
    Muscle.UPPER_BACK: "row",
    Muscle.LOWER_BACK: "back_extension",
    Muscle.TRAPS: "shrug",
    Muscle.QUADS: "squat",
    Muscle.HAMSTRINGS: "knee_flexion",
    Muscle.GLUTES: "hip_extension",
    Muscle.ADDUCTORS: "hip_adduction",
    Muscle.FRONT_DELT: "vertical_press",
    Muscle.SIDE_DELT: "lateral_raise",
    Muscle.REAR_DELT: "rear_delt_raise",
    Muscle.BICEPS: "curl",
    Muscle.FOREARMS: "forearm",
    Muscle.TRICEPS: "triceps_extension",
    Muscle.CALVES: "calf_raise",
    Muscle.ABS: "core",
}
_NO_MUSCLE: Final = "conditioning"
# The share of the body that such a movement usually lifts, as in the catalogue.
_SHARES: Final[Mapping[str, Decimal]] = {
    "pulldown": Decimal(1),
    "calf_raise": Decimal(1),
    "squat": Decimal("0.85"),
    "horizontal_press": Decimal("0.65"),
    "core": Decimal("0.35"),
    "conditioning": Decimal(0),
}
_USUAL_SHARE: Final = Decimal("0.6")


def custom_exercise(raw: str) -> CustomExercise:
    """Return the custom exercise that is kept under a name of another app."""
    guess = guess_custom(raw)
    pattern = _PATTERNS[guess.muscles[0]] if guess.muscles else _NO_MUSCLE
    load_kind = _load_kind(raw, guess.exercise_type)
    share = _SHARES.get(pattern, _USUAL_SHARE)
    return CustomExercise(
        name=raw,
        muscle_group=guess.muscle_group.value,
        exercise_type=guess.exercise_type,
        equipment=guess.equipment,
        movement_pattern=pattern,
        load_kind=load_kind,
        body_weight_factor=Decimal(0) if load_kind == "external" else share,
        muscles=tuple(muscle.value for muscle in guess.muscles),
    )


def _load_kind(raw: str, exercise_type: str) -> str:
    if exercise_type != "bodyweight":
        return "external"
    equipment = parts(raw).equipment
    if "assisted" in equipment:
        return "assisted"
    return "bodyweight_plus" if "weighted" in equipment else "bodyweight"
