"""A real HTTP server that can be killed with all its workers, and started again."""

import os
import signal
import subprocess
import sys

from server import free_port, wait_until_ready


class KillableServer:
    """The product on a migrated database, always on the same port."""

    def __init__(self, owner_url: str) -> None:
        self._owner_url = owner_url
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = subprocess.Popen(
            [
                sys.executable, "-m", "granian", "--interface", "asgi", "--factory",
                "--host", "127.0.0.1", "--port", str(self._port), "--no-ws",
                "--log-level", "error", "metricgain.app:web_app",
            ],
            env={
                **os.environ,  # noqa: TID251 - the child needs PATH and HOME
                "METRICGAIN_DATABASE_URL": self._owner_url,
                "METRICGAIN_LOG_LEVEL": "error",
            },
            start_new_session=True,
        )  # fmt: skip
        wait_until_ready(self.address, self._process)

    def kill(self) -> None:
        """End every process of it at once, as a loss of power would."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def stop(self) -> None:
        if self._process is not None:
            self.kill()
