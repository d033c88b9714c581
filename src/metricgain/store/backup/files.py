"""Backups as files: a dump and beside it a manifest, which makes it whole.

Both are written under names that begin with a dot, reach the disk, and get their names
after that, the manifest last. A dump without a manifest is what a killed backup left.
"""

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.store.backup.fingerprints import Fingerprint

DUMP: Final = ".dump"
_MANIFEST: Final = ".json"
_PARTIAL: Final = ".partial-"
_NAME: Final = "metricgain-%Y%m%dT%H%M%SZ"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says about itself. `revision` is that of the schema."""

    made_at: datetime
    product_version: str
    server_version: str
    revision: str
    size: int
    sha256: str
    tables: dict[str, Fingerprint]
    verified_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A whole backup: its dump and what its manifest says."""

    path: Path
    manifest: Manifest

    @property
    def rows(self) -> int:
        """How many rows it holds in all tables."""
        return sum(table.rows for table in self.manifest.tables.values())


@contextlib.contextmanager
def writing_in(folder: Path) -> Iterator[None]:
    """Hold a folder for backups alone, and sweep what a killed one left.

    Raises Conflict if another process holds it, Invalid if it cannot be written to.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise Invalid(
            f"{folder} cannot be written to ({error.strerror})",
            field="METRICGAIN_BACKUP_DIR",
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for left in folder.glob(f"{_PARTIAL}*"):
            left.unlink()
        yield
    except BlockingIOError:
        raise Conflict(
            f"another process is making a backup in {folder}",
            remedy="Wait until it is done.",
        ) from None
    finally:
        os.close(lock)


def partial_name(folder: Path) -> Path:
    """Return where to write a dump before it is whole."""
    return folder / f"{_PARTIAL}{os.getpid()}{DUMP}"


def keep(partial: Path, manifest: Manifest) -> Backup:
    """Give a dump its name and its manifest, once both have reached the disk."""
    folder = partial.parent
    base = name = manifest.made_at.strftime(_NAME)
    number = 1
    while (folder / f"{name}{DUMP}").exists():
        number += 1
        name = f"{base}-{number}"
    path = folder / f"{name}{DUMP}"
    partial.chmod(0o600)
    with partial.open("rb") as dump:
        os.fsync(dump.fileno())
    partial.rename(path)
    _sync_folder(folder)
    _write_manifest(path, manifest)
    return Backup(path=path, manifest=manifest)


def mark_verified(backup: Backup, at: datetime) -> Backup:
    """Note in the manifest that the backup was restored and found equal."""
    manifest = msgspec.structs.replace(backup.manifest, verified_at=at)
    _write_manifest(backup.path, manifest)
    return Backup(path=backup.path, manifest=manifest)


def open_backup(path: Path) -> Backup:
    """Return the backup that a dump belongs to.

    Raises NotFound if there is none, Invalid if it is not whole.
    """
    if not path.is_file():
        raise NotFound(f"there is no backup {path}")
    try:
        manifest = msgspec.json.decode(_manifest_of(path).read_bytes(), type=Manifest)
    except FileNotFoundError:
        raise Invalid(
            f"{path.name} has no manifest {_manifest_of(path).name} beside it, so it is"
            " not whole, or was moved alone",
            field="FILE",
        ) from None
    except msgspec.DecodeError as error:
        raise Invalid(
            f"{_manifest_of(path).name} cannot be understood ({error})", field="FILE"
        ) from error
    return Backup(path=path, manifest=manifest)


def check_content(backup: Backup) -> None:
    """Raise Invalid unless the dump is byte for byte what was written."""
    size = backup.path.stat().st_size
    said = backup.manifest
    if size != said.size or digest_of(backup.path) != said.sha256:
        raise Invalid(
            f"{backup.path.name} is damaged: its content is not what was written"
            f" ({size} bytes, {said.size} then)",
            field="FILE",
        )


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def backups_in(folder: Path) -> list[Backup]:
    """Return the whole backups of a folder, the newest first."""
    found = []
    for path in folder.glob(f"metricgain-*{DUMP}"):
        with contextlib.suppress(Invalid):
            found.append(open_backup(path))
    return sorted(found, key=lambda one: one.manifest.made_at, reverse=True)


def remove_old(folder: Path, *, days: int, now: datetime) -> list[Backup]:
    """Remove the backups that are older than so many days; return them.

    The newest one that was verified stays however old it is.
    """
    found = backups_in(folder)
    good = next((one for one in found if one.manifest.verified_at is not None), None)
    oldest = now - timedelta(days=days)
    old = [one for one in found if one.manifest.made_at < oldest and one != good]
    for backup in old:
        # The manifest first: without it, what is left is no backup.
        _manifest_of(backup.path).unlink()
        backup.path.unlink()
    return old


def _manifest_of(path: Path) -> Path:
    return path.with_suffix(_MANIFEST)


def _write_manifest(path: Path, manifest: Manifest) -> None:
    partial = path.parent / f"{_PARTIAL}{os.getpid()}{_MANIFEST}"
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    partial.rename(_manifest_of(path))
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
