"""Locks that the kernel lets go when their holder dies, however it dies."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


def open_lock(path: Path) -> int:
    """Open a lock file, making it if need be, for its folder's owner."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    if os.geteuid() == 0:
        folder = path.parent.stat()
        os.fchown(handle, folder.st_uid, folder.st_gid)
    return handle


def share(path: Path) -> int:
    """Wait for a shared hold and return it; closing it lets go."""
    handle = open_lock(path)
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait for the exclusive hold and keep it for the block."""
    handle = open_lock(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        # A child forked meanwhile has a copy: closing ours would not let go.
        fcntl.flock(handle, fcntl.LOCK_UN)
        os.close(handle)


def is_held(path: Path) -> bool:
    """Tell whether anybody holds the lock in any way."""
    return not _could(path, fcntl.LOCK_EX)


def is_shared(path: Path) -> bool:
    """Tell whether somebody holds the lock together with others, not alone."""
    return is_held(path) and _could(path, fcntl.LOCK_SH)


def _could(path: Path, hold: int) -> bool:
    handle = open_lock(path)
    try:
        fcntl.flock(handle, hold | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True
