"""A request that cannot be answered now is told so, when to come again, and why."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import asyncpg
import httpx
import pytest
from bench.fault_lifters import Lifter, compare, lifters_of, until

from server import running_server

LIFTERS = 12


@pytest.fixture(scope="module")
def narrow(owner_url: str) -> Iterator[str]:
    """A server that has one connection, and little patience."""
    with running_server(
        owner_url,
        pool_size="1",
        busy_seconds="1",
        statement_seconds="2",
        jobs="0",
        log_level="error",
    ) as address:
        yield address


@pytest.fixture
async def people(owner_url: str, narrow: str) -> AsyncIterator[list[Lifter]]:
    async with lifters_of(owner_url, narrow, count=LIFTERS) as lifters:
        for lifter in lifters[:2]:
            await lifter.act()
        yield lifters


@asynccontextmanager
async def locked(owner: asyncpg.Connection, what: str) -> AsyncIterator[None]:
    """Hold a lock, as a statement that does not end would."""
    async with owner.transaction():
        await owner.execute(what)
        yield


async def test_what_hangs_is_stopped_and_can_be_sent_again(
    people: list[Lifter], owner: asyncpg.Connection, owner_url: str
) -> None:
    lifter = people[0]

    async with locked(owner, "LOCK TABLE sets IN ACCESS EXCLUSIVE MODE"):
        waiting = asyncio.create_task(lifter.act())
        await until(lambda: lifter.heard.answers["503 took-too-long"] > 0)
    await waiting

    assert (await compare(owner_url, [lifter])).as_acknowledged


async def test_a_lock_of_one_lifter_hinders_no_other_for_longer_than_a_statement(
    people: list[Lifter], owner: asyncpg.Connection
) -> None:
    one, other = people[:2]
    row = f"SELECT 1 FROM sync_state WHERE user_id = {one.user_id} FOR UPDATE"  # noqa: S608 - a number

    await owner.execute("SET metricgain.as_system = 'on'")
    async with locked(owner, row):
        waiting = asyncio.create_task(one.act())
        await other.act()
        await until(lambda: one.heard.answers["503 took-too-long"] > 0)
        assert one.count == 1
    await waiting

    assert other.count == 2


async def test_who_gets_no_connection_is_told_to_come_again(
    people: list[Lifter], owner: asyncpg.Connection, narrow: str
) -> None:
    one, other = people[:2]

    async with locked(owner, "LOCK TABLE sets IN ACCESS EXCLUSIVE MODE"):
        waiting = [asyncio.create_task(each.act()) for each in (one, other)]
        await until(lambda: one.heard.answers["503 database-busy"] > 0)
        async with httpx.AsyncClient() as client:
            alive = await client.get(f"{narrow}/healthz")
    await asyncio.gather(*waiting)

    assert alive.status_code == httpx.codes.OK


async def test_one_connection_serves_everybody_in_turn(
    people: list[Lifter], owner_url: str
) -> None:
    """No request holds a connection while it waits for a second one."""
    for _ in range(2):
        await asyncio.gather(*(lifter.act() for lifter in people))

    found = await compare(owner_url, people)
    assert found.as_acknowledged, found


async def test_a_disk_that_is_full_is_told_as_what_it_is(
    people: list[Lifter], owner: asyncpg.Connection
) -> None:
    """The server's own error, of its own making, on every machine.

    test_full_disk.py fills a real one where the machine lets somebody mount it.
    """
    lifter = people[0]
    before = lifter.count
    await owner.execute(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$"
    )
    await owner.execute(
        "CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON sets FOR EACH ROW"
        f" WHEN (NEW.user_id = {lifter.user_id}) EXECUTE FUNCTION full_disk()"
    )
    try:
        waiting = asyncio.create_task(lifter.act())
        await until(lambda: lifter.heard.answers["503 disk-full"] > 0)
        assert lifter.count == before
    finally:
        await owner.execute("DROP FUNCTION full_disk CASCADE")
    await waiting
