"""Takes an exercise name apart: movement, manner, equipment."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from metricgain.catalogue.names import normalise
from metricgain.importers.languages import in_english
from metricgain.importers.phrase_table import PhraseTable
from metricgain.importers.phrases import PHRASES, PLURALS

# A name is folded as the catalogue keeps its aliases.
fold: Final = normalise
_SHORTEST_SINGULAR: Final = 3
EQUIPMENT: Final = frozenset(
    {
        "barbell",
        "dumbbell",
        "machine",
        "plateloaded",
        "cable",
        "kettlebell",
        "band",
        "smith",
        "ezbar",
        "trapbar",
        "plate",
        "landmine",
        "bodyweight",
        "weighted",
        "assisted",
        "medball",
        "exerciseball",
    }
)
# Where a name has two of them, the earlier one says how the load moves.
DECIDING: Final = (
    "assisted",
    "weighted",
    "smith",
    "cable",
    "band",
    "ezbar",
    "trapbar",
    "landmine",
    "plateloaded",
    "machine",
)
# Words that change how a movement is done; a difference in one is another exercise.
MANNERS: Final = frozenset(
    {
        "seated",
        "standing",
        "lying",
        "incline",
        "decline",
        "prone",
        "kneeling",
        "hanging",
        "onearm",
        "oneleg",
        "closegrip",
        "widegrip",
        "underhand",
        "neutralgrip",
        "overhead",
        "bentover",
        "chestsupported",
        "straightarm",
        "stifflegged",
        "crossbody",
        "behindneck",
        "behindback",
        "lowbar",
        "rope",
        "reverse",
        "paused",
        "deficit",
        "jumping",
        "walking",
        "sumo",
        "high",
        "low",
        "captainschair",
        "bentknee",
        "alternating",
        "withband",
    }
)
# Words that say nothing about which exercise it is.
NEUTRAL: Final = frozenset(
    {
        "the",
        "a",
        "an",
        "and",
        "with",
        "on",
        "in",
        "of",
        "to",
        "for",
        "na",
        "no",
        "al",
        "grip",
        "flat",
        "conventional",
        "normal",
        "medium",
        "regular",
        "bar",
        "straightbar",
        "exercise",
        "style",
        "time",
        "converging",
        "lat",
    }
)

# Words that only cardio, stretching and warming up are called.
CARDIO: Final = frozenset(
    {
        "run",
        "running",
        "jog",
        "jogging",
        "treadmill",
        "walk",
        "walking",
        "hike",
        "hiking",
        "cycling",
        "cycle",
        "bike",
        "elliptical",
        "rower",
        "rowing",
        "stairclimber",
        "swimming",
        "swim",
        "skipping",
        "rope",
        "cardio",
        "aerobic",
        "hiit",
        "sprint",
        "stretching",
        "stretch",
        "yoga",
        "warmup",
        "mobility",
    }
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; the same exercise gives the same parts in any order."""

    movement: frozenset[str]
    manner: frozenset[str]
    equipment: frozenset[str]


def spelt_out(name: str) -> str:
    """Return a name with the equipment in full that some apps cut short."""
    return name.replace("(Bar)", "(Barbell)")


def english(folded: str) -> str:
    """Put the words of other languages in a folded name into English."""
    return " ".join(in_english(folded))


@lru_cache(maxsize=16384)
def parts(text: str) -> NameParts:
    """Take an exercise name apart."""
    words = [_singular(word) for word in in_english(fold(text))]
    # A phrase may make another one: "incline dumbbell press" only after "db".
    tokens = frozenset(_PHRASES.replace(_PHRASES.replace(words))) - NEUTRAL
    return NameParts(
        movement=tokens - EQUIPMENT - MANNERS,
        manner=tokens & MANNERS,
        equipment=_deciding(tokens & EQUIPMENT),
    )


def _deciding(equipment: frozenset[str]) -> frozenset[str]:
    """Keep the equipment that decides: a barbell in a Smith machine is guided."""
    if len(equipment) > 1:
        for word in DECIDING:
            if word in equipment:
                return frozenset({word})
    return equipment


def _singular(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    if (
        len(word) > _SHORTEST_SINGULAR
        and word.endswith("s")
        and not word.endswith("ss")
    ):
        return word[:-1]
    return word


_PHRASES: Final = PhraseTable(
    {" ".join(map(_singular, said.split())): word for said, word in PHRASES.items()}
)
# Words that are spelt right, whether the catalogue has them or not.
VOCABULARY: Final = (
    frozenset(
        word for said, made in PHRASES.items() for word in f"{said} {made}".split()
    )
    | EQUIPMENT
    | MANNERS
    | NEUTRAL
)
