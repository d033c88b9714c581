"""Every statement says what it asks, what it uses and who calls it."""

import itertools
import re
from importlib.resources import files
from pathlib import Path

import pytest

from metricgain.store.tables import metadata

PACKAGE = Path(str(files("metricgain")))
STATEMENTS = sorted((PACKAGE / "store" / "sql").iterdir())
CALLERS = re.compile(r"Called by ([\w/]+\.py(?:(?:,| and) [\w/]+\.py)*)\.$")
INDEX_NAMES = re.compile(r"\b\w+_(?:pkey|ix|key)\b")
KNOWN_INDEXES = {
    str(name)
    for table in metadata.tables.values()
    for name in (
        *(constraint.name for constraint in table.constraints),
        *(index.name for index in table.indexes),
    )
}
TABLE_NAMES = re.compile(rf"\b({'|'.join(metadata.tables)})\b")
OWNED_NAMES = re.compile(
    rf"\b({'|'.join(n for n, t in metadata.tables.items() if t.info.get('owned'))})\b"
)
UNSHARDABLE = re.compile(
    r"SKIP LOCKED|GROUPING SETS|\bCUBE\b|\bROLLUP\b|\bMERGE\b"
    # What each shard would work out for itself may differ between its copies.
    r"|DO UPDATE.*\b(now|random|clock_timestamp|gen_random_uuid|nextval)\s*\("
    r"|DO UPDATE.*\bCURRENT_TIMESTAMP\b",
    re.DOTALL | re.IGNORECASE,
)
EACH = pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)


@EACH
def test_a_statement_begins_with_its_question_and_ends_its_header_with_its_caller(
    path: Path,
) -> None:
    header = header_of(path)

    assert path.suffix == ".sql"
    assert re.match(r"[A-Z][^?.]+[?.] ", header), "a question or a sentence comes first"
    assert CALLERS.search(header), "Called by store/<file>.py. comes last"


@EACH
def test_a_statement_is_called_from_where_it_says(path: Path) -> None:
    named = CALLERS.search(header_of(path))

    assert named
    for caller in re.findall(r"[\w/]+\.py", named[1]):
        assert f'"{path.stem}"' in (PACKAGE / caller).read_text("utf-8"), caller


@EACH
def test_a_statement_says_what_it_uses_or_how_much_it_reads(path: Path) -> None:
    header = header_of(path)

    if TABLE_NAMES.search(body_of(path)):
        assert re.search(r"\b(Uses|Reads|Writes) ", header)
    assert set(INDEX_NAMES.findall(header)) - KNOWN_INDEXES == set()


@EACH
def test_a_statement_keeps_to_what_a_sharded_table_can_do(path: Path) -> None:
    body = body_of(path)

    if OWNED_NAMES.search(body):
        assert UNSHARDABLE.findall(body) == []


def header_of(path: Path) -> str:
    """Return the comment that a statement begins with, as one line."""
    lines = path.read_text("utf-8").splitlines()
    header = itertools.takewhile(lambda line: line.startswith("--"), lines)
    return " ".join(line.removeprefix("-- ") for line in header)


def body_of(path: Path) -> str:
    lines = path.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("--"))
