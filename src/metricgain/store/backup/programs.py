"""Which pg_dump and pg_restore write and read backups."""

import asyncio
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from metricgain.config import environment_with
from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.addresses import without_password
from metricgain.store.embedded import find_binaries

_SYSTEM: Final = Path("/usr/lib/postgresql")
_VERSION: Final = re.compile(r"\(PostgreSQL\) (\d+)")
_LINES: Final = 5
# Owners of tables are bound by row-level security, too, unless they run the server.
_SEES_ALL: Final = "-c metricgain.as_system=on"


class ProgramFailed(Conflict):
    """A program of PostgreSQL ended with an error. What it was to make is removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """A folder with pg_dump and pg_restore, and their major version."""

    directory: Path
    major: int

    async def run(self, name: str, *arguments: str, url: str) -> None:
        """Run a program on a database to its end.

        Raises ProgramFailed with what it said. A program whose caller is cancelled is
        ended.
        """
        address, password = without_password(url)
        program = await asyncio.create_subprocess_exec(
            str(self.directory / name),
            *arguments,
            f"--dbname={address}",
            env=environment_with(PGPASSWORD=password, PGOPTIONS=_SEES_ALL, LC_ALL="C"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            _, said = await program.communicate()
        except BaseException:
            program.kill()
            await program.wait()
            raise
        if program.returncode != 0:
            lines = said.decode("utf-8", "replace").strip().splitlines()
            raise ProgramFailed(f"{name} failed: {' | '.join(lines[-_LINES:])}")


def programs_for(
    server_major: int, *, embedded: bool, postgres_bin: Path | None
) -> Programs:
    """Return programs that can read a server of this major version.

    The embedded server brings its own. For a server of your own they are the ones that
    METRICGAIN_POSTGRES_BIN names, else the newest of the system: the packaged ones
    cannot speak TLS. Raises NotFound that names the versions that were found.
    """
    if embedded:
        places = [find_binaries(postgres_bin).directory]
    elif postgres_bin is not None:
        places = [postgres_bin]
    else:
        places = list(_system_places())
    found = [
        Programs(directory=place, major=major)
        for place in places
        if (place / "pg_restore").exists()
        and (major := _major_of(place / "pg_dump")) is not None
    ]
    newest = max(found, key=lambda programs: programs.major, default=None)
    if newest is None or newest.major < server_major:
        versions = ", ".join(str(one.major) for one in found) or "none"
        raise NotFound(
            f"the database is PostgreSQL {server_major}, and no pg_dump and pg_restore"
            f" of version {server_major} or newer are on this machine (found:"
            f" {versions})",
            remedy=f"Install them (apt-get install postgresql-client-{server_major}),"
            " or set METRICGAIN_POSTGRES_BIN to the folder that holds them.",
        )
    return newest


def _system_places() -> Iterator[Path]:
    yield from _SYSTEM.glob("*/bin")
    on_path = shutil.which("pg_dump")
    if on_path is not None:
        yield Path(on_path).parent


def _major_of(program: Path) -> int | None:
    try:
        said = subprocess.run(  # noqa: S603 - pg_dump of the operator's own machine
            [str(program), "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    version = _VERSION.search(said.stdout)
    return None if version is None else int(version[1])
