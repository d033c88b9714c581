"""Several processes share the embedded server, and any of them may be killed."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import asyncpg
import pytest

import metricgain
from embedded_server import (
    CLIENT,
    ask,
    client,
    first_line,
    guardian_of,
    home_of,
    kill,
    postmaster_of,
    runs,
    settle,
    soon,
    started_at,
)
from metricgain.store.embedded import EmbeddedServer, find_binaries, locks
from metricgain.store.embedded.account import account_for, within_reach
from metricgain.store.embedded.address import (
    Answer,
    knock,
    private_socket_dir,
    recorded_socket_dir,
)

pytestmark = pytest.mark.xdist_group("embedded")

IS_ROOT = os.geteuid() == 0
NOBODY = 65534


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    below = tmp_path_factory.mktemp("shared")
    EmbeddedServer.acquire(below / "data").release()
    yield below / "data"
    settle(below)


@pytest.fixture
def fresh_dir(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "data"
    settle(tmp_path)


def test_six_processes_at_once_make_and_start_one_server(fresh_dir: Path) -> None:
    with ExitStack() as stack:
        six = [stack.enter_context(client(fresh_dir)) for _ in range(6)]
        urls = [first_line(process) for process in six]

        assert len({started_at(url) for url in urls}) == 1
        for process in six:
            process.communicate()

    assert not runs(fresh_dir)
    assert [process.returncode for process in six] == [0] * 6


def test_the_server_survives_the_killed_process_that_started_it(data_dir: Path) -> None:
    with client(data_dir) as starter:
        before = started_at(first_line(starter))
        with EmbeddedServer.acquire(data_dir) as other:
            starter.kill()
            starter.wait()

            assert started_at(other.address) == before

    assert not runs(data_dir)


def test_the_server_stops_by_itself_when_its_only_holder_is_killed(
    data_dir: Path,
) -> None:
    with client(data_dir) as holder:
        first_line(holder)
        holder.kill()

    assert soon(lambda: not runs(data_dir))


def test_the_next_start_does_not_wait_for_the_killed_holder(data_dir: Path) -> None:
    with client(data_dir) as holder:
        first_line(holder)
        holder.kill()
        holder.wait()

        with EmbeddedServer.acquire(data_dir) as server:
            assert ask(server.address, "SELECT 1") == 1


def test_ctrl_c_reaches_the_holder_and_not_the_server(data_dir: Path) -> None:
    with client(data_dir, start_new_session=True) as pressed:
        before = started_at(first_line(pressed))
        with EmbeddedServer.acquire(data_dir) as other:
            os.killpg(pressed.pid, signal.SIGINT)
            pressed.wait()

            assert started_at(other.address) == before


def test_a_killed_server_is_started_again_at_the_same_address(data_dir: Path) -> None:
    with EmbeddedServer.acquire(data_dir) as server:
        before, address = started_at(server.address), server.address
        kill(postmaster_of(data_dir))

        server.ensure_running()

        assert server.address == address
        assert started_at(address) != before


def test_another_process_starts_a_killed_server_again(data_dir: Path) -> None:
    with EmbeddedServer.acquire(data_dir) as server:
        kill(postmaster_of(data_dir))
        with client(data_dir) as other:
            assert first_line(other) == server.address.url()
            assert ask(server.address, "SELECT 1") == 1
            other.communicate()

        assert ask(server.address, "SELECT 1") == 1


def test_a_killed_guardian_blocks_nothing(data_dir: Path) -> None:
    with EmbeddedServer.acquire(data_dir) as server:
        kill(guardian_of(data_dir))
        assert soon(lambda: not locks.is_held(home_of(data_dir).guardian_lock))

        server.ensure_running()

        assert ask(server.address, "SELECT 1") == 1
    assert not runs(data_dir)


def test_a_server_found_without_a_guardian_gets_one(data_dir: Path) -> None:
    with _orphan(data_dir) as orphan:
        with EmbeddedServer.acquire(data_dir) as server:
            assert postmaster_of(data_dir) == orphan.pid
            assert ask(server.address, "SELECT 1") == 1

        assert orphan.wait(10) == 0
    assert not runs(data_dir)


@pytest.mark.parametrize("victim", ["postgres", "guardian", "writer", "everything"])
def test_no_acknowledged_write_is_lost(data_dir: Path, victim: str) -> None:
    with EmbeddedServer.acquire(data_dir) as server:
        ask(server.address, "DROP TABLE IF EXISTS acknowledged")
    with client(data_dir, "write", stderr=subprocess.DEVNULL) as writer:
        first_line(writer)
        acknowledged = [int(first_line(writer)) for _ in range(50)]
        guardian, postmaster = guardian_of(data_dir), postmaster_of(data_dir)
        for name, pid in (
            ("guardian", guardian),
            ("postgres", postmaster),
            ("writer", writer.pid),
        ):
            if victim in (name, "everything"):
                kill(pid)
        assert writer.stdin is not None
        writer.stdin.close()
        assert writer.stdout is not None
        # The last line may be cut short by the kill: it was not acknowledged to us.
        acknowledged += [int(line) for line in writer.stdout if line.endswith("\n")]

    with EmbeddedServer.acquire(data_dir) as server:
        stored = ask(server.address, "SELECT array_agg(n) FROM acknowledged")

    assert isinstance(stored, list)
    assert set(acknowledged) <= set(stored)
    assert not runs(data_dir)


def test_a_start_killed_while_it_makes_the_database_blocks_nothing(
    fresh_dir: Path,
) -> None:
    home = home_of(fresh_dir)
    with client(fresh_dir) as starter:
        assert soon(lambda: any(home.folder.glob("new-*/cluster/global")))
        starter.kill()
    assert not home.cluster.exists()

    with EmbeddedServer.acquire(fresh_dir) as server:
        assert ask(server.address, "SELECT 1") == 1


@pytest.mark.skipif(not IS_ROOT, reason="every other test is run by an ordinary user")
def test_an_ordinary_user_has_a_server_too() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        os.chown(place, NOBODY, NOBODY)
        paths = [Path(module.__file__).parents[1] for module in (metricgain, asyncpg)]
        with client(
            place / "ein Übungsordner",
            interpreter=_interpreter_for_everyone(),
            env={"PYTHONPATH": os.pathsep.join(map(str, paths))},
            user=NOBODY,
            group=NOBODY,
            extra_groups=[],
            cwd="/",
        ) as ordinary:
            assert ask(first_line(ordinary), "SELECT 1") == 1
            assert home_of(place / "ein Übungsordner").cluster.stat().st_uid == NOBODY
            with EmbeddedServer.acquire(place / "ein Übungsordner") as root:
                ordinary.communicate()
                assert ask(root.address, "SELECT 1") == 1
        with EmbeddedServer.acquire(place / "ein Übungsordner"):
            pass
        owners = {path.stat().st_uid for path in place.rglob("*")}
        settle(place)

    assert ordinary.returncode == 0
    assert owners == {NOBODY}


@contextmanager
def _orphan(data_dir: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the server as if it had outlived the process that watched over it."""
    home = home_of(data_dir)
    account = account_for(home.folder, home.cluster)
    ids = account.ids if account else None
    sockets = private_socket_dir(
        recorded_socket_dir(home.socket_record), data_dir=data_dir, owner=ids
    )
    running = locks.open_lock(home.running_lock)
    fcntl.flock(running, fcntl.LOCK_EX)
    with within_reach(home.cluster, account) as (cluster, handles):
        postgres = str(find_binaries().program("postgres"))
        process = subprocess.Popen(
            [postgres, "-D", cluster, "-k", sockets, "-c", "listen_addresses="],
            stderr=subprocess.DEVNULL,
            cwd="/",
            pass_fds=(running, *handles),
            user=ids and ids[0],
            group=ids and ids[1],
            extra_groups=[] if ids else None,
        )
    os.close(running)
    with process:
        assert soon(lambda: knock(sockets) is Answer.READY)
        yield process


def _interpreter_for_everyone() -> str:
    """Return a Python of our version that the user nobody can execute."""
    version = f"python3.{sys.version_info.minor}"
    for path in (sys.executable, f"/usr/bin/{version}", f"/usr/local/bin/{version}"):
        if _nobody_runs(path):
            return path
    pytest.skip(f"no {version} here that an ordinary user can execute")


def _nobody_runs(path: str) -> bool:
    if shutil.which(path) is None:
        return False
    try:
        done = subprocess.run(
            [path, "-c", f"open({str(CLIENT)!r})"],
            check=False,
            capture_output=True,
            cwd="/",
            user=NOBODY,
            group=NOBODY,
            extra_groups=[],
        )
    except PermissionError:
        return False
    return done.returncode == 0
