"""The made-up history for the demo and the benchmarks is a good Strong file."""

import io
import runpy
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from metricgain.importers.strong import STRONG
from metricgain.importers.totals import Tally
from metricgain.importers.values import ImportedWorkout, ReadOptions

SCRIPT = Path(__file__).parents[2] / "bench" / "strong_history.py"
UNTIL = date(2026, 5, 31)


def history(*, seed: int, weeks: int) -> bytes:
    content = runpy.run_path(str(SCRIPT))["strong_csv"](
        seed=seed, weeks=weeks, until=UNTIL
    )
    assert isinstance(content, bytes)
    return content


def test_the_same_seed_writes_the_same_history_and_another_one_another() -> None:
    assert history(seed=4, weeks=6) == history(seed=4, weeks=6)
    assert history(seed=4, weeks=6) != history(seed=5, weeks=6)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_year_reads_back_without_a_finding(seed: int) -> None:
    content = history(seed=seed, weeks=52)
    tally = Tally()

    items = list(STRONG.read(io.BytesIO(content), ReadOptions(ZoneInfo("UTC"), "kg")))

    assert all(isinstance(item, ImportedWorkout) for item in items)
    for item in items:
        tally.add(item)
    totals = tally.totals()
    assert totals.rows == content.count(b"\n") - 1
    assert 180 <= totals.workouts <= 208
    assert totals.warmup > 0
    assert totals.last_date is not None
    assert UNTIL.toordinal() - totals.last_date.toordinal() < 7


def test_loads_rise_over_the_year() -> None:
    content = history(seed=1, weeks=52)
    options = ReadOptions(ZoneInfo("UTC"), "kg")

    squats = [
        one.weight
        for item in STRONG.read(io.BytesIO(content), options)
        if isinstance(item, ImportedWorkout)
        for one in item.sets
        if one.exercise_name == "Squat (Barbell)" and one.set_type == "working"
    ]

    assert sum(squats[-20:]) > sum(squats[:20])


def test_twenty_thousand_sets_are_understood() -> None:
    content = history(seed=1, weeks=300)
    options = ReadOptions(ZoneInfo("UTC"), "kg")
    tally = Tally()

    for item in STRONG.read(io.BytesIO(content), options):
        tally.add(item)

    assert tally.totals().sets > 20_000
