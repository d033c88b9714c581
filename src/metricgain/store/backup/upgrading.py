"""Move the embedded cluster to another major version; the old one is kept beside."""

import asyncio
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import asyncpg

from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.backup.files import Backup
from metricgain.store.backup.making import make_backup
from metricgain.store.backup.pitr import Cluster, enable
from metricgain.store.backup.restoring import restore_backup
from metricgain.store.backup.source import Source
from metricgain.store.embedded import Binaries, EmbeddedServer, find_binaries
from metricgain.store.embedded.account import account_for, executable_by
from metricgain.store.embedded.address import USER
from metricgain.store.embedded.archiving import set_archive_folder
from metricgain.store.embedded.binaries import find_major
from metricgain.store.embedded.cluster import initialise
from metricgain.store.embedded.home import Home
from metricgain.store.embedded.server import Manner
from metricgain.store.embedded.swapping import swap_cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgraded:
    """From which version to which, the backup that carried it, and the old files."""

    before: int
    after: str
    backup: Backup
    kept: Path


async def upgrade_cluster(
    cluster: Cluster, *, old_bin: Path | None, backups: Path, now: datetime
) -> Upgraded | None:
    """Dump with the old version and restore with the present one, then swap.

    Every table is compared before the swap. Return None if there is nothing to do.
    Raises Conflict if the server is in use or the cluster is of a newer version,
    NotFound without the old version's programs.
    """
    cluster.check_unused()
    present = find_binaries(cluster.postgres_bin)
    before = _version_of(cluster.home)
    if before == present.major:
        return None
    if before > present.major:
        raise Conflict(
            f"this database is of PostgreSQL {before}, newer than {present.version}",
            remedy="Install that version, or restore a backup into a new database.",
        )
    old = _old_programs(before, old_bin)
    archived = cluster.archive is not None
    manner = Manner(postgres_bin=old.directory)
    with EmbeddedServer.of(cluster.home, manner) as server:
        there = _source(server, present)
        backup = await make_backup(there, backups, now=now)
    kept = await _replace(cluster, present, backup, name=f"cluster-{before}", now=now)
    if archived:
        # What was archived belongs to the old cluster, and to its version.
        set_archive_folder(cluster.home, None)
        await enable(cluster)
    return Upgraded(before=before, after=present.version, backup=backup, kept=kept)


def _version_of(home: Home) -> int:
    try:
        return int((home.cluster / "PG_VERSION").read_text("ascii"))
    except FileNotFoundError:
        raise NotFound("there is no database yet") from None


def _old_programs(major: int, given: Path | None) -> Binaries:
    found = find_major(major) if given is None else find_binaries(given)
    if found is None or found.major != major:
        other = "" if found is None else f" (there it is {found.version})"
        raise NotFound(
            f"the programs of PostgreSQL {major}, which made this database, were not"
            f" found{other}",
            remedy=f"Install them (apt-get install postgresql-{major}), or name their"
            " folder with --from.",
        )
    return found


def _source(server: EmbeddedServer, programs: Binaries) -> Source:
    return Source(
        url=server.address.url(), embedded=True, postgres_bin=programs.directory
    )


async def _replace(
    cluster: Cluster, present: Binaries, backup: Backup, *, name: str, now: datetime
) -> Path:
    """Restore into a new cluster beside the old one, and swap them."""
    home = cluster.home
    for left in home.folder.glob("new-*"):
        shutil.rmtree(left)
    stage = Home(Path(tempfile.mkdtemp(prefix="new-", dir=home.folder)))
    try:
        account = account_for(home.folder, home.cluster)
        if account is not None:
            shutil.chown(stage.folder, account.uid, account.gid)
        runnable = executable_by(account, present)
        await asyncio.to_thread(initialise, stage, runnable, account)
        with EmbeddedServer.of(stage, Manner(postgres_bin=present.directory)) as fresh:
            target = _source(fresh, present)
            await restore_backup(
                target, backup.path, replace_with_backup_in=None, now=now
            )
            await _take_over_password(fresh, home)
        swapped = await asyncio.to_thread(
            swap_cluster, home, stage.cluster, kept=f"{name}-{now:%Y%m%dT%H%M%SZ}"
        )
    finally:
        shutil.rmtree(stage.folder, ignore_errors=True)
    assert swapped is not None
    return swapped


async def _take_over_password(server: EmbeddedServer, home: Home) -> None:
    """Let the old password hold on: other processes may know it."""
    password = home.password.read_text("ascii")
    connection = await asyncpg.connect(server.address.url())
    try:
        # DDL takes no parameters; the server quotes it.
        quoted = await connection.fetchval("SELECT quote_literal($1)", password)
        await connection.execute(f"ALTER ROLE {USER} PASSWORD {quoted}")
    finally:
        await connection.close()
