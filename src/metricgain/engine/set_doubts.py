"""Which doubts a set raises when it is held against the recent ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from metricgain.engine.confirmation import Doubt, needs_confirmation
from metricgain.engine.e1rm import trend_e1rm


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentSet:
    """A working set of the same exercise: effective load in kg, reps, RIR."""

    load_kg: float
    reps: int
    rir: float | None


def set_doubts(
    load_kg: float | None,
    *,
    reps: int,
    rir: float | None,
    is_working: bool,
    recent: Sequence[RecentSet],
    planned_kg: float | None = None,
) -> tuple[Doubt, ...]:
    """Return why a set should be confirmed; `recent` has the newest set first.

    The load is compared with the best recent estimate. Only working sets are compared
    with the last load: half of it is no mix-up of units in a warm-up or a drop set.
    Nor is it when the plan asked for that load, as the end of a deload does.
    """
    estimates = (trend_e1rm(past.load_kg, past.reps, past.rir) for past in recent)
    best = max((kg for kg in estimates if kg is not None), default=None)
    compares = is_working and not _is_as_planned(load_kg, planned_kg)
    last = recent[0].load_kg if recent and compares else None
    return needs_confirmation(
        load_kg=load_kg or 0.0,
        reps=reps,
        rir=rir,
        known_e1rm_kg=best,
        last_load_kg=last,
    )


def _is_as_planned(load_kg: float | None, planned_kg: float | None) -> bool:
    return (
        load_kg is not None and planned_kg is not None and isclose(load_kg, planned_kg)
    )
