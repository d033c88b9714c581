"""Backups hold everything, are proven by restoring, and never lie about being whole."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest
from typer.testing import CliRunner

from make import fill_every_table
from metricgain.cli import app
from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.store.addresses import database_of, with_database
from metricgain.store.backup.files import backups_in, open_backup
from metricgain.store.backup.fingerprints import fingerprints
from metricgain.store.backup.keeping import keep_backups
from metricgain.store.backup.making import make_backup
from metricgain.store.backup.programs import ProgramFailed, programs_for
from metricgain.store.backup.restoring import (
    NotTheSame,
    restore_backup,
    verify_backup,
)
from metricgain.store.backup.source import Source
from metricgain.store.database import Database
from metricgain.store.embedded import Binaries, find_binaries
from metricgain.store.roles import app_url
from metricgain.store.setup import prepare
from scratch_database import scratch_database
from scratch_postgres import scratch_server

NIGHT = datetime(2026, 3, 1, 3, 30, tzinfo=UTC)
OLD_MAJOR = Path("/usr/lib/postgresql/15/bin")
PROGRAMS = find_binaries().directory


@pytest.fixture(scope="module")
def full_url(owner_url: str) -> Iterator[str]:
    """A migrated database with a row of one user in every table."""
    with scratch_database(owner_url, "backup") as url:
        prepare(url)
        asyncio.run(_fill(url))
        yield url


@pytest.fixture
def source(full_url: str) -> Source:
    return Source(url=full_url, embedded=True, postgres_bin=PROGRAMS)


@pytest.fixture
async def empty(owner_url: str) -> AsyncIterator[Source]:
    """Another database on the same server, with nothing in it."""
    name = f"{database_of(owner_url)}_emptied"
    url = with_database(owner_url, name)
    server = await asyncpg.connect(owner_url)
    await server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    await server.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield Source(url=url, embedded=True, postgres_bin=PROGRAMS)
    await server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await server.close()


async def _fill(url: str) -> None:
    owner = await asyncpg.connect(url)
    async with owner.transaction():
        await owner.execute("SET LOCAL metricgain.as_system = 'on'")
        user_id = await owner.fetchval(
            "INSERT INTO users (email, password_hash)"
            " VALUES ('ann@example.org', '') RETURNING id"
        )
        await fill_every_table(owner.execute, user_id)
    await owner.close()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def held_by(source: Source) -> object:
    async with source.connected() as connection, connection.transaction():
        return await fingerprints(connection)


async def databases(source: Source) -> set[str]:
    """Return those beside this one: other tests make and drop theirs meanwhile."""
    async with source.connected() as connection:
        rows = await connection.fetch(
            "SELECT datname FROM pg_database"
            " WHERE starts_with(datname, current_database() || '_')"
        )
    return {row["datname"] for row in rows}


async def test_a_backup_is_proven_by_restoring_every_row(
    source: Source, tmp_path: Path
) -> None:
    before = await databases(source)

    made = await make_backup(source, tmp_path, now=NIGHT)
    verified = await verify_backup(source, made.path, now=NIGHT + timedelta(minutes=1))

    assert verified.manifest.tables == await held_by(source)
    assert all(table.rows > 0 for table in verified.manifest.tables.values())
    assert open_backup(made.path).manifest.verified_at == NIGHT + timedelta(minutes=1)
    assert await databases(source) == before
    assert names_in(tmp_path) == [
        ".lock",
        "metricgain-20260301T033000Z.dump",
        "metricgain-20260301T033000Z.json",
    ]
    assert made.path.stat().st_mode & 0o077 == 0


async def test_a_restored_database_guards_its_rows_as_before(
    source: Source, empty: Source, tmp_path: Path
) -> None:
    made = await make_backup(source, tmp_path, now=NIGHT)

    await restore_backup(empty, made.path, replace_with_backup_in=None, now=NIGHT)

    assert await held_by(empty) == await held_by(source)
    database = await Database.open(app_url(empty.url), size=1)
    async with database.as_user(999_999) as stranger:
        assert await stranger.value("SELECT count(*) FROM sets") == 0
    async with database.as_system() as system:
        assert await system.value("SELECT count(*) FROM sets") == 1
    await database.close()
    async with empty.connected() as connection:
        unguarded = await connection.fetchval(
            "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname IN"
            " ('sets', 'users', 'sessions') AND NOT (relrowsecurity"
            " AND relforcerowsecurity)"
        )
    assert unguarded == 0


async def test_a_database_that_holds_something_is_replaced_only_after_a_backup_of_it(
    source: Source, empty: Source, tmp_path: Path
) -> None:
    made = await make_backup(source, tmp_path, now=NIGHT)
    await restore_backup(empty, made.path, replace_with_backup_in=None, now=NIGHT)
    async with empty.connected() as connection:
        await connection.execute("UPDATE users SET full_name = 'Ann'")
    changed = await held_by(empty)

    with pytest.raises(Conflict, match="not empty"):
        await restore_backup(empty, made.path, replace_with_backup_in=None, now=NIGHT)
    assert await held_by(empty) == changed
    later = NIGHT + timedelta(hours=1)
    done = await restore_backup(
        empty, made.path, replace_with_backup_in=tmp_path / "before", now=later
    )

    assert await held_by(empty) == await held_by(source)
    assert done.before is not None
    assert done.before.manifest.tables == changed


async def test_who_is_connected_does_not_keep_a_backup_from_taking_the_place(
    source: Source, empty: Source, tmp_path: Path
) -> None:
    made = await make_backup(source, tmp_path, now=NIGHT)
    prepared = await asyncpg.connect(empty.url)

    await restore_backup(empty, made.path, replace_with_backup_in=None, now=NIGHT)

    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError)):
        await prepared.fetchval("SELECT 1")
    await prepared.close()
    assert await held_by(empty) == await held_by(source)


async def test_a_damaged_file_is_refused_and_nothing_is_replaced(
    source: Source, empty: Source, tmp_path: Path
) -> None:
    made = await make_backup(source, tmp_path, now=NIGHT)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)

    with pytest.raises(Invalid, match="damaged"):
        await verify_backup(source, made.path, now=NIGHT)
    with pytest.raises(Invalid, match="damaged"):
        await restore_backup(empty, made.path, replace_with_backup_in=None, now=NIGHT)

    async with empty.connected() as connection:
        assert await connection.fetchval(
            "SELECT count(*) FROM pg_class"
            " WHERE relnamespace = 'public'::regnamespace"
        ) == 0  # fmt: skip


async def test_a_restored_table_that_differs_is_named(
    source: Source, tmp_path: Path
) -> None:
    made = await make_backup(source, tmp_path, now=NIGHT)
    manifest = made.path.with_suffix(".json")
    said = json.loads(manifest.read_text())
    said["tables"]["sets"]["checksum"] = "1"
    said["tables"]["workouts"]["rows"] += 1
    manifest.write_text(json.dumps(said))
    before = await databases(source)

    with pytest.raises(NotTheSame) as refused:
        await verify_backup(source, made.path, now=NIGHT)

    assert refused.value.tables == ["sets", "workouts"]
    assert await databases(source) == before
    assert open_backup(made.path).manifest.verified_at is None


async def test_a_schema_from_the_future_is_refused(
    source: Source, tmp_path: Path
) -> None:
    made = await make_backup(source, tmp_path, now=NIGHT)
    manifest = made.path.with_suffix(".json")
    manifest.write_text(
        json.dumps(json.loads(manifest.read_text()) | {"revision": "9999"})
    )

    with pytest.raises(Invalid, match="9999"):
        await verify_backup(source, made.path, now=NIGHT)


async def test_what_a_killed_backup_left_is_no_backup_and_is_swept(
    source: Source, tmp_path: Path
) -> None:
    (tmp_path / ".partial-77.dump").write_bytes(b"PGDMP half")
    whole = tmp_path / "metricgain-20260101T000000Z.dump"
    whole.write_bytes(b"PGDMP without its manifest")

    assert backups_in(tmp_path) == []
    with pytest.raises(Invalid, match="no manifest"):
        open_backup(whole)
    await make_backup(source, tmp_path, now=NIGHT)

    assert not (tmp_path / ".partial-77.dump").exists()
    assert [one.manifest.made_at for one in backups_in(tmp_path)] == [NIGHT]


async def test_a_failed_dump_leaves_nothing(source: Source, tmp_path: Path) -> None:
    broken = tmp_path / "bin"
    broken.mkdir()
    for name in ("postgres", "initdb", "pg_restore"):
        (broken / name).symlink_to(PROGRAMS / name)
    (broken / "pg_dump").write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && exec {PROGRAMS}/pg_dump --version\n'
        "echo 'No space left on device' >&2; exit 1\n"
    )
    (broken / "pg_dump").chmod(0o755)
    there = Source(url=source.url, embedded=True, postgres_bin=broken)

    with pytest.raises(ProgramFailed, match="No space left"):
        await make_backup(there, tmp_path / "backups", now=NIGHT)

    assert names_in(tmp_path / "backups") == [".lock"]


async def test_the_daily_backup_is_verified_and_removes_old_ones_but_the_last_good(
    source: Source, tmp_path: Path
) -> None:
    first = await keep_backups(source, tmp_path, days=30, now=NIGHT)
    too_early = await keep_backups(
        source, tmp_path, days=30, now=NIGHT + timedelta(hours=5)
    )
    later = await keep_backups(
        source, tmp_path, days=30, now=NIGHT + timedelta(days=31)
    )

    assert first is not None
    assert first.backup.manifest.verified_at == NIGHT
    assert first.removed == ()
    assert too_early is None
    assert later is not None
    assert [one.path for one in later.removed] == [first.backup.path]
    assert [one.path for one in backups_in(tmp_path)] == [later.backup.path]


@pytest.mark.parametrize(
    ("server_major", "found"),
    [
        pytest.param(99, "no pg_dump", id="a server newer than all programs"),
    ],
)
def test_programs_older_than_the_server_are_refused(
    server_major: int, found: str
) -> None:
    with pytest.raises(NotFound, match=found) as refused:
        programs_for(server_major, embedded=False, postgres_bin=None)

    assert "postgresql-client-99" in refused.value.remedy


def test_the_commands_carry_an_installation_to_another_machine(
    full_url: str, tmp_path: Path
) -> None:
    there = {
        "METRICGAIN_DATABASE_URL": full_url,
        "METRICGAIN_POSTGRES_BIN": str(PROGRAMS),
        "METRICGAIN_BACKUP_DIR": str(tmp_path / "backups"),
    }
    runner = CliRunner(env=there)

    made = runner.invoke(app, ["backup", str(tmp_path / "other disk")])
    file = made.stdout.strip()
    scheduled = runner.invoke(app, ["backup", "--scheduled"])
    listed = runner.invoke(app, ["backup", "list"])
    verified = runner.invoke(app, ["backup", "verify", file])
    refused = runner.invoke(app, ["restore", file])

    assert (made.exit_code, verified.exit_code, scheduled.exit_code) == (0, 0, 0)
    assert Path(file).parent == tmp_path / "other disk"
    assert "is good" in verified.stdout
    assert Path(scheduled.stdout.strip()).name in listed.stdout
    assert isinstance(refused.exception, Conflict)
    with scratch_server(tmp_path / "new machine") as address:
        here = {"METRICGAIN_DATABASE_URL": address.url()}
        restored = runner.invoke(app, ["restore", file], env=here)
        assert restored.exit_code == 0, restored.exception
        listed = runner.invoke(app, ["user", "list"], env=here)
        assert "ann@example.org" in listed.stdout


@pytest.mark.skipif(
    not (OLD_MAJOR / "postgres").exists(), reason="only one major version is here"
)
async def test_a_server_of_your_own_uses_the_programs_of_the_system(
    tmp_path: Path,
) -> None:
    old = Binaries(directory=OLD_MAJOR, version="15", major=15)
    with scratch_server(tmp_path / "data", old) as address:
        there = Source(url=address.url(), embedded=False)
        await asyncio.to_thread(prepare, there.url)
        await _fill(there.url)

        made = await make_backup(there, tmp_path / "backups", now=NIGHT)
        verified = await verify_backup(there, made.path, now=NIGHT)

    assert made.manifest.server_version.startswith("15")
    assert verified.rows > 30
