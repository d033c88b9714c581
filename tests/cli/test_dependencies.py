"""What is installed, by which licence, and what is known to be wrong with it."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from typer.testing import CliRunner

from metricgain.cli import app
from metricgain.cli.dependencies import IN_THE_APP
from metricgain.integrations.osv import OsvAway, Package, vulnerabilities_of
from tracked import ROOT


@dataclass
class Osv:
    """An OSV of our own: POST /v1/querybatch as its published schema has it."""

    address: str = ""
    known: dict[str, list[str]] = field(default_factory=dict)
    status: int = 200
    body: bytes | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)

    def answer(self, queries: list[dict[str, Any]]) -> bytes:
        self.asked += queries
        if self.body is not None:
            return self.body
        return json.dumps({"results": [self._of(one) for one in queries]}).encode()

    def _of(self, query: dict[str, Any]) -> dict[str, Any]:
        """One id on a page."""
        ids = self.known.get(query["package"]["name"], [])
        at = int(query.get("page_token", 0))
        if at >= len(ids):
            return {}
        more = {"next_page_token": str(at + 1)} if at + 1 < len(ids) else {}
        return {"vulns": [{"id": ids[at], "modified": "2026-01-05T00:00:00Z"}]} | more


@pytest.fixture
def osv(monkeypatch: pytest.MonkeyPatch) -> Iterator[Osv]:
    stand_in = Osv()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            text = stand_in.answer(json.loads(body)["queries"])
            self.send_response(
                stand_in.status if self.path == "/v1/querybatch" else 404
            )
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stand_in.address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("METRICGAIN_OSV_URL", stand_in.address)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield stand_in
    server.shutdown()
    server.server_close()


def test_every_package_is_listed_with_its_version_and_licence(osv: Osv) -> None:
    ran = CliRunner().invoke(app, ["dependencies"])

    assert ran.exit_code == 0, ran.output
    assert "vulnerabilities are known of 0" in ran.output
    names = {one["package"]["name"] for one in osv.asked}
    assert {"litestar", "asyncpg", "cryptography", "svelte", "cffi"} <= names
    assert "metricgain" not in names
    assert "pytest" not in names
    litestar = next(line for line in ran.output.splitlines() if line[:8] == "litestar")
    assert "MIT" in litestar


def test_what_is_known_is_told_over_all_pages_and_fails(osv: Osv) -> None:
    osv.known = {"litestar": ["GHSA-1", "GHSA-2"], "svelte": ["CVE-3"]}

    ran = CliRunner().invoke(app, ["dependencies"])

    assert ran.exit_code == 1
    assert "GHSA-1, GHSA-2" in ran.output
    assert "CVE-3" in ran.output
    assert "vulnerabilities are known of 2" in ran.output


def test_offline_says_that_nobody_was_asked(osv: Osv) -> None:
    ran = CliRunner().invoke(app, ["dependencies", "--offline"])

    assert ran.exit_code == 0
    assert "nobody was asked" in ran.output
    assert "litestar" in ran.output
    assert osv.asked == []


@pytest.mark.parametrize(
    ("status", "body"),
    [
        pytest.param(503, b'{"code":14,"message":"away"}', id="away"),
        pytest.param(400, b'{"code":3,"message":"bad"}', id="not understood"),
        pytest.param(200, b"<html>", id="no JSON"),
        pytest.param(200, b'{"results":[]}', id="too few answers"),
    ],
)
def test_what_cannot_be_asked_is_no_clean_bill(
    osv: Osv, status: int, body: bytes
) -> None:
    osv.status, osv.body = status, body

    ran = CliRunner().invoke(app, ["dependencies"])

    assert ran.exit_code == 1
    assert isinstance(ran.exception, OsvAway)
    assert "known of 0" not in ran.output


def test_nobody_at_the_address_is_said() -> None:
    package = Package(ecosystem="PyPI", name="litestar", version="2.25.0")

    with pytest.raises(OsvAway, match="could not be asked"):
        vulnerabilities_of([package], address="http://127.0.0.1:9")


def test_what_the_app_is_built_from_is_what_is_locked() -> None:
    lock = json.loads((ROOT / "web/package-lock.json").read_text("utf-8"))["packages"]
    web = json.loads((ROOT / "web/package.json").read_text("utf-8"))

    for name, version, licence in IN_THE_APP:
        locked = lock[f"node_modules/{name}"]
        assert (locked["version"], locked["license"]) == (version, licence)
    assert set(web["dependencies"]) <= {name for name, _, _ in IN_THE_APP}
