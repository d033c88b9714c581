"""The daily backup: made when due, proven, and old ones removed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from metricgain.store.backup.files import Backup, backups_in, remove_old
from metricgain.store.backup.making import make_backup
from metricgain.store.backup.restoring import verify_backup
from metricgain.store.backup.source import Source

# Less than a day, so that what is started daily never comes a minute early.
_DUE_AFTER: Final = timedelta(hours=23)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The verified backup of today, and those that were removed for their age."""

    backup: Backup
    removed: tuple[Backup, ...]


async def keep_backups(
    source: Source, folder: Path, *, days: int, now: datetime
) -> Kept | None:
    """Make and verify a backup, and remove those older than so many days.

    Return None if a verified one is younger than 23 hours. Nothing is removed unless
    the new one is proven. Raises what make_backup and verify_backup raise.
    """
    if not is_due(folder, now=now):
        return None
    made = await make_backup(source, folder, now=now)
    verified = await verify_backup(source, made.path, now=now)
    return Kept(backup=verified, removed=tuple(remove_old(folder, days=days, now=now)))


def is_due(folder: Path, *, now: datetime) -> bool:
    """Tell whether no verified backup is younger than 23 hours."""
    return not any(
        backup.manifest.verified_at is not None
        and now - backup.manifest.made_at < _DUE_AFTER
        for backup in backups_in(folder)
    )


def last_proven(folder: Path) -> datetime | None:
    """Return when the last backup was made that was proven, None without one."""
    return next(
        (
            backup.manifest.made_at
            for backup in backups_in(folder)
            if backup.manifest.verified_at is not None
        ),
        None,
    )
