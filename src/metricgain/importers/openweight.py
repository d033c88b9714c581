"""Reads openweight JSON: workout logs and the body weights of a lifter profile."""

from collections.abc import Iterator
from typing import BinaryIO, Final, TypeAlias

from metricgain.importers import fields
from metricgain.importers.body import body_value
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.json_stream import JsonObject, objects
from metricgain.importers.moments import moment
from metricgain.importers.outgoing import MARK
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head, opened_text
from metricgain.importers.values import (
    BodyRecord,
    Finding,
    Item,
    ReadOptions,
    SetType,
    UnreadableFileError,
    WeightUnit,
)

_LISTS: Final = frozenset(
    ("workouts", "workoutLogs", "workout_logs", "logs", "sessions", "data")
)
_WEIGHTS: Final = "bodyweightHistory"
_UNITS: Final[dict[str, WeightUnit]] = {"kg": "kg", "lb": "lb", "lbs": "lb"}
_DISTANCES: Final = frozenset(("m", "km", "ft", "mi", "yd"))
_TYPES: Final[dict[str, SetType]] = {
    "working": "working",
    "warmup": "warmup",
    "dropset": "drop",
    "drop": "drop",
    "failure": "failure",
    "myo": "myorep",
    "rest-pause": "myorep",
    "backoff": "working",
    "amrap": "working",
    "cluster": "working",
}
_LAST: Final = 10_000

Value: TypeAlias = object


class OpenWeight:
    """The format of openweight.org: one workout log, or many."""

    app = "openweight"
    label = "openweight JSON"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell JSON by its first character, and a history by its words."""
        start = head.first_line.lstrip("\ufeff").lstrip()
        words = ("exercises", _WEIGHTS, "weeks")
        return start[:1] in ("{", "[") and any(f'"{w}"' in head.text for w in words)

    def states_unit(self, head: Head) -> bool:
        """Say yes: each weight carries its unit."""
        return self.recognises(head)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts and measurements as they come, and findings.

        Raises `UnreadableFileError` for what is no JSON, and for a plan.
        """
        stream.seek(0)
        _, text = opened_text(stream)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        exact = Reading(zone=options.timezone, disguised=frozenset())
        found = False
        for key, line, value in objects(text, lists=_LISTS | {_WEIGHTS}):
            if key == _WEIGHTS:
                found = True
                yield _weighed(value, line, options)
            elif "exercises" in value:
                found = True
                is_ours = value.get("app") == MARK
                yield from _workout(value, line, exact if is_ours else reading, options)
            elif key:
                yield _not_read(line)
        if not found:
            raise UnreadableFileError(
                "This JSON has no finished workouts in it; a plan or a profile has "
                "nothing to import.",
                remedy="Import the workout logs that your app exports.",
            )
        yield from reading.disguise.findings()


def _workout(
    log: JsonObject, line: int, reading: Reading, options: ReadOptions
) -> Iterator[Item]:
    day = _text(log.get("date"))
    draft = Draft(
        OpenWeight.app,
        reading,
        name=fields.name(_text(log.get("name"))),
        when=moment(day),
        day=day,
        notes=[fields.note(_text(log.get("notes")))],
    )
    seconds = fields.number_or_none(_text(log.get("durationSeconds")))
    lasted = int(seconds) if seconds is not None and abs(seconds) < 10**9 else None
    for doubt in draft.last(lasted):
        yield doubt.at(line, "durationSeconds")
    for exercise in _objects(log.get("exercises")):
        yield from _exercise(exercise, line, draft, options)
    if draft.when is None and draft.sets:
        draft.refused_rows = len(draft.sets)
        for _ in draft.sets:
            yield remark("dateNone", text=day[:40]).at("refused", line, "date")
    yield draft.finish()


def _exercise(
    exercise: JsonObject, line: int, draft: Draft, options: ReadOptions
) -> Iterator[Finding]:
    name = _name(exercise.get("exercise"))
    draft.add_note(name, fields.note(_text(exercise.get("notes"))))
    superset = _text(exercise.get("supersetId"))
    for one in _objects(exercise.get("sets")):
        try:
            doubts = draft.add(_cells(one, name, superset, options))
        except fields.RefusedCellError as refused:
            yield refused.at(line, refused.column)
            continue
        draft.rows += 1
        yield from (doubt.at(line, doubt.column) for doubt in doubts)


def _cells(one: JsonObject, name: str, superset: str, options: ReadOptions) -> SetCells:
    kind = _TYPES.get(_text(one.get("type")).casefold(), "working")
    if one.get("toFailure") is True and kind == "working":
        kind = "failure"
    unit = _UNITS.get(_text(one.get("unit")).casefold())
    distance_unit = _text(one.get("distanceUnit")).casefold()
    return SetCells(
        exercise=name,
        set_type=kind,
        weight=_text(one.get("weight")),
        unit=unit or options.unit or "kg",
        reps=_text(one.get("reps")),
        rpe=_text(one.get("rpe")),
        rir=_text(one.get("rir")),
        seconds=_text(one.get("durationSeconds")),
        distance=_text(one.get("distance")),
        distance_unit=distance_unit if distance_unit in _DISTANCES else "m",
        notes=_text(one.get("notes")),
        superset=superset,
        doubtful=unit is None and bool(_text(one.get("weight")).strip("0. ")),
    )


def _name(exercise: Value) -> str:
    """Return the name with its equipment, where the name does not tell it."""
    if not isinstance(exercise, dict):
        return _text(exercise)
    name = _text(exercise.get("name")).strip()
    equipment = _text(exercise.get("equipment")).replace("-", " ").strip()
    if not name or not equipment or equipment.casefold() in name.casefold():
        return name
    return f"{name} ({equipment.title()})"


def _weighed(entry: JsonObject, line: int, options: ReadOptions) -> Item:
    when = moment(_text(entry.get("date")))
    value = body_value(
        "weight", _text(entry.get("value")), _text(entry.get("unit"))[:10]
    )
    if when is None or value is None:
        return _not_read(line)
    wall_time = fields.wall_time(when.when, options.timezone)
    return BodyRecord(wall_time, (value,), fields.note(_text(entry.get("notes"))))


def _not_read(line: int) -> Finding:
    return remark("entryUnknown").at("refused", line)


def _objects(value: Value) -> list[JsonObject]:
    if not isinstance(value, list):
        return []
    return [one for one in value if isinstance(one, dict)]


def _text(value: Value) -> str:
    """Return a string or a number as text, anything else as none."""
    return value[:_LAST] if isinstance(value, str) else ""


OPENWEIGHT: Final = OpenWeight()
