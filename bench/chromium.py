"""Find a Chromium for the browser tests, or install one.

Run as a script it makes sure that there is one and prints where.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
_ADVICE = (
    "The browser tests need Chromium. Install it (apt-get install chromium), or name"
    " one with METRICGAIN_CHROMIUM=/path/to/chromium."
)


def chromium() -> str:
    """Return the path of a Chromium on this machine. Raises RuntimeError without."""
    given = os.environ.get("METRICGAIN_CHROMIUM", "")  # noqa: TID251 - a setting of the tests
    if given:
        return given
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    downloaded = sorted(
        (Path.home() / ".cache/ms-playwright").glob("chromium-*/chrome-linux*/chrome")
    )
    if downloaded:
        return str(downloaded[-1])
    raise RuntimeError(_ADVICE)


def installed() -> str:
    """Return the path of a Chromium, which is installed if there is none."""
    try:
        return chromium()
    except RuntimeError:
        for command in _ways():
            print(f"Installing Chromium: {' '.join(command)}", file=sys.stderr)
            subprocess.run(command, check=False, stdout=sys.stderr)  # noqa: S603 - the system's own
            if _is_there():
                break
    return chromium()


def _is_there() -> bool:
    try:
        return bool(chromium())
    except RuntimeError:
        return False


def _ways() -> list[list[str]]:
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    ways = []
    if shutil.which("apt-get") and (not root or shutil.which("sudo")):
        ways.append([*root, "apt-get", "update", "-qq"])
        ways.append([*root, "apt-get", "install", "-y", "-qq", "chromium"])
    ways.append([sys.executable, "-m", "playwright", "install", "chromium"])
    return ways


if __name__ == "__main__":
    try:
        print(installed())
    except RuntimeError as error:
        sys.exit(str(error))
