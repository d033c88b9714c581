# ruff: noqa: S608 - the names in the questions come from the metadata
"""Migrations run up, down and up again, with rows in every table."""

import asyncio
import multiprocessing
from collections.abc import Container, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

import asyncpg
import pytest

from declared_schema import create_all
from make import fill_every_table
from metricgain.kit.errors import Invalid
from metricgain.store.migrate import (
    check_schema,
    migrate_down,
    migrate_up,
    newest_revision,
)
from metricgain.store.roles import APP_ROLE, ensure_app_role
from metricgain.store.setup import prepare
from metricgain.store.tables import metadata
from scratch_database import scratch_database

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
    "0022",
    "0023",
)
# The tables that revisions after the spine made, whose rows go with them: they follow
# from others, or live for a day. Whatever a user wrote survives.
MADE_BY = {
    "0003": {
        "weekly_stats",
        "weekly_muscle_stats",
        "exercise_weekly_summary",
        "personal_records",
        "stats_state",
    },
    "0004": {"sign_in_links"},
    "0005": {"switches"},
    "0007": {"jobs", "job_schedules"},
    "0008": {"import_files", "import_file_parts", "body_measurements"},
    "0010": {
        "training_profiles",
        "training_profile_muscles",
        "training_profile_exercises",
        "training_profile_free",
    },
    "0012": {"calendar_feeds"},
    "0015": {"request_times", "slow_statements"},
    "0013": {
        "whoop_recovery",
        "whoop_sleep",
        "whoop_cycle",
        "whoop_payloads",
        "whoop_connections",
    },
    "0014": {"language_models"},
    "0018": {"gyms", "gym_equipment", "gym_days"},
    "0019": {"week_changes"},
    "0021": {
        *("totp_secrets", "recovery_codes", "passkeys", "provider_identities"),
        "challenges",
    },
    "0020": {"generated_plans"},
    "0022": {"archived_mesocycles"},
    "0016": {"imported_names"},
    "0017": {"audit_events", "instance_events"},
}
BASE = set(metadata.tables) - set().union(*MADE_BY.values())


@pytest.fixture
def empty_url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "migrations") as url:
        asyncio.run(ensure_app_role(url))
        yield url


def test_the_revisions_named_here_are_all_there_are() -> None:
    assert newest_revision() == REVISIONS[-1]


@pytest.mark.smoke
def test_up_down_and_up_again_with_rows_in_every_table_gives_the_same_schema(
    empty_url: str,
) -> None:
    schemas = {}
    for revision in REVISIONS:
        migrate_up(empty_url, revision)
        schemas[revision] = described(empty_url)
    fill(empty_url)

    for older, newer in reversed([*pairwise(REVISIONS)]):
        migrate_down(empty_url, older)
        assert described(empty_url) == schemas[older]
        assert rows_per_table(empty_url) == dict.fromkeys(BASE, 1)
        migrate_up(empty_url, newer)
        assert described(empty_url) == schemas[newer]
        assert rows_per_table(empty_url) == dict.fromkeys(BASE, 1)
    migrate_down(empty_url, "base")
    assert described(empty_url)["tables"] == ["alembic_version"]
    migrate_up(empty_url)

    assert described(empty_url) == schemas[REVISIONS[-1]]
    check_schema(empty_url)


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_revision_goes_away_completely_with_rows_in_every_table(
    empty_url: str, revision: str
) -> None:
    migrate_up(empty_url, revision)
    later = [made for by, made in MADE_BY.items() if by > revision]
    fill(empty_url, set().union(*later))

    migrate_down(empty_url, "base")

    left = described(empty_url)
    assert left["tables"] == ["alembic_version"]
    assert left["columns"] == [
        ("alembic_version", "version_num", "varchar", True, None)
    ]
    assert left["policies"] == []


def test_the_declared_tables_are_the_migrated_ones(empty_url: str) -> None:
    prepare(empty_url)

    check_schema(empty_url)


def test_migrations_make_the_declared_constraints_and_indexes(
    empty_url: str, owner_url: str
) -> None:
    # Alembic's own check does not look at CHECK constraints.
    prepare(empty_url)
    with scratch_database(owner_url, "declared") as url:
        create_all(metadata, url)
        declared = described(url)
    migrated = described(empty_url)

    for what in ("columns", "constraints", "indexes"):
        assert declared[what] == [
            row for row in migrated[what] if "alembic_version" not in str(row)
        ]


def test_a_column_that_no_migration_makes_is_noticed(empty_url: str) -> None:
    prepare(empty_url)
    ask(empty_url, "ALTER TABLE sets DROP COLUMN note")

    with pytest.raises(Invalid, match="note"):
        check_schema(empty_url)


@pytest.mark.parametrize("go", [migrate_up, migrate_down], ids=["up", "down"])
def test_an_unknown_revision_is_refused_by_name(empty_url: str, go: object) -> None:
    assert callable(go)

    with pytest.raises(Invalid, match="9999") as refused:
        go(empty_url, "9999")

    assert refused.value.field == "revision"


@pytest.mark.smoke
def test_processes_that_start_at_once_take_turns(empty_url: str) -> None:
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(3, mp_context=fresh) as processes:
        urls = {*processes.map(prepare, [empty_url] * 3)}

    assert len(urls) == 1
    check_schema(empty_url)


def test_the_application_may_read_which_revision_it_has_and_no_more(
    empty_url: str,
) -> None:
    app_url = prepare(empty_url)

    assert ask(app_url, "SELECT version_num FROM alembic_version") == [
        (newest_revision(),)
    ]
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        ask(app_url, "DELETE FROM alembic_version")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        ask(app_url, "CREATE TABLE mine (id int)")


def fill(url: str, missing: Container[str] = ()) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(url)
        async with connection.transaction():
            # An owner that is no superuser is under row-level security as well.
            await connection.execute("SET LOCAL metricgain.as_system = 'on'")
            user_id = await connection.fetchval(
                "INSERT INTO users (email, password_hash) VALUES ('a@b.example', '')"
                " RETURNING id"
            )
            await fill_every_table(connection.execute, user_id, missing=missing)
        await connection.close()

    asyncio.run(run())


def rows_per_table(url: str) -> dict[str, object]:
    return {
        table: ask(url, f"SELECT count(*) FROM {table}", as_system=True)[0][0]
        for table in BASE
    }


def ask(
    url: str, statement: str, *, as_system: bool = False
) -> list[tuple[object, ...]]:
    async def run() -> list[tuple[object, ...]]:
        connection = await asyncpg.connect(url)
        try:
            if as_system:
                await connection.execute("SET metricgain.as_system = 'on'")
            return [tuple(row) for row in await connection.fetch(statement)]
        finally:
            await connection.close()

    return asyncio.run(run())


DESCRIPTIONS = {
    "tables": "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')"
    " AND relnamespace = 'public'::regnamespace ORDER BY 1",
    "columns": "SELECT c.relname, a.attname, t.typname, a.attnotnull,"
    " pg_get_expr(d.adbin, d.adrelid)"
    " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
    " JOIN pg_type t ON t.oid = a.atttypid"
    " LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (c.oid, a.attnum)"
    " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
    " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2",
    "constraints": "SELECT conrelid::regclass::text, conname,"
    " pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2",
    "indexes": "SELECT indexname, indexdef FROM pg_indexes"
    " WHERE schemaname = 'public' ORDER BY 1",
    "policies": "SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies"
    " ORDER BY 1, 2",
    "guards": "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
    "grants": "SELECT table_name, privilege_type"
    " FROM information_schema.table_privileges"
    f" WHERE grantee = '{APP_ROLE}' ORDER BY 1, 2",
    "triggers": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def described(url: str) -> dict[str, list[object]]:
    """Return all that a migration can change, as text that can be compared.

    The order of columns is left out: one that was dropped comes back as the last, and
    every statement names its columns.
    """
    return {
        what: [row[0] if len(row) == 1 else row for row in ask(url, question)]
        for what, question in DESCRIPTIONS.items()
    }
