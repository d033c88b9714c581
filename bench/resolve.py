"""Measures how fast and how well names of other apps find their exercise."""

import csv
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from rapidfuzz import process
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from metricgain.catalogue.names import normalise
from metricgain.catalogue.reader import exercises
from metricgain.importers.names import NameEntry, Resolver, entry_of

NAMES: Final = (
    Path(__file__).parents[1] / "tests" / "importers" / "files" / "made_up_names.csv"
)
HISTORY: Final = 300
BUDGET_MS: Final = 50.0
# What lifters add to a name, so that no two rounds ask for the same one.
_ADDED: Final = "({round}.{number})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One way to resolve names: names per second, and ms for 300 of them."""

    way: str
    names_per_second: float
    history_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """Of names of one difficulty: how many, right at first place, and outcomes.

    A name that the catalogue has no exercise for is right if it is not linked.
    `sets_linked_wrong` counts the sets under wrong links, if the table says how many.
    """

    difficulty: str
    names: int
    right: int
    linked: int
    asked: int
    custom: int
    linked_wrong: int
    sets: int
    sets_linked_wrong: int


def main(arguments: Sequence[str]) -> None:
    """Resolve 300 names: speed against a dictionary and rapidfuzz, and accuracy."""
    parser = ArgumentParser(prog="python -m bench resolve")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument(
        "--names",
        type=Path,
        default=NAMES,
        help="a table of raw, app, exercise or canonical, difficulty and count",
    )
    asked = parser.parse_args(arguments)
    rows = read_rows(asked.names)
    _show(speed(rows, rounds=asked.rounds), accuracy(rows))


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of names, headings as keys."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def speed(rows: Sequence[dict[str, str]], *, rounds: int) -> list[Measured]:
    """Return the median of each way over rounds; every round has names of its own."""
    entries = [entry_of(exercise) for exercise in exercises()]
    resolver = Resolver(entries)
    by_name = _by_name(entries)
    all_names = list(by_name)
    ways: dict[str, Callable[[str], object]] = {
        "dictionary": lambda name: by_name.get(normalise(name)),
        "resolver": lambda name: resolver.resolve(name, "strong"),
        "rapidfuzz": lambda name: process.extractOne(normalise(name), all_names),
    }
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(rounds):
        names = _history(rows, number)
        for way, look_up in ways.items():
            begun = perf_counter()
            for name in names:
                look_up(name)
            taken[way].append(perf_counter() - begun)
    return [
        Measured(
            way=way,
            names_per_second=HISTORY / median(seconds),
            history_ms=1000 * median(seconds),
        )
        for way, seconds in taken.items()
    ]


def accuracy(rows: Sequence[dict[str, str]]) -> list[Accuracy]:
    """Return how well the names of each difficulty find their exercise."""
    entries = [entry_of(exercise) for exercise in exercises()]
    resolver = Resolver(entries)
    by_name = _by_name(entries)
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        count = counts.setdefault(row["difficulty"], Counter())
        found = resolver.resolve(row["raw"], row["app"])
        wanted = by_name.get(normalise(row.get("exercise") or row.get("canonical", "")))
        first = found.candidates[0].exercise_id if found.candidates else None
        linked, sets = found.outcome == "linked", int(row.get("count", 1))
        count["names"] += 1
        count["sets"] += sets
        count[found.outcome] += 1
        count["right"] += not linked if wanted is None else first == wanted
        count["wrong"] += linked and first != wanted
        count["sets wrong"] += sets * (linked and first != wanted)
    return [
        Accuracy(
            difficulty=difficulty,
            names=count["names"],
            right=count["right"],
            linked=count["linked"],
            asked=count["ask"],
            custom=count["custom"],
            linked_wrong=count["wrong"],
            sets=count["sets"],
            sets_linked_wrong=count["sets wrong"],
        )
        for difficulty, count in counts.items()
    ]


def _history(rows: Sequence[dict[str, str]], number: int) -> list[str]:
    """Return 300 names as a history has them: half known, half never seen before."""
    known = [name for one in exercises() for name in one.aliases]
    start = number * HISTORY // 2
    half = [known[(start + place) % len(known)] for place in range(HISTORY // 2)]
    added = [
        f"{rows[place % len(rows)]['raw']} {_ADDED.format(round=number, number=place)}"
        for place in range(HISTORY - len(half))
    ]
    return half + added


def _by_name(entries: Sequence[NameEntry]) -> dict[str, int]:
    return {
        normalise(name): entry.exercise_id
        for entry in entries
        for name in (entry.name, *entry.aliases)
    }


def _show(measured: Sequence[Measured], found: Sequence[Accuracy]) -> None:
    console = Console()
    floor = measured[0]
    table = Table(title=f"{HISTORY} names, half of them unknown", box=SIMPLE_HEAD)
    for heading in ("way", "names/s", "ms", "times the dictionary"):
        table.add_column(heading, justify="left" if heading == "way" else "right")
    for one in measured:
        table.add_row(
            one.way,
            f"{one.names_per_second:,.0f}",
            f"{one.history_ms:.1f}",
            f"{one.history_ms / floor.history_ms:.1f}",
        )
    console.print(table)
    ours = next(one for one in measured if one.way == "resolver")
    kept = "within" if ours.history_ms <= BUDGET_MS else "OVER"
    console.print(f"{kept} the budget of {BUDGET_MS:.0f} ms for {HISTORY} names")
    table = Table(title="How names are understood", box=SIMPLE_HEAD)
    for heading in ("names", "right", "linked", "ask", "custom", "linked wrong"):
        if not table.columns:
            table.add_column("difficulty")
        table.add_column(heading, justify="right")
    for each in found:
        share = f"{each.right} ({each.right / each.names:.1%})"
        table.add_row(
            each.difficulty,
            *(str(each.names), share, str(each.linked), str(each.asked)),
            *(str(each.custom), str(each.linked_wrong)),
        )
    console.print(table)
    wrong = sum(each.sets_linked_wrong for each in found)
    sets = sum(each.sets for each in found)
    console.print(f"wrong links have {wrong:,} of {sets:,} sets, {wrong / sets:.2%}")
