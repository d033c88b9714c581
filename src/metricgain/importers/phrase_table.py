"""Replaces phrases in a list of words, the longest first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

_Phrase: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]


class PhraseTable:
    """Phrases of folded words and what is said instead, one word or several or none.

    A word that would stay what it is tells nothing about the language and is left out.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        by_first: dict[str, list[_Phrase]] = defaultdict(list)
        for phrase, instead in phrases.items():
            if phrase == instead:
                continue
            words = tuple(phrase.split())
            by_first[words[0]].append((words, tuple(instead.split())))
        for found in by_first.values():
            found.sort(key=lambda one: -len(one[0]))
        self._by_first = dict(by_first)

    def has(self, word: str) -> bool:
        """Tell whether a word alone is one of the phrases."""
        return any(len(said) == 1 for said, _ in self._by_first.get(word, ()))

    def replace(self, words: Sequence[str]) -> list[str]:
        """Return the words with each phrase replaced, from the left."""
        replaced: list[str] = []
        place = 0
        while place < len(words):
            found = self._at(words, place)
            if found is None:
                replaced.append(words[place])
                place += 1
            else:
                replaced += found[1]
                place += len(found[0])
        return replaced

    def letters_known(self, words: Sequence[str]) -> int:
        """Return how many letters belong to phrases that mean something."""
        if self._by_first.keys().isdisjoint(words):
            return 0
        known = place = 0
        while place < len(words):
            found = self._at(words, place)
            if found is None:
                place += 1
                continue
            if found[1]:
                known += sum(map(len, found[0]))
            place += len(found[0])
        return known

    def _at(self, words: Sequence[str], place: int) -> _Phrase | None:
        for phrase in self._by_first.get(words[place], ()):
            said = phrase[0]
            if len(said) == 1 or tuple(words[place : place + len(said)]) == said:
                return phrase
        return None
