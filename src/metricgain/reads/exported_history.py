"""What was done, workout by workout, as another app or a spreadsheet reads it."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime, time
from functools import cache
from itertools import groupby
from typing import BinaryIO, Final, Literal, TypeAlias
from zoneinfo import ZoneInfo

from metricgain.importers.outgoing import OutgoingSet, OutgoingWorkout, Writer
from metricgain.importers.values import WeightUnit
from metricgain.importers.write_hevy import HevyCsv
from metricgain.importers.write_openweight import OpenweightJson
from metricgain.importers.write_sets import SetsCsv
from metricgain.importers.write_strong import StrongCsv
from metricgain.kit.tabular import Cell, Column, Kind, ParquetWriting
from metricgain.store.database import Row, Transaction
from metricgain.store.exporting import history_in_parts, names_in_app
from metricgain.store.preferences import load_preferences

Heard: TypeAlias = Callable[[int], object]
HistoryFormat: TypeAlias = Literal["csv", "strong", "hevy", "openweight"]

_KINDS: Final[Mapping[str, Kind]] = {
    "started_at": "moment",
    "local_date": "day",
    "workout": "text",
    "block": "text",
    "week_number": "whole",
    "exercise": "text",
    "muscle_group": "text",
    "set_number": "whole",
    "set_type": "text",
    "weight": "number",
    "weight_unit": "text",
    "reps": "whole",
    "rir": "number",
    "seconds": "whole",
    "distance_m": "number",
    "note": "text",
    "to_confirm": "flag",
}
COLUMNS: Final = tuple(Column(name=name, kind=kind) for name, kind in _KINDS.items())
"""The columns of a history as Parquet."""
_NOON: Final = time(12)
_WRITERS: Final[Mapping[HistoryFormat, Callable[[WeightUnit], Writer]]] = {
    "csv": lambda _: SetsCsv(),
    "strong": StrongCsv,
    "hevy": HevyCsv,
    "openweight": lambda _: OpenweightJson(),
}


def unheard(_sets: int) -> None:
    """Let nobody know how many sets are written."""


async def exported_history(
    tx: Transaction,
    format_: HistoryFormat,
    *,
    unit: WeightUnit | None,
    heard: Heard = unheard,
) -> AsyncIterator[str]:
    """Yield the text of the bound user's history in a format, a part at a time.

    `unit` is that of formats which have one for all weights; None: the user's own.
    `heard` is told how many sets were written since.
    """
    if unit is None:
        unit = "lb" if (await load_preferences(tx)).weight_unit == "lb" else "kg"
    writer = _WRITERS[format_](unit)
    yield writer.head
    async for workouts in outgoing_workouts(tx, app=format_):
        yield "".join(map(writer.add, workouts))
        heard(sum(len(one.sets) for one in workouts))
    yield writer.tail


async def history_as_parquet(
    tx: Transaction, target: BinaryIO, *, heard: Heard = unheard
) -> None:
    """Write every set of the bound user as Parquet. Raises NotInstalled."""
    writing = ParquetWriting(COLUMNS, target)
    async for workouts in outgoing_workouts(tx, app=""):
        rows = [_cells(one, each) for one in workouts for each in one.sets]
        writing.add(rows)
        heard(len(rows))
    writing.close()


async def outgoing_workouts(
    tx: Transaction, *, app: str
) -> AsyncIterator[list[OutgoingWorkout]]:
    """Yield all workouts with sets, oldest first, some at a time.

    Exercises that were imported from the app go by the names that it has for them.
    """
    names = await names_in_app(tx, app)
    waiting: list[Row] = []
    async for rows in history_in_parts(tx):
        # The last workout may go on in the next part.
        last = rows[-1]["log_id"]
        whole = [row for row in rows if row["log_id"] != last]
        if whole:
            yield _workouts([*waiting, *whole], names)
            waiting = []
        waiting += [row for row in rows if row["log_id"] == last]
    yield _workouts(waiting, names)


def _cells(workout: OutgoingWorkout, one: OutgoingSet) -> Sequence[Cell]:
    return (
        *(workout.started, workout.local_date, workout.name or None),
        *(workout.block or None, workout.week_number, one.exercise, one.muscle_group),
        *(one.set_number, one.set_type, float(one.weight), one.weight_unit, one.reps),
        *(None if one.rir is None else float(one.rir), one.seconds),
        None if one.distance_m is None else float(one.distance_m),
        *(one.note or None, one.to_confirm),
    )


def _workouts(rows: list[Row], names: Mapping[int, str]) -> list[OutgoingWorkout]:
    return [
        _workout(list(group), names)
        for _, group in groupby(rows, key=lambda row: row["log_id"])
    ]


def _workout(rows: list[Row], names: Mapping[int, str]) -> OutgoingWorkout:
    first = rows[0]
    return OutgoingWorkout(
        name=first["workout"],
        started=_started(first),
        local_date=first["local_date"],
        seconds=first["lasted"],
        notes=first["notes"],
        block=first["block"],
        week_number=first["week_number"],
        body_weight_kg=first["body_weight_kg"],
        sets=tuple(_set(row, names) for row in rows),
    )


def _started(row: Row) -> datetime:
    """Return when the workout began by the lifter's clock, on the day that it was for.

    Where the zone of the account has changed since, it is put at noon of that day.
    """
    zone = _zone(row["timezone"])
    started: datetime = row["started_at"].astimezone(zone).replace(microsecond=0)
    if started.date() == row["local_date"]:
        return started
    return datetime.combine(row["local_date"], _NOON, zone)


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _set(row: Row, names: Mapping[int, str]) -> OutgoingSet:
    return OutgoingSet(
        exercise=names.get(row["exercise_id"], row["exercise"]),
        muscle_group=row["muscle_group"],
        set_number=row["set_number"],
        set_type=row["set_type"],
        weight=row["weight"],
        weight_unit=row["weight_unit"],
        reps=row["reps"],
        rir=row["rir"],
        seconds=row["seconds"],
        distance_m=row["distance_m"],
        note=row["note"],
        to_confirm=row["to_confirm"],
    )
