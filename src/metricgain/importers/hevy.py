"""Reads the CSV of Hevy with English dates, in either of their two forms."""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.drafts import (
    Draft,
    check_width,
    likely_weight,
    read_rows,
    sane_duration,
)
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.values import (
    Finding,
    ImportedSet,
    ImportedWorkout,
    ReadOptions,
    SetType,
    UnreadableFileError,
    WeightUnit,
)

_NEEDED: Final = ("title", "start_time", "exercise_title", "set_type", "reps")
_WEIGHTS: Final[tuple[tuple[str, WeightUnit], ...]] = (
    ("weight_kg", "kg"),
    ("weight_lbs", "lb"),
)
_DISTANCES: Final = (
    ("distance_km", "km"),
    ("distance_miles", "mi"),
)
_TYPES: Final[dict[str, SetType]] = {
    "normal": "working",
    "": "working",
    "warmup": "warmup",
    "dropset": "drop",
    "drop": "drop",
    "failure": "failure",
    "myorep": "myorep",
    # The numbers of older exports.
    "1": "working",
    "2": "warmup",
    "3": "drop",
    "4": "failure",
}
_MONTHS: Final = {
    month: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for month in names.split()
}
# "11 Jun 2026, 13:01" and "Jun 11, 2026, 1:01 PM".
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})\.? (?P<month>[^\W\d]+)\.? (?P<year>\d{4}),? "
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<half>)"
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[^\W\d]+)\.? (?P<day>\d{1,2}), (?P<year>\d{4}),? "
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
)


class Hevy:
    """The format of Hevy's "Export workouts"."""

    app = "hevy"
    label = "Hevy CSV"

    def recognises(self, head: Head) -> bool:
        """Tell a Hevy file by its headings, which are English in every language.

        Raises `UnreadableFileError` when the first date has a month that is not.
        """
        if not {"exercise_title", "start_time", "set_type"} <= set(head.heading):
            return False
        _moment(head.cell("start_time"))
        return True

    def states_unit(self, head: Head) -> bool:
        """Tell whether the headings name the unit; every known export's do."""
        return any(column in head.heading for column, _ in _WEIGHTS)

    def read(
        self, stream: BinaryIO, options: ReadOptions
    ) -> Iterator[ImportedWorkout | Finding]:
        """Yield workouts as they complete, and findings where they are met.

        Raises `UnreadableFileError` when a needed column is missing, and in mid-file
        at a month in another language.
        """
        head, rows = records(stream)
        missing = [name for name in _NEEDED if name not in head.heading]
        if not self.states_unit(head):
            missing.append("weight_kg or weight_lbs")
        if missing:
            raise UnreadableFileError(
                f"The heading of this Hevy file lacks {', '.join(missing)}.",
                remedy="Export it again from Hevy and import it unchanged.",
            )
        places = {name: place for place, name in enumerate(head.heading)}
        return read_rows(rows, _Reading(places, options), options.timezone)


class _Reading:
    """One pass over one file."""

    def __init__(self, places: dict[str, int], options: ReadOptions) -> None:
        self._places = places
        self._needed = 1 + max(places[name] for name in _NEEDED)
        self._zone = options.timezone
        self._block = ("", "")

    def _cell(self, row: Row, column: str) -> str:
        place = self._places.get(column, -1)
        return row.cells[place] if 0 <= place < len(row.cells) else ""

    def mark(self, row: Row) -> tuple[str, ...]:
        check_width(row, needed=self._needed, width=len(self._places))
        return self._cell(row, "start_time"), self._cell(row, "title")

    def begin(self, row: Row) -> tuple[Draft, fields.Doubt | None]:
        text = self._cell(row, "start_time")
        started = _moment(text)
        if started is None:
            raise fields.RefusedCellError(
                "start_time",
                f"{text.strip()!r} is no date like '31 May 2024, 18:30' or "
                "'May 31, 2024, 6:30 PM' from 1970 to 2100.",
                "Export the file again and import it without saving it in between.",
            )
        ended = _moment(self._cell(row, "end_time"))
        seconds, doubt = _duration(started, ended)
        self._block = ("", "")
        draft = Draft(
            app=Hevy.app,
            name=fields.name(self._cell(row, "title")),
            wall_time=fields.wall_time(started, self._zone),
            duration_seconds=seconds,
            notes=[fields.note(self._cell(row, "description"))],
        )
        return draft, doubt

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        exercise = fields.name(self._cell(row, "exercise_title"))
        if not exercise:
            raise fields.RefusedCellError(
                "exercise_title",
                "The set names no exercise.",
                "Fill the cell in the file, or log this set by hand.",
            )
        weight, unit = self._weight(row)
        distance, distance_doubt = self._distance(row)
        reps, reps_doubt = fields.reps(self._cell(row, "reps"))
        rir, rir_doubt = fields.rir(self._cell(row, "rpe"))
        seconds, seconds_doubt = fields.seconds(self._cell(row, "duration_seconds"))
        kind = self._cell(row, "set_type").strip().casefold()
        draft.add(
            ImportedSet(
                exercise_name=exercise,
                set_number=draft.next_number(exercise),
                set_type=_TYPES.get(kind, "working"),
                weight=fields.stored_weight(weight),
                written_weight=weight,
                weight_unit=unit,
                reps=reps,
                rir=rir,
                seconds=seconds,
                distance_m=distance,
                notes=self._exercise_note(row, exercise),
                superset=fields.name(self._cell(row, "superset_id")) or None,
            )
        )
        doubts = (
            reps_doubt,
            rir_doubt,
            seconds_doubt,
            distance_doubt,
            _kind_doubt(kind),
            likely_weight(weight, unit),
        )
        return [doubt for doubt in doubts if doubt is not None]

    def _weight(self, row: Row) -> tuple[Decimal, WeightUnit]:
        present = [
            (fields.weight(self._cell(row, column)), unit)
            for column, unit in _WEIGHTS
            if column in self._places
        ]
        return next((pair for pair in present if pair[0]), present[0])

    def _distance(self, row: Row) -> tuple[Decimal | None, fields.Doubt | None]:
        for column, unit in _DISTANCES:
            distance, doubt = fields.metres(self._cell(row, column), unit)
            if distance or doubt:
                return distance, doubt
        return None, None

    def _exercise_note(self, row: Row, exercise: str) -> str:
        # Hevy repeats an exercise's note on each of its sets; the first one keeps it.
        block = (exercise, fields.note(self._cell(row, "exercise_notes")))
        if block == self._block:
            return ""
        self._block = block
        return block[1]


@lru_cache(maxsize=4096)
def _moment(text: str) -> datetime | None:
    """Return the date in any of Hevy's forms, None for what is no date.

    Raises `UnreadableFileError` for a date with a month that is not English.
    """
    clean = " ".join(text.split())
    match = _DAY_FIRST.fullmatch(clean) or _MONTH_FIRST.fullmatch(clean)
    if match is None:
        return fields.iso_moment(clean)
    month = _MONTHS.get(match["month"].casefold())
    if month is None:
        raise UnreadableFileError(
            f"The date {clean!r} is in a language that is not read yet: "
            f"{match['month']!r} is no English month.",
            remedy="Set Hevy to English, export again, and import that file.",
        )
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    return fields.iso_moment(
        f"{match['year']}-{month:02}-{int(match['day']):02} {hour:02}:{match['minute']}"
    )


def _duration(
    started: datetime, ended: datetime | None
) -> tuple[int | None, fields.Doubt | None]:
    if ended is None or (started.tzinfo is None) != (ended.tzinfo is None):
        return None, None
    seconds = int((ended - started).total_seconds())
    if seconds >= 0:
        return sane_duration(seconds)
    return None, fields.Doubt(
        "end_time",
        "The workout ends before it starts.",
        "It is kept without a duration; the sets are not touched.",
    )


def _kind_doubt(kind: str) -> fields.Doubt | None:
    if kind in _TYPES:
        return None
    return fields.Doubt(
        "set_type",
        f"{kind!r} is no kind of set that Hevy is known to write.",
        "The row is kept as a working set; change it after the import.",
    )


HEVY: Final = Hevy()
