"""A database server that MetricGain did not start: restarted, frozen, overcrowded."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
from bench.fault_kills import training
from bench.fault_lifters import Lifter, all_heard, compare, lifters_of, until

from embedded_server import postmaster_of, runs, settle, soon
from metricgain.store.database import Database, DatabaseAway, Limits
from metricgain.store.embedded import EmbeddedServer
from metricgain.store.refusals import DatabaseBusy, MaybeKept, TookTooLong
from metricgain.store.roles import app_url
from metricgain.store.setup import prepare
from server import running_server

pytestmark = pytest.mark.xdist_group("faults")


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    below = tmp_path_factory.mktemp("outside")
    yield below / "data"
    settle(below)


@pytest.fixture(scope="module")
def outside(data_dir: Path) -> Iterator[EmbeddedServer]:
    """A server that the product knows by its address only, and cannot start."""
    with EmbeddedServer.acquire(data_dir) as server:
        prepare(server.address.url())
        yield server


@pytest.fixture(scope="module")
def address(outside: EmbeddedServer) -> Iterator[str]:
    with running_server(outside.address.url(), log_level="error") as running:
        yield running


@pytest.fixture
async def people(outside: EmbeddedServer, address: str) -> AsyncIterator[list[Lifter]]:
    async with lifters_of(outside.address.url(), address, count=3) as lifters:
        yield lifters


@pytest.mark.parametrize(
    "how",
    [
        pytest.param(signal.SIGINT, id="in order"),
        pytest.param(signal.SIGQUIT, id="at once"),
        pytest.param(signal.SIGKILL, id="killed"),
    ],
)
async def test_people_train_on_when_the_database_is_there_again(
    people: list[Lifter], outside: EmbeddedServer, data_dir: Path, how: signal.Signals
) -> None:
    heard = people[0].heard
    async with training(people):
        await all_heard(people)
        os.kill(postmaster_of(data_dir), how)
        await until(lambda: heard.answers["503 database-away"] > len(people))
        assert await asyncio.to_thread(soon, lambda: not runs(data_dir), seconds=60)
        await asyncio.to_thread(outside.ensure_running)
        await all_heard(people)

    found = await compare(outside.address.url(), people)
    assert found.as_acknowledged, found


async def test_a_server_that_does_not_answer_any_more_is_not_waited_for(
    outside: EmbeddedServer,
) -> None:
    limits = Limits(busy=5, statement=0.5, silence=0.5)
    database = await Database.open(
        app_url(outside.address.url()), size=2, limits=limits
    )
    frozen: list[int] = []

    async def ask_a_frozen_server() -> None:
        async with database.as_system() as system:
            backend = await system.value("SELECT pg_backend_pid()")
            frozen.append(int(str(backend)))
            os.kill(frozen[0], signal.SIGSTOP)
            await system.value("SELECT 1")

    try:
        with pytest.raises(TookTooLong, match="does not answer"):
            await ask_a_frozen_server()
        async with database.as_system() as system:
            assert await system.value("SELECT 1") == 1
    finally:
        for backend in frozen:
            os.kill(backend, signal.SIGCONT)
        await database.close()


async def test_a_server_that_takes_no_more_connections_is_busy_and_not_away(
    outside: EmbeddedServer,
) -> None:
    url = app_url(outside.address.url())
    owner = await asyncpg.connect(outside.address.url())
    database = await Database.open(url, size=2)
    try:
        async with database.as_system() as system:
            await owner.execute("ALTER ROLE metricgain_app CONNECTION LIMIT 1")
            with pytest.raises(DatabaseBusy):
                async with database.as_system():
                    pass
            assert await system.value("SELECT 1") == 1
    finally:
        await owner.execute("ALTER ROLE metricgain_app CONNECTION LIMIT -1")
        await owner.close()
        await database.close()


async def test_a_commit_whose_answer_is_lost_says_that_it_may_have_been_kept(
    outside: EmbeddedServer,
) -> None:
    database = await Database.open(app_url(outside.address.url()), size=1)
    owner = await asyncpg.connect(outside.address.url())

    async def lose_the_connection_at_the_end() -> None:
        async with database.as_system() as system:
            backend = await system.value("SELECT pg_backend_pid()")
            await owner.execute("SELECT pg_terminate_backend($1, 60000)", backend)

    try:
        with pytest.raises(MaybeKept, match="whether this was kept"):
            await lose_the_connection_at_the_end()
    finally:
        await owner.close()
        await database.close()


async def test_a_connection_that_is_lost_in_a_transaction_is_told_as_that(
    outside: EmbeddedServer,
) -> None:
    database = await Database.open(app_url(outside.address.url()), size=1)
    owner = await asyncpg.connect(outside.address.url())

    async def lose_the_connection() -> None:
        async with database.as_system() as system, system.savepoint():
            backend = await system.value("SELECT pg_backend_pid()")
            await owner.execute("SELECT pg_terminate_backend($1)", backend)
            await system.value("SELECT 1")

    try:
        with pytest.raises(DatabaseAway):
            await lose_the_connection()
        async with database.as_system() as system:
            assert await system.value("SELECT 1") == 1
    finally:
        await owner.close()
        await database.close()
