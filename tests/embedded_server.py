"""What the tests of the embedded server share."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg

from metricgain.store.embedded import ServerAddress, locks
from metricgain.store.embedded.home import Home

CLIENT = Path(__file__).with_name("embedded_client.py")


def ask(address: ServerAddress | str, question: str) -> object:
    """Return the one value a statement yields, over a connection of its own."""
    url = address if isinstance(address, str) else address.url()

    async def once() -> object:
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetchval(question)
        finally:
            await connection.close()

    return asyncio.run(once())


def started_at(address: ServerAddress | str) -> object:
    """Tell servers apart: no two of them started in the same microsecond."""
    return ask(address, "SELECT pg_postmaster_start_time()")


def home_of(data_dir: Path) -> Home:
    return Home(data_dir / "database")


def postmaster_of(data_dir: Path) -> int:
    file = home_of(data_dir).cluster / "postmaster.pid"
    return int(file.read_text().splitlines()[0])


def guardian_of(data_dir: Path) -> int:
    said = subprocess.run(
        ["/bin/ps", "-o", "ppid=", "-p", str(postmaster_of(data_dir))],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(said.stdout)


def runs(data_dir: Path) -> bool:
    """Tell whether any process of a server or its guardian lives."""
    home = home_of(data_dir)
    return locks.is_held(home.running_lock) or locks.is_held(home.guardian_lock)


def soon(true: Callable[[], bool], *, seconds: float = 15) -> bool:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


@contextlib.contextmanager
def client(
    data_dir: Path,
    what: str = "hold",
    *,
    interpreter: str | Path = sys.executable,
    **how: str | int | bool | list[int] | dict[str, str],
) -> Iterator["subprocess.Popen[str]"]:
    """Run a client in a process of its own; it ends with the block at the latest."""
    process = subprocess.Popen(
        [str(interpreter), str(CLIENT), str(data_dir), what],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        **how,  # type: ignore[call-overload]  # the words of Popen
    )
    try:
        with process:
            yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, "the client ended without a word"
    return line


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def settle(below: Path) -> None:
    """Fail if a server is left running below a folder; remove the sockets' folders."""
    for lock in below.rglob("running.lock"):
        data_dir = lock.parent.parent
        assert soon(lambda data_dir=data_dir: not runs(data_dir)), (
            f"a server is left in {data_dir}"
        )
        record = home_of(data_dir).socket_record
        if record.exists():
            sockets = Path(record.read_text())
            for left in sockets.glob(".s.PGSQL*"):
                left.unlink()
            if sockets.exists():
                sockets.rmdir()
