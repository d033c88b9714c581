"""The files in deploy/ name what there is, as the page on installing tells it."""

import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from metricgain.api.sent_files import LARGEST_FILE
from metricgain.app import LARGEST_BODY
from metricgain.config import PREFIX, Settings
from tracked import ROOT, tracked

FILES = [path for path in tracked() if path.startswith("deploy/")]
PROXIES = ["deploy/Caddyfile", "deploy/nginx.conf"]
UNIT = "deploy/metricgain.service"


def read(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize("path", FILES)
def test_a_file_is_told_of_and_names_settings_that_exist(path: str) -> None:
    settings = {PREFIX + setting.name.upper() for setting in fields(Settings)}
    named = set(re.findall(r"METRICGAIN_[A-Z_]+", read(path))) - {"METRICGAIN_NAME"}

    assert named <= settings
    assert f"(../../{path})" in read("docs/operate/install.md")


@pytest.mark.parametrize("path", PROXIES)
def test_a_proxy_knows_where_the_product_listens(path: str) -> None:
    default = Settings()

    assert f"{default.host}:{default.port}" in read(path)


def test_nginx_takes_as_much_as_the_product_does() -> None:
    most = max(LARGEST_BODY, LARGEST_FILE)

    assert f"client_max_body_size {most >> 20}m;" in read("deploy/nginx.conf")


@pytest.mark.parametrize("path", PROXIES)
def test_a_proxy_keeps_browsers_at_tls_for_a_year(path: str) -> None:
    told = 'Strict-Transport-Security "max-age=31536000; includeSubDomains"'

    assert told in read(path)


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        pytest.param(
            "deploy/nginx.conf",
            r"listen 80;.*location /api/ \{[^}]*return 403;",
            id="nginx",
        ),
        pytest.param(
            "deploy/Caddyfile",
            r"http://\S+ \{.*handle /api/\* \{\s+respond 403",
            id="Caddy",
        ),
    ],
)
def test_a_proxy_redirects_pages_and_not_programs(path: str, plain: str) -> None:
    assert re.search(plain, read(path), re.DOTALL)


def test_nginx_speaks_no_old_tls() -> None:
    lines = {line.strip() for line in read("deploy/nginx.conf").splitlines()}

    assert "ssl_protocols TLSv1.2 TLSv1.3;" in lines
    assert "ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;" in lines


def test_what_goes_into_the_image_is_there() -> None:
    lines = read("deploy/Containerfile").splitlines()
    copied = [line.split()[1] for line in lines if re.match(r"COPY [^-]", line)]
    ignored = read(".dockerignore").splitlines()

    assert all((ROOT / source).exists() for source in copied)
    assert "src/metricgain/web" in ignored


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None,
    reason="expected here: without systemd, nothing judges its units",
)
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "metricgain.service"
    unit.write_text(
        re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={sys.executable}", read(UNIT))
    )

    judged = subprocess.run(
        ["systemd-analyze", "verify", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )

    complaints = [line for line in judged.stderr.splitlines() if "metricgain" in line]
    assert complaints == []
