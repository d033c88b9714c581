"""What Lighthouse says of the app, signed out and signed in, where it can be had."""

import argparse
import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import httpx

from bench.app import EMAIL, live
from bench.chromium import FLAGS, installed
from bench.demo_client import PASSWORD, DemoClient
from bench.own_server import own_server
from metricgain.config import environment_with

VERSION: Final = "12.8.2"
"""The newest that runs on the oldest Node that the app is built with."""
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
_LONGEST_SECONDS: Final = 300
_NOT_SCORED: Final = ("notApplicable", "manual", "informative", "error")


class CannotRun(RuntimeError):
    """Lighthouse is not on this machine and could not be fetched, or it failed."""


def main(arguments: Sequence[str]) -> None:
    """Report Lighthouse's scores of the app, and what keeps them below 100."""
    parser = argparse.ArgumentParser(prog="python -m bench lighthouse")
    parser.add_argument("--years", type=int, default=1)
    asked = parser.parse_args(arguments)
    try:
        with TemporaryDirectory(prefix="metricgain-lighthouse-") as folder:
            _prepare()
            with (
                own_server() as address,
                DemoClient.new_account(address, email=EMAIL) as client,
            ):
                live(client, years=asked.years)
                cookie = _signed_in(address)
                file = Path(folder) / "report.json"
                for path, sent in (("/welcome", ""), ("/today", cookie)):
                    _report(path, scores(address + path, file, cookie=sent))
    except CannotRun as error:
        print(f"Lighthouse could not be run: {error}")


def scores(url: str, file: Path, *, cookie: str) -> dict[str, Any]:
    """Return what Lighthouse writes of a page. Raises CannotRun."""
    headers = json.dumps({"Cookie": cookie} if cookie else {})
    _lighthouse(
        url,
        "--output=json",
        f"--output-path={file}",
        "--quiet",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}",
        f"--extra-headers={headers}",
    )
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def _signed_in(address: str) -> str:
    body = {"email": EMAIL, "password": PASSWORD}
    answer = httpx.post(f"{address}/api/v1/session", json=body)
    answer.raise_for_status()
    return "; ".join(f"{name}={value}" for name, value in answer.cookies.items())


def _prepare() -> None:
    if shutil.which("npx") is None:
        raise CannotRun("there is no npx on this machine")
    print(f"Lighthouse {_lighthouse('--version').strip()}")


def _lighthouse(*arguments: str) -> str:
    command = ["npx", "--yes", f"lighthouse@{VERSION}", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - a pinned version of a known program
            command,
            check=False,
            capture_output=True,
            text=True,
            timeout=_LONGEST_SECONDS,
            env=environment_with(CHROME_PATH=installed()),
        )
    except subprocess.TimeoutExpired:
        raise CannotRun(f"no answer within {_LONGEST_SECONDS} seconds") from None
    if done.returncode:
        raise CannotRun((done.stderr or done.stdout).strip()[-400:])
    return done.stdout


def _report(path: str, found: dict[str, Any]) -> None:
    print(path)
    for name in CATEGORIES:
        category = found["categories"][name]
        score = category["score"]
        print(f"  {name}: {'no score' if score is None else round(100 * score)}")
        for reference in category["auditRefs"]:
            audit = found["audits"][reference["id"]]
            if reference["weight"] and _falls_short(audit):
                value = audit.get("displayValue", "")
                print(f"    {audit['title']} {value}".rstrip())


def _falls_short(audit: dict[str, Any]) -> bool:
    scored = audit["scoreDisplayMode"] not in _NOT_SCORED
    return scored and audit["score"] is not None and audit["score"] < 1
