"""Compares the statistics that are kept with what follows from the log."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final, TypeAlias

from metricgain.engine.statistics import (
    ExerciseRow,
    MuscleRow,
    RecordRow,
    Statistics,
    Week,
    WeekRow,
    statistics,
)
from metricgain.store.database import Database, sql
from metricgain.store.statistics.history import (
    load_facts,
    load_statistics,
    load_workouts,
)

_Row: TypeAlias = WeekRow | MuscleRow | ExerciseRow | RecordRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A user whose statistics can be verified."""

    user_id: int
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A column of a row that is kept otherwise than it follows from the log.

    `row` says which one. `column` is empty for a row that is missing or too many.
    """

    table: str
    row: str
    column: str
    kept: str
    right: str

    def __str__(self) -> str:
        where = f"{self.table} {self.row}"
        if self.column:
            return f"{where}: {self.column} is {self.kept}, right is {self.right}"
        return f"{where}: {self.kept}, {self.right}"


async def users_to_verify(
    database: Database, *, user_id: int | None = None, since: datetime | None = None
) -> list[Person]:
    """Return one user, those whose statistics were computed since a moment, or all."""
    async with database.as_system() as system:
        rows = await system.rows(sql("stats_users"), user_id, since)
    return [Person(user_id=row["id"], email=row["email"]) for row in rows]


async def verify(database: Database, user_id: int) -> list[Difference]:
    """Return every difference between a user's statistics and the user's log.

    It looks at one moment and stands in nobody's way.
    """
    async with database.as_user(user_id) as tx:
        await tx.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        kept = await load_statistics(tx)
        workouts = await load_workouts(tx)
        facts = await load_facts(tx, user_id)
    # A long history is work for the processor: a thread keeps the server answering.
    return await asyncio.to_thread(
        lambda: differences(kept, statistics(workouts, facts))
    )


def differences(kept: Statistics, right: Statistics) -> list[Difference]:
    """Return what is kept otherwise than it is right, in the order of tables."""
    return [
        *_compared("weekly_stats", kept.weeks, right.weeks, _week_name),
        *_compared("weekly_muscle_stats", kept.muscles, right.muscles, _muscle_name),
        *_compared(
            "exercise_weekly_summary", kept.exercises, right.exercises, _exercise_name
        ),
        *_compared("personal_records", kept.records, right.records, _record_name),
    ]


def _compared(
    table: str,
    kept: Iterable[_Row],
    right: Iterable[_Row],
    name_of: Callable[[Any], str],
) -> list[Difference]:
    was = {name_of(row): row for row in kept}
    should = {name_of(row): row for row in right}
    found = []
    for name in sorted({*was, *should}):
        if name not in should:
            found.append(_odd(table, name, "is there", "follows from no set"))
        elif name not in was:
            found.append(_odd(table, name, "is missing", "follows from the log"))
        else:
            found += _columns(table, name, was[name], should[name])
    return found


def _odd(table: str, row: str, kept: str, right: str) -> Difference:
    return Difference(table=table, row=row, column="", kept=kept, right=right)


def _columns(table: str, name: str, was: _Row, should: _Row) -> list[Difference]:
    return [
        Difference(
            table=table,
            row=name,
            column=_COLUMNS.get(field.name, field.name),
            kept=str(getattr(was, field.name)),
            right=str(getattr(should, field.name)),
        )
        for field in fields(should)
        if getattr(was, field.name) != getattr(should, field.name)
    ]


_COLUMNS: Final[Mapping[str, str]] = {"best": "best_log_id, best_set_id"}


def _week_name(row: WeekRow) -> str:
    return _iso(row.week)


def _muscle_name(row: MuscleRow) -> str:
    return f"{_iso(row.week)} {row.muscle}"


def _exercise_name(row: ExerciseRow) -> str:
    return f"{_iso(row.week)} exercise {row.exercise_id}"


def _record_name(row: RecordRow) -> str:
    of = f" of {row.reps}" if row.kind == "weight" else ""
    return f"exercise {row.exercise_id} {row.kind}{of}"


def _iso(week: Week) -> str:
    year, number = week
    return f"{year}-W{number:02d}"
