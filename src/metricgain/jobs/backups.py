"""The nightly backup as a job."""

from datetime import timedelta
from typing import Final

import msgspec

from metricgain.jobs.running import Running, TryLater
from metricgain.kit.clock import now
from metricgain.kit.errors import Refusal
from metricgain.store.backup.keeping import keep_backups
from metricgain.store.backup.pitr import Cluster, keep_base
from metricgain.store.backup.source import source_of

BACKUP: Final = "backup"
_AGAIN_AFTER: Final = timedelta(minutes=10)


class BackedUp(msgspec.Struct, kw_only=True):
    """The file that was written and proven, if one was due, and how many went."""

    file: str | None
    rows: int
    removed: int


async def back_up(running: Running) -> BackedUp:
    """Make the backup of the day, prove it by restoring it, and remove old ones."""
    settings = running.settings
    with source_of(settings) as source:
        try:
            kept = await keep_backups(
                source, settings.backup_path, days=settings.backup_days, now=now()
            )
            if source.embedded:
                await keep_base(Cluster.of_settings(settings), now=now())
        except Refusal as refusal:
            raise TryLater(
                str(refusal), after=_AGAIN_AFTER, remedy=refusal.remedy
            ) from refusal
    if kept is None:
        return BackedUp(file=None, rows=0, removed=0)
    return BackedUp(
        file=kept.backup.path.name, rows=kept.backup.rows, removed=len(kept.removed)
    )
