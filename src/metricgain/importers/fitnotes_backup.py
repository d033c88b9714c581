"""Reads the backup of FitNotes for Android: a SQLite database."""

import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, BinaryIO, Final

from metricgain.importers import fields
from metricgain.importers.body import body_kind, body_unit, body_value
from metricgain.importers.drafts import Draft, Reading, SetCells
from metricgain.importers.moments import moment
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Head
from metricgain.importers.values import (
    BodyRecord,
    Finding,
    Item,
    ReadOptions,
    UnreadableFileError,
)

MAGIC: Final = b"SQLite format 3\0"
LARGEST: Final = 256 * 1024 * 1024
_BLOCK: Final = 1024 * 1024
# So many steps of SQLite's machine are minutes: no backup needs them.
_MOST_STEPS: Final = 500
_STEPS: Final = 1_000_000
_NOTE_OF_SET: Final = 1
_NOISE: Final = Decimal("0.00001")


@dataclass(frozen=True, slots=True)
class _Log:
    """One row of the training log, as the database has it."""

    id: int
    date: str
    exercise: str
    weight: object
    reps: object
    distance: object
    seconds: object


class FitNotesBackup:
    """The format of FitNotes' "Backup": weights are kilograms, days have no times."""

    app = "fitnotes"
    label = "FitNotes backup"
    one_unit = False

    def recognises(self, head: Head) -> bool:
        """Tell a SQLite database; which one it is shows when it is opened."""
        return head.start.startswith(MAGIC)

    def states_unit(self, head: Head) -> bool:
        """Say yes: the database keeps kilograms."""
        return self.recognises(head)

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield measurements, then the workouts of each day.

        Raises `UnreadableFileError` for a database that is damaged, of another app,
        or too large.
        """
        try:
            with tempfile.NamedTemporaryFile(suffix=".fitnotes") as copy:
                _copy(stream, copy.file)
                with closing(_opened(copy.name)) as database:
                    yield from _read(database, options)
        except (sqlite3.Error, OverflowError, UnicodeError) as error:
            raise UnreadableFileError(
                f"The backup is damaged ({error}).",
                remedy="Make a new backup in FitNotes, or export to CSV there.",
            ) from error


def _copy(stream: BinaryIO, target: IO[bytes]) -> None:
    stream.seek(0)
    size = 0
    while block := stream.read(_BLOCK):
        size += len(block)
        if size > LARGEST:
            raise UnreadableFileError(
                f"The backup is larger than {LARGEST // 1024 // 1024} MiB.",
                remedy="Export to CSV in FitNotes and import that file.",
            )
        target.write(block)
    target.flush()


def _opened(name: str) -> sqlite3.Connection:
    # Rows are taken by one thread after another, never by two at once.
    database = sqlite3.connect(
        f"file:{name}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    # Nothing in the file is believed but its rows, and no statement runs for minutes.
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    steps = Counter[str]()

    def watch() -> bool:
        steps["done"] += 1
        return steps["done"] > _MOST_STEPS

    database.set_progress_handler(watch, _STEPS)
    return database


def _read(database: sqlite3.Connection, options: ReadOptions) -> Iterator[Item]:
    tables = {
        name
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        )
    }
    if not {"training_log", "exercise"} <= tables:
        raise UnreadableFileError(
            "This database is no backup of FitNotes.",
            remedy="Import the .fitnotes file that FitNotes saves.",
        )
    yield from _body(database, tables, options)
    notes = _notes(database, tables)
    workout_notes = _workout_notes(database, tables)
    reading = Reading(zone=options.timezone, disguised=options.disguised)
    draft: Draft | None = None
    for log in _logs(database):
        if draft is None or log.date != draft.day:
            if draft is not None:
                yield draft.finish()
            draft = Draft(
                FitNotesBackup.app,
                reading,
                name="",
                when=moment(log.date),
                day=log.date,
                notes=[fields.note(workout_notes.get(log.date[:10], ""))],
            )
        yield from _take(log, draft, notes.get(log.id, ""))
    if draft is not None:
        yield draft.finish()
    yield from reading.disguise.findings()


def _take(log: _Log, draft: Draft, note: str) -> Iterator[Finding]:
    cells = SetCells(
        exercise=log.exercise,
        unit="kg",
        weight=_number(log.weight),
        reps=_number(log.reps),
        seconds=_number(log.seconds),
        distance=_number(log.distance),
        notes=note,
    )
    try:
        doubts = draft.add(cells)
    except fields.RefusedCellError as refused:
        yield refused.at(log.id, refused.column)
        return
    draft.rows += 1
    if draft.when is None:
        draft.refused_rows += 1
        said = remark("dateNoneInFitNotes", text=log.date[:40])
        yield said.at("refused", log.id, "date")
    yield from (doubt.at(log.id, doubt.column) for doubt in doubts)


def _number(value: object) -> str:
    """Return a number as a cell, without the noise of single precision."""
    if isinstance(value, float):
        near = Decimal(value).quantize(_NOISE) if abs(value) < 10**9 else Decimal(0)
        return f"{near.normalize():f}"
    return "" if value is None else str(value)[:100]


def _columns(database: sqlite3.Connection, table: str) -> set[str]:
    found = database.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return {name for (name,) in found}


def _logs(database: sqlite3.Connection) -> Iterator[_Log]:
    present = _columns(database, "training_log")
    distance = "t.distance" if "distance" in present else "NULL"
    seconds = "t.duration_seconds" if "duration_seconds" in present else "NULL"
    rows = database.execute(
        "SELECT t._id, t.date, e.name, t.metric_weight, t.reps,"  # noqa: S608 - one of two names each
        f" {distance}, {seconds}"
        " FROM training_log AS t LEFT JOIN exercise AS e ON e._id = t.exercise_id"
        " ORDER BY t.date, t._id"
    )
    for number, date, exercise, weight, reps, metres, time in rows:
        yield _Log(
            id=max(number, 1) if isinstance(number, int) else 1,
            date=str(date or ""),
            exercise=str(exercise or ""),
            weight=weight,
            reps=reps,
            distance=metres,
            seconds=time,
        )


def _notes(database: sqlite3.Connection, tables: set[str]) -> dict[int, str]:
    """Return the comments on sets, by the id of the set."""
    if "Comment" not in tables:
        return {}
    rows = database.execute(
        "SELECT owner_id, comment FROM Comment WHERE owner_type_id = ?"
        " ORDER BY _id DESC LIMIT 100000",
        (_NOTE_OF_SET,),
    )
    return {owner: str(text or "")[: fields.LONGEST_NOTE] for owner, text in rows}


def _workout_notes(database: sqlite3.Connection, tables: set[str]) -> dict[str, str]:
    """Return the comments on days, by the day."""
    if "WorkoutComment" not in tables:
        return {}
    rows = database.execute(
        "SELECT date, comment FROM WorkoutComment ORDER BY _id LIMIT 50000"
    )
    found = defaultdict[str, list[str]](list)
    for date, text in rows:
        found[str(date or "")[:10]].append(str(text or "")[: fields.LONGEST_NOTE])
    return {day: "\n".join(texts) for day, texts in found.items()}


def _body(
    database: sqlite3.Connection, tables: set[str], options: ReadOptions
) -> Iterator[Item]:
    if "BodyWeight" in tables:
        yield from _measured(
            database.execute(
                "SELECT date, 'weight', body_weight_metric, 'kg', comments, body_fat"
                " FROM BodyWeight ORDER BY date"
            ),
            options,
        )
    if {"MeasurementRecord", "Measurement", "MeasurementUnit"} <= tables:
        yield from _measured(
            database.execute(
                "SELECT r.date || ' ' || coalesce(r.time, ''), m.name, r.value,"
                " u.short_name, r.comment, NULL FROM MeasurementRecord AS r"
                " JOIN Measurement AS m ON m._id = r.measurement_id"
                " LEFT JOIN MeasurementUnit AS u ON u._id = m.unit_id"
                " ORDER BY r.date, r._id"
            ),
            options,
        )


def _measured(rows: sqlite3.Cursor, options: ReadOptions) -> Iterator[Item]:
    for date, name, value, unit, note, fat in rows:
        when = moment(str(date or "").strip())
        written = str(unit or "")
        values = (
            body_value(
                body_kind(str(name)), _number(value), body_unit(written) or written[:10]
            ),
            body_value("fat", _number(fat), "%"),
        )
        kept = tuple(one for one in values if one)
        if when is not None and kept:
            wall_time = fields.wall_time(when.when, options.timezone)
            yield BodyRecord(wall_time, kept, fields.note(str(note or "")))


FITNOTES_BACKUP: Final = FitNotesBackup()
