"""What has only looked ends with the next beginning, or soon, and mixes nothing up."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from make import make_user
from metricgain.app import open_database
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.store.database import Database, Transaction
from metricgain.store.people import caller_of_token, hash_of

BOUND = "SELECT current_setting('metricgain.user_id', true)"
BEGUN = "SELECT transaction_timestamp()"
SERVER = "SELECT pg_backend_pid()"


@pytest.fixture
async def one(owner_url: str) -> AsyncIterator[Database]:
    """Yield a database of one connection, which everything has to share."""
    database = await open_database(Settings(pool_size=1), owner_url)
    yield database
    await database.close()


async def begun(tx: Transaction) -> object:
    return await tx.value(BEGUN)


async def test_a_look_goes_on_with_the_transaction_that_asked_who_it_is(
    one: Database,
) -> None:
    async with one.asking(7) as tx:
        asked = await begun(tx)

    async with one.looking(7) as tx:
        looked = await begun(tx)
    async with one.looking(7) as tx:
        again = await begun(tx)

    assert looked == asked
    assert again != asked


async def test_a_change_begins_a_transaction_of_its_own(one: Database) -> None:
    async with one.asking(7) as tx:
        asked = await begun(tx)

    async with one.as_user(7) as tx:
        changed = await begun(tx)

    assert changed != asked


@pytest.mark.parametrize("left_by", ["asking", "looking"])
async def test_who_comes_next_is_never_taken_for_who_was_there(
    one: Database, left_by: str
) -> None:
    async with getattr(one, left_by)(7) as tx:
        assert await tx.value(BOUND) == "7"

    async with one.looking(8) as tx:
        assert await tx.value(BOUND) == "8"
    async with one.as_system() as tx:
        assert await tx.value(BOUND) in ("", None)


async def test_a_look_that_fails_is_not_left(one: Database) -> None:
    async def fail() -> None:
        async with one.asking(7) as tx:
            seen.append(await begun(tx))
            raise LookupError

    seen: list[object] = []
    with pytest.raises(LookupError):
        await fail()

    async with one.looking(7) as tx:
        assert await begun(tx) not in seen


async def test_what_is_left_ends_by_itself(one: Database, database: Database) -> None:
    async with one.looking(7) as tx:
        server = await tx.value(SERVER)
    state: object = None

    while state != "idle":
        await asyncio.sleep(0.01)
        async with database.as_system() as system:
            state = await system.value(
                "SELECT state FROM pg_stat_activity WHERE pid = $1", server
            )


async def test_many_at_once_wait_for_each_other(one: Database) -> None:
    async def look(user: int) -> object:
        async with one.asking(user) as tx:
            await tx.value(BOUND)
        async with one.looking(user) as tx:
            return await tx.value(BOUND)

    found = await asyncio.gather(*(look(user) for user in range(1, 41)))

    assert found == [str(user) for user in range(1, 41)]


async def test_a_connection_that_is_lost_while_it_is_left_is_had_anew(
    one: Database, database: Database
) -> None:
    async with one.asking(7) as tx:
        server = await tx.value(SERVER)
    async with database.as_system() as system:
        await system.value("SELECT pg_terminate_backend($1)", server)

    async with one.as_user(7) as tx:
        assert await tx.value(BOUND) == "7"


async def test_a_token_that_was_seen_is_checked_each_time(database: Database) -> None:
    me = await make_user(database, "lingering.token@example.org")
    at = now()
    async with database.as_user(me) as tx:
        await tx.run(
            "INSERT INTO api_tokens (user_id, id, name, token_hash, scope, created_at)"
            " VALUES ($1, gen_random_uuid(), 'a', $2, 'read', $3)",
            me,
            hash_of("lingering"),
            at,
        )
    seen = [await caller_of_token(database, "lingering", now=at) for _ in range(2)]

    async with database.as_user(me) as tx:
        await tx.run("UPDATE api_tokens SET revoked_at = $2 WHERE user_id = $1", me, at)
    revoked = await caller_of_token(
        database, "lingering", now=at + timedelta(seconds=1)
    )

    assert seen[0] is not None
    assert seen[0] == seen[1]
    assert seen[0].user_id == me
    assert revoked is None
