"""Which doubts a set raises when it is held against the recent ones."""

from collections.abc import Sequence
from dataclasses import dataclass

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
) -> tuple[Doubt, ...]:
    """Return why a set should be confirmed; `recent` has the newest set first.

    The load is compared with the best recent estimate. Only working sets are compared
    with the last load: half of it is no mix-up of units in a warm-up or a drop set.
    """
    estimates = (trend_e1rm(past.load_kg, past.reps, past.rir) for past in recent)
    best = max((kg for kg in estimates if kg is not None), default=None)
    last = recent[0].load_kg if recent and is_working else None
    return needs_confirmation(
        load_kg=load_kg or 0.0,
        reps=reps,
        rir=rir,
        known_e1rm_kg=best,
        last_load_kg=last,
    )
