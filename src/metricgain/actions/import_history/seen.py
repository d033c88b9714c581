"""Tells whether two apps have written the same workout down."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import floor
from typing import Final
from uuid import UUID

from metricgain.store.importing import LiftedOnce, LogRow

_ALIKE: Final = 0.8
_KG_PER_LB: Final = 0.45359237


class Seen:
    """The workouts of an import of several files, so that none is counted twice.

    Files are compared with each other as with what is here: a workout of the same day
    with four fifths of the same sets is the same workout. Apps differ in warm-ups, in
    how they round a converted weight, and in the time at which they let it begin.
    """

    def __init__(self) -> None:
        self.ids: dict[UUID, int] = {}
        self.measures: set[tuple[str, object]] = set()
        self._lifted: defaultdict[date, list[tuple[str, Counter[tuple[int, int]]]]] = (
            defaultdict(list)
        )

    def add(self, app: str, log: LogRow) -> None:
        """Remember a workout that a file brings."""
        self.ids[log.id] = len(log.sets)
        self._lifted[log.local_date].append((app, _counted(_sets(log))))

    def is_twin(self, app: str, log: LogRow, here: Sequence[LiftedOnce]) -> bool:
        """Tell whether another app has written the same workout down."""
        mine = _counted(_sets(log))
        others = [
            _counted(one.sets) for one in here if one.local_date == log.local_date
        ] + [
            lifted
            for other, lifted in self._lifted.get(log.local_date, ())
            if other != app
        ]
        return any(_alike(mine, other) for other in others)


def _alike(one: Counter[tuple[int, int]], other: Counter[tuple[int, int]]) -> bool:
    larger = max(one.total(), other.total())
    return larger > 0 and (one & other).total() >= _ALIKE * larger


def _counted(sets: Iterable[tuple[int, int]]) -> Counter[tuple[int, int]]:
    return Counter(sets)


def _sets(log: LogRow) -> Iterable[tuple[int, int]]:
    for one in log.sets:
        if one.set_type != "warmup" and one.reps > 0:
            factor = _KG_PER_LB if one.weight_unit == "lb" else 1
            # Halves go up, as in the database.
            yield one.reps, floor(float(one.weight) * factor + 0.5)
