"""The one table of jobs, and of those that are due by themselves."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from metricgain.actions.import_history import IMPORT
from metricgain.jobs.backups import BACKUP, back_up
from metricgain.jobs.exports import EXPORT, export_everybody
from metricgain.jobs.importing import import_files
from metricgain.jobs.purging import PURGE, purge
from metricgain.jobs.running import Work
from metricgain.jobs.schedules import (
    Schedule,
    nightly,
    nightly_backup,
    nightly_export,
)
from metricgain.jobs.statistics import (
    REBUILD,
    VERIFY,
    rebuild_statistics,
    verify_statistics,
)

WORKS: Final[Mapping[str, Work]] = MappingProxyType(
    {
        BACKUP: back_up,
        EXPORT: export_everybody,
        IMPORT: import_files,
        PURGE: purge,
        REBUILD: rebuild_statistics,
        VERIFY: verify_statistics,
    }
)
SCHEDULES: Final = (
    Schedule(job=VERIFY, args={"recent": True}, rhythm=nightly),
    Schedule(job=REBUILD, args={}, rhythm=nightly),
    Schedule(job=PURGE, args={}, rhythm=nightly),
    Schedule(job=BACKUP, args={}, rhythm=nightly_backup),
    Schedule(job=EXPORT, args={}, rhythm=nightly_export),
)
