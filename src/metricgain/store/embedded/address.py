"""Where the server listens: a short, private socket directory, and who answers."""

import contextlib
import enum
import hashlib
import os
import socket
import stat
import struct
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

USER = "metricgain"
DATABASE = "metricgain"
PORT = 5432

# The kernel's limit is 104 bytes on macOS and 108 on Linux, the file name included.
_LONGEST_SOCKET_DIR = 85
_PROTOCOL = 196608
_CANNOT_CONNECT_NOW = b"C57P03\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAddress:
    """How to reach the database. `host` is a folder for a unix socket."""

    host: str
    port: int
    user: str
    password: str
    database: str

    def url(self) -> str:
        """Return the address as a URL that asyncpg, psql and pg_dump understand."""
        login = f"{quote(self.user)}:{quote(self.password, safe='')}"
        if self.host.startswith("/"):
            place = {"host": self.host, "port": self.port}
            query = urlencode(place, safe="/", quote_via=quote)
            return f"postgresql://{login}@/{quote(self.database)}?{query}"
        return f"postgresql://{login}@{self.host}:{self.port}/{quote(self.database)}"


class Answer(enum.Enum):
    """What a knock at the socket brought."""

    READY = enum.auto()
    BUSY = enum.auto()
    NOBODY = enum.auto()


def knock(directory: Path, *, port: int = PORT) -> Answer:
    """Ask the server on this socket, without logging in, whether it takes clients.

    BUSY means that it is starting up, recovering or shutting down.
    """
    words = f"user\0{USER}\0database\0{DATABASE}\0\0".encode()
    with socket.socket(socket.AF_UNIX) as wire:
        wire.settimeout(5)
        try:
            wire.connect(str(directory / f".s.PGSQL.{port}"))
            wire.sendall(struct.pack("!ii", len(words) + 8, _PROTOCOL) + words)
            reply = wire.recv(1024)
        except TimeoutError:
            return Answer.BUSY
        except OSError:
            return Answer.NOBODY
    if not reply or _CANNOT_CONNECT_NOW in reply:
        return Answer.BUSY
    return Answer.READY


def recorded_socket_dir(record: Path) -> Path | None:
    """Return the folder written down in `record` by whoever started the server."""
    try:
        return Path(os.fsdecode(record.read_bytes()))
    except FileNotFoundError:
        return None


def private_socket_dir(
    recorded: Path | None, *, data_dir: Path, owner: tuple[int, int] | None
) -> Path:
    """Return a short folder of mode 0700 that belongs to whoever runs the server.

    The folder used last is used again. Otherwise its name follows from the data
    directory. If someone else holds that name, or put a link there, a name that
    cannot be guessed is taken instead. `owner` is (uid, gid), None for ourselves.
    """
    digest = hashlib.sha256(os.fsencode(data_dir.resolve())).hexdigest()[:16]
    base = _short_base()
    for candidate in (recorded, base / f"metricgain-{digest}"):
        if candidate is not None and _claim(candidate, owner):
            for left in candidate.glob(".s.PGSQL.*"):
                left.unlink()
            return candidate
    fresh = Path(tempfile.mkdtemp(prefix="metricgain-", dir=base))
    if owner is not None:
        os.chown(fresh, *owner)
    return fresh


def _short_base() -> Path:
    for base in (tempfile.gettempdir(), "/tmp", "/var/tmp"):  # noqa: S108 -- the folder made there is private and checked
        plain = not set(base) & set("\"',\\")
        if plain and len(os.fsencode(base)) < _LONGEST_SOCKET_DIR - 30 and _open(base):
            return Path(base)
    return Path("/")


def _open(base: str) -> bool:
    """Tell whether any user can reach what lies in this folder."""
    whole = Path(base).resolve()
    return all(
        folder.is_dir() and folder.stat().st_mode & stat.S_IXOTH
        for folder in (whole, *whole.parents)
    )


def _claim(directory: Path, owner: tuple[int, int] | None) -> bool:
    """Make the folder, or tell whether the one that is there is safely ours."""
    with contextlib.suppress(OSError):
        directory.mkdir(mode=0o700)
        if owner is not None:
            os.chown(directory, *owner, follow_symlinks=False)
    try:
        found = directory.lstat()
    except OSError:
        return False
    uid = os.geteuid() if owner is None else owner[0]
    private = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
    return private and found.st_uid == uid
