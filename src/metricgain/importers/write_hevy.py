"""Writes the CSV of Hevy's export."""

import csv
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from metricgain.importers.outgoing import (
    MARK,
    CsvText,
    OutgoingSet,
    OutgoingWorkout,
    Starts,
    escaped,
    in_unit,
    mark_of,
    plain,
    rpe_of,
)
from metricgain.importers.values import WeightUnit

_LAYOUT: Final = "%d %b %Y, %H:%M"
_BEFORE: Final = (
    *("title", "start_time", "end_time", "description", "exercise_title"),
    *("superset_id", "exercise_notes", "set_index", "set_type"),
)
_AFTER: Final = ("reps", "distance_km", "duration_seconds", "rpe", MARK)
_WEIGHTS: Final[dict[WeightUnit, str]] = {"kg": "weight_kg", "lb": "weight_lbs"}
_KINDS: Final = {"warmup": "warmup", "drop": "dropset", "failure": "failure"}
_METRES_PER_KM: Final = 1000


class HevyCsv:
    """A heading and a row for each set; weights in one unit."""

    tail = ""

    def __init__(self, unit: WeightUnit) -> None:
        self._unit = unit
        self._starts = Starts(_LAYOUT)
        self._csv = CsvText(quoting=csv.QUOTE_NONNUMERIC)

    @property
    def head(self) -> str:
        """The heading."""
        return self._csv.of([(*_BEFORE, _WEIGHTS[self._unit], *_AFTER)])

    def add(self, workout: OutgoingWorkout) -> str:
        """Return the rows of a workout."""
        return self._csv.of(_rows(workout, self._starts.text(workout), self._unit))


def _rows(
    workout: OutgoingWorkout, start: str, unit: WeightUnit
) -> Iterator[tuple[object, ...]]:
    ended = workout.started + timedelta(seconds=workout.seconds or 0)
    end = "" if workout.seconds is None else ended.strftime(_LAYOUT)
    name, notes = escaped(workout.name), escaped(workout.notes)
    for place, one in _placed(workout.sets):
        distance = one.distance_m
        yield (
            *(name, start, end, notes, escaped(one.exercise), "", escaped(one.note)),
            *(place, _KINDS.get(one.set_type, "normal"), in_unit(one, unit), one.reps),
            "" if distance is None else plain(distance / _METRES_PER_KM),
            *("" if one.seconds is None else one.seconds, rpe_of(one), mark_of(one)),
        )


def _placed(sets: Iterable[OutgoingSet]) -> Iterator[tuple[int, OutgoingSet]]:
    """Yield each set with its place, from 0, while its exercise goes on."""
    last, place = "", 0
    for one in sets:
        place = place + 1 if one.exercise == last else 0
        last = one.exercise
        yield place, one
