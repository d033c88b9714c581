"""Clocks that jump, on the server and on phones, lose nothing and lock nobody out."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from bench.fault_lifters import Lifter, compare, lifters_of

from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.store.database import Database
from metricgain.store.jobs import NewJob, add_job, claim_job, take_schedule
from server import running_server

YEAR, DAY = 365 * 24 * 3600, 24 * 3600


@pytest.fixture(scope="module")
def turned_by(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("clock") / "seconds"
    turn(file, 0)
    return file


def turn(file: Path, seconds: int) -> None:
    file.write_text(str(seconds))


@pytest.fixture(scope="module")
def server_with_a_clock(owner_url: str, turned_by: Path) -> Iterator[str]:
    with running_server(
        owner_url,
        app="turned_clock:web_app",
        jobs="0",
        log_level="error",
        test_turned_by=str(turned_by),
    ) as address:
        yield address


async def test_sets_are_kept_whatever_the_clocks_of_server_and_phones_say(
    owner_url: str, server_with_a_clock: str, turned_by: Path
) -> None:
    async with lifters_of(owner_url, server_with_a_clock, count=3) as people:
        people[1].ahead = timedelta(days=400)
        people[2].ahead = timedelta(days=-400)
        for seconds in (0, YEAR, -YEAR, DAY, -DAY, 0):
            turn(turned_by, seconds)
            for _ in range(3):
                await asyncio.gather(*(lifter.act() for lifter in people))

        found = await compare(owner_url, people)

    assert found.lost == found.unknown == found.twice == 0
    assert people[0].heard.answers.keys() == {"200"}


async def test_a_set_can_be_corrected_after_the_clock_was_ahead(
    owner_url: str, server_with_a_clock: str, turned_by: Path
) -> None:
    async with lifters_of(owner_url, server_with_a_clock, count=1) as people:
        people[0].ahead = timedelta(seconds=YEAR)
        turn(turned_by, YEAR)
        await _log(people[0])
        people[0].ahead = timedelta()
        turn(turned_by, 0)
        await _log(people[0])

        found = await compare(owner_url, people)

    assert found.as_acknowledged, found


async def _log(lifter: Lifter) -> None:
    for _ in range(12):
        await lifter.act()


async def test_a_job_of_a_lost_worker_does_not_wait_until_a_clock_has_caught_up(
    database: Database,
) -> None:
    silence, name = timedelta(minutes=1), f"test.clock.{uuid7(now())}"
    async with database.as_system() as system:
        job_id = await add_job(system, NewJob(id=uuid7(now()), name=name, args={}))
    gone, other = uuid7(now()), uuid7(now())

    for _ in range(2):
        # The same as to turn the clock of the server back, for this row.
        async with database.as_system() as system:
            await system.run(
                "UPDATE jobs SET created_at = now() + $2, due_at = now() + $2,"
                " beat_at = CASE WHEN status = 'running' THEN now() + $2 END"
                " WHERE id = $1",
                job_id,
                timedelta(days=365),
            )
        claimed = await claim_job(database, gone, names=[name], silence=silence)
        assert claimed is not None

    assert await claim_job(database, other, names=[name], silence=silence) is None


async def test_the_night_comes_again_after_a_clock_was_ahead(
    database: Database,
) -> None:
    name, present = f"test.clock.{uuid7(now())}", now()
    ahead, yesterday = present + timedelta(days=365), present - timedelta(days=1)

    async with database.as_system() as system:
        await take_schedule(system, name, latest=ahead, now=ahead)
        taken = [
            await take_schedule(system, name, latest=yesterday, now=present)
            for _ in range(2)
        ]

    assert taken == [True, False]
