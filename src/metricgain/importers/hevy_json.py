"""Reads workouts as Hevy's API has them, gathered in one JSON text."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.json_stream import JsonObject, objects
from metricgain.importers.moments import moment, span
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head, opened_text
from metricgain.importers.values import Finding, Item, ReadOptions, SetType

_TYPES: Final[dict[str, SetType]] = {
    "normal": "working",
    "warmup": "warmup",
    "dropset": "drop",
    "failure": "failure",
}


class HevyJson:
    """The format of Hevy's API, version 1: weights in kilograms, times with offsets."""

    app = "hevy"
    label = "Hevy"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell it by the names that Hevy has for exercises."""
        start = head.first_line.lstrip("\ufeff").lstrip()
        return start[:1] == "{" and (
            '"exercise_template_id"' in head.text
            or head.text.lstrip().startswith('{"workouts":[]}')
        )

    def states_unit(self, head: Head) -> bool:
        """Say yes: all weights are in kilograms."""
        return self.recognises(head)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they come, and findings.

        Raises `UnreadableFileError` for what is no JSON.
        """
        stream.seek(0)
        _, text = opened_text(stream)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        for key, line, value in objects(text, lists=frozenset(("workouts",))):
            if key == "workouts":
                yield from _workout(value, line, reading)
        yield from reading.disguise.findings()


def _workout(workout: JsonObject, line: int, reading: Reading) -> Iterator[Item]:
    day = _text(workout.get("start_time"))
    started, ended = moment(day), moment(_text(workout.get("end_time")))
    draft = Draft(
        HevyJson.app,
        reading,
        name=fields.name(_text(workout.get("title"))),
        when=started,
        day=day,
        notes=[fields.note(_text(workout.get("description")))],
    )
    for doubt in draft.last(span(started, ended)):
        yield doubt.at(line, "end_time")
    for exercise in _objects(workout.get("exercises")):
        yield from _exercise(exercise, line, draft)
    if draft.when is None:
        draft.refused_rows = len(draft.sets)
        for _ in draft.sets:
            said = remark("dateNoneInHevy", text=day[:40])
            yield said.at("refused", line, "start_time")
    yield draft.finish()


def _exercise(exercise: JsonObject, line: int, draft: Draft) -> Iterator[Finding]:
    name = _text(exercise.get("title"))
    draft.add_note(name, fields.note(_text(exercise.get("notes"))))
    # The documentation has had both names.
    superset = exercise.get("superset_id", exercise.get("supersets_id"))
    for one in _objects(exercise.get("sets")):
        cells = SetCells(
            exercise=name,
            set_type=_TYPES.get(_text(one.get("type")), "working"),
            weight=_text(one.get("weight_kg")),
            unit="kg",
            reps=_text(one.get("reps")),
            rpe=_text(one.get("rpe")),
            seconds=_text(one.get("duration_seconds")),
            distance=_text(one.get("distance_meters")),
            distance_unit="m",
            superset=_text(superset),
        )
        try:
            doubts = draft.add(cells)
        except fields.RefusedCellError as refused:
            yield refused.at(line, refused.column)
            continue
        draft.rows += 1
        yield from (doubt.at(line, doubt.column) for doubt in doubts)


def _objects(value: object) -> list[JsonObject]:
    if not isinstance(value, list):
        return []
    return [one for one in value if isinstance(one, dict)]


def _text(value: object) -> str:
    """Return a string, or a number as it is written; anything else is none."""
    return value if isinstance(value, str) else ""


HEVY_JSON: Final = HevyJson()
