"""Files and functions stay small enough to be read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracked import ROOT, tracked

LONGEST_FILE = 400
LONGEST_TEST_FILE = 600
LONGEST_FUNCTION = 50
MIGRATIONS = "src/metricgain/store/migrations/versions/"

PYTHON = [path for path in tracked() if path.endswith(".py")]


@pytest.mark.parametrize("path", [p for p in PYTHON if not p.startswith(MIGRATIONS)])
def test_a_file_is_short_enough(path: str) -> None:
    longest = LONGEST_TEST_FILE if path.startswith("tests/") else LONGEST_FILE

    assert len((ROOT / path).read_text("utf-8").splitlines()) <= longest


def test_every_function_is_short_enough() -> None:
    sources = [p for p in PYTHON if not p.startswith(MIGRATIONS)]

    too_long = [
        f"{path}:{function.lineno} {function.name}: {lines} lines"
        for path in sources
        for function, lines in functions(ROOT / path)
        if lines > LONGEST_FUNCTION
    ]

    assert too_long == []


def functions(
    path: Path,
) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Yield each function with the lines of its body: options are no logic."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node, node.end_lineno - node.body[0].lineno + 1


def test_the_makefile_is_short_enough() -> None:
    assert len((ROOT / "Makefile").read_text().splitlines()) <= 60


def test_names_of_test_files_are_unique() -> None:
    paths = [Path(path) for path in PYTHON if path.startswith("tests/")]
    names = [path.name for path in paths if path.name.startswith("test_")]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("word", ["service", "manager", "helper", "utils"])
def test_no_file_has_a_name_that_says_nothing(word: str) -> None:
    assert [path for path in PYTHON if word in Path(path).stem] == []
