"""Writes workout logs as openweight JSON."""

from itertools import groupby

import msgspec

from metricgain.importers.outgoing import (
    MARK,
    OutgoingSet,
    OutgoingWorkout,
    plain,
    rpe_of,
)

_TYPES = {"warmup": "warmup", "drop": "dropset", "failure": "failure", "myorep": "myo"}
_LONGEST = {"name": 200, "notes": 10_000, "note": 1_000}


class OpenweightJson:
    """A list of workout logs."""

    head = "["
    tail = "\n]\n"

    def __init__(self) -> None:
        self._before = "\n"

    def add(self, workout: OutgoingWorkout) -> str:
        """Return the log of a workout."""
        text = self._before + msgspec.json.encode(_log(workout)).decode()
        self._before = ",\n"
        return text


def _log(workout: OutgoingWorkout) -> dict[str, object]:
    log: dict[str, object] = {"date": workout.started.isoformat(), "app": MARK}
    if workout.name:
        log["name"] = workout.name[: _LONGEST["name"]]
    if workout.notes:
        log["notes"] = workout.notes[: _LONGEST["notes"]]
    if workout.seconds is not None:
        log["durationSeconds"] = workout.seconds
    blocks = groupby(workout.sets, key=lambda one: (one.exercise, one.muscle_group))
    log["exercises"] = [
        {
            "exercise": {"name": name, "musclesWorked": [muscles]},
            "order": order,
            "sets": [_set(one) for one in sets],
        }
        for order, ((name, muscles), sets) in enumerate(blocks, 1)
    ]
    return log


def _set(one: OutgoingSet) -> dict[str, object]:
    found: dict[str, object] = {
        "weight": msgspec.Raw(plain(one.weight).encode()),
        "unit": one.weight_unit,
        "reps": one.reps,
        "type": _TYPES.get(one.set_type, "working"),
    }
    if one.rir is not None and one.rir == int(one.rir):
        found["rir"] = int(one.rir)
    elif rpe := rpe_of(one):
        found["rpe"] = msgspec.Raw(rpe.encode())
    if one.seconds is not None:
        found["durationSeconds"] = one.seconds
    if one.distance_m is not None:
        found["distance"] = msgspec.Raw(plain(one.distance_m).encode())
        found["distanceUnit"] = "m"
    if one.note:
        found["notes"] = one.note[: _LONGEST["note"]]
    return found
