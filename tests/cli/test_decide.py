import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from metricgain.cli.decide import LONGEST_LINE, decide

app = typer.Typer()
app.command()(decide)

GOOD = {
    "muscle": "chest",
    "week_number": 2,
    "weeks": 5,
    "soreness": 1,
    "performance": 0,
    "planned_sets": 4,
    "weekly_sets": 8,
    "sessions_per_week": 2,
    "next_is_deload": False,
    "has_next": True,
    "has_previous": True,
}
DECIDED = {
    "kind": "add",
    "delta_raw": 1,
    "delta_applied": 1,
    "rule_id": "T5",
    "because": "Chest recovered well before today and you had 2 or more reps to spare,"
    " so 1 more set is due.",
    "progression": True,
    "deload": False,
}


def line(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


def run(source: bytes, *arguments: str) -> tuple[int, list[object]]:
    result = CliRunner().invoke(app, list(arguments), input=source)
    return result.exit_code, [json.loads(text) for text in result.stdout.splitlines()]


def test_a_line_in_is_a_decision_out() -> None:
    assert run(line() + b"\n") == (0, [DECIDED])


def test_a_file_is_read_and_its_last_line_may_lack_an_end(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_bytes(line() + b"\r\n\n  \n" + line())

    assert run(b"", str(file)) == (0, [DECIDED, DECIDED])


def test_nothing_in_is_nothing_out() -> None:
    assert run(b"") == (0, [])


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        pytest.param(b"{", "line", id="no JSON"),
        pytest.param(b"[1]", "line", id="a list"),
        pytest.param(b"null", "line", id="null"),
        pytest.param(b'{"muscle": NaN}', "line", id="not a number"),
        pytest.param(b'{"muscle": "\xff"}', "line", id="not UTF-8"),
        pytest.param(b'{"\xff": 1}', "line", id="a key that is not UTF-8"),
        pytest.param(b"[" * 50_000, "line", id="very deep"),
        pytest.param(b'{"a": ' * 10_000, "line", id="deep objects"),
        pytest.param(b" " + b"1" * LONGEST_LINE, "line", id="too long"),
        pytest.param(line(soreness=4), "soreness", id="out of bounds"),
        pytest.param(line(muscle="heart"), "muscle", id="no such muscle"),
        pytest.param(line(weeks=10**30), "weeks", id="a huge number"),
        pytest.param(line(mood=3), "mood", id="an unknown field"),
    ],
)
def test_a_bad_line_is_answered_by_its_number_and_the_rest_goes_on(
    bad: bytes, field: str
) -> None:
    code, answers = run(b"\n".join([line(), b"", bad, line()]))

    assert code == 1
    assert answers[::2] == [DECIDED, DECIDED]
    error = answers[1]
    assert isinstance(error, dict)
    assert error["line"] == 3
    assert error["error"]["field"] == field
    assert error["error"]["rule"]


def test_a_missing_file_is_refused() -> None:
    assert CliRunner().invoke(app, ["nowhere.jsonl"]).exit_code == 2


PROGRAM = "import typer; from metricgain.cli.decide import decide; typer.run(decide)"


def test_each_line_is_answered_before_the_next_is_read() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line() + b"\n")
        process.stdin.flush()

        first = process.stdout.readline()

        process.stdin.close()
    assert json.loads(first) == DECIDED
    assert process.returncode == 0


def test_a_reader_that_leaves_early_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()

        _, complaint = process.communicate((line() + b"\n") * 200)

    assert complaint == b""
