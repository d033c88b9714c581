"""What bytes say about themselves: encoding, delimiter, heading; never the name."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from metricgain.importers.values import UnreadableFileError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD_BYTES: Final = 64 * 1024
_BLOCK: Final = 256 * 1024
_DELIMITERS: Final = (",", ";", "\t")
_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLD_ENCODING: Final = "metricgain_cp1252"


def _read_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    # Files saved again by a spreadsheet are in the Western code page, and a file may
    # be ASCII for a megabyte before its first accent: so each byte that is no UTF-8
    # is decided where it stands.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", errors="replace"), error.end


codecs.register_error(_OLD_ENCODING, _read_as_cp1252)


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a file, understood: `heading` is cleaned of case and blanks."""

    encoding: str
    delimiter: str
    heading: tuple[str, ...]
    first_row: tuple[str, ...]

    def cell(self, column: str) -> str:
        """Return the first row's value under a heading, or an empty string."""
        if column not in self.heading:
            return ""
        place = self.heading.index(column)
        return self.first_row[place].strip() if place < len(self.first_row) else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file and the line on which it starts."""

    line: int
    cells: list[str]


def read_head(head: bytes) -> Head:
    """Understand the first bytes of a file (64 KiB are plenty)."""
    encoding = sniff_encoding(head)
    text = head.decode(encoding, errors=_OLD_ENCODING)
    lines = io.StringIO(text, newline="")
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    table = csv.reader(lines, delimiter=delimiter)
    try:
        heading, first_row = next(table, []), next(table, [])
    except csv.Error:
        heading, first_row = [], []
    return Head(
        encoding=encoding,
        delimiter=delimiter,
        heading=tuple(cell.strip().casefold() for cell in heading),
        first_row=tuple(first_row),
    )


def sniff_encoding(head: bytes) -> str:
    """Return `utf-16` for a file that says so, else `utf-8-sig`.

    Bytes that are no UTF-8 are read as Windows-1252 wherever they occur.
    """
    return "utf-16" if head.startswith(_UTF16_MARKS) else "utf-8-sig"


def records(stream: BinaryIO) -> tuple[Head, Iterator[Row]]:
    """Read the heading of a stream and return it with the records below, lazily.

    Raises `UnreadableFileError` while iterating when a field never ends.
    """
    first = stream.read(HEAD_BYTES)
    head = read_head(first)
    text = io.TextIOWrapper(
        io.BufferedReader(_Rejoined(first, stream), _BLOCK),
        encoding=head.encoding,
        errors=_OLD_ENCODING,
        newline="",
    )
    return head, _rows(text, head.delimiter)


class _Rejoined(io.RawIOBase):
    """A stream with its first bytes put back; closing it leaves the stream open."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        space = memoryview(buffer)
        block = self._first[: len(space)] or self._rest.read(len(space))
        self._first = self._first[len(space) :]
        space[: len(block)] = block
        return len(block)


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter)
    line = 0
    try:
        for cells in reader:
            if line and cells:
                yield Row(line + 1, cells)
            line = reader.line_num
    except csv.Error as error:
        raise UnreadableFileError(
            f"The record that starts on line {line + 1} cannot be read ({error}).",
            remedy="Look for a quotation mark that is opened and never closed.",
        ) from error
