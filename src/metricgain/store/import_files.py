"""Files that were sent for an import: kept in parts, for some days, by their user."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast
from uuid import UUID

from metricgain.kit.errors import NotFound, TooLarge
from metricgain.store.database import Transaction, sql

_PART: Final = 1024 * 1024
_MOST_KEPT: Final = 256 * 1024 * 1024
# Fast, and a table of numbers shrinks to a tenth at any level.
_LEVEL: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFile:
    """A file that waits; `size` in bytes, `file_hash` the SHA-256 of its content."""

    id: UUID
    file_name: str
    size: int
    file_hash: str
    created_at: datetime


async def keep_import_file(
    tx: Transaction, stream: BinaryIO, *, file_id: UUID, file_name: str, now: datetime
) -> ImportFile:
    """Keep a file from its first byte to its last. Raises TooLarge.

    A user keeps 256 MiB at most.
    """
    size, digest = _measure(stream)
    kept = await tx.value(sql("import_files_size"), tx.user_id)
    assert isinstance(kept, int)
    if kept + size > _MOST_KEPT:
        raise TooLarge(
            "more files wait for their import than are kept",
            field="file",
            remedy="Import those that wait, or take them off the list.",
        )
    kept_file = ImportFile(
        id=file_id, file_name=file_name, size=size, file_hash=digest, created_at=now
    )
    await tx.run(
        sql("import_file_save"), tx.user_id, file_id, file_name, size, digest, now
    )
    for number, part in enumerate(_parts(stream)):
        await tx.run(
            sql("import_file_part_save"),
            tx.user_id,
            file_id,
            number,
            zlib.compress(part, _LEVEL),
        )
    return kept_file


async def list_import_files(tx: Transaction) -> list[ImportFile]:
    """Return the files of the user that wait, the latest first."""
    rows = await tx.rows(sql("import_files_list"), tx.user_id, None)
    return [ImportFile(**dict(row)) for row in rows]


async def open_import_file(
    tx: Transaction, file_id: UUID
) -> tuple[ImportFile, BinaryIO]:
    """Return a file and its content, which the caller closes. Raises NotFound."""
    row = await tx.row(sql("import_files_list"), tx.user_id, file_id)
    if row is None:
        raise NotFound(
            "this file is not kept here any more",
            field="fileId",
            remedy="Send it again.",
        )
    found = ImportFile(**dict(row))
    stream = cast("BinaryIO", SpooledTemporaryFile(_PART))  # noqa: SIM115 - the caller's
    for number in range(-(-found.size // _PART)):
        body = await tx.value(sql("import_file_part"), tx.user_id, file_id, number)
        assert isinstance(body, bytes)
        stream.write(zlib.decompress(body))
    stream.seek(0)
    return found, stream


async def delete_import_file(tx: Transaction, file_id: UUID) -> None:
    """Let go of a file; one that is not there changes nothing."""
    await tx.run(sql("import_file_delete"), tx.user_id, file_id)


async def clear_import_files(system: Transaction, *, before: datetime) -> int:
    """Let go of files that were sent before a moment; return how many."""
    return await system.run(sql("import_files_clear"), before)


def _measure(stream: BinaryIO) -> tuple[int, str]:
    size = 0
    digest = sha256()
    for part in _parts(stream):
        size += len(part)
        digest.update(part)
    return size, digest.hexdigest()


def _parts(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while part := stream.read(_PART):
        yield part
