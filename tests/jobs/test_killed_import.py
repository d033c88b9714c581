"""An import whose process is killed in the middle leaves nothing, and comes whole."""

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from uuid import UUID

import msgspec
import pytest

from killable_server import KillableServer
from make import make_user
from metricgain.actions.import_history import IMPORT, FileAnswers, ImportOrder
from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.jobs.importing import import_files
from metricgain.jobs.runner import Pace, Runner
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.database import Database
from metricgain.store.import_files import keep_import_file
from metricgain.store.jobs import Job, NewJob, add_job, find_job
from metricgain.store.setup import prepare
from metricgain.store.statistics.verify import verify
from scratch_database import scratch_database
from strong_file import made_up_history

HISTORY = made_up_history(weeks=200)
TABLES = (
    *("workout_logs", "sets", "imports", "imported_names", "exercise_links"),
    *("exercises", "weekly_stats", "body_measurements"),
)


@pytest.fixture
def alone(owner_url: str) -> Iterator[str]:
    """The address of a database whose jobs nobody else carries out."""
    with scratch_database(owner_url, "killed_import") as url:
        prepare(url)
        yield url


@pytest.fixture
async def own(alone: str) -> AsyncIterator[Database]:
    database = await open_database(Settings(pool_size=4), alone)
    yield database
    await database.close()


@pytest.fixture
def mortal(alone: str) -> Iterator[KillableServer]:
    server = KillableServer(alone)
    server.start()
    yield server
    server.stop()


async def order_import(database: Database, user_id: int) -> UUID:
    """Send a file and let it wait for whoever carries jobs out."""
    async with database.as_user(user_id) as tx:
        file = await keep_import_file(
            tx,
            io.BytesIO(HISTORY),
            file_id=uuid7(now()),
            file_name="strong.csv",
            now=now(),
        )
        order = ImportOrder(files=[FileAnswers(file_id=file.id, unit="kg")])
        new = NewJob(
            id=uuid7(now()),
            name=IMPORT,
            args=msgspec.to_builtins(order),
            for_user=user_id,
            key=str(user_id),
        )
        return await add_job(tx, new)


async def job_of(database: Database, job_id: UUID) -> Job:
    async with database.as_system() as system:
        return await find_job(system, job_id, user_id=None)


async def begun(database: Database, job_id: UUID) -> None:
    """Wait until a job is under way, and has done a part."""
    async with asyncio.timeout(120):
        while True:
            job = await job_of(database, job_id)
            if job.done or job.is_over:
                return
            await asyncio.sleep(0.01)


async def carry_out(runner: Runner) -> None:
    """Carry out the next job, as soon as its worker counts as gone."""
    async with asyncio.timeout(120):
        while True:
            if await runner.run_one():
                return
            await asyncio.sleep(0.05)


async def held(database: Database, user_id: int) -> dict[str, int]:
    async with database.as_user(user_id) as tx:
        return {
            table: int(
                await tx.value(
                    f"SELECT count(*) FROM {table} WHERE user_id = $1",  # noqa: S608 - named above
                    user_id,
                )  # type: ignore[call-overload]  # a count is a whole number
            )
            for table in TABLES
        }


async def test_a_killed_worker_leaves_nothing_half_and_another_does_it_whole(
    own: Database, mortal: KillableServer
) -> None:
    user_id = await make_user(own, "killed-import@example.org")
    nothing = dict.fromkeys(TABLES, 0)

    job_id = await order_import(own, user_id)
    await begun(own, job_id)
    mortal.kill()

    job = await job_of(own, job_id)
    assert (job.status, job.attempts) == ("running", 1)
    assert await held(own, user_id) == nothing

    pace = Pace(look=0.02, beat=0.1, tick=0.1, silence=0.3)
    runner = Runner(own, Settings(), works={IMPORT: import_files}, pace=pace)
    await carry_out(runner)

    job = await job_of(own, job_id)
    found = await held(own, user_id)
    assert (job.status, job.attempts) == ("done", 2)
    assert isinstance(job.outcome, dict)
    (file,) = job.outcome["files"]
    assert found["sets"] == file["setsNew"] == HISTORY.count(b"\n") - 1
    assert (found["workout_logs"], found["imports"]) == (file["workoutsNew"], 1)
    assert await verify(own, user_id) == []
