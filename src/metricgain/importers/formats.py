"""The formats that can be read, and how a file is told to be of one of them.

A new format is one file beside this one, with an object that satisfies `Format`, and
one line in `FORMATS`.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol

from metricgain.importers.fitbod import FITBOD
from metricgain.importers.fitnotes import FITNOTES, FITNOTES_BODY, FITNOTES_PHONE
from metricgain.importers.fitnotes_backup import FITNOTES_BACKUP
from metricgain.importers.gymbook import GYMBOOK
from metricgain.importers.hevy import HEVY, HEVY_MEASURES
from metricgain.importers.hevy_json import HEVY_JSON
from metricgain.importers.jefit import JEFIT
from metricgain.importers.liftosaur import LIFTOSAUR
from metricgain.importers.openweight import OPENWEIGHT
from metricgain.importers.sniff import Head, read_head
from metricgain.importers.strong import STRONG
from metricgain.importers.stronglifts import STRONGLIFTS
from metricgain.importers.values import Item, ReadOptions


class Format(Protocol):
    """How one app writes its history.

    `app` is the short name under which exercise names and identities are kept;
    `label` is what the lifter reads. With `one_unit`, sums are those of the commoner
    unit of the file.
    """

    @property
    def app(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def one_unit(self) -> bool: ...

    def recognises(self, head: Head) -> bool:
        """Tell by the content whether the file is of this format.

        Raises `UnreadableFileError` when it is, but cannot be read.
        """
        ...

    def states_unit(self, head: Head) -> bool:
        """Tell whether the file itself says what its weights are in."""
        ...

    def read(self, stream: BinaryIO, options: ReadOptions) -> Iterator[Item]:
        """Yield workouts as they complete, and findings where they are met.

        Nothing is loaded whole. Raises `UnreadableFileError`, also in mid-file.
        """
        ...


FORMATS: Final[tuple[Format, ...]] = (
    *(
        FITNOTES_BACKUP,
        HEVY_JSON,
        OPENWEIGHT,
        JEFIT,
        STRONGLIFTS,
        LIFTOSAUR,
        FITBOD,
        FITNOTES,
        FITNOTES_PHONE,
        GYMBOOK,
    ),
    *(HEVY, HEVY_MEASURES, FITNOTES_BODY),
    # Last of all: it knows a table by its contents if no heading tells.
    STRONG,
)


def recognise(head: bytes) -> Format | None:
    """Return the format of a file by its first bytes (64 KiB), None when unknown.

    Raises `UnreadableFileError` for a known format in a form that is not read.
    """
    understood = read_head(head)
    return next((one for one in FORMATS if one.recognises(understood)), None)
