"""Reads a table of no known app by columns that are named, or proposed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.columns import Columns, places_of
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.durations import duration
from metricgain.importers.moments import moment
from metricgain.importers.packed import WEIGHT_UNITS, packed_sets
from metricgain.importers.regroup import regrouped
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread, unit_in
from metricgain.importers.tables import read_table
from metricgain.importers.values import Item, ReadOptions, SetType, WeightUnit
from metricgain.kit.errors import Invalid

NEEDED: Final = ("date", "exercise")
WHAT: Final = (
    *("date", "time", "workout", "exercise", "weight", "unit", "reps", "sets"),
    *("packed", "rpe", "rir", "seconds", "distance", "type", "notes", "workout notes"),
    *("superset", "body weight"),
)
DISTANCE_UNITS: Final = {
    **{unit: unit for unit in ("m", "km", "mi", "yd", "ft")},
    "meters": "m",
    "metres": "m",
    "miles": "mi",
}
_TYPES: Final[tuple[tuple[str, SetType], ...]] = (
    ("warm", "warmup"),
    ("aufw", "warmup"),
    ("échauff", "warmup"),
    ("calent", "warmup"),
    ("drop", "drop"),
    ("fail", "failure"),
    ("myo", "myorep"),
)
_NUMBERS: Final = frozenset(("reps", "sets", "rpe", "rir"))
_AMOUNT = re.compile(r"\s*([+-]?[\d.,']+)\s*([^\W\d_]*)\.?\s*")
_WITH_UNIT = re.compile(r"(?:^|[\d.,]\s*)(?:kgs?|lbs?)\b", re.IGNORECASE)
_LONGEST_CELL: Final = 80
_MOST_SETS: Final = 50


class Generic:
    """A table with a row for a set, or for several equal ones."""

    app = "csv"
    label = "Table"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell whether the headings look like those of a history."""
        return bool(propose_columns(head))

    def states_unit(self, head: Head) -> bool:
        """Tell whether a heading or a cell names a unit of weight."""
        if any(unit_in(heading, WEIGHT_UNITS) for heading in head.heading):
            return True
        return any(_WITH_UNIT.search(cell) for row in head.rows for cell in row)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met.

        Raises Invalid (field `columns`) for columns that the table does not have.
        """
        spread = Spread(stream)
        head = spread.head
        places = named_places(head, options.columns)
        day_first, findings = spread.day_first(places["date"], answer=options.day_first)
        yield from findings
        columns = Columns(
            places=places,
            written=head.written,
            delimiter=head.delimiter,
            numbers=_NUMBERS & places.keys(),
            dates=frozenset(("date",)),
        )
        reader = _Reader(columns, options, day_first=day_first)
        _, rows = records(stream)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        # A table of one's own may be sorted by anything.
        marked = ((reader.mark(row), row) for row in rows)
        yield from read_table(regrouped(marked), reader, reading)


def named_places(head: Head, columns: tuple[tuple[str, str], ...]) -> dict[str, int]:
    """Return where the named columns stand.

    Raises Invalid (field `columns`) for a heading that is not there, for a word that
    is none of `WHAT`, and if one of `NEEDED` is missing.
    """
    places = {}
    for what, heading in columns:
        if what not in WHAT:
            raise Invalid(
                f"{what!r} is nothing that a column can hold",
                field="columns",
                remedy=f"Use these: {', '.join(WHAT)}.",
            )
        wanted = " ".join(heading.split()).casefold()
        if wanted not in head.heading:
            raise Invalid(
                f"the table has no column {heading!r}",
                field="columns",
                remedy=f"It has these: {', '.join(head.written)[:400]}.",
            )
        places[what] = head.heading.index(wanted)
    missing = [what for what in NEEDED if what not in places]
    if missing:
        raise Invalid(
            f"no column is named for {' and '.join(missing)}",
            field="columns",
            remedy=f"The table has these: {', '.join(head.written)[:400]}.",
        )
    return places


class _Reader:
    """What the rows of such a table mean."""

    def __init__(
        self, columns: Columns, options: ReadOptions, *, day_first: bool
    ) -> None:
        self.columns = columns
        self._day_first = day_first
        stated = (
            unit_in(columns.heading(what), WEIGHT_UNITS)
            for what in ("weight", "packed")
        )
        self._unit: WeightUnit = next(filter(None, stated), options.unit or "kg")
        distance = unit_in(columns.heading("distance"), DISTANCE_UNITS)
        self._distance_unit = distance or "m"

    def mark(self, row: Row) -> tuple[str, ...]:
        cell = self.columns.cell
        day = cell(row, "date").strip()
        found = moment(day, day_first=self._day_first)
        if found is not None and found.has_time:
            # Each set may carry its own time: the day and the name hold it together.
            day = found.when.date().isoformat()
        return day, cell(row, "workout").strip()

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        day = f"{cell(row, 'date')} {cell(row, 'time')}".strip()
        when = moment(day, day_first=self._day_first)
        draft = Draft(
            Generic.app,
            reading,
            name=fields.name(cell(row, "workout")),
            when=when or moment(cell(row, "date"), day_first=self._day_first),
            day=day,
        )
        body, unit = self._amount(cell(row, "body weight"))
        draft.weigh(fields.number_or_none(body), WEIGHT_UNITS.get(unit, self._unit))
        return draft, []

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        draft.add_workout_note(fields.note(cell(row, "workout notes")))
        if "packed" in self.columns.places:
            return self._take_packed(row, draft)
        weight, unit = self._amount(cell(row, "weight"))
        cells = self._cells(row, weight, unit, cell(row, "reps"))
        doubts = []
        for _ in range(self._times(cell(row, "sets"))):
            doubts = draft.add(cells)
        return doubts

    def _cells(self, row: Row, weight: str, unit: str, reps: str) -> SetCells:
        cell = self.columns.cell
        kind = cell(row, "type").strip().casefold()
        named = unit_in(cell(row, "unit"), WEIGHT_UNITS)
        distance, distance_unit = self._amount(cell(row, "distance"))
        lasted = duration(cell(row, "seconds"))
        return SetCells(
            exercise=cell(row, "exercise"),
            set_type=next(
                (t for word, t in _TYPES if kind.startswith(word)), "working"
            ),
            weight=weight,
            unit=unit_in(unit, WEIGHT_UNITS) or named or self._unit,
            reps=reps,
            rpe=cell(row, "rpe"),
            rir=cell(row, "rir"),
            seconds=cell(row, "seconds") if lasted is None else str(lasted),
            distance=distance,
            distance_unit=DISTANCE_UNITS.get(distance_unit, self._distance_unit),
            notes=cell(row, "notes"),
            superset=cell(row, "superset"),
        )

    def _take_packed(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        doubts: list[fields.Doubt] = []
        beside, unit = self._amount(self.columns.cell(row, "weight"))
        for one in packed_sets(self.columns.cell(row, "packed")):
            cells = self._cells(row, one.weight or beside, one.unit or unit, one.reps)
            if one.set_type is not None:
                cells = replace(cells, set_type=one.set_type)
            for _ in range(self._times(one.times)):
                doubts += draft.add(cells)
        return doubts

    @staticmethod
    def _amount(text: str) -> tuple[str, str]:
        """Take `80,00 kg` apart; a cell of another form stays whole."""
        found = _AMOUNT.fullmatch(text) if len(text) <= _LONGEST_CELL else None
        return (found[1], found[2].casefold()) if found else (text, "")

    @staticmethod
    def _times(text: str) -> int:
        found = fields.number_or_none(text)
        return int(found) if found and 1 <= found <= _MOST_SETS else 1


_GUESSES: Final[Mapping[str, tuple[str, ...]]] = {
    "date": (
        *("date", "datum", "day", "fecha", "data", "дата", "日期", "workout date"),
        *("tag", "día", "dia", "jour", "giorno", "dag"),
    ),
    "time": ("time", "start time", "zeit", "uhrzeit", "hora", "heure", "ora"),
    "workout": (
        *("workout", "workout name", "routine", "session", "training", "program"),
        *("entrenamiento", "treino", "séance", "allenamento", "title", "day name"),
    ),
    "exercise": (
        *("exercise", "exercise name", "übung", "exercice", "ejercicio", "esercizio"),
        *("exercício", "movement", "lift", "oefening", "упражнение", "动作", "种目"),
        *("name", "exercise title", "exercise_name", "exercise_title"),
    ),
    "weight": (
        *("weight", "gewicht", "poids", "peso", "вес", "重量", "load", "kg", "lb"),
        *("lbs", "weight (kg)", "weight (lb)", "weight (lbs)", "weight(kg)"),
        *("weight_kg", "weight_lbs", "weight(lbs)", "gewicht (kg)", "last", "carga"),
    ),
    "unit": ("unit", "weight unit", "units", "einheit", "unidad"),
    "reps": (
        *("reps", "repetitions", "rep", "wiederholungen", "wdh", "wdh.", "répétitions"),
        *("repeticiones", "ripetizioni", "repetições", "повторения", "次数", "rep."),
        *("completed reps", "actual reps"),
    ),
    "sets": ("sets", "sätze", "séries", "series", "serie", "séries", "подходы"),
    "packed": (
        *("sets x reps x weight", "sets x reps", "setsxreps", "sets/reps", "logs"),
        *("sets \u00d7 reps",),
    ),
    "rpe": ("rpe",),
    "rir": ("rir",),
    "seconds": ("seconds", "duration", "dauer", "sec", "duration (s)", "duration(s)"),
    "distance": ("distance", "distanz", "entfernung", "distancia", "distance (m)"),
    "type": ("type", "set type", "satzart", "set_type", "kind"),
    "notes": (
        *("notes", "note", "comment", "comments", "notizen", "notas", "kommentar"),
        *("remarks",),
    ),
    "body weight": ("body weight", "bodyweight", "körpergewicht"),
}


def propose_columns(head: Head) -> tuple[tuple[str, str], ...]:
    """Return what the columns of a table seem to hold, empty if it is no history.

    A history has days, exercises, and repetitions or a time.
    """
    places = places_of(head.heading, _GUESSES)
    enough = {"reps", "packed", "seconds"} & places.keys()
    if not enough or not set(NEEDED) <= places.keys():
        return ()
    dates = [row[places["date"]] for row in head.rows if len(row) > places["date"]]
    if not any(moment(day) or moment(day, day_first=False) for day in dates):
        return ()
    return tuple((what, head.written[place]) for what, place in places.items())


GENERIC: Final = Generic()
