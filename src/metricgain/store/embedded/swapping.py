"""Let another cluster take the place of the one that is there, whatever is killed."""

import os
from pathlib import Path
from typing import Final

import msgspec

from metricgain.store.embedded.home import Home

_MARKER: Final = "swap.json"


class _Swap(msgspec.Struct):
    """Names below the database's folder: what comes, and how what goes is kept."""

    fresh: str
    kept: str


def swap_cluster(home: Home, fresh: Path, *, kept: str) -> Path | None:
    """Put a cluster from below the database's folder in place.

    Return where the one that was there is kept, None if there was none. Call it only
    while no server runs. Interrupted, the next start completes it.
    """
    there = home.cluster.is_dir()
    swap = _Swap(fresh=str(fresh.relative_to(home.folder)), kept=kept)
    home.write(home.folder / _MARKER, msgspec.json.encode(swap))
    finish_swap(home)
    return home.folder / kept if there else None


def finish_swap(home: Home) -> None:
    """Complete what was begun, if anything was."""
    marker = home.folder / _MARKER
    try:
        swap = msgspec.json.decode(marker.read_bytes(), type=_Swap)
    except FileNotFoundError:
        return
    fresh, kept = home.folder / swap.fresh, home.folder / swap.kept
    if fresh.is_dir():
        if home.cluster.is_dir():
            home.cluster.rename(kept)
        fresh.rename(home.cluster)
    sync_folder(home.folder)
    marker.unlink()


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder have reached the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
