"""Indexes that cost something and serve nobody are found, and we have none."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

import asyncpg
import pytest
from typer.testing import CliRunner

from metricgain.cli import app
from metricgain.store.indexes import Finding, findings, load_schema
from metricgain.store.tables import metadata
from scratch_database import scratch_database

# An exercise is deleted only if it was never done; PostgreSQL 18 then skips from user
# to user within the index that begins with the user, as every index here does.
LOOKED_UP_BY_SKIPPING = {"exercise_id"}
SMALL = {"challenges", "exercises", "templates", "invitations", "sign_in_links"}
MANY = """
CREATE TABLE owners (id int PRIMARY KEY);
CREATE TABLE notes (
    id int PRIMARY KEY, owner_id int REFERENCES owners, kind int, body text
);
INSERT INTO owners SELECT generate_series(1, 10);
INSERT INTO notes
SELECT n * 7919 %% 100003, 1 + n %% 10, n %% 5, repeat(md5(n::text), 3)
FROM generate_series(1, 20000) n ORDER BY n;
CREATE INDEX notes_kind ON notes (kind);
CREATE INDEX notes_kind_body ON notes (kind, body);
CREATE INDEX notes_kind_of_few ON notes (kind) WHERE owner_id = 1;
CREATE UNIQUE INDEX notes_kind_id ON notes (kind, id);
""".replace("%%", "%")


@contextmanager
def spoilt_database(owner_url: str, name: str) -> Iterator[str]:
    """Make a database in which every fault but one is to be found."""

    async def spoil(url: str) -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(MANY)
        await connection.execute("ANALYZE")
        await connection.execute("SET enable_indexscan = off")
        await connection.execute("SET enable_bitmapscan = off")
        for _ in range(101):
            await connection.execute("SELECT FROM notes WHERE body = 'y' LIMIT 1")
        await connection.execute("SELECT pg_stat_force_next_flush()")
        await connection.close()

    with scratch_database(owner_url, name) as url:
        asyncio.run(spoil(url))
        yield url


@pytest.fixture(scope="module")
def spoilt_url(owner_url: str) -> Iterator[str]:
    with spoilt_database(owner_url, "indexes") as url:
        yield url


def of_kind(found: list[Finding], kind: str) -> dict[str, str]:
    return {one.name: one.fix for one in found if one.kind == kind}


def test_every_fault_is_found_with_the_statement_that_mends_it(
    spoilt_url: str,
) -> None:
    found = findings(asyncio.run(load_schema(spoilt_url)))

    assert of_kind(found, "redundant") == {
        "notes_kind": "DROP INDEX CONCURRENTLY notes_kind"
    }
    assert "notes_kind_body" in of_kind(found, "unused")
    assert "notes_kind_id" not in of_kind(found, "unused")
    assert of_kind(found, "missing") == {
        "notes_owner_id_fkey": "CREATE INDEX CONCURRENTLY ON notes (owner_id)"
    }


def test_the_statements_that_mend_can_be_run_as_they_are(owner_url: str) -> None:
    async def mend(url: str) -> None:
        connection = await asyncpg.connect(url)
        for finding in findings(await load_schema(url)):
            await connection.execute(finding.fix)
        await connection.close()

    with spoilt_database(owner_url, "mended") as url:
        asyncio.run(mend(url))
        left = findings(asyncio.run(load_schema(url)))

    # How often the table was read is not forgotten.
    assert [(one.kind, one.name) for one in left] == [("missing", "")]


def test_a_list_that_grew_by_splitting_pages_is_told_to_be_written_anew(
    owner_url: str,
) -> None:
    async def run(url: str) -> list[Finding]:
        connection = await asyncpg.connect(url)
        await connection.execute(
            "CREATE TABLE logs (a int, b uuid, c int, PRIMARY KEY (a, b, c));"
            "INSERT INTO logs SELECT a, lpad(to_hex(d), 32, '0')::uuid, c"
            " FROM generate_series(1, 60) d, generate_series(1, 60) a,"
            " generate_series(1, 18) c ORDER BY d, a, c; ANALYZE"
        )
        await connection.close()
        return findings(await load_schema(url))

    with scratch_database(owner_url, "bloated") as url:
        found = asyncio.run(run(url))

    assert of_kind(found, "bloated") == {
        "logs_pkey": "REINDEX INDEX CONCURRENTLY logs_pkey"
    }


def test_no_index_of_ours_is_redundant_and_every_reference_is_looked_up_by_one(
    owner_url: str,
) -> None:
    schema = asyncio.run(load_schema(owner_url))

    assert of_kind(findings(schema), "redundant") == {}
    assert {
        column
        for reference in schema.references
        if reference.table not in SMALL
        for column in reference.columns
    } == LOOKED_UP_BY_SKIPPING


def test_every_index_of_ours_serves_a_statement() -> None:
    folder = files("metricgain.store") / "sql"
    headers = " ".join(
        path.read_text("utf-8")
        for path in folder.iterdir()
        if path.name.endswith("sql")
    )
    used = set(re.findall(r"\b\w+_ix\b", headers))

    indexes = {
        str(index.name)
        for table in metadata.tables.values()
        for index in table.indexes
        if not index.unique
    }
    assert indexes - used == set()


def test_the_command_reports_and_changes_nothing(
    spoilt_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", spoilt_url)

    told = [CliRunner().invoke(app, ["database", "indexes"]) for _ in range(2)]

    assert told[0].stdout == told[1].stdout
    assert "unused: notes_kind_body on notes, " in told[0].stdout
    assert re.search(r"^\d+ indexes take [\d.]+ MB\.$", told[0].stdout, re.MULTILINE)
