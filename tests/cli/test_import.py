"""`metricgain import` reads, reports, imports and refuses."""

import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest

from make import make_user
from metricgain.store.database import Database
from strong_file import made_up_history, strong

FILES = Path(__file__).parents[1] / "importers" / "files"
NO_UNIT = FILES / "strong_2018_no_unit.csv"
_NUMBERS = count()

Done: TypeAlias = "subprocess.CompletedProcess[str]"


def run(*arguments: str | Path, database_url: str = "") -> Done:
    return subprocess.run(
        [sys.executable, "-c", "from metricgain.cli import main; main()", "import"]
        + [str(one) for one in arguments],
        env={**os.environ, "METRICGAIN_DATABASE_URL": database_url, "COLUMNS": "120"},  # noqa: TID251 - the child needs PATH and HOME
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
async def email(database: Database) -> str:
    address = f"cli-import{next(_NUMBERS)}@example.org"
    await make_user(database, address)
    return address


async def sets_of(database: Database, email: str) -> int:
    async with database.as_system() as system:
        found = await system.value(
            "SELECT count(*) FROM sets AS s JOIN users AS u ON u.id = s.user_id"
            " WHERE u.email = $1",
            email,
        )
    assert isinstance(found, int)
    return found


async def test_a_history_is_rehearsed_imported_and_known_afterwards(
    database: Database, owner_url: str, email: str, tmp_path: Path
) -> None:
    file = tmp_path / "mine.csv"
    file.write_bytes(
        made_up_history(weeks=2)
        + strong("Zorblax Wobble,1,9999,12", "Zorblax Wobble,2,x,12").partition(b"\n")[
            2
        ]
    )
    options = ("--user", email.upper(), "--unit", "kg", "--timezone", "Europe/Berlin")

    rehearsed = run(file, *options, "--dry-run", "--json", database_url=owner_url)
    assert rehearsed.returncode == 0, rehearsed.stderr
    assert await sets_of(database, email) == 0
    told = json.loads(rehearsed.stdout)

    imported = run(file, *options, database_url=owner_url)
    assert imported.returncode == 0, imported.stderr
    assert await sets_of(database, email) == told["sets"]
    for expected in (
        "Imported",
        f"{told['workouts']:,} new workouts",
        "Zorblax Wobble",
        "nothing in the library",
        "'x' is no number",
        "2024-05-01 to",
    ):
        assert expected in imported.stdout

    again = run(file, *options, "--json", database_url=owner_url)
    compared = json.loads(again.stdout)["compared"]
    assert (compared["workouts_new"], compared["sets_new"]) == (0, 0)
    assert compared["workouts_known"] == told["workouts"]


def test_a_dry_run_without_an_account_needs_no_database() -> None:
    done = run(FILES / "strong_android_b.csv", "--dry-run", "--json")

    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert (told["format"], told["unit"], told["timezone"]) == ("strong", "kg", "UTC")
    assert (told["rest_rows"] > 0, told["note_rows"] > 0) == (True, True)
    assert told["rows"] == (
        told["sets"] + told["rest_rows"] + told["note_rows"] + told["refused_rows"]
    )
    assert (told["dry_run"], told["compared"]) == (True, None)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(("nowhere.csv", "--dry-run"), 1, "no such file", id="no file"),
        pytest.param((FILES, "--dry-run"), 2, "not a file", id="a folder"),
        pytest.param((Path(__file__), "--dry-run"), 2, "no history", id="no format"),
        pytest.param((NO_UNIT, "--unit", "st"), 2, "--unit", id="unit"),
        pytest.param((NO_UNIT, "--unit", "kg"), 2, "--user", id="no account"),
        pytest.param(
            (NO_UNIT, "--unit", "kg", "--timezone", "Mars/Olympus", "--dry-run"),
            2,
            "--timezone",
            id="zone",
        ),
        pytest.param(
            (NO_UNIT, "--columns", "date", "--dry-run"), 2, "--columns", id="columns"
        ),
    ],
)
def test_what_cannot_be_imported_is_refused_in_words(
    arguments: tuple[str | Path, ...], code: int, message: str
) -> None:
    done = run(*arguments)

    assert done.returncode == code
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


async def test_the_unit_is_proposed_in_a_dry_run_and_asked_for_otherwise(
    owner_url: str, email: str
) -> None:
    rehearsed = run(NO_UNIT, "--dry-run", "--json")
    real = run(NO_UNIT, "--user", email, database_url=owner_url)

    told = json.loads(rehearsed.stdout)
    assert (told["unit"], told["unit_proposed"]) == ("kg", True)
    assert [one["message"].partition(":")[0] for one in told["findings"]] == [
        "No time zone is named",
        "The file does not say what its weights are in. kg seems right",
    ]
    assert real.returncode == 2
    assert "--unit kg or" in real.stderr
    assert "kg seems right" in " ".join(real.stderr.split())


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()

    done = run(tmp_path / "empty.csv", "--dry-run")

    assert (done.returncode, done.stdout) == (2, "")
    assert "empty" in done.stderr


def test_an_account_that_is_not_there_is_refused(owner_url: str) -> None:
    done = run(
        NO_UNIT, "--unit", "kg", "--user", "nobody@example.org", database_url=owner_url
    )

    assert done.returncode == 1
    assert "nobody@example.org" in done.stderr


def test_hevys_key_comes_from_standard_input_or_not_at_all() -> None:
    both = run("--hevy-key-stdin", FILES / "hevy_us.csv", "--dry-run")
    neither = run("--dry-run")
    without = run("--hevy-key-stdin", "--dry-run")

    assert [one.returncode for one in (both, neither, without)] == [2, 2, 2]
    assert "not both" in both.stderr
    assert "name a file" in neither.stderr
    assert "holds no key" in without.stderr


async def test_files_come_in_together_are_listed_and_taken_back(
    database: Database, owner_url: str, email: str, tmp_path: Path
) -> None:
    first, second = tmp_path / "one.csv", tmp_path / "two.csv"
    first.write_bytes(strong("Squat (Barbell),1,100,5"))
    second.write_bytes(strong("Squat (Barbell),1,105,5", start="2024-05-03 18:00:00"))
    told = ("--user", email, "--unit", "kg", "--timezone", "UTC")

    done = run(first, second, *told, "--json", database_url=owner_url)
    listed = run("list", "--user", email, database_url=owner_url)
    import_id = listed.stdout.split()[0]
    undone = run("--undo", import_id, "--user", email, database_url=owner_url)
    again = run("--undo", import_id, "--user", email, database_url=owner_url)

    assert done.returncode == 0, done.stderr
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["compared"]["sets_new"] for one in reports] == [1, 1]
    assert "one.csv" in listed.stdout
    assert "two.csv" in listed.stdout
    assert "1 workouts, 1 sets" in undone.stdout
    assert await sets_of(database, email) == 1
    assert again.returncode == 1
    assert "already" in again.stderr


def test_a_dry_run_alone_loads_neither_database_nor_web_server(tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_bytes(strong("Squat (Barbell),1,100,5"))
    program = (
        "import sys\nfrom metricgain.cli import main\n"
        f"sys.argv = ['metricgain', 'import', {str(file)!r}, '--dry-run', '--json']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'litestar', 'sqlalchemy', 'granian'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines()[-1] == "[]"
