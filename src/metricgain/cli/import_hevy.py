"""`metricgain import --hevy-key-stdin`: a history straight from Hevy."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from metricgain.integrations.hevy_api import hevy_history, hevy_workouts
from metricgain.kit.errors import Invalid

_IN_MEMORY: Final = 4 * 1024 * 1024
_LONGEST_KEY: Final = 200


@contextmanager
def from_hevy() -> Iterator[BinaryIO]:
    """Fetch all workouts with the key that standard input holds, as one file.

    On the command line or in the environment, others could read the key. Raises
    Invalid without a key, HevyKeyRefusedError, and HevyAwayError.
    """
    key = sys.stdin.readline(_LONGEST_KEY).strip()
    if not key or not key.isascii() or not key.isprintable():
        raise Invalid(
            "standard input holds no key",
            field="--hevy-key-stdin",
            remedy="Write it there: metricgain import --hevy-key-stdin < key.txt",
        )
    with SpooledTemporaryFile(_IN_MEMORY) as spooled:
        file = cast("BinaryIO", spooled)
        asyncio.run(_fetch(key, file))
        file.seek(0)
        yield file


async def _fetch(key: str, file: BinaryIO) -> None:
    console = Console(stderr=True)
    columns = (TextColumn("Reading Hevy"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as shown:
        task = shown.add_task("", total=None)
        workouts = hevy_workouts(
            key,
            heard=lambda page, pages: shown.update(task, completed=page, total=pages),
        )
        async for part in hevy_history(workouts):
            file.write(part)
