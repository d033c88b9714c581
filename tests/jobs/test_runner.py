"""Jobs are carried out once, wherever, whatever dies; and end when they are told to."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from itertools import count
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from make import make_user
from metricgain.config import Settings
from metricgain.jobs.runner import Pace, Runner
from metricgain.jobs.running import Running, TryLater, Work
from metricgain.jobs.schedules import Daily, Every, Schedule, nightly
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid, NotFound
from metricgain.kit.ids import uuid7
from metricgain.store.accounts import remove_account
from metricgain.store.database import Database
from metricgain.store.jobs import (
    Hold,
    Job,
    JobLost,
    NewJob,
    add_job,
    cancel_job,
    claim_job,
    find_job,
    finish_job,
    list_jobs,
)

_NUMBERS = count()
QUICK = Pace(look=0.02, beat=0.02, tick=0.05, silence=0.3)


@pytest.fixture
def name() -> str:
    """The name of a job that no other test and no server carries out."""
    return f"test.{next(_NUMBERS)}.{uuid7(now())}"


async def add(
    database: Database,
    name: str,
    *,
    for_user: int | None = None,
    key: str | None = None,
) -> UUID:
    async with database.as_system() as system:
        new = NewJob(
            id=uuid7(now()), name=name, args={"n": 3}, for_user=for_user, key=key
        )
        return await add_job(system, new)


async def found(database: Database, job_id: UUID) -> Job:
    async with database.as_system() as system:
        return await find_job(system, job_id, user_id=None)


async def until_over(database: Database, job_id: UUID) -> Job:
    return await until(database, job_id, lambda job: job.is_over)


async def until(database: Database, job_id: UUID, is_so: Callable[[Job], bool]) -> Job:
    async with asyncio.timeout(20):
        while True:
            job = await found(database, job_id)
            if is_so(job):
                return job
            await asyncio.sleep(0.01)


def runner(database: Database, works: Mapping[str, Work], **more: object) -> Runner:
    return Runner(database, Settings(), works=works, pace=QUICK, **more)  # type: ignore[arg-type]  # schedules only


@asynccontextmanager
async def running(
    database: Database, works: Mapping[str, Work], slots: int = 1
) -> AsyncIterator["asyncio.Task[None]"]:
    task = asyncio.create_task(runner(database, works).run(slots))
    yield task
    task.cancel()
    await asyncio.wait([task])


@pytest.mark.smoke
async def test_a_job_is_done_and_tells_what_came_of_it(
    database: Database, name: str
) -> None:
    async def work(job: Running) -> object:
        job.progress.set(1, 2, "half")
        return {"seen": job.job.args}

    job_id = await add(database, name)
    async with running(database, {name: work}):
        job = await until_over(database, job_id)

    assert (job.status, job.outcome) == ("done", {"seen": {"n": 3}})
    assert job.attempts == 1


async def test_progress_can_be_read_while_it_runs(
    database: Database, name: str
) -> None:
    go_on = asyncio.Event()

    async def work(job: Running) -> object:
        job.progress.set(5, 10, "reading")
        await go_on.wait()
        return None

    job_id = await add(database, name)
    async with running(database, {name: work}):
        half = await until(database, job_id, lambda job: job.done == 5)
        go_on.set()
        await until_over(database, job_id)

    assert (half.status, half.total, half.note) == ("running", 10, "reading")


async def test_a_cancelled_job_leaves_nothing_of_its_transaction(
    database: Database, name: str
) -> None:
    user_id = await make_user(database, f"{name}@example.org")
    writing = asyncio.Event()

    async def work(job: Running) -> object:
        async with job.database.as_user(user_id) as tx:
            await tx.run("INSERT INTO user_preferences (user_id) VALUES ($1)", user_id)
            writing.set()
            await asyncio.sleep(30)
        return None

    job_id = await add(database, name, for_user=user_id)
    async with running(database, {name: work}):
        await asyncio.wait_for(writing.wait(), 20)
        async with database.as_user(user_id) as tx:
            await cancel_job(tx, job_id, user_id=user_id)
        job = await until_over(database, job_id)

    async with database.as_user(user_id) as tx:
        kept = await tx.value("SELECT count(*) FROM user_preferences")
    assert (job.status, kept) == ("cancelled", 0)


async def test_a_job_that_waits_is_cancelled_at_once(
    database: Database, name: str
) -> None:
    job_id = await add(database, name)
    async with database.as_system() as system:
        job = await cancel_job(system, job_id, user_id=None)

    assert job.status == "cancelled"


async def test_a_job_whose_end_was_asked_for_cannot_finish(
    database: Database, name: str
) -> None:
    job_id = await add(database, name)
    worker = uuid7(now())
    await claim_job(database, worker, names=[name], silence=timedelta(seconds=5))
    async with database.as_system() as system:
        await cancel_job(system, job_id, user_id=None)

    with pytest.raises(JobLost):
        async with database.as_system() as system:
            await finish_job(system, Hold(job_id=job_id, worker=worker), None)


async def test_a_job_of_a_silent_worker_is_taken_over_and_finished_once(
    database: Database, name: str
) -> None:
    job_id = await add(database, name)
    gone = uuid7(now())
    assert await claim_job(database, gone, names=[name], silence=timedelta(seconds=5))

    async def work(_: Running) -> object:
        return {"by": "another"}

    async with running(database, {name: work}):
        job = await until_over(database, job_id)

    assert (job.status, job.attempts) == ("done", 2)
    with pytest.raises(JobLost):
        async with database.as_system() as system:
            await finish_job(system, Hold(job_id=job_id, worker=gone), {"by": "gone"})
    assert (await found(database, job_id)).outcome == {"by": "another"}


async def test_a_job_that_kills_its_workers_is_given_up(
    database: Database, name: str
) -> None:
    job_id = await add(database, name)
    for _ in range(3):
        taken = await claim_job(
            database, uuid7(now()), names=[name], silence=timedelta(microseconds=1)
        )
        assert taken is not None
    await asyncio.sleep(QUICK.silence)

    await runner(database, {}).tick()

    job = await found(database, job_id)
    assert job.status == "failed"
    assert "lost" in str(job.outcome)


async def test_a_stopped_process_gives_its_job_back_at_once(
    database: Database, name: str
) -> None:
    begun = asyncio.Event()

    async def slow(_: Running) -> object:
        begun.set()
        await asyncio.sleep(30)
        return None

    job_id = await add(database, name)
    async with running(database, {name: slow}):
        await asyncio.wait_for(begun.wait(), 20)

    job = await found(database, job_id)
    assert (job.status, job.attempts) == ("waiting", 0)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(Invalid("is no file", field="file"), "is no file", id="refusal"),
        pytest.param(ZeroDivisionError(), "something broke", id="defect"),
    ],
)
async def test_what_goes_wrong_is_told_and_does_not_stop_the_runner(
    database: Database, name: str, error: Exception, said: str
) -> None:
    async def work(job: Running) -> object:
        if job.job.id == first:
            raise error
        return None

    first = await add(database, name)
    async with running(database, {name: work}):
        failed = await until_over(database, first)
        second = await until_over(database, await add(database, name))

    assert failed.status == "failed"
    assert said in str(failed.outcome)
    assert second.status == "done"


async def test_what_cannot_be_done_now_is_tried_again(
    database: Database, name: str
) -> None:
    async def work(job: Running) -> object:
        if job.job.attempts < 3:
            raise TryLater("the other server sleeps", after=timedelta(milliseconds=20))
        return None

    job_id = await add(database, name)
    async with running(database, {name: work}):
        job = await until_over(database, job_id)

    assert (job.status, job.attempts) == ("done", 3)


async def test_two_runners_do_every_job_once(database: Database, name: str) -> None:
    done: list[UUID] = []

    async def work(job: Running) -> object:
        await asyncio.sleep(0)
        done.append(job.job.id)
        return None

    ids = [await add(database, name) for _ in range(12)]
    async with running(database, {name: work}, 2), running(database, {name: work}, 2):
        for job_id in ids:
            await until_over(database, job_id)

    assert sorted(done) == sorted(ids)


async def test_of_one_key_only_one_job_is_open(database: Database, name: str) -> None:
    first = await add(database, name, key="one")
    again = await add(database, name, key="one")
    other = await add(database, name, key="two")
    async with database.as_system() as system:
        await cancel_job(system, first, user_id=None)
    later = await add(database, name, key="one")

    assert first == again
    assert len({first, other, later}) == 3


async def test_a_user_sees_and_ends_no_job_of_another(
    database: Database, name: str
) -> None:
    mine = await make_user(database, f"mine.{name}@example.org")
    yours = await make_user(database, f"yours.{name}@example.org")
    job_id = await add(database, name, for_user=yours)
    await add(database, name)

    async with database.as_user(mine) as tx:
        assert await list_jobs(tx, user_id=mine, most=10) == []
        # Row-level security holds where a statement forgets the user.
        assert await list_jobs(tx, user_id=None, most=10) == []
        with pytest.raises(NotFound):
            await cancel_job(tx, job_id, user_id=mine)
    assert (await found(database, job_id)).status == "waiting"

    async with database.as_user(yours) as tx:
        await remove_account(tx, yours)
    with pytest.raises(NotFound):
        await found(database, job_id)


async def test_a_schedule_is_followed_by_one_of_many_processes(
    database: Database, name: str
) -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    async with database.as_system() as system:
        await system.run("INSERT INTO job_schedules VALUES ($1, $2)", name, long_ago)
    schedule = Schedule(job=name, args={}, rhythm=lambda _: Every(timedelta(days=1)))
    runners = [runner(database, {}, schedules=[schedule]) for _ in range(4)]

    await asyncio.gather(*(one.tick() for one in runners))
    await runners[0].tick()

    async with database.as_system() as system:
        made = await system.value("SELECT count(*) FROM jobs WHERE name = $1", name)
    assert made == 1


@pytest.mark.parametrize(
    ("now_", "latest"),
    [
        pytest.param("2026-07-02T01:29:00", "2026-07-01T01:30:00", id="before"),
        pytest.param("2026-07-02T01:30:00", "2026-07-02T01:30:00", id="at the minute"),
        pytest.param("2026-12-02T02:29:00", "2026-12-01T02:30:00", id="in winter"),
    ],
)
def test_the_night_is_that_of_a_place(now_: str, latest: str) -> None:
    daily = nightly(Settings(nightly_at="03:30 Europe/Berlin"))

    assert daily == Daily(time(3, 30), ZoneInfo("Europe/Berlin"))
    assert daily.latest(datetime.fromisoformat(now_ + "+00:00")) == (
        datetime.fromisoformat(latest + "+00:00")
    )
