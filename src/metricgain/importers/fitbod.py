"""Reads the CSV of Fitbod, of 2018 and of today."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.columns import Columns, places_of
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.moments import moment
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread, unit_in
from metricgain.importers.tables import read_table
from metricgain.importers.values import Item, ReadOptions, WeightUnit

_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "date": ("date",),
    "exercise": ("exercise",),
    "sets": ("sets",),
    "reps": ("reps",),
    "weight": (
        *("weight(kg)", "weight (kg)", "weight(lbs)", "weight (lbs)", "weight(lb)"),
        *("weight (lb)", "weight"),
    ),
    "seconds": ("duration(s)", "duration (s)"),
    "distance": ("distance(m)", "distance (m)"),
    "incline": ("incline",),
    "resistance": ("resistance",),
    "warmup": ("iswarmup",),
    "notes": ("note",),
    "multiplier": ("multiplier",),
}
_NUMBERS: Final = frozenset(
    ("sets", "reps", "weight", "seconds", "distance", "multiplier")
)
_WEIGHT_UNITS: Final[dict[str, WeightUnit]] = {"kg": "kg", "lb": "lb", "lbs": "lb"}
_MOST_SETS: Final = 100


class Fitbod:
    """The format of Fitbod's "Export workout data".

    A weight is that of one dumbbell; the multiplier beside it says how many there
    were, and weights are kept as they were chosen: by the dumbbell.
    """

    app = "fitbod"
    label = "Fitbod CSV"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a Fitbod file by its headings."""
        places = places_of(head.heading, _HEADINGS)
        return {"date", "exercise", "reps", "weight", "warmup"} <= places.keys()

    def states_unit(self, head: Head) -> bool:
        """Tell whether the heading of the weights names their unit."""
        place = places_of(head.heading, _HEADINGS)["weight"]
        return unit_in(head.heading[place], _WEIGHT_UNITS) is not None

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met."""
        spread = Spread(stream)
        head = spread.head
        places = places_of(head.heading, _HEADINGS)
        stated = unit_in(head.heading[places["weight"]], _WEIGHT_UNITS)
        day_first, findings = spread.day_first(places["date"], answer=options.day_first)
        yield from findings
        columns = Columns(
            places=places,
            written=head.written,
            delimiter=head.delimiter,
            numbers=_NUMBERS,
            dates=frozenset(("date",)),
        )
        unit = stated or options.unit or "kg"
        reader = _Reader(columns, unit=unit, day_first=day_first)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        _, rows = records(stream)
        yield from read_table(rows, reader, reading)


class _Reader:
    """What Fitbod's rows mean."""

    def __init__(self, columns: Columns, *, unit: WeightUnit, day_first: bool) -> None:
        self.columns = columns
        self._unit = unit
        self._day_first = day_first

    def mark(self, row: Row) -> tuple[str, ...]:
        return (self.columns.cell(row, "date").strip(),)

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        day = self.columns.cell(row, "date")
        when = moment(day, day_first=self._day_first)
        return Draft(Fitbod.app, reading, name="", when=when, day=day), []

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        cells = SetCells(
            exercise=cell(row, "exercise"),
            set_type=(
                "warmup"
                if cell(row, "warmup").strip().casefold() == "true"
                else "working"
            ),
            weight=cell(row, "weight"),
            unit=self._unit,
            reps=cell(row, "reps"),
            seconds=cell(row, "seconds"),
            distance=cell(row, "distance"),
            notes=cell(row, "notes"),
        )
        doubts = []
        for _ in range(self._times(row)):
            doubts = draft.add(cells)
        return doubts

    def _times(self, row: Row) -> int:
        """Return how many equal sets the row stands for: old files have a column."""
        found = fields.number_or_none(self.columns.cell(row, "sets"))
        return int(found) if found and 1 <= found <= _MOST_SETS else 1


FITBOD: Final = Fitbod()
