"""The columns of a table: which heading holds what, and rows that do not fit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from metricgain.importers.fields import Doubt, RefusedCellError
from metricgain.importers.outgoing import Mark, read_mark, unescaped
from metricgain.importers.remarks import remark
from metricgain.importers.shapes import is_date, is_number
from metricgain.importers.sniff import Row

_MOST_EXTRA: Final = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row each kind of cell stands, by our names for them.

    `written` are the headings as the file has them. Cells of `numbers` and `dates` can
    be told from text, so that a row with an unquoted separator can be put right. If
    the table `is_ours`, text that looked like a formula was made safe in it.
    """

    places: Mapping[str, int]
    written: tuple[str, ...]
    delimiter: str
    numbers: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    is_ours: bool = False

    def cell(self, row: Row, column: str) -> str:
        """Return the text of a cell, empty where the row or the table has none."""
        place = self.places.get(column, -1)
        text = row.cells[place] if 0 <= place < len(row.cells) else ""
        return unescaped(text) if self.is_ours else text

    def mark(self, row: Row) -> Mark | None:
        """Return what we wrote beside what the other app's columns can say."""
        return read_mark(self.cell(row, "mark")) if self.is_ours else None

    def heading(self, column: str) -> str:
        """Return how the file calls a column of ours."""
        place = self.places.get(column, -1)
        found = self.written[place] if 0 <= place < len(self.written) else ""
        return found or column

    def fit(self, row: Row) -> tuple[Row, Doubt | None]:
        """Return the row with as many cells as the heading, and what was repaired.

        A short row ends in empty cells. Raises `RefusedCellError` for a long row that
        can be put right in no way.
        """
        width = len(self.written)
        extra = len(row.cells) - width
        if extra < 0:
            return self._filled(row, width)
        if not extra:
            return row, None
        # A comma in a name may have pushed an empty cell over the edge.
        blank = not any(cell.strip() for cell in row.cells[width:])
        if blank and self._is_sensible(row.cells):
            return row, None
        repaired = self._joined(row.cells, extra)
        if repaired is None:
            raise RefusedCellError(
                "", remark("rowTooLong", n=len(row.cells), width=width)
            )
        place, cells = repaired
        return Row(row.line, cells), Doubt(
            self.written[place],
            remark("rowJoined", n=len(row.cells), width=width, text=cells[place][:80]),
        )

    def _filled(self, row: Row, width: int) -> tuple[Row, Doubt | None]:
        short = Row(row.line, row.cells + [""] * (width - len(row.cells)))
        missing = [
            name
            for name in self.places
            if name in self.numbers and self.places[name] >= len(row.cells)
        ]
        # Some apps leave out empty cells at the end of a row; a row of which the
        # numbers are gone was cut off.
        if len(missing) < len(self.numbers & self.places.keys()) or not missing:
            return short, None
        return short, Doubt("", remark("rowBreaksOff", n=len(row.cells), width=width))

    def _joined(self, cells: list[str], extra: int) -> tuple[int, list[str]] | None:
        """Join neighbours where that gives every typed cell a sensible content.

        The pieces must look as if they belong together, or all be empty.
        """
        if extra > _MOST_EXTRA:
            return None
        found = []
        typed = {self.places[name] for name in self.numbers if name in self.places}
        for place in range(len(self.written)):
            pieces = cells[place : place + extra + 1]
            empty = not any(piece.strip() for piece in pieces)
            if place in typed and not empty:
                continue
            text = "" if empty else self.delimiter.join(pieces)
            joined = [*cells[:place], text, *cells[place + extra + 1 :]]
            likely = _likeliness(pieces, text)
            if (empty or any(likely)) and self._is_sensible(joined):
                found.append((likely, place if empty else -place, joined))
        if not found:
            return None
        _, place, joined = max(found)
        return abs(place), joined

    def _is_sensible(self, cells: list[str]) -> bool:
        return all(
            is_number(cells[place]) if name in self.numbers else is_date(cells[place])
            for name, place in self.places.items()
            if (name in self.numbers or name in self.dates) and place < len(cells)
        )


def places_of(
    heading: Iterable[str], names: Mapping[str, Iterable[str]]
) -> dict[str, int]:
    """Return where each of our columns stands, by the headings it may have.

    The first name in the list that the heading has wins.
    """
    found = {text: place for place, text in reversed(list(enumerate(heading)))}
    places = {}
    for column, possible in names.items():
        place = next((found[name] for name in possible if name in found), None)
        if place is not None:
            places[column] = place
    return places


def _likeliness(pieces: list[str], joined: str) -> tuple[int, bool]:
    # No app writes a blank behind its separators, and brackets come in pairs.
    return (
        sum(piece.startswith(" ") for piece in pieces[1:]),
        not _is_balanced(pieces[0]) and _is_balanced(joined),
    )


def _is_balanced(text: str) -> bool:
    return text.count("(") == text.count(")")
