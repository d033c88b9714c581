"""The long version of tests/faults: dozens of kills in a row, and a disk that fills."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random  # noqa: TID251 - drawn from a given seed
from statistics import median
from tempfile import TemporaryDirectory

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.fault_database import fill_the_disk, small_disk
from bench.fault_kills import Outcome, kill_while_training
from bench.kept_up import VICTIMS
from bench.measuring import note


def main(arguments: Sequence[str]) -> None:
    """Kill every process again and again under load, fill the disk; count losses."""
    parser = ArgumentParser(prog="python -m bench faults")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--lifters", type=int, default=8)
    parser.add_argument("--disks", type=int, default=3, help="times the disk is filled")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    console = Console()
    killed = _killed(asked.kills, lifters=asked.lifters, seed=asked.seed)
    _tell(console, "kills", killed, lifters=asked.lifters)
    filled = _filled(asked.disks, lifters=asked.lifters)
    if filled is None:
        console.print("full disk: not tried, this user may not mount a disk")
    else:
        _tell(console, "full disk", filled, lifters=asked.lifters)
    if not all(each.found.as_acknowledged for each in (killed, filled or killed)):
        raise SystemExit("what was acknowledged is not what is stored")


def _tell(console: Console, name: str, outcome: Outcome, *, lifters: int) -> None:
    _show(console, name, outcome)
    note(
        f"faults-{name.replace(' ', '-')}",
        {
            "lifters": lifters,
            "sets": len(outcome.heard.sets),
            "changes": outcome.heard.acknowledged,
            "found": asdict(outcome.found),
            "answers": dict(outcome.heard.answers),
            "back_after": {
                what: [round(took, 2) for took in seconds]
                for what, seconds in outcome.back_after.items()
            },
        },
    )


def _killed(kills: int, *, lifters: int, seed: int) -> Outcome:
    chance = Random(seed)  # noqa: S311 - repeatable, not secret
    more = chance.choices([*VICTIMS], k=max(0, kills - len(VICTIMS)))
    victims = [*VICTIMS, *more]
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        return asyncio.run(
            kill_while_training(Path(folder), victims, lifters=lifters, seed=seed)
        )


def _filled(disks: int, *, lifters: int) -> Outcome | None:
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        try:
            with small_disk(Path(folder)):
                return asyncio.run(
                    # Even the log lies on the disk that is full.
                    fill_the_disk(
                        Path(folder),
                        log=Path(folder) / "log",
                        lifters=lifters,
                        rounds=disks,
                    )
                )
        except PermissionError:
            return None


def _show(console: Console, name: str, outcome: Outcome) -> None:
    table = Table(box=SIMPLE_HEAD, title=name)
    table.add_column("What")
    for heading in ("Times", "back after s, median", "longest"):
        table.add_column(heading, justify="right")
    for victim, seconds in outcome.back_after.items():
        table.add_row(
            victim, str(len(seconds)), f"{median(seconds):.1f}", f"{max(seconds):.1f}"
        )
    console.print(table)
    found = outcome.found
    console.print(
        f"{outcome.heard.acknowledged:,} changes of {len(outcome.heard.sets):,} sets"
        f" acknowledged: {found.lost} lost, {found.different} different,"
        f" {found.twice} twice, {found.unknown} never acknowledged."
    )
    answers = ", ".join(
        f"{count} x {what}" for what, count in outcome.heard.answers.items()
    )
    console.print(f"Answers: {answers}.")
