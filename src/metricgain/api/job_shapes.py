"""How jobs are answered."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from metricgain.kit.errors import Conflict
from metricgain.store.database import Transaction
from metricgain.store.jobs import Job, JobStatus, NewJob, add_job, find_job


class JobShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A job and how it stands.

    `done` of `total` tells how far it is, 0 of 0 that nobody knows. `outcome` is what
    came of a job that is done; a failed one has its problem there instead, with `rule`,
    `field` and `remedy`.
    """

    id: UUID
    name: str
    status: JobStatus
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    done: int
    total: int
    note: str
    cancel_asked: bool
    outcome: dict[str, Any] | None


class JobList(msgspec.Struct, kw_only=True, rename="camel"):
    """Jobs, the latest first."""

    jobs: list[JobShape]


async def begin_job(tx: Transaction, new: NewJob, *, unless: Conflict) -> JobShape:
    """Queue a job of which a user has one at a time. Raises `unless` there is one."""
    job_id = await add_job(tx, new)
    if job_id != new.id:
        raise unless
    return job_shape(await find_job(tx, job_id, user_id=tx.user_id))


def job_shape(job: Job) -> JobShape:
    """Return a job as it is answered."""
    return JobShape(
        id=job.id,
        name=job.name,
        status=job.status,
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        done=job.done,
        total=job.total,
        note=job.note or "",
        cancel_asked=job.cancel_asked,
        outcome=job.outcome if isinstance(job.outcome, dict) else None,
    )
