"""`metricgain export`: whole accounts and sets as files, now or by themselves."""

import asyncio
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest
from pyarrow import parquet
from typer.testing import CliRunner, Result

from blocks import new_user
from make import fill_every_table
from metricgain.cli import app
from metricgain.config import Settings
from metricgain.jobs.exports import export_due
from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.kit.export_folder import written_whole
from metricgain.store.database import Database

Run: TypeAlias = Callable[..., Result]
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def run(owner_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", owner_url)
    monkeypatch.setenv("METRICGAIN_DATA_DIR", str(tmp_path / "data"))

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["export", *arguments])

    return run


async def trained(database: Database) -> str:
    user_id = await new_user(database)
    async with database.as_system() as system:
        await fill_every_table(system.run, user_id)
        email = await system.value("SELECT email FROM users WHERE id = $1", user_id)
    return str(email)


async def newcomer(database: Database) -> str:
    user_id = await new_user(database)
    async with database.as_system() as system:
        email = await system.value("SELECT email FROM users WHERE id = $1", user_id)
    return str(email)


@pytest.mark.parametrize("ending", ["json", "zip"])
async def test_an_account_is_written_to_a_file_that_only_its_owner_reads(
    run: Run, database: Database, tmp_path: Path, ending: str
) -> None:
    email = await trained(database)
    file = tmp_path / f"mine.{ending}"

    result = await asyncio.to_thread(run, "full", str(file), "--user", email)

    assert result.exit_code == 0, result.output
    if ending == "zip":
        with zipfile.ZipFile(file) as archive:
            text = archive.read("metricgain.json")
    else:
        text = file.read_bytes()
    assert json.loads(text)["account"]["email"] == email
    assert file.stat().st_mode & 0o777 == 0o600


async def test_an_export_is_put_back_by_importing_it(
    run: Run, database: Database, tmp_path: Path
) -> None:
    old, new = await trained(database), await newcomer(database)
    file = str(tmp_path / "mine.zip")
    await asyncio.to_thread(run, "full", file, "--user", old)
    # Templates have ids of their own in the whole installation.
    async with database.as_system() as system:
        await system.run("DELETE FROM users WHERE email = $1", old)

    def put_back(*more: str) -> Result:
        return CliRunner().invoke(app, ["import", file, "--user", new, "--json", *more])

    rehearsed = await asyncio.to_thread(put_back, "--dry-run")
    done = await asyncio.to_thread(put_back)
    again = await asyncio.to_thread(put_back)
    merged = await asyncio.to_thread(put_back, "--merge")

    assert json.loads(rehearsed.output)["rows"] == json.loads(done.output)["rows"]
    assert json.loads(done.output)["rows"]["sets"] == 1
    assert isinstance(again.exception, Conflict)
    assert set(json.loads(merged.output)["rows"].values()) == {0}


@pytest.mark.parametrize(
    ("format_", "begins"),
    [
        pytest.param("csv", b"date,time,workout", id="csv"),
        pytest.param("strong", b"Date,Workout Name", id="strong"),
        pytest.param("hevy", b'"title","start_time"', id="hevy"),
        pytest.param("openweight", b"[", id="openweight"),
        pytest.param("parquet", b"PAR1", id="parquet"),
    ],
)
async def test_sets_are_written_as_other_programs_read_them(
    run: Run, database: Database, tmp_path: Path, format_: str, begins: bytes
) -> None:
    email = await trained(database)
    file = tmp_path / "sets"

    result = await asyncio.to_thread(
        run, "sets", str(file), "--user", email, "--format", format_
    )

    assert result.exit_code == 0, result.output
    assert result.output.startswith("1 sets in ")
    assert file.read_bytes().startswith(begins)
    if format_ == "parquet":
        assert parquet.read_table(file).num_rows == 1


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        pytest.param(("full", "mine.txt"), Invalid, id="ending"),
        pytest.param(("full", "nowhere/mine.json"), Invalid, id="no folder"),
        pytest.param(("sets", "mine.csv"), NotFound, id="nobody"),
    ],
)
def test_what_cannot_be_written_is_refused_and_leaves_nothing(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    refusal: type[Exception],
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run(*arguments, "--user", "nobody@example.org")

    assert isinstance(result.exception, refusal)
    assert [path for path in tmp_path.iterdir() if path.name != "data"] == []


def test_the_schema_is_printed(run: Run) -> None:
    schema = json.loads(run("schema").output)

    assert schema["properties"]["schemaVersion"] == {"const": 1}


async def test_exports_are_made_when_due_and_the_newest_kept(
    database: Database, tmp_path: Path
) -> None:
    email = await trained(database)
    settings = Settings(export_dir=str(tmp_path), export_days=7, export_keep=2)
    made = []

    for day in (0, 6, 7, 14, 21):
        exported = await export_due(
            database, settings, now=NOW + timedelta(days=day), email=email
        )
        made.append((exported.written, exported.removed))

    assert made == [(1, 0), (0, 0), (1, 0), (1, 1), (1, 1)]
    assert names_below(tmp_path) == [
        "metricgain-2026-03-15.zip",
        "metricgain-2026-03-22.zip",
    ]


def names_below(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*.*"))


def test_without_a_folder_no_exports_are_made(run: Run) -> None:
    result = run("scheduled")

    assert isinstance(result.exception, Invalid)
    assert result.exception.field == "METRICGAIN_EXPORT_DIR"


def test_a_file_that_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    file.write_bytes(b"before")

    with suppress(OSError), written_whole(file) as partial:
        partial.write(b"half")
        raise OSError

    assert [path.name for path in tmp_path.iterdir()] == ["export.json"]
    assert file.read_bytes() == b"before"
