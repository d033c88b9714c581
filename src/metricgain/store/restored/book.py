"""Reads the rows of a full export with care: each is checked as it comes by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from metricgain.kit.errors import Conflict, Invalid, NotFound, Refusal
from metricgain.store.owned_rows import EXPORTED
from metricgain.store.restored.older import as_of_today
from metricgain.store.restored.rules import (
    Flaw,
    bounds_of,
    flaw_of,
    key_of,
    parents_of,
    read_row,
)

AS_EXPORTED: Final = "Use the file as it was exported, by this version or an older one."
_NEWER: Final = "Update MetricGain and try again, or take the value out."
_TABLES: Final = {table.name: table for table in EXPORTED}
_PARENTS: Final = {name: parents_of(table) for name, table in _TABLES.items()}
_WRITER: Final = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRow:
    """A row that may be written: its text as JSON, and the line that it stood in.

    `left` is what an older version said in it that has no column any more.
    """

    table: str
    line: int
    text: str
    left: Mapping[str, object]


class RowBook:
    """What was read of a file so far, of which the next row must not say otherwise."""

    def __init__(self, user_id: int) -> None:
        self._user_id = user_id
        self._tables: list[str] = []
        self._lines: dict[int, int] = {}

    def checked(self, table: str, line: int, text: str) -> list[CheckedRow]:
        """Return what is to be written of a row: itself, and what it stands for.

        Raises Invalid for a value that breaks a rule, a row that was there already, and
        a table that stands twice or behind one that points to it.
        """
        self._begin(table, line)
        try:
            values = read_row(text)
        except ValueError as error:
            raise _broken(
                table, line, Flaw("", f"is no JSON that can be stored ({error})")
            ) from error
        today = as_of_today(table, values, user_id=self._user_id)
        for name, row in (*today.before, (table, today.row)):
            flaw = flaw_of(_TABLES[name], row)
            if flaw is not None:
                raise _broken(name, line, flaw)
        self._once(table, line, values)
        itself = text if today.row is values else _text(today.row)
        rows = [*((name, _text(row)) for name, row in today.before), (table, itself)]
        return [
            CheckedRow(
                table=name,
                line=line,
                text=one,
                left=today.left if name == table else {},
            )
            for name, one in rows
        ]

    def _begin(self, table: str, line: int) -> None:
        if self._tables and self._tables[-1] == table:
            return
        before = [one for one in self._tables if table in _PARENTS[one]]
        if table in self._tables or before:
            what = f"behind {before[0]}, which points to it" if before else "twice"
            raise Invalid(
                f"line {line}: {table} stands {what}", field=table, remedy=AS_EXPORTED
            )
        self._tables.append(table)
        self._lines.clear()

    def _once(self, table: str, line: int, values: Mapping[str, object]) -> None:
        # The hash is enough to tell rows apart, and takes a tenth of the room.
        key = key_of(_TABLES[table], values)
        first = self._lines.setdefault(hash(key), line)
        if first != line:
            named = ", ".join(str(one)[:40] for one in key)
            rule = f"stands in line {first} already"
            raise _broken(table, line, Flaw(f"{table} {named}", rule))


def refused_row(row: CheckedRow, refused: Refusal) -> Invalid:
    """Return what to say of a row that the database has refused."""
    field, rule = refused.field, refused.rule
    bounds = bounds_of(_TABLES[row.table], field)
    match refused:
        case NotFound():
            rule = "names what is neither in the file nor in the account"
        case Conflict():
            rule = "is there already, and may be there once only"
        case _ if bounds:
            rule = f"{rule}: {bounds}"
        case _:
            pass
    return _broken(row.table, row.line, Flaw(field, rule))


def _broken(table: str, line: int, flaw: Flaw) -> Invalid:
    is_unknown = flaw.rule.startswith("is no value of")
    return Invalid(
        f"line {line}, a row of {table}: {flaw.rule}",
        field=flaw.field or "file",
        remedy=_NEWER if is_unknown else AS_EXPORTED,
    )


def _text(row: Mapping[str, object]) -> str:
    return _WRITER.encode(row).decode()
