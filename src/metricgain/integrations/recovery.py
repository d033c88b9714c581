"""What a source of recovery data is. One file makes one, sources.py names it.

A source yields `Taken`: a Recovery, a Sleep or a Strain, and the words that it was read
from if those are worth keeping. What it does not know it leaves out. A service that is
asked (whoop.py) yields the same values as a file that is read (whoop_export.py).
"""

import codecs
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import BinaryIO, Final, TypeAlias

from metricgain.engine.recovery import Takings
from metricgain.kit.errors import Invalid

Read: TypeAlias = Callable[[BinaryIO, tzinfo], Takings]

HEAD_BYTES: Final = 4096
_WAKES_BY: Final = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peek:
    """The beginning of a file, and the names in it if it is a zip."""

    head: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource:
    """A kind of file that holds nights. `read` takes the zone of times without one.

    `read` raises Invalid naming the line that cannot be understood.
    """

    name: str
    title: str
    recognises: Callable[[Peek], bool]
    read: Read


def peek(stream: BinaryIO) -> Peek:
    """Look at a file without moving in it. Raises Invalid for a damaged zip."""
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    names: tuple[str, ...] = ()
    if head.startswith(b"PK"):
        try:
            with zipfile.ZipFile(stream) as archive:
                names = tuple(archive.namelist())
        except zipfile.BadZipFile:
            raise Invalid("is a damaged zip file", field="file") from None
    stream.seek(0)
    return Peek(
        head=head.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace"),
        names=names,
    )


def day_of(moment: datetime) -> date:
    """Return the day that a night belongs to which has got as far as this moment.

    From six in the evening it is the next one. The moment is on the sleeper's clock.
    """
    return (moment + _WAKES_BY).date()
