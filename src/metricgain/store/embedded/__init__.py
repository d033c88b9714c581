"""PostgreSQL that starts with the product and stops with its last process."""

from metricgain.store.embedded.address import ServerAddress
from metricgain.store.embedded.binaries import Binaries, find_binaries
from metricgain.store.embedded.errors import (
    BinariesUnreadable,
    CouldNotStart,
    DataDirNotWritable,
    DiskFull,
    EmbeddedServerError,
    NoBinaries,
    WrongMajorVersion,
)
from metricgain.store.embedded.server import EmbeddedServer, is_in_use

__all__ = [
    "Binaries",
    "BinariesUnreadable",
    "CouldNotStart",
    "DataDirNotWritable",
    "DiskFull",
    "EmbeddedServer",
    "EmbeddedServerError",
    "NoBinaries",
    "ServerAddress",
    "WrongMajorVersion",
    "find_binaries",
    "is_in_use",
]
