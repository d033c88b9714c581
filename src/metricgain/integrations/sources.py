"""The files that nights are read from: a new kind of file is a line here."""

from datetime import tzinfo
from typing import BinaryIO, Final

from metricgain.engine.recovery import Takings
from metricgain.integrations.apple_health import APPLE_HEALTH
from metricgain.integrations.recovery import FileSource, peek
from metricgain.integrations.recovery_csv import RECOVERY_CSV
from metricgain.integrations.whoop_export import WHOOP_EXPORT
from metricgain.kit.errors import Invalid

WHOOP: Final = "whoop"
"""The source that is asked over the network, and not read from a file."""
FILE_SOURCES: Final[tuple[FileSource, ...]] = (WHOOP_EXPORT, APPLE_HEALTH, RECOVERY_CSV)


def recovery_source_of(stream: BinaryIO) -> FileSource | None:
    """Return which kind of file with nights this is, None for any other file.

    The stream stays where it begins. Raises Invalid for a damaged zip.
    """
    seen = peek(stream)
    for source in FILE_SOURCES:
        if source.recognises(seen):
            return source
    return None


def read_nights(stream: BinaryIO, zone: tzinfo) -> tuple[FileSource, Takings]:
    """Return the kind of a file and what it holds, read as it is asked for.

    `zone` is that of times that do not name theirs. Raises Invalid for another file,
    and while reading for a line that cannot be understood.
    """
    source = recovery_source_of(stream)
    if source is None:
        known = ", ".join(each.title for each in FILE_SOURCES)
        raise Invalid(
            f"holds no recovery data that is known here ({known})", field="file"
        )
    return source, source.read(stream, zone)
