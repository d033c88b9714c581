import contextlib
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from embedded_server import ask, home_of, postmaster_of, runs, settle, started_at
from metricgain.store.embedded import (
    BinariesUnreadable,
    CouldNotStart,
    DataDirNotWritable,
    DiskFull,
    EmbeddedServer,
    NoBinaries,
    ServerAddress,
    WrongMajorVersion,
    find_binaries,
)
from metricgain.store.embedded.account import Account, executable_by
from metricgain.store.embedded.address import private_socket_dir
from metricgain.store.embedded.errors import could_not_start
from scratch_postgres import scratch_server

pytestmark = pytest.mark.xdist_group("embedded")

NOBODY = Account(name="nobody", uid=65534, gid=65534)
IS_ROOT = os.geteuid() == 0


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data directory whose path is long, has spaces and letters beyond ASCII."""
    below = tmp_path_factory.mktemp("embedded")
    folder = below / ("a folder with spaces " * 5) / "Übungen" / "data"
    EmbeddedServer.acquire(folder).release()
    yield folder
    settle(below)


@pytest.fixture
def lost(tmp_path: Path) -> Iterator[Path]:
    """A place for a data directory whose start is meant to fail."""
    yield tmp_path
    settle(tmp_path)


@contextlib.contextmanager
def replaced(path: Path, content: str) -> Iterator[None]:
    before = path.read_text()
    path.write_text(content)
    yield
    path.write_text(before)


def modes(folder: Path) -> dict[Path, int]:
    return {parent: parent.stat().st_mode for parent in (folder, *folder.parents)}


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        pytest.param("fsync", "on", id="writes reach the disk"),
        pytest.param("synchronous_commit", "on", id="an answer means stored"),
        pytest.param("data_checksums", "on", id="damage is noticed"),
        pytest.param("listen_addresses", "", id="no network port"),
        pytest.param("password_encryption", "scram-sha-256", id="passwords are salted"),
        pytest.param("server_encoding", "UTF8", id="every script can be stored"),
        pytest.param("TimeZone", "UTC", id="times are UTC"),
        pytest.param("jit", "off", id="no compiling of short statements"),
        pytest.param("max_connections", "60", id="room for a pool or several"),
    ],
)
def test_the_server_runs_with_our_settings(
    data_dir: Path, setting: str, value: str
) -> None:
    with EmbeddedServer.acquire(data_dir) as server:
        assert ask(server.address, f"SHOW {setting}") == value


def test_the_database_sorts_the_same_on_every_machine(data_dir: Path) -> None:
    with EmbeddedServer.acquire(data_dir) as server:
        locale = ask(
            server.address,
            "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database "
            "WHERE datname = 'metricgain'",
        )

    assert locale == "b C.UTF-8"


def test_an_operator_overrules_a_setting_in_postgresql_conf(data_dir: Path) -> None:
    conf = home_of(data_dir).cluster / "postgresql.conf"

    with (
        replaced(conf, conf.read_text() + "\nwork_mem = 3MB\n"),
        EmbeddedServer.acquire(data_dir) as server,
    ):
        assert ask(server.address, "SHOW work_mem") == "3MB"


def test_the_server_stops_with_its_last_holder(data_dir: Path) -> None:
    first = EmbeddedServer.acquire(data_dir)
    second = EmbeddedServer.acquire(data_dir)

    assert started_at(first.address) == started_at(second.address)
    first.release()
    first.release()
    assert ask(second.address, "SELECT 1") == 1
    second.release()

    assert not runs(data_dir)
    assert not Path(first.address.host).exists()


def test_the_address_outlives_a_restart(data_dir: Path) -> None:
    with EmbeddedServer.acquire(data_dir) as server:
        before = server.address
    with EmbeddedServer.acquire(data_dir) as server:
        assert server.address == before


def test_nobody_enters_without_the_password(data_dir: Path) -> None:
    with EmbeddedServer.acquire(data_dir) as server:
        url = server.address.url().replace(server.address.password, "guess")

        with pytest.raises(asyncpg.InvalidPasswordError):
            ask(url, "SELECT 1")


def test_files_are_private_and_parents_are_left_alone(tmp_path: Path) -> None:
    parent = tmp_path / "closed"
    parent.mkdir(mode=0o700)
    before = modes(parent)

    with EmbeddedServer.acquire(parent / "data") as server:
        home = home_of(parent / "data")
        sockets = Path(server.address.host).stat()
        assert stat.S_IMODE(sockets.st_mode) == 0o700
        assert sockets.st_uid == home.cluster.stat().st_uid
    settle(tmp_path)

    assert modes(parent) == before
    assert stat.S_IMODE(home.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(home.cluster.stat().st_mode) == 0o700
    assert stat.S_IMODE(home.password.stat().st_mode) == 0o600
    assert (home.cluster.stat().st_uid != os.geteuid()) == IS_ROOT


def test_left_pid_files_whose_number_is_taken_block_nothing(data_dir: Path) -> None:
    cluster = home_of(data_dir).cluster
    owner = cluster.stat().st_uid if IS_ROOT else None
    with subprocess.Popen(["/bin/sleep", "60"], user=owner) as stranger:
        left = cluster / "postmaster.pid"
        left.write_text(f"{stranger.pid}\n{cluster}\n0\n5432\n/run\n\n")
        sockets = Path(home_of(data_dir).socket_record.read_text())
        sockets.mkdir(mode=0o700)
        os.chown(sockets, cluster.stat().st_uid, -1)
        shutil.copy(left, sockets / ".s.PGSQL.5432.lock")

        with EmbeddedServer.acquire(data_dir) as server:
            assert ask(server.address, "SELECT 1") == 1
            assert postmaster_of(data_dir) != stranger.pid

        assert stranger.poll() is None
        stranger.kill()


def test_another_major_version_is_refused_with_both_named(data_dir: Path) -> None:
    version = home_of(data_dir).cluster / "PG_VERSION"

    with (
        replaced(version, "16\n"),
        pytest.raises(
            WrongMajorVersion, match=r"(?s)PostgreSQL 16.*database upgrade"
        ) as refusal,
    ):
        EmbeddedServer.acquire(data_dir)

    assert refusal.value.found == "16"
    assert refusal.value.running in str(refusal.value)


def test_a_failed_start_repeats_what_postgresql_said(data_dir: Path) -> None:
    conf = home_of(data_dir).cluster / "postgresql.conf"

    with (
        replaced(conf, conf.read_text() + "\nshared_bufers = 1GB\n"),
        pytest.raises(CouldNotStart, match="shared_bufers"),
    ):
        EmbeddedServer.acquire(data_dir)

    with EmbeddedServer.acquire(data_dir) as server:
        assert ask(server.address, "SELECT 1") == 1


def test_a_lost_password_is_named(data_dir: Path) -> None:
    password = home_of(data_dir).password
    kept = password.read_text()
    password.unlink()

    with pytest.raises(CouldNotStart, match="password of the database is missing"):
        EmbeddedServer.acquire(data_dir)

    password.write_text(kept)


def test_a_full_disk_is_called_a_full_disk() -> None:
    error = could_not_start("It broke.", "could not write: No space left on device")

    assert isinstance(error, DiskFull)
    assert "free some space" in str(error)


def test_a_data_directory_that_is_a_file_is_refused(lost: Path) -> None:
    (lost / "data").write_text("")

    with pytest.raises(DataDirNotWritable, match="data"):
        EmbeddedServer.acquire(lost / "data")


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        pytest.param(None, "no program postgres there", id="an empty folder"),
        pytest.param(
            "echo 'postgres (PostgreSQL) 14.9'", "older than 15", id="too old"
        ),
        pytest.param("exit 1", "does not tell its version", id="broken"),
    ],
)
def test_a_folder_without_a_usable_postgresql_is_refused(
    lost: Path, script: str | None, reason: str
) -> None:
    if script is not None:
        for program in ("postgres", "initdb"):
            (lost / program).write_text(f"#!/bin/sh\n{script}\n")
            (lost / program).chmod(0o755)

    with pytest.raises(NoBinaries, match=f"METRICGAIN_POSTGRES_BIN.*{reason}"):
        EmbeddedServer.acquire(lost / "data", postgres_bin=lost)

    assert not home_of(lost / "data").cluster.exists()


@pytest.mark.parametrize(
    ("host", "url"),
    [
        pytest.param(
            "/run/a b", "postgresql://u:p%2F1@/d?host=/run/a%20b&port=99", id="socket"
        ),
        pytest.param("127.0.0.1", "postgresql://u:p%2F1@127.0.0.1:99/d", id="network"),
    ],
)
def test_an_address_is_written_as_a_url(host: str, url: str) -> None:
    secret = "p/1"
    address = ServerAddress(host=host, port=99, user="u", password=secret, database="d")

    assert address.url() == url


def test_a_link_in_the_place_of_the_sockets_is_not_followed(tmp_path: Path) -> None:
    ours = private_socket_dir(None, data_dir=tmp_path, owner=None)
    ours.rmdir()
    ours.symlink_to(tmp_path)

    other = private_socket_dir(ours, data_dir=tmp_path, owner=None)

    assert other != ours
    assert stat.S_IMODE(other.lstat().st_mode) == 0o700
    ours.unlink()
    other.rmdir()


def test_an_open_folder_in_the_place_of_the_sockets_is_not_used(tmp_path: Path) -> None:
    ours = private_socket_dir(None, data_dir=tmp_path, owner=None)
    ours.chmod(0o777)

    other = private_socket_dir(ours, data_dir=tmp_path, owner=None)

    assert other != ours
    ours.rmdir()
    other.rmdir()


@pytest.mark.skipif(not IS_ROOT, reason="only root hands the server to another user")
def test_root_copies_binaries_that_the_servers_user_cannot_execute(
    tmp_path: Path,
) -> None:
    installed = find_binaries()
    hidden = tmp_path / "hidden"
    package = installed.directory.parent.parent
    shutil.copytree(package, hidden / package.name)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, hidden / libraries.name)
    hidden.chmod(0o700)
    unreadable = find_binaries(hidden / package.name / "pginstall" / "bin")

    with tempfile.TemporaryDirectory() as copies:
        Path(copies).chmod(0o755)
        copy = executable_by(NOBODY, unreadable, copies=Path(copies))
        again = executable_by(NOBODY, unreadable, copies=Path(copies))

        assert copy == again
        assert copy.directory.is_relative_to(copies)
        assert copy.version == installed.version
    closed = tmp_path / "closed"
    with pytest.raises(BinariesUnreadable, match="METRICGAIN_POSTGRES_BIN"):
        executable_by(NOBODY, unreadable, copies=closed)
    assert installed == executable_by(None, installed)


def test_a_second_server_from_the_same_binaries_listens_on_the_network(
    tmp_path: Path,
) -> None:
    with scratch_server(tmp_path / "scratch") as address:
        assert address.url().startswith("postgresql://metricgain:")
        assert str(ask(address, "SELECT inet_server_addr()")) == "127.0.0.1"

        with pytest.raises(asyncpg.InvalidPasswordError):
            ask(address.url().replace(address.password, "guess"), "SELECT 1")
