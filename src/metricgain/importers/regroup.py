"""Brings rows together that belong to one workout and stand apart in the file."""

import sqlite3
from collections.abc import Hashable, Iterable, Iterator
from contextlib import closing

import msgspec

from metricgain.importers.sniff import Row

_BATCH = 1000


def regrouped(rows: Iterable[tuple[Hashable, Row]]) -> Iterator[Row]:
    """Yield rows so that those with an equal mark follow each other.

    Marks keep the order in which they first occur, and rows that of the file. The rows
    wait on the disk and not in memory.
    """
    # An empty name is a private database on the disk that goes when it is closed.
    # Rows are taken by one thread after another, never by two at once.
    with closing(sqlite3.connect("", check_same_thread=False)) as waiting:
        waiting.execute("PRAGMA journal_mode = OFF")
        waiting.execute("CREATE TABLE rows (place INTEGER, line INTEGER, cells BLOB)")
        places: dict[Hashable, int] = {}
        batch: list[tuple[int, int, bytes]] = []
        for mark, row in rows:
            place = places.setdefault(mark, len(places))
            batch.append((place, row.line, msgspec.json.encode(row.cells)))
            if len(batch) >= _BATCH:
                waiting.executemany("INSERT INTO rows VALUES (?, ?, ?)", batch)
                batch.clear()
        waiting.executemany("INSERT INTO rows VALUES (?, ?, ?)", batch)
        found = waiting.execute("SELECT line, cells FROM rows ORDER BY place, rowid")
        for line, cells in found:
            yield Row(line, msgspec.json.decode(cells, type=list[str]))
