"""Reads both tables of StrongLifts: a row for a workout, or one for an exercise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.columns import Columns, places_of
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.fields import clock_seconds
from metricgain.importers.moments import moment, span
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.spread import Spread, unit_in
from metricgain.importers.tables import read_table
from metricgain.importers.values import Item, ReadOptions, WeightUnit

_UNITS: Final[dict[str, WeightUnit]] = {"kg": "kg", "lb": "lb", "lbs": "lb"}
_EXERCISE = re.compile(r"exercise \d+")
_SET = re.compile(r"set \d+")
_SET_REPS = re.compile(r"set \d+ \(reps\)")
_TIMED = re.compile("\\s*(\\d{1,2})\\s*[\u00d7x]\\s*(\\d{1,3}:\\d\\d)\\s*")
_BODY = re.compile(r"\s*([\d.,]+)\s*(kg|lbs?)?\s*", re.IGNORECASE)
_LONGEST_CELL: Final = 40
_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "date": ("date", "date (yyyy/mm/dd)"),
    "notes": ("note", "notes"),
    "number": ("workout",),
    "workout": ("workout name",),
    "body weight": ("body weight", "body weight (kg)", "body weight (lb)"),
    "body weight lb": ("body weight (lb)",),
    "exercise": ("exercise",),
    "packed": ("sets\u00d7reps", "setsxreps", "sets x reps"),
    "timed": ("sets\u00d7time", "setsxtime", "sets x time"),
    "start": ("start time (h:mm)",),
    "end": ("end time (h:mm)",),
}


@dataclass(frozen=True, slots=True)
class _Block:
    """Where one exercise of a wide row stands."""

    exercise: int
    kilograms: int
    pounds: int
    sets: tuple[int, ...]


class StrongLifts:
    """The formats of StrongLifts' "Export data"."""

    app = "stronglifts"
    label = "StrongLifts CSV"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell both tables by their headings."""
        return bool(_blocks(head)) or (
            "exercise" in head.heading
            and any(_SET_REPS.fullmatch(text) for text in head.heading)
        )

    def states_unit(self, head: Head) -> bool:
        """Say yes: the headings of the weights name their units."""
        return self.recognises(head)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met."""
        spread = Spread(stream)
        head = spread.head
        places = places_of(head.heading, _HEADINGS)
        day_first, findings = spread.day_first(
            places.get("date", 0), answer=options.day_first
        )
        yield from findings
        blocks = _blocks(head)
        if blocks:
            places["exercise"] = blocks[0].exercise
            places["weight"] = blocks[0].kilograms
        else:
            places["weight"] = _weight_place(head)
        columns = Columns(
            places=places,
            written=head.written,
            delimiter=head.delimiter,
            dates=frozenset(("date",)),
        )
        reader = (
            _Wide(columns, blocks, _lifted_unit(head, blocks), day_first=day_first)
            if blocks
            else _Long(columns, head, day_first=day_first)
        )
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        _, rows = records(stream)
        yield from read_table(rows, reader, reading)


def _blocks(head: Head) -> list[_Block]:
    starts = [
        place for place, text in enumerate(head.heading) if _EXERCISE.fullmatch(text)
    ]
    blocks = []
    for start, end in pairwise([*starts, len(head.heading)]):
        inside = range(start + 1, end)
        named = {head.heading[place]: place for place in reversed(inside)}
        blocks.append(
            _Block(
                exercise=start,
                kilograms=named.get("weight (kg)", -1),
                pounds=named.get("weight (lb)", -1),
                sets=tuple(p for p in inside if _SET.fullmatch(head.heading[p])),
            )
        )
    return blocks


def _weight_place(head: Head) -> int:
    first = next(
        place for place, text in enumerate(head.heading) if _SET_REPS.fullmatch(text)
    )
    return first + 1


def _lifted_unit(head: Head, blocks: list[_Block]) -> WeightUnit:
    """Return the unit that the lifter uses where a row has the weight in both.

    The body weight tells, which is written as it was entered.
    """
    places = places_of(head.heading, _HEADINGS)
    place = places.get("body weight", -1)
    for row in head.rows:
        text = row[place] if 0 <= place < len(row) else ""
        found = unit_in(text, _UNITS)
        if found is not None:
            return found
        both = [(_at(row, block.kilograms), _at(row, block.pounds)) for block in blocks]
        if any(pounds and not kilograms for kilograms, pounds in both):
            return "lb"
    return "kg"


def _at(row: tuple[str, ...] | list[str], place: int) -> str:
    return row[place].strip() if 0 <= place < len(row) else ""


class _Wide:
    """A row holds a workout: three or more exercises with five sets each."""

    def __init__(
        self,
        columns: Columns,
        blocks: list[_Block],
        unit: WeightUnit,
        *,
        day_first: bool,
    ) -> None:
        self.columns = columns
        self._blocks = blocks
        self._unit = unit
        self._day_first = day_first

    def mark(self, row: Row) -> tuple[str, ...]:
        return (str(row.line),)

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        day = cell(row, "date")
        name = cell(row, "number").strip()
        draft = Draft(
            StrongLifts.app,
            reading,
            name=fields.name(f"Workout {name}" if name else ""),
            when=moment(day, day_first=self._day_first),
            day=day,
            notes=[fields.note(cell(row, "notes"))],
        )
        _weigh(draft, cell(row, "body weight"), self.columns.heading("body weight"))
        if draft.body_weight_kg is None:
            _weigh(draft, cell(row, "body weight lb"), "lb")
        return draft, []

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        doubts = []
        for block in self._blocks:
            doubts += self._take_block(row, draft, block)
        return doubts

    def _take_block(self, row: Row, draft: Draft, block: _Block) -> list[fields.Doubt]:
        exercise = _at(row.cells, block.exercise)
        sets = [_at(row.cells, place) for place in block.sets]
        if not exercise:
            return []
        kilograms, pounds = (
            _at(row.cells, block.kilograms),
            _at(row.cells, block.pounds),
        )
        in_pounds = bool(pounds) and (self._unit == "lb" or not kilograms)
        doubts = []
        for reps in sets:
            if reps == "-":
                draft.skip(exercise)
            elif reps:
                doubts += draft.add(
                    SetCells(
                        exercise=exercise,
                        unit="lb" if in_pounds else "kg",
                        weight=pounds if in_pounds else kilograms,
                        reps=reps,
                    )
                )
        return doubts


class _Long:
    """A row holds an exercise: pairs of reps and weight for each set."""

    def __init__(self, columns: Columns, head: Head, *, day_first: bool) -> None:
        self.columns = columns
        self._day_first = day_first
        self._pairs = [
            (place, place + 1, unit_in(head.heading[place + 1], _UNITS) or "kg")
            for place, text in enumerate(head.heading[:-1])
            if _SET_REPS.fullmatch(text)
        ]

    def mark(self, row: Row) -> tuple[str, ...]:
        cell = self.columns.cell
        return cell(row, "date"), cell(row, "number"), cell(row, "start")

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        day = cell(row, "date")
        started = moment(
            f"{day} {cell(row, 'start')}".strip(), day_first=self._day_first
        ) or moment(day, day_first=self._day_first)
        ended = moment(f"{day} {cell(row, 'end')}", day_first=self._day_first)
        draft = Draft(
            StrongLifts.app,
            reading,
            name=fields.name(cell(row, "workout")),
            when=started,
            day=day,
        )
        _weigh(draft, cell(row, "body weight"), self.columns.heading("body weight"))
        return draft, draft.last(span(started, ended))

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        exercise = cell(row, "exercise")
        draft.add_note(exercise, fields.note(cell(row, "notes")))
        doubts = []
        for reps, weight, unit in self._pairs:
            count = _at(row.cells, reps)
            if count.strip("0. -"):
                doubts += draft.add(
                    SetCells(
                        exercise=exercise,
                        unit=unit,
                        weight=_at(row.cells, weight),
                        reps=count,
                    )
                )
            elif count or _at(row.cells, weight):
                draft.skip(exercise)
        return doubts + self._take_timed(row, draft, exercise)

    def _take_timed(self, row: Row, draft: Draft, exercise: str) -> list[fields.Doubt]:
        cell = self.columns.cell
        if cell(row, "packed").strip().casefold() == "skipped":
            draft.skip(exercise)
        found = _TIMED.fullmatch(cell(row, "timed")[:_LONGEST_CELL])
        doubts = []
        for _ in range(int(found[1]) if found else 0):
            seconds = clock_seconds(found[2] if found else "")
            doubts += draft.add(
                SetCells(exercise=exercise, unit="kg", seconds=str(seconds or ""))
            )
        return doubts


def _weigh(draft: Draft, text: str, heading: str) -> None:
    found = _BODY.fullmatch(text[:_LONGEST_CELL])
    if found is not None:
        unit = unit_in(found[2] or heading, _UNITS) or "kg"
        draft.weigh(fields.number_or_none(found[1]), unit)


STRONGLIFTS: Final = StrongLifts()
