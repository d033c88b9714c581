"""Clears up every night what nobody needs any more."""

from datetime import timedelta
from typing import Final

import msgspec

from metricgain.jobs.running import Running
from metricgain.kit.clock import now
from metricgain.store.audit import forget_events
from metricgain.store.import_files import clear_import_files
from metricgain.store.jobs import clear_jobs
from metricgain.store.sync_purge import purge_sync, users_to_purge

PURGE: Final = "purge"
_JOBS_FOR: Final = timedelta(days=30)


class Purged(msgspec.Struct, kw_only=True):
    """How much went: jobs, files, answers to devices, notes of deletions, events."""

    jobs: int
    files: int
    answers: int
    deletions: int
    events: int


async def purge(running: Running) -> Purged:
    """Forget what is older than its time; each step is safe to repeat."""
    moment = now()
    settings = running.settings
    async with running.database.as_system() as system:
        jobs = await clear_jobs(system, before=moment - _JOBS_FOR)
        files = await clear_import_files(
            system, before=moment - timedelta(days=settings.import_keep_days)
        )
        events = await forget_events(
            system, before=moment - timedelta(days=settings.audit_days)
        )
        before = moment - timedelta(days=settings.sync_keep_days)
        users = await users_to_purge(system, before=before)
    answers = deletions = 0
    for done, user_id in enumerate(users):
        running.progress.set(done, len(users))
        purged = await purge_sync(running.database, user_id, before=before, now=moment)
        answers += purged.answers
        deletions += purged.deletions
    running.progress.set(len(users), len(users))
    return Purged(
        jobs=jobs, files=files, answers=answers, deletions=deletions, events=events
    )
