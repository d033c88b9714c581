"""Writes the CSV of Hevy's export."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

from metricgain.importers.outgoing import (
    MARK,
    OutgoingSet,
    OutgoingWorkout,
    escaped,
    in_unit,
    mark_of,
    one_start_each,
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
_WEIGHTS: Final = {"kg": "weight_kg", "lb": "weight_lbs"}
_KINDS: Final = {"warmup": "warmup", "drop": "dropset", "failure": "failure"}
_METRES_PER_KM: Final = 1000


def hevy_csv(workouts: Iterable[OutgoingWorkout], *, unit: WeightUnit) -> Iterator[str]:
    """Yield the heading, then the rows of each workout; weights in `unit`."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow((*_BEFORE, _WEIGHTS[unit], *_AFTER))
    for workout, start in one_start_each(workouts, layout=_LAYOUT):
        writer.writerows(_rows(workout, start, unit))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


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
