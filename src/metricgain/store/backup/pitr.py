"""Point-in-time recovery of the embedded server: any moment of the last seven days."""

import asyncio
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Self

import asyncpg

from metricgain.config import Settings
from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.store.backup.archive import Archive, Base, Undone
from metricgain.store.backup.programs import Programs
from metricgain.store.embedded import CouldNotStart, EmbeddedServer, find_binaries
from metricgain.store.embedded.account import account_for
from metricgain.store.embedded.archiving import (
    archive_folder,
    give,
    recovery_options,
    set_archive_folder,
)
from metricgain.store.embedded.home import Home, open_home
from metricgain.store.embedded.locks import is_held
from metricgain.store.embedded.server import Manner
from metricgain.store.embedded.swapping import swap_cluster

_BASE_DUE: Final = timedelta(hours=23)
_ARCHIVES_WITHIN_SECONDS: Final = 30
_PAUSE_SECONDS: Final = 0.1
_RECOVERY_SECONDS: Final = 24 * 3600
_ENDED_BEFORE: Final = "recovery ended before configured recovery target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The embedded cluster of a data directory; `archives` is where it may archive."""

    home: Home
    archives: Path
    postgres_bin: Path | None

    @classmethod
    def of_settings(cls, settings: Settings) -> Self:
        """Return the cluster of the data directory. Raises DataDirNotWritable."""
        return cls(
            home=open_home(settings.data_dir),
            archives=settings.backup_path.absolute() / "pitr",
            postgres_bin=settings.postgres_path,
        )

    @property
    def archive(self) -> Archive | None:
        """Where it archives now."""
        folder = archive_folder(self.home)
        return None if folder is None else Archive(folder=folder.parent)

    def check_unused(self) -> None:
        """Raise Conflict if any process holds the server."""
        lock = self.home.presence_lock
        if lock.exists() and is_held(lock):
            raise Conflict(
                "the database is in use",
                remedy="Stop every MetricGain process, then try again.",
            )

    def running(self) -> EmbeddedServer:
        """Return a hold on the server, archiving if that is enabled."""
        manner = Manner(
            postgres_bin=self.postgres_bin, archive=archive_folder(self.home)
        )
        return EmbeddedServer.of(self.home, manner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """Where the cluster that was there is kept, and whether the moment was reached.

    It is not if nothing happened between the end of the archive and the moment.
    """

    kept: Path | None
    reached: bool


async def enable(cluster: Cluster) -> Base:
    """Archive from now on, and make the first copy. Nobody may use the server.

    Raises Conflict if it is in use or the archive cannot be written to.
    """
    cluster.check_unused()
    with cluster.running() as server:
        identity = await _ask(
            server, "SELECT system_identifier::text FROM pg_control_system()"
        )
    archive = Archive(folder=cluster.archives / str(identity))
    await asyncio.to_thread(_make_folders, cluster, archive)
    set_archive_folder(cluster.home, archive.wal)
    try:
        with cluster.running() as server:
            await _archives(server)
            return await make_base(cluster, server)
    except BaseException:
        set_archive_folder(cluster.home, None)
        raise


def disable(cluster: Cluster) -> Archive:
    """Archive no more, from the next start on; what was archived stays.

    Raises NotFound if it is not enabled.
    """
    archive = _archive_of(cluster)
    set_archive_folder(cluster.home, None)
    return archive


async def keep_base(cluster: Cluster, *, now: datetime) -> Base | None:
    """Make the copy of the day, if one is due, and remove what is needed no more."""
    archive = cluster.archive
    if archive is None:
        return None
    bases = archive.all_bases()
    if bases and now - bases[-1].ended_at < _BASE_DUE:
        return None
    with cluster.running() as server:
        base = await make_base(cluster, server)
    await asyncio.to_thread(archive.prune, now=now)
    return base


async def make_base(cluster: Cluster, server: EmbeddedServer) -> Base:
    """Copy the whole running cluster into its archive, whole or not at all."""
    archive = _archive_of(cluster)
    binaries = find_binaries(cluster.postgres_bin)
    if not binaries.program("pg_basebackup").exists():
        raise NotFound(
            f"there is no pg_basebackup in {binaries.directory}",
            remedy="Install your system's PostgreSQL client programs, or take the"
            " setting METRICGAIN_POSTGRES_BIN away.",
        )
    for left in archive.bases.glob(".new-*"):
        shutil.rmtree(left)
    partial = Path(tempfile.mkdtemp(prefix=".new-", dir=archive.bases))
    try:
        programs = Programs(directory=binaries.directory, major=binaries.major)
        await programs.run(
            "pg_basebackup",
            f"--pgdata={partial}",
            *("--format=tar", "--gzip", "--wal-method=stream", "--checkpoint=fast"),
            url=server.address.url(),
        )
        shutil.copy(cluster.home.password, partial / "password")
        ended = await _ask(server, "SELECT clock_timestamp()")
        assert isinstance(ended, datetime)
        whole = archive.bases / ended.isoformat(timespec="microseconds")
        await asyncio.to_thread(partial.rename, whole)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return Base(folder=whole, ended_at=ended)


async def restore_to(cluster: Cluster, moment: datetime, *, now: datetime) -> Recovered:
    """Put the cluster back to a moment; the one that is there is kept beside.

    It is recovered beside the one that is there, which is touched last. Raises NotFound
    without an archive that reaches back so far, Invalid for a moment that is to come,
    Conflict if the server is in use.
    """
    cluster.check_unused()
    archive = _archive_of(cluster)
    if moment > now:
        raise Invalid("this moment is still to come", field="--to")
    base = _base_for(archive, moment)
    archive.take_over(cluster.home.cluster / "pg_wal")
    give(archive.wal, account_for(cluster.home.folder, archive.wal))
    for left in cluster.home.folder.glob("new-*"):
        shutil.rmtree(left)
    stage = Home(Path(tempfile.mkdtemp(prefix="new-", dir=cluster.home.folder)))
    try:
        await asyncio.to_thread(_unpack, cluster, base, stage)
        reached = await asyncio.to_thread(_replay, cluster, archive, stage, moment)
        archive.note_undone(Undone(moment=moment, at=now))
        name = f"cluster-before-{now:%Y%m%dT%H%M%SZ}"
        kept = swap_cluster(cluster.home, stage.cluster, kept=name)
    finally:
        shutil.rmtree(stage.folder, ignore_errors=True)
    if not cluster.home.password.exists():
        cluster.home.write(
            cluster.home.password, (base.folder / "password").read_bytes()
        )
    set_archive_folder(cluster.home, archive.wal)
    with cluster.running() as server:
        await make_base(cluster, server)
    return Recovered(kept=kept, reached=reached)


def _base_for(archive: Archive, moment: datetime) -> Base:
    for undone in archive.undone():
        if undone.moment < moment < undone.at:
            raise NotFound(
                f"this moment was undone when the database was put back to"
                f" {undone.moment:%Y-%m-%d %H:%M:%S %Z}"
            )
    base = archive.base_for(moment)
    if base is None:
        bases = archive.all_bases()
        reach = f"{bases[0].ended_at:%Y-%m-%d %H:%M:%S %Z}" if bases else "never"
        raise NotFound(f"the archive begins later; the first moment in it: {reach}")
    return base


def _archive_of(cluster: Cluster) -> Archive:
    """Return the archive in use, or the newest one if the database's folder is gone."""
    archive = cluster.archive
    if archive is not None:
        return archive
    found = [Archive(folder=path.parent) for path in cluster.archives.glob("*/bases")]
    whole = [one for one in found if one.all_bases()]
    if cluster.home.cluster.is_dir() or not whole:
        raise NotFound(
            "point-in-time recovery is not enabled",
            remedy="Enable it: metricgain backup pitr enable",
        )
    return max(whole, key=lambda one: one.all_bases()[-1].ended_at)


def _make_folders(cluster: Cluster, archive: Archive) -> None:
    for folder in (archive.wal, archive.bases):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    give(archive.wal, account_for(cluster.home.folder, cluster.home.cluster))


async def _archives(server: EmbeddedServer) -> None:
    """Return once the server has archived a piece. Raises Conflict if it does not."""
    await _ask(server, "SELECT pg_create_restore_point('archiving begins')")
    await _ask(server, "SELECT pg_switch_wal()")
    async with asyncio.timeout(_ARCHIVES_WITHIN_SECONDS):
        while not await _ask(server, "SELECT archived_count > 0 FROM pg_stat_archiver"):
            if await _ask(server, "SELECT failed_count > 0 FROM pg_stat_archiver"):
                raise Conflict(
                    "the server cannot write to the archive",
                    remedy="Look into database/cluster/log in the data directory.",
                )
            await asyncio.sleep(_PAUSE_SECONDS)


async def _ask(server: EmbeddedServer, question: str) -> object:
    connection = await asyncpg.connect(server.address.url())
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


def _unpack(cluster: Cluster, base: Base, stage: Home) -> None:
    account = account_for(cluster.home.folder, cluster.home.cluster)
    stage.cluster.mkdir(mode=0o700)
    for name, below in (("base", stage.cluster), ("pg_wal", stage.cluster / "pg_wal")):
        with tarfile.open(base.folder / f"{name}.tar.gz") as packed:
            packed.extractall(below, filter="data")
    (stage.cluster / "recovery.signal").touch(mode=0o600)
    shutil.copy(base.folder / "password", stage.password)
    # The server writes all of it to the disk before it recovers.
    give(stage.folder, account)


def _replay(cluster: Cluster, archive: Archive, stage: Home, moment: datetime) -> bool:
    """Let a server replay the archive; return whether it came to the moment."""
    target = moment.isoformat(sep=" ")
    try:
        _recover(cluster, archive, stage, target)
    except CouldNotStart as error:
        if _ENDED_BEFORE not in error.log:
            raise
        _recover(cluster, archive, stage, None)
        return False
    return True


def _recover(
    cluster: Cluster, archive: Archive, stage: Home, target: str | None
) -> None:
    manner = Manner(
        postgres_bin=cluster.postgres_bin,
        options=tuple(recovery_options(target)),
        archive=archive.wal,
        patience=_RECOVERY_SECONDS,
    )
    EmbeddedServer.of(stage, manner).release()
