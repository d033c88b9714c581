"""A database server that is restarted, or whose disk fills, while people train."""

import asyncio
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import perf_counter
from typing import Final

import asyncpg

from bench.fault_kills import Outcome, training
from bench.fault_lifters import Heard, all_heard, compare, lifters_of, until
from bench.kept_up import Installation, kept_up

_DISK_MEGABYTES: Final = 256
_FULL: Final = "503 disk-full"


async def fill_the_disk(
    folder: Path, *, log: Path, lifters: int, rounds: int = 1
) -> Outcome:
    """Let people train on a disk that fills up and is freed again.

    The disk stays full until somebody was told so, then until the server itself has
    fallen over it. Needs a small file system mounted on `folder`.
    """
    back_after: list[float] = []
    async with kept_up(folder, log=log) as there:
        url = await asyncio.to_thread(lambda: there.url)
        async with lifters_of(url, there.address, count=lifters) as people:
            heard = people[0].heard
            async with training(people):
                for _ in range(rounds):
                    await all_heard(people)
                    ballast = fill(folder)
                    await _until_it_is_told(heard)
                    await _let_the_log_fall(there, url)
                    await _until_it_is_told(heard)
                    ballast.unlink()
                    begun = perf_counter()
                    await all_heard(people)
                    back_after.append(perf_counter() - begun)
            found = await compare(url, people)
    return Outcome(
        heard=heard,
        found=found,
        back_after={"disk full": back_after},
        log=there.log.read_text(),
    )


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount a file system in memory. Raises PermissionError where nobody may."""
    size = f"size={_DISK_MEGABYTES}m"
    said = subprocess.run(  # noqa: S603 - our own folder
        ["/bin/mount", "-t", "tmpfs", "-o", size, "metricgain-faults", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if said.returncode != 0:
        raise PermissionError(said.stderr.strip())
    try:
        yield
    finally:
        subprocess.run(["/bin/umount", str(folder)], check=True)  # noqa: S603 - our own folder


def fill(folder: Path) -> Path:
    """Take all that is free on the disk of a folder, and return the file that does."""
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        step = 1 << 20
        while step >= 1 << 12:
            try:
                os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), step)
            except OSError:
                step //= 4
    return ballast


async def _until_it_is_told(heard: Heard) -> None:
    before = heard.answers[_FULL]
    await until(lambda: heard.answers[_FULL] > before)


async def _let_the_log_fall(there: Installation, url: str) -> None:
    """Use up the write-ahead log that lies ready, until the server ends itself."""
    first = there.postmaster()
    with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        connection = await asyncpg.connect(url)
        try:
            while there.postmaster() == first:
                await connection.execute(
                    "SELECT pg_logical_emit_message(false, 'ballast', 'x'),"
                    " pg_switch_wal()"
                )
        finally:
            connection.terminate()
