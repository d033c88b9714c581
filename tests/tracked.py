"""The files of this repository, without what tools leave behind."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@cache
def tracked() -> tuple[str, ...]:
    """Return the paths that git tracks or would track, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = {path for path in listed.stdout.split("\0") if path}
    return tuple(sorted(path for path in paths if (ROOT / path).is_file()))
