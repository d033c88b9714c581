"""What we write for other apps says, read again, what we know: to the last rep."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metricgain.importers import fields
from metricgain.importers.course import Course, Told
from metricgain.importers.outgoing import (
    OutgoingSet,
    OutgoingWorkout,
    Writer,
    escaped,
    unescaped,
)
from metricgain.importers.values import ImportedWorkout
from metricgain.importers.write_hevy import HevyCsv
from metricgain.importers.write_openweight import OpenweightJson
from metricgain.importers.write_sets import SetsCsv
from metricgain.importers.write_strong import StrongCsv

NewWriter: TypeAlias = Callable[[], Writer]

ZONE = ZoneInfo("Europe/Berlin")
WRITERS: dict[str, NewWriter] = {
    "strong in kg": lambda: StrongCsv("kg"),
    "strong in lb": lambda: StrongCsv("lb"),
    "hevy in kg": lambda: HevyCsv("kg"),
    "hevy in lb": lambda: HevyCsv("lb"),
    "openweight": OpenweightJson,
}
FORMULAS = ("=1+1", "+49 kg", "-5", "@SUM(A1)", "\tx", "'=1", "''-x", "'quoted'")
TEXTS = st.sampled_from(FORMULAS) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.just("\n"),
    max_size=20,
)
NAMES = TEXTS.map(fields.name).filter(bool)
SETS = st.builds(
    OutgoingSet,
    exercise=st.sampled_from(["Bench Press", "Squat", "=Press", "Zug, breit"]) | NAMES,
    muscle_group=st.just("chest"),
    set_number=st.just(1),
    set_type=st.sampled_from(["working", "warmup", "drop", "failure", "myorep"]),
    weight=st.sampled_from([Decimal("61.23"), Decimal(0), Decimal("132.28")])
    | st.decimals(0, 599, places=2),
    weight_unit=st.sampled_from(["kg", "lb"]),
    reps=st.integers(0, 900),
    rir=st.none() | st.integers(0, 18).map(lambda n: Decimal(n) / 2),
    seconds=st.none() | st.integers(1, 80_000),
    distance_m=st.none() | st.decimals("0.01", 99_999, places=2),
    note=TEXTS.map(fields.note),
)
WORKOUTS = st.lists(
    st.tuples(
        st.integers(0, 3),
        TEXTS.map(fields.name),
        TEXTS.map(fields.note),
        st.none() | st.integers(0, 40_000),
        st.lists(SETS, min_size=1, max_size=6),
    ),
    min_size=1,
    max_size=5,
)


def workouts_of(
    drawn: list[tuple[int, str, str, int | None, list[OutgoingSet]]],
) -> list[OutgoingWorkout]:
    start = datetime(2024, 5, 1, 18, 30, tzinfo=ZONE)
    made = []
    for days, name, notes, seconds, sets in sorted(drawn, key=lambda one: one[0]):
        started = start + timedelta(days=days)
        made.append(
            OutgoingWorkout(
                name=name,
                started=started,
                local_date=started.date(),
                seconds=seconds,
                notes=notes,
                sets=tuple(sets),
            )
        )
    return made


def written(writer: Writer, workouts: list[OutgoingWorkout]) -> str:
    return "".join((writer.head, *map(writer.add, workouts), writer.tail))


def read(text: str) -> tuple[str, list[ImportedWorkout]]:
    told = Told(file_name="own", timezone="Europe/Berlin", unit=None, rehearsing=True)
    found: list[ImportedWorkout] = []
    with Course(io.BytesIO(text.encode()), told) as course:
        while (batch := course.next_batch()) is not None:
            found += batch
        return course.report().app, found


def known(one: OutgoingSet) -> tuple[object, ...]:
    return (
        *(one.exercise, one.set_type, one.weight, one.weight_unit, one.reps, one.rir),
        *(one.seconds, one.distance_m, one.note),
    )


def understood(workout: ImportedWorkout) -> list[tuple[object, ...]]:
    return [
        (
            *(one.exercise_name, one.set_type, one.weight, one.weight_unit, one.reps),
            *(one.rir, one.seconds, one.distance_m, one.notes),
        )
        for one in workout.sets
    ]


@pytest.mark.parametrize("new_writer", WRITERS.values(), ids=WRITERS)
@settings(max_examples=25)
@given(drawn=WORKOUTS)
def test_a_file_for_another_app_reads_back_to_the_same_sets(
    new_writer: NewWriter,
    drawn: list[tuple[int, str, str, int | None, list[OutgoingSet]]],
) -> None:
    workouts = workouts_of(drawn)

    _, found = read(written(new_writer(), workouts))

    assert [understood(one) for one in found] == [
        [known(one) for one in workout.sets] for workout in workouts
    ]
    assert [one.name for one in found] == [one.name for one in workouts]
    assert [one.started_at for one in found] == [
        one.started.astimezone(UTC) for one in workouts
    ]


@given(text=st.text(st.sampled_from("'=+-@\t\r\nab1"), max_size=8))
def test_what_is_made_safe_comes_back_and_begins_with_no_formula(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_a_table_for_spreadsheets_holds_no_formula() -> None:
    one = OutgoingSet(
        exercise="=cmd|' /C calc'!A0",
        muscle_group="chest",
        set_number=1,
        set_type="working",
        weight=Decimal("62.50"),
        weight_unit="kg",
        reps=8,
        note="-1 from last week",
    )
    made = workouts_of([(0, "@home", "+1", 3600, [one])])

    (row,) = csv.DictReader(io.StringIO(written(SetsCsv(), made)))

    cells = Counter(cell[:1] for cell in row.values() if cell)
    assert not set(cells) & set("=+-@")
    assert (row["exercise"], row["notes"]) == ("'" + one.exercise, "'" + one.note)
    assert (row["weight"], row["reps"], row["date"]) == ("62.5", "8", "2024-05-01")


def test_our_own_table_is_read_as_a_table_of_ones_own() -> None:
    one = OutgoingSet(
        exercise="Bench Press",
        muscle_group="chest",
        set_number=1,
        set_type="warmup",
        weight=Decimal(135),
        weight_unit="lb",
        reps=8,
        rir=Decimal("1.5"),
    )

    _, found = read(written(SetsCsv(), workouts_of([(0, "Push", "", None, [one])])))

    assert [understood(workout) for workout in found] == [[known(one)]]


def test_nothing_at_all_is_a_heading_or_an_empty_list() -> None:
    assert written(StrongCsv("kg"), []).count("\n") == 1
    assert written(HevyCsv("lb"), []).count("\n") == 1
    assert json.loads(written(OpenweightJson(), [])) == []
