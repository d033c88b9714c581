"""A MetricGain of its own for a demonstration: empty, embedded, gone afterwards."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import httpx

from metricgain.cli.listening import free_port
from metricgain.config import Settings, environment_with

_START_SECONDS: Final = 60
_STOP_SECONDS: Final = 20


class ServerFailed(RuntimeError):
    """The server of the demonstration did not start."""


@contextmanager
def own_server() -> Iterator[str]:
    """Run `metricgain serve` on an empty folder; yield its address.

    The folder is removed afterwards. Raises ServerFailed with what it said.
    """
    with TemporaryDirectory(prefix="metricgain-demo-") as folder:
        root = Path(folder)
        port = free_port(Settings(port=0))
        said = root / "serve.txt"
        with said.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603 - our own program
                [
                    Path(sys.executable).with_name("metricgain"),
                    "serve",
                    f"--port={port}",
                    f"--data-dir={root / 'data'}",
                ],
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment_with(
                    METRICGAIN_DATABASE_URL="",
                    METRICGAIN_HOST="127.0.0.1",
                    METRICGAIN_REGISTRATION="open",
                    METRICGAIN_LOG_LEVEL="warning",
                    METRICGAIN_WORKERS="1",
                ),
            )
        address = f"http://127.0.0.1:{port}"
        try:
            if not _becomes_ready(address, process):
                raise ServerFailed(said.read_text())
            yield address
        finally:
            process.terminate()
            try:
                process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _becomes_ready(address: str, process: "subprocess.Popen[bytes]") -> bool:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{address}/readyz", timeout=5).status_code == httpx.codes.OK:
                return True
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    return False
