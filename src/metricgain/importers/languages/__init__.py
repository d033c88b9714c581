"""Puts the words of other languages in an exercise name into English.

A name is taken to be in the language that knows the most of its letters; only that
language's words are put into English, because languages disagree: "halter" is a
barbell to Turks and a dumbbell to Brazilians.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from metricgain.catalogue.names import normalise
from metricgain.importers.languages import (
    dutch,
    french,
    german,
    italian,
    portuguese,
    russian,
    spanish,
    turkish,
)
from metricgain.importers.languages.east_asian import CHINESE, JAPANESE
from metricgain.importers.phrase_table import PhraseTable

# Where two languages know as much of a name, the earlier one is taken. Turks keep
# most English names, so theirs comes first for a single foreign word.
_LANGUAGES: Final = tuple(
    PhraseTable({normalise(said): english for said, english in words.items()})
    for words in (
        turkish.WORDS,
        spanish.WORDS,
        portuguese.WORDS,
        italian.WORDS,
        french.WORDS,
        german.WORDS,
        dutch.WORDS,
        russian.WORDS,
    )
)
_COMPOUNDS: Final = {
    normalise(said): english for said, english in german.COMPOUNDS.items()
}
_SHORTEST_REST: Final = 4


@lru_cache(maxsize=16384)
def in_english(folded: str) -> tuple[str, ...]:
    """Return the words of a folded name, those of other languages in English."""
    text = folded
    if not text.isascii():
        text = _UNBLANKED.sub(lambda found: f" {_WITHOUT_BLANKS[found[0]]} ", text)
    words = _uncompounded(text.split())
    known = [language.letters_known(words) for language in _LANGUAGES]
    most = max(known)
    return tuple(_LANGUAGES[known.index(most)].replace(words) if most else words)


def _uncompounded(words: Sequence[str]) -> list[str]:
    """Part what German and Dutch write as one: "Kurzhantelrudern"."""
    parted: list[str] = []
    for word in words:
        found = _COMPOUND.match(word)
        if found and not any(language.has(word) for language in _LANGUAGES):
            parted += [*_COMPOUNDS[found[1]].split(), found[2]]
        else:
            parted.append(word)
    return parted


def _folded(words: Mapping[str, str]) -> dict[str, str]:
    return {normalise(said): english for said, english in words.items()}


def _alternatives(words: Mapping[str, str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_WITHOUT_BLANKS: Final = {**_folded(CHINESE), **_folded(JAPANESE)}
_UNBLANKED: Final = re.compile(_alternatives(_WITHOUT_BLANKS))
_COMPOUND: Final = re.compile(
    rf"({_alternatives(_COMPOUNDS)})(\w{{{_SHORTEST_REST},}})"
)
