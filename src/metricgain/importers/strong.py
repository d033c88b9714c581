"""Reads the CSV of Strong: every layout since 2015, in any language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

from metricgain.importers import fields, shapes
from metricgain.importers.columns import Columns, places_of
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.durations import duration
from metricgain.importers.moments import moment
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread, unit_in
from metricgain.importers.strong_words import (
    DISTANCE_UNITS,
    HEADINGS,
    LAYOUTS,
    NOTES,
    PLAIN,
    RESTS,
    SET_TYPES,
    WEIGHT_UNITS,
)
from metricgain.importers.tables import read_table
from metricgain.importers.values import (
    Item,
    ReadOptions,
    UnreadableFileError,
    WeightUnit,
)

_NEEDED: Final = ("date", "workout", "exercise", "order", "weight", "reps")
_NUMBERS: Final = frozenset(("weight", "reps", "distance", "seconds", "rpe"))
_CHECKS: Final = {
    "number": shapes.is_number,
    "date": shapes.is_full_date,
    "duration": shapes.is_duration,
    "exercise": shapes.is_name,
    "order": shapes.is_order,
    **dict.fromkeys(_NUMBERS, shapes.is_number),
}
_LONGEST_TAG: Final = 2


class Strong:
    """The format of Strong's "Export data"."""

    app = "strong"
    label = "Strong CSV"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a Strong file by its headings, or by what stands below them."""
        return _found(head) is not None

    def states_unit(self, head: Head) -> bool:
        """Tell whether the file itself says what its weights are in."""
        found = _found(head)
        return found is not None and (
            _says_units(found) or _heading_unit(found) is not None
        )

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met.

        Raises `UnreadableFileError` when a needed column or the unit is missing, and
        in the middle of a file whose quotation marks do not close.
        """
        spread = Spread(stream)
        found = _found(spread.head)
        if found is None:
            raise _not_complete(spread.head)
        stated = _heading_unit(found)
        if stated is None and not _says_units(found) and options.unit is None:
            raise UnreadableFileError(
                "This Strong file does not say whether its weights are kilograms or "
                "pounds.",
                field="unit",
                remedy="Say which it is: kg or lb.",
            )
        columns = Columns(
            places=found.places,
            written=found.written,
            delimiter=spread.head.delimiter,
            numbers=_NUMBERS,
            dates=frozenset(("date",)),
            is_ours="mark" in found.places,
        )
        disguised = frozenset[WeightUnit]() if columns.is_ours else options.disguised
        reading = Reading(zone=options.timezone, disguised=disguised)
        day_first, findings = spread.day_first(
            found.places["date"], answer=options.day_first
        )
        yield from findings
        reader = _Reader(
            columns,
            stated=stated,
            default=stated or ("kg" if columns.is_ours else options.unit) or "kg",
            day_first=day_first,
        )
        _, rows = records(stream, heading=found.has_heading)
        yield from read_table(rows, reader, reading)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the columns stand, and whether the file has a heading."""

    places: Mapping[str, int]
    written: tuple[str, ...]
    has_heading: bool


def _found(head: Head) -> _Found | None:
    places = places_of(head.heading, HEADINGS)
    if all(column in places for column in _NEEDED):
        return _Found(places, head.written, has_heading=True)
    if _layout([head.written]):
        rows, has_heading = [head.written, *head.rows], False
    else:
        rows, has_heading = list(head.rows), True
    layout = _layout(rows)
    if layout is None:
        return None
    named = tuple(column.replace("_", " ") for column in layout)
    places = {column: place for place, column in enumerate(named)}
    # A heading that breaks off has columns all the same.
    whole = (*head.written, *named[len(head.written) :])
    return _Found(places, whole if has_heading else named, has_heading)


def _layout(rows: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    # The longest first: an empty column of numbers fits into many layouts.
    for layout in sorted(LAYOUTS, key=len, reverse=True):
        if shapes.fits(rows, layout, _CHECKS):
            return layout
    return None


def _says_units(found: _Found) -> bool:
    """Tell whether each row says what its weight is in."""
    return "unit" in found.places or "mark" in found.places


def _heading_unit(found: _Found) -> WeightUnit | None:
    if not found.has_heading:
        return None
    heading = found.written[found.places["weight"]]
    return unit_in(heading, WEIGHT_UNITS)


def _not_complete(head: Head) -> UnreadableFileError:
    places = places_of(head.heading, HEADINGS)
    missing = [HEADINGS[column][0] for column in _NEEDED if column not in places]
    return UnreadableFileError(
        f"The heading of this Strong file lacks {', '.join(missing)}.",
        remedy="Export it again from Strong and import it unchanged.",
    )


class _Reader:
    """What Strong's rows mean."""

    def __init__(
        self,
        columns: Columns,
        *,
        stated: WeightUnit | None,
        default: WeightUnit,
        day_first: bool,
    ) -> None:
        self.columns = columns
        self._stated = stated
        self._default = default
        self._day_first = day_first
        heading = columns.heading("distance").casefold()
        usual = "km" if default == "kg" else "mi"
        self._distance_unit = unit_in(heading, DISTANCE_UNITS) or usual

    def mark(self, row: Row) -> tuple[str, ...]:
        cell = self.columns.cell
        return cell(row, "date"), cell(row, "workout"), cell(row, "number")

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        day = cell(row, "date")
        draft = Draft(
            app=Strong.app,
            reading=reading,
            name=fields.name(cell(row, "workout")),
            when=moment(day, day_first=self._day_first),
            day=day,
        )
        return draft, draft.last(duration(cell(row, "duration")))

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        order = cell(row, "order").strip().casefold()
        draft.add_workout_note(fields.note(cell(row, "workout notes")))
        if self._is_rest(row, order):
            draft.rest_rows += 1
            return []
        if self._is_note(row, order):
            draft.note_rows += 1
            draft.add_note(cell(row, "exercise"), fields.note(cell(row, "notes")))
            return []
        kind = cell(row, "set type").strip().casefold() or order
        unit, unit_doubt = self._unit(row)
        distance_unit = cell(row, "distance unit").strip(" .").casefold()
        mark = self.columns.mark(row)
        doubts = draft.add(
            SetCells(
                exercise=cell(row, "exercise"),
                set_type=(mark and mark.set_type) or SET_TYPES.get(kind, "working"),
                weight=mark.weight if mark else cell(row, "weight"),
                unit=mark.unit if mark else unit,
                reps=cell(row, "reps"),
                rpe=cell(row, "rpe"),
                rir=mark.rir if mark else "",
                seconds=cell(row, "seconds"),
                distance=cell(row, "distance"),
                distance_unit=DISTANCE_UNITS.get(distance_unit, self._distance_unit),
                notes=cell(row, "notes"),
            )
        )
        found = (unit_doubt, _kind_doubt(kind))
        return doubts + [doubt for doubt in found if doubt is not None]

    def _is_rest(self, row: Row, order: str) -> bool:
        if order in RESTS:
            return True
        # The label of a language that is not known yet: a word with nothing but time.
        return (
            self._is_label(order)
            and self._has(row, "seconds")
            and not (self._has(row, "reps") or self._has(row, "weight"))
        )

    def _is_note(self, row: Row, order: str) -> bool:
        if order in NOTES:
            return True
        return (
            self._is_label(order)
            and bool(self.columns.cell(row, "notes").strip())
            and not any(self._has(row, name) for name in ("reps", "weight", "seconds"))
        )

    @staticmethod
    def _is_label(order: str) -> bool:
        return (
            len(order) > _LONGEST_TAG
            and not shapes.is_number(order)
            and order not in SET_TYPES
            and order not in PLAIN
        )

    def _has(self, row: Row, column: str) -> bool:
        """Tell whether a cell holds something that is not zero."""
        return bool(self.columns.cell(row, column).strip("0., "))

    def _unit(self, row: Row) -> tuple[WeightUnit, fields.Doubt | None]:
        if self._stated is not None:
            return self._stated, None
        text = self.columns.cell(row, "unit").strip(" .").casefold()
        stated = WEIGHT_UNITS.get(text)
        if stated is not None:
            return stated, None
        if not self._has(row, "weight") or "unit" not in self.columns.places:
            return self._default, None
        return self._default, fields.Doubt(
            "unit",
            remark("unitUnknown", text=text, unit=self._default),
            serious=True,
        )


def _kind_doubt(kind: str) -> fields.Doubt | None:
    if kind.isdecimal() or kind in SET_TYPES or kind in PLAIN:
        return None
    return fields.Doubt("order", remark("kindUnknown", text=kind[:40], app="Strong"))


STRONG: Final = Strong()
