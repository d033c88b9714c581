"""Put an export of one's own back: everything in it, or nothing."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby, islice
from typing import BinaryIO, Final

import msgspec

from metricgain.importers.own_export import OwnHead, OwnRow, read_own_export
from metricgain.kit.errors import Conflict, Invalid, Refusal
from metricgain.kit.timezones import checked_timezone
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.database import DatabaseAway
from metricgain.store.owned_rows import (
    EXPORTED,
    check_at_once,
    find_misplaced,
    put_account_back,
    put_rows_back,
    refuse_unless_empty,
    tell_devices,
)
from metricgain.store.refusals import Busy
from metricgain.store.restored.book import (
    AS_EXPORTED,
    CheckedRow,
    RowBook,
    refused_row,
)
from metricgain.store.restored.older import keep_left

_ROWS_AT_ONCE: Final = 2000
_LONGEST_NAME: Final = 255
_DATED: Final = "workout_logs"
_TABLES: Final = frozenset(table.name for table in EXPORTED)


class _Dated(msgspec.Struct):
    local_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """How many rows each table got; rows that were here already do not count."""

    rows: Mapping[str, int] = field(default_factory=dict)

    @property
    def in_all(self) -> int:
        """The rows of all tables together."""
        return sum(self.rows.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLook:
    """What an export holds: whose it was, since when, how many rows of each table.

    The days are those of its first and its last workout, None where it has none.
    """

    email: str
    exported_at: datetime | None
    rows: Mapping[str, int]
    first_date: date | None
    last_date: date | None


def unheard(_rows: int) -> None:
    """Let nobody know how far a restoration is."""


async def restore_export(
    change: Change,
    *,
    stream: BinaryIO,
    merge: bool = False,
    progress: Callable[[int], object] = unheard,
) -> Restored:
    """Put the rows of a full export into the account that the change is of.

    The account has to be empty, unless rows are to `merge`: what is here then stays as
    it is. `progress` is told how many rows were read since. Raises
    `UnreadableFileError` for a file that is none, Conflict for an account with a
    history, and Invalid for a row that breaks a rule; nothing is restored then.
    """
    if not merge:
        await refuse_unless_empty(change)
    await check_at_once(change)
    book = RowBook(change.user_id)
    with closing(read_own_export(stream, tables=_TABLES)) as entries:
        head = await asyncio.to_thread(next, entries, None)
        if isinstance(head, OwnHead) and not merge:
            await _put_account_back(change, head)
        counts: Counter[str] = Counter()
        while rows := await asyncio.to_thread(_some, entries, book):
            counts.update(await _put_back(change, rows, merge=merge))
            progress(len(rows))
    await _refuse_misplaced(change)
    await tell_devices(change, merge=merge)
    await note_event(change.tx, change.user_id, "restored", now=change.now)
    return Restored(rows=counts)


async def look_at_export(stream: BinaryIO) -> ExportLook:
    """Return what an export holds, read to its end. Raises UnreadableFileError."""
    return await asyncio.to_thread(_look, stream)


async def refuse_unless_welcome(change: Change, *, files: int, merge: bool) -> None:
    """Raise Conflict unless an export may be put back into this account now.

    It has to come alone among `files`, and the account has to be empty or to `merge`.
    """
    if files > 1:
        raise Conflict(
            "an export of MetricGain is put back alone",
            field="files",
            remedy="Leave the other files out, and import them afterwards.",
        )
    if not merge:
        await refuse_unless_empty(change)


def _look(stream: BinaryIO) -> ExportLook:
    head = OwnHead(account={})
    counts: Counter[str] = Counter()
    days: set[date] = set()
    with closing(read_own_export(stream, tables=_TABLES)) as entries:
        for entry in entries:
            if isinstance(entry, OwnHead):
                head = entry
                continue
            counts[entry.table] += 1
            if entry.table == _DATED:
                with suppress(msgspec.ValidationError):
                    days.add(msgspec.json.decode(entry.text, type=_Dated).local_date)
    email = head.account.get("email")
    return ExportLook(
        email=email if isinstance(email, str) else "",
        exported_at=_moment(head.exported_at),
        rows=counts,
        first_date=min(days, default=None),
        last_date=max(days, default=None),
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _some(entries: Iterator[OwnHead | OwnRow], book: RowBook) -> list[CheckedRow]:
    rows = islice(entries, _ROWS_AT_ONCE)
    return [
        checked
        for row in rows
        if isinstance(row, OwnRow)
        for checked in book.checked(row.table, row.line, row.text)
    ]


async def _put_account_back(change: Change, head: OwnHead) -> None:
    name, timezone = head.account.get("full_name"), head.account.get("timezone")
    if not (name is None or (isinstance(name, str) and len(name) <= _LONGEST_NAME)):
        raise Invalid(f"must have {_LONGEST_NAME} letters or less", field="full_name")
    if not isinstance(timezone, str):
        raise Invalid("is required", field="timezone")
    await put_account_back(change, full_name=name, timezone=checked_timezone(timezone))


async def _put_back(
    change: Change, rows: list[CheckedRow], *, merge: bool
) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in rows:
        await keep_left(change, row.left)
    for table, group in groupby(rows, key=lambda row: row.table):
        counts[table] += await _put_table_back(change, list(group), merge=merge)
    return counts


async def _put_table_back(
    change: Change, rows: list[CheckedRow], *, merge: bool
) -> int:
    """Put rows of one table back; halve them until the refused one is found."""
    table = rows[0].table
    try:
        return await put_rows_back(
            change, table, [row.text for row in rows], merge=merge
        )
    except (DatabaseAway, Busy):
        raise
    except Refusal as refused:
        if len(rows) == 1:
            raise refused_row(rows[0], refused) from refused
    half = len(rows) // 2
    return sum(
        [
            await _put_table_back(change, part, merge=merge)
            for part in (rows[:half], rows[half:])
        ]
    )


async def _refuse_misplaced(change: Change) -> None:
    found = await find_misplaced(change)
    if found is not None:
        raise Invalid(
            f"the row {found.id} of {found.table} points to something of another"
            " block, week or day than it is of",
            field=found.field,
            remedy=AS_EXPORTED,
        )
