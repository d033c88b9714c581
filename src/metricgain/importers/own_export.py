"""Reads our own full export, row by row, from JSON or from a zip archive with it."""

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from os import SEEK_END
from typing import BinaryIO, Final

from metricgain.importers import archives
from metricgain.importers.json_stream import members
from metricgain.importers.opening import LARGEST_TEXT
from metricgain.importers.values import UnreadableFileError
from metricgain.kit.own_format import FORMAT, SCHEMA_VERSION

_HEAD_BYTES: Final = 4096
_START: Final = re.compile(rf'\s*\{{\s*"format"\s*:\s*"{FORMAT}"'.encode())
MOST_ROWS: Final = 2_000_000
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHead:
    """What stands before the rows: an account, as it was written, and when that was."""

    account: dict[str, object]
    exported_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """A row of a table: its text as JSON, and its line."""

    table: str
    line: int
    text: str


def is_own_export(stream: BinaryIO) -> bool:
    """Tell our own export, packed or not, by its first words; leave it at its start."""
    stream.seek(0)
    start = stream.read(_HEAD_BYTES)
    try:
        if not archives.is_archive(start):
            return _is_ours(start)
        names = archives.members(stream)
        if len(names) != 1:
            return False
        with archives.open_member(stream, names[0], room=LARGEST_TEXT) as unpacked:
            return _is_ours(unpacked.read(_HEAD_BYTES))
    except UnreadableFileError:
        return False
    finally:
        stream.seek(0)


def read_own_export(
    stream: BinaryIO, *, tables: frozenset[str], most_rows: int = MOST_ROWS
) -> Generator[OwnHead | OwnRow]:
    """Yield the head, then each row in the order of the file.

    Raises `UnreadableFileError` for a version that is not known, for a table that is
    none of `tables`, for more than a lifetime of rows, and in the middle of a text that
    breaks off.
    """
    with _unpacked(stream) as plain:
        _check_size(plain)
        text = TextIOWrapper(plain, encoding="utf-8-sig", errors="strict")
        try:
            yield from _entries(text, tables, most_rows)
        except UnicodeDecodeError as error:
            raise UnreadableFileError(
                "The export is not UTF-8, in which it was written.",
                remedy="Use the file as it was exported.",
            ) from error
        finally:
            text.detach()


def _entries(
    text: TextIOWrapper, tables: frozenset[str], most_rows: int
) -> Iterator[OwnHead | OwnRow]:
    head: dict[str, object] = {}
    begun = False
    rows = 0
    for entry in members(text, lists=tables):
        rows += entry.is_in_list
        if rows > most_rows:
            raise _too_much(
                f"Line {entry.line}: the export has more than {most_rows:,} rows"
            )
        if entry.is_in_list or entry.value == []:
            if not begun:
                yield _checked(head)
                begun = True
            if entry.is_in_list:
                yield _row(entry.key, entry.line, entry.text, entry.value)
        elif not begun and entry.key in _HEAD:
            head[entry.key] = entry.value
        else:
            raise UnreadableFileError(
                f"Line {entry.line}: {entry.key[:80]!r} is no part of an export of"
                f" version {SCHEMA_VERSION}, or stands in the wrong place.",
                remedy="Use the file as it was exported.",
            )
    if not begun:
        yield _checked(head)


_ACCOUNT: Final = frozenset(("email", "full_name", "timezone"))
_HEAD: Final = frozenset(("format", "schemaVersion", "exportedAt", "account"))


def _row(table: str, line: int, text: str, value: object) -> OwnRow:
    if not isinstance(value, dict):
        raise UnreadableFileError(
            f"Line {line}: a row of {table} is no object.",
            remedy="Use the file as it was exported.",
        )
    return OwnRow(table=table, line=line, text=text)


def _checked(head: dict[str, object]) -> OwnHead:
    version = head.get("schemaVersion")
    if version != str(SCHEMA_VERSION):
        raise UnreadableFileError(
            f"This export is of version {str(version)[:20]}; version {SCHEMA_VERSION}"
            " is read here.",
            field="schemaVersion",
            remedy="Update MetricGain and try again.",
        )
    account = head.get("account")
    if isinstance(account, dict) and (unknown := account.keys() - _ACCOUNT):
        raise UnreadableFileError(
            f"{min(unknown)[:80]!r} is no value of an account in version"
            f" {SCHEMA_VERSION}.",
            field="account",
            remedy="Update MetricGain and try again, or take the value out.",
        )
    if head.get("format") != FORMAT or not isinstance(account, dict):
        raise UnreadableFileError(
            "The export does not say whose it is.",
            remedy="Use the file as it was exported.",
        )
    return OwnHead(account=account, exported_at=str(head.get("exportedAt", "")))


def _check_size(plain: BinaryIO) -> None:
    if plain.seek(0, SEEK_END) > LARGEST_TEXT:
        mebibytes = LARGEST_TEXT // 1024 // 1024
        raise _too_much(f"The export has more than {mebibytes} MiB")
    plain.seek(0)


def _too_much(what: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{what}, which is more than a lifetime of training.",
        remedy="Use the file as it was exported.",
    )


def _is_ours(start: bytes) -> bool:
    return _START.match(start.removeprefix(_BOM)) is not None


@contextmanager
def _unpacked(stream: BinaryIO) -> Iterator[BinaryIO]:
    stream.seek(0)
    if not archives.is_archive(stream.read(4)):
        stream.seek(0)
        yield stream
        return
    (name,) = archives.members(stream)
    with archives.open_member(stream, name, room=LARGEST_TEXT) as unpacked:
        yield unpacked
