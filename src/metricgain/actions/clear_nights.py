"""Let go of all nights of one source."""

from metricgain.store.changes import Change
from metricgain.store.recovery import RecoverySource, clear_source


async def clear_nights(change: Change, source: RecoverySource) -> None:
    """Delete what a source has told; doing it again is fine."""
    await clear_source(change.tx, source)
