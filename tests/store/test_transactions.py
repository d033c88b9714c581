"""A transaction keeps all of what it did or says that it kept nothing."""

import contextlib

import pytest

from make import make_user
from metricgain.kit.errors import Conflict, NotFound, Refusal
from metricgain.store.database import Database, NothingKept, Transaction

BAD = "UPDATE sync_state SET user_id = -1"


async def note(transaction: Transaction, revision: int) -> None:
    await transaction.run(
        "INSERT INTO sync_state (user_id, revision) VALUES ($1, $2)"
        " ON CONFLICT (user_id) DO UPDATE SET revision = EXCLUDED.revision",
        transaction.user_id,
        revision,
    )


async def noted(database: Database, user_id: int) -> object:
    async with database.as_user(user_id) as user:
        return await user.value("SELECT revision FROM sync_state")


async def note_and_be_refused(
    database: Database, user_id: int, *, caught: tuple[type[Refusal], ...] = ()
) -> None:
    async with database.as_user(user_id) as user:
        await note(user, 1)
        with contextlib.suppress(*caught):
            await user.run(BAD)


async def test_what_was_written_is_there_afterwards(database: Database) -> None:
    me = await make_user(database, "transaction.kept@example.org")

    async with database.as_user(me) as user:
        await note(user, 1)

    assert await noted(database, me) == 1


async def test_a_refusal_takes_back_all_that_came_before(database: Database) -> None:
    me = await make_user(database, "transaction.refused@example.org")

    with pytest.raises(NotFound):
        await note_and_be_refused(database, me)

    assert await noted(database, me) is None


async def test_a_refusal_that_is_caught_does_not_pass_for_success(
    database: Database,
) -> None:
    me = await make_user(database, "transaction.caught@example.org")

    with pytest.raises(NothingKept):
        await note_and_be_refused(database, me, caught=(Refusal,))

    assert await noted(database, me) is None


async def test_a_savepoint_lets_the_rest_go_on(database: Database) -> None:
    me = await make_user(database, "transaction.savepoint@example.org")

    async with database.as_user(me) as user:
        await note(user, 1)
        with contextlib.suppress(Refusal):
            async with user.savepoint():
                await note(user, 2)
                await user.run(BAD)

    assert await noted(database, me) == 1


@pytest.mark.parametrize("between", [False, True], ids=["at once", "after more"])
async def test_a_part_that_is_refused_undoes_nothing_of_what_came_before(
    database: Database, *, between: bool
) -> None:
    me = await make_user(database, f"transaction.parts{between:d}@example.org")

    async with database.as_user(me) as user:
        async with user.savepoint():
            await note(user, 1)
        if between:
            await note(user, 2)
        for _ in range(2):
            with contextlib.suppress(Refusal):
                async with user.savepoint():
                    await note(user, 3)
                    await user.run(BAD)

    assert await noted(database, me) == (2 if between else 1)


async def test_statements_are_counted_as_they_are_sent(database: Database) -> None:
    me = await make_user(database, "transaction.counted@example.org")

    async with database.as_user(me) as user:
        await note(user, 1)
        await user.row("SELECT revision FROM sync_state")
        await user.rows("SELECT revision FROM sync_state")

    assert user.statements == 3


async def test_a_system_transaction_has_no_user_to_name(database: Database) -> None:
    async with database.as_system() as system:
        with pytest.raises(LookupError):
            _ = system.user_id


async def test_a_second_account_with_the_same_address_is_a_conflict(
    database: Database,
) -> None:
    await make_user(database, "transaction.twice@example.org")

    with pytest.raises(Conflict) as refused:
        await make_user(database, "transaction.twice@example.org")

    assert refused.value.field == "email"
