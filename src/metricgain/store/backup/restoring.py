"""Restore a backup beside the database, prove it, and only then take its place."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import asyncpg

from metricgain.kit.errors import Conflict, Invalid
from metricgain.store.backup.files import (
    Backup,
    check_content,
    mark_verified,
    open_backup,
)
from metricgain.store.backup.fingerprints import differing, fingerprints
from metricgain.store.backup.making import make_backup
from metricgain.store.backup.programs import programs_for
from metricgain.store.backup.source import Source
from metricgain.store.migrate import known_revisions
from metricgain.store.roles import ensure_app_role

_ATTEMPTS: Final = 20
_PAUSE_SECONDS: Final = 0.1
_LONGEST_NAME: Final = 63


class NotTheSame(Invalid):
    """What was restored differs from what was backed up. Nothing was replaced."""

    def __init__(self, backup: Backup, tables: list[str]) -> None:
        super().__init__(
            f"restored, {backup.path.name} does not hold what was backed up; these"
            f" tables differ: {', '.join(tables)}",
            field="FILE",
            remedy="Use another backup, and keep this one for whoever looks into it.",
        )
        self.tables = tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What is in place now, and the backup of what was there before, if anything."""

    backup: Backup
    before: Backup | None


async def verify_backup(source: Source, path: Path, *, now: datetime) -> Backup:
    """Restore a backup into a scratch database and compare every table with it.

    Raises NotFound, Invalid if it is damaged, NotTheSame, Conflict if pg_restore fails
    or the same is done elsewhere. The scratch database is gone in every case.
    """
    backup = await _opened(path)
    async with source.maintaining() as server:
        scratch = _name(source, "verify")
        await _take_turn(server, scratch)
        await _load(server, source.beside(scratch), backup)
        await _drop(server, scratch)
    return await asyncio.to_thread(mark_verified, backup, now)


async def restore_backup(
    source: Source, path: Path, *, replace_with_backup_in: Path | None, now: datetime
) -> Restored:
    """Put a backup in the place of the database, whole or not at all.

    A database that holds anything is refused, unless there is a folder for a backup of
    it, which is made first. Who is connected is disconnected when the new one takes the
    place. Raises as verify_backup does.
    """
    backup = await _opened(path)
    before = None
    if not await _is_empty(source):
        if replace_with_backup_in is None:
            raise Conflict(
                "this database is not empty",
                remedy="Add --replace: a backup of what is there is made first.",
            )
        before = await make_backup(source, replace_with_backup_in, now=now)
    async with source.maintaining() as server:
        fresh = _name(source, "restore")
        await _take_turn(server, fresh)
        await _load(server, source.beside(fresh), backup)
        await _swap(server, live=source.name, fresh=fresh)
    return Restored(backup=backup, before=before)


async def _opened(path: Path) -> Backup:
    """Return a backup that is undamaged and not newer than this program."""
    backup = open_backup(path)
    await asyncio.to_thread(check_content, backup)
    said = backup.manifest
    if said.revision not in known_revisions():
        raise Invalid(
            f"{path.name} was made by MetricGain {said.product_version}, whose schema"
            f" ({said.revision}) this version does not know",
            field="FILE",
            remedy="Upgrade MetricGain first.",
        )
    return backup


async def _is_empty(source: Source) -> bool:
    """Tell whether nothing would be lost: no account, and no tables of others."""
    async with source.connected() as connection, connection.transaction():
        await connection.execute("SET LOCAL metricgain.as_system = 'on'")
        tables = {
            row["name"]
            for row in await connection.fetch(
                "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p')"
                " AND relnamespace = 'public'::regnamespace"
            )
        }
        if {"users", "alembic_version"} <= tables:
            return not await connection.fetchval("SELECT EXISTS (SELECT 1 FROM users)")
        return not tables - {"alembic_version"}


def _name(source: Source, what: str) -> str:
    return f"{source.name[: _LONGEST_NAME - len(what) - 1]}_{what}"


async def _take_turn(server: asyncpg.Connection, name: str) -> None:
    """Raise Conflict if another process uses the scratch database of this name."""
    if not await server.fetchval(
        "SELECT pg_try_advisory_lock(hashtextextended($1, 0))", name
    ):
        raise Conflict("a backup is being restored already", remedy="Wait for it.")


async def _load(server: asyncpg.Connection, target: Source, backup: Backup) -> None:
    """Restore a backup into a new database and compare; on failure drop it again."""
    programs = programs_for(
        server.get_server_version().major,
        embedded=target.embedded,
        postgres_bin=target.postgres_bin,
    )
    await _drop(server, target.name)
    try:
        await server.execute(f'CREATE DATABASE "{target.name}" TEMPLATE template0')
    except asyncpg.InsufficientPrivilegeError as error:
        raise Invalid(
            f"this role may not make a database ({error})",
            field="METRICGAIN_DATABASE_URL",
            remedy="Let an administrator run ALTER ROLE ... CREATEDB for it.",
        ) from error
    try:
        if not target.own_app_role:
            await ensure_app_role(target.url)
        await programs.run(
            "pg_restore",
            "--exit-on-error",
            "--no-owner",
            str(backup.path),
            url=target.url,
        )
        await _compare(target, backup)
    except BaseException:
        await _drop(server, target.name)
        raise


async def _compare(target: Source, backup: Backup) -> None:
    async with target.connected() as connection, connection.transaction():
        found = await fingerprints(connection)
    tables = differing(backup.manifest.tables, found)
    if tables:
        raise NotTheSame(backup, tables)


async def _swap(server: asyncpg.Connection, *, live: str, fresh: str) -> None:
    """Let one database take the name of another, which goes; in one transaction."""
    leaving = f"{fresh}_old"[-_LONGEST_NAME:]
    await _drop(server, leaving)
    for _ in range(_ATTEMPTS):
        await server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = $1 AND pid <> pg_backend_pid()",
            live,
        )
        try:
            async with server.transaction():
                await server.execute(f'ALTER DATABASE "{live}" RENAME TO "{leaving}"')
                await server.execute(f'ALTER DATABASE "{fresh}" RENAME TO "{live}"')
        except asyncpg.ObjectInUseError:
            # Somebody connected anew in between.
            await asyncio.sleep(_PAUSE_SECONDS)
            continue
        await _drop(server, leaving)
        return
    await _drop(server, fresh)
    raise Conflict(
        "other programs keep using the database",
        remedy="Stop every MetricGain process, then try again.",
    )


async def _drop(server: asyncpg.Connection, name: str) -> None:
    await server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
