"""Reads the tables of the documentation, so that tests can run them."""

from pathlib import Path
from typing import Final

DOCS: Final = Path(__file__).parent.parent / "docs"


def read_table(page: str, heading: str) -> list[dict[str, str]]:
    """Return the rows of the first table below a heading of a page.

    `page` is a path below docs without its ending ("engine/landmarks");
    `heading` is the text after the hash marks, exactly. Cells are stripped of
    spaces, backticks and asterisks. Raises LookupError when the heading or its
    table is missing, ValueError when a row has another number of cells.
    """
    lines = _lines_below(page, heading)
    rows = _first_block(lines)
    if len(rows) < 3:
        raise LookupError(f"{page}: no table with rows below {heading!r}")
    header, _, *body = (_cells(row) for row in rows)
    return [dict(zip(header, cells, strict=True)) for cells in body]


def _lines_below(page: str, heading: str) -> list[str]:
    lines = (DOCS / f"{page}.md").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith("#") and line.lstrip("#").strip() == heading:
            return lines[number + 1 :]
    raise LookupError(f"{page}: no heading {heading!r}")


def _first_block(lines: list[str]) -> list[str]:
    rows: list[str] = []
    for line in lines:
        if line.startswith("|"):
            rows.append(line)
        elif rows or line.startswith("#"):
            break
    return rows


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().strip("`*") for cell in inner.split("|")]
