"""Questions across users, compared with working them out by hand, on each engine."""

import importlib.util
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random  # noqa: TID251 - seeded
from statistics import correlation, fmean, linear_regression
from typing import Any, TypeAlias

import pytest

from metricgain.engine.iso_weeks import monday_of, week_of
from metricgain.kit.errors import Invalid
from metricgain.kit.parquet_files import parquet_files
from metricgain.kit.tabular import Table
from metricgain.reads.cohort_engines import Engine, ask
from metricgain.reads.cohorts import COHORTS
from metricgain.reads.performance_over_time import COLUMNS

Row: TypeAlias = dict[str, Any]

# DuckDB, Spark and pandas warn each other of their next releases.
pytestmark = pytest.mark.filterwarnings("ignore")

HAS_SPARK = importlib.util.find_spec("pyspark") is not None and shutil.which("java")
ENGINES: list[Engine] = ["duckdb", "spark"] if HAS_SPARK else ["duckdb"]
EACH_ENGINE = pytest.mark.parametrize("engine", ENGINES)
FIRST_DAY = date(2020, 12, 14)
GROUPS = ("chest", "back", "legs")


def made_up(seed: int) -> list[Row]:
    """Make up two blocks each of a few lifters, across a year of 53 weeks."""
    chance = Random(seed)  # noqa: S311 - repeatable by its seed
    rows = []
    for lifter in ("ann", "ben", "cleo"):
        for block in (None, "one", "two"):
            for week in range(1, 6):
                if chance.random() < 0.2:
                    continue
                day = FIRST_DAY + timedelta(days=7 * week, weeks=5 * (block == "two"))
                rows += workout(chance, lifter, block, week, day)
    return rows


def workout(
    chance: Random, lifter: str, block: str | None, week: int, day: date
) -> list[Row]:
    rows = []
    for group in GROUPS:
        levels = [chance.choice([None, 0, 1]) for _ in range(3)]
        rows += [
            done(
                user_id=lifter,
                workout_id=f"{lifter} {block} {week}",
                mesocycle_id=None if block is None else f"{lifter} {block}",
                week_number=None if block is None else week,
                day=day,
                muscle_group=group,
                load_kg=chance.choice([50.0, 52.5, 55.0, 60.0]) + week,
                is_working=chance.random() < 0.8,
                is_deload=week == 5,
                levels=levels,
            )
            for _ in range(chance.randrange(4))
        ]
    return rows


def done(*, day: date, levels: list[int | None], **given: Any) -> Row:  # noqa: ANN401 - any column
    year, week = week_of(day)
    load_kg = given["load_kg"]
    row: Row = dict.fromkeys((column.name for column in COLUMNS), None)
    return {
        **row,
        "exercise_id": f"best of {given['muscle_group']}",
        "iso_year": year,
        "iso_week": week,
        "week_start": monday_of(day),
        "local_date": day,
        "performed_at": datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC),
        "set_number": 1,
        "set_type": "working" if given["is_working"] else "warmup",
        "weight": load_kg,
        "weight_unit": "kg",
        "reps": 5,
        "volume": 5 * load_kg,
        "volume_kg": 5 * load_kg,
        "e1rm_kg": load_kg * 7 / 6 if given["is_working"] else None,
        "soreness_level": levels[0],
        "pump_level": levels[1],
        "challenge_level": levels[2],
        **given,
    }


@pytest.fixture(scope="module")
def history() -> list[Row]:
    return made_up(7)


@pytest.fixture(scope="module")
def folder(history: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cohorts") / "sets"
    write(history, path)
    return path


def write(history: list[Row], path: Path) -> None:
    with parquet_files(path, COLUMNS) as files:
        for row in history:
            cells = [row[column.name] for column in COLUMNS]
            files.add(row["local_date"].year, [cells])


def rows_of(table: Table) -> list[Row]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def rounded(rows: list[Row]) -> list[Row]:
    return [
        {k: round(v, 6) if isinstance(v, float) else v for k, v in row.items()}
        for row in rows
    ]


@EACH_ENGINE
def test_a_week_is_compared_with_the_one_before(
    history: list[Row], folder: Path, engine: Engine
) -> None:
    found = rows_of(ask("weekly-trend", folder, engine=engine))

    assert found == rounded(list(trend_by_hand(history)))
    assert {row["iso_week"] for row in found} >= {53, 1}


def trend_by_hand(history: list[Row]) -> Iterator[Row]:
    for group in sorted(GROUPS):
        of_group = [r for r in history if r["muscle_group"] == group]
        of_group = [r for r in of_group if r["is_working"]]
        before = None
        for monday in sorted({r["week_start"] for r in of_group}):
            week = [r for r in of_group if r["week_start"] == monday]
            lifters = len({r["user_id"] for r in week})
            volume = sum(r["volume_kg"] for r in week) / lifters
            yield {
                "muscle_group": group,
                "iso_year": week[0]["iso_year"],
                "iso_week": week[0]["iso_week"],
                "lifters": lifters,
                "sets_per_lifter": len(week) / lifters,
                "volume_per_lifter": volume,
                "previous_volume_per_lifter": before,
                "change": None if before is None else volume - before,
            }
            before = volume


@EACH_ENGINE
def test_answers_are_followed_into_the_next_week_of_their_block(
    history: list[Row], folder: Path, engine: Engine
) -> None:
    found = rows_of(ask("feedback-correlation", folder, engine=engine))

    assert found == rounded(feedback_by_hand(history))
    assert any(row["average_when_followed"] is None for row in found)
    assert any(row["soreness_level"] is None for row in found)


def feedback_by_hand(history: list[Row]) -> list[Row]:
    levels = ("muscle_group", "soreness_level", "pump_level", "challenge_level")
    in_blocks = [row for row in history if row["mesocycle_id"] is not None]
    given = {
        (row["mesocycle_id"], row["week_number"], *(row[level] for level in levels))
        for row in in_blocks
        if any(row[level] is not None for level in levels[1:])
    }
    counted: dict[tuple[Any, ...], list[tuple[bool, int]]] = {}
    for block, week, *answers in given:
        after = [
            row
            for row in in_blocks
            if (row["mesocycle_id"], row["week_number"]) == (block, week + 1)
        ]
        sets = [
            row
            for row in after
            if row["muscle_group"] == answers[0] and row["set_type"] != "warmup"
        ]
        counted.setdefault(tuple(answers), []).append((bool(after), len(sets)))
    rows = []
    for answers_, found in counted.items():
        followed = sum(was for was, _ in found)
        sets_after = sum(sets for _, sets in found)
        rows.append(
            {
                **dict(zip(levels, answers_, strict=True)),
                "occurrences": len(found),
                "followed": followed,
                "average_next_sets": sets_after / len(found),
                "average_when_followed": sets_after / followed if followed else None,
            }
        )
    # What was not answered comes first.
    return sorted(
        rows, key=lambda row: [(row[level] is not None, row[level]) for level in levels]
    )


@EACH_ENGINE
def test_strength_is_compared_with_the_sets_that_it_answered_to(
    history: list[Row], folder: Path, engine: Engine
) -> None:
    found = rows_of(ask("response-to-volume", folder, engine=engine))

    assert found == rounded(list(response_by_hand(history)))


def response_by_hand(history: list[Row]) -> Iterator[Row]:
    hard = [
        row
        for row in history
        if row["mesocycle_id"] and row["is_working"] and not row["is_deload"]
    ]
    for group in sorted(GROUPS):
        answered = []
        for block in {row["mesocycle_id"] for row in hard}:
            weeks: dict[int, list[Row]] = {}
            for row in hard:
                if (row["mesocycle_id"], row["muscle_group"]) == (block, group):
                    weeks.setdefault(row["week_number"], []).append(row)
            if len(weeks) < 2:
                continue
            first, last = min(weeks), max(weeks)
            best = {week: max(r["e1rm_kg"] for r in weeks[week]) for week in weeks}
            gain = 100 * (best[last] / best[first] - 1) / (last - first)
            answered.append((block, fmean(map(len, weeks.values())), gain))
        sets = [sets for _, sets, _ in answered]
        gains = [gain for _, _, gain in answered]
        yield {
            "muscle_group": group,
            "blocks": len(answered),
            "lifters": len({block.partition(" ")[0] for block, _, _ in answered}),
            "sets_per_week": fmean(sets),
            "gain_percent_per_week": fmean(gains),
            "correlation": correlation(sets, gains),
            "gain_per_set": linear_regression(sets, gains).slope,
        }


@EACH_ENGINE
def test_what_never_varies_correlates_with_nothing(
    tmp_path: Path, engine: Engine
) -> None:
    history = [
        done(
            user_id=lifter,
            workout_id=f"{lifter} {week}",
            mesocycle_id=lifter,
            week_number=week,
            day=FIRST_DAY + timedelta(weeks=week),
            muscle_group="chest",
            load_kg=50.0,
            is_working=True,
            is_deload=False,
            levels=[None, None, None],
        )
        for lifter in ("ann", "ben")
        for week in (1, 2)
    ]
    write(history, tmp_path / "sets")

    (response,) = rows_of(ask("response-to-volume", tmp_path / "sets", engine=engine))
    answers = ask("feedback-correlation", tmp_path / "sets", engine=engine)

    assert response["blocks"] == 2
    assert response["gain_percent_per_week"] == 0
    assert response["correlation"] is None
    assert response["gain_per_set"] is None
    assert answers.rows == []


@pytest.mark.parametrize("name", COHORTS)
def test_a_folder_without_an_export_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Invalid, match="holds no exported sets"):
        ask(name, tmp_path, engine="duckdb")
