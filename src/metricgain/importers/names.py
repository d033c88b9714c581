"""Finds the catalogue's exercise for the name another app gave it.

A wrong link spoils two histories, a custom exercise only asks for a click: so a name is
linked only when nothing in it speaks against it, asked about when something is like
it, and kept as a custom exercise otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import log
from typing import Final, Literal

from rapidfuzz import fuzz, process

from metricgain.catalogue.reader import CatalogueExercise
from metricgain.importers.evidence import NOTHING, Evidence, muscles_of
from metricgain.importers.phrases import APP_MEANINGS
from metricgain.importers.words import (
    CARDIO,
    EQUIPMENT,
    VOCABULARY,
    NameParts,
    english,
    fold,
    parts,
    spelt_out,
)

Outcome = Literal["linked", "ask", "custom"]

CERTAIN: Final = 100
LINK_FROM: Final = 92
ASK_FROM: Final = 45
_CLEAR_LEAD: Final = 4
_SHOWN: Final = 5
# How many are weighed by what the file says of them, before the best are shown.
_WEIGHED: Final = 12
_SAME_WORD: Final = 84
_SHORTEST_CORRECTED: Final = 4
# Exercises that share less with a name than this are not looked at closely.
_SLIGHTEST: Final = 0.3
# What a number in a name weighs; a word that no exercise has is half as telling as one
# that a single exercise has.
_NUMBER: Final = 1.0
# What each disagreement costs, in hundredths of certainty.
_OTHER_EQUIPMENT: Final = 22
_OTHER_MACHINE: Final = 6
_EQUIPMENT_LEFT_OUT: Final = 9
_EQUIPMENT_ADDED: Final = 10
_OTHER_MANNER: Final = 12
_OTHER_POSTURE: Final = 9
_TURNS: Final = 3
_MANNER_COSTS: Final = {
    "seated": _OTHER_POSTURE,
    "standing": _OTHER_POSTURE,
    "alternating": _TURNS,
}
_CORRECTED: Final = 3
_OTHER_MUSCLE: Final = 25
_OTHER_LOAD: Final = 12
# How certain a name is that is not written as the catalogue has it.
_IN_ENGLISH: Final = 99
_SAME_PARTS: Final = 98
_BARE: Final = 97
# Where a name leaves the equipment out, what is meant most often.
_USUAL: Final = ("barbell", "dumbbell", "cable", "machine", "bodyweight")
_MACHINES: Final = frozenset({"machine", "plateloaded"})
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
    """An exercise that names can be linked to, with everything it is called.

    `muscles` are those that it trains, directly or not; `load_kind` is as in the
    catalogue. Left empty, what a file says of them is not looked at.
    """

    exercise_id: int
    name: str
    aliases: tuple[str, ...] = ()
    equipment: str = ""
    muscles: frozenset[str] = frozenset()
    load_kind: str = ""


def entry_of(exercise: CatalogueExercise) -> NameEntry:
    """Return an exercise of the catalogue as names are looked up."""
    return NameEntry(
        exercise_id=exercise.id,
        name=exercise.name,
        aliases=exercise.aliases,
        equipment=exercise.equipment,
        muscles=frozenset(exercise.muscles),
        load_kind=exercise.load_kind,
    )


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


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    entry: NameEntry
    parts: NameParts
    weight: float
    says_equipment: bool
    is_name: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    parts: NameParts
    weight: float
    corrected: int


@dataclass(frozen=True, slots=True)
class _Found:
    """An exercise and how well it fits; `certain` where nothing else can be meant."""

    entry: NameEntry
    score: float
    is_name: bool = True
    certain: bool = False


class Resolver:
    """Resolves names against one catalogue; build once, ask often."""

    def __init__(self, entries: Iterable[NameEntry]) -> None:
        self._exact: dict[str, list[NameEntry]] = defaultdict(list)
        self._same: dict[NameParts, list[_Known]] = defaultdict(list)
        self._bare: dict[NameParts, list[_Known]] = defaultdict(list)
        self._by_word: dict[str, list[_Known]] = defaultdict(list)
        named = [
            (entry, parts(name), name)
            for entry in entries
            for name in (entry.name, *entry.aliases)
        ]
        self._rarity = _rarity([found for _, found, _ in named])
        self._strange = log(len(named) + 2) / 2
        words, seen = set(VOCABULARY), set[tuple[int, NameParts]]()
        for entry, said, name in named:
            known = _Known(
                entry=entry,
                parts=_with_equipment(said, entry),
                weight=self._weigh(said.movement),
                says_equipment=bool(said.equipment),
                is_name=name == entry.name,
            )
            _append_once(self._exact[fold(name)], entry)
            self._same[known.parts].append(known)
            if not said.equipment:
                self._bare[said].append(known)
            if (entry.exercise_id, said) not in seen:
                seen.add((entry.exercise_id, said))
                for word in said.movement:
                    self._by_word[word].append(known)
            words.update(fold(name).split())
        self._words = frozenset(words)
        self._long_words = sorted(
            word for word in words if len(word) >= _SHORTEST_CORRECTED
        )
        self._spelt: dict[str, str] = {}
        self._answers: dict[tuple[str, str | None], tuple[_Found, ...]] = {}

    def resolve(
        self, raw: str, app: str | None = None, evidence: Evidence = NOTHING
    ) -> Resolution:
        """Say which exercise a name means; `app` is the one that wrote it.

        `evidence` is what the file says of the exercise besides its name. What a name
        is like is remembered: a history repeats a hundred names ten thousand times.
        """
        found = self._answers.get((raw, app))
        if found is None:
            found = self._answers[raw, app] = self._resolve(raw, app or "")
        if evidence != NOTHING:
            said = muscles_of(evidence.body_part)
            found = _ranked(_weighed(one, evidence, said) for one in found)
        return _decided(found)

    def _resolve(self, raw: str, app: str) -> tuple[_Found, ...]:
        exact = self._exact.get(fold(raw), [])
        if len(exact) == 1:
            return (_Found(exact[0], CERTAIN, certain=True),)
        folded = fold(spelt_out(raw))
        meaning = APP_MEANINGS.get(app, {}).get(folded, folded)
        asked = self._asked(meaning)
        if asked.parts.movement and asked.parts.movement <= CARDIO:
            return ()
        one = self._only(meaning, exact, asked)
        if one is not None:
            return (one,)
        return self._candidates(asked)

    def _only(
        self, meaning: str, exact: list[NameEntry], asked: _Asked
    ) -> _Found | None:
        """Return the one exercise that is called so in other words, if there is one."""
        if asked.corrected:
            return None
        said = exact or self._exact.get(english(meaning), [])
        if len(said) == 1:
            return _Found(said[0], _IN_ENGLISH, certain=True)
        if asked.parts.equipment:
            same, score = self._same.get(asked.parts, []), _SAME_PARTS
        else:
            same, score = self._bare.get(asked.parts, []), _BARE
        entry = _the_one(same)
        return _Found(entry, score, certain=True) if entry and not exact else None

    def _asked(self, meaning: str) -> _Asked:
        """Correct misspelt words to known ones, and weigh what is left."""
        found = parts(meaning)
        corrected = 0
        if not self._rarity.keys() >= found.movement:
            words = english(meaning).split()
            spelt = [self._known_word(word) for word in words]
            corrected = sum(map(str.__ne__, words, spelt))
            found = parts(" ".join(spelt)) if corrected else found
        return _Asked(found, self._weigh(found.movement), corrected)

    def _known_word(self, word: str) -> str:
        if word in self._words or len(word) < _SHORTEST_CORRECTED:
            return word
        if word not in self._spelt:
            near = process.extractOne(
                word, self._long_words, scorer=fuzz.ratio, score_cutoff=_SAME_WORD
            )
            self._spelt[word] = near[0] if near else word
        return self._spelt[word]

    def _weigh(self, words: Iterable[str]) -> float:
        return sum(self._weight(word) for word in words)

    def _weight(self, word: str) -> float:
        found = self._rarity.get(word)
        if found is None:
            return _NUMBER if word.isdigit() else self._strange
        return found

    def _candidates(self, asked: _Asked) -> tuple[_Found, ...]:
        shared: dict[_Known, float] = defaultdict(float)
        for word in asked.parts.movement:
            weight = self._weight(word)
            for known in self._by_word.get(word, ()):
                shared[known] += weight
        best: dict[int, _Found] = {}
        for known, weight in shared.items():
            likeness = 2 * weight / (asked.weight + known.weight)
            if likeness < _SLIGHTEST:
                continue
            found = _Found(known.entry, _score(asked, known, likeness), known.is_name)
            key = known.entry.exercise_id
            if key not in best or _better(found, best[key]):
                best[key] = found
        return _ranked(best.values())


def _score(asked: _Asked, known: _Known, likeness: float) -> float:
    cost = _CORRECTED * asked.corrected
    if asked.parts.manner != known.parts.manner:
        other = asked.parts.manner ^ known.parts.manner
        cost += sum(_MANNER_COSTS.get(word, _OTHER_MANNER) for word in other)
    return 100 * likeness - cost - _equipment_cost(asked.parts.equipment, known)


def _decided(found: tuple[_Found, ...]) -> Resolution:
    """Link what is clear, ask where something is like it, leave the rest."""
    candidates = tuple(
        Candidate(one.entry.exercise_id, one.entry.name, max(0, round(one.score)))
        for one in found[:_SHOWN]
    )
    if not candidates or candidates[0].score < ASK_FROM:
        return Resolution("custom", None, 0, candidates)
    best = candidates[0]
    lead = best.score - (candidates[1].score if len(candidates) > 1 else 0)
    if best.score >= LINK_FROM and lead >= _CLEAR_LEAD:
        return Resolution("linked", best.exercise_id, best.score, candidates)
    return Resolution("ask", None, best.score, candidates)


def _weighed(found: _Found, evidence: Evidence, muscles: frozenset[str]) -> _Found:
    entry, score = found.entry, found.score
    if muscles and entry.muscles and not muscles & entry.muscles:
        score -= _OTHER_MUSCLE
    if not found.certain and _loads_disagree(entry.load_kind, evidence.loaded):
        score -= _OTHER_LOAD
    return replace(found, score=score)


def _loads_disagree(load_kind: str, loaded: bool | None) -> bool:  # noqa: FBT001 - a fact, not a switch
    if loaded is None:
        return False
    return load_kind == ("bodyweight" if loaded else "external")


def _ranked(found: Iterable[_Found]) -> tuple[_Found, ...]:
    ranked = sorted(
        found,
        key=lambda one: (
            -one.score,
            not one.is_name,
            _habit(one.entry),
            one.entry.name,
        ),
    )
    return tuple(ranked[:_WEIGHED])


def _better(one: _Found, other: _Found) -> bool:
    return (one.score, one.is_name) > (other.score, other.is_name)


def _the_one(known: list[_Known]) -> NameEntry | None:
    """Return the exercise that all are, or the only one whose very name it is."""
    for which in (known, [one for one in known if one.is_name]):
        if len({one.entry.exercise_id for one in which}) == 1:
            return which[0].entry
    return None


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
    if asked | known.parts.equipment == _MACHINES:
        return _OTHER_MACHINE
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
