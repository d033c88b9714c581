"""What the importers understand of the apps beside Strong and Hevy."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from imported_file import FILES, HISTORIES, read_file, sets_of
from metricgain.importers.values import UnreadableFileError
from metricgain.kit.errors import Invalid


@pytest.mark.parametrize(
    ("file", "app", "unit", "counts", "sums"),
    [
        # counts: rows, sets, workouts, exercises, warm-ups, skipped, refused, measures
        # sums: repetitions, weight x repetitions in the units of the file
        pytest.param(
            *("fitnotes_android.csv", "fitnotes", "lb"),
            *((4, 4, 2, 3, 0, 0, 0, 0), (18, "1350")),
            id="FitNotes",
        ),
        pytest.param(
            *("fitnotes_units.csv", "fitnotes", "mixed"),
            *((3, 3, 1, 2, 0, 0, 0, 0), (20, "1880")),
            id="FitNotes with units",
        ),
        pytest.param(
            *("fitnotes_iphone.csv", "fitnotes", "kg"),
            *((4, 4, 1, 2, 1, 0, 0, 0), (19, "1367.5")),
            id="FitNotes for iPhone",
        ),
        pytest.param(
            *("fitbod_old.csv", "fitbod", "kg"),
            *((4, 5, 2, 4, 2, 0, 0, 0), (33, "1079.55")),
            id="Fitbod of 2019",
        ),
        pytest.param(
            *("fitbod_new.csv", "fitbod", "kg"),
            *((3, 3, 2, 2, 1, 0, 0, 0), (10, "79.38")),
            id="Fitbod",
        ),
        pytest.param(
            *("gymbook_german.csv", "gymbook", "kg"),
            *((4, 3, 2, 3, 1, 1, 0, 0), (18, "815")),
            id="GymBook",
        ),
        # What was planned counts among exercises and warm-ups, not among sets, and
        # pounds are not added to kilograms.
        pytest.param(
            *("liftosaur.csv", "liftosaur", "mixed"),
            *((5, 4, 2, 3, 2, 1, 0, 0), (26, "800")),
            id="Liftosaur",
        ),
        pytest.param(
            *("jefit.csv", "jefit", "lb"),
            *((5, 9, 4, 5, 0, 0, 0, 2), (62, "5585")),
            id="Jefit",
        ),
        pytest.param(
            *("stronglifts_wide.csv", "stronglifts", "lb"),
            *((2, 14, 2, 3, 0, 0, 0, 0), (69, "9160")),
            id="StrongLifts, a row for a workout",
        ),
        pytest.param(
            *("stronglifts_long.csv", "stronglifts", "kg"),
            *((4, 5, 1, 4, 0, 2, 0, 0), (15, "825")),
            id="StrongLifts, a row for an exercise",
        ),
        pytest.param(
            *("openweight.json", "openweight", "mixed"),
            *((5, 5, 2, 3, 1, 0, 1, 1), (23, "1577.5")),
            id="openweight",
        ),
        pytest.param(
            *("table.csv", "csv", "kg"),
            *((3, 6, 2, 3, 0, 0, 0, 0), (47, "3907.5")),
            id="a table",
        ),
        pytest.param(
            *("table_packed.csv", "csv", "lb"),
            *((3, 6, 1, 3, 0, 0, 0, 0), (28, "3230")),
            id="a table with packed sets",
        ),
        pytest.param(
            *("hevy_measures.csv", "hevy", ""),
            *((3, 0, 0, 0, 0, 0, 1, 5), (0, "0")),
            id="measurements of Hevy",
        ),
        pytest.param(
            *("fitnotes_body.csv", "fitnotes", ""),
            *((3, 0, 0, 0, 0, 0, 1, 2), (0, "0")),
            id="measurements of FitNotes",
        ),
    ],
)
def test_each_format_adds_up(
    file: str,
    app: str,
    unit: str,
    counts: tuple[int, ...],
    sums: tuple[int, str],
) -> None:
    report, _ = read_file(file)

    totals = report.totals
    assert (report.app, report.unit) == (app, unit)
    assert (
        totals.rows,
        totals.sets,
        totals.workouts,
        totals.exercises,
        totals.warmup,
        totals.skipped_rows,
        totals.refused_rows,
        totals.body_values,
    ) == counts
    assert (totals.sum_reps, totals.sum_weight_x_reps) == (sums[0], Decimal(sums[1]))


def test_a_name_with_an_unquoted_comma_is_put_together_again() -> None:
    report, workouts = read_file("fitnotes_units.csv")

    assert report.totals.repaired_rows == 2
    assert [(one.exercise_name, one.weight) for one in workouts[0].sets] == [
        ("Overhead Press (Each Side, Dumbbells)", 8),
        ("Overhead Press (Each Side, Dumbbells)", 8),
        ("Leg Press", 180),
    ]


def test_the_iphones_fitnotes_has_times_weights_and_what_was_not_started() -> None:
    _, (push,) = read_file("fitnotes_iphone.csv", timezone="Europe/Berlin")

    assert (push.local_date, push.duration_seconds) == (date(2025, 2, 24), 3294)
    assert push.body_weight_kg == 94
    assert [
        (one.set_type, one.weight, one.rir, one.seconds, one.doubtful)
        for one in push.sets
    ] == [
        ("warmup", Decimal("42.5"), None, None, False),
        ("working", Decimal("82.5"), 2, None, False),
        ("working", Decimal("82.5"), 2, None, True),
        ("working", 0, None, 90, False),
    ]


def test_fitbods_assistance_and_counts_of_sets_are_read() -> None:
    _, workouts = read_file("fitbod_old.csv")

    assert [
        (one.exercise_name, one.weight, one.weight_unit, one.raw)
        for one in workouts[0].sets
    ] == [
        ("Chin Up", 0, "kg", ""),
        ("Assisted Chin Up", 40, "lb", "-18.14371638 kg"),
        ("Bench Press", 135, "lb", "61.23503278 kg"),
        ("Bench Press", 135, "lb", "61.23503278 kg"),
    ]


def test_gymbooks_cells_lose_their_units() -> None:
    _, (push, cardio) = read_file("gymbook_german.csv")

    assert push.wall_time.isoformat() == "2023-04-04T18:23:00"
    assert [(one.set_type, one.reps, one.weight) for one in push.sets] == [
        ("warmup", 10, Decimal("37.5")),
        ("working", 8, Decimal(55)),
    ]
    (run,) = cardio.sets
    assert (run.seconds, run.distance_m, run.weight, run.notes) == (
        750, 2400, 0, "gut",
    )  # fmt: skip


def test_gymbook_in_another_language_is_known_by_what_stands_in_its_cells() -> None:
    german = (FILES / "gymbook_german.csv").read_text()
    _, *rows = german.splitlines(keepends=True)
    heading = (
        "Date;Entraînement;Heure;Exercice;Zone;Muscles (1);Muscles (2);"
        "Série / Série d'échauffement / Série de retour au calme;"
        "Répétitions / Temps;Poids / Distance;Notes;Omis\n"
    )
    words = (("Aufwärmsatz", "Série d'échauffement"), ("Ja", "Oui"), ("Nein", "Non"))
    content = heading + "".join(rows)
    for one, other in words:
        content = content.replace(one, other)

    french, _ = read_file(content.encode())

    assert french.app == "gymbook"
    assert french.totals == read_file("gymbook_german.csv")[0].totals


def test_liftosaurs_three_forms_of_dates_are_read_and_missing_weights_doubted() -> None:
    report, (june, march) = read_file("liftosaur.csv", timezone="UTC")

    assert (june.local_date, march.local_date) == (date(2026, 6, 29), date(2026, 3, 7))
    assert [one.rir for one in june.sets] == [None, 1, None]
    assert (march.sets[0].weight, march.sets[0].doubtful) == (0, True)
    assert (report.totals.sum_kg_x_reps, report.totals.sum_lb_x_reps) == (800, 1200)


def test_jefits_sections_belong_together_in_any_order() -> None:
    report, workouts = read_file("jefit.csv", timezone="America/New_York")

    first, squat, pull_up, cardio = workouts
    assert (first.local_date, first.duration_seconds) == (date(2026, 1, 1), 3600)
    assert [
        (one.exercise_name, one.set_number, one.weight, one.reps) for one in first.sets
    ] == [
        ("Barbell Bench Press", 1, 135, 10),
        ("Barbell Bench Press", 2, 135, 8),
        ("Barbell Bench Press", 3, 135, 8),
        ("Dumbbell Row", 1, 50, 10),
        ("Dumbbell Row", 2, 50, 9),
    ]
    assert [(one.weight, one.reps, one.doubtful) for one in squat.sets] == [
        (225, 5, False),
        (225, 0, True),
    ]
    assert (pull_up.local_date, pull_up.sets[0].reps) == (date(2026, 1, 2), 12)
    assert (cardio.sets[0].seconds, cardio.sets[0].distance_m) == (
        3600,
        Decimal("2414.02"),
    )
    assert report.findings[0].line == 18


def test_a_wide_row_of_stronglifts_is_a_workout_in_the_lifters_unit() -> None:
    _, (first, _second) = read_file("stronglifts_wide.csv")

    assert (first.local_date, first.name, first.notes) == (
        date(2016, 7, 25), "Workout A", "easy",
    )  # fmt: skip
    assert first.body_weight_kg == Decimal("83.01")
    assert [one.reps for one in first.sets[5:]] == [5, 5, 4]
    assert {(one.weight, one.weight_unit) for one in first.sets} == {
        (135, "lb"),
        (115, "lb"),
    }


def test_a_long_row_of_stronglifts_is_an_exercise() -> None:
    _, (first, *_) = read_file("stronglifts_long.csv")

    assert (first.wall_time.hour, first.duration_seconds) == (22, 45 * 60)
    assert [
        (one.exercise_name, one.reps, one.seconds, one.notes) for one in first.sets
    ] == [
        ("Squat", 5, None, ""),
        ("Bench Press", 5, None, "slow"),
        ("Bench Press", 5, None, ""),
        ("Plank", 0, 60, ""),
        ("Plank", 0, 60, ""),
    ]


def test_openweights_sets_keep_kind_unit_effort_and_superset() -> None:
    report, (push,) = read_file("openweight.json", timezone="UTC")

    assert push.wall_time.isoformat() == "2024-01-15T08:30:00"
    assert [
        (one.exercise_name, one.set_type, one.weight_unit, one.rir, one.superset)
        for one in push.sets
    ] == [
        ("Bench Press (Barbell)", "warmup", "kg", None, "1"),
        ("Bench Press (Barbell)", "working", "kg", Decimal("1.5"), "1"),
        ("Bench Press (Barbell)", "failure", "lb", None, "1"),
        ("Plank", "working", "kg", 2, None),
    ]
    assert push.sets[0].notes == "slow"
    assert (report.totals.undated_sets, report.findings[0].line) == (1, 26)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b'{"name": "5x5", "weeks": []}', "no finished", id="a plan"),
        pytest.param(b'[{"exercises": [', "line 1", id="cut off"),
        pytest.param(b'{"exercises": tru}', "line 1", id="no JSON"),
    ],
)
def test_json_that_is_no_history_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        read_file(content)


def backup(folder: Path, statements: str) -> bytes:
    file = folder / "made.fitnotes"
    with closing(sqlite3.connect(file)) as database:
        database.executescript(
            "CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT);"
            "CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id INTEGER,"
            " date DATE, metric_weight INTEGER, reps INTEGER, unit INTEGER);"
            "CREATE TABLE BodyWeight (_id INTEGER PRIMARY KEY, date TEXT,"
            " body_weight_metric REAL, body_fat REAL, comments TEXT);"
            "CREATE TABLE Comment (_id INTEGER PRIMARY KEY, date DATE,"
            " owner_type_id INTEGER, owner_id INTEGER, comment TEXT);"
            "INSERT INTO exercise VALUES (1, 'Squat'), (2, 'Row');"
        )
        database.executescript(statements)
    return file.read_bytes()


def test_a_backup_of_fitnotes_gives_days_notes_and_weights(tmp_path: Path) -> None:
    content = backup(
        tmp_path,
        "INSERT INTO training_log VALUES"
        " (1, 1, '2015-01-07', 138.60000610351562, 5, 0),"
        " (2, 2, '2014-12-31', 80, 8, 0), (3, 1, '2015-01-07', 138.6, 5, 0),"
        " (4, 9, '2015-01-07', 20, 5, 0);"
        "INSERT INTO BodyWeight VALUES (1, '2015-01-22 12:01:43', 82.0, 0.0, '');"
        "INSERT INTO Comment VALUES (1, '2015-01-07', 1, 3, 'hard');",
    )

    report, workouts = read_file(content)

    assert (report.unit, report.unit_proposed) == ("kg", False)
    assert (report.totals.body_values, report.totals.refused_rows) == (1, 1)
    assert [one.local_date for one in workouts] == [
        date(2014, 12, 31),
        date(2015, 1, 7),
    ]
    assert [(one.written_weight, one.notes) for one in workouts[1].sets] == [
        (Decimal("138.60001"), ""),
        (Decimal("138.6"), "hard"),
    ]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda raw: raw[:100], id="cut off"),
        pytest.param(lambda raw: raw[:16] + b"x" * 5000, id="no database"),
        pytest.param(
            lambda raw: raw.replace(b"training_log", b"trailing_log"), id="another app"
        ),
    ],
)
def test_a_database_that_is_no_backup_is_refused(
    tmp_path: Path, damage: object
) -> None:
    assert callable(damage)

    with pytest.raises(UnreadableFileError, match="backup"):
        read_file(damage(backup(tmp_path, "")))


def test_a_table_of_ones_own_is_read_by_the_columns_that_are_named() -> None:
    _, workouts = read_file(
        "table.csv",
        columns=(
            *(("date", "tag"), ("exercise", "Übung"), ("sets", "Sätze")),
            *(("reps", "Wdh"), ("weight", "Gewicht"), ("notes", "Bemerkung")),
        ),
        rehearsing=False,
    )

    # Rows of one day belong together wherever they stand.
    assert [
        [(one.exercise_name, one.weight, one.notes) for one in workout.sets]
        for workout in workouts
    ] == [
        [("Kniebeuge", Decimal("100.5"), "tief")] * 3 + [("Wadenheben", 80, "")] * 2,
        [("Bankdrücken", 60, "")],
    ]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        pytest.param((("when", "Tag"),), "nothing that a column", id="no such thing"),
        pytest.param((("date", "Day"),), "no column 'Day'", id="no such heading"),
        pytest.param((("date", "Tag"),), "exercise", id="too few"),
        pytest.param((), "have to be named", id="not named"),
    ],
)
def test_columns_that_do_not_fit_are_refused(
    columns: tuple[tuple[str, str], ...], message: str
) -> None:
    with pytest.raises(Invalid, match=message) as refused:
        read_file("table.csv", columns=columns, rehearsing=False)

    assert refused.value.field == "columns"
    assert refused.value.remedy


def test_packed_cells_say_sets_repetitions_and_weight() -> None:
    _, (day,) = read_file("table_packed.csv")

    assert [
        (one.exercise_name, one.set_type, one.reps, one.weight) for one in day.sets
    ] == [
        ("Bench Press", "working", 10, 90),
        ("Bench Press", "working", 8, 140),
        ("Bench Press", "working", 8, 140),
        ("Pull Ups", "failure", 0, 0),
        ("Pull Ups", "failure", 0, 0),
        ("Row", "working", 2, 45),
    ]


def test_every_file_here_is_of_the_same_format_without_its_name() -> None:
    for file in HISTORIES:
        report, _ = read_file(file.read_bytes())
        named = file.name.partition("_")[0].partition(".")[0]
        assert report.app == {"table": "csv"}.get(named, named)


def test_two_dumbbells_count_once() -> None:
    _, workouts = read_file("fitbod_new.csv", timezone="UTC")

    assert {one.weight for one in sets_of(workouts)} == {Decimal("17.5"), Decimal(0)}
