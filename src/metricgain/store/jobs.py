"""Jobs as the database keeps them: waiting, running at a worker, or ended.

A worker holds a job by saying again and again that it is there. One that falls silent
loses the job to another, and what it says afterwards is not heard: whatever a job
writes in the transaction of `finish_job` is written once, or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, TypeAlias
from uuid import UUID

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.database import Database, Row, Transaction, sql

JobStatus: TypeAlias = Literal["waiting", "running", "done", "failed", "cancelled"]
Standing: TypeAlias = Literal["wanted", "unwanted", "lost"]

MOST_ATTEMPTS: Final = 3


class JobLost(Conflict):
    """The job was cancelled, or another worker has it by now. Nothing was kept."""

    def __init__(self) -> None:
        super().__init__("this job was cancelled, or is carried out elsewhere")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewJob:
    """A job to do. `args` are JSON; `for_user` None is the installation itself.

    While a job with the same name and `key` waits or runs, there is no second one.
    """

    id: UUID
    name: str
    args: object
    for_user: int | None = None
    key: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedJob:
    """A job that a worker holds, and how often that has been tried."""

    id: UUID
    name: str
    for_user: int | None
    args: object
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """How a job stands. `done` of `total` says how far it is; 0 of 0 is not known.

    `outcome` is what came of a job that is done, and the problem of one that failed.
    """

    id: UUID
    name: str
    for_user: int | None
    status: JobStatus
    attempts: int
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    done: int
    total: int
    note: str | None
    cancel_asked: bool
    outcome: object

    @property
    def is_over(self) -> bool:
        """Whether nothing will happen to it any more."""
        return self.status in ("done", "failed", "cancelled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A worker's hold on a job."""

    job_id: UUID
    worker: UUID


async def add_job(tx: Transaction, new: NewJob) -> UUID:
    """Let a job wait, from when the transaction commits. Return its id.

    That of the one that waits or runs already, if there is one of its name and key.
    """
    # Ended between the two looks, the other one is no longer in the way.
    for _ in range(MOST_ATTEMPTS):
        made = await tx.value(
            sql("job_add"),
            new.id,
            new.name,
            new.for_user,
            new.key,
            new.args,
            new.due_at,
        )
        found = made or await tx.value(sql("job_same"), new.name, new.key)
        if isinstance(found, UUID):
            return found
    raise Conflict("this job is there already", field="id")


async def find_job(tx: Transaction, job_id: UUID, *, user_id: int | None) -> Job:
    """Return a job of one user, or of anybody for None. Raises NotFound."""
    row = await tx.row(sql("job_load"), job_id, user_id)
    if row is None:
        raise NotFound("there is no such job", field="jobId")
    return _job(row)


async def list_jobs(tx: Transaction, *, user_id: int | None, most: int) -> list[Job]:
    """Return the latest jobs of one user, or of all."""
    return [_job(row) for row in await tx.rows(sql("jobs_list"), user_id, most)]


async def cancel_job(tx: Transaction, job_id: UUID, *, user_id: int | None) -> Job:
    """Ask for the end of a job; one that is over stays as it is. Raises NotFound."""
    await tx.run(sql("job_cancel"), job_id, user_id)
    return await find_job(tx, job_id, user_id=user_id)


async def claim_job(
    database: Database, worker: UUID, *, names: Sequence[str], silence: timedelta
) -> ClaimedJob | None:
    """Take the job that is due next, or one whose worker was silent for so long."""
    async with database.as_system() as system:
        row = await system.row(
            sql("job_claim"), worker, list(names), silence, MOST_ATTEMPTS
        )
    return None if row is None else ClaimedJob(**dict(row))


async def beat(
    database: Database, hold: Hold, *, done: int, total: int, note: str
) -> Standing:
    """Say that the worker is there and how far it is; hear whether it is wanted."""
    async with database.as_system() as system:
        asked = await system.value(
            sql("job_beat"), hold.job_id, hold.worker, done, total, note or None
        )
    if asked is None:
        return "lost"
    return "unwanted" if asked else "wanted"


async def finish_job(tx: Transaction, hold: Hold, outcome: object) -> None:
    """Note that a job is done, in the transaction that does it. Raises JobLost."""
    if not await end_job(tx, hold, status="done", outcome=outcome):
        raise JobLost


async def end_job(
    tx: Transaction, hold: Hold, *, status: JobStatus, outcome: object
) -> bool:
    """Note how a job ended; return False if that is no longer the worker's to say."""
    return (await tx.run(sql("job_end"), hold.job_id, hold.worker, status, outcome)) > 0


async def return_job(
    tx: Transaction, hold: Hold, *, after: timedelta, counts: bool
) -> None:
    """Let a job wait again. `counts` tells whether this was an attempt."""
    await tx.run(sql("job_return"), hold.job_id, hold.worker, after, 0 if counts else 1)


async def give_up_jobs(tx: Transaction, *, silence: timedelta, problem: object) -> int:
    """End jobs whose workers were lost too often; return how many."""
    return await tx.run(sql("jobs_give_up"), silence, MOST_ATTEMPTS, problem)


async def clear_jobs(tx: Transaction, *, before: datetime) -> int:
    """Forget jobs that ended before a moment; return how many."""
    return await tx.run(sql("jobs_clear"), before)


async def take_schedule(
    tx: Transaction, name: str, *, latest: datetime, now: datetime
) -> bool:
    """Tell whether a schedule is due whose latest moment was `latest`, and take it.

    Only one of many processes is told so. A schedule that is new waits for its next
    moment.
    """
    await tx.run(sql("job_schedule_begin"), name, now)
    return await tx.run(sql("job_schedule_take"), name, latest, now) > 0


def _job(row: Row) -> Job:
    return Job(**dict(row))
