"""Take in a file of nights: all of it, or nothing."""

import asyncio
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, cast
from zoneinfo import ZoneInfo

from metricgain.engine.recovery import Recovery, Sleep, Taken
from metricgain.integrations.recovery import FileSource
from metricgain.integrations.sources import read_nights
from metricgain.kit.errors import Invalid
from metricgain.store.changes import Change
from metricgain.store.recovery import RecoverySource, save_nights


@dataclass(frozen=True, slots=True, kw_only=True)
class NightsReport:
    """What a file brought: how many of its values are new or newer than before."""

    source: RecoverySource
    title: str
    recoveries: int
    sleeps: int
    changed: int
    first_day: date
    last_day: date


async def take_nights(
    stream: BinaryIO, *, timezone: str
) -> tuple[FileSource, list[Taken]]:
    """Read a file beside whatever else is going on. Raises Invalid."""
    return await asyncio.to_thread(_taken, stream, ZoneInfo(timezone))


async def import_nights(
    change: Change, source: FileSource, taken: list[Taken]
) -> NightsReport:
    """Keep the nights of a file. The same file twice changes nothing.

    Raises Invalid if there are none.
    """
    if not taken:
        raise Invalid("holds no nights", field="file")
    name = cast("RecoverySource", source.name)
    changed = await save_nights(change.tx, name, taken)
    days = [each.value.day for each in taken]
    return NightsReport(
        source=name,
        title=source.title,
        recoveries=sum(isinstance(each.value, Recovery) for each in taken),
        sleeps=sum(isinstance(each.value, Sleep) for each in taken),
        changed=changed,
        first_day=min(days),
        last_day=max(days),
    )


def _taken(stream: BinaryIO, zone: ZoneInfo) -> tuple[FileSource, list[Taken]]:
    source, takings = read_nights(stream, zone)
    return source, list(takings)
