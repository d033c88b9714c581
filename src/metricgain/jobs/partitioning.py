"""Closes the years of a split table of sets ahead, as a job."""

from datetime import timedelta
from typing import Final

import msgspec

from metricgain.jobs.running import Running, TryLater
from metricgain.kit.clock import now
from metricgain.store.backup.source import source_of
from metricgain.store.partitions.closing import close_ahead
from metricgain.store.refusals import Busy, DatabaseAway

PARTITION: Final = "partition"
_AGAIN_AFTER: Final = timedelta(hours=1)


class Closed(msgspec.Struct, kw_only=True):
    """The part that a year was closed in, if one was due, and the sets moved for it."""

    part: str | None = None
    rows: int = 0


async def close_years(running: Running) -> Closed:
    """Close the year that is due, if `sets` was split before."""
    with source_of(running.settings) as source:
        try:
            done = await close_ahead(source.url, now=now())
        except (Busy, DatabaseAway) as refusal:
            raise TryLater(
                str(refusal), after=_AGAIN_AFTER, remedy=refusal.remedy
            ) from refusal
    return Closed() if done is None else Closed(part=done.part, rows=done.rows)
