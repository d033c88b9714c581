"""Reads the CSV of Strong: the layouts of iOS and Android with English headings."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
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

_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "date": ("date",),
    "workout": ("workout name",),
    "exercise": ("exercise name",),
    "order": ("set order",),
    "weight": (
        "weight",
        "kg",
        "lb",
        "lbs",
        "weight (kg)",
        "weight (lb)",
        "weight (lbs)",
    ),
    "unit": ("weight unit",),
    "reps": ("reps",),
    "rpe": ("rpe",),
    "distance": ("distance", "km", "mi", "distance (meters)", "distance (m)"),
    "distance unit": ("distance unit",),
    "seconds": ("seconds",),
    "notes": ("notes",),
    "workout notes": ("workout notes",),
    "duration": ("duration", "workout duration", "duration (sec)"),
    "number": ("workout #",),
}
_NEEDED: Final = ("date", "workout", "exercise", "order", "weight", "reps")
_WEIGHT_UNITS: Final[dict[str, WeightUnit]] = {
    "kg": "kg",
    "kgs": "kg",
    "weight (kg)": "kg",
    "lb": "lb",
    "lbs": "lb",
    "weight (lb)": "lb",
    "weight (lbs)": "lb",
}
_DISTANCE_UNITS: Final = {
    "km": "km",
    "mi": "mi",
    "m": "m",
    "distance (meters)": "m",
    "distance (m)": "m",
}
_TYPES: Final[dict[str, SetType]] = {"w": "warmup", "d": "drop", "f": "failure"}
_REST: Final = "rest timer"
_NOTE: Final = "note"
# One heading of each language that only Strong writes just so.
_OTHER_LANGUAGES: Final = {
    "reihenfolge festlegen": "German",
    "ordre de la série": "French",
    "orden de la serie": "Spanish",
    "设置顺序": "Chinese",
    "ordine serie": "Italian",
    "ordem da série": "Portuguese",
}


class Strong:
    """The format of Strong's "Export data"."""

    app = "strong"
    label = "Strong CSV"

    def recognises(self, head: Head) -> bool:
        """Tell a Strong file by its headings.

        Raises `UnreadableFileError` for headings in a language that is not read yet.
        """
        for heading in head.heading:
            if heading in _OTHER_LANGUAGES:
                raise UnreadableFileError(
                    "This is a Strong export with headings in "
                    f"{_OTHER_LANGUAGES[heading]} ({', '.join(head.heading[:3])} ...); "
                    "only English ones are read yet.",
                    remedy="Set the phone to English, export again, and import that "
                    "file.",
                )
        return {"exercise name", "set order", "reps"} <= set(head.heading)

    def states_unit(self, head: Head) -> bool:
        """Tell whether the file itself says what its weights are in."""
        return "weight unit" in head.heading or any(
            heading in _WEIGHT_UNITS for heading in head.heading
        )

    def read(
        self, stream: BinaryIO, options: ReadOptions
    ) -> Iterator[ImportedWorkout | Finding]:
        """Yield workouts as they complete, and findings where they are met.

        Raises `UnreadableFileError` when a needed column or the unit is missing, and
        in the middle of a file whose quotation marks do not close.
        """
        head, rows = records(stream)
        reader = _Reading(_columns(head, options), options)
        return read_rows(rows, reader, options.timezone)


@dataclass(frozen=True, slots=True)
class _Columns:
    places: dict[str, int]
    width: int
    weight_unit: WeightUnit | None
    default_unit: WeightUnit
    distance_unit: str

    def cell(self, cells: list[str], column: str) -> str:
        place = self.places.get(column, -1)
        return cells[place] if 0 <= place < len(cells) else ""


def _columns(head: Head, options: ReadOptions) -> _Columns:
    places = {
        column: head.heading.index(name)
        for column, names in _HEADINGS.items()
        for name in names
        if name in head.heading
    }
    missing = [_HEADINGS[column][0] for column in _NEEDED if column not in places]
    if missing:
        raise UnreadableFileError(
            f"The heading of this Strong file lacks {', '.join(missing)}.",
            remedy="Export it again from Strong and import it unchanged.",
        )
    stated = _WEIGHT_UNITS.get(head.heading[places["weight"]])
    if stated is None and "unit" not in places and options.unit is None:
        raise UnreadableFileError(
            "This Strong file does not say whether its weights are kilograms or "
            "pounds.",
            field="unit",
            remedy="Say which it is: kg or lb.",
        )
    unit = stated or options.unit or "kg"
    distance = head.heading[places["distance"]] if "distance" in places else ""
    return _Columns(
        places=places,
        width=len(head.heading),
        weight_unit=stated,
        default_unit=unit,
        distance_unit=_DISTANCE_UNITS.get(distance, "km" if unit == "kg" else "mi"),
    )


class _Reading:
    """One pass over one file."""

    def __init__(self, columns: _Columns, options: ReadOptions) -> None:
        self._columns = columns
        self._zone = options.timezone

    def _cell(self, row: Row, column: str) -> str:
        return self._columns.cell(row.cells, column)

    def mark(self, row: Row) -> tuple[str, ...]:
        places = self._columns.places
        check_width(
            row,
            needed=1 + max(places[name] for name in _NEEDED),
            width=self._columns.width,
        )
        return (
            self._cell(row, "date"),
            self._cell(row, "workout"),
            self._cell(row, "number"),
        )

    def begin(self, row: Row) -> tuple[Draft, fields.Doubt | None]:
        text = self._cell(row, "date")
        moment = fields.iso_moment(text)
        if moment is None:
            raise fields.RefusedCellError(
                "date",
                f"{text.strip()!r} is no date like 2024-05-31 18:30:00 from 1970 to "
                "2100.",
                "Export the file again and import it without saving it in between.",
            )
        seconds, doubt = sane_duration(fields.duration(self._cell(row, "duration")))
        draft = Draft(
            app=Strong.app,
            name=fields.name(self._cell(row, "workout")),
            wall_time=fields.wall_time(moment, self._zone),
            duration_seconds=seconds,
        )
        return draft, doubt

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        exercise = fields.name(self._cell(row, "exercise"))
        order = self._cell(row, "order").strip().casefold()
        self._keep_workout_note(row, draft)
        if order == _REST:
            draft.rest_rows += 1
            return []
        if order == _NOTE:
            draft.add_note(exercise, fields.note(self._cell(row, "notes")))
            return []
        if not exercise:
            raise fields.RefusedCellError(
                "exercise",
                "The set names no exercise.",
                "Fill the cell in the file, or log this set by hand.",
            )
        return self._take_set(row, draft, exercise=exercise, order=order)

    def _keep_workout_note(self, row: Row, draft: Draft) -> None:
        text = fields.note(self._cell(row, "workout notes"))
        if text and text not in draft.notes:
            draft.notes.append(text)

    def _take_set(
        self, row: Row, draft: Draft, *, exercise: str, order: str
    ) -> list[fields.Doubt]:
        weight = fields.weight(self._cell(row, "weight"))
        reps, reps_doubt = fields.reps(self._cell(row, "reps"))
        rir, rir_doubt = fields.rir(self._cell(row, "rpe"))
        seconds, seconds_doubt = fields.seconds(self._cell(row, "seconds"))
        distance, distance_doubt = fields.metres(
            self._cell(row, "distance"), self._distance_unit(row)
        )
        unit, unit_doubt = self._unit(row, weight)
        draft.add(
            ImportedSet(
                exercise_name=exercise,
                set_number=draft.next_number(exercise),
                set_type=_TYPES.get(order, "working"),
                weight=fields.stored_weight(weight),
                written_weight=weight,
                weight_unit=unit,
                reps=reps,
                rir=rir,
                seconds=seconds,
                distance_m=distance,
                notes=fields.note(self._cell(row, "notes")),
            )
        )
        doubts = (
            reps_doubt,
            rir_doubt,
            seconds_doubt,
            distance_doubt,
            unit_doubt,
            _order_doubt(order),
            likely_weight(weight, unit),
        )
        return [doubt for doubt in doubts if doubt is not None]

    def _unit(
        self, row: Row, weight: Decimal
    ) -> tuple[WeightUnit, fields.Doubt | None]:
        if self._columns.weight_unit is not None:
            return self._columns.weight_unit, None
        text = self._cell(row, "unit").strip().casefold()
        stated = _WEIGHT_UNITS.get(text)
        if stated is not None:
            return stated, None
        default = self._columns.default_unit
        if not weight or "unit" not in self._columns.places:
            return default, None
        return default, fields.Doubt(
            "weight unit",
            f"{text!r} is no unit of weight; the set is kept in {default}.",
            "Check the weight after the import.",
        )

    def _distance_unit(self, row: Row) -> str:
        text = self._cell(row, "distance unit").strip().casefold()
        return _DISTANCE_UNITS.get(text, self._columns.distance_unit)


def _order_doubt(order: str) -> fields.Doubt | None:
    if order.isdecimal() or order in _TYPES:
        return None
    return fields.Doubt(
        "set order",
        f"{order!r} is no kind of set that Strong is known to write.",
        "The row is kept as a working set; change or delete it after the import.",
    )


STRONG: Final = Strong()
