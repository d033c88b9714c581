"""Writes every set as a row of our own table, for spreadsheets."""

from typing import Final

from metricgain.importers.outgoing import (
    CsvText,
    OutgoingSet,
    OutgoingWorkout,
    escaped,
    plain,
)

HEADING: Final = (
    *("date", "time", "workout", "block", "week", "exercise", "muscle group", "set"),
    *("type", "weight", "unit", "reps", "rir", "seconds", "distance (m)", "notes"),
    *("workout notes", "minutes", "body weight (kg)", "to confirm"),
)


class SetsCsv:
    """A heading and a row for each set, as it was lifted."""

    tail = ""

    def __init__(self) -> None:
        self._csv = CsvText()

    @property
    def head(self) -> str:
        """The heading."""
        return self._csv.of([HEADING])

    def add(self, workout: OutgoingWorkout) -> str:
        """Return the rows of a workout."""
        return self._csv.of(_row(workout, one) for one in workout.sets)


def _row(workout: OutgoingWorkout, one: OutgoingSet) -> tuple[object, ...]:
    minutes = None if workout.seconds is None else round(workout.seconds / 60)
    return (
        *(workout.local_date.isoformat(), f"{workout.started:%H:%M}"),
        *(escaped(workout.name), escaped(workout.block), workout.week_number),
        *(escaped(one.exercise), one.muscle_group, one.set_number, one.set_type),
        *(plain(one.weight), one.weight_unit, one.reps),
        *(None if one.rir is None else plain(one.rir), one.seconds),
        None if one.distance_m is None else plain(one.distance_m),
        *(escaped(one.note), escaped(workout.notes), minutes),
        None if workout.body_weight_kg is None else plain(workout.body_weight_kg),
        "yes" if one.to_confirm else None,
    )
