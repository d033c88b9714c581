"""Reads the CSV of GymBook in any language: its cells carry their units."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from metricgain.importers import fields, shapes
from metricgain.importers.columns import Columns, places_of
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.durations import duration
from metricgain.importers.moments import moment
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread
from metricgain.importers.tables import read_table
from metricgain.importers.values import Item, ReadOptions, SetType, WeightUnit

_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "date": ("datum", "date"),
    "workout": ("training", "workout"),
    "time": ("zeit", "time"),
    "exercise": ("übung", "exercise"),
    "region": ("bereich", "region", "area", "body part"),
    "kind": (
        *("satz / aufwärmsatz / abkühlungssatz", "set / warmup set / cooldown set"),
        *("set / warm-up set / cool-down set", "set / warm up set / cool down set"),
        *("set type", "satzart"),
    ),
    "reps": (
        *("wiederholungen / zeit", "repetitions / time", "reps / time"),
        *("wiederholungen", "repetitions", "reps"),
    ),
    "weight": ("gewicht / strecke", "weight / distance", "gewicht", "weight"),
    "notes": ("notizen", "notes"),
    "skipped": ("ausgelassen", "skipped"),
}
_AMOUNT = re.compile(r"\s*([+-]?[\d.,' \u00a0]+)\s*([^\W\d_]*)")
_WEIGHT_UNITS: Final[dict[str, WeightUnit]] = {
    "kg": "kg",
    "lb": "lb",
    "lbs": "lb",
    "pfund": "lb",
}
_DISTANCES: Final = {"m": "m", "km": "km", "mi": "mi", "ft": "ft", "yd": "yd"}
_YES: Final = frozenset(
    ("ja", "yes", "oui", "sí", "si", "sì", "sim", "да", "evet", "tak", "true", "1")
)
# The columns in their order, for headings in another language.
_LAYOUT: Final = (
    *("date", "workout", "time", "exercise", "region", "primary", "secondary", "kind"),
    *("reps", "weight", "notes", "skipped"),
)
_LONGEST_AMOUNT: Final = 60
_KINDS: Final = 3
_WARM: Final = ("aufwärm", "warm")


class GymBook:
    """The format of GymBook's "Export logs"."""

    app = "gymbook"
    label = "GymBook CSV"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a GymBook file by its headings, or by what stands below them."""
        return bool(_places(head))

    def states_unit(self, head: Head) -> bool:
        """Tell whether the cells carry units, as those of every known export do."""
        return self.recognises(head)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met."""
        spread = Spread(stream)
        head = spread.head
        places = _places(head)
        day_first, findings = spread.day_first(places["date"], answer=options.day_first)
        yield from findings
        columns = Columns(
            places=places,
            written=head.written,
            delimiter=head.delimiter,
            dates=frozenset(("date",)),
        )
        reader = _Reader(columns, unit=options.unit or "kg", day_first=day_first)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        _, rows = records(stream)
        yield from read_table(rows, reader, reading)


def _places(head: Head) -> dict[str, int]:
    places = places_of(head.heading, _HEADINGS)
    if {"date", "exercise", "reps", "weight", "skipped"} <= places.keys():
        return places
    if shapes.fits(head.rows, _LAYOUT, _CHECKS):
        return {column: place for place, column in enumerate(_LAYOUT)}
    return {}


def _is_amount(text: str) -> bool:
    amount, unit = _amount(text)
    return ":" in text or (bool(unit) and shapes.is_number(amount))


_CHECKS: Final = {
    "date": shapes.is_date,
    "time": lambda text: fields.clock_seconds(text) is not None,
    "exercise": shapes.is_name,
    "kind": shapes.is_name,
    "reps": _is_amount,
    "weight": _is_amount,
    "skipped": shapes.is_name,
}


class _Reader:
    """What GymBook's rows mean. Each set has its own time; the first one counts."""

    def __init__(self, columns: Columns, *, unit: WeightUnit, day_first: bool) -> None:
        self.columns = columns
        self._unit = unit
        self._day_first = day_first
        # The heading names the three kinds: set, warm-up set, cool-down set.
        kinds = columns.heading("kind").casefold().split("/")
        self._warm = kinds[1].strip() if len(kinds) == _KINDS else ""

    def mark(self, row: Row) -> tuple[str, ...]:
        return self.columns.cell(row, "date"), self.columns.cell(row, "workout")

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        day = cell(row, "date")
        written = f"{day} {cell(row, 'time')}".strip()
        draft = Draft(
            GymBook.app,
            reading,
            name=fields.name(cell(row, "workout")),
            when=moment(written, day_first=self._day_first),
            day=written,
        )
        return draft, []

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        kind = cell(row, "kind").strip().casefold()
        warm = kind == self._warm or kind.startswith(_WARM)
        set_type: SetType = "warmup" if warm else "working"
        if cell(row, "skipped").strip().casefold() in _YES:
            draft.skip(cell(row, "exercise"), set_type)
            return []
        reps, seconds = _reps_or_time(cell(row, "reps"))
        load, unit = _amount(cell(row, "weight"))
        is_distance = unit in _DISTANCES
        return draft.add(
            SetCells(
                exercise=cell(row, "exercise"),
                set_type=set_type,
                weight="" if is_distance else load,
                unit=_WEIGHT_UNITS.get(unit, self._unit),
                reps=reps,
                seconds=seconds,
                distance=load if is_distance else "",
                distance_unit=_DISTANCES.get(unit, "m"),
                notes=cell(row, "notes"),
            )
        )


def _amount(text: str) -> tuple[str, str]:
    """Take `80,00 kg` apart; a cell of another form stays whole, to be doubted."""
    found = _AMOUNT.fullmatch(text) if len(text) <= _LONGEST_AMOUNT else None
    return (found[1], found[2].casefold()) if found else (text, "")


def _reps_or_time(text: str) -> tuple[str, str]:
    """Tell `10 Wiederholungen` from `1:30` and `90 s`."""
    if ":" in text:
        return "", text
    count, word = _amount(text)
    seconds = duration(text) if word else None
    return (count, "") if seconds is None else ("", str(seconds))


GYMBOOK: Final = GymBook()
