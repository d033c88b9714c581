"""Builds small files as Strong exports them, and asks for their import."""

import io
import runpy
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from metricgain.actions.import_history import ImportAsk, ImportReport, import_history
from metricgain.importers.values import WeightUnit
from metricgain.kit.clock import now
from metricgain.store.changes import changing, rehearsing
from metricgain.store.database import Database

_HEADING = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
_GENERATOR = Path(__file__).parents[1] / "bench" / "strong_history.py"
UNTIL = date(2026, 5, 31)


def strong(*rows: str, start: str = "2024-05-01 18:30:00", name: str = "Push") -> bytes:
    """Return one workout; each row is `exercise,order,weight,reps`."""
    lines = [f"{start},{name},1h,{row},0,0,,,\n" for row in rows]
    return "".join([_HEADING, *lines]).encode()


def joined(files: Sequence[bytes]) -> bytes:
    """Return one file with the workouts of all, under one heading."""
    first, *others = files
    return first + b"".join(file.partition(b"\n")[2] for file in others)


def made_up_history(*, weeks: int, seed: int = 1) -> bytes:
    """Return a long history in kilograms, the same for the same arguments."""
    content = runpy.run_path(str(_GENERATOR))["strong_csv"](
        seed=seed, weeks=weeks, until=UNTIL
    )
    assert isinstance(content, bytes)
    return content


async def bring(  # noqa: PLR0913 - one per answer that an import asks for
    database: Database,
    user_id: int,
    content: bytes | BinaryIO,
    *,
    unit: WeightUnit | None = "kg",
    timezone: str = "Europe/Berlin",
    columns: tuple[tuple[str, str], ...] = (),
    restore: bool = False,
) -> ImportReport:
    """Import a file and commit."""
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    ask = ImportAsk(
        file_name="strong.csv",
        unit=unit,
        timezone=timezone,
        columns=columns,
        restore=restore,
    )
    async with changing(database, user_id, now=now()) as change:
        return await import_history(change, stream=stream, ask=ask)


async def rehearse(database: Database, user_id: int, content: bytes) -> ImportReport:
    """Read a file and compare it with what is there."""
    ask = ImportAsk(file_name="strong.csv", unit="kg", dry_run=True)
    async with rehearsing(database, user_id, now=now()) as change:
        return await import_history(change, stream=io.BytesIO(content), ask=ask)
