"""What bytes say about themselves: encoding, delimiter, heading; never the name."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, Final

from metricgain.importers.values import UnreadableFileError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD_BYTES: Final = 64 * 1024
_BLOCK: Final = 256 * 1024
_DELIMITERS: Final = (",", ";", "\t", "|")
_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLD_ENCODING: Final = "metricgain_cp1252"
_SAMPLE: Final = 40
_START: Final = 64
_MOST_CELLS: Final = 1000
# Excel writes the separator it used into a line of its own.
_SEPARATOR = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)


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
    """The beginning of a file, understood.

    `heading` is the first row, cleaned of case and blanks, `written` the same as it
    stands there; `rows` are the first ones below it. `first_line` is the first line's
    text, `skipped` the lines before the heading. `start` are the first bytes, `text`
    is all that was read of the file.
    """

    encoding: str
    delimiter: str
    heading: tuple[str, ...]
    written: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_line: str = ""
    skipped: int = 0
    start: bytes = b""
    text: str = ""

    def cell(self, column: str) -> str:
        """Return the first row's value under a heading, or an empty string."""
        if column not in self.heading or not self.rows:
            return ""
        place = self.heading.index(column)
        return self.rows[0][place].strip() if place < len(self.rows[0]) else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file and the line on which it starts."""

    line: int
    cells: list[str]


def read_head(head: bytes) -> Head:
    """Understand the first bytes of a file (64 KiB are plenty)."""
    encoding = sniff_encoding(head)
    text = head.decode(encoding, errors=_OLD_ENCODING)
    lines = text.splitlines(keepends=True)
    blank = next((n for n, line in enumerate(lines) if line.strip()), 0)
    first = lines[blank] if lines else ""
    told = _SEPARATOR.fullmatch(first)
    skipped = blank + bool(told)
    delimiter = told[1] if told else max(_DELIMITERS, key=_unquoted(first).count)
    table = _table("".join(lines[skipped:]), delimiter)
    heading = tuple(table[0]) if table else ()
    return Head(
        encoding=encoding,
        delimiter=delimiter,
        heading=tuple(" ".join(cell.split()).casefold() for cell in heading),
        written=tuple(cell.strip() for cell in heading),
        rows=tuple(tuple(row) for row in table[1:]),
        first_line=first.strip(),
        skipped=skipped,
        start=head[:_START],
        text=text,
    )


def sniff_encoding(head: bytes) -> str:
    """Return `utf-16` for a file that says so or has its zeros, else `utf-8-sig`.

    Bytes that are no UTF-8 are read as Windows-1252 wherever they occur.
    """
    if head.startswith(_UTF16_MARKS):
        return "utf-16"
    start = head[:_START]
    if len(start) > 3 and start[1::2].strip(b"\0") == b"" and start[0]:  # noqa: PLR2004 - two letters of two bytes
        return "utf-16-le"
    return "utf-8-sig"


def records(stream: BinaryIO, *, heading: bool = True) -> tuple[Head, Iterator[Row]]:
    """Read the heading of a stream and return it with the records below, lazily.

    Without `heading` the first record is data. Raises `UnreadableFileError` while
    iterating when a field never ends.
    """
    head, text = opened_text(stream)
    for _ in range(head.skipped):
        text.readline()
    rows = _rows(text, head.delimiter, before=head.skipped)
    if heading:
        next(rows, None)
    return head, _unwrapped(rows, head)


def opened_text(stream: BinaryIO) -> tuple[Head, io.TextIOWrapper]:
    """Return what a stream begins with, and its whole text from the beginning.

    Closing the text leaves the stream open.
    """
    first = stream.read(HEAD_BYTES)
    head = read_head(first)
    text = io.TextIOWrapper(
        io.BufferedReader(_Rejoined(first, stream), _BLOCK),
        encoding=head.encoding,
        errors=_OLD_ENCODING,
        newline="",
    )
    return head, text


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


def _table(text: str, delimiter: str) -> list[list[str]]:
    """Return the first records of a text, as far as they can be read."""
    found: list[list[str]] = []
    try:
        lines = io.StringIO(text, newline="")
        found.extend(
            _unwrap(cells, delimiter)
            for cells in islice(csv.reader(lines, delimiter=delimiter), _SAMPLE)
            if cells
        )
    except csv.Error:
        pass
    return found


def _rows(text: io.TextIOBase, delimiter: str, *, before: int) -> Iterator[Row]:
    reader = csv.reader(text, delimiter=delimiter)
    line = 0
    try:
        for cells in reader:
            if any(cells):
                yield Row(before + line + 1, cells[:_MOST_CELLS])
            line = reader.line_num
    except csv.Error as error:
        raise UnreadableFileError(
            f"The record that starts on line {before + line + 1} cannot be read "
            f"({error}).",
            remedy="Look for a quotation mark that is opened and never closed.",
        ) from error


def _unwrapped(rows: Iterator[Row], head: Head) -> Iterator[Row]:
    for row in rows:
        if len(row.cells) == 1 and head.delimiter in row.cells[0]:
            yield Row(row.line, _unwrap(row.cells, head.delimiter))
        else:
            yield row


def _unwrap(cells: list[str], delimiter: str) -> list[str]:
    """Take a line apart that was put into quotation marks as a whole."""
    if len(cells) != 1 or delimiter not in cells[0]:
        return cells
    try:
        return next(csv.reader([cells[0]], delimiter=delimiter), cells)
    except csv.Error:
        return cells


def _unquoted(line: str) -> str:
    """Return a line without what stands in quotation marks, if it has anything else."""
    bare = re.sub(r'"[^"]*"', "", line)
    return bare if any(one in bare for one in _DELIMITERS) else line
