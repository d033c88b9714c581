"""Opens a history: what format it is of, its fingerprint, and what it leaves open."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO, Final

from metricgain.importers.formats import Format, recognise
from metricgain.importers.sniff import HEAD_BYTES, read_head
from metricgain.importers.values import UnreadableFileError

_BLOCK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class OpenedHistory:
    """A recognised file; `file_hash` is the SHA-256 of its bytes in hexadecimal.

    `states_unit` tells whether the file says what its weights are in.
    """

    format: Format
    file_hash: str
    states_unit: bool


def open_history(stream: BinaryIO) -> OpenedHistory:
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
            remedy="Import the CSV that Strong or Hevy exports, as it is.",
        )
    digest = hashlib.sha256(head)
    while block := stream.read(_BLOCK):
        digest.update(block)
    stream.seek(0)
    return OpenedHistory(
        found, digest.hexdigest(), states_unit=found.states_unit(read_head(head))
    )
