"""The folder of the embedded database inside the data directory, file by file."""

import errno
import os
import re
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from metricgain.store.embedded.address import (
    DATABASE,
    PORT,
    USER,
    ServerAddress,
    recorded_socket_dir,
)
from metricgain.store.embedded.errors import (
    CouldNotStart,
    DataDirNotWritable,
    could_not_start,
)

_LOG_TAIL = 3000
_LOG_LINES = 5
_GAVE_UP = ("FATAL", "PANIC", "Error", "error:")
_REFUSED_CLIENT = "FATAL:  the database system is "
_HANDED_FOLDER = re.compile(r"/proc/self/fd/\d+")


@dataclass(frozen=True, slots=True)
class Home:
    """Every file the supervisor keeps. The data directory holds it as `database/`."""

    folder: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own directory: the data."""
        return self.folder / "cluster"

    @property
    def password(self) -> Path:
        return self.folder / "password"

    @property
    def socket_record(self) -> Path:
        return self.folder / "socket-dir"

    @property
    def startup_log(self) -> Path:
        return self.folder / "startup.log"

    @property
    def start_lock(self) -> Path:
        """Held by the one process that is starting the server."""
        return self.folder / "start.lock"

    @property
    def presence_lock(self) -> Path:
        """Shared by all who use the server; the guardian waits for it alone."""
        return self.folder / "presence.lock"

    @property
    def guardian_lock(self) -> Path:
        """Held by the living guardian."""
        return self.folder / "guardian.lock"

    @property
    def running_lock(self) -> Path:
        """Held by every process of PostgreSQL, through inheritance."""
        return self.folder / "running.lock"

    def address(self) -> ServerAddress | None:
        """Return where the server listens when it runs, None before the first start.

        Raises CouldNotStart if the password was lost.
        """
        socket_dir = recorded_socket_dir(self.socket_record)
        if socket_dir is None or not self.cluster.is_dir():
            return None
        try:
            password = self.password.read_text("ascii")
        except FileNotFoundError as error:
            raise CouldNotStart(
                f"The password of the database is missing: {self.password}.",
                remedy="Put the file back from a backup of the data directory.",
            ) from error
        return ServerAddress(
            host=str(socket_dir),
            port=PORT,
            user=USER,
            password=password,
            database=DATABASE,
        )

    def write(self, path: Path, content: bytes) -> None:
        """Replace a file at once, readable by the owner of its folder alone."""
        handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if os.geteuid() == 0:
                owner = path.parent.stat()
                os.fchown(file.fileno(), owner.st_uid, owner.st_gid)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)

    def log_tail(self) -> str:
        """Return the last lines PostgreSQL wrote before it gave up, on one line."""
        newest = sorted(
            (self.cluster / "log").glob("*.log"), key=lambda log: log.stat().st_mtime
        )
        for log in (self.startup_log, *newest[-1:]):
            text = log.read_text("utf-8", errors="replace") if log.exists() else ""
            lines = [
                line
                for line in text[-_LOG_TAIL:].splitlines()
                if _REFUSED_CLIENT not in line
            ]
            if any(word in line for line in lines for word in _GAVE_UP):
                said = " | ".join(lines[-_LOG_LINES:])
                return _HANDED_FOLDER.sub(str(self.cluster), said)
        return ""


def open_home(data_dir: Path) -> Home:
    """Return the database's folder, made private if it is new.

    Raises DataDirNotWritable if this user may not use it.
    """
    home = Home(data_dir.absolute() / "database")
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not home.folder.exists():
            home.folder.mkdir(mode=0o700, exist_ok=True)
            if os.geteuid() == 0:
                owner = data_dir.stat()
                os.chown(home.folder, owner.st_uid, owner.st_gid)
        if not os.access(home.folder, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise could_not_start("The disk is full.", str(error)) from error
        raise DataDirNotWritable(
            data_dir, cause=error.strerror or str(error)
        ) from error
    return home


def new_password() -> str:
    """Draw a password that needs no escaping anywhere."""
    return secrets.token_urlsafe(24)
