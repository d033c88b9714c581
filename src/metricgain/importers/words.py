"""Takes an exercise name apart: movement, manner, equipment."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from metricgain.catalogue.names import normalise
from metricgain.importers.languages import ALL, AMBIGUOUS
from metricgain.importers.phrases import PHRASES, PLURALS

# A name is folded as the catalogue keeps its aliases.
fold: Final = normalise
_SHORTEST_SINGULAR: Final = 3
EQUIPMENT: Final = frozenset(
    {
        "barbell",
        "dumbbell",
        "machine",
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
        "each",
        "side",
        "touch",
        "go",
        "exercise",
        "style",
        "time",
        "alternating",
        "alternate",
        "converging",
        "lat",
    }
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; the same exercise gives the same parts in any order."""

    movement: frozenset[str]
    manner: frozenset[str]
    equipment: frozenset[str]


def english(folded: str) -> str:
    """Put the words of other languages in a folded name into English."""
    text = folded
    for word, (usual, company, other) in AMBIGUOUS.items():
        if re.search(rf"\b{word}\b", text):
            known = any(re.search(rf"\b{key}\b", text) for key in company)
            text = re.sub(rf"\b{word}\b", other if known else usual, text)
    return _FOREIGN.sub(lambda found: ALL[found[0]], text)


@lru_cache(maxsize=16384)
def parts(text: str) -> NameParts:
    """Take an exercise name apart."""
    words = [_singular(word) for word in english(fold(text)).split()]
    # A phrase may make another one: "incline dumbbell press" only after "db".
    tokens = frozenset(_unified(_unified(" ".join(words))).split()) - NEUTRAL
    return NameParts(
        movement=tokens - EQUIPMENT - MANNERS,
        manner=tokens & MANNERS,
        equipment=_deciding(tokens & EQUIPMENT),
    )


def _unified(text: str) -> str:
    return _PHRASE.sub(lambda found: _SINGULAR_PHRASES[found[0]], text)


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


def _any_of(phrases: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


_SINGULAR_PHRASES: Final = {
    " ".join(map(_singular, phrase.split())): word for phrase, word in PHRASES.items()
}
_FOREIGN: Final = _any_of(ALL)
_PHRASE: Final = _any_of(_SINGULAR_PHRASES)
# Words that the phrases make are spelt right, whether the catalogue has them or not.
MADE_WORDS: Final = frozenset(
    word for words in PHRASES.values() for word in words.split()
)
