"""The embedded database moves to another major version, and the old one is kept."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from embedded_server import ask, home_of, settle
from metricgain.cli import app
from metricgain.config import Settings
from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.backup.pitr import Cluster
from metricgain.store.backup.upgrading import upgrade_cluster
from metricgain.store.embedded import (
    EmbeddedServer,
    WrongMajorVersion,
    find_binaries,
)
from metricgain.store.embedded.binaries import find_major
from metricgain.store.setup import prepare

pytestmark = pytest.mark.xdist_group("embedded")

AT = datetime(2026, 3, 1, 3, 30, tzinfo=UTC)
OLD = next((found for major in (17, 16, 15) if (found := find_major(major))), None)


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "data"
    yield folder
    settle(tmp_path)


def cluster_in(data_dir: Path) -> Cluster:
    return Cluster.of_settings(Settings.read({}, data_dir=data_dir))


def upgrade(data_dir: Path, old_bin: Path | None = None) -> object:
    return asyncio.run(
        upgrade_cluster(
            cluster_in(data_dir),
            old_bin=old_bin,
            backups=data_dir / "backups",
            now=AT,
        )
    )


@pytest.mark.skipif(OLD is None, reason="only one major version is on this machine")
def test_everything_moves_to_the_newer_version_and_the_old_files_stay(
    data_dir: Path,
) -> None:
    assert OLD is not None
    with EmbeddedServer.acquire(data_dir, postgres_bin=OLD.directory) as server:
        prepare(server.address.url())
        ask(
            server.address,
            "INSERT INTO users (email, password_hash)"
            " VALUES ('ann@example.org', '') RETURNING id",
        )
    with pytest.raises(WrongMajorVersion, match="database upgrade"):
        EmbeddedServer.acquire(data_dir)
    runner = CliRunner(env={"METRICGAIN_DATA_DIR": str(data_dir)})

    done = runner.invoke(app, ["database", "upgrade"])
    again = runner.invoke(app, ["database", "upgrade"])

    assert done.exit_code == 0, done.exception
    assert "already" in again.stdout
    with EmbeddedServer.acquire(data_dir) as server:
        version = ask(server.address, "SHOW server_version")
        assert version == find_binaries().version
        assert ask(server.address, "SELECT email FROM users") == "ann@example.org"
    (kept,) = home_of(data_dir).folder.glob(f"cluster-{OLD.major}-*")
    assert (kept / "PG_VERSION").read_text().strip() == str(OLD.major)
    assert not list(home_of(data_dir).folder.glob("new-*"))
    listed = runner.invoke(app, ["user", "list"])
    assert "ann@example.org" in listed.stdout, "the application can sign in as well"


@pytest.mark.parametrize(
    ("found", "refusal", "said"),
    [
        pytest.param("99", Conflict, "newer", id="a version from the future"),
        pytest.param("9", NotFound, "apt-get install postgresql-9", id="a lost one"),
    ],
)
def test_what_cannot_be_upgraded_stays_as_it_is(
    data_dir: Path, found: str, refusal: type[Conflict | NotFound], said: str
) -> None:
    home = home_of(data_dir)
    home.cluster.mkdir(parents=True)
    (home.cluster / "PG_VERSION").write_text(found)

    with pytest.raises(refusal) as refused:
        upgrade(data_dir)

    assert said in f"{refused.value} {refused.value.remedy}"
    assert (home.cluster / "PG_VERSION").read_text() == found
    shutil.rmtree(home.folder)


def test_programs_of_another_version_than_the_old_one_are_refused(
    data_dir: Path,
) -> None:
    home = home_of(data_dir)
    home.cluster.mkdir(parents=True)
    (home.cluster / "PG_VERSION").write_text("14")

    with pytest.raises(NotFound, match="there it is 18"):
        upgrade(data_dir, old_bin=find_binaries().directory)

    shutil.rmtree(home.folder)
