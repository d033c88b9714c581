"""Gym words for muscles and answers, put together into reasons."""

from typing import Final

from metricgain.engine.muscles import Muscle, MuscleGroup, Trained

SORENESS: Final = (
    "was never sore",
    "recovered well before today",
    "recovered just in time for today",
    "came in still sore",
)
PERFORMANCE: Final = (
    "you had 2 or more reps to spare",
    "you hit your targets",
    "you had to go past the planned effort",
    "you could not match last time",
)
CHALLENGE: Final = (
    "the work felt easy",
    "the work felt about right",
    "the work pushed your limits",
    "the work was too much",
)
PUMP: Final = (
    "there was hardly any pump",
    "the pump was mild",
    "the pump was good",
    "the pump was extreme",
)
SINGULAR: Final[frozenset[str]] = frozenset(
    {"chest", "upper back", "lower back", "back"}
)
NAMES: Final[dict[Trained, str]] = {
    Muscle.FRONT_DELT: "front delts",
    Muscle.SIDE_DELT: "side delts",
    Muscle.REAR_DELT: "rear delts",
    MuscleGroup.BIS: "biceps",
    MuscleGroup.TRIS: "triceps",
    MuscleGroup.CALFS: "calves",
}


def name_of(muscle: Trained) -> str:
    """Return the muscle or group as it stands inside a sentence: "upper back"."""
    return NAMES.get(muscle, muscle.value.replace("_", " "))


def sentence(text: str) -> str:
    """Return the text with a capital first letter and a full stop."""
    return f"{text[0].upper()}{text[1:]}."


def sets(count: int) -> str:
    """Return "1 set" or "3 sets"."""
    return "1 set" if abs(count) == 1 else f"{abs(count)} sets"


def change(delta: int) -> str:
    """Return what happens to the sets: "2 sets are added", "the sets stay"."""
    if delta == 0:
        return "the sets stay as they are"
    verb = "is" if abs(delta) == 1 else "are"
    return f"{sets(delta)} {verb} {'added' if delta > 0 else 'removed'}"


def due(delta: int) -> str:
    """Return what a decision asks for before the caps: "2 more sets are due"."""
    if delta == 0:
        return "the sets stay as they are"
    one = abs(delta) == 1
    more = "more" if delta > 0 else "fewer"
    return f"{abs(delta)} {more} {'set is' if one else 'sets are'} due"


def joined(parts: list[str]) -> str:
    """Join clauses as a sentence does: "a", "a and b", "a, b and c"."""
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def soreness_of(muscle: Trained, soreness: int) -> str:
    """Return the soreness answer as a clause: "chest recovered just in time"."""
    said = SORENESS[soreness]
    if name_of(muscle) not in SINGULAR:
        said = said.replace("was ", "were ")
    return f"{name_of(muscle)} {said}"
