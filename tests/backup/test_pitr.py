"""Any moment since archiving began can be had again, whatever became of the cluster."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import asyncpg
import pytest
from typer.testing import CliRunner

from embedded_server import ask, home_of, settle
from metricgain.cli import app
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.store.backup.pitr import Cluster, enable, keep_base, restore_to
from metricgain.store.embedded import CouldNotStart, EmbeddedServer
from metricgain.store.embedded.swapping import finish_swap, swap_cluster

pytestmark = pytest.mark.xdist_group("embedded")


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    """A place whose name means something to a shell, and to PostgreSQL."""
    folder = tmp_path / "it's 100% data"
    yield folder
    settle(tmp_path)


def cluster_in(data_dir: Path) -> Cluster:
    return Cluster.of_settings(Settings.read({}, data_dir=data_dir))


def write(data_dir: Path, *rows: str) -> datetime:
    """Store rows and return a moment when they are there, and none that follow."""
    with EmbeddedServer.acquire(data_dir) as server:
        ask(server.address, "CREATE TABLE IF NOT EXISTS seen (what text)")
        for row in rows:
            ask(server.address, f"INSERT INTO seen SELECT '{row}'")
        moment = ask(server.address, "SELECT clock_timestamp()")
    assert isinstance(moment, datetime)
    return moment + timedelta(milliseconds=1)


def seen(data_dir: Path) -> list[str]:
    with EmbeddedServer.acquire(data_dir) as server:
        found = ask(server.address, "SELECT array_agg(what ORDER BY what) FROM seen")
    assert isinstance(found, list)
    return found


def later(moment: datetime) -> datetime:
    return moment + timedelta(minutes=1)


def test_rows_before_the_moment_come_back_and_those_after_do_not(
    data_dir: Path,
) -> None:
    write(data_dir, "before all")
    base = asyncio.run(enable(cluster_in(data_dir)))
    noted = write(data_dir, "kept")
    after = write(data_dir, "mistake")

    done = asyncio.run(restore_to(cluster_in(data_dir), noted, now=now()))

    assert base.ended_at < noted
    assert done.reached
    assert seen(data_dir) == ["before all", "kept"]
    assert done.kept is not None
    assert (done.kept / "PG_VERSION").exists()
    assert write(data_dir, "goes on") > noted
    with pytest.raises(NotFound, match="undone"):
        asyncio.run(restore_to(cluster_in(data_dir), after, now=now()))
    # Once more, across the turn: the archive follows the new line of time.
    last = write(data_dir, "last")
    write(data_dir, "mistake again")
    asyncio.run(restore_to(cluster_in(data_dir), last, now=now()))
    assert seen(data_dir) == ["before all", "goes on", "kept", "last"]


def test_a_cluster_that_was_destroyed_comes_back_from_its_archive(
    data_dir: Path,
) -> None:
    asyncio.run(enable(cluster_in(data_dir)))
    noted = write(data_dir, "one", "two")
    with EmbeddedServer.acquire(data_dir) as server:
        ask(server.address, "SELECT pg_switch_wal()")
    shutil.rmtree(home_of(data_dir).folder)

    done = asyncio.run(restore_to(cluster_in(data_dir), noted, now=later(noted)))

    assert not done.reached, "nothing happened after the moment"
    assert done.kept is None
    assert seen(data_dir) == ["one", "two"]
    assert cluster_in(data_dir).archive is not None


def test_what_cannot_be_reached_is_refused_and_nothing_changes(data_dir: Path) -> None:
    noted = write(data_dir, "there")
    with pytest.raises(NotFound, match="not enabled"):
        asyncio.run(restore_to(cluster_in(data_dir), noted, now=noted))
    with EmbeddedServer.acquire(data_dir), pytest.raises(Conflict, match="in use"):
        asyncio.run(enable(cluster_in(data_dir)))
    base = asyncio.run(enable(cluster_in(data_dir)))
    cluster = cluster_in(data_dir)

    with pytest.raises(NotFound, match="begins later"):
        asyncio.run(restore_to(cluster, noted, now=base.ended_at))
    with pytest.raises(Invalid, match="still to come"):
        asyncio.run(restore_to(cluster, later(noted), now=noted))
    with EmbeddedServer.acquire(data_dir), pytest.raises(Conflict, match="in use"):
        asyncio.run(restore_to(cluster, base.ended_at, now=later(noted)))

    assert seen(data_dir) == ["there"]


def test_old_copies_go_with_the_log_that_only_they_need(data_dir: Path) -> None:
    first = asyncio.run(enable(cluster_in(data_dir)))
    cluster = cluster_in(data_dir)
    archive = cluster.archive
    assert archive is not None
    write(data_dir, "one")
    start = first.ended_at

    assert asyncio.run(keep_base(cluster, now=start + timedelta(hours=1))) is None
    second = asyncio.run(keep_base(cluster, now=start + timedelta(days=1)))
    assert second is not None
    archive.prune(now=second.ended_at + timedelta(days=6))
    assert archive.all_bases() == [first, second]
    pieces = len(list(archive.wal.iterdir()))
    archive.prune(now=second.ended_at + timedelta(days=8))

    assert archive.all_bases() == [second]
    assert 0 < len(list(archive.wal.iterdir())) < pieces


def test_the_commands_enable_tell_and_go_back(data_dir: Path) -> None:
    runner = CliRunner(env={"METRICGAIN_DATA_DIR": str(data_dir)})

    before = runner.invoke(app, ["backup", "pitr", "status"])
    enabled = runner.invoke(app, ["backup", "pitr", "enable"])
    status = runner.invoke(app, ["backup", "pitr", "status"])
    noted = write(data_dir, "kept")
    write(data_dir, "mistake")
    back = runner.invoke(app, ["restore", "--to", noted.isoformat()])
    rows = seen(data_dir)
    disabled = runner.invoke(app, ["backup", "pitr", "disable"])

    assert "not enabled" in before.stdout
    assert "is kept" in enabled.stdout
    assert "First moment" in status.stdout
    assert back.exit_code == 0, back.exception
    assert rows == ["kept"]
    assert disabled.exit_code == 0
    assert cluster_in(data_dir).archive is None


def test_a_missing_archive_is_told_instead_of_ignored(data_dir: Path) -> None:
    asyncio.run(enable(cluster_in(data_dir)))
    archive = cluster_in(data_dir).archive
    assert archive is not None
    shutil.move(archive.folder, data_dir / "unmounted")

    with pytest.raises(CouldNotStart, match="pitr disable"):
        EmbeddedServer.acquire(data_dir)


def test_a_swap_that_was_cut_short_is_completed_by_the_next_start(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(data_dir, "old")
    home = home_of(data_dir)
    fresh = home.folder / "new-one" / "cluster"
    shutil.copytree(home.cluster, fresh)
    for path in (fresh, *fresh.rglob("*")):
        owner = home.cluster.stat()
        os.chown(path, owner.st_uid, owner.st_gid)
    renamed: list[Path] = []

    def fail_at_second(self: Path, target: Path) -> Path:
        if renamed:
            raise KeyboardInterrupt
        renamed.append(self)
        os.rename(self, target)  # noqa: PTH104 - the one that is replaced here
        return target

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", fail_at_second)
        with pytest.raises(KeyboardInterrupt):
            swap_cluster(home, fresh, kept="cluster-kept")
    assert not home.cluster.exists()

    assert seen(data_dir) == ["old"]
    assert (home.folder / "cluster-kept" / "PG_VERSION").exists()
    finish_swap(home)
    assert home.cluster.exists()


async def test_a_server_of_your_own_is_left_to_you(owner_url: str) -> None:
    runner = CliRunner(env={"METRICGAIN_DATABASE_URL": owner_url})

    refused = await asyncio.to_thread(runner.invoke, app, ["backup", "pitr", "enable"])

    assert isinstance(refused.exception, Conflict)
    assert isinstance(await _one(owner_url), int)


async def _one(url: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval("SELECT 1")
    finally:
        await connection.close()
