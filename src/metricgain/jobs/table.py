"""The one table of jobs, and of those that are due by themselves."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from metricgain.actions.import_history import IMPORT
from metricgain.jobs.archiving import ARCHIVE, archive_old
from metricgain.jobs.backups import BACKUP, back_up
from metricgain.jobs.exports import EXPORT, export_everybody
from metricgain.jobs.importing import import_files
from metricgain.jobs.partitioning import PARTITION, close_years
from metricgain.jobs.planning import PLAN, plan_with_model
from metricgain.jobs.programming import PROGRAM, make_program
from metricgain.jobs.purging import PURGE, purge
from metricgain.jobs.running import Work
from metricgain.jobs.schedules import (
    Schedule,
    nightly,
    nightly_archive,
    nightly_backup,
    nightly_export,
    whoop_rhythm,
)
from metricgain.jobs.statistics import (
    REBUILD,
    VERIFY,
    rebuild_statistics,
    verify_statistics,
)
from metricgain.jobs.whoop import WHOOP_POLL, hear_whoop, poll_whoop, sync_whoop
from metricgain.store.whoop import WHOOP_NEWS, WHOOP_SYNC

WORKS: Final[Mapping[str, Work]] = MappingProxyType(
    {
        ARCHIVE: archive_old,
        BACKUP: back_up,
        EXPORT: export_everybody,
        IMPORT: import_files,
        PARTITION: close_years,
        PURGE: purge,
        PLAN: plan_with_model,
        PROGRAM: make_program,
        REBUILD: rebuild_statistics,
        VERIFY: verify_statistics,
        WHOOP_NEWS: hear_whoop,
        WHOOP_POLL: poll_whoop,
        WHOOP_SYNC: sync_whoop,
    }
)
SCHEDULES: Final = (
    Schedule(job=VERIFY, args={"recent": True}, rhythm=nightly),
    Schedule(job=REBUILD, args={}, rhythm=nightly),
    Schedule(job=PURGE, args={}, rhythm=nightly),
    Schedule(job=BACKUP, args={}, rhythm=nightly_backup),
    Schedule(job=EXPORT, args={}, rhythm=nightly_export),
    Schedule(job=ARCHIVE, args={}, rhythm=nightly_archive),
    Schedule(job=PARTITION, args={}, rhythm=nightly),
    Schedule(job=WHOOP_POLL, args={}, rhythm=whoop_rhythm),
)
