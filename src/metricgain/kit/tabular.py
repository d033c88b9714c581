"""Rows and columns as CSV for spreadsheets, and as Parquet for programs."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO, Final, Literal, TypeAlias

from metricgain.kit.extras import extra

Kind: TypeAlias = Literal["text", "whole", "number", "flag", "day", "moment"]
Cell: TypeAlias = str | int | float | bool | date | datetime | None

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, and what every cell of it holds unless it is None."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows with a cell for each column."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def as_csv(table: Table) -> bytes:
    """Return a table as CSV: a header, commas, UTF-8, an empty cell for None.

    Text that a spreadsheet would take for a formula is preceded by an apostrophe, for
    what somebody has typed in must not run on somebody else's machine.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_written(cell) for cell in row])
    return buffer.getvalue().encode()


def as_parquet(table: Table) -> bytes:
    """Return a table as Parquet. Raises NotInstalled without pyarrow."""
    pa = extra("pyarrow", field="format")
    schema = arrow_schema(table.columns)
    columns = [
        pa.array([row[place] for row in table.rows], type=field.type)
        for place, field in enumerate(schema)
    ]
    sink = pa.BufferOutputStream()
    extra("pyarrow.parquet", field="format").write_table(
        pa.Table.from_arrays(columns, schema=schema), sink
    )
    return bytes(sink.getvalue())


class ParquetWriting:
    """Writes rows as Parquet into a file, some at a time; `close` ends it."""

    def __init__(self, columns: Sequence[Column], target: BinaryIO) -> None:
        """Begin the file. Raises NotInstalled without pyarrow."""
        self._schema = arrow_schema(columns)
        self._writer = extra("pyarrow.parquet", field="format").ParquetWriter(
            target, self._schema
        )

    def add(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Write some rows, best thousands of them, as one group."""
        pa = extra("pyarrow", field="format")
        arrays = [
            pa.array([row[place] for row in rows], type=field.type)
            for place, field in enumerate(self._schema)
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))

    def close(self) -> None:
        """Write what a reader begins with."""
        self._writer.close()


def arrow_schema(columns: Sequence[Column]) -> Any:  # noqa: ANN401 - pyarrow is untyped
    """Return columns as a schema of pyarrow. Raises NotInstalled."""
    pa = extra("pyarrow", field="format")
    kinds = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "day": pa.date32(),
        "moment": pa.timestamp("us", tz="UTC"),
    }
    return pa.schema([pa.field(each.name, kinds[each.kind]) for each in columns])


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return f"'{cell}" if cell.startswith(_FORMULA) else cell
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
