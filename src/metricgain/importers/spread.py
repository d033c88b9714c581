"""Looks ahead in a table: what its first rows say about all of them."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import BinaryIO, Final, TypeVar

from metricgain.importers.moments import day_comes_first, is_open
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import HEAD_BYTES, Head, read_head, records
from metricgain.importers.values import Finding, UnreadableFileError

_ROWS: Final = 4000
_WORDS = re.compile(r"[^\W\d_]+")

Unit = TypeVar("Unit", bound=str)


class Spread:
    """The head of a table and its first rows; the stream stays at its beginning."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        stream.seek(0)
        self.head: Head = read_head(stream.read(HEAD_BYTES))
        stream.seek(0)

    def column(self, place: int) -> list[str]:
        """Return the first cells of a column, each once if it repeats."""
        found: dict[str, None] = {}
        try:
            _, rows = records(self._stream)
            for row in islice(rows, _ROWS):
                if place < len(row.cells):
                    found[row.cells[place].strip()] = None
        except UnreadableFileError:
            # The reading itself comes to this line and tells.
            pass
        finally:
            self._stream.seek(0)
        return list(found)

    def day_first(
        self, place: int, *, answer: bool | None = None
    ) -> tuple[bool, list[Finding]]:
        """Tell whether the dates of a column write the day before the month.

        Where nothing tells, the `answer` of the lifter counts; without one, the day
        comes first unless slashes separate the numbers. Either is said.
        """
        sample = [row[place] for row in self.head.rows if place < len(row)]
        if not any(map(is_open, sample)):
            return True, []
        told = day_comes_first(self.column(place))
        if told is not None:
            return told, []
        if all("." in cell for cell in sample if is_open(cell)):
            # Where dots stand between the numbers, the day comes first.
            return True, []
        guess = not any("/" in cell for cell in sample) if answer is None else answer
        said = remark("datesDayFirst" if guess else "datesMonthFirst")
        written = self.head.written[place] if place < len(self.head.written) else "date"
        return guess, [
            said.at(
                "warning",
                1,
                written,
                question="day-month" if guess else "month-day",
            )
        ]


def unit_in(heading: str, units: Mapping[str, Unit]) -> Unit | None:
    """Return the unit that a heading names, such as kg in `Weight (kg)`."""
    for word in reversed(_WORDS.findall(heading.casefold())):
        if word in units:
            return units[word]
    return None
