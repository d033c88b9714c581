"""Every command in docs/operate is run, or says what it takes.

A block of commands begins with ```sh. It is run here, one line after the other, on an
installation of its own, unless a word follows: `tested: tests/x.py::test_y` names who
does it instead, and `untested: needs ...` says what it takes to try it.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from embedded_server import settle
from metricgain.cli import app
from metricgain.store.embedded import EmbeddedServer
from tracked import ROOT, tracked

PAGES = [path for path in tracked() if re.fullmatch(r"docs/operate/[^/]+\.md", path)]
_BLOCK = re.compile(r"^ *```(.*)\n((?:.*\n)*?) *```$", re.MULTILINE)
_FILES = {"yaml", "ini", "caddy", "nginx", "json", "sql"}
_SOMEBODY = "you@example.org"
_SAYS_MORE = {"doctor": (0, 1)}
_ID = re.compile(r"[0-9a-f-]{36}")
_ELSEWHERE = "postgresql://metricgain:secret@db.example.org/metricgain"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a page, and the words beside its language."""

    page: str
    language: str
    words: str
    lines: tuple[str, ...]


def blocks() -> Iterator[Block]:
    for page in PAGES:
        for match in _BLOCK.finditer((ROOT / page).read_text("utf-8")):
            language, _, words = match[1].strip().partition(" ")
            lines = tuple(line.strip() for line in match[2].splitlines())
            yield Block(page, language, words.strip(), tuple(filter(None, lines)))


COMMANDS = [block for block in blocks() if block.language == "sh"]
HERE = [(each, line) for each in COMMANDS if not each.words for line in each.lines]


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CliRunner]:
    """Runs commands on an installation with one account."""
    below = tmp_path_factory.mktemp("operate")
    data_dir = below / "data"
    with EmbeddedServer.acquire(data_dir) as server:
        environment = {
            "METRICGAIN_DATA_DIR": str(data_dir),
            "METRICGAIN_PORT": "0",
            "METRICGAIN_SECRET_KEYS": None,
            "METRICGAIN_DATABASE_URL": None,
            "ELSEWHERE": server.address.url(),
            "COLUMNS": "200",
        }
        commands = CliRunner(env=environment)
        typed = "correct horse battery\n"
        words = ["user", "create", _SOMEBODY, "--password-stdin"]
        made = commands.invoke(app, words, input=typed)
        assert made.exit_code == 0, made.output
        yield commands
    settle(below)


@pytest.fixture(scope="module")
def job_id(runner: CliRunner) -> str:
    said = runner.invoke(app, ["jobs", "run", "stats.verify"]).output
    found = _ID.search(said)
    assert found is not None, said
    return found[0]


def test_every_block_says_what_it_is() -> None:
    strange = [
        f"{block.page}: {block.lines[0]}"
        for block in blocks()
        if block.language != "sh" and block.language not in _FILES
    ]

    assert strange == [], "begin commands with ```sh, files with their kind"


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(each, id=f"{Path(each.page).stem}: {each.lines[0]}")
        for each in COMMANDS
        if each.words
    ],
)
def test_what_is_not_run_here_says_who_does_it_or_what_it_takes(block: Block) -> None:
    mark, _, rest = block.words.partition(" ")

    assert mark in {"tested:", "untested:"}
    if mark == "untested:":
        assert rest.startswith("needs ")
        return
    for named in rest.split():
        path, _, name = named.partition("::")
        source = (ROOT / path).read_text("utf-8")
        assert f"def {name}(" in source
    commands = [_words(line) for line in block.lines]
    for words in commands:
        assert words[0].rpartition("/")[2] in {"metricgain", "pip", "python3"}


@pytest.mark.parametrize(
    ("page", "line"),
    [
        pytest.param(page, line, id=f"{Path(page).stem}: {line}")
        for page, line in dict.fromkeys((block.page, line) for block, line in HERE)
    ],
)
def test_a_command_does_what_its_page_says(
    runner: CliRunner, job_id: str, page: str, line: str, tmp_path: Path
) -> None:
    given = dict(
        word.split("=", 1) for word in shlex.split(line) if word.startswith("METRIC")
    )
    here = {
        name: runner.env["ELSEWHERE"] if value == _ELSEWHERE else value
        for name, value in given.items()
    }
    program, *words = _words(line)
    words = [job_id if word == "ID" else word for word in words]

    done = runner.invoke(app, words, env={**here, "TMPDIR": str(tmp_path)})

    assert program == "metricgain"
    assert done.exit_code in _SAYS_MORE.get(words[0], (0,)), f"{page}: {done.output}"
    assert done.output


def _words(line: str) -> list[str]:
    return [word for word in shlex.split(line) if not word.startswith("METRICGAIN_")]
