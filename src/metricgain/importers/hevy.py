"""Reads the CSV of Hevy in every interface language: workouts and measurements."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from metricgain.importers import fields, shapes
from metricgain.importers.body import read_wide_measures
from metricgain.importers.columns import Columns
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.moments import moment, span, unknown_month
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread
from metricgain.importers.tables import read_table
from metricgain.importers.values import (
    Item,
    ReadOptions,
    SetType,
    UnreadableFileError,
    WeightUnit,
)

_NEEDED: Final = ("title", "start_time", "exercise_title", "set_type", "reps")
_WEIGHTS: Final[tuple[tuple[str, WeightUnit], ...]] = (
    ("weight_kg", "kg"),
    ("weight_lbs", "lb"),
    ("weight_lb", "lb"),
    ("weight", "kg"),
)
_DISTANCES: Final = (
    ("distance_km", "km"),
    ("distance_miles", "mi"),
    ("distance_meters", "m"),
    ("distance", "km"),
)
_TYPES: Final[dict[str, SetType]] = {
    "normal": "working",
    "": "working",
    "warmup": "warmup",
    "warm_up": "warmup",
    "dropset": "drop",
    "drop": "drop",
    "drop_set": "drop",
    "failure": "failure",
    "myorep": "myorep",
    # The numbers of older exports.
    "1": "working",
    "2": "warmup",
    "3": "drop",
    "4": "failure",
}
# Our names for the columns, beside the file's: each cell has one place.
_OURS: Final = {
    "date": "start_time",
    "workout": "title",
    "exercise": "exercise_title",
    "kind": "set_type",
    "reps": "reps",
    "rpe": "rpe",
    "seconds": "duration_seconds",
    "duration": "end_time",
    # The last column of our own export: see outgoing.py.
    "mark": "metricgain",
}
_LAYOUT: Final = (
    *("title", "start_time", "end_time", "description", "exercise_title"),
    *("superset_id", "exercise_notes", "set_index", "set_type", "weight", "reps"),
    *("distance", "duration_seconds", "rpe"),
)
_CHECKS: Final = {
    "start_time": shapes.is_full_date,
    "end_time": shapes.is_full_date,
    "exercise_title": shapes.is_name,
    "set_type": lambda text: text.strip().casefold() in _TYPES,
    **dict.fromkeys(
        ("set_index", "weight", "reps", "distance", "duration_seconds", "rpe"),
        shapes.is_number,
    ),
}
_NUMBERS: Final = frozenset(("weight", "reps", "distance", "seconds", "rpe"))


class Hevy:
    """The format of Hevy's "Export workouts"."""

    app = "hevy"
    label = "Hevy CSV"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a Hevy file by its headings, or by what stands below them.

        Raises `UnreadableFileError` when the first date has a month of no known
        language.
        """
        places = _places(head)
        if places is None:
            return False
        if head.rows and places["start_time"] < len(head.rows[0]):
            _check_month(head.rows[0][places["start_time"]])
        return True

    def states_unit(self, head: Head) -> bool:
        """Tell whether the headings name the unit; every known export's do."""
        return any(unit in head.heading for unit in ("weight_kg", "weight_lbs"))

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met.

        Raises `UnreadableFileError` when a needed column is missing.
        """
        spread = Spread(stream)
        head = spread.head
        places = _places(head) or {}
        missing = [name for name in _NEEDED if name not in places]
        if not any(name in places for name, _ in _WEIGHTS):
            missing.append("weight_kg or weight_lbs")
        if missing:
            raise UnreadableFileError(
                f"The heading of this Hevy file lacks {', '.join(missing)}.",
                remedy="Export it again from Hevy and import it unchanged.",
            )
        day_first, findings = spread.day_first(
            places["start_time"], answer=options.day_first
        )
        yield from findings
        reader = _Reader(places, head, options, day_first=day_first)
        disguised = options.disguised
        if reader.columns.is_ours:
            disguised = frozenset()
        reading = Reading(zone=options.timezone, disguised=disguised)
        _, rows = records(stream)
        yield from read_table(rows, reader, reading)


class HevyMeasures:
    """The format of Hevy's "Export measurements"."""

    app = "hevy"
    label = "Hevy measurements"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a file of measurements by its headings."""
        wanted = {"weight_kg", "weight_lbs", "fat_percent"}
        return head.heading[:1] == ("date",) and bool(wanted & set(head.heading))

    def states_unit(self, head: Head) -> bool:
        """Say yes: the headings name all units."""
        return self.recognises(head)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield a record for each row that holds a measure, and findings."""
        yield from read_wide_measures(stream, options)


def _places(head: Head) -> dict[str, int] | None:
    if {"exercise_title", "start_time", "set_type"} <= set(head.heading):
        return {name: place for place, name in reversed(list(enumerate(head.heading)))}
    # A heading in another language: the columns are known by what stands in them.
    if shapes.fits(head.rows, _LAYOUT, _CHECKS):
        places = {name: place for place, name in enumerate(_LAYOUT)}
        heading = head.heading[places["weight"] : places["weight"] + 1]
        stated = "weight_lbs" if "lb" in "".join(heading) else "weight_kg"
        places[stated] = places["weight"]
        return places
    return None


def _check_month(text: str) -> None:
    if moment(text) is None and unknown_month(text):
        raise UnreadableFileError(
            f"The date {text.strip()!r} is in a language that is not read yet: "
            f"{unknown_month(text)!r} is the name of no known month.",
            remedy="Set Hevy to English, export again, and import that file.",
        )


class _Reader:
    """What Hevy's rows mean."""

    def __init__(
        self,
        places: Mapping[str, int],
        head: Head,
        options: ReadOptions,
        *,
        day_first: bool,
    ) -> None:
        self._weights = [
            (name, unit if name != "weight" else options.unit or unit)
            for name, unit in _WEIGHTS
            if name in places
        ]
        self._distances = [pair for pair in _DISTANCES if pair[0] in places]
        self._day_first = day_first
        self._block = ("", "")
        ours = {
            name: places[theirs] for name, theirs in _OURS.items() if theirs in places
        }
        ours["weight"] = places[self._weights[0][0]]
        if self._distances:
            ours["distance"] = places[self._distances[0][0]]
        self.columns = Columns(
            places={**places, **ours},
            # A heading that breaks off has columns all the same.
            written=(*head.written, *_LAYOUT[len(head.written) :]),
            delimiter=head.delimiter,
            numbers=_NUMBERS,
            dates=frozenset(("date",)),
            is_ours="mark" in ours,
        )

    def mark(self, row: Row) -> tuple[str, ...]:
        return self.columns.cell(row, "date"), self.columns.cell(row, "workout")

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        day = cell(row, "date")
        started = moment(day, day_first=self._day_first)
        ended = moment(cell(row, "duration"), day_first=self._day_first)
        self._block = ("", "")
        draft = Draft(
            app=Hevy.app,
            reading=reading,
            name=fields.name(cell(row, "workout")),
            when=started,
            day=day,
            notes=[fields.note(cell(row, "description"))],
        )
        return draft, draft.last(span(started, ended))

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        kind = cell(row, "kind").strip().casefold()
        weight, unit = self._weight(row)
        distance, distance_unit = self._distance(row)
        mark = self.columns.mark(row)
        doubts = draft.add(
            SetCells(
                exercise=cell(row, "exercise"),
                set_type=(mark and mark.set_type) or _TYPES.get(kind, "working"),
                weight=mark.weight if mark else weight,
                unit=mark.unit if mark else unit,
                reps=cell(row, "reps"),
                rpe=cell(row, "rpe"),
                rir=mark.rir if mark else "",
                seconds=cell(row, "seconds"),
                distance=distance,
                distance_unit=distance_unit,
                notes=self._exercise_note(row),
                superset=cell(row, "superset_id"),
            )
        )
        if kind not in _TYPES:
            doubts.append(
                fields.Doubt("kind", remark("kindUnknown", text=kind[:40], app="Hevy"))
            )
        return doubts

    def _weight(self, row: Row) -> tuple[str, WeightUnit]:
        found = [(self.columns.cell(row, name), unit) for name, unit in self._weights]
        return next((pair for pair in found if pair[0].strip("0. ")), found[0])

    def _distance(self, row: Row) -> tuple[str, str]:
        for name, unit in self._distances:
            text = self.columns.cell(row, name)
            if text.strip("0. "):
                return text, unit
        return "", "m"

    def _exercise_note(self, row: Row) -> str:
        # Hevy repeats an exercise's note on each of its sets; the first one keeps it.
        cell = self.columns.cell
        block = (cell(row, "exercise"), cell(row, "exercise_notes"))
        if self.columns.is_ours:
            return block[1]
        if block == self._block:
            return ""
        self._block = block
        return block[1]


HEVY: Final = Hevy()
HEVY_MEASURES: Final = HevyMeasures()
