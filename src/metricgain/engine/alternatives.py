"""Which exercises can stand in for another one, the most alike first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from metricgain.engine.contributions import DIRECT
from metricgain.engine.muscles import Muscle
from metricgain.engine.wording import joined, name_of

DIRECT_MISSED: Final = 2.0
SAME_MOVEMENT: Final = 1.0
FAMILIAR: Final = 0.75
SAME_EQUIPMENT: Final = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An exercise of the catalogue; `is_familiar` says that the lifter has done it.

    `contributions` are the sets that a set counts for a muscle, 1 or 0.5.
    """

    exercise_id: int
    name: str
    contributions: Mapping[Muscle, float]
    movement: str
    equipment: str
    is_familiar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """An exercise that can stand in for another, and why.

    `shared` are the muscles that both train directly, `missed` those that only the
    old one does. A higher `score` is more alike; it means nothing by itself.
    """

    candidate: Candidate
    score: float
    shared: tuple[Muscle, ...]
    missed: tuple[Muscle, ...]
    same_movement: bool
    same_equipment: bool
    because: str


def alternatives(
    old: Candidate, others: Iterable[Candidate], *, most: int
) -> Sequence[Alternative]:
    """Return what can stand in for an exercise, by score and then by name.

    What shares no muscle with it is left out (docs/engine/alternatives.md).
    """
    found = [
        _alternative(old, one)
        for one in others
        if one.exercise_id != old.exercise_id and overlap(old, one) > 0
    ]
    found.sort(key=lambda one: (-one.score, one.candidate.name))
    return found[:most]


def overlap(old: Candidate, one: Candidate) -> float:
    """Return how much of the same muscles two exercises train.

    A muscle counts by the smaller share, and twice when both train it directly.
    """
    total = 0.0
    for muscle, share in old.contributions.items():
        less = min(share, one.contributions.get(muscle, 0.0))
        total += 2 * less if less >= DIRECT else less
    return total


def _alternative(old: Candidate, one: Candidate) -> Alternative:
    before, after = _direct(old), _direct(one)
    shared = tuple(muscle for muscle in before if muscle in after)
    missed = tuple(muscle for muscle in before if muscle not in after)
    added = len(after) - len(shared)
    movement = old.movement == one.movement
    equipment = old.equipment == one.equipment
    score = (
        overlap(old, one)
        - DIRECT_MISSED * (len(missed) + added)
        + (SAME_MOVEMENT if movement else 0)
        + (FAMILIAR if one.is_familiar else 0)
        + (SAME_EQUIPMENT if equipment else 0)
    )
    return Alternative(
        candidate=one,
        score=score,
        shared=shared,
        missed=missed,
        same_movement=movement,
        same_equipment=equipment,
        because=_because(shared, missed, movement=movement, familiar=one.is_familiar),
    )


def _direct(one: Candidate) -> tuple[Muscle, ...]:
    return tuple(m for m in Muscle if one.contributions.get(m, 0.0) >= DIRECT)


def _because(
    shared: Sequence[Muscle],
    missed: Sequence[Muscle],
    *,
    movement: bool,
    familiar: bool,
) -> str:
    trains = f"Trains {_listed(shared)} as well" if shared else "Only helps with it"
    by = ", with the same movement" if movement else ""
    without = f", but not {_listed(missed)}" if shared and missed else ""
    known = " You have done it before." if familiar else ""
    return f"{trains}{by}{without}.{known}"


def _listed(muscles: Sequence[Muscle]) -> str:
    return joined([name_of(muscle) for muscle in muscles])
