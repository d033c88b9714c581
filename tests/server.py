"""A real HTTP server on a free port, in a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

_START_SECONDS = 90


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_server(
    owner_url: str,
    *,
    app: str = "metricgain.app:web_app",
    at: int = 0,
    **settings: str,
) -> Iterator[str]:
    """Serve the product on an already migrated database; yield its address.

    `at` is the port to listen on, where the settings have to name it.
    """
    port = at or free_port()
    environment = {
        **os.environ,  # noqa: TID251 - the child needs PATH and HOME
        "METRICGAIN_DATABASE_URL": owner_url,
        "PYTHONPATH": str(Path(__file__).parent),
        **{f"METRICGAIN_{name.upper()}": value for name, value in settings.items()},
    }
    process = subprocess.Popen(
        [
            sys.executable, "-m", "granian", "--interface", "asgi", "--factory",
            "--host", "127.0.0.1", "--port", str(port), "--no-ws",
            "--log-level", "warning", app,
        ],
        env=environment,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait_until_ready(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Return once /readyz answers 200. Raises RuntimeError if it never does."""
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            if httpx.get(f"{address}/readyz", timeout=5).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise RuntimeError("the server did not become ready")
