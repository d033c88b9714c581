"""A whole installation in processes of its own, kept up as systemd would do it."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random  # noqa: TID251 - drawn from a given seed
from typing import Final

import httpx
from tests.server import free_port

from metricgain.config import environment_with

_METRICGAIN: Final = Path(sys.executable).with_name("metricgain")
_PATIENCE_SECONDS: Final = 180
_LOOK_SECONDS: Final = 0.02
_PAUSE_SECONDS: Final = 0.1


@dataclass(slots=True)
class KeptUp:
    """A command that is started again whenever it ends."""

    arguments: list[str]
    environment: Mapping[str, str]
    log: Path
    starts: int = 0
    _process: "asyncio.subprocess.Process | None" = None

    @property
    def pid(self) -> int:
        """The process that runs now."""
        assert self._process is not None
        return self._process.pid

    async def keep(self) -> None:
        """Keep it up until cancelled; then stop it and wait for its end."""
        try:
            while True:
                with self.log.open("ab") as log:
                    self._process = await asyncio.create_subprocess_exec(
                        _METRICGAIN, *self.arguments, env=dict(self.environment),
                        stdout=log, stderr=log, start_new_session=True,
                    )  # fmt: skip
                self.starts += 1
                await self._process.wait()
                await asyncio.sleep(_PAUSE_SECONDS)
        finally:
            if self._process is not None:
                with suppress(ProcessLookupError):
                    self._process.terminate()
                await self._process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """A running installation. `web` and `jobs` are its two commands."""

    data_dir: Path
    address: str
    web: KeptUp
    jobs: KeptUp
    log: Path

    @property
    def url(self) -> str:
        """The database, as the owner of the tables."""
        said = subprocess.run(  # noqa: S603 - our own command
            [_METRICGAIN, "database", "url"],
            env=dict(self.web.environment),
            capture_output=True,
            text=True,
            check=True,
        )
        return said.stdout.strip()

    def postmaster(self) -> int:
        """Return the process of PostgreSQL that all others come from."""
        file = self.data_dir / "database" / "cluster" / "postmaster.pid"
        return int(file.read_text().split()[0])

    def kill(self, victim: str, chance: Random) -> bool:
        """Kill a process of a kind with -9, or stop the database.

        Return whether there was one.
        """
        with suppress(OSError, ValueError, IndexError):
            os.kill(chance.choice(VICTIMS[victim](self)), _HOW.get(victim, _KILL))
            return True
        return False

    async def until_ready(self) -> None:
        """Return when it answers that it can do its work."""
        async with asyncio.timeout(_PATIENCE_SECONDS), httpx.AsyncClient() as client:
            while True:
                with suppress(httpx.TransportError):
                    answer = await client.get(f"{self.address}/readyz")
                    if answer.status_code == httpx.codes.OK:
                        return
                await asyncio.sleep(_LOOK_SECONDS)


@asynccontextmanager
async def kept_up(folder: Path, *, log: Path) -> AsyncIterator[Installation]:
    """Run an installation below a folder, with its jobs in a process of their own."""
    port = free_port()
    ours = {
        "DATA_DIR": str(folder / "data"), "PORT": str(port), "DATABASE_URL": "",
        "LOG_LEVEL": "warning", "LOG_FORMAT": "json", "JOBS": "0", "BACKUP_DAYS": "0",
    }  # fmt: skip
    environment = environment_with(
        **{f"METRICGAIN_{name}": value for name, value in ours.items()}
    )
    web = KeptUp(["serve"], environment, log)
    jobs = KeptUp(["work"], environment, log)
    there = Installation(
        data_dir=folder / "data",
        address=f"http://127.0.0.1:{port}",
        web=web,
        jobs=jobs,
        log=log,
    )
    tasks = [asyncio.create_task(web.keep())]
    try:
        await there.until_ready()
        tasks.append(asyncio.create_task(jobs.keep()))
        yield there
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


def _children(parent: int) -> dict[int, str]:
    """Return the processes that come from another, with how they are called."""
    said = subprocess.run(
        ["/bin/ps", "-eo", "pid=,ppid=,args="],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = (line.split(maxsplit=2) for line in said.stdout.splitlines())
    return {int(row[0]): row[2] for row in rows if int(row[1]) == parent}


def _workers(there: Installation) -> list[int]:
    return list(_children(there.web.pid))


def _backends(there: Installation) -> list[int]:
    children = _children(there.postmaster())
    return [pid for pid, name in children.items() if "metricgain_app" in name]


def _guardian(there: Installation) -> list[int]:
    said = subprocess.run(  # noqa: S603 - a number of ours
        ["/bin/ps", "-o", "ppid=", "-p", str(there.postmaster())],
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(said.stdout)]


VICTIMS: Final[Mapping[str, Callable[[Installation], list[int]]]] = {
    "web server": lambda there: [there.web.pid],
    "worker": _workers,
    "job worker": lambda there: [there.jobs.pid],
    "postmaster": lambda there: [there.postmaster()],
    "backend": _backends,
    "any PostgreSQL process": lambda there: list(_children(there.postmaster())),
    "guardian": _guardian,
    "database stopped": lambda there: [there.postmaster()],
    "database stopped at once": lambda there: [there.postmaster()],
}
"""What can be killed, and which processes these are just now."""
_KILL: Final = signal.SIGKILL
_HOW: Final[Mapping[str, signal.Signals]] = {
    "database stopped": signal.SIGINT,
    "database stopped at once": signal.SIGQUIT,
}
