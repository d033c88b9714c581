"""The package that the page on installing builds holds all, and serves the app."""

import contextlib
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from embedded_server import settle
from server import free_port, wait_until_ready
from tracked import ROOT

pytestmark = pytest.mark.xdist_group("package")

_OURS = "tests/install/test_package.py::test_the_package_serves_the_app"
_BLOCK = re.compile(
    rf"^```sh tested: {re.escape(_OURS)}\n((?:.*\n)*?)```$", re.MULTILINE
)


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    inherited = {
        name: value
        for name, value in os.environ.items()  # noqa: TID251 - PATH and where packages are
        if not name.startswith(("METRICGAIN_", "PYTHONPATH"))
    }
    yield inherited | {
        "METRICGAIN_DATA_DIR": str(tmp_path / "data"),
        "METRICGAIN_PORT": str(free_port()),
        # Half of the time goes into compiling what is never imported.
        "PIP_NO_COMPILE": "1",
    }
    settle(tmp_path)


def _lines(scratch: Path) -> list[str]:
    """Return the commands of the page, in a scratch folder instead of their places."""
    page = (ROOT / "docs/operate/install.md").read_text("utf-8")
    lines = "".join(_BLOCK.findall(page)).splitlines()
    return [
        line.replace("/opt/metricgain", str(scratch / "venv")).replace(
            "dist", str(scratch / "dist")
        )
        for line in lines
    ]


@contextlib.contextmanager
def _serving(line: str, environment: dict[str, str]) -> Iterator[str]:
    process = subprocess.Popen(line.split(), env=environment, cwd="/")
    try:
        address = f"http://127.0.0.1:{environment['METRICGAIN_PORT']}"
        wait_until_ready(address, process)
        yield address
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.wait()


def test_the_package_serves_the_app(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    build, venv, install, version, serve, doctor = _lines(tmp_path)

    for line in (build, venv, install, version):
        done = subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if "No matching distribution" in done.stderr:
            pytest.skip("expected here: no index of Python packages can be reached")
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"
    assert done.stdout.startswith("MetricGain ")

    with _serving(serve, environment) as address:
        page = httpx.get(address)
        scripts = re.findall(r'(?:src|href)="(/assets/[^"]+)"', page.text)
        answers = [httpx.get(f"{address}{script}") for script in scripts]
        said = subprocess.run(
            doctor.split(), env=environment, capture_output=True, text=True, check=False
        )

    assert page.headers["content-type"].startswith("text/html")
    assert scripts
    assert {answer.status_code for answer in answers} == {200}
    assert "database" in said.stdout
