"""Everything a user owns, row by row as JSON: written out, and put back.

The statements follow from the declared tables, so that a new column comes along by
itself. A new table has to be named here: tests ask whether it is given to its owner.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

import msgspec
from sqlalchemy import Column, Table
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.schema import DefaultClause

from metricgain.kit.errors import Conflict, Refusal
from metricgain.store.archive.seeing import see_archive
from metricgain.store.changes import Change
from metricgain.store.database import DatabaseAway, Transaction, sql
from metricgain.store.tables import metadata
from metricgain.store.tables.metadata import OWNER_BITS

_NAMES: Final = frozenset(
    (
        *("user_preferences", "user_landmarks", "exercises", "exercise_muscles"),
        *("gyms", "gym_equipment", "gym_days"),
        *("training_profiles", "training_profile_muscles"),
        *("training_profile_exercises", "training_profile_free"),
        *("exercise_links", "templates", "imports", "imported_names"),
        *("fitness_programs", "macrocycles"),
        *("mesocycles", "mesocycle_emphasis", "microcycles", "workouts"),
        *("workout_exercises", "workout_instances", "prescriptions", "workout_logs"),
        *("sets", "muscle_group_feedback", "muscle_feedback", "exercise_feedback"),
        *("user_muscle_group_metrics", "progression_decisions", "plan_proposals"),
        "week_changes",
        *("body_measurements", "whoop_recovery", "whoop_sleep", "whoop_cycle"),
    )
)
EXPORTED: Final[tuple[Table, ...]] = tuple(
    table for table in metadata.sorted_tables if table.name in _NAMES
)
"""The tables whose rows are their owner's, parents before what lies in them."""

LEFT_OUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sessions": "Secrets of signed-in browsers.",
        "api_tokens": "Secrets of programs.",
        "audit_events": "What happened here; another server knows of its own.",
        "totp_secrets": "The secret of an authenticator app.",
        "recovery_codes": "Secrets that sign in.",
        "passkeys": "Keys that sign in here only.",
        "provider_identities": "Who signs in here by another service.",
        "calendar_feeds": "The secret of an address.",
        "language_models": "The key of another service.",
        "generated_plans": "Answers that follow from what is exported.",
        "whoop_connections": "Secrets of another service.",
        "whoop_payloads": "The words that exported nights were read from.",
        "sync_state": "Counts what this server has told devices.",
        "sync_mutations": "What devices have sent; what came of it is exported.",
        "import_files": "Waits for an import, and goes by itself.",
        "import_file_parts": "Waits for an import, and goes by itself.",
        "archived_mesocycles": "Holds sets in small; they are exported as sets.",
        "deleted_rows": "Tells devices what is gone.",
        "weekly_stats": "Computed from the log.",
        "weekly_muscle_stats": "Computed from the log.",
        "exercise_weekly_summary": "Computed from the log.",
        "personal_records": "Computed from the log.",
        "stats_state": "Says how far statistics are computed.",
    }
)
"""Owned tables that are not exported, and why."""

_CLEARED: Final = frozenset(("user_id", "revision", "is_system", "times_used"))
_NUMBER_MASK: Final = (1 << OWNER_BITS) - 1
# These are there in a new account, and say nothing of a history.
_ALWAYS_THERE: Final = frozenset(("user_preferences",))
# Their ids stand for themselves: no owner is part of them.
_KNOWN_BY_ID_ALONE: Final = frozenset(("templates",))
_ROWS_AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """What is exported of the account itself."""

    email: str
    full_name: str | None
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Misplaced:
    """A row whose `field` points to something of another block than the row is of."""

    table: str
    id: str
    field: str


def columns_of(table: Table) -> tuple[Column[object], ...]:
    """Return the columns of a table that are exported: not what only we need."""
    return tuple(
        column
        for column in table.columns
        if column.name not in _CLEARED and column.computed is None
    )


def has_json(table: Table) -> bool:
    """Tell whether rows hold JSON, in which exercises may be named, too."""
    return any(isinstance(column.type, JSONB) for column in table.columns)


def is_exercise(column: Column[object]) -> bool:
    """Tell whether a column holds the id of an exercise."""
    return column.name == "exercise_id" or str(column) == "exercises.id"


def portable_exercise(exercise_id: int) -> int:
    """Return the id of an exercise without its owner: own ones below zero."""
    return (
        exercise_id if exercise_id >> OWNER_BITS == 0 else -(exercise_id & _NUMBER_MASK)
    )


def exercise_of(user_id: int, portable: int) -> int:
    """Return the id of an exercise that belongs to a user if it is below zero."""
    return portable if portable >= 0 else (user_id << OWNER_BITS) - portable


async def look_at_one_moment(tx: Transaction) -> None:
    """Let a new transaction see one moment only, however long it reads.

    What is archived it sees as well.
    """
    await tx.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    await tx.run("SET LOCAL TimeZone = 'UTC'")
    await see_archive(tx)


async def load_account_row(tx: Transaction) -> AccountRow:
    """Return what is exported of the bound user's account."""
    row = await tx.row(sql("export_account"), tx.user_id)
    assert row is not None
    return AccountRow(**dict(row))


async def rows_as_json(tx: Transaction, table: Table) -> AsyncIterator[list[str]]:
    """Yield the bound user's rows of a table, each as the text of a JSON object.

    They come in the order of their key, a thousand at a time, from one statement.
    """
    statement = _reading(table)
    is_plain = not has_json(table)
    async for rows in tx.in_parts(statement, tx.user_id, size=_ROWS_AT_ONCE):
        yield [
            row[0] if is_plain else _within(row[0], table, portable_exercise)
            for row in rows
        ]


async def count_rows(tx: Transaction, table: Table) -> int:
    """Return how many rows of a table the bound user has."""
    counted = await tx.value(
        f"SELECT count(*) FROM {table.name} t WHERE {_mine(table)}",  # noqa: S608 - names of our tables
        tx.user_id,
    )
    assert isinstance(counted, int)
    return counted


async def refuse_unless_empty(change: Change) -> None:
    """Raise Conflict if the account has anything that a restored row could meet."""
    for table in EXPORTED:
        if table.name not in _ALWAYS_THERE and await count_rows(change.tx, table):
            raise Conflict(
                f"this account is not empty: it has {table.name.replace('_', ' ')}",
                field="account",
                remedy="Restore into a new account, or merge: rows whose ids are here"
                " already then stay as they are here.",
            )


async def put_account_back(
    change: Change, *, full_name: str | None, timezone: str
) -> None:
    """Give the account the name and the time zone of an export, not its address."""
    await change.tx.run(
        sql("restore_account"), change.user_id, full_name, timezone, change.now
    )


async def put_rows_back(
    change: Change, name: str, rows: Sequence[str], *, merge: bool
) -> int:
    """Add rows of the named table, as texts of JSON objects; return how many are new.

    With `merge`, rows whose keys are here stay as they are. Where another account of
    this installation has a key, as the one that the export is of, the row gets another,
    the same every time. Raises Refusal for what the database does not take; nothing of
    these rows is there then, and the transaction can go on.
    """
    table = metadata.tables[name]
    if has_json(table):
        owned = partial(exercise_of, change.user_id)
        rows = [_within(row, table, owned) for row in rows]
    statements = [_writing(table, merge=merge)]
    if name in _KNOWN_BY_ID_ALONE:
        statements.append(_writing_under_another_id(table))
    given = (*_owner_of(table, change), f"[{','.join(rows)}]")
    await change.tx.run("SAVEPOINT put_back")
    try:
        added = [await change.tx.run(statement, *given) for statement in statements]
    except Refusal as refused:
        if not isinstance(refused, DatabaseAway):
            await change.tx.run("ROLLBACK TO SAVEPOINT put_back")
        raise
    await change.tx.run("RELEASE SAVEPOINT put_back")
    return sum(added)


async def check_at_once(change: Change) -> None:
    """Let the database refuse a row when it is written, and not only at the end."""
    await change.tx.run("SET CONSTRAINTS ALL IMMEDIATE")


async def find_misplaced(change: Change) -> Misplaced | None:
    """Return a row that points to rows which do not belong together, if there is one.

    Only rows that the change has written are looked at.
    """
    row = await change.tx.row(sql("restore_misplaced"), change.user_id, change.revision)
    return None if row is None else Misplaced(**dict(row))


async def tell_devices(change: Change, *, merge: bool) -> None:
    """Let devices and statistics hear of all that is here.

    What was deleted and is back is deleted no more. Rows put back carry the revision of
    the change; after a merge, rows that were here and got something new do, too.
    """
    await change.tx.run(sql("restore_tombstones_clear"), change.user_id)
    for table in EXPORTED if merge else ():
        if "revision" in table.columns and "user_id" in table.columns:
            await change.tx.run(
                f"UPDATE {table.name} SET revision = $2 WHERE user_id = $1",  # noqa: S608 - names of our tables
                change.user_id,
                change.revision,
            )


def _within(row: str, table: Table, changed: Callable[[int], int]) -> str:
    """Change the ids of exercises within the JSON values of a row."""
    values = msgspec.json.decode(row, type=dict[str, object])
    for column in table.columns:
        if isinstance(column.type, JSONB) and column.name in values:
            values[column.name] = _changed(values[column.name], changed)
    return msgspec.json.encode(values).decode()


def _changed(value: object, changed: Callable[[int], int]) -> object:
    match value:
        case dict():
            return {
                key: changed(inner)
                if key == "exercise_id" and isinstance(inner, int)
                else _changed(inner, changed)
                for key, inner in value.items()
            }
        case list():
            return [_changed(inner, changed) for inner in value]
        case _:
            return value


def _reading(table: Table) -> str:
    listed = ", ".join(
        f"{_portable(f't.{column.name}')} AS {column.name}"
        if is_exercise(column)
        else f"t.{column.name}"
        for column in columns_of(table)
    )
    key = ", ".join(f"t.{column.name}" for column in table.primary_key.columns)
    row = "row_to_json(r)"
    # Values that are JSON themselves may hold nulls that mean something.
    shown = row if has_json(table) else f"json_strip_nulls({row})"
    return (
        f"SELECT {shown}::text FROM (SELECT {listed} FROM {table.name} t"  # noqa: S608 - names of our tables
        f" WHERE {_mine(table)} ORDER BY {key}) r"
    )


def _mine(table: Table) -> str:
    if "user_id" in table.columns:
        return "t.user_id = $1"
    first = f"$1::bigint << {OWNER_BITS}"
    return f"t.exercise_id BETWEEN {first} AND ({first}) + {_NUMBER_MASK}"


def _portable(column: str) -> str:
    return (
        f"CASE WHEN {column} >> {OWNER_BITS} = 0 THEN {column}"
        f" ELSE -({column} & {_NUMBER_MASK}) END"
    )


def _writing(table: Table, *, merge: bool) -> str:
    given = _values(table)
    return _inserting(table, given) + _on_conflict(table, given, merge=merge)


def _writing_under_another_id(table: Table) -> str:
    """Write what is not here yet, because its id is taken where nobody can see it."""
    given = _values(table) | {"id": "md5($1::int || '/' || r.id)::uuid"}
    return (
        f"{_inserting(table, given)} WHERE NOT EXISTS (SELECT FROM {table.name} t"
        " WHERE t.user_id = $1 AND t.id = r.id) ON CONFLICT (id) DO NOTHING"
    )


def _values(table: Table) -> dict[str, str]:
    given = {column.name: _given(column) for column in columns_of(table)}
    if "user_id" in table.columns:
        given["user_id"] = "$1::int"
    if "revision" in table.columns:
        given["revision"] = "$2::bigint"
    return given


def _inserting(table: Table, given: Mapping[str, str]) -> str:
    source = "$3" if "revision" in table.columns else "$2"
    names, values = ", ".join(given), ", ".join(given.values())
    return (
        f"INSERT INTO {table.name} ({names}) SELECT {values}"  # noqa: S608 - names of our tables
        f" FROM json_populate_recordset(NULL::{table.name}, {source}::text::json) r"
    )


def _owner_of(table: Table, change: Change) -> tuple[int, ...]:
    if "revision" in table.columns:
        return change.user_id, change.revision
    return (change.user_id,)


def _given(column: Column[object]) -> str:
    if is_exercise(column):
        given = f"r.{column.name}"
        return (
            f"CASE WHEN {given} < 0 THEN ($1::bigint << {OWNER_BITS}) - {given}"
            f" ELSE {given} END"
        )
    default = column.server_default
    if column.nullable or not isinstance(default, DefaultClause):
        return f"r.{column.name}"
    # A column that is younger than the export.
    return f"coalesce(r.{column.name}, {_default(default)})"


def _default(default: DefaultClause) -> str:
    if isinstance(default.arg, str):
        return "'" + default.arg.replace("'", "''") + "'"
    # A function, which every database writes alike.
    return str(default.arg)


def _on_conflict(table: Table, given: Mapping[str, str], *, merge: bool) -> str:
    key = ", ".join(column.name for column in table.primary_key.columns)
    if merge or table.name in _KNOWN_BY_ID_ALONE:
        return f" ON CONFLICT ({key}) DO NOTHING"
    if table.name not in _ALWAYS_THERE:
        return ""
    taken = ", ".join(f"{name} = EXCLUDED.{name}" for name in given if name != key)
    return f" ON CONFLICT ({key}) DO UPDATE SET {taken}"
