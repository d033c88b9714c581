# ruff: noqa: S608 - the names in the statements come from the metadata
"""Two users, and a database that keeps them apart all by itself."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

import asyncpg
import pytest

from make import Row, Rows, fill_every_table, insert, make_user, own_exercise_id
from metricgain.kit.errors import Invalid, NotFound, Refusal
from metricgain.store.database import Database, Transaction
from metricgain.store.roles import APP_ROLE
from metricgain.store.setup import prepare
from metricgain.store.tables import metadata
from scratch_database import scratch_database

TABLES = metadata.tables
OWNED = sorted(name for name, table in TABLES.items() if table.info.get("owned"))
WITH_AN_OWNER = (*OWNED, "users", "exercises", "exercise_muscles", "templates")
APPEND_ONLY = ("audit_events",)
WRITABLE = [name for name in WITH_AN_OWNER if name not in APPEND_ONLY]
SYSTEM_ONLY = ("challenges", "invitations", "sign_in_attempts", "sign_in_links")
SHARED: Rows = {
    "exercises": {
        "id": 4_000_001,
        "name": "Shared Press",
        "muscle_group": "chest",
        "exercise_type": "machine",
        "is_system": True,
        "equipment": "stack",
        "movement_pattern": "horizontal_press",
    },
    "exercise_muscles": {
        "exercise_id": 4_000_001,
        "muscle": "chest",
        "contribution": 1,
    },
    "exercise_aliases": {
        "alias_key": "shared press",
        "alias": "Shared Press",
        "exercise_id": 4_000_001,
    },
    "templates": {"id": UUID(int=1), "name": "Shared", "is_system": True, "config": {}},
    "catalogue_state": {"name": "shared", "version": "1"},
    "switches": {"name": "shared", "mode": "on"},
}


@dataclass(frozen=True)
class Two:
    """Ann has a row in every table, and so has Ben, who tries to get at hers."""

    database: Database
    ann: int
    ben: int
    of_ann: Rows
    of_ben: Rows


@pytest.fixture(scope="module")
def app_url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "isolation") as url:
        yield prepare(url)


@pytest.fixture(scope="module")
async def two(app_url: str) -> AsyncIterator[Two]:
    database = await Database.open(app_url, size=2)
    ann = await make_user(database, "ann@example.org")
    ben = await make_user(database, "ben@example.org")
    async with database.as_system() as system:
        for name, row in SHARED.items():
            await insert(system.run, TABLES[name], row)
        of_ann = await fill_every_table(system.run, ann)
        of_ben = await fill_every_table(system.run, ben)
    yield Two(database, ann, ben, of_ann, of_ben)
    await database.close()


def rows_of(table: str, user_id: int) -> str:
    """Return the condition that only rows of a user meet."""
    match table:
        case "users":
            return f"id = {user_id}"
        case "exercise_muscles":
            return f"exercise_id = {own_exercise_id(user_id)}"
        case _:
            return f"user_id = {user_id}"


async def count(transaction: Transaction, table: str, condition: str = "true") -> int:
    found = await transaction.value(f"SELECT count(*) FROM {table} WHERE {condition}")
    assert isinstance(found, int)
    return found


async def test_every_table_holds_a_row_of_each_user(two: Two) -> None:
    assert set(two.of_ann) == set(TABLES)

    async with two.database.as_system() as system:
        for table in TABLES:
            assert await count(system, table) >= 2, table
        for table in WITH_AN_OWNER:
            assert await count(system, table, rows_of(table, two.ann)) == 1, table
            assert await count(system, table, rows_of(table, two.ben)) == 1, table


@pytest.mark.parametrize("table", WITH_AN_OWNER)
async def test_a_user_sees_her_own_rows_and_nobody_elses(two: Two, table: str) -> None:
    async with two.database.as_user(two.ben) as ben:
        assert await count(ben, table, rows_of(table, two.ben)) == 1
        assert await count(ben, table, rows_of(table, two.ann)) == 0
        assert await count(ben, table) == 1 + (table in SHARED)


@pytest.mark.parametrize("table", WRITABLE)
async def test_a_user_can_neither_change_nor_delete_rows_of_another(
    two: Two, table: str
) -> None:
    hers = rows_of(table, two.ann)
    column = next(iter(TABLES[table].columns)).name

    async with two.database.as_user(two.ben) as ben:
        changed = await ben.run(f"UPDATE {table} SET {column} = {column} WHERE {hers}")
        deleted = await ben.run(f"DELETE FROM {table} WHERE {hers}")

    assert (changed, deleted) == (0, 0)
    async with two.database.as_system() as system:
        assert await count(system, table, hers) == 1


@pytest.mark.parametrize("table", ["audit_events", "instance_events"])
async def test_what_was_noted_is_changed_by_nobody_and_deleted_only_when_old(
    two: Two, table: str
) -> None:
    young = "at > now() - interval '30 days'"
    columns = ("user_id, " if table == "audit_events" else "", f"{two.ann}, ")
    async with two.database.as_system() as system:
        await system.run(
            f"INSERT INTO {table} ({columns[0]}id, at, event) VALUES"
            f" ({columns[1] if columns[0] else ''}gen_random_uuid(), now(), $1)",
            "made_admin",
        )
        deleted = await system.run(f"DELETE FROM {table} WHERE {young}")
        kept = await count(system, table, young)

    assert (deleted, kept) == (0, 1)
    for opened in (two.database.as_system(), two.database.as_user(two.ann)):
        with pytest.raises(NotFound):
            async with opened as tx:
                await tx.run(f"UPDATE {table} SET at = at")
    async with two.database.as_user(two.ann) as ann:
        assert await ann.run(f"DELETE FROM {table}") == 0


@pytest.mark.parametrize("table", WITH_AN_OWNER)
async def test_a_user_cannot_write_a_row_in_the_name_of_another(
    two: Two, table: str
) -> None:
    row = dict(two.of_ann[table])
    if table == "users":
        row |= {"email": "eve@example.org", "password_hash": ""}

    with pytest.raises(NotFound) as refused:
        async with two.database.as_user(two.ben) as ben:
            await insert(ben.run, TABLES[table], row)

    assert isinstance(refused.value.__cause__, asyncpg.InsufficientPrivilegeError)


@pytest.mark.parametrize("table", OWNED)
async def test_a_user_cannot_give_a_row_to_another(two: Two, table: str) -> None:
    with pytest.raises(NotFound) as refused:
        async with two.database.as_user(two.ben) as ben:
            await ben.run(f"UPDATE {table} SET user_id = $1", two.ann)

    assert isinstance(refused.value.__cause__, asyncpg.InsufficientPrivilegeError)


def references() -> Iterator[tuple[str, str, str, str]]:
    """Yield table, column, target and name of every reference to an owned row."""
    for table in OWNED:
        keys = TABLES[table].foreign_key_constraints
        for constraint in sorted(keys, key=lambda key: str(key.name)):
            target = constraint.referred_table.name
            if target in OWNED:
                (column,) = (c for c in constraint.column_keys if c != "user_id")
                yield table, column, target, str(constraint.name)


@pytest.mark.parametrize(
    ("table", "column", "target", "name"),
    [pytest.param(*each, id=each[3]) for each in references()],
)
async def test_a_row_cannot_point_to_a_row_of_another_user(
    two: Two, table: str, column: str, target: str, name: str
) -> None:
    statement = f"UPDATE {table} SET {column} = $1"
    if name == "workout_logs_user_id_workout_instance_id_fkey":
        # A log that has an instance has its id as well, so this takes a new row.
        statement = (
            "INSERT INTO workout_logs (user_id, id, workout_instance_id, local_date)"
            f" VALUES ({two.ben}, $1, $1, '2026-01-05')"
        )

    with pytest.raises(NotFound) as refused:
        async with two.database.as_user(two.ben) as ben:
            await ben.run(statement, two.of_ann[target]["id"])

    assert isinstance(refused.value.__cause__, asyncpg.ForeignKeyViolationError)
    assert refused.value.__cause__.constraint_name == name


@pytest.mark.parametrize(
    "table", [name for name in OWNED if "exercise_id" in TABLES[name].columns]
)
async def test_a_row_cannot_name_a_custom_exercise_of_another_user(
    two: Two, table: str
) -> None:
    with pytest.raises(Invalid) as refused:
        async with two.database.as_user(two.ben) as ben:
            await ben.run(
                f"UPDATE {table} SET exercise_id = $1", own_exercise_id(two.ann)
            )

    assert refused.value.field == "own_exercise"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda two: {"id": own_exercise_id(two.ann, 9)}, id="her number"),
        pytest.param(lambda _: {"id": 77, "name": "Mine"}, id="the catalogue's number"),
    ],
)
async def test_an_exercise_carries_the_number_of_its_owner(
    two: Two, change: Callable[[Two], Row]
) -> None:
    with pytest.raises(Invalid, match="owner_in_id"):
        async with two.database.as_user(two.ben) as ben:
            await insert(
                ben.run, TABLES["exercises"], two.of_ben["exercises"] | change(two)
            )


@pytest.mark.smoke
async def test_the_muscles_of_another_users_exercise_stay_as_they_are(two: Two) -> None:
    row = two.of_ann["exercise_muscles"] | {"muscle": "triceps"}

    with pytest.raises(NotFound):
        async with two.database.as_user(two.ben) as ben:
            await insert(ben.run, TABLES["exercise_muscles"], row)


@pytest.mark.parametrize("table", SHARED)
async def test_shared_rows_are_there_to_read_and_not_to_write(
    two: Two, table: str
) -> None:
    row = SHARED[table]
    key = next(iter(row))
    this = f"{key} = $1"

    async with two.database.as_user(two.ben) as ben:
        seen = await ben.rows(f"SELECT FROM {table} WHERE {this}", row[key])
        changed = await ben.run(
            f"UPDATE {table} SET {key} = {key} WHERE {this}", row[key]
        )
        deleted = await ben.run(f"DELETE FROM {table} WHERE {this}", row[key])

    assert (len(seen), changed, deleted) == (1, 0, 0)
    with pytest.raises(NotFound):
        async with two.database.as_user(two.ben) as ben:
            await insert(ben.run, TABLES[table], row)


@pytest.mark.parametrize("table", SYSTEM_ONLY)
async def test_what_belongs_to_nobody_is_hidden_from_users(
    two: Two, table: str
) -> None:
    async with two.database.as_user(two.ben) as ben:
        assert await count(ben, table) == 0
        assert await ben.run(f"DELETE FROM {table}") == 0
    with pytest.raises(NotFound):
        async with two.database.as_user(two.ben) as ben:
            await insert(ben.run, TABLES[table], two.of_ben[table])


@pytest.mark.usefixtures("two")
async def test_a_connection_that_is_bound_to_nobody_sees_shared_rows_only(
    app_url: str,
) -> None:
    connection = await asyncpg.connect(app_url)
    seen = {
        table: await connection.fetchval(f"SELECT count(*) FROM {table}")
        for table in TABLES
    }
    await connection.close()

    assert seen == dict.fromkeys(TABLES, 0) | dict.fromkeys(SHARED, 1) | {
        # These have no owner, so those that were made for Ann and Ben count too.
        "exercise_aliases": 3,
        "catalogue_state": 3,
        "switches": 3,
    }


async def test_every_table_is_guarded_and_the_guard_is_forced(two: Two) -> None:
    async with two.database.as_system() as system:
        unguarded = await system.rows(
            "SELECT relname FROM pg_class"
            " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
            " AND NOT (relrowsecurity AND relforcerowsecurity)"
        )

    assert [row["relname"] for row in unguarded] == ["alembic_version"]


@pytest.mark.smoke
async def test_the_application_owns_nothing_and_bypasses_nothing(two: Two) -> None:
    async with two.database.as_system() as system:
        role = await system.row(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,"
            " (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned"
            " FROM pg_roles r WHERE rolname = current_user"
        )

    assert role is not None
    assert tuple(role) == (APP_ROLE, False, False, False, False, 0)


class _GaveUpError(Exception):
    pass


async def _commit(ann: Transaction) -> None:
    await count(ann, "sets")


async def _raise(_ann: Transaction) -> None:
    raise _GaveUpError


async def _break_a_rule(ann: Transaction) -> None:
    await ann.run("UPDATE sets SET reps = -1")


async def _break_a_rule_at_commit(ann: Transaction) -> None:
    await ann.run(
        "UPDATE mesocycles SET parent_mesocycle_id = $1",
        UUID(int=0),
    )


async def _run_out_of_time(ann: Transaction) -> None:
    async with asyncio.timeout(0.05):
        await ann.value("SELECT pg_sleep(5)")


@pytest.mark.smoke
@pytest.mark.parametrize(
    "leave",
    [_commit, _raise, _break_a_rule, _break_a_rule_at_commit, _run_out_of_time],
)
async def test_nothing_leaks_from_one_checkout_to_the_next(
    two: Two, app_url: str, leave: Callable[[Transaction], Awaitable[None]]
) -> None:
    asked = (
        "SELECT current_setting('metricgain.user_id', true) AS me,"
        " current_setting('metricgain.as_system', true) AS system,"
        " array(SELECT DISTINCT user_id FROM sets ORDER BY 1) AS seen"
    )
    database = await Database.open(app_url, size=1)
    for opened in (database.as_user(two.ann), database.as_system()):
        try:
            async with opened as transaction:
                await leave(transaction)
        except (_GaveUpError, Refusal, TimeoutError):
            pass
        async with database.as_user(two.ben) as ben:
            bound = await ben.row(asked)
        async with database.as_system() as system:
            unbound = await system.row(asked)
        assert bound is not None
        assert (bound["me"], bound["system"] or "") == (str(two.ben), "")
        assert bound["seen"] == [two.ben]
        assert unbound is not None
        assert (unbound["me"], unbound["system"]) == ("", "on")
        assert unbound["seen"] == [two.ann, two.ben]
    await database.close()
