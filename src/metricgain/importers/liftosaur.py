"""Reads the CSV of Liftosaur: what was planned and what was done, row by row."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.columns import Columns, places_of
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.moments import moment
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread
from metricgain.importers.tables import read_table
from metricgain.importers.values import Item, ReadOptions, SetType, WeightUnit

_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "date": ("workout datetime",),
    "program": ("program",),
    "workout": ("day name",),
    "exercise": ("exercise",),
    "warmup": ("is warmup set?",),
    "reps": ("completed reps",),
    "rpe": ("completed rpe",),
    "weight": ("completed weight value",),
    "unit": ("completed weight unit",),
    "planned weight": ("required weight value",),
    "planned unit": ("required weight unit",),
    "notes": ("notes",),
}
_NUMBERS: Final = frozenset(("reps", "weight", "planned weight", "rpe"))
_UNITS: Final[dict[str, WeightUnit]] = {"kg": "kg", "lb": "lb", "lbs": "lb"}


class Liftosaur:
    """The format of Liftosaur's "Export history to CSV"."""

    app = "liftosaur"
    label = "Liftosaur CSV"
    # Each set is marked with its unit: kilograms and pounds are not added up.
    one_unit = True

    def recognises(self, head: Head) -> bool:
        """Tell a Liftosaur file by its headings."""
        return {"workout datetime", "exercise", "completed reps"} <= set(head.heading)

    def states_unit(self, head: Head) -> bool:
        """Tell whether the sets are marked with units."""
        return "completed weight unit" in head.heading

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met."""
        spread = Spread(stream)
        head = spread.head
        places = places_of(head.heading, _HEADINGS)
        day_first, findings = spread.day_first(places["date"], answer=options.day_first)
        yield from findings
        columns = Columns(
            places=places,
            written=head.written,
            delimiter=head.delimiter,
            numbers=_NUMBERS,
            dates=frozenset(("date",)),
        )
        reader = _Reader(columns, unit=options.unit or "kg", day_first=day_first)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        _, rows = records(stream)
        yield from read_table(rows, reader, reading)


class _Reader:
    """What Liftosaur's rows mean."""

    def __init__(self, columns: Columns, *, unit: WeightUnit, day_first: bool) -> None:
        self.columns = columns
        self._unit = unit
        self._day_first = day_first

    def mark(self, row: Row) -> tuple[str, ...]:
        return self.columns.cell(row, "date"), self.columns.cell(row, "workout")

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        day = cell(row, "date")
        draft = Draft(
            Liftosaur.app,
            reading,
            name=fields.name(cell(row, "workout")),
            when=moment(day, day_first=self._day_first),
            day=day,
        )
        return draft, []

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        exercise = cell(row, "exercise")
        warm = cell(row, "warmup").strip() == "1"
        set_type: SetType = "warmup" if warm else "working"
        if not cell(row, "reps").strip():
            draft.skip(exercise, set_type)
            return []
        weight = cell(row, "weight")
        unit = _UNITS.get(cell(row, "unit").strip().casefold())
        planned = cell(row, "planned weight").strip()
        missing = not weight.strip() and bool(planned.strip("0. "))
        doubts = draft.add(
            SetCells(
                exercise=exercise,
                set_type=set_type,
                weight=weight,
                unit=unit or self._planned_unit(row),
                reps=cell(row, "reps"),
                rpe=cell(row, "rpe"),
                notes=cell(row, "notes"),
                doubtful=missing,
            )
        )
        if missing:
            doubts.append(
                fields.Doubt(
                    "weight",
                    remark(
                        "weightNotDone",
                        weight=planned,
                        unit=self._planned_unit(row),
                    ),
                )
            )
        return doubts

    def _planned_unit(self, row: Row) -> WeightUnit:
        text = self.columns.cell(row, "planned unit").strip().casefold()
        return _UNITS.get(text, self._unit)


LIFTOSAUR: Final = Liftosaur()
