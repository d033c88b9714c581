"""What the importers understand of each layout of Strong and Hevy."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from metricgain.importers.formats import recognise
from metricgain.importers.sniff import HEAD_BYTES
from metricgain.importers.totals import Tally
from metricgain.importers.values import (
    Finding,
    ImportedSet,
    ImportedWorkout,
    Item,
    ReadOptions,
    UndatedWorkout,
    UnreadableFileError,
    WeightUnit,
)

FILES = Path(__file__).parent / "files"
BERLIN = ZoneInfo("Europe/Berlin")


def items_of(
    content: bytes, *, unit: WeightUnit | None = None, zone: ZoneInfo = BERLIN
) -> list[Item]:
    found = recognise(content[:HEAD_BYTES])
    assert found is not None
    return list(found.read(io.BytesIO(content), ReadOptions(zone, unit)))


def read(
    name: str, *, unit: WeightUnit | None = None
) -> tuple[list[ImportedWorkout], list[Finding]]:
    items = items_of((FILES / name).read_bytes(), unit=unit)
    return (
        [item for item in items if isinstance(item, ImportedWorkout)],
        [item for item in items if isinstance(item, Finding)],
    )


def sets_of(workouts: list[ImportedWorkout]) -> Iterator[ImportedSet]:
    for workout in workouts:
        yield from workout.sets


@pytest.mark.parametrize(
    ("file", "unit", "expected"),
    [
        # rows, sets, workouts, exercises, warm-ups, drops, failures, rests, notes
        pytest.param(
            "strong_2015_kg.csv", None, (4, 4, 2, 3, 0, 0, 0, 0, 0), id="2015 kg"
        ),
        pytest.param(
            "strong_2016_lb.csv", None, (4, 4, 1, 2, 0, 0, 0, 0, 0), id="2016 lb"
        ),
        pytest.param(
            "strong_2018_no_unit.csv", "kg", (3, 3, 2, 2, 0, 0, 0, 0, 0), id="2018"
        ),
        pytest.param("strong_ios.csv", "kg", (9, 7, 2, 3, 1, 1, 1, 2, 0), id="iOS"),
        pytest.param(
            "strong_2026_no_notes.csv", "kg", (2, 2, 1, 1, 1, 0, 0, 0, 0), id="2026"
        ),
        pytest.param(
            "strong_android_a.csv", None, (4, 4, 1, 3, 0, 0, 0, 0, 0), id="Android A"
        ),
        pytest.param(
            "strong_android_b.csv", None, (7, 5, 3, 3, 1, 0, 0, 1, 1), id="Android B"
        ),
        pytest.param("hevy_uk.csv", None, (6, 6, 2, 4, 1, 1, 1, 0, 0), id="Hevy, UK"),
        pytest.param("hevy_us.csv", None, (4, 4, 3, 4, 1, 0, 0, 0, 0), id="Hevy, US"),
        pytest.param("hevy_lbs.csv", None, (2, 2, 1, 2, 0, 0, 0, 0, 0), id="Hevy, lb"),
    ],
)
def test_each_layout_adds_up(
    file: str, unit: WeightUnit | None, expected: tuple[int, ...]
) -> None:
    tally = Tally()
    for item in items_of((FILES / file).read_bytes(), unit=unit):
        tally.add(item)
    totals = tally.totals()

    assert (
        totals.rows,
        totals.sets,
        totals.workouts,
        totals.exercises,
        totals.warmup,
        totals.drop,
        totals.failure,
        totals.rest_rows,
        totals.note_rows,
    ) == expected
    assert totals.refused_rows == 0


def test_equal_rows_are_three_sets_and_not_one() -> None:
    workouts, _ = read("strong_2016_lb.csv")

    bench = [one for one in workouts[0].sets if one.exercise_name == "Bench Press"]
    assert [(one.set_number, one.weight, one.weight_unit) for one in bench] == [
        (1, Decimal(115), "lb"),
        (2, Decimal(115), "lb"),
        (3, Decimal(115), "lb"),
    ]


def test_the_letters_of_the_set_order_say_the_kind_and_the_rpe_says_the_rir() -> None:
    workouts, _ = read("strong_ios.csv", unit="kg")

    bench = [
        (one.set_number, one.set_type, one.rir)
        for one in workouts[0].sets
        if one.exercise_name == "Bench Press (Barbell)"
    ]
    assert bench == [
        (1, "warmup", None),
        (2, "working", Decimal(2)),
        (3, "working", Decimal("1.5")),
        (4, "failure", Decimal(0)),
        (5, "drop", None),
    ]


def test_rest_rows_are_counted_and_are_no_sets() -> None:
    workouts, _ = read("strong_ios.csv", unit="kg")

    assert workouts[0].rest_rows == 2
    assert all(one.seconds != 120 for one in workouts[0].sets)


def test_notes_keep_their_lines_and_their_separators() -> None:
    ios, _ = read("strong_ios.csv", unit="kg")
    android, _ = read("strong_android_a.csv")

    assert ios[0].notes == "Slept badly"
    assert ios[0].sets[0].notes == "Elbows in.\nSecond line."
    assert android[0].sets[2].notes == "pin\nbetween 90; and 110"


def test_a_note_row_goes_with_the_next_set_of_its_exercise() -> None:
    workouts, _ = read("strong_android_b.csv")

    assert workouts[1].note_rows == 1
    assert [one.notes for one in workouts[1].sets] == ["Slowly", ""]


def test_a_file_that_mixes_units_keeps_each_as_it_was_lifted() -> None:
    workouts, _ = read("strong_android_a.csv")

    assert [(one.weight, one.weight_unit) for one in workouts[0].sets[1:]] == [
        (Decimal(6), "kg"),
        (Decimal(100), "lb"),
        (Decimal("47.5"), "kg"),
    ]


@pytest.mark.parametrize(
    ("file", "place", "expected"),
    [
        pytest.param("strong_2015_kg.csv", 3, ("5200", 1800), id="km heading"),
        pytest.param("strong_2016_lb.csv", 3, ("2414.02", 720), id="mi heading"),
        pytest.param("strong_android_a.csv", 0, ("1650", 900), id="unit column"),
        pytest.param("strong_android_b.csv", 0, ("8000", 1200), id="metres"),
        pytest.param("hevy_uk.csv", 5, ("5010", 1500), id="Hevy km"),
        pytest.param("hevy_lbs.csv", 1, ("1931.21", 900), id="Hevy miles"),
    ],
)
def test_cardio_is_kept_as_a_set_without_weight_and_reps(
    file: str, place: int, expected: tuple[str, int]
) -> None:
    workouts, _ = read(file)

    one = list(sets_of(workouts))[place]
    distance, seconds = expected
    assert (one.weight, one.reps) == (Decimal(0), 0)
    assert (one.distance_m, one.seconds) == (Decimal(distance), seconds)


def test_the_unit_is_asked_for_when_the_file_leaves_it_out() -> None:
    with pytest.raises(UnreadableFileError, match="kilograms or pounds") as refusal:
        read("strong_2018_no_unit.csv")
    assert refusal.value.field == "unit"

    workouts, _ = read("strong_2018_no_unit.csv", unit="lb")
    assert {one.weight_unit for one in sets_of(workouts)} == {"lb"}
    assert workouts[1].sets[0].distance_m == Decimal("6759.24")


def test_the_unit_of_the_file_wins_over_the_unit_of_the_caller() -> None:
    strong, _ = read("strong_2016_lb.csv", unit="kg")
    hevy, _ = read("hevy_uk.csv", unit="lb")

    assert {one.weight_unit for one in sets_of(strong)} == {"lb"}
    assert {one.weight_unit for one in sets_of(hevy)} == {"kg"}


def test_a_forgotten_timer_is_cut_at_twelve_hours_and_said() -> None:
    workouts, findings = read("strong_ios.csv", unit="kg")

    assert [workout.duration_seconds for workout in workouts] == [83 * 60, 12 * 3600]
    assert [(one.severity, one.line, one.column) for one in findings] == [
        ("warning", 11, "Duration")
    ]


def test_weights_converted_by_the_app_are_kept_as_they_were_lifted() -> None:
    workouts, findings = read("strong_android_b.csv")

    one = workouts[2].sets[0]
    assert (one.weight, one.weight_unit, one.raw) == (135, "lb", "61.23492 kg")
    assert (one.written_weight, one.written_unit) == (Decimal("61.23492"), "kg")
    assert [finding.severity for finding in findings] == ["note"]
    assert "61.23492 kg is 135 lb" in findings[0].message


def test_every_refused_row_is_named_with_its_line_and_the_others_stay() -> None:
    workouts, findings = read("strong_bad_rows.csv", unit="kg")

    refused = [(one.line, one.column) for one in findings if one.severity == "refused"]
    assert refused == [(2, "Date"), (8, "Exercise Name"), (10, "")]
    doubted = [(one.line, one.column) for one in findings if one.severity == "warning"]
    assert doubted == [
        (3, "Weight"),
        (4, "Reps"),
        (5, "Weight"),
        (6, "Weight"),
        (7, "Weight"),
        (9, ""),
        (11, "Weight"),
        (12, "Reps"),
        (13, "Reps"),
        (14, "RPE"),
        (15, "Set Order"),
    ]
    assert [
        (one.weight, one.reps, one.doubtful, one.raw) for one in sets_of(workouts)
    ] == [
        (0, 5, True, "eighty"),
        (80, 0, True, "-5"),
        (0, 5, True, "-20 kg"),
        (0, 5, True, "Infinity"),
        (0, 5, True, "1e10"),
        (0, 0, False, ""),
        (2451, 5, True, ""),
        (80, 877777, True, ""),
        (80, 7, False, ""),
        (80, 5, False, ""),
        (80, 5, False, ""),
        (80, 0, False, ""),
    ]
    assert all(one.message and one.advice for one in findings)


def test_a_set_without_a_day_is_counted_and_not_stored() -> None:
    *_, undated = (
        item
        for item in items_of((FILES / "strong_bad_rows.csv").read_bytes(), unit="kg")
        if isinstance(item, UndatedWorkout)
    )

    assert (undated.written_date, undated.name) == ("not-a-date", "Garbage")
    assert [(one.weight, one.reps) for one in undated.sets] == [(80, 5)]


def test_a_time_or_a_distance_that_cannot_be_is_left_out_and_said() -> None:
    heading = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds\n"
    row = "2016-10-03 19:30:55,Run,Running,1,0,0,99999,9999999\n"

    *findings, workout = items_of((heading + row).encode())

    assert isinstance(workout, ImportedWorkout)
    assert (workout.sets[0].seconds, workout.sets[0].distance_m) == (None, None)
    assert [
        (one.severity, one.column) for one in findings if isinstance(one, Finding)
    ] == [("warning", "Seconds"), ("warning", "km")]


def test_the_thousand_and_first_set_of_an_exercise_in_a_workout_is_refused() -> None:
    heading = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds\n"
    row = "2016-10-03 19:30:55,Long,Squat,1,60,5,0,0\n"

    finding, workout = items_of((heading + row * 1001).encode())

    assert isinstance(finding, Finding)
    assert (finding.severity, finding.line) == ("refused", 1002)
    assert isinstance(workout, ImportedWorkout)
    assert len(workout.sets) == 1000


@pytest.mark.parametrize(
    ("month", "day"),
    [
        pytest.param("3 Ağu 2025, 18:36", date(2025, 8, 3), id="Turkish"),
        pytest.param("3 août 2025, 18:36", date(2025, 8, 3), id="French"),
        pytest.param("3 авг. 2025, 18:36", date(2025, 8, 3), id="Russian"),
        pytest.param("3 de ago. de 2025, 18:36", date(2025, 8, 3), id="Portuguese"),
        pytest.param("2025年8月3日 下午6:36", date(2025, 8, 3), id="Chinese"),
        pytest.param("2025. 8. 3. 오후 6:36", date(2025, 8, 3), id="Korean"),
        pytest.param("3 thg 8, 2025, 18:36", date(2025, 8, 3), id="Vietnamese"),
    ],
)
def test_hevys_dates_are_read_in_every_language(month: str, day: date) -> None:
    english, _ = read("hevy_uk.csv")
    content = (FILES / "hevy_uk.csv").read_text()

    other = items_of(content.replace("3 Aug 2025, 18:36", month).encode())

    assert isinstance(other[0], ImportedWorkout)
    assert (other[0].local_date, other[0].wall_time.hour) == (day, 18)
    assert other[0].source_key == english[0].source_key


def test_a_month_of_no_language_is_refused_and_named() -> None:
    content = (FILES / "hevy_uk.csv").read_bytes().replace(b"Aug", b"Xyz")

    with pytest.raises(UnreadableFileError, match="'Xyz'") as refusal:
        items_of(content)

    assert "export again" in refusal.value.remedy


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"Name,Age\nAlice,30\n", id="another table"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="a picture"),
        pytest.param(b'"never closed', id="an open quotation mark"),
    ],
)
def test_what_is_no_training_history_is_not_recognised(content: bytes) -> None:
    assert recognise(content) is None


def test_a_quotation_mark_that_never_closes_is_refused_with_its_line() -> None:
    content = (FILES / "strong_2026_no_notes.csv").read_bytes()
    broken = content + b'2026-04-25 09:40:00,"' + b"never\n" * 40_000

    with pytest.raises(UnreadableFileError, match="line 4"):
        items_of(broken, unit="kg")


@pytest.mark.parametrize(
    "recode",
    [
        pytest.param(lambda text: text.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
        pytest.param(lambda text: text.encode("cp1252"), id="Windows-1252"),
        pytest.param(
            lambda text: text.replace("\n", "\r\n").encode(), id="lines of Windows"
        ),
        pytest.param(lambda text: text.replace(",", "\t").encode(), id="tabs"),
    ],
)
def test_the_same_table_in_another_encoding_reads_the_same(recode: object) -> None:
    text = (FILES / "strong_2026_no_notes.csv").read_text().replace("Upper", "Über")
    assert callable(recode)

    assert items_of(recode(text), unit="kg") == items_of(text.encode(), unit="kg")


def test_both_forms_of_hevys_dates_name_the_same_workouts() -> None:
    uk, _ = read("hevy_uk.csv")
    us, findings = read("hevy_us.csv")

    assert [one.source_key for one in us[:2]] == [one.source_key for one in uk]
    assert us[2].wall_time == datetime(2025, 7, 31, 0, 15)  # noqa: DTZ001 -- no zone
    assert us[2].duration_seconds is None
    assert [finding.column for finding in findings] == ["end_time"]


def test_hevys_kinds_supersets_and_repeated_notes_are_read() -> None:
    workouts, _ = read("hevy_uk.csv")

    assert workouts[0].notes == "Good one"
    assert [
        (one.exercise_name, one.set_number, one.set_type, one.superset, one.notes)
        for one in workouts[0].sets
    ] == [
        ("Stretching", 1, "working", None, ""),
        ("Bench Press (Barbell)", 1, "warmup", "0", "- slow\n- no bounce"),
        ("Bench Press (Barbell)", 2, "working", "0", ""),
        ("Push Up", 1, "failure", "0", ""),
        ("Bench Press (Barbell)", 3, "drop", None, ""),
    ]


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        pytest.param("2024-07-01 18:00:00", (2024, 7, 1, 16, 0), id="summer"),
        pytest.param("2024-01-01 18:00:00", (2024, 1, 1, 17, 0), id="winter"),
        pytest.param("2024-03-31 02:30:00", (2024, 3, 31, 1, 30), id="skipped hour"),
        pytest.param("2024-10-27 02:30:00", (2024, 10, 27, 0, 30), id="doubled hour"),
        pytest.param("2024-07-01T18:00:00Z", (2024, 7, 1, 18, 0), id="stated zone"),
    ],
)
def test_wall_times_are_read_in_the_lifters_zone(
    wall: str, expected: tuple[int, int, int, int, int]
) -> None:
    content = (FILES / "strong_2026_no_notes.csv").read_bytes()
    moved = content.replace(b"2026-04-24 09:40:00", wall.encode())

    workout = items_of(moved, unit="kg")[0]

    assert isinstance(workout, ImportedWorkout)
    year, month, day, hour, minute = expected
    assert workout.started_at == datetime(year, month, day, hour, minute, tzinfo=UTC)
    assert workout.local_date == date(year, month, day)


def test_a_workout_is_given_out_before_the_rest_is_read() -> None:
    class Watched(io.BytesIO):
        asked = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.asked += 1
            assert self.asked < 60, "the whole stream was asked for"
            return super().read(size)

    content = (FILES / "strong_2018_no_unit.csv").read_bytes()
    heading, row, *_ = content.splitlines(keepends=True)
    rows = (
        row.replace(
            b"2018-05-12 19:",
            f"20{day // 12:02}-{day % 12 + 1:02}-12 {hour:02}:".encode(),
        )
        for day in range(1000)
        for hour in range(24)
    )
    stream = Watched(heading + b"".join(rows))
    found = recognise(heading)
    assert found is not None

    items = found.read(stream, ReadOptions(BERLIN, "kg"))

    assert isinstance(next(items), ImportedWorkout)
