"""Keeps one PostgreSQL alive exactly as long as somebody uses it.

Runs as a process of its own, started by file name with nothing but the standard
library, so that it is small and outlives whoever started it. It waits until it
can hold the presence lock alone, which the kernel allows once the last process
that shares it has gone, however that ended, and then shuts the server down. If
the server dies first, it leaves. If it is killed itself, Linux tells the server
to shut down; elsewhere the next start puts a new guardian beside the server.
"""

import contextlib
import ctypes
import fcntl
import json
import os
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_FAST_SHUTDOWN_SECONDS = 60


class Orders(TypedDict):
    """What the starter tells the guardian, as JSON in its only argument.

    `command` is PostgreSQL's command line with {cluster} for its directory and
    {archive} for the folder `archive`, if any; or empty to adopt the server that runs.
    `ids` are uid and gid to run it as.
    """

    cluster: str
    socket_dir: str
    presence_lock: str
    guardian_lock: str
    running_lock: str
    archive: str
    command: list[str]
    ids: list[int]


def main() -> None:
    """Leave the starter's family, start or adopt the server, and watch."""
    orders: Orders = json.loads(sys.argv[1])
    if os.fork():
        os._exit(0)
    guard = _opened(orders["guardian_lock"])
    fcntl.flock(guard, fcntl.LOCK_EX)
    server = _start(orders) if orders["command"] else _running_pid(orders)
    watch = threading.Thread(target=_leave_after_server, args=[orders], daemon=True)
    watch.start()
    fcntl.flock(_opened(orders["presence_lock"]), fcntl.LOCK_EX)
    for how in (signal.SIGINT, signal.SIGQUIT):
        with contextlib.suppress(ProcessLookupError):
            os.kill(server, how)
        watch.join(_FAST_SHUTDOWN_SECONDS)


def _opened(path: str) -> int:
    return os.open(path, os.O_RDWR)


def _start(orders: Orders) -> int:
    """Start PostgreSQL holding the running lock, which its children inherit."""
    running = _opened(orders["running_lock"])
    fcntl.flock(running, fcntl.LOCK_EX)
    handles = [running]
    places = {name: orders[name] for name in ("cluster", "archive") if orders[name]}
    if orders["ids"] and sys.platform == "linux":
        for name, place in places.items():
            handles.append(os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW))
            places[name] = f"/proc/self/fd/{handles[-1]}"
    # The archive is written in a command for a shell, in which % means something.
    archive = shlex.quote(places.get("archive", "")).replace("%", "%%")
    uid, gid = orders["ids"] or (None, None)
    server = subprocess.Popen(  # noqa: S603 -- PostgreSQL with our arguments
        [
            part.replace("{cluster}", places["cluster"]).replace("{archive}", archive)
            for part in orders["command"]
        ],
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C"},
        pass_fds=handles,
        start_new_session=True,
        user=uid,
        group=gid,
        extra_groups=None if uid is None else [],
        preexec_fn=_dying_with_us(),  # noqa: PLW1509 -- this process has one thread so far
    )
    for handle in handles:
        os.close(handle)
    return server.pid


def _dying_with_us() -> Callable[[], None] | None:
    """Return what the child does so that Linux shuts it down when we are killed."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    # What the server leaves behind is buried by us: in a container, the first
    # process often buries nobody.
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1)
    parent = os.getpid()

    def ask() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
        if os.getppid() != parent:
            os._exit(1)

    return ask


def _running_pid(orders: Orders) -> int:
    lines = Path(orders["cluster"], "postmaster.pid").read_text("utf-8").splitlines()
    return int(lines[0])


def _leave_after_server(orders: Orders) -> None:
    """Wait until no process of the server is left, tidy up and end the guardian."""
    fcntl.flock(_opened(orders["running_lock"]), fcntl.LOCK_EX)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    with contextlib.suppress(OSError):
        Path(orders["socket_dir"]).rmdir()
    os._exit(0)


if __name__ == "__main__":
    main()
