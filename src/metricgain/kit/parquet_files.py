"""A folder of Parquet files, one for each year, written as the rows come."""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from metricgain.kit.errors import Invalid
from metricgain.kit.extras import extra
from metricgain.kit.tabular import Cell, Column, arrow_schema

_ROWS_AT_ONCE: Final = 50_000


class ParquetFiles:
    """Rows on their way into `year=2026/part-0.parquet` and the like."""

    def __init__(self, folder: Path, columns: Sequence[Column]) -> None:
        self._folder = folder
        self._schema = arrow_schema(columns)
        self._waiting: defaultdict[int, list[Sequence[Cell]]] = defaultdict(list)
        self._writers: dict[int, Any] = {}
        self.rows = 0

    def add(self, year: int, rows: Iterable[Sequence[Cell]]) -> None:
        """Take rows of a year; they are written when there are enough of them."""
        waiting = self._waiting[year]
        before = len(waiting)
        waiting.extend(rows)
        self.rows += len(waiting) - before
        if len(waiting) >= _ROWS_AT_ONCE:
            self._write(year)

    def close(self) -> None:
        """Write what is waiting, and end every file."""
        for year in sorted(self._waiting):
            self._write(year)
        for writer in self._writers.values():
            writer.close()

    def _write(self, year: int) -> None:
        pa = extra("pyarrow")
        rows = self._waiting[year]
        if year not in self._writers:
            path = self._folder / f"year={year}" / "part-0.parquet"
            path.parent.mkdir(parents=True)
            self._writers[year] = extra("pyarrow.parquet").ParquetWriter(
                path, self._schema
            )
        arrays = [
            pa.array([row[place] for row in rows], type=field.type)
            for place, field in enumerate(self._schema)
        ]
        self._writers[year].write_table(
            pa.Table.from_arrays(arrays, schema=self._schema)
        )
        rows.clear()


@contextmanager
def parquet_files(folder: Path, columns: Sequence[Column]) -> Iterator[ParquetFiles]:
    """Fill a folder that is new or empty; if anything fails, nothing is left of it.

    Raises Invalid for a folder with something in it, NotInstalled without pyarrow.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Invalid("must be a new or an empty folder", field=str(folder))
    partial = folder.with_name(f"{folder.name}.partial")
    if partial.exists():
        raise Invalid(
            "is left over from an export that was cut short, or one is running",
            field=str(partial),
            remedy="If none is running, delete it.",
        )
    files = ParquetFiles(partial, columns)
    try:
        partial.mkdir(parents=True)
        yield files
        files.close()
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    if folder.exists():
        folder.rmdir()
    partial.rename(folder)
