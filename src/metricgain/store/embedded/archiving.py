"""Continuous archiving: every piece of write-ahead log is kept in a folder, too.

A file in the database's folder says where. The server is handed that folder as an open
one, as it is its own cluster, so that it may lie where only root may enter.
"""

import os
from pathlib import Path
from typing import Final

import msgspec

from metricgain.store.embedded.account import Account
from metricgain.store.embedded.errors import CouldNotStart
from metricgain.store.embedded.home import Home

# What a lost disk can cost: a piece is archived after so many seconds at the latest.
SECONDS: Final = 60

_PLACE: Final = "{archive}"
_ARCHIVE: Final = (
    f"if test -e {_PLACE}/%f.gz; then gzip -dc {_PLACE}/%f.gz | cmp -s - %p;"
    f" else gzip -1 -c %p > {_PLACE}/%f.gz.new && sync {_PLACE}/%f.gz.new"
    f" && mv {_PLACE}/%f.gz.new {_PLACE}/%f.gz && sync {_PLACE}; fi"
)
_FETCH: Final = f"test -e {_PLACE}/%f.gz && gzip -dc {_PLACE}/%f.gz > %p"


class _Marker(msgspec.Struct):
    folder: str


def archive_folder(home: Home) -> Path | None:
    """Return where write-ahead log is archived, None if it is not."""
    try:
        said = _marker(home).read_bytes()
    except FileNotFoundError:
        return None
    return Path(msgspec.json.decode(said, type=_Marker).folder)


def set_archive_folder(home: Home, folder: Path | None) -> None:
    """Let the server archive there from its next start on, or no more."""
    if folder is None:
        _marker(home).unlink(missing_ok=True)
    else:
        home.write(_marker(home), msgspec.json.encode(_Marker(str(folder))))


def archive_options(folder: Path | None) -> list[str]:
    """Return what the server is started with; the guardian knows {archive}.

    Raises CouldNotStart if the folder is not there: going on without it would break
    what was promised, and silently.
    """
    if folder is None:
        return []
    if not folder.is_dir():
        raise CouldNotStart(
            f"The folder for the archive of the database is not there: {folder}.",
            remedy="Bring it back, or do without it: metricgain backup pitr disable.",
        )
    return [
        *("-c", "archive_mode=on"),
        *("-c", f"archive_timeout={SECONDS}"),
        *("-c", f"archive_command={_ARCHIVE}"),
    ]


def recovery_options(moment: str | None) -> list[str]:
    """Return what a server is started with that replays the archive to a moment.

    It takes no clients until it is done. Without a moment, it replays everything.
    """
    target = [] if moment is None else ["-c", f"recovery_target_time={moment}"]
    return [
        *("-c", f"restore_command={_FETCH}"),
        *("-c", "recovery_target_action=promote"),
        *("-c", "hot_standby=off"),
        *target,
    ]


def give(folder: Path, account: Account | None) -> None:
    """Give a folder with everything in it to whoever runs the server."""
    if account is not None:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, *account.ids, follow_symlinks=False)


def _marker(home: Home) -> Path:
    return home.folder / "archive.json"
