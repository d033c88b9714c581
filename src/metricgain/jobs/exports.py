"""Exports that are made by themselves: everything of everybody, into a folder."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from metricgain.config import Settings
from metricgain.jobs.running import Running
from metricgain.kit.clock import now
from metricgain.kit.export_folder import (
    dated,
    exports_in,
    keep_newest,
    write_parts,
    written_whole,
)
from metricgain.reads.full_export import full_export, unheard
from metricgain.store.database import Database
from metricgain.store.exporting import users_to_export

EXPORT: Final = "export"


class Exported(msgspec.Struct, kw_only=True):
    """How many exports were written, and how many old ones removed."""

    written: int
    removed: int


async def export_everybody(running: Running) -> Exported:
    """Write the exports that are due."""
    return await export_due(
        running.database,
        running.settings,
        now=now(),
        heard=running.progress.set,
    )


async def export_due(
    database: Database,
    settings: Settings,
    *,
    now: datetime,
    email: str | None = None,
    heard: Callable[[int, int], object] = lambda _done, _total: None,
) -> Exported:
    """Write an export of each user, or of one, whose last is old enough.

    Each user has a folder in the export folder; the newest exports in it are kept.
    `heard` is told how many of how many users are done. Raises NotFound.
    """
    async with database.as_system() as system:
        users = await users_to_export(system, email=email)
    written = removed = 0
    for place, user_id in enumerate(users):
        heard(place, len(users))
        folder = settings.export_path / f"user-{user_id}"
        if not _is_due(folder, settings, now=now):
            continue
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        await write_export(
            database, user_id, dated(folder, now.date()), now=now, packed=True
        )
        written += 1
        removed += keep_newest(folder, settings.export_keep)
    heard(len(users), len(users))
    return Exported(written=written, removed=removed)


async def write_export(
    database: Database,
    user_id: int,
    path: Path,
    *,
    now: datetime,
    packed: bool,
    heard: Callable[[int], object] = unheard,
) -> None:
    """Write everything that a user owns into a file, which is whole or not there."""
    with written_whole(path) as file:
        async with database.as_user(user_id) as tx:
            parts = full_export(tx, now=now, heard=heard)
            await write_parts(parts, file, packed=packed)


def _is_due(folder: Path, settings: Settings, *, now: datetime) -> bool:
    found = exports_in(folder)
    return not found or (now.date() - found[0][0]).days >= settings.export_days
