"""How much memory there is for the database, on a machine or in a part of one."""

import os
from pathlib import Path
from typing import Final

_GROUPS: Final = Path("/proc/self/cgroup")
_LIMITS: Final = Path("/sys/fs/cgroup")
_MB: Final = 1024 * 1024


def memory_mb(groups: Path = _GROUPS, limits: Path = _LIMITS) -> int:
    """Return the megabytes of memory that this process may use, by the least limit.

    A container, or a service of systemd, may have less than the machine has. `groups`
    and `limits` are where Linux (cgroup v2) says so; elsewhere there is no such limit.
    """
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return min([machine, *_limits(groups, limits)]) // _MB


def _limits(groups: Path, limits: Path) -> list[int]:
    """Return the limits, in bytes, of the group that this process is in, and above."""
    try:
        lines = groups.read_text("utf-8").splitlines()
    except OSError:
        return []
    own = next((line[3:] for line in lines if line.startswith("0::")), "/")
    folder = limits / own.lstrip("/")
    found = []
    for group in (folder, *folder.parents):
        if not group.is_relative_to(limits):
            break
        try:
            said = (group / "memory.max").read_text("ascii").strip()
        except OSError:
            continue
        if said.isdigit():
            found.append(int(said))
    return found
