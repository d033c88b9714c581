"""Measures how statements grow with the number of lifters and with their years."""

import asyncio
import math
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Final, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.budget_work import finished_workouts
from bench.data import Loaded, Size, add_size, bench_database, size_of
from bench.floor import pgbench, script_of
from bench.measuring import note, postgresql

_HALF_A_YEAR: Final = timedelta(weeks=26)
_LIVE_VOLUME: Final = """
SELECT date_trunc('week', l.local_date), sum(s.weight * s.reps), count(DISTINCT l.id)
FROM workout_logs l
JOIN sets s ON s.user_id = $1 AND s.workout_log_id = l.id
WHERE l.user_id = $1 AND l.local_date BETWEEN $2 AND $3 AND s.set_type <> 'warmup'
GROUP BY 1;
"""
_EXERCISE: Final = """
SELECT s.performed_at, s.weight, s.reps FROM sets s
WHERE s.user_id = $1 AND s.exercise_id = (
    SELECT r.exercise_id FROM personal_records r WHERE r.user_id = $1 LIMIT 1
)
ORDER BY s.performed_at DESC LIMIT 50;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """The medians of a statement at growing sizes, and the exponent of their fit.

    0 means that the size does not matter, 1 that twice as much takes twice as long.
    """

    statement: str
    by: Literal["users", "years"]
    sizes: tuple[float, ...]
    sets: tuple[int, ...]
    median_ms: tuple[float, ...]
    exponent: float


def main(arguments: Sequence[str]) -> None:
    """Fit how each statement grows with lifters and with years of history."""
    parser = ArgumentParser(prog="python -m bench growth")
    add_size(parser, users=20)
    parser.add_argument("--more-users", type=int, nargs="+", default=[10, 30, 100])
    parser.add_argument("--more-years", type=float, nargs="+", default=[1, 2, 4])
    parser.add_argument("--seconds", type=int, default=2, help="for each statement")
    asked = parser.parse_args(arguments)
    console = Console()
    base = size_of(asked)
    series: tuple[tuple[Literal["users", "years"], list[Size]], ...] = (
        ("users", [_resized(base, users=n, years=1) for n in asked.more_users]),
        (
            "years",
            [_resized(base, users=base.users, years=n) for n in asked.more_years],
        ),
    )
    grown, version = [], ""
    for by, sizes in series:
        found: dict[str, list[float]] = {}
        sets = []
        for size in sizes:
            with bench_database(size, root=asked.folder, console=console) as (url, at):
                sets.append(at.sets)
                version = asyncio.run(postgresql(url))
                for name, median in _medians(url, at, seconds=asked.seconds):
                    found.setdefault(name, []).append(median)
        counts = [float(getattr(size, by)) for size in sizes]
        grown += _grown(by, counts, sets, found)
    _show(console, grown)
    note("growth", {"postgresql": version, "grown": [asdict(one) for one in grown]})


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Return the slope of the straight line through the logarithms of both."""
    xs = [math.log(size) for size in sizes]
    ys = [math.log(time) for time in times]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - middle_x) ** 2 for x in xs)


def _resized(base: Size, *, users: int, years: float) -> Size:
    return Size(users=users, years=years, seed=base.seed, until=base.until)


def _medians(url: str, loaded: Loaded, *, seconds: int) -> Iterator[tuple[str, float]]:
    for name, scripts in _scripts(url, loaded).items():
        yield name, pgbench(url, scripts, clients=1, seconds=seconds).p50


def _scripts(url: str, loaded: Loaded) -> Mapping[str, Sequence[str]]:
    """Return what is measured, of a lifter drawn at random each time."""
    until = loaded.day
    first = until - _HALF_A_YEAR
    monday = until - timedelta(days=until.weekday())
    weeks = (*first.isocalendar()[:2], *until.isocalendar()[:2])
    anybody = f"\\set user random(1, {loaded.users})\n"

    def ask(statement: str, *days: object) -> tuple[str]:
        for number, value in enumerate((":user", *days), start=1):
            said = value if number == 1 else f"'{value}'::date"
            statement = statement.replace(f"${number}", str(said))
        return (anybody + statement,)

    picked = asyncio.run(finished_workouts(url))
    return {
        "weekly volume, kept ready": (
            anybody + script_of("analytics_weeks", (":user", *map(str, weeks))),
        ),
        "weekly volume, counted live": ask(_LIVE_VOLUME, first, until),
        "dashboard": (
            anybody
            + script_of(
                "analytics_dashboard",
                (":user", f"'{until}'::date", f"'{monday}'::date"),
            ),
        ),
        "last sets of an exercise": ask(_EXERCISE),
        "progression, previous sessions": [
            script_of("deciding_previous", (str(user), f"'{log}'"))
            for user, log in picked
        ],
        "progression, coming sessions": [
            script_of("deciding_next", (str(user), f"'{log}'", "NULL"))
            for user, log in picked
        ],
    }


def _grown(
    by: Literal["users", "years"],
    sizes: Sequence[float],
    sets: Sequence[int],
    found: Mapping[str, Sequence[float]],
) -> list[Grown]:
    return [
        Grown(
            statement=name,
            by=by,
            sizes=tuple(sizes),
            sets=tuple(sets),
            median_ms=tuple(times),
            exponent=round(exponent(sizes, times), 2),
        )
        for name, times in found.items()
    ]


def _show(console: Console, grown: Sequence[Grown]) -> None:
    table = Table(box=SIMPLE_HEAD, title="How statements grow")
    for heading in ("Statement", "with", "Exponent", "Medians in ms at each size"):
        table.add_column(heading)
    for one in grown:
        at = ", ".join(
            f"{size:g}: {time:.3f}"
            for size, time in zip(one.sizes, one.median_ms, strict=True)
        )
        table.add_row(one.statement, one.by, f"{one.exponent:+.2f}", at)
    console.print(table)
