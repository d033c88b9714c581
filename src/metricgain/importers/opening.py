"""Opens a history: what format it is of, its fingerprint, and what it leaves open."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from os import SEEK_END
from typing import BinaryIO, Final

from metricgain.importers import archives
from metricgain.importers.fitnotes_backup import MAGIC as SQLITE
from metricgain.importers.formats import Format, recognise
from metricgain.importers.generic import GENERIC, named_places, propose_columns
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import HEAD_BYTES, read_head
from metricgain.importers.values import Finding, UnreadableFileError
from metricgain.kit.errors import Invalid

# A thousand sets a day for five years.
MOST_LINES: Final = 2_000_000
LARGEST_TEXT: Final = 512 * 1024 * 1024
_FEWEST_COLUMNS: Final = 3
_MOST_HEADINGS: Final = 60
_BLOCK: Final = 1024 * 1024
_COMPRESSED: Final = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")


@dataclass(frozen=True, slots=True)
class OpenedHistory:
    """A recognised file; `file_hash` is the SHA-256 of its bytes in hexadecimal.

    `stream` holds what is to be read: the file, or the `member` of an archive.
    `states_unit` tells whether the file says what its weights are in. `columns` are
    those given for a table of no known app, or proposed; `headings` are all it has.
    """

    format: Format
    stream: BinaryIO
    file_hash: str
    states_unit: bool
    member: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    columns_proposed: bool = False
    headings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def open_history(
    stream: BinaryIO, *, columns: tuple[tuple[str, str], ...] = ()
) -> OpenedHistory:
    """Recognise a file by its content and leave the stream at its beginning.

    With `columns`, the file is a table of no known app. Raises `UnreadableFileError`
    for an empty file and for one that is not read, and Invalid (field `columns`) for
    columns that the table does not have.
    """
    start = _start(stream)
    file_hash = _fingerprint(stream, is_text=not _is_binary(start))
    if archives.is_archive(start):
        return replace(_in_archive(stream, columns), file_hash=file_hash)
    return _opened(stream, file_hash, columns)


def table_headings(stream: BinaryIO) -> tuple[str, ...]:
    """Return the headings of what may be a table, for its columns to be named."""
    stream.seek(0)
    first = stream.read(HEAD_BYTES)
    if _is_binary(first) or first.startswith(_COMPRESSED):
        return ()
    head = read_head(first)
    enough = len(head.written) >= _FEWEST_COLUMNS and head.rows
    return tuple(one for one in head.written if one)[:_MOST_HEADINGS] if enough else ()


def _opened(
    stream: BinaryIO, file_hash: str, columns: tuple[tuple[str, str], ...]
) -> OpenedHistory:
    stream.seek(0)
    first = stream.read(HEAD_BYTES)
    stream.seek(0)
    if not first.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFileError(
            "The file is empty.", remedy="Export your history again."
        )
    if first.startswith(_COMPRESSED):
        raise UnreadableFileError(
            "The file is compressed in a way that is not read here.",
            remedy="Unpack it and import the file in it.",
        )
    head = read_head(first)
    if columns:
        named_places(head, columns)
        stated = GENERIC.states_unit(head)
        return OpenedHistory(
            GENERIC, stream, file_hash, stated, columns=columns, headings=head.written
        )
    found = recognise(first)
    if found is not None:
        return OpenedHistory(found, stream, file_hash, found.states_unit(head))
    proposed = propose_columns(head)
    if not proposed:
        raise UnreadableFileError(
            "This is no history in a format that is read here.",
            remedy="Import the file that your app exports, as it is. A table of your "
            "own needs a heading with a column for the date, the exercise and the "
            "repetitions.",
        )
    return OpenedHistory(
        GENERIC,
        stream,
        file_hash,
        states_unit=GENERIC.states_unit(head),
        columns=proposed,
        columns_proposed=True,
        headings=head.written,
        findings=(_columns_proposed(proposed),),
    )


def _in_archive(
    stream: BinaryIO, columns: tuple[tuple[str, str], ...]
) -> OpenedHistory:
    """Open the one history of an archive."""
    found: list[OpenedHistory] = []
    others = []
    size = 0
    for name in archives.members(stream):
        unpacked = archives.open_member(stream, name, room=LARGEST_TEXT - size)
        size += unpacked.seek(0, SEEK_END)
        try:
            _fingerprint(unpacked, is_text=not _is_binary(_start(unpacked)))
            opened = _opened(unpacked, "", columns)
        except (UnreadableFileError, Invalid):
            unpacked.close()
            others.append(name)
        else:
            found.append(replace(opened, member=f" ({name[-100:]})"))
    if len(found) > 1:
        # Tables of other things lie beside many a history.
        likely = [one for one in found if not one.columns_proposed] or found
        _close(one for one in found if one not in likely)
        found = likely
    if len(found) == 1:
        return found[0]
    _close(found)
    names = [one.member.strip(" ()") for one in found] or others
    raise UnreadableFileError(
        f"The archive holds {len(found) or 'no'} histories that are read here; in it "
        f"are {', '.join(name[-60:] for name in names[:5]) or 'no files'}.",
        remedy="Unpack it and import its files one by one.",
    )


def _close(histories: Iterable[OpenedHistory]) -> None:
    for one in histories:
        one.stream.close()


def _start(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read(len(SQLITE))


def _is_binary(start: bytes) -> bool:
    return start.startswith(SQLITE) or archives.is_archive(start)


def _fingerprint(stream: BinaryIO, *, is_text: bool) -> str:
    """Return the SHA-256 of a file, and refuse one that no training can fill."""
    stream.seek(0)
    digest = hashlib.sha256()
    lines = size = 0
    while block := stream.read(_BLOCK):
        digest.update(block)
        size += len(block)
        lines += block.count(b"\n") if is_text else 0
        if lines > MOST_LINES or size > LARGEST_TEXT:
            raise UnreadableFileError(
                f"The file has more than {MOST_LINES:,} lines or "
                f"{LARGEST_TEXT // 1024 // 1024} MiB, which is more than a lifetime "
                "of sets.",
                remedy="If it is a history all the same, split it by years.",
            )
    stream.seek(0)
    return digest.hexdigest()


def _columns_proposed(columns: tuple[tuple[str, str], ...]) -> Finding:
    named = ", ".join(f"{what} = {heading}" for what, heading in columns)
    return remark("tableUnknown", columns=named).at("note", 1)
