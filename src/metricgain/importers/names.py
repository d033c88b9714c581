"""Finds the catalogue's exercise for the name another app gave it.

A wrong link spoils two histories, a custom exercise only asks for a click: so a name is
linked only when nothing in it speaks against it, asked about when something is like
it, and kept as a custom exercise otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final, Literal

from rapidfuzz import fuzz, process

from metricgain.importers.phrases import APP_MEANINGS
from metricgain.importers.words import (
    EQUIPMENT,
    MADE_WORDS,
    MANNERS,
    NameParts,
    fold,
    parts,
)

Outcome = Literal["linked", "ask", "custom"]

CERTAIN: Final = 100
LINK_FROM: Final = 92
ASK_FROM: Final = 45
_CLEAR_LEAD: Final = 4
_SHOWN: Final = 5
_SAME_WORD: Final = 84
_SHORTEST_CORRECTED: Final = 4
# What each disagreement costs, in hundredths of certainty.
_OTHER_EQUIPMENT: Final = 22
_EQUIPMENT_LEFT_OUT: Final = 5
_EQUIPMENT_ADDED: Final = 10
_OTHER_MANNER: Final = 12
_OTHER_POSTURE: Final = 9
_POSTURES: Final = frozenset({"seated", "standing"})
_CORRECTED: Final = 3
# Where a name leaves the equipment out, what is meant most often.
_USUAL: Final = ("barbell", "dumbbell", "cable", "machine", "bodyweight")
_EQUIPMENT_WORDS: Final[Mapping[str, str]] = {
    "smith machine": "smith",
    "smith_machine": "smith",
    "ez bar": "ezbar",
    "ez_bar": "ezbar",
    "trap bar": "trapbar",
    "trap_bar": "trapbar",
    "resistance_band": "band",
    "plate_machine": "machine",
    "stack": "machine",
    "none": "bodyweight",
    "weight plate": "plate",
}


@dataclass(frozen=True, slots=True)
class NameEntry:
    """An exercise that names can be linked to, with everything it is called."""

    exercise_id: int
    name: str
    aliases: tuple[str, ...] = ()
    equipment: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exercise that a name may mean; `score` is 0 to 100."""

    exercise_id: int
    name: str
    score: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means: `exercise_id` is set exactly when the outcome is linked."""

    outcome: Outcome
    exercise_id: int | None
    score: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    entry: NameEntry
    parts: NameParts
    weight: float
    says_equipment: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    parts: NameParts
    weight: float
    corrected: int


class Resolver:
    """Resolves names against one catalogue; build once, ask often."""

    def __init__(self, entries: Iterable[NameEntry]) -> None:
        self._exact: dict[str, list[NameEntry]] = defaultdict(list)
        self._same: dict[NameParts, list[NameEntry]] = defaultdict(list)
        self._by_word: dict[str, list[_Known]] = defaultdict(list)
        named = [
            (entry, _with_equipment(parts(name), entry), name)
            for entry in entries
            for name in (entry.name, *entry.aliases)
        ]
        self._rarity = _rarity([found for _, found, _ in named])
        self._usual = log(len(named) + 2)
        for entry, found, name in named:
            _append_once(self._exact[fold(name)], entry)
            _append_once(self._same[found], entry)
            known = _Known(
                entry=entry,
                parts=found,
                weight=self._weigh(found.movement),
                says_equipment=bool(parts(name).equipment),
            )
            for word in found.movement:
                self._by_word[word].append(known)
        self._words = sorted(self._by_word)
        self._answers: dict[tuple[str, str | None], Resolution] = {}

    def resolve(self, raw: str, app: str | None = None) -> Resolution:
        """Say which exercise a name means; `app` is the one that wrote it.

        Answers are remembered: a history repeats a hundred names ten thousand times.
        """
        answer = self._answers.get((raw, app))
        if answer is None:
            answer = self._answers[raw, app] = self._resolve(raw, app or "")
        return answer

    def _resolve(self, raw: str, app: str) -> Resolution:
        exact = self._exact.get(fold(raw), [])
        if len(exact) == 1:
            return _linked(exact[0], CERTAIN)
        meaning = APP_MEANINGS.get(app, {}).get(fold(raw), raw)
        asked = self._asked(parts(meaning))
        same = exact or self._same.get(asked.parts, [])
        if len(same) == 1 and asked.parts.equipment and not asked.corrected:
            return _linked(same[0], CERTAIN - 2)
        candidates = self._candidates(asked)
        if not candidates or candidates[0].score < ASK_FROM:
            return Resolution("custom", None, 0, candidates)
        best = candidates[0]
        lead = best.score - (candidates[1].score if len(candidates) > 1 else 0)
        if best.score >= LINK_FROM and lead >= _CLEAR_LEAD:
            return Resolution("linked", best.exercise_id, best.score, candidates)
        return Resolution("ask", None, best.score, candidates)

    def _asked(self, found: NameParts) -> _Asked:
        """Correct misspelt words to known ones, and weigh what is left."""
        movement, manner, equipment = (
            set[str](),
            set(found.manner),
            set(found.equipment),
        )
        corrected = 0
        for word in found.movement:
            known = self._known_word(word)
            corrected += known != word
            if known in MANNERS:
                manner.add(known)
            elif known in EQUIPMENT:
                equipment.add(known)
            else:
                movement.add(known)
        asked = NameParts(frozenset(movement), frozenset(manner), frozenset(equipment))
        return _Asked(asked, self._weigh(asked.movement), corrected)

    def _known_word(self, word: str) -> str:
        right = word in self._by_word or word in MADE_WORDS
        if right or len(word) < _SHORTEST_CORRECTED:
            return word
        choices = (*self._words, *MANNERS, *EQUIPMENT)
        near = process.extractOne(
            word, choices, scorer=fuzz.ratio, score_cutoff=_SAME_WORD
        )
        return near[0] if near else word

    def _weigh(self, words: Iterable[str]) -> float:
        return sum(self._rarity.get(word, self._usual) for word in words)

    def _candidates(self, asked: _Asked) -> tuple[Candidate, ...]:
        best: dict[int, tuple[float, int, NameEntry]] = {}
        for word in asked.parts.movement:
            for known in self._by_word.get(word, ()):
                score = self._score(asked, known)
                key = known.entry.exercise_id
                if key not in best or score > best[key][0]:
                    best[key] = (score, _habit(known.entry), known.entry)
        ranked = sorted(best.values(), key=lambda one: (-one[0], one[1], one[2].name))
        return tuple(
            Candidate(entry.exercise_id, entry.name, max(0, round(score)))
            for score, _, entry in ranked[:_SHOWN]
        )

    def _score(self, asked: _Asked, known: _Known) -> float:
        shared = self._weigh(asked.parts.movement & known.parts.movement)
        likeness = 2 * shared / (asked.weight + known.weight)
        other = asked.parts.manner ^ known.parts.manner
        cost = _OTHER_MANNER * len(other - _POSTURES)
        cost += _OTHER_POSTURE * len(other & _POSTURES)
        cost += _equipment_cost(asked.parts.equipment, known)
        return 100 * likeness - cost - _CORRECTED * asked.corrected


def _rarity(found: list[NameParts]) -> dict[str, float]:
    counts: dict[str, int] = defaultdict(int)
    for one in found:
        for word in one.movement:
            counts[word] += 1
    return {word: log((len(found) + 2) / count) for word, count in counts.items()}


def _with_equipment(found: NameParts, entry: NameEntry) -> NameParts:
    if found.equipment or not entry.equipment:
        return found
    implied = _equipment_word(entry)
    if implied not in EQUIPMENT:
        return found
    return NameParts(found.movement, found.manner, frozenset({implied}))


def _equipment_cost(asked: frozenset[str], known: _Known) -> int:
    if not asked:
        return _EQUIPMENT_LEFT_OUT if known.says_equipment else 0
    if asked == known.parts.equipment:
        return 0
    return _OTHER_EQUIPMENT if known.parts.equipment else _EQUIPMENT_ADDED


def _habit(entry: NameEntry) -> int:
    word = _equipment_word(entry)
    return _USUAL.index(word) if word in _USUAL else len(_USUAL)


def _equipment_word(entry: NameEntry) -> str:
    word = entry.equipment.casefold()
    return _EQUIPMENT_WORDS.get(word, word)


def _append_once(entries: list[NameEntry], entry: NameEntry) -> None:
    if all(one.exercise_id != entry.exercise_id for one in entries):
        entries.append(entry)


def _linked(entry: NameEntry, score: int) -> Resolution:
    candidate = Candidate(entry.exercise_id, entry.name, score)
    return Resolution("linked", entry.exercise_id, score, (candidate,))
