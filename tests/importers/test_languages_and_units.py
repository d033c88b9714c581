"""Files in other languages, without a heading, saved again, and without a unit."""

from datetime import date
from decimal import Decimal

import pytest

from imported_file import FILES, read_file, sets_of
from metricgain.importers.disguise import lifted
from metricgain.importers.durations import duration
from metricgain.importers.moments import day_comes_first, moment
from metricgain.importers.values import WeightUnit
from metricgain.kit.errors import Invalid


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        # sets, rests, the first workout's day and seconds
        pytest.param(
            "strong_german.csv", (1, 0, date(2024, 12, 25), 2280), id="German"
        ),
        pytest.param(
            "strong_chinese.csv", (2, 0, date(2020, 9, 29), 4380), id="Chinese"
        ),
        pytest.param(
            "strong_spanish_excel.csv",
            (2, 1, date(2022, 4, 17), 6360),
            id="Spanish, saved again by a spreadsheet",
        ),
        pytest.param(
            "strong_unknown_language.csv",
            (2, 1, date(2024, 3, 4), 4980),
            id="a language that is not known",
        ),
        pytest.param(
            "strong_no_heading.csv", (2, 0, date(2024, 3, 4), 4980), id="no heading"
        ),
        pytest.param(
            "hevy_turkish.csv", (1, 0, date(2026, 4, 11), 3240), id="Hevy, Turkish"
        ),
    ],
)
def test_a_file_in_another_language_is_read(
    file: str, expected: tuple[int, int, date, int]
) -> None:
    report, workouts = read_file(file)

    assert (
        report.totals.sets,
        report.totals.rest_rows,
        workouts[0].local_date,
        workouts[0].duration_seconds,
    ) == expected
    assert report.totals.refused_rows == 0


def test_hevys_heading_in_another_language_is_known_by_what_stands_below() -> None:
    english = (FILES / "hevy_lbs.csv").read_text()
    heading, rows = english.split("\n", 1)
    names = [f'"spalte {number}"' for number in range(heading.count(",") + 1)]
    names[9] = '"gewicht_lbs"'

    report, workouts = read_file(f"{','.join(names)}\n{rows}".encode())

    assert (report.app, report.unit) == ("hevy", "lb")
    assert sets_of(workouts)[0].weight == 360


def test_a_row_that_breaks_off_is_counted_and_kept_as_far_as_it_goes() -> None:
    report, workouts = read_file("strong_cut_off.csv")

    totals = report.totals
    assert (totals.rows, totals.sets, totals.workouts, totals.exercises) == (2, 2, 2, 1)
    assert (totals.undated_sets, totals.refused_rows, workouts) == (2, 2, [])


@pytest.mark.parametrize(
    ("weights", "unit"),
    [
        pytest.param("45 95 135 135 185 225 95", "lb", id="bar and plates in pounds"),
        pytest.param("20 60 62.5 80 100 12.5 14", "kg", id="kilograms"),
        pytest.param("61.23492 27.21552 11.3398 20", "kg", id="pounds in kilograms"),
        pytest.param("44.09245243697551 187.39292285714595", "lb", id="the reverse"),
    ],
)
def test_the_unit_is_proposed_by_the_weights(weights: str, unit: WeightUnit) -> None:
    heading = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
    rows = [
        f"2024-05-01 18:30:00,A,Squat,{number},{weight},5\n"
        for number, weight in enumerate(weights.split(), 1)
    ]
    content = "".join([heading, *rows]).encode()

    report, workouts = read_file(content)

    assert (report.unit, report.unit_proposed) == (unit, True)
    assert {one.written_unit for one in sets_of(workouts)} == {unit}
    with pytest.raises(Invalid, match="kg or lb") as asked:
        read_file(content, rehearsing=False)
    assert f"{unit} seems right" in asked.value.remedy


def test_a_file_without_weights_needs_no_unit() -> None:
    heading = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
    row = "2024-05-01 18:30:00,A,Push Up,1,0,12\n"

    report, _ = read_file((heading + row).encode(), rehearsing=False)

    assert (report.unit, report.findings) == ("", ())


@pytest.mark.parametrize(
    ("written", "unit", "expected"),
    [
        pytest.param("61.23492", "kg", ("135", "lb", True), id="135 lb"),
        pytest.param("6.80388555", "kg", ("15", "lb", True), id="15 lb"),
        pytest.param("7.937875915123695", "kg", ("17.5", "lb", True), id="17.5 lb"),
        pytest.param("45.36", "kg", ("100", "lb", False), id="two decimals"),
        pytest.param("44.09245243697551", "lb", ("20", "kg", True), id="20 kg"),
        pytest.param("245.00000000000003", "lb", None, id="noise"),
        pytest.param("62.5", "kg", None, id="plates"),
        pytest.param("11.35", "kg", None, id="typed"),
        pytest.param("0", "kg", None, id="nothing"),
    ],
)
def test_a_converted_weight_is_told_from_one_that_was_typed(
    written: str, unit: WeightUnit, expected: tuple[str, str, bool] | None
) -> None:
    found = lifted(Decimal(written), unit)

    assert (found and (found.weight, found.unit, found.certain)) == (
        expected and (Decimal(expected[0]), expected[1], expected[2])
    )


@pytest.mark.parametrize("share", [pytest.param(n, id=f"{n} of 10") for n in (1, 5)])
def test_weights_of_two_decimals_are_believed_only_if_there_are_many(
    share: int,
) -> None:
    heading = "Date,Workout Name,Exercise Name,Set Order,kg,Reps\n"
    weights = ["45.36"] * share + ["60"] * (10 - share)
    rows = [
        f"2024-05-01 18:30:00,A,Squat,{number},{weight},5\n"
        for number, weight in enumerate(weights, 1)
    ]

    _, workouts = read_file("".join([heading, *rows]).encode())

    first = sets_of(workouts)[0]
    kept = (first.weight, first.weight_unit, first.raw)
    many = (100, "lb", "45.36 kg")
    assert kept == (many if share > 1 else (Decimal("45.36"), "kg", ""))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        *(
            ("1h 23m", 4980),
            ("2h 5min", 7500),
            ("1 h 46 min", 6360),
            ("264h 1m", 950460),
        ),
        *(("1小时13分钟", 4380), ("01:23:45", 5025), ("23:45", 1425), ("4543", 4543)),
        *(("45s", 45), ("2 Std. 5 Min.", 7500), ("", None), ("a while", None)),
    ],
)
def test_durations_are_read_in_many_languages(text: str, seconds: int | None) -> None:
    assert duration(text) == seconds


@pytest.mark.parametrize(
    ("dates", "day_first"),
    [
        pytest.param(["19/11/18", "03/12/18"], True, id="a day above 12"),
        pytest.param(["07/25/16", "08/01/16"], False, id="a month cannot be 25"),
        pytest.param(["1/2/24", "1/9/24", "2/1/24"], False, id="steady months"),
        pytest.param(["1/2/24", "9/2/24", "1/3/24"], True, id="steady days"),
        pytest.param(["1/2/24"], None, id="both are possible"),
        pytest.param(["2024-05-01"], None, id="nothing is open"),
    ],
)
def test_the_order_of_day_and_month_follows_from_all_dates(
    dates: list[str], *, day_first: bool | None
) -> None:
    assert day_comes_first(dates) is day_first


@pytest.mark.parametrize(
    "text",
    [
        *("2024-01-15 10:30:00", "2024-01-15T10:30:00", "15 Jan 2024 10:30"),
        *("Jan 15, 2024 10:30 AM", "15.01.2024 10:30", "2024/1/15 10:30"),
        *("lun. 15 janv. 2024, 10:30", "15 ene 2024, 10:30", "2024年1月15日 10:30"),
        *("15 Oca 2024, 10:30", "Mon, 15 Jan 2024 10:30", "15 thg 1, 2024, 10:30"),
    ],
)
def test_many_forms_of_a_date_are_one_moment(text: str) -> None:
    found = moment(text)

    assert found is not None
    assert found.when.isoformat() == "2024-01-15T10:30:00"


def test_a_workout_whose_rows_stand_apart_is_one_workout() -> None:
    content = (FILES / "hevy_us.csv").read_text()
    heading, first, *others = content.splitlines(keepends=True)

    apart, workouts = read_file("".join([heading, *others, first]).encode())
    together, _ = read_file(content.encode())

    assert apart.totals == together.totals
    assert [one.exercise_name for one in workouts[0].sets] == [
        "Bench Press (Barbell)",
        "Stretching",
    ]


def test_a_date_that_may_be_read_in_two_ways_is_said() -> None:
    content = (FILES / "strong_spanish_excel.csv").read_bytes()

    report, _ = read_file(content.replace(b"17/4/2022", b"1/2/2022"))

    assert any("two ways" in one.message for one in report.findings)
