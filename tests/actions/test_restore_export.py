"""What is exported whole comes back whole, into another account."""

import io
import json
from datetime import UTC, datetime

import asyncpg
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blocks import new_user
from make import TWO_DAYS, everything_of, fill_every_table
from metricgain.actions.delete_account import delete_account
from metricgain.actions.restore_export import Restored, restore_export
from metricgain.importers.own_export import is_own_export
from metricgain.kit.errors import Conflict, Refusal
from metricgain.reads.full_export import export_size, full_export
from metricgain.store.audit import events_of
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.export_schema import export_schema
from metricgain.store.owned_rows import EXPORTED, LEFT_OUT
from metricgain.store.statistics.verify import verify
from metricgain.store.tables import metadata
from strong_file import bring, made_up_history
from training_steps import Step, new_life, steps

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


async def exported(database: Database, user_id: int) -> bytes:
    async with database.as_user(user_id) as tx:
        return b"".join([part async for part in full_export(tx, now=NOW)])


async def restore(
    database: Database, user_id: int, text: bytes, *, merge: bool = False
) -> Restored:
    async with changing(database, user_id, now=NOW) as change:
        return await restore_export(change, stream=io.BytesIO(text), merge=merge)


async def delete(database: Database, user_id: int) -> None:
    async with changing(database, user_id, now=NOW) as change:
        await delete_account(change)


def without_address(text: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(text)
    account = found["account"]
    assert isinstance(account, dict)
    del account["email"]
    return found


@pytest.fixture
async def full(database: Database) -> int:
    """A user with a row in every table."""
    user_id = await new_user(database)
    async with database.as_system() as system:
        await fill_every_table(system.run, user_id)
    return user_id


def test_every_owned_table_is_exported_or_left_out_for_a_reason() -> None:
    owned = {name for name, table in metadata.tables.items() if table.info.get("owned")}
    # What users add to tables that they share with the catalogue.
    shared = {"exercises", "exercise_muscles", "templates"}
    given_out = {table.name for table in EXPORTED}

    assert given_out | set(LEFT_OUT) == owned | shared
    assert given_out & set(LEFT_OUT) == set()
    assert all(LEFT_OUT.values())


def test_no_secret_is_exported() -> None:
    secret = {
        str(column)
        for table in EXPORTED
        for column in table.columns
        if column.name.endswith(("_hash", "_secret", "_token"))
    }

    # The fingerprint of a file is no secret.
    assert secret == {"imports.file_hash"}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(story=st.lists(steps(), min_size=8, max_size=20))
async def test_an_account_that_is_exported_deleted_and_restored_is_the_same(
    database: Database, story: list[Step]
) -> None:
    life = await new_life(database)
    for step in story:
        await step(life)
    before = await exported(database, life.user_id)
    await delete(database, life.user_id)
    successor = await new_user(database)

    restored = await restore(database, successor, before)

    after = await exported(database, successor)
    assert without_address(after) == without_address(before)
    assert await verify(database, successor) == []
    async with database.as_user(successor) as tx:
        assert restored.in_all == await export_size(tx)
    await delete(database, successor)


async def test_a_row_of_every_table_comes_back(
    database: Database, full: int, owner: asyncpg.Connection
) -> None:
    before = await exported(database, full)
    rows = json.loads(before)
    assert [table.name for table in EXPORTED if not rows[table.name]] == []
    await delete(database, full)
    successor = await new_user(database)

    await restore(database, successor, before)

    assert without_address(await exported(database, successor)) == without_address(
        before
    )
    async with database.as_user(successor) as tx:
        noted = await events_of(tx, before=None, most=5)
    assert [one.event for one in noted] == ["restored"]
    there = await everything_of(owner, successor)
    expected = {table.name for table in EXPORTED if "user_id" in table.columns}
    assert [name for name in expected if there[name] is None] == []


async def test_an_export_keeps_to_its_schema(database: Database, full: int) -> None:
    export = json.loads(await exported(database, full))
    validator = jsonschema_rs.Draft202012Validator(export_schema())

    assert list(validator.iter_errors(export)) == []
    export["sets"][0]["sorcery"] = 1
    assert list(validator.iter_errors(export)) != []


async def test_an_account_with_a_history_is_not_mixed_with_another(
    database: Database, full: int, owner: asyncpg.Connection
) -> None:
    text = await exported(database, full)
    before = await everything_of(owner, full)

    with pytest.raises(Conflict, match="not empty"):
        await restore(database, full, text)

    assert await everything_of(owner, full) == before


async def test_a_merge_adds_what_is_missing_and_leaves_what_is_here(
    database: Database, full: int
) -> None:
    text = await exported(database, full)
    async with database.as_user(full) as tx:
        await tx.run("DELETE FROM sets WHERE user_id = $1", full)
        await tx.run("UPDATE workout_logs SET notes = 'new' WHERE user_id = $1", full)

    restored = await restore(database, full, text, merge=True)

    after = json.loads(await exported(database, full))
    assert {name: n for name, n in restored.rows.items() if n} == {"sets": 1}
    assert after["sets"] == json.loads(text)["sets"]
    assert after["workout_logs"][0]["notes"] == "new"
    assert await verify(database, full) == []


async def test_what_was_deleted_and_is_restored_is_deleted_no_more(
    database: Database, full: int
) -> None:
    text = await exported(database, full)
    async with database.as_user(full) as tx:
        log = await tx.value(
            "SELECT id::text FROM workout_logs WHERE user_id = $1", full
        )
        await tx.run("DELETE FROM workout_logs WHERE user_id = $1", full)
        await tx.run(
            "INSERT INTO deleted_rows (user_id, kind, key, made_at)"
            " VALUES ($1, 'workout_logs', $2, now())",
            full,
            log,
        )

    await restore(database, full, text, merge=True)

    async with database.as_user(full) as tx:
        kinds = await tx.rows(
            "SELECT kind FROM deleted_rows WHERE user_id = $1 AND key = $2", full, log
        )
    assert kinds == []


def test_our_export_is_known_by_its_first_words() -> None:
    ours = b'{"format":"metricgain","schemaVersion":9'
    other = b'{"workouts":[{"exercises":[]}]}'

    assert is_own_export(io.BytesIO(ours))
    assert not is_own_export(io.BytesIO(other))
    assert not is_own_export(io.BytesIO(b""))


async def test_no_byte_of_an_export_breaks_more_than_the_restoration(
    database: Database, full: int
) -> None:
    text = await exported(database, full)
    await delete(database, full)
    successor = await new_user(database)
    for place in range(0, len(text), max(1, len(text) // 60)):
        broken = text[:place] + b"\x00" + text[place + 1 :]

        with pytest.raises(Refusal):
            await restore(database, successor, broken)


async def test_what_is_restored_beside_the_live_account_is_whole_and_known_again(
    database: Database,
) -> None:
    alive = await new_user(database)
    await bring(database, alive, made_up_history(weeks=2))
    async with changing(database, alive, now=NOW) as change:
        await change.tx.run(
            "INSERT INTO templates (id, name, user_id, config)"
            " VALUES (gen_random_uuid(), 'Mine', $1, $2)",
            alive,
            {"duration_weeks": 5, **TWO_DAYS},
        )
    text = await exported(database, alive)
    twin = await new_user(database)

    restored = await restore(database, twin, text)
    again = await restore(database, twin, text, merge=True)
    report = await bring(database, twin, made_up_history(weeks=2))

    assert (restored.rows["templates"], again.in_all) == (1, 0)
    here, there = (json.loads(one) for one in (text, await exported(database, twin)))
    assert {len(one.pop("templates")) for one in (here, there)} == {1}
    assert without_address(json.dumps(here).encode()) == without_address(
        json.dumps(there).encode()
    )
    assert (report.workouts_new, report.sets_new) == (0, 0)
    assert report.workouts_known == len(here["workout_logs"]) > 0
    assert await verify(database, twin) == []
