"""Opens zip archives within limits: their members, their sizes, their ratio."""

import tempfile
import zipfile
import zlib
from typing import BinaryIO, Final, cast

from metricgain.importers.values import UnreadableFileError

MAGIC: Final = b"PK\x03\x04"
EMPTY: Final = b"PK\x05\x06"
MOST_MEMBERS: Final = 200
LARGEST_MEMBER: Final = 256 * 1024 * 1024
# Text of equal rows shrinks to a hundredth; more is made to break something.
MOST_RATIO: Final = 300
_SMALL: Final = 1024 * 1024
_BLOCK: Final = 1024 * 1024
_IN_MEMORY: Final = 1024 * 1024
_ENCRYPTED: Final = 1
_WORKBOOK: Final = "[Content_Types].xml"


def is_archive(start: bytes) -> bool:
    """Tell a zip archive by its first bytes."""
    return start.startswith((MAGIC, EMPTY))


def members(stream: BinaryIO) -> list[str]:
    """Return the names of the files in an archive that may be histories.

    Raises `UnreadableFileError` for a damaged archive, one with too many members, and
    one that is the workbook of a spreadsheet.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            found = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise _damaged(str(error)) from error
    if len(found) > MOST_MEMBERS:
        raise UnreadableFileError(
            f"The archive has {len(found):,} members; {MOST_MEMBERS} are the most.",
            remedy="Unpack it and import the file with your history.",
        )
    names = [one.filename for one in found if not one.is_dir()]
    if _WORKBOOK in names:
        raise UnreadableFileError(
            "This is a workbook of a spreadsheet, not a text.",
            remedy="Save the sheet as CSV (UTF-8) and import that file.",
        )
    return [name for name in names if not _is_hidden(name)]


def open_member(stream: BinaryIO, name: str, *, room: int) -> BinaryIO:
    """Return the unpacked content of a member, in memory or on the disk.

    It is never written under its own name, and takes `room` bytes at most. Raises
    `UnreadableFileError` for a member that is too large, packed too tightly, encrypted
    or damaged.
    """
    # The caller closes it.
    spooled = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - see above
    unpacked = cast("BinaryIO", spooled)
    try:
        _unpack(stream, name, unpacked, room=room)
    except (
        *(zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, KeyError),
        *(ValueError, OSError, RuntimeError),
    ) as error:
        unpacked.close()
        raise _damaged(str(error)) from error
    except UnreadableFileError:
        unpacked.close()
        raise
    unpacked.seek(0)
    return unpacked


def _unpack(stream: BinaryIO, name: str, target: BinaryIO, *, room: int) -> None:
    with zipfile.ZipFile(stream) as archive:
        info = archive.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableFileError(
                f"{name[:80]!r} is encrypted.",
                remedy="Unpack it with its password and import the file in it.",
            )
        with archive.open(info) as member:
            size = 0
            while block := member.read(_BLOCK):
                size += len(block)
                _check(name, size, info.compress_size, room)
                target.write(block)


def _check(name: str, size: int, packed: int, room: int) -> None:
    if size > min(LARGEST_MEMBER, room) or (
        size > _SMALL and size > max(packed, 1) * MOST_RATIO
    ):
        raise UnreadableFileError(
            f"{name[:80]!r} in the archive unpacks to far more than a history has.",
            remedy="Unpack the archive yourself and import the file in it.",
        )


def _is_hidden(name: str) -> bool:
    last = name.replace("\\", "/").rpartition("/")[2]
    return name.startswith("__MACOSX") or last.startswith(".")


def _damaged(why: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"The archive cannot be opened ({why[:100]}).",
        remedy="Download it again, or unpack it and import the file in it.",
    )
