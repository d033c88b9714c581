"""Rows of a table with a heading, whose cells say where they stand when refused."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Final, TextIO

from metricgain.kit.errors import Invalid

_MOST_ROWS: Final = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """A row by its headings; `line` counts from 1, `name` is the table's."""

    name: str
    line: int
    values: Mapping[str, str]

    def text(self, column: str) -> str:
        """Return a cell without space around it, empty if there is none."""
        return (self.values.get(column) or "").strip()

    def number(self, column: str, *, low: float, high: float) -> float | None:
        """Return a cell as a number, None if it is empty. Raises Invalid."""
        text = self.text(column)
        if not text:
            return None
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            raise self.refusal(f"{column} must be a number, not {text!r}") from None
        if not isfinite(number) or not low <= number <= high:
            raise self.refusal(f"{column} must be between {low} and {high}")
        return number

    def refusal(self, rule: str) -> Invalid:
        """Return the refusal of this row."""
        return Invalid(f"line {self.line} of {self.name}: {rule}", field="file")


def csv_rows(text: TextIO, *, delimiter: str, name: str) -> Iterator[CsvRow]:
    """Yield the rows of a table by its headings. Raises Invalid."""
    reader = csv.DictReader(text, delimiter=delimiter, restkey="", restval="")
    try:
        for row in reader:
            if reader.line_num > _MOST_ROWS:
                raise Invalid(
                    f"{name} has more rows than lives have days", field="file"
                )
            values = {
                str(column): value
                for column, value in row.items()
                if column and isinstance(value, str)
            }
            yield CsvRow(name=name, line=reader.line_num, values=values)
    except (csv.Error, UnicodeDecodeError) as error:
        raise Invalid(
            f"{name} is not a table in UTF-8: {error}", field="file"
        ) from None
