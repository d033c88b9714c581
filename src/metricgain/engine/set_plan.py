"""The sets of one exercise in one session: warm-ups, then falling reps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from metricgain.engine.equipment import AvailableLoads, Load, Rounding, round_load

Ramp: TypeAlias = tuple[tuple[int, int], ...]
"""Per cents of the working load, with reps."""

MOST_REPS_LOST: Final = 2
SMALLEST_DROP: Final = 0.05
LARGEST_DROP: Final = 0.10
HEAVY_REPS: Final = 10
HEAVY_WARM_UP: Final[Ramp] = ((50, 8), (70, 5), (85, 3))
LIGHT_WARM_UP: Final[Ramp] = ((55, 8), (80, 4))
WARM_UP_REPS: Final = ((60, 8), (75, 5), (85, 4))
"""Below which per cent of the working load how many reps warm up; 3 from there on."""
FEWEST_WARM_UP_REPS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSet:
    """One set to do: a load and reps."""

    load: Load
    reps: int


def working_sets(
    first: PlannedSet,
    *,
    sets: int,
    rep_min: int,
    loads: AvailableLoads,
    is_easy: bool = False,
) -> tuple[PlannedSet, ...]:
    """Return the working sets: each later one a rep less, at most two less.

    Where that would fall below `rep_min` the load drops by 5 to 10 % instead,
    if the equipment has such a load. Easy sets, of a deload or a recovery session,
    are all the same: none of them tires the next.
    """
    if is_easy:
        return (first,) * sets
    lighter = _dropped(first.load, loads)
    return tuple(
        _later_set(first, max(1, first.reps - lost), rep_min=rep_min, lighter=lighter)
        for lost in (min(index, MOST_REPS_LOST) for index in range(sets))
    )


def warm_up_sets(
    first: PlannedSet,
    *,
    loads: AvailableLoads,
    percentages: Sequence[int] | None = None,
) -> tuple[PlannedSet, ...]:
    """Return the warm-ups before the first exercise of a muscle; they never count.

    `percentages` are the lifter's own, of the working load; None is the usual ramp.
    Loads round down. A load that repeats, or is the working load, is left out.
    """
    ramp = HEAVY_WARM_UP if first.reps <= HEAVY_REPS else LIGHT_WARM_UP
    if percentages is not None:
        ramp = tuple((percent, _warm_up_reps(percent)) for percent in percentages)
    by_load: dict[float, PlannedSet] = {}
    for percent, reps in ramp:
        kg = first.load.effective_kg * percent / 100
        load = round_load(kg, loads, Rounding.DOWN)
        if load.effective_kg < first.load.effective_kg:
            by_load.setdefault(load.effective_kg, PlannedSet(load=load, reps=reps))
    return tuple(by_load.values())


def _warm_up_reps(percent: int) -> int:
    return next(
        (reps for below, reps in WARM_UP_REPS if percent < below), FEWEST_WARM_UP_REPS
    )


def _later_set(
    first: PlannedSet, reps: int, *, rep_min: int, lighter: Load | None
) -> PlannedSet:
    if reps == first.reps or reps >= rep_min or lighter is None:
        return PlannedSet(load=first.load, reps=reps)
    return PlannedSet(load=lighter, reps=min(first.reps, rep_min))


def _dropped(load: Load, loads: AvailableLoads) -> Load | None:
    full = load.effective_kg
    lighter = round_load(full * (1 - SMALLEST_DROP), loads, Rounding.DOWN)
    fits = full * (1 - LARGEST_DROP) <= lighter.effective_kg < full
    return lighter if fits else None
