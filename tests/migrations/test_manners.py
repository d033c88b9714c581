"""Migrations let others go on: no rewrites, short waits, nothing taken from them."""

import asyncio
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import asyncpg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from bench.previous_release import broken_statements, statements_now

from metricgain.kit.errors import Conflict
from metricgain.store import migrations
from metricgain.store.migrate import migrate_up
from metricgain.store.roles import ensure_app_role
from scratch_database import scratch_database

ANNOUNCED = {
    # Before the first release: the equipment became rows of a gym.
    "0018": {"user_preferences.equipment"},
}
"""What a revision may take away, because the release before it stopped using it."""


@dataclass(frozen=True)
class Schema:
    """What code of a release relies on, and what would betray a rewritten table."""

    columns: Mapping[str, tuple[str, bool]]
    files: Mapping[str, int]


@pytest.fixture
def url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "manners") as url:
        asyncio.run(ensure_app_role(url))
        yield url


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    return [script.revision for script in scripts.walk_revisions()][::-1]


def ask(url: str, statement: str) -> list[asyncpg.Record]:
    async def run() -> list[asyncpg.Record]:
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetch(statement)
        finally:
            await connection.close()

    return asyncio.run(run())


def schema(url: str) -> Schema:
    columns = ask(
        url,
        "SELECT c.relname || '.' || a.attname AS name,"
        " format_type(a.atttypid, a.atttypmod) AS type,"
        " a.attnotnull AND d.oid IS NULL AND a.attidentity = '' AS is_demanded"
        " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
        " LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (c.oid, a.attnum)"
        " WHERE c.relkind IN ('r', 'v', 'p') AND a.attnum > 0 AND NOT a.attisdropped"
        " AND c.relnamespace = 'public'::regnamespace",
    )
    files = ask(
        url,
        "SELECT relname, relfilenode FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace = 'public'::regnamespace",
    )
    return Schema(
        columns={row["name"]: (row["type"], row["is_demanded"]) for row in columns},
        files={row["relname"]: row["relfilenode"] for row in files},
    )


def steps(url: str) -> Iterator[tuple[str, Schema, Schema]]:
    """Go up revision by revision; yield each with the schema before and after it."""
    names = revisions()
    migrate_up(url, names[0])
    before = schema(url)
    for _, revision in pairwise(names):
        migrate_up(url, revision)
        after = schema(url)
        yield revision, before, after
        before = after


def test_no_revision_takes_from_older_code_what_was_not_announced(url: str) -> None:
    seen = set()
    for revision, before, after in steps(url):
        seen.add(revision)
        tables = {name.partition(".")[0] for name in before.columns}
        gone = before.columns.keys() - after.columns.keys()
        changed = {
            name
            for name in before.columns.keys() & after.columns.keys()
            if before.columns[name][0] != after.columns[name][0]
        }
        # Older code does not know of it, and its rows would be refused.
        demanded = {
            name
            for name, (_, is_demanded) in after.columns.items()
            if is_demanded
            and name.partition(".")[0] in tables
            and not before.columns.get(name, ("", False))[1]
        }
        assert gone | changed | demanded == ANNOUNCED.get(revision, set()), revision
    assert set(ANNOUNCED) <= seen


def test_no_revision_writes_a_table_that_was_there_anew(url: str) -> None:
    for revision, before, after in steps(url):
        rewritten = {
            table
            for table, file in before.files.items()
            if table in after.files and after.files[table] != file
        }
        assert rewritten == set(), revision


def test_a_migration_gives_up_when_a_table_is_not_free_and_leaves_it_as_it_was(
    url: str,
) -> None:
    *_, before, last = revisions()
    migrate_up(url, before)
    was = schema(url)

    async def held() -> None:
        connection = await asyncpg.connect(url)
        tables = [
            row[0]
            for row in await connection.fetch(
                "SELECT relname FROM pg_class WHERE relkind = 'r'"
                " AND relnamespace = 'public'::regnamespace"
            )
        ]
        try:
            async with connection.transaction():
                names = ", ".join(tables)
                await connection.execute(f"LOCK {names} IN ACCESS EXCLUSIVE MODE")
                with ThreadPoolExecutor(1) as one:
                    loop = asyncio.get_running_loop()
                    await loop.run_in_executor(one, go)
        finally:
            await connection.close()

    def go() -> None:
        with pytest.raises(Conflict, match="in use for more than 50ms") as refused:
            migrate_up(url, last, lock_timeout="50ms")
        assert "try again" in refused.value.remedy

    asyncio.run(held())

    assert schema(url) == was
    migrate_up(url, last)


def test_each_migration_is_a_transaction_of_its_own(url: str) -> None:
    """What one has locked is free before the next begins."""
    migrate_up(url)

    # Whoever wrote a row of the catalogue is the transaction that made the table.
    made = ask(
        url,
        "SELECT DISTINCT xmin::text FROM pg_class"
        " WHERE relname IN ('weekly_stats', 'jobs', 'calendar_feeds')",
    )
    assert len(made) == 3


def test_statements_of_a_release_that_would_break_are_named(url: str) -> None:
    migrate_up(url)

    assert broken_statements(url, statements_now()) == {}
    ask(url, "ALTER TABLE sets DROP COLUMN note")
    broken = broken_statements(url, statements_now())

    assert broken
    assert all("note" in why for why in broken.values())
