"""Jobs: how one's own stand, and how to end them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Final
from uuid import UUID

import msgspec
from litestar.params import FromPath, QueryParameter
from litestar.response import ServerSentEvent, ServerSentEventMessage

from metricgain.api.job_shapes import JobList, JobShape, job_shape
from metricgain.api.routes import act, read
from metricgain.api.session import Asker, Requester
from metricgain.kit.errors import NotFound
from metricgain.store.jobs import cancel_job, find_job, list_jobs

_LOOK_SECONDS: Final = 0.4
_LOOKS: Final = 300
_SILENT_LOOKS: Final = 25


@read("/jobs", tags=["jobs"])
async def get_jobs(
    asker: Asker, limit: Annotated[int, QueryParameter(ge=1, le=100)] = 50
) -> JobList:
    """List one's own jobs, the latest first. Those that ended go after a month."""
    async with asker.reading() as tx:
        jobs = await list_jobs(tx, user_id=asker.user_id, most=limit)
    return JobList(jobs=[job_shape(job) for job in jobs])


@read("/jobs/{job_id:uuid}", tags=["jobs"])
async def get_job(asker: Asker, job_id: FromPath[UUID]) -> JobShape:
    """Return one of one's own jobs."""
    async with asker.reading() as tx:
        return job_shape(await find_job(tx, job_id, user_id=asker.user_id))


@act("/jobs/{job_id:uuid}/cancel", tags=["jobs"])
async def cancel_own_job(asker: Asker, job_id: FromPath[UUID]) -> JobShape:
    """Cancel a job: nothing stays of what it has done so far.

    One that is carried out ends within a second. One that is over stays as it is.
    """
    async with asker.reading() as tx:
        return job_shape(await cancel_job(tx, job_id, user_id=asker.user_id))


@read("/jobs/{job_id:uuid}/events", tags=["jobs"], media_type="text/event-stream")
async def get_job_events(asker: Asker, job_id: FromPath[UUID]) -> ServerSentEvent:
    """Follow a job: an event `job` with its new state whenever that changes.

    The stream ends with the job, and after two minutes in any case: then ask again.
    """
    async with asker.reading() as tx:
        await find_job(tx, job_id, user_id=asker.user_id)
    return ServerSentEvent(_events(asker, job_id))


async def _events(
    asker: Requester, job_id: UUID
) -> AsyncIterator[ServerSentEventMessage]:
    said = b""
    silent = 0
    for _ in range(_LOOKS):
        try:
            async with asker.reading() as tx:
                job = await find_job(tx, job_id, user_id=asker.user_id)
        except NotFound:
            return
        now = msgspec.json.encode(job_shape(job))
        silent += 1
        if now != said:
            yield ServerSentEventMessage(event="job", data=now.decode())
            said, silent = now, 0
        elif silent >= _SILENT_LOOKS:
            # A proxy on the way takes silence for the end.
            yield ServerSentEventMessage(comment="still there")
            silent = 0
        if job.is_over:
            return
        await asyncio.sleep(_LOOK_SECONDS)


ROUTES = [get_jobs, get_job, cancel_own_job, get_job_events]
