"""Counts sets and tonnage per muscle."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from metricgain.engine.contributions import DIRECT
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup

EASIEST_WORKING_RIR: Final = 4

Key = TypeVar("Key", Muscle, MuscleGroup)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDone:
    """One performed set; `load_kg` as lifted, `rir` None when not answered."""

    contributions: Mapping[Muscle, float]
    load_kg: float
    reps: int
    rir: float | None = None
    warm_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What one muscle or group was given: two counts of sets, and tonnage in kg.

    `direct_sets` is compared with landmarks, `fractional_sets` (an indirect set
    counts half) with research; the two are never mixed.
    """

    direct_sets: int = 0
    fractional_sets: float = 0.0
    tonnage_kg: float = 0.0

    def plus(self, other: "Volume") -> "Volume":
        return Volume(
            direct_sets=self.direct_sets + other.direct_sets,
            fractional_sets=self.fractional_sets + other.fractional_sets,
            tonnage_kg=self.tonnage_kg + other.tonnage_kg,
        )


def is_working_set(
    *, reps: int, rir: float | None, warm_up: bool, held_seconds: int | None = None
) -> bool:
    """Say whether a set counts: not a warm-up, done, and 4 RIR or harder if known.

    `held_seconds` is given of a set that is timed: then it needs no reps.
    """
    hard_enough = rir is None or rir <= EASIEST_WORKING_RIR
    done = reps >= 1 or (held_seconds or 0) >= 1
    return not warm_up and done and hard_enough


def volume_by_muscle(sets: Iterable[SetDone]) -> dict[Muscle, Volume]:
    """Return the volume of every muscle that a working set trains."""
    return _sum(sets, lambda done: done.contributions)


def volume_by_group(sets: Iterable[SetDone]) -> dict[MuscleGroup, Volume]:
    """Return the volume of every group; a set counts once, by its largest share."""
    return _sum(sets, lambda done: _group_shares(done.contributions))


def volume_by_week(
    sets: Iterable[tuple[int, SetDone]],
) -> dict[int, dict[Muscle, Volume]]:
    """Return the volume per week and muscle of sets given with their week number."""
    weeks: dict[int, list[SetDone]] = {}
    for week, done in sets:
        weeks.setdefault(week, []).append(done)
    return {week: volume_by_muscle(weeks[week]) for week in sorted(weeks)}


def direct_sets(
    muscle: Muscle, planned: Iterable[tuple[Mapping[Muscle, float], int]]
) -> int:
    """Return the direct sets of a muscle in planned (contributions, sets) pairs."""
    return sum(sets for shares, sets in planned if shares.get(muscle, 0.0) >= DIRECT)


def fractional_sets(
    muscle: Muscle, planned: Iterable[tuple[Mapping[Muscle, float], int]]
) -> float:
    """Return the fractional sets of a muscle in planned (contributions, sets) pairs."""
    return sum(shares.get(muscle, 0.0) * sets for shares, sets in planned)


def _sum(
    sets: Iterable[SetDone], shares_of: Callable[[SetDone], Mapping[Key, float]]
) -> dict[Key, Volume]:
    totals: dict[Key, Volume] = {}
    for done in sets:
        if not is_working_set(reps=done.reps, rir=done.rir, warm_up=done.warm_up):
            continue
        for key, share in shares_of(done).items():
            totals[key] = totals.get(key, Volume()).plus(_one_set(done, share))
    return totals


def _one_set(done: SetDone, share: float) -> Volume:
    return Volume(
        direct_sets=1 if share >= DIRECT else 0,
        fractional_sets=share,
        tonnage_kg=share * done.load_kg * done.reps,
    )


def _group_shares(contributions: Mapping[Muscle, float]) -> dict[MuscleGroup, float]:
    shares: dict[MuscleGroup, float] = {}
    for muscle, share in contributions.items():
        group = GROUP_OF[muscle]
        shares[group] = max(share, shares.get(group, 0.0))
    return shares
