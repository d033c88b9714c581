"""`metricgain export parquet` and `metricgain cohort`, from log to answer."""

import asyncio
import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pyarrow import dataset, parquet
from typer.testing import CliRunner, Result

from blocks import BENCH, new_user
from make import (
    exercise_row,
    id_for,
    insert,
    make_feedback,
    make_log,
    make_set,
    mesocycle_row,
    own_exercise_id,
)
from metricgain.cli import app
from metricgain.kit.errors import Invalid, NotFound
from metricgain.kit.pseudonyms import key_of, pseudonyms
from metricgain.store.database import Database
from metricgain.store.tables import metadata

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning")


@pytest.fixture
def run(owner_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:  # noqa: ANN401 - a function
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", owner_url)
    monkeypatch.setenv("METRICGAIN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    return run


async def trained(database: Database) -> tuple[int, str]:
    """Make a lifter with sets on both sides of a new year; return id and e-mail."""
    user_id = await new_user(database)
    async with database.as_system() as system:
        email = await system.value("SELECT email FROM users WHERE id = $1", user_id)
        await insert(
            system.run,
            metadata.tables["exercises"],
            exercise_row(user_id, name="Ann's own press"),
        )
        await insert(system.run, metadata.tables["mesocycles"], mesocycle_row(user_id))
    async with database.as_user(user_id) as tx:
        for number, day in enumerate((date(2025, 12, 31), date(2026, 1, 7)), 1):
            log_id = await make_log(
                tx.run,
                user_id,
                number,
                local_date=day,
                status="completed",
                mesocycle_id=id_for(user_id, "mesocycle"),
                week_number=number,
            )
            at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            exercises = [BENCH, own_exercise_id(user_id)]
            for place, exercise_id in enumerate(exercises, 1):
                await make_set(
                    tx.run,
                    user_id,
                    log_id,
                    place,
                    exercise_id=exercise_id,
                    performed_at=at,
                    weight=Decimal(90 + 10 * number),
                    weight_unit="kg" if exercise_id == BENCH else "lb",
                    set_type="working" if exercise_id == BENCH else "warmup",
                    reps=5,
                )
            await make_feedback(tx.run, user_id, log_id, "chest", pump_level=2)
    return user_id, str(email)


async def test_sets_are_written_by_year_under_pseudonyms(
    run: Any,  # noqa: ANN401 - a function
    database: Database,
    tmp_path: Path,
) -> None:
    user_id, email = await trained(database)
    folder = tmp_path / "sets"

    done = await asyncio.to_thread(
        run, "export", "parquet", str(folder), "--user", email.upper()
    )

    files = sorted(str(f.relative_to(folder)) for f in folder.rglob("*.parquet"))
    assert done.exit_code == 0, done.output
    assert files == ["year=2025/part-0.parquet", "year=2026/part-0.parquet"]
    rows = dataset.dataset(folder, partitioning="hive").to_table().to_pylist()
    assert len(rows) == 4
    name = pseudonyms(key_of(tmp_path / "data" / "export.key"))
    first, warm_up, last, _ = rows
    assert first["user_id"] == name("user", user_id)
    assert first["workout_id"] == name("workout", id_for(user_id, "log 1"))
    assert (first["exercise_id"], first["exercise_name"]) == (
        str(BENCH),
        "Barbell Bench Press",
    )
    assert (first["iso_year"], first["iso_week"]) == (2026, 1)
    assert first["performed_at"] == datetime(2025, 12, 31, 12, tzinfo=UTC)
    assert (first["weight"], first["volume"], first["volume_kg"]) == (100, 500, 500)
    assert (first["pump_level"], first["soreness_level"]) == (2, None)
    assert first["e1rm_kg"] == 116.667
    assert last["week_number"] == 2
    # A lifter's own exercise would tell whose it is by its name and by its id.
    assert warm_up["exercise_name"] is None
    assert warm_up["exercise_id"] == name("exercise", own_exercise_id(user_id))
    assert (warm_up["is_working"], warm_up["e1rm_kg"]) == (False, None)
    assert warm_up["load_kg"] == 45.359
    told = "\n".join(str(row) for row in rows)
    assert "Ann" not in told
    assert str(own_exercise_id(user_id)) not in told


async def test_the_same_key_gives_the_same_names_and_another_one_others(
    run: Any,  # noqa: ANN401 - a function
    database: Database,
    tmp_path: Path,
) -> None:
    _, email = await trained(database)
    (tmp_path / "other.key").write_text("another key, long enough\n")

    for folder, key in (("a", "one.key"), ("b", "one.key"), ("c", "other.key")):
        done = await asyncio.to_thread(
            run, "export", "parquet", str(tmp_path / folder),
            "--user", email, "--key-file", str(tmp_path / key),
        )  # fmt: skip
        assert done.exit_code == 0, done.output

    names = [
        {row["user_id"] for row in parquet.read_table(tmp_path / folder).to_pylist()}
        for folder in "abc"
    ]
    assert names[0] == names[1]
    assert names[0].isdisjoint(names[2])
    assert (tmp_path / "one.key").stat().st_mode & 0o777 == 0o600


async def test_everybody_is_exported_and_asked_about(
    run: Any,  # noqa: ANN401 - a function
    database: Database,
    tmp_path: Path,
) -> None:
    await trained(database)
    await trained(database)

    exported = await asyncio.to_thread(
        run, "export", "parquet", str(tmp_path / "data" / "parquet"), "--all"
    )
    as_csv = await asyncio.to_thread(run, "cohort", "weekly-trend", "--format", "csv")
    as_table = await asyncio.to_thread(run, "cohort", "feedback-correlation")

    assert exported.exit_code == 0, exported.output
    rows = list(csv.DictReader(io.StringIO(as_csv.output)))
    chest = next(
        row
        for row in rows
        if (row["muscle_group"], row["iso_year"], row["iso_week"])
        == ("chest", "2026", "2")
    )
    assert int(chest["lifters"]) >= 2
    assert as_table.exit_code == 0, as_table.output
    assert "average next sets" in " ".join(as_table.output.split())


@pytest.mark.parametrize(
    ("arguments", "error", "told"),
    [
        pytest.param([], Invalid, "--user EMAIL, or --all", id="whom?"),
        pytest.param(["--all", "--user", "a@example.org"], Invalid, "--all", id="both"),
        pytest.param(
            ["--user", "nobody@example.org"], NotFound, "nobody has", id="nobody"
        ),
    ],
)
def test_an_export_of_nobody_is_refused_and_leaves_nothing(
    run: Any,  # noqa: ANN401 - a function
    tmp_path: Path,
    arguments: list[str],
    error: type[Exception],
    told: str,
) -> None:
    done = run("export", "parquet", str(tmp_path / "sets"), *arguments)

    assert isinstance(done.exception, error)
    assert told in str(done.exception)
    assert {path.name for path in tmp_path.iterdir()} <= {"data"}


def test_a_folder_with_something_in_it_is_left_alone(
    run: Any,  # noqa: ANN401 - a function
    tmp_path: Path,
) -> None:
    (tmp_path / "note.txt").write_text("mine")

    done = run("export", "parquet", str(tmp_path), "--all")

    assert isinstance(done.exception, Invalid)
    assert (tmp_path / "note.txt").read_text() == "mine"


def test_a_key_that_could_be_guessed_is_refused(
    run: Any,  # noqa: ANN401 - a function
    tmp_path: Path,
) -> None:
    (tmp_path / "short.key").write_text("12345\n")

    done = run(
        "export", "parquet", str(tmp_path / "sets"),
        "--all", "--key-file", str(tmp_path / "short.key"),
    )  # fmt: skip

    assert isinstance(done.exception, Invalid)
    assert "at least 16 bytes" in str(done.exception)


def test_a_question_without_an_export_says_how_to_make_one(
    run: Any,  # noqa: ANN401 - a function
) -> None:
    done = run("cohort", "weekly-trend")

    assert isinstance(done.exception, Invalid)
    assert "metricgain export parquet" in done.exception.remedy
