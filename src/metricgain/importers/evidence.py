"""What a file says about an exercise besides its name."""

from dataclasses import dataclass
from typing import Final

from metricgain.catalogue.names import normalise


@dataclass(frozen=True, slots=True)
class Evidence:
    """The body part under which a file has an exercise, and how its sets are loaded.

    `body_part` is as the file writes it, empty if it says nothing. `loaded` tells
    whether its sets have a weight, None if there is none to look at.
    """

    body_part: str = ""
    loaded: bool | None = None


NOTHING: Final = Evidence()
_SHOULDERS: Final = frozenset({"front_delt", "side_delt", "rear_delt", "traps"})
_BACK: Final = frozenset(
    {"lats", "upper_back", "lower_back", "traps", "rear_delt", "glutes", "hamstrings"}
)
_LEGS: Final = frozenset({"quads", "hamstrings", "glutes", "adductors", "calves"})
_ARMS: Final = frozenset({"biceps", "triceps", "forearms"})
_CORE: Final = frozenset({"abs", "lower_back"})
_MUSCLES: Final = {
    normalise(word): muscles
    for line, muscles in (
        ("chest, pecs, pectorals, Brust, poitrine, pecho, peito, petto", {"chest"}),
        ("back, Rücken, dos, espalda, costas, schiena, dorso", _BACK),
        ("lats, Latissimus, dorsales", {"lats", "upper_back"}),
        ("upper back, middle back", {"lats", "upper_back", "rear_delt", "traps"}),
        ("lower back, unterer Rücken, lombaires", {"lower_back", "glutes"}),
        ("traps, trapezius, neck, Nacken", {"traps", "side_delt", "upper_back"}),
        ("shoulders, delts, Schultern, épaules, hombros, ombros, spalle", _SHOULDERS),
        ("legs, Beine, jambes, piernas, pernas, gambe", _LEGS | {"lower_back"}),
        ("quads, quadriceps, upper legs, thighs", _LEGS - {"calves"}),
        ("hamstrings, glutes, Gesäß, fessiers, glúteos", _LEGS | {"lower_back"}),
        ("calves, Waden, mollets, gemelos, pantorrillas, polpacci", {"calves"}),
        ("arms, Arme, bras, brazos, braços, braccia", _ARMS),
        ("biceps, Bizeps, bíceps, bicipiti", {"biceps", "forearms"}),
        ("triceps, Trizeps, tríceps, tricipiti", {"triceps"}),
        ("forearms, lower arms, Unterarme, avant-bras", {"forearms", "biceps"}),
        ("abs, core, abdominals, waist, Bauch, abdos, abdominales, addome", _CORE),
    )
    for word in line.split(", ")
}


def muscles_of(body_part: str) -> frozenset[str]:
    """Return the muscles that lifters file under a body part, none if it is unknown."""
    return frozenset(_MUSCLES.get(normalise(body_part), ()))
