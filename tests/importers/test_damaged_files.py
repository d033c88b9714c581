"""Whatever happened to a file, reading it ends in sense or in a plain refusal."""

import io
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metricgain.importers.formats import recognise
from metricgain.importers.values import (
    Finding,
    ImportedWorkout,
    Item,
    ReadOptions,
    UnreadableFileError,
)

FILES = Path(__file__).parent / "files"
OPTIONS = ReadOptions(ZoneInfo("America/New_York"), "kg")
READABLE = (
    "strong_2016_lb.csv",
    "strong_android_a.csv",
    "strong_android_b.csv",
    "strong_ios.csv",
    "hevy_uk.csv",
    "hevy_us.csv",
)
# What stands between cells, what numbers and dates are made of, and what is neither.
SCRAPS = st.sampled_from(
    (
        *(b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"-", b"\x1a", b""),
        *(b"9" * 5000, b"1e99999", b"NaN", b"2024-02-30", b"23:61", b"99999999h"),
        "\u2028".encode(),
    )
)


def read_all(content: bytes) -> list[Item]:
    found = recognise(content)
    return [] if found is None else list(found.read(io.BytesIO(content), OPTIONS))


@given(
    name=st.sampled_from(READABLE),
    damage=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), SCRAPS), max_size=6),
)
def test_a_damaged_file_is_read_or_refused(
    name: str, damage: list[tuple[float, int, bytes]]
) -> None:
    content = (FILES / name).read_bytes()
    for where, length, scrap in damage:
        place = int(where * len(content))
        content = content[:place] + scrap + content[place + length :]

    items = []
    with suppress(UnreadableFileError):
        items = read_all(content)

    for item in items:
        if isinstance(item, ImportedWorkout):
            assert all(0 <= one.weight < 10_000 and one.reps >= 0 for one in item.sets)
            assert all(0 < len(one.exercise_name) <= 255 for one in item.sets)
            assert "\0" not in item.name + item.notes
        elif isinstance(item, Finding):
            assert item.line >= 1
            assert item.message


@given(st.binary(max_size=400))
def test_bytes_that_are_no_file_are_not_recognised(content: bytes) -> None:
    with suppress(UnreadableFileError):
        assert read_all(content) == []


@pytest.mark.parametrize("name", READABLE)
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
