"""Reads the export of Jefit: tables under banners, sets packed into one cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.body import body_kind, body_value
from metricgain.importers.columns import Columns
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.moments import Moment, moment
from metricgain.importers.regroup import regrouped
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head, Row, records
from metricgain.importers.tables import read_table
from metricgain.importers.values import (
    BodyRecord,
    Item,
    ReadOptions,
    UnreadableFileError,
    WeightUnit,
)

_BANNER = re.compile(r"#{2,}\s*([^#]*?)\s*#*")
_SESSIONS: Final = "WORKOUT SESSIONS"
_LOGS: Final = "EXERCISE LOGS"
_SET_LOGS: Final = "EXERCISE SET LOGS"
_CARDIO: Final = "CARDIO LOGS"
_PROFILE: Final = "PROFILE"
_SETTING: Final = "SETTING"
_MOST_SESSIONS: Final = 200_000
_MOST_SET_LOGS: Final = 200_000
# A number of seconds since 1970 of this millennium, and no number of a session.
_EPOCH: Final = range(946_684_800, 4_102_444_800)
_NOT_MEASURES: Final = frozenset(
    ("mydate", "_id", "userid", "timestamp", "logtime", "row_id", "edit_time")
)
_PACKED_PARTS: Final = 2
# Columns of our own, behind those of the table of exercises.
_OF_CARDIO: Final = ("cardio seconds", "cardio distance")


@dataclass(frozen=True, slots=True)
class _Session:
    day: str
    started: datetime | None
    seconds: int | None


@dataclass(slots=True)
class _Context:
    """What other sections say about the logs of exercises."""

    unit: WeightUnit | None = None
    sessions: dict[str, _Session] = field(default_factory=dict)
    # The sets of those logs whose own cell is empty, by the id of the log.
    sets: dict[str, list[str]] = field(default_factory=dict)


class Jefit:
    """The format of Jefit's "Export data"."""

    app = "jefit"
    label = "Jefit export"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a Jefit file by the banner over its first table."""
        return head.first_line.startswith("### ")

    def states_unit(self, head: Head) -> bool:
        """Tell whether the settings at the beginning name the unit."""
        rows = (list(row) for row in (head.written, *head.rows))
        found = (_unit(row) for section, row in _sections(rows) if section == _SETTING)
        return any(unit is not None for unit in found)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield measurements, then workouts in the order of their first exercise.

        Raises `UnreadableFileError` for an export without a table of exercises.
        """
        context = _context(stream)
        reading = Reading(zone=options.timezone, disguised=options.disguised)
        unit = context.unit or options.unit or "kg"
        yield from _measures(stream, options, unit)
        columns = _columns(stream)
        reader = _Reader(columns, context, unit=unit)
        marked = (
            (reader.mark(row), row) for row in _rows(stream, (_LOGS, _CARDIO), columns)
        )
        yield from read_table(regrouped(marked), reader, reading)


def _sections(rows: Iterator[list[str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield each row of cells with the name of the section in which it stands."""
    section = ""
    for cells in rows:
        banner = _BANNER.fullmatch(cells[0].strip()) if cells else None
        if banner is not None and len([cell for cell in cells if cell.strip()]) == 1:
            section = banner[1].upper()
        elif section:
            yield section, cells


def _tables(stream: BinaryIO) -> Iterator[tuple[str, dict[str, str], Row]]:
    """Yield section, cells by heading, and the row itself, without the headings."""
    stream.seek(0)
    _, rows = records(stream, heading=False)
    section, heading = "", list[str]()
    for row in rows:
        first = row.cells[0].strip()
        banner = _BANNER.fullmatch(first)
        if (
            banner is not None
            and len([cell for cell in row.cells if cell.strip()]) == 1
        ):
            section, heading = banner[1].upper(), []
        elif section and not heading:
            heading = [cell.strip().casefold() for cell in row.cells]
        elif section:
            yield section, dict(zip(heading, row.cells, strict=False)), row


def _context(stream: BinaryIO) -> _Context:
    context = _Context()
    missing: set[str] = set()
    for section, cells, _ in _tables(stream):
        if section == _SETTING and context.unit is None:
            context.unit = _mass(cells.get("mass", ""))
        elif section == _SESSIONS and len(context.sessions) < _MOST_SESSIONS:
            # Of two sessions with one id, the first one is kept: logs point to it.
            context.sessions.setdefault(cells.get("_id", "").strip(), _session(cells))
        elif section == _LOGS and not cells.get("logs", "").strip():
            missing.add(cells.get("_id", "").strip())
    if missing - {""}:
        _add_set_logs(stream, context, missing - {""})
    return context


def _add_set_logs(stream: BinaryIO, context: _Context, wanted: set[str]) -> None:
    count = 0
    for section, cells, _ in _tables(stream):
        log = cells.get("exercise_log_id", "").strip()
        if section != _SET_LOGS or log not in wanted or count >= _MOST_SET_LOGS:
            continue
        weight = cells.get("weight_lbs", "").strip()
        context.sets.setdefault(log, []).append(f"{weight}x{cells.get('reps', '')}")
        count += 1


def _session(cells: Mapping[str, str]) -> _Session:
    started = _epoch(cells.get("starttime", "")) or _epoch(cells.get("starttimie", ""))
    seconds = fields.number_or_none(cells.get("total_time", ""))
    return _Session(
        day=cells.get("mydate", ""),
        started=started,
        seconds=int(seconds) if seconds and seconds < _EPOCH.start else None,
    )


def _epoch(text: str) -> datetime | None:
    number = fields.number_or_none(text)
    if number is None or int(number) not in _EPOCH:
        return None
    return datetime.fromtimestamp(int(number), UTC)


def _mass(text: str) -> WeightUnit | None:
    if "kg" in text.casefold():
        return "kg"
    return "lb" if "lb" in text.casefold() else None


def _unit(row: list[str]) -> WeightUnit | None:
    found = (_mass(cell) for cell in row if cell.strip().casefold() in _UNIT_CELLS)
    return next((unit for unit in found if unit), None)


_UNIT_CELLS: Final = frozenset(("kg", "kgs", "lb", "lbs"))


def _columns(stream: BinaryIO) -> Columns:
    stream.seek(0)
    _, rows = records(stream, heading=False)
    found = (
        cells
        for section, cells in _sections(row.cells for row in rows)
        if section == _LOGS
    )
    heading = [cell.strip() for cell in next(found, [])]
    if not {"ename", "logs"} <= {cell.casefold() for cell in heading}:
        raise UnreadableFileError(
            "This Jefit export has no table of exercises (EXERCISE LOGS with ename and "
            "logs).",
            remedy="Export all data from Jefit and import the file unchanged.",
        )
    places = {text.casefold(): place for place, text in enumerate(heading)}
    ours = {
        "date": places.get("mydate", places.get("belongsession", -1)),
        "exercise": places["ename"],
        "weight": places["logs"],
        "reps": places["logs"],
    }
    cardio = {name: len(heading) + place for place, name in enumerate(_OF_CARDIO)}
    return Columns(
        places={**places, **ours, **cardio},
        written=(*heading, *_OF_CARDIO),
        delimiter=",",
    )


def _rows(
    stream: BinaryIO, sections: tuple[str, ...], columns: Columns
) -> Iterator[Row]:
    """Yield the rows of exercises, and those of cardio in the same columns."""
    for section, cells, row in _tables(stream):
        if section == sections[0]:
            yield row
        elif section in sections:
            yield Row(row.line, _as_log(cells, columns))


def _as_log(cells: Mapping[str, str], columns: Columns) -> list[str]:
    """Write a row of cardio as a log with a time and a distance."""
    found = [""] * len(columns.written)
    name = cells.get("ename", "").strip() or f"Cardio {cells.get('eid', '').strip()}"
    cardio = (cells.get("duration", "").strip(), cells.get("distance", "").strip())
    for column, text in (
        ("ename", name),
        ("mydate", cells.get("mydate", "")),
        ("belongsession", cells.get("belongsession", "")),
        *zip(_OF_CARDIO, cardio, strict=True),
    ):
        if column in columns.places:
            found[columns.places[column]] = text
    return found


def _measures(
    stream: BinaryIO, options: ReadOptions, unit: WeightUnit
) -> Iterator[Item]:
    for section, cells, _ in _tables(stream):
        if section != _PROFILE:
            continue
        when = moment(cells.get("mydate", ""))
        values = [
            body_value(body_kind(name), text, unit if name == "weight" else "")
            for name, text in cells.items()
            if name not in _NOT_MEASURES
        ]
        kept = tuple(value for value in values if value)
        if when is not None and kept:
            yield BodyRecord(fields.wall_time(when.when, options.timezone), kept)


class _Reader:
    """What the logs of exercises mean."""

    def __init__(
        self, columns: Columns, context: _Context, *, unit: WeightUnit
    ) -> None:
        self.columns = columns
        self._context = context
        self._unit = unit

    def mark(self, row: Row) -> tuple[str, ...]:
        cell = self.columns.cell
        session = cell(row, "belongsession").strip()
        # Without a session, what was logged on one day is one workout.
        day = "" if session in self._context.sessions else cell(row, "mydate").strip()
        return session, day

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[fields.Doubt]]:
        cell = self.columns.cell
        number = cell(row, "belongsession").strip()
        session = self._context.sessions.get(number)
        if session is None:
            session = _Session(cell(row, "mydate"), _epoch(number), None)
        if session.started is not None:
            when: Moment | None = Moment(session.started, has_time=True)
        else:
            when = moment(session.day or cell(row, "mydate"))
        day = (
            session.day
            or cell(row, "mydate")
            or f"session {number}, which the file lacks,"
        )
        draft = Draft(Jefit.app, reading, name="", when=when, day=day)
        return draft, draft.last(session.seconds)

    def take(self, row: Row, draft: Draft) -> list[fields.Doubt]:
        cell = self.columns.cell
        name = cell(row, "exercise")
        seconds, distance = (cell(row, column) for column in _OF_CARDIO)
        if seconds or distance:
            return draft.add(
                SetCells(
                    exercise=name,
                    unit=self._unit,
                    seconds=seconds,
                    distance=distance,
                    distance_unit="km" if self._unit == "kg" else "mi",
                )
            )
        packed = cell(row, "logs")
        unit = self._unit
        parts = [part for part in packed.split(",") if part.strip()]
        if not parts:
            parts, unit = self._context.sets.get(cell(row, "_id").strip(), []), "lb"
        doubts = []
        for part in parts:
            doubts += _add_packed(draft, name, part, unit)
        return doubts


def _add_packed(
    draft: Draft, name: str, part: str, unit: WeightUnit
) -> list[fields.Doubt]:
    pieces = re.split("[xX\u00d7*]", part)
    weight, reps = (*pieces, "")[:_PACKED_PARTS]
    is_whole = len(pieces) == _PACKED_PARTS and reps.strip() and weight.strip()
    doubts = draft.add(
        SetCells(
            exercise=name,
            unit=unit,
            weight=weight,
            reps=reps,
            doubtful=not is_whole,
        )
    )
    if not is_whole:
        doubts.append(
            fields.Doubt("logs", remark("setsPackedWrong", text=part.strip()[:40]))
        )
    return doubts


JEFIT: Final = Jefit()
