"""Writes the CSV of Strong, in the layout that most other apps read."""

from collections.abc import Iterator
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

_HEADING: Final = (
    *("Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight"),
    *("Reps", "Distance", "Seconds", "Notes", "Workout Notes", "RPE", MARK),
)
_KINDS: Final = {"warmup": "W", "drop": "D", "failure": "F"}
_METRES_PER_KM: Final = 1000


class StrongCsv:
    """A heading and a row for each set; weights in one unit."""

    tail = ""

    def __init__(self, unit: WeightUnit) -> None:
        self._unit = unit
        self._starts = Starts("%Y-%m-%d %H:%M:%S")
        self._csv = CsvText()

    @property
    def head(self) -> str:
        """The heading."""
        return self._csv.of([_HEADING])

    def add(self, workout: OutgoingWorkout) -> str:
        """Return the rows of a workout."""
        return self._csv.of(_rows(workout, self._starts.text(workout), self._unit))


def _rows(
    workout: OutgoingWorkout, start: str, unit: WeightUnit
) -> Iterator[tuple[object, ...]]:
    name, notes = escaped(workout.name), escaped(workout.notes)
    lasted = _duration(workout.seconds)
    for one in workout.sets:
        yield (
            *(start, name, lasted, escaped(one.exercise)),
            *(_KINDS.get(one.set_type, one.set_number), in_unit(one, unit), one.reps),
            *(_kilometres(one), one.seconds or 0, escaped(one.note), notes),
            *(rpe_of(one), mark_of(one)),
        )


def _duration(seconds: int | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "m"), (rest, "s"))
    return " ".join(f"{count}{word}" for count, word in parts if count) or "0s"


def _kilometres(one: OutgoingSet) -> str:
    return "0" if one.distance_m is None else plain(one.distance_m / _METRES_PER_KM)
