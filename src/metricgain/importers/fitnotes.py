"""Reads the CSV files of FitNotes: Android, old and new, the iPhone's, and weights."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.body import is_long, read_long_measures
from metricgain.importers.columns import Columns, places_of
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.moments import moment, span
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread, unit_in
from metricgain.importers.tables import read_table
from metricgain.importers.values import Item, ReadOptions, WeightUnit

_ANDROID: Final[dict[str, tuple[str, ...]]] = {
    "date": ("date",),
    "exercise": ("exercise",),
    "category": ("category",),
    "weight": ("weight", "weight (kgs)", "weight (lbs)", "weight (kg)", "weight (lb)"),
    "unit": ("weight unit",),
    "reps": ("reps",),
    "distance": ("distance",),
    "distance unit": ("distance unit",),
    "seconds": ("time",),
    "notes": ("comment", "notes"),
}
_IPHONE: Final[dict[str, tuple[str, ...]]] = {
    "date": ("starttime",),
    "duration": ("endtime",),
    "workout": ("name",),
    "body weight": ("bodyweight",),
    "exercise": ("exercise",),
    "reps": ("reps",),
    "weight": ("weight",),
    "seconds": ("time",),
    "distance": ("distance",),
    "status": ("status",),
    "warmup": ("iswarmup",),
    "rpe": ("rpe",),
    "rir": ("rir",),
    "notes": ("note",),
}
_NUMBERS: Final = frozenset(("weight", "reps", "distance"))
_WEIGHT_UNITS: Final[dict[str, WeightUnit]] = {
    "kg": "kg",
    "kgs": "kg",
    "lb": "lb",
    "lbs": "lb",
}
_DISTANCES: Final = {
    "m": "m",
    "km": "km",
    "mi": "mi",
    "miles": "mi",
    "ft": "ft",
    "yd": "yd",
    "metres": "m",
    "meters": "m",
}
_YES: Final = frozenset(("true", "1", "yes"))


class FitNotes:
    """The format of FitNotes for Android: one workout a day."""

    app = "fitnotes"
    label = "FitNotes CSV"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a file of FitNotes by its headings."""
        places = places_of(head.heading, _ANDROID)
        return {"date", "exercise", "category", "weight", "reps"} <= places.keys()

    def states_unit(self, head: Head) -> bool:
        """Tell whether a heading or a column says what the weights are in."""
        places = places_of(head.heading, _ANDROID)
        return "unit" in places or _heading_unit(head, places["weight"]) is not None

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield the workouts of each day, and findings where they are met."""
        spread = Spread(stream)
        places = places_of(spread.head.heading, _ANDROID)
        day_first, findings = spread.day_first(places["date"], answer=options.day_first)
        yield from findings
        reader = _Android(
            _columns(places, spread.head),
            unit=_heading_unit(spread.head, places["weight"]) or options.unit or "kg",
            day_first=day_first,
        )
        _, rows = records(stream)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        yield from read_table(rows, reader, reading)


class FitNotesPhone:
    """The format of FitNotes for iPhone, which keeps times and what was not done."""

    app = "fitnotes"
    label = "FitNotes CSV (iPhone)"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a file of FitNotes by its headings."""
        return {"starttime", "exercise", "reps", "iswarmup"} <= set(head.heading)

    def states_unit(self, head: Head) -> bool:
        """Say no: no heading and no column names the unit."""
        return not self.recognises(head)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met."""
        spread = Spread(stream)
        places = places_of(spread.head.heading, _IPHONE)
        day_first, findings = spread.day_first(places["date"], answer=options.day_first)
        yield from findings
        columns = _columns(places, spread.head)
        reader = _Phone(columns, unit=options.unit or "kg", day_first=day_first)
        _, rows = records(stream)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        yield from read_table(rows, reader, reading)


class FitNotesBody:
    """The format of the body tracker of FitNotes."""

    app = "fitnotes"
    label = "FitNotes body tracker"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a file with one measure a row by its headings."""
        return is_long(head)

    def states_unit(self, head: Head) -> bool:
        """Say yes: each row names its unit."""
        return self.recognises(head)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield a record for each row, and findings."""
        yield from read_long_measures(stream, options)


def _columns(places: dict[str, int], head: Head) -> Columns:
    return Columns(
        places=places,
        written=head.written,
        delimiter=head.delimiter,
        numbers=_NUMBERS,
        dates=frozenset(("date",)),
    )


def _heading_unit(head: Head, place: int) -> WeightUnit | None:
    return unit_in(head.heading[place], _WEIGHT_UNITS)


class _Android:
    def __init__(self, columns: Columns, *, unit: WeightUnit, day_first: bool) -> None:
        self.columns = columns
        self._unit = unit
        self._day_first = day_first

    def mark(self, row: Row) -> tuple[str, ...]:
        return (self.columns.cell(row, "date"),)

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        day = self.columns.cell(row, "date")
        when = moment(day, day_first=self._day_first)
        return Draft(FitNotes.app, reading, name="", when=when, day=day), []

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        unit = unit_in(cell(row, "unit"), _WEIGHT_UNITS)
        return draft.add(
            SetCells(
                exercise=cell(row, "exercise"),
                weight=cell(row, "weight"),
                unit=unit or self._unit,
                reps=cell(row, "reps"),
                seconds=cell(row, "seconds"),
                distance=cell(row, "distance"),
                distance_unit=unit_in(cell(row, "distance unit"), _DISTANCES) or "m",
                notes=cell(row, "notes"),
                body_part=cell(row, "category"),
            )
        )


class _Phone:
    def __init__(self, columns: Columns, *, unit: WeightUnit, day_first: bool) -> None:
        self.columns = columns
        self._unit = unit
        self._day_first = day_first

    def mark(self, row: Row) -> tuple[str, ...]:
        return self.columns.cell(row, "date"), self.columns.cell(row, "workout")

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        day = cell(row, "date")
        started = moment(day, day_first=self._day_first)
        ended = moment(cell(row, "duration"), day_first=self._day_first)
        draft = Draft(
            FitNotesPhone.app,
            reading,
            name=fields.name(cell(row, "workout")),
            when=started,
            day=day,
        )
        draft.weigh(fields.number_or_none(cell(row, "body weight")), self._unit)
        seconds = span(started, ended)
        return draft, draft.last(seconds)

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        status = cell(row, "status").strip().casefold()
        warmup = cell(row, "warmup").strip().casefold() in _YES
        doubts = draft.add(
            SetCells(
                exercise=cell(row, "exercise"),
                set_type="warmup" if warmup else "working",
                weight=cell(row, "weight"),
                unit=self._unit,
                reps=cell(row, "reps"),
                rpe=cell(row, "rpe"),
                rir=cell(row, "rir"),
                seconds=cell(row, "seconds"),
                distance=cell(row, "distance"),
                notes=cell(row, "notes"),
                doubtful=status == "notstarted",
            )
        )
        if status == "notstarted":
            doubts.append(fields.Doubt("status", remark("notStarted")))
        return doubts


FITNOTES: Final = FitNotes()
FITNOTES_PHONE: Final = FitNotesPhone()
FITNOTES_BODY: Final = FitNotesBody()
