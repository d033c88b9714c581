"""Opens a history: what format it is of, its fingerprint, and what it leaves open."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO, Final

from metricgain.importers.formats import Format, recognise
from metricgain.importers.sniff import HEAD_BYTES, read_head
from metricgain.importers.values import Finding, UnreadableFileError

# Two lines a second for ten years of training, and then some.
MOST_LINES: Final = 2_000_000
_BLOCK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class OpenedHistory:
    """A recognised file; `file_hash` is the SHA-256 of its bytes in hexadecimal.

    `stream` holds what is to be read: the file, or the `member` of an archive.
    `states_unit` tells whether the file says what its weights are in. `columns` are
    those given for a table of no known app, or proposed.
    """

    format: Format
    stream: BinaryIO
    file_hash: str
    states_unit: bool
    member: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    columns_proposed: bool = False
    findings: tuple[Finding, ...] = ()


def open_history(
    stream: BinaryIO, *, columns: tuple[tuple[str, str], ...] = ()
) -> OpenedHistory:
    """Recognise a file by its content and leave the stream at its beginning.

    Raises `UnreadableFileError` for an empty file and for one that is not read.
    """
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    if not head.strip():
        raise UnreadableFileError(
            "The file is empty.", remedy="Export your history again."
        )
    found = recognise(head)
    if found is None:
        raise UnreadableFileError(
            "This is no history in a format that is read here.",
            remedy="Import the file that your app exports, as it is.",
        )
    file_hash = _fingerprint(stream)
    return OpenedHistory(
        found, stream, file_hash, states_unit=found.states_unit(read_head(head))
    )


def _fingerprint(stream: BinaryIO) -> str:
    """Return the SHA-256 of a file, and refuse one that no training can fill."""
    stream.seek(0)
    digest = hashlib.sha256()
    lines = 0
    while block := stream.read(_BLOCK):
        digest.update(block)
        lines += block.count(b"\n")
        if lines > MOST_LINES:
            raise UnreadableFileError(
                f"The file has more than {MOST_LINES:,} lines, which is more than a "
                "lifetime of sets.",
                remedy="If it is a history all the same, split it by years.",
            )
    stream.seek(0)
    return digest.hexdigest()
