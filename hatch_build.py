"""Put the built web app into the wheel, so that installing it needs no Node."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = "src/metricgain/web"


class WebApp(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own name for any configuration
    """Builds the web app unless it is there and new; there is no wheel without it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Take the web app along. Raises RuntimeError if it cannot be built."""
        if version == "editable":
            return
        if not self._is_new():
            self._build()
        build_data["artifacts"].append(f"{BUILT}/**")

    def _is_new(self) -> bool:
        """Tell whether the web app was built after its sources were changed."""
        built = Path(self.root) / BUILT / "index.html"
        web = Path(self.root) / "web"
        folders = [web / name for name in ("src", "public", "vite")]
        sources = [
            *web.glob("*.*"),
            *(each for in_ in folders for each in in_.rglob("*")),
        ]
        if not built.is_file():
            return False
        made = built.stat().st_mtime
        return all(each.stat().st_mtime <= made for each in sources if each.is_file())

    def _build(self) -> None:
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("a wheel needs the web app, and that Node and npm")
        web = Path(self.root) / "web"
        lock, ready = web / "package-lock.json", web / "node_modules/.ready"
        commands = [["ci", "--no-audit", "--no-fund"], ["run", "build"]]
        if ready.is_file() and ready.stat().st_mtime >= lock.stat().st_mtime:
            del commands[0]
        for command in commands:
            subprocess.run([npm, *command], cwd=web, check=True)  # noqa: S603 - our own scripts
        if not (Path(self.root) / BUILT / "index.html").is_file():
            raise RuntimeError("npm run build left no web app behind")
