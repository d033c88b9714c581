"""Whatever happened to a file, reading it ends in sense or in a plain refusal."""

import io
import json
import sqlite3
import tracemalloc
import zipfile
from contextlib import closing, suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imported_file import FILES, HISTORIES
from metricgain.importers.course import Course, Told
from metricgain.importers.formats import recognise
from metricgain.importers.values import (
    BodyRecord,
    Finding,
    ImportedSet,
    ImportedWorkout,
    Item,
    ReadOptions,
    UndatedWorkout,
    UnreadableFileError,
)
from metricgain.kit.errors import Invalid

OPTIONS = ReadOptions(ZoneInfo("America/New_York"), "kg")
NAMES = [file.name for file in HISTORIES]
# Files of one row a set, in the order of their workouts.
IN_ORDER = (
    *("strong_2016_lb.csv", "strong_android_a.csv", "strong_android_b.csv"),
    *("strong_ios.csv", "hevy_uk.csv", "hevy_us.csv", "liftosaur.csv"),
    *("fitnotes_android.csv", "fitbod_old.csv", "gymbook_german.csv"),
)
# What stands between cells, what numbers and dates are made of, and what is neither.
SCRAPS = st.sampled_from(
    (
        *(b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"-", b"\x1a", b"", b"###"),
        *(b"9" * 5000, b"1e99", b"NaN", b"2024-02-30", b"23:61", b"99999999h", b"0x1"),
        *(
            b"[" * 5000,
            b"{",
            b'"exercises"',
            b"=1+1",
            b"x" * 300,
            b"1,5.0",
            b"(",
            b"kg",
        ),
        "\u2028".encode(),
        "\ud83d\udcaa".encode("utf-8", "surrogatepass"),
    )
)
DAMAGE = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), SCRAPS), min_size=1, max_size=6
)


def damaged(content: bytes, damage: list[tuple[float, int, bytes]]) -> bytes:
    for where, length, scrap in damage:
        place = int(where * len(content))
        content = content[:place] + scrap + content[place + length :]
    return content


def read_all(content: bytes) -> list[Item]:
    found = recognise(content)
    return [] if found is None else list(found.read(io.BytesIO(content), OPTIONS))


def check(item: Item) -> None:
    match item:
        case Finding():
            assert item.line >= 1
            assert item.message
            assert item.advice
        case BodyRecord():
            assert all(value.kind and value.value > 0 for value in item.values)
        case UndatedWorkout():
            assert all(map(is_sound, item.sets))
        case ImportedWorkout():
            assert all(map(is_sound, item.sets))
            assert "\0" not in (item.name + item.notes).encode().decode()
            assert len(item.notes) <= 20_000
            assert 0 <= (item.duration_seconds or 0) <= 12 * 3600
            assert 0 < (item.body_weight_kg or 1) < 1000
            assert item.rows >= 0


def is_sound(one: ImportedSet) -> bool:
    """Tell whether the database takes a set."""
    return (
        0 <= one.weight < 10_000
        and one.weight == round(one.weight, 2)
        and 0 <= one.reps < 2**31
        and 1 <= one.set_number <= 1000
        and 0 <= (one.rir or 0) <= 10
        and 0 <= (one.seconds or 0) <= 864_000
        and 0 <= (one.distance_m or 0) < 10**7
        and 0 < len(one.exercise_name) <= 255
        and "\0" not in (one.exercise_name + one.notes + one.raw).encode().decode()
        and len(one.raw) <= 100
        and len(one.notes) <= 10_000
    )


@settings(max_examples=300, deadline=None)
@given(name=st.sampled_from(NAMES), damage=DAMAGE)
def test_a_damaged_file_is_read_or_refused(
    name: str, damage: list[tuple[float, int, bytes]]
) -> None:
    content = damaged((FILES / name).read_bytes(), damage)

    with suppress(UnreadableFileError):
        for item in read_all(content):
            check(item)


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(NAMES), damage=DAMAGE)
def test_a_damaged_file_has_a_report_whose_sums_agree(
    name: str, damage: list[tuple[float, int, bytes]]
) -> None:
    content = damaged((FILES / name).read_bytes(), damage)
    told = Told(file_name=name, timezone="Asia/Tokyo", rehearsing=True)

    with suppress(Invalid), Course(io.BytesIO(content), told) as course:
        sets = 0
        while (batch := course.next_batch()) is not None:
            sets += sum(len(workout.sets) for workout in batch)
        totals = course.report().totals
        assert totals.sets - totals.undated_sets == sets
        assert (totals.first_date is None) == (totals.last_date is None)


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file: Path = tmp_path_factory.mktemp("backup") / "made.fitnotes"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(
            "PRAGMA page_size = 512;"
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id INTEGER,"
            " date DATE, metric_weight INTEGER, reps INTEGER);"
            "INSERT INTO exercise VALUES (1, 'Squat');"
        )
        database.executemany(
            "INSERT INTO training_log VALUES (?, 1, ?, 100, 5)",
            [(n, f"2015-01-{n % 28 + 1:02}") for n in range(60)],
        )
        database.commit()
    return file.read_bytes()


@settings(max_examples=60, deadline=None)
@given(damage=DAMAGE)
def test_a_damaged_backup_is_read_or_refused(
    backup: bytes, damage: list[tuple[float, int, bytes]]
) -> None:
    # The length stays, as it does when a disk or a transfer spoils single pages.
    content = damaged(backup, damage)[: len(backup)].ljust(len(backup), b"\0")

    with suppress(UnreadableFileError):
        for item in read_all(content):
            check(item)


@settings(max_examples=60, deadline=None)
@given(damage=DAMAGE)
def test_a_damaged_archive_is_read_or_refused(
    damage: list[tuple[float, int, bytes]],
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("hevy.csv", (FILES / "hevy_uk.csv").read_bytes())
    content = damaged(packed.getvalue(), damage)
    told = Told(file_name="a.zip", timezone="UTC", rehearsing=True)

    with suppress(Invalid), Course(io.BytesIO(content), told) as course:
        while course.next_batch() is not None:
            pass


@given(st.binary(max_size=400))
def test_bytes_that_are_no_file_are_not_recognised(content: bytes) -> None:
    with suppress(UnreadableFileError):
        assert read_all(content) == []


@pytest.mark.parametrize("name", IN_ORDER)
def test_a_file_cut_anywhere_gives_the_workouts_before_the_cut(name: str) -> None:
    content = (FILES / name).read_bytes()
    lines = content.splitlines(keepends=True)
    whole = [one for one in read_all(content) if isinstance(one, ImportedWorkout)]

    for kept in range(1, len(lines)):
        try:
            items = read_all(b"".join(lines[:kept]))
        except UnreadableFileError:
            continue
        workouts = [one for one in items if isinstance(one, ImportedWorkout)]
        assert [one.source_key for one in workouts] == [
            one.source_key for one in whole[: len(workouts)]
        ]


def long_table(name: str) -> bytes:
    *heading, row = (FILES / name).read_bytes().splitlines(keepends=True)[:3]
    return b"".join(heading) + row * (600_000 // len(row))


def long_json() -> bytes:
    workouts = json.loads((FILES / "openweight.json").read_bytes())["workouts"][:1]
    return json.dumps({"workouts": workouts * 1000}).encode()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(long_table("hevy_lbs.csv"), id="a known table"),
        pytest.param(long_table("table.csv"), id="a table of one's own"),
        pytest.param(long_json(), id="JSON"),
    ],
)
def test_a_long_file_is_read_in_little_memory(content: bytes) -> None:
    told = Told(file_name="long", timezone="UTC", unit="kg", rehearsing=True)
    stream = io.BytesIO(content)

    tracemalloc.start()
    with Course(stream, told) as course:
        while course.next_batch() is not None:
            pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(content) > 400_000
    assert peak < 5_000_000
