"""Measures how much memory reading a file of 50 MB takes, in a process of its own."""

import json
import resource
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from bench.strong_history import strong_csv
from metricgain.importers.course import Course, Told
from metricgain.importers.own_export import read_own_export

MEGABYTES: Final = 50
BUDGET_MEGABYTES: Final = 200
UNTIL: Final = date(2099, 12, 31)
# A hundred and twenty years fill fifty megabytes.
_WEEKS_PER_MEGABYTE: Final = 125
_KIB: Final = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one file took: sets read, seconds, and megabytes at most."""

    sets: int
    seconds: float
    megabytes: float


def main(arguments: Sequence[str]) -> None:
    """Show the most memory that a file of each kind takes while it is read."""
    parser = ArgumentParser(prog="python -m bench memory")
    parser.add_argument("--megabytes", type=int, default=MEGABYTES)
    parser.add_argument("--read", metavar="FILE", help="measure this file, as JSON")
    asked = parser.parse_args(arguments)
    if asked.read:
        print(json.dumps(_read(Path(asked.read))))
        return
    table = Table("file", "MB", "sets", "seconds", "most MB", box=SIMPLE_HEAD)
    with TemporaryDirectory() as folder:
        for name, write in _FILES.items():
            file = Path(folder) / "history"
            file.write_bytes(write(asked.megabytes))
            size = file.stat().st_size / 1e6
            found = measure(file)
            table.add_row(
                name,
                f"{size:.0f}",
                f"{found.sets:,}",
                f"{found.seconds:.1f}",
                f"{found.megabytes:.0f} of {BUDGET_MEGABYTES}",
            )
    Console().print(table)


def measure(file: Path) -> Measured:
    """Read a file in a new process and return what it took."""
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-m", "bench", "memory", "--read", str(file)],
        capture_output=True,
        check=True,
        text=True,
    )
    return Measured(**json.loads(done.stdout.splitlines()[-1]))


def _read(file: Path) -> dict[str, float]:
    begun = perf_counter()
    with file.open("rb") as stream:
        if stream.read(1) == b"{":
            entries = read_own_export(stream, tables=frozenset(("sets",)))
            sets = sum(1 for _ in entries) - 1
        else:
            sets = 0
            told = Told(file_name="big", timezone="UTC", unit="kg", rehearsing=True)
            with Course(stream, told) as course:
                while (batch := course.next_batch()) is not None:
                    sets += sum(len(one.sets) for one in batch)
    return {
        "sets": sets,
        "seconds": perf_counter() - begun,
        "megabytes": _most_bytes() / 1e6,
    }


def _most_bytes() -> int:
    """Return the most memory that this process has held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # What getrusage says on Linux includes the process that started this one.
    words = status.read_text().split()
    return int(words[words.index("VmHWM:") + 1]) * _KIB


def _strong(megabytes: int) -> bytes:
    weeks = megabytes * _WEEKS_PER_MEGABYTE
    return strong_csv(seed=1, weeks=weeks, until=UNTIL)


def _sorted_apart(megabytes: int) -> bytes:
    """Sort the rows by exercise, as somebody may have in a spreadsheet."""
    heading, *rows = _strong(megabytes).splitlines(keepends=True)
    return heading + b"".join(sorted(rows, key=lambda row: row.split(b",")[3]))


def _own(megabytes: int) -> bytes:
    row = (
        '{"id":%d,"exercise_id":1,"performed_at":"2024-05-01T18:00:00+00:00",'
        '"workout_log_id":"018f0000-0000-7000-8000-000000000001","set_number":1,'
        '"reps":8,"weight":82.50,"weight_unit":"kg","set_type":"working"}'
    )
    count = megabytes * 1_000_000 // len(row)
    head = (
        '{"format":"metricgain","schemaVersion":1,"exportedAt":"2026-01-01T00:00:00Z",'
        '"account":{"email":"a@example.org","full_name":null,"timezone":"UTC"},'
        '"sets":[\n'
    )
    return (head + ",\n".join(row % n for n in range(count)) + "]}\n").encode()


_FILES: Final[Mapping[str, Callable[[int], bytes]]] = {
    "Strong CSV": _strong,
    "Strong CSV sorted by exercise": _sorted_apart,
    "our own export": _own,
}
