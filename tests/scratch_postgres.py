"""A second PostgreSQL for tests: over TCP, with a password, from the same binaries.

As a script it runs a command against such a server:
`python tests/scratch_postgres.py FOLDER COMMAND...` sets METRICGAIN_DATABASE_URL, and
METRICGAIN_TEST_DATABASE_URL, which makes the tests use it.
"""

import contextlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from metricgain.store.embedded import Binaries, ServerAddress, find_binaries
from metricgain.store.embedded.account import account_for, executable_by, within_reach
from metricgain.store.embedded.address import Answer, knock
from metricgain.store.embedded.cluster import configure, initialise
from metricgain.store.embedded.home import open_home

_HOST = "127.0.0.1"


@contextlib.contextmanager
def scratch_server(
    directory: Path, binaries: Binaries | None = None, *, tcp: bool = True
) -> Iterator[ServerAddress]:
    """Run a new cluster below `directory` for the block and yield its address."""
    home = open_home(directory)
    account = account_for(home.folder, home.cluster)
    runnable = executable_by(account, binaries or find_binaries())
    initialise(home, runnable, account)
    configure(home)
    with (
        tempfile.TemporaryDirectory(prefix="scratch-") as sockets,
        within_reach(home.cluster, account) as (cluster, handles),
        home.startup_log.open("wb") as log,
    ):
        # The server's user has no other way into a folder of ours.
        Path(sockets).chmod(0o777)
        port = _free_port()
        server = subprocess.Popen(
            [
                *(str(runnable.program("postgres")), "-D", cluster, "-k", sockets),
                *("-p", str(port), "-c", f"listen_addresses={_HOST if tcp else ''}"),
            ],
            cwd="/",
            stderr=log,
            stdout=log,
            pass_fds=handles,
            start_new_session=True,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
        try:
            _wait(server, Path(sockets), port=port)
            yield ServerAddress(
                host=_HOST if tcp else sockets,
                port=port,
                user="metricgain",
                password=home.password.read_text(),
                database="metricgain",
            )
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _wait(server: "subprocess.Popen[bytes]", sockets: Path, *, port: int) -> None:
    deadline = time.monotonic() + 30
    while knock(sockets, port=port) is not Answer.READY:
        assert server.poll() is None, "the scratch server did not start"
        assert time.monotonic() < deadline, "the scratch server does not get ready"
        time.sleep(0.01)


def main() -> int:
    """Run the command of the arguments and return its exit status."""
    folder, *command = sys.argv[1:]
    with scratch_server(Path(folder)) as address:
        settings = [
            f"METRICGAIN_{name}={address.url()}"
            for name in ("DATABASE_URL", "TEST_DATABASE_URL")
        ]
        ran = subprocess.run(["/usr/bin/env", *settings, *command], check=False)
        return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
