"""Make a backup: pg_dump and the fingerprints see the same moment."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

import asyncpg

from metricgain.kit.errors import Invalid
from metricgain.store.backup.files import (
    Backup,
    Manifest,
    digest_of,
    keep,
    partial_name,
    writing_in,
)
from metricgain.store.backup.fingerprints import Fingerprint, fingerprints
from metricgain.store.backup.source import Source

# What a migrated database always has, and another one hardly.
_OURS: Final = "alembic_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What one transaction saw."""

    revision: str
    server_version: str
    tables: dict[str, Fingerprint]


async def make_backup(source: Source, folder: Path, *, now: datetime) -> Backup:
    """Write a backup of a running database into a folder, or nothing.

    Nobody is kept from writing meanwhile. Raises NotFound without a fitting pg_dump,
    Conflict if it fails or another backup is under way, Invalid for a folder that
    cannot be written to or a database that was never migrated, DatabaseAway.
    """
    programs = await source.programs()
    with writing_in(folder):
        partial = partial_name(folder)
        try:
            async with (
                source.connected() as connection,
                connection.transaction(isolation="repeatable_read", readonly=True),
            ):
                snapshot = await connection.fetchval("SELECT pg_export_snapshot()")
                await programs.run(
                    "pg_dump",
                    "--format=custom",
                    "--enable-row-security",
                    f"--snapshot={snapshot}",
                    f"--file={partial}",
                    url=source.url,
                )
                seen = await _seen(connection)
            return await asyncio.to_thread(_keep, partial, seen, now)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise


async def _seen(connection: asyncpg.Connection) -> _Seen:
    tables = await fingerprints(connection)
    if _OURS not in tables:
        raise Invalid(
            "there is no MetricGain in this database yet",
            field="METRICGAIN_DATABASE_URL",
            remedy="Run `metricgain migrate` first.",
        )
    return _Seen(
        revision=await connection.fetchval("SELECT version_num FROM alembic_version"),
        server_version=await connection.fetchval("SHOW server_version"),
        tables=tables,
    )


def _keep(partial: Path, seen: _Seen, now: datetime) -> Backup:
    manifest = Manifest(
        made_at=now,
        product_version=version("metricgain"),
        server_version=seen.server_version,
        revision=seen.revision,
        size=partial.stat().st_size,
        sha256=digest_of(partial),
        tables=seen.tables,
    )
    return keep(partial, manifest)
