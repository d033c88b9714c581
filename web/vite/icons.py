# ruff: noqa: INP001 - a script that is run by hand, no package
"""Render the app's PNG icons from icon.svg with a Chromium that is installed.

Run it after a change of public/icon.svg: python3 vite/icons.py [path of Chromium].
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

PUBLIC: Final = Path(__file__).parent.parent / "public"
# Launchers cut a maskable icon to a circle of 80 %: what is drawn fits into that.
SAFE_SCALE: Final = 0.8
FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--default-background-color=00000000",
)


def main() -> None:
    chromium = sys.argv[1] if len(sys.argv) > 1 else "chromium"
    svg = (PUBLIC / "icon.svg").read_text()
    for size in (192, 512):
        render(chromium, svg, size, PUBLIC / f"icon-{size}.png")
    render(chromium, maskable(svg), 512, PUBLIC / "icon-maskable-512.png")


def maskable(svg: str) -> str:
    """Return the icon with a square ground and its drawing in the safe circle."""
    square = re.sub(r' rx="116"', "", svg, count=1)
    moved = 256 * (1 - SAFE_SCALE)
    shift = f'<g transform="translate({moved:g} {moved:g}) scale({SAFE_SCALE:g})"'
    return square.replace("<g", shift, 1)


def render(chromium: str, svg: str, size: int, to: Path) -> None:
    page = (
        "<!doctype html><style>*{margin:0}svg{display:block;"
        f"width:{size}px;height:{size}px}}</style>{svg}"
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "icon.html"
        source.write_text(page)
        subprocess.run(  # noqa: S603 - the browser that the caller named
            [
                chromium,
                *FLAGS,
                f"--window-size={size},{size}",
                f"--user-data-dir={folder}/profile",
                f"--screenshot={to}",
                source.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    main()
