"""Writes large files: whole or not at all, packed, dated, the newest kept."""

import os
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

_FAST: Final = 1
_MEMBER: Final = "metricgain.json"
_MINE_ONLY: Final = 0o600
_PATTERN: Final = "metricgain-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].zip"


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its place only when it is complete and on the disk.

    Only its owner may read it. If anything fails, what was there before stays.
    """
    partial = path.with_name(f"{path.name}.partial")
    opened = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _MINE_ONLY)
    try:
        with os.fdopen(opened, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


async def write_parts(
    parts: AsyncIterator[bytes], file: BinaryIO, *, packed: bool
) -> None:
    """Write the parts of a text, plain or as the one member of a zip archive."""
    if not packed:
        async for part in parts:
            file.write(part)
        return
    with (
        zipfile.ZipFile(
            file, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST
        ) as archive,
        archive.open(_MEMBER, "w", force_zip64=True) as member,
    ):
        async for part in parts:
            member.write(part)


def dated(folder: Path, day: date) -> Path:
    """Return the path of the export of a day."""
    return folder / f"metricgain-{day}.zip"


def exports_in(folder: Path) -> list[tuple[date, Path]]:
    """Return the exports in a folder with their days, the newest first."""
    found = []
    for path in folder.glob(_PATTERN):
        try:
            found.append((date.fromisoformat(path.stem[-10:]), path))
        except ValueError:
            continue
    return sorted(found, reverse=True)


def keep_newest(folder: Path, count: int) -> int:
    """Remove all exports but the newest; return how many went."""
    old = exports_in(folder)[count:]
    for _, path in old:
        path.unlink(missing_ok=True)
    return len(old)
