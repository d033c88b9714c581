"""Reads a table of sets: rows that follow each other belong to one workout."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice, pairwise
from typing import Final, Protocol

from metricgain.importers.columns import Columns
from metricgain.importers.drafts import Draft, Reading
from metricgain.importers.fields import Doubt, RefusedCellError
from metricgain.importers.regroup import regrouped
from metricgain.importers.remarks import remark
from metricgain.importers.sniff import Row
from metricgain.importers.values import Finding, Item

_LOOKED_AT: Final = 2000


class TableReader(Protocol):
    """What a format knows about its rows; each may raise `RefusedCellError`."""

    @property
    def columns(self) -> Columns: ...

    def mark(self, row: Row) -> tuple[str, ...]:
        """Return what the rows of one workout have in common."""
        ...

    def begin(self, row: Row, reading: Reading) -> tuple[Draft, list[Doubt]]:
        """Return the workout that begins with this row, and what is odd about it."""
        ...

    def take(self, row: Row, draft: Draft) -> list[Doubt]:
        """Add the row to its workout."""
        ...


def read_table(
    rows: Iterator[Row], reader: TableReader, reading: Reading
) -> Iterator[Item]:
    """Yield each workout when the next one starts, and findings as they are met.

    If the rows of a workout stand apart, as in a table that was sorted by exercise,
    all are brought together first.
    """
    draft: Draft | None = None
    mark: tuple[str, ...] = ()
    for written in _together(rows, reader):
        line = written.line
        try:
            row, repaired = reader.columns.fit(written)
            found = reader.mark(row)
            doubts = [repaired] if repaired else []
            if draft is None or found != mark:
                begun, odd = reader.begin(row, reading)
                if draft is not None:
                    yield draft.finish()
                draft, mark = begun, found
                doubts += odd
            before = len(draft.sets)
            doubts += reader.take(row, draft)
            draft.rows += 1
            draft.repaired_rows += len(row.cells) < len(written.cells)
            if draft.when is None and len(draft.sets) > before:
                draft.refused_rows += 1
                yield _undated(draft).at(line, reader.columns.heading("date"))
            yield from (
                one.at(line, reader.columns.heading(one.column)) for one in doubts
            )
        except RefusedCellError as refused:
            yield refused.at(line, reader.columns.heading(refused.column))
    if draft is not None:
        yield draft.finish()
    yield from _at_heading(reading, reader.columns)


def _together(rows: Iterator[Row], reader: TableReader) -> Iterator[Row]:
    first = list(islice(rows, _LOOKED_AT))
    whole = chain(first, rows)
    marks = [mark for mark, _ in _marked(iter(first), reader)]
    changes = sum(one != other for one, other in pairwise(marks))
    if changes < len(set(marks)):
        return whole
    return regrouped(_marked(whole, reader))


def _marked(
    rows: Iterator[Row], reader: TableReader
) -> Iterator[tuple[tuple[str, ...], Row]]:
    mark: tuple[str, ...] = ()
    for row in rows:
        # A row that does not fit stays with the one before it.
        with suppress(RefusedCellError):
            mark = reader.mark(reader.columns.fit(row)[0])
        yield mark, row


def _undated(draft: Draft) -> RefusedCellError:
    return RefusedCellError("date", remark("dateNone", text=draft.day.strip()[:40]))


def _at_heading(reading: Reading, columns: Columns) -> Iterator[Finding]:
    for finding in reading.disguise.findings():
        yield replace(finding, column=columns.heading(finding.column))
