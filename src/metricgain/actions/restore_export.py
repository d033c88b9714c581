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
from metricgain.importers.values import UnreadableFileError
from metricgain.kit.errors import Conflict, Invalid, Refusal
from metricgain.kit.timezones import checked_timezone
from metricgain.store.audit import note_event
from metricgain.store.changes import Change
from metricgain.store.owned_rows import (
    EXPORTED,
    names_of,
    put_account_back,
    put_rows_back,
    refuse_unless_empty,
    tell_devices,
)

_ROWS_AT_ONCE: Final = 2000
_LONGEST_NAME: Final = 255
_DATED: Final = "workout_logs"
_PLACES: Final = {table.name: place for place, table in enumerate(EXPORTED)}
_NAMES: Final = {table.name: names_of(table) for table in EXPORTED}


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
    with closing(read_own_export(stream, tables=frozenset(_PLACES))) as entries:
        head = await asyncio.to_thread(next, entries, None)
        if isinstance(head, OwnHead) and not merge:
            await _put_account_back(change, head)
        counts: dict[str, int] = {}
        last = 0
        while rows := await asyncio.to_thread(_some, entries):
            for table, group in groupby(rows, key=lambda row: row.table):
                last = _in_order(table, last)
                added = await _put_back(change, list(group), merge=merge)
                counts[table] = counts.get(table, 0) + added
            progress(len(rows))
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
    with closing(read_own_export(stream, tables=frozenset(_PLACES))) as entries:
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


def _some(entries: Iterator[OwnHead | OwnRow]) -> list[OwnRow]:
    return [one for one in islice(entries, _ROWS_AT_ONCE) if isinstance(one, OwnRow)]


def _in_order(table: str, last: int) -> int:
    if _PLACES[table] < last:
        raise UnreadableFileError(
            f"{table} stands behind tables that refer to it.",
            remedy="Use the file as it was exported.",
        )
    return _PLACES[table]


async def _put_account_back(change: Change, head: OwnHead) -> None:
    name, timezone = head.account.get("full_name"), head.account.get("timezone")
    if not (name is None or (isinstance(name, str) and len(name) <= _LONGEST_NAME)):
        raise Invalid(f"must have {_LONGEST_NAME} letters or less", field="full_name")
    if not isinstance(timezone, str):
        raise Invalid("is required", field="timezone")
    await put_account_back(change, full_name=name, timezone=checked_timezone(timezone))


async def _put_back(change: Change, rows: list[OwnRow], *, merge: bool) -> int:
    table = rows[0].table
    for row in rows:
        if unknown := row.names - _NAMES[table]:
            raise UnreadableFileError(
                f"Line {row.line}: {min(unknown)[:80]!r} is no value of {table}.",
                remedy="Update MetricGain and try again, or take the value out.",
            )
    try:
        return await put_rows_back(
            change, table, [row.text for row in rows], merge=merge
        )
    except Refusal as refused:
        lines = f"{rows[0].line} to {rows[-1].line}"
        raise Invalid(
            f"a row of {table} in the lines {lines} is refused: {refused.rule}",
            field=refused.field or "file",
            remedy="Use the file as it was exported, by this version or an older one.",
        ) from refused
