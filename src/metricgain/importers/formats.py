"""The formats that can be read, and how a file is told to be of one of them.

A new format is one file beside this one, with an object that satisfies `Format`, and
one line in `FORMATS`.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol

from metricgain.importers.hevy import HEVY
from metricgain.importers.sniff import Head, read_head
from metricgain.importers.strong import STRONG
from metricgain.importers.values import Finding, ImportedWorkout, ReadOptions


class Format(Protocol):
    """How one app writes its history.

    `app` is the short name under which exercise names and identities are kept;
    `label` is what the lifter reads.
    """

    @property
    def app(self) -> str: ...

    @property
    def label(self) -> str: ...

    def recognises(self, head: Head) -> bool:
        """Tell by the content whether the file is of this format.

        Raises `UnreadableFileError` when it is, but cannot be read.
        """
        ...

    def states_unit(self, head: Head) -> bool:
        """Tell whether the file itself says what its weights are in."""
        ...

    def read(
        self, stream: BinaryIO, options: ReadOptions
    ) -> Iterator[ImportedWorkout | Finding]:
        """Yield workouts as they complete, and findings where they are met.

        Nothing is loaded whole. Raises `UnreadableFileError`, also in mid-file.
        """
        ...


FORMATS: Final[tuple[Format, ...]] = (STRONG, HEVY)


def recognise(head: bytes) -> Format | None:
    """Return the format of a file by its first bytes (64 KiB), None when unknown.

    Raises `UnreadableFileError` for a known format in a form that is not read.
    """
    understood = read_head(head)
    for one in FORMATS:
        if one.recognises(understood):
            return one
    return None
