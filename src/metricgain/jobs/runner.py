"""Carries jobs out: takes what is due, says that it is there, notes what came of it."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

import msgspec
import structlog

from metricgain.config import Settings
from metricgain.jobs.running import Running, TryLater, Work
from metricgain.jobs.schedules import Schedule
from metricgain.kit.clock import now
from metricgain.kit.errors import Refusal
from metricgain.kit.ids import uuid7
from metricgain.store.database import Database, DatabaseAway
from metricgain.store.jobs import (
    MOST_ATTEMPTS,
    ClaimedJob,
    Hold,
    JobLost,
    JobStatus,
    NewJob,
    add_job,
    beat,
    claim_job,
    end_job,
    give_up_jobs,
    return_job,
    take_schedule,
)

_LOG = structlog.get_logger(__name__)
_Outcome = TypeVar("_Outcome")
_SOON: Final = timedelta(seconds=5)


class JobProblem(msgspec.Struct, kw_only=True):
    """Why a job failed: what rule broke it, of which field, and what to do."""

    rule: str
    field: str = ""
    remedy: str = ""


_BROKEN: Final = JobProblem(
    rule="something broke on our side; nothing was changed",
    remedy="Try again. If it stays, report it with the time it happened.",
)
_WORKER_LOST: Final = JobProblem(
    rule="the process that carried this out was lost, again and again",
    remedy="Look into the log of the server, and try again.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often a runner looks around, in seconds.

    `look` for jobs that are due, `beat` to say that it is there, `tick` for schedules
    and for workers that are gone; these are known by their `silence`.
    """

    look: float = 0.5
    beat: float = 0.5
    tick: float = 20
    silence: float = 20

    @property
    def silent_for(self) -> timedelta:
        """After how long a worker counts as gone."""
        return timedelta(seconds=self.silence)


class Runner:
    """Carries out jobs in this process, a few at a time, until it is cancelled.

    Any number of runners share the work, in as many processes. Cancelled, it cuts its
    jobs off and gives them back, so that another runner begins them anew at once.
    """

    def __init__(
        self,
        database: Database,
        settings: Settings,
        *,
        works: Mapping[str, Work],
        schedules: Sequence[Schedule] = (),
        pace: Pace | None = None,
    ) -> None:
        self._database = database
        self._settings = settings
        self._works = works
        self._schedules = schedules
        self._pace = pace or Pace()
        self._worker = uuid7(now())

    async def run(self, slots: int) -> None:
        """Work until cancelled, on `slots` jobs at once."""
        while True:
            working = asyncio.create_task(self._run(slots))
            try:
                await asyncio.wait([working])
            finally:
                await _cut_off(working)
            _LOG.error("the runner of jobs broke", exc_info=working.exception())
            await asyncio.sleep(_SOON.total_seconds())

    async def _run(self, slots: int) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._follow_schedules())
            for _ in range(slots):
                tasks.create_task(self._work())

    async def run_one(self) -> bool:
        """Carry out the job that is due next; return whether there was one."""
        claimed = await self._claim()
        if claimed is not None:
            await self._carry_out(claimed)
        return claimed is not None

    async def tick(self) -> None:
        """Let what is due by schedule wait, and give up what was lost too often."""
        for schedule in self._schedules:
            rhythm = schedule.rhythm(self._settings)
            if rhythm is not None:
                await self._begin_if_due(schedule, latest=rhythm.latest(now()))
        async with self._database.as_system() as system:
            await give_up_jobs(
                system,
                silence=self._pace.silent_for,
                problem=msgspec.to_builtins(_WORKER_LOST),
            )

    async def _begin_if_due(self, schedule: Schedule, *, latest: datetime) -> None:
        async with self._database.as_system() as system:
            moment = now()
            if await take_schedule(system, schedule.job, latest=latest, now=moment):
                new = NewJob(
                    id=uuid7(moment),
                    name=schedule.job,
                    args=schedule.args,
                    key="schedule",
                )
                await add_job(system, new)

    async def _follow_schedules(self) -> None:
        while True:
            # A database that is away is told to whoever asks for something.
            with suppress(Refusal):
                await self.tick()
            await asyncio.sleep(self._pace.tick)

    async def _work(self) -> None:
        while True:
            found = False
            with suppress(Refusal):
                found = await self.run_one()
            if not found:
                await asyncio.sleep(self._pace.look)

    async def _claim(self) -> ClaimedJob | None:
        return await claim_job(
            self._database,
            self._worker,
            names=list(self._works),
            silence=self._pace.silent_for,
        )

    async def _carry_out(self, claimed: ClaimedJob) -> None:
        hold = Hold(job_id=claimed.id, worker=self._worker)
        running = Running(
            job=claimed, hold=hold, database=self._database, settings=self._settings
        )
        task = asyncio.ensure_future(self._works[claimed.name](running))
        try:
            unwanted = await self._watch(task, running)
        except asyncio.CancelledError:
            await _cut_off(task)
            await self._give_back(hold)
            raise
        _LOG.info(
            "job", name=claimed.name, id=str(claimed.id), attempt=claimed.attempts
        )
        await self._note_end(running, task, unwanted=unwanted)

    async def _watch(self, task: asyncio.Future[object], running: Running) -> bool:
        """Say that the worker is there until the job ends; return if it was cut off."""
        while True:
            done, _ = await asyncio.wait([task], timeout=self._pace.beat)
            if done:
                return False
            standing = "wanted"
            with suppress(Refusal):
                standing = await beat(
                    self._database,
                    running.hold,
                    done=running.progress.done,
                    total=running.progress.total,
                    note=running.progress.note,
                )
            if standing != "wanted":
                await _cut_off(task)
                return True

    async def _give_back(self, hold: Hold) -> None:
        """Let another worker begin a job anew that this process has no time for."""
        with suppress(Refusal):
            async with self._database.as_system() as system:
                await return_job(system, hold, after=timedelta(), counts=False)

    async def _note_end(
        self, running: Running, task: asyncio.Future[object], *, unwanted: bool
    ) -> None:
        error = None if task.cancelled() else task.exception()
        if unwanted or isinstance(error, JobLost) or task.cancelled():
            await self._end(running, "cancelled", None)
        elif error is None:
            await self._end(running, "done", msgspec.to_builtins(task.result()))
        elif isinstance(error, TryLater | DatabaseAway) and self._may_retry(running):
            after = error.after if isinstance(error, TryLater) else _SOON
            async with self._database.as_system() as system:
                await return_job(system, running.hold, after=after, counts=True)
        elif isinstance(error, Refusal):
            problem = JobProblem(
                rule=error.rule, field=error.field, remedy=error.remedy
            )
            await self._end(running, "failed", msgspec.to_builtins(problem))
        else:
            _LOG.error("defect in a job", name=running.job.name, exc_info=error)
            await self._end(running, "failed", msgspec.to_builtins(_BROKEN))

    @staticmethod
    def _may_retry(running: Running) -> bool:
        return running.job.attempts < MOST_ATTEMPTS

    async def _end(self, running: Running, status: JobStatus, outcome: object) -> None:
        async with self._database.as_system() as system:
            ended = await end_job(system, running.hold, status=status, outcome=outcome)
            if not ended and status == "done":
                # Asked for its end when it had nothing left to leave undone.
                await end_job(system, running.hold, status="cancelled", outcome=outcome)


async def _cut_off(task: asyncio.Future[_Outcome]) -> None:
    """Cancel what is running and wait until it has let go of everything."""
    task.cancel()
    await asyncio.wait([task])
