"""Put the built web app into the wheel, so that installing it needs no Node."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = "src/metricgain/web"


class WebApp(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own name for any configuration
    """Builds the web app unless it is there; there is no wheel without it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Take the web app along. Raises RuntimeError if it cannot be built."""
        if version == "editable":
            return
        if not (Path(self.root) / BUILT / "index.html").is_file():
            self._build()
        build_data["artifacts"].append(f"{BUILT}/**")

    def _build(self) -> None:
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("a wheel needs the web app, and that Node and npm")
        web = Path(self.root) / "web"
        for command in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
            subprocess.run([npm, *command], cwd=web, check=True)  # noqa: S603 - our own scripts
        if not (Path(self.root) / BUILT / "index.html").is_file():
            raise RuntimeError("npm run build left no web app behind")
