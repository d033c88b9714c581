"""How full the disks are that an installation lies on."""

import shutil
from dataclasses import dataclass

from metricgain.config import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """A disk by what lies on it: its bytes, and those that are taken."""

    place: str
    total: int
    used: int

    @property
    def share(self) -> float:
        """How much of it is taken, from 0 to 1."""
        return self.used / self.total


def disks_of(settings: Settings) -> tuple[Disk, ...]:
    """Return the disks that the data directory and the backups lie on."""
    found = []
    for place, folder in (
        ("data", settings.data_dir),
        ("backups", settings.backup_path),
    ):
        there = next((one for one in (folder, *folder.parents) if one.is_dir()), None)
        if there is not None:
            usage = shutil.disk_usage(there)
            found.append(Disk(place=place, total=usage.total, used=usage.used))
    return tuple(found)
