"""`metricgain serve` as an operator meets it: real processes, ports and signals."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from embedded_server import runs, settle, soon, started_at
from metricgain.cli import main
from server import free_port

pytestmark = pytest.mark.xdist_group("serve")

METRICGAIN = Path(sys.executable).with_name("metricgain")
SECONDS_TO_STOP = 30


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data directory with spaces in its path, filled once."""
    below = tmp_path_factory.mktemp("serve")
    folder = below / "my training data"
    metricgain(folder, "migrate")
    yield folder
    settle(below)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An unused data directory, for commands that run in this process."""
    monkeypatch.setenv("METRICGAIN_DATA_DIR", str(tmp_path))
    before = signal.getsignal(signal.SIGTERM)
    yield tmp_path
    signal.signal(signal.SIGTERM, before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """A `metricgain serve` that has printed its block."""

    process: "subprocess.Popen[str]"
    port: int
    block: str
    seconds_to_start: float

    def stop(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(timeout=SECONDS_TO_STOP)


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    ours = {"METRICGAIN_DATA_DIR": str(data_dir), "COLUMNS": "80", **more}
    inherited = {
        name: value
        for name, value in os.environ.items()  # noqa: TID251 - PATH and HOME
        if not name.startswith("METRICGAIN_")
    }
    return inherited | ours


def metricgain(
    data_dir: Path, *arguments: str, typed: str = "", **more: str
) -> "subprocess.CompletedProcess[str]":
    """Run a command of ours to its end."""
    return subprocess.run(
        [METRICGAIN, *arguments],
        env=environment(data_dir, **more),
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextlib.contextmanager
def serving(data_dir: Path, **more: str) -> Iterator[Serving]:
    """Run `metricgain serve` until the block ends, however the block ends."""
    port = free_port()
    began = time.monotonic()
    process = subprocess.Popen(
        [METRICGAIN, "serve"],
        env=environment(data_dir, METRICGAIN_PORT=str(port), **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    with process:
        try:
            yield Serving(
                process=process,
                port=port,
                block=_block(process),
                seconds_to_start=time.monotonic() - began,
            )
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()


def _block(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if len(lines) > 1 and line.startswith("───"):
            break
    return "".join(lines)


def has_listener(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def test_it_ends_its_start_with_one_clear_block_and_then_keeps_quiet(
    data_dir: Path,
) -> None:
    with serving(data_dir) as serve:
        address = f"http://127.0.0.1:{serve.port}"

        first, *lines, last = serve.block.splitlines()
        told = dict(line.strip().split(maxsplit=1) for line in lines)
        link = told.pop("Open")

        assert "MetricGain is running" in first
        assert set(last) == {"─"}
        assert re.fullmatch(rf"{address}/#/welcome/[\w-]{{43}}", link)
        assert told == {
            "More": f"accounts METRICGAIN_DATA_DIR='{data_dir}' {METRICGAIN}"
            " user create you@example.org",
            "Your": f"data     {data_dir}",
            "Stop": "press Ctrl-C",
        }
        assert httpx.get(f"{address}/readyz").json() == {"status": "ready"}
        assert serve.seconds_to_start < 15
        assert serve.stop(signal.SIGTERM) == 0
        assert serve.process.stdout is not None
        assert serve.process.stdout.read() == ""
        assert not runs(data_dir)


def test_each_start_shows_a_link_until_one_was_followed(data_dir: Path) -> None:
    with serving(data_dir) as serve, serving(data_dir) as again:
        codes = [_opened(each).rpartition("/")[2] for each in (serve, again)]

        answer = httpx.post(
            f"http://127.0.0.1:{again.port}/api/v1/session/link",
            json={"secret": codes[0]},
        )

        assert codes[0] != codes[1]
        assert answer.status_code == 201
        assert serve.stop(signal.SIGTERM) == 0
    with serving(data_dir) as serve:
        assert _opened(serve) == f"http://127.0.0.1:{serve.port}"
        assert "user create" not in serve.block
    deleted = metricgain(data_dir, "user", "delete", "owner@localhost", "--yes")
    assert deleted.returncode == 0


def _opened(serve: Serving) -> str:
    return next(line.split()[1] for line in serve.block.splitlines() if "Open" in line)


def test_closing_the_terminal_stops_everything(data_dir: Path) -> None:
    with serving(data_dir) as serve:
        assert serve.stop(signal.SIGHUP) == 0
        assert not has_listener(serve.port)
        assert not runs(data_dir)


def test_a_client_that_never_finishes_its_request_cannot_delay_the_stop(
    data_dir: Path,
) -> None:
    with (
        serving(data_dir) as serve,
        socket.create_connection(("127.0.0.1", serve.port)) as slow,
    ):
        slow.sendall(b"GET /healthz HTTP/1.1\r\nHo")

        assert serve.stop(signal.SIGINT) == 0
        assert not runs(data_dir)


def test_a_killed_server_leaves_nothing_that_holds_the_port(data_dir: Path) -> None:
    with (
        serving(data_dir, METRICGAIN_WORKERS="2") as serve,
        socket.create_connection(("127.0.0.1", serve.port)) as slow,
    ):
        slow.sendall(b"GET /healthz HTTP/1.1\r\nHo")

        serve.process.kill()
        serve.process.wait()

        assert soon(lambda: not has_listener(serve.port), seconds=8)
        assert soon(lambda: not runs(data_dir), seconds=8)
        again = metricgain(data_dir, "migrate")
        assert again.returncode == 0


def test_two_servers_on_other_ports_share_one_database(data_dir: Path) -> None:
    with serving(data_dir) as one, serving(data_dir) as other:
        url = metricgain(data_dir, "database", "url")
        before = started_at(url.stdout.strip())

        assert other.stop(signal.SIGINT) == 0

        ready = httpx.get(f"http://127.0.0.1:{one.port}/readyz")
        assert ready.status_code == 200
        assert started_at(url.stdout.strip()) == before
        assert url.stderr == ""


def test_a_taken_port_is_told_in_one_line_before_the_database_starts(
    data_dir: Path,
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        ended = metricgain(data_dir / "never made", "serve", "--port", port)

    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Port {port} is taken by another program. Set ")
    assert ended.stderr.count("\n") == 1
    assert not (data_dir / "never made").exists()


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        pytest.param("PORT", "eighty", "must be a whole number", id="no number"),
        pytest.param("PORT", "70000", "must be between 0 and 65535", id="too large"),
        pytest.param("HOST", "203.0.113.9", "has no address", id="foreign host"),
        pytest.param("WORKERS", "0", "must be at least 1", id="no workers"),
        pytest.param("REGISTRATION", "perhaps", "must be one of", id="no choice"),
        pytest.param("DATABASE_URL", "mysql://x", "must begin", id="no PostgreSQL"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line(
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    setting: str,
    value: str,
    says: str,
) -> None:
    monkeypatch.setenv("METRICGAIN_PORT", "0")
    monkeypatch.setenv(f"METRICGAIN_{setting}", value)
    monkeypatch.setattr(sys, "argv", ["metricgain", "serve"])

    with pytest.raises(SystemExit) as ended:
        main()

    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert told.startswith(f"METRICGAIN_{setting}: ")
    assert says in told
    assert told.count("\n") == 1
    assert list(here.iterdir()) == []


def test_a_database_that_nobody_answers_for_is_told_in_one_line(tmp_path: Path) -> None:
    nowhere = f"postgresql://role:secret@127.0.0.1:{free_port()}/metricgain"

    ended = metricgain(tmp_path, "serve", "--port", "0", "--database-url", nowhere)

    assert ended.returncode == 1
    assert "the database cannot be reached" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "secret" not in ended.stderr


def test_going_back_and_forth_between_revisions(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["metricgain", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return ended.value.code, told.out, told.err

    code, told, _ = run("migrate")
    assert (code, told[:28]) == (0, "The database is at revision ")

    code, _, complaint = run("migrate", "--down-to", "base")
    assert code == 2
    assert "--yes" in complaint

    code, told, _ = run("migrate", "--down-to", "0001", "--yes")
    assert (code, told) == (0, "The database is back at revision 0001.\n")

    code, _, complaint = run("migrate", "--down-to", "nowhere", "--yes")
    assert code == 2
    assert "nowhere" in complaint

    settle(here)


def test_without_a_server_the_printed_address_comes_with_a_warning(
    data_dir: Path,
) -> None:
    printed = metricgain(data_dir, "database", "url")

    assert printed.returncode == 0
    assert printed.stdout.startswith("postgresql://")
    assert "It answers while `metricgain serve` runs." in printed.stderr


def test_the_shell_speaks_to_the_database_and_hides_its_password(
    data_dir: Path,
) -> None:
    lines = "\\pset tuples_only on\nSELECT count(*) > 5 FROM pg_policies;\n\\conninfo\n"

    ended = metricgain(data_dir, "database", "shell", typed=lines)

    assert ended.returncode == 0
    assert " t\n" in ended.stdout
    assert not runs(data_dir)


def test_without_psql_the_shell_says_what_to_install(tmp_path: Path) -> None:
    ended = metricgain(
        tmp_path / "data",
        "database",
        "shell",
        METRICGAIN_POSTGRES_BIN=str(tmp_path),
        PATH=str(tmp_path),
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("There is no psql on this machine. Install one")
