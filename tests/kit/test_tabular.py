"""Tables as CSV and Parquet."""

import csv
import io
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from metricgain.kit.tabular import Column, Table, as_csv, as_parquet

COLUMNS = [
    Column(name="name", kind="text"),
    Column(name="sets", kind="whole"),
    Column(name="volume", kind="number"),
    Column(name="isDeload", kind="flag"),
    Column(name="on", kind="day"),
    Column(name="at", kind="moment"),
]
ROWS = [
    [
        "Bench, flat",
        3,
        1500.5,
        False,
        date(2026, 3, 2),
        datetime(2026, 3, 2, tzinfo=UTC),
    ],
    ["Überzug", -1, -2.5, True, None, None],
    [None] * 6,
]
TABLE = Table(columns=COLUMNS, rows=ROWS)


def test_csv_has_a_header_and_a_line_for_each_row() -> None:
    assert as_csv(TABLE).decode() == (
        "name,sets,volume,isDeload,on,at\r\n"
        '"Bench, flat",3,1500.5,false,2026-03-02,2026-03-02T00:00:00+00:00\r\n'
        "Überzug,-1,-2.5,true,,\r\n"
        ",,,,,\r\n"
    )


@given(st.text(min_size=1, max_size=20))
def test_no_cell_of_text_begins_like_a_formula(text: str) -> None:
    written = as_csv(Table(columns=COLUMNS[:1], rows=[[text]])).decode()

    _, (cell,) = csv.reader(io.StringIO(written, newline=""))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell in {text, f"'{text}"}


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "-1", "\t=1", "\n=1"])
def test_a_formula_is_kept_as_text(text: str) -> None:
    written = as_csv(Table(columns=COLUMNS[:1], rows=[[text]])).decode()

    _, (cell,) = csv.reader(io.StringIO(written, newline=""))
    assert cell == f"'{text}"


def test_parquet_keeps_values_types_and_nothing() -> None:
    found = parquet.read_table(io.BytesIO(as_parquet(TABLE)))

    assert [str(field.type) for field in found.schema] == [
        "string",
        "int64",
        "double",
        "bool",
        "date32[day]",
        "timestamp[us, tz=UTC]",
    ]
    assert [list(row.values()) for row in found.to_pylist()] == ROWS


WITHOUT_PYARROW = """
import sys
sys.modules["pyarrow"] = None
from metricgain.kit.errors import NotInstalled
from metricgain.kit.tabular import Table, as_csv, as_parquet

as_csv(Table(columns=[], rows=[]))
try:
    as_parquet(Table(columns=[], rows=[]))
except NotInstalled as error:
    print(error.field, error.remedy)
"""


def test_without_pyarrow_parquet_is_refused_with_the_way_to_get_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PYARROW],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "format Install metricgain[analytics].\n"
