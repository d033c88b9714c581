"""Starts the embedded PostgreSQL for whoever comes first, shares it, lets it go."""

import json
import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from metricgain.store.embedded import guardian, locks
from metricgain.store.embedded.account import (
    Account,
    account_for,
    executable_by,
)
from metricgain.store.embedded.address import (
    PORT,
    Answer,
    ServerAddress,
    knock,
    private_socket_dir,
    recorded_socket_dir,
)
from metricgain.store.embedded.archiving import archive_folder, archive_options
from metricgain.store.embedded.binaries import find_binaries
from metricgain.store.embedded.cluster import check_version, configure, initialise
from metricgain.store.embedded.errors import (
    CouldNotStart,
    DataDirNotWritable,
    could_not_start,
)
from metricgain.store.embedded.home import Home, open_home
from metricgain.store.embedded.swapping import finish_swap

# Repairing after a power cut replays at most max_wal_size: seconds, not minutes.
_PATIENCE_SECONDS = 120
_OLD_SERVER_SECONDS = 30
_PAUSE_SECONDS = 0.005
_LONGEST_PAUSE_SECONDS = 0.1
_DEATH_SIGNAL_SECONDS = 0.05
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a server is started: whose programs, more options, and how long it may take.

    `archive` is where its write-ahead log is archived, or None.
    """

    postgres_bin: Path | None = None
    options: tuple[str, ...] = ()
    archive: Path | None = None
    patience: float = _PATIENCE_SECONDS


class EmbeddedServer:
    """A hold on the server: it runs as long as any process has one."""

    def __init__(
        self,
        home: Home,
        address: ServerAddress,
        *,
        presence: int,
        manner: Manner,
    ) -> None:
        self.address = address
        self._home = home
        self._presence: int | None = presence
        self._manner = manner

    @classmethod
    def acquire(cls, data_dir: Path, *, postgres_bin: Path | None = None) -> Self:
        """Return a hold on the data directory's server, started if need be.

        Blocks: about a second for the first start ever, a tenth for a later one,
        a millisecond if it runs. Raises EmbeddedServerError in its various kinds;
        nothing is held then.
        """
        home = open_home(data_dir)
        return cls.of(
            home, Manner(postgres_bin=postgres_bin, archive=archive_folder(home))
        )

    @classmethod
    def of(cls, home: Home, manner: Manner) -> Self:
        """Return a hold on the server of a folder that is there, as acquire does."""
        try:
            presence = locks.share(home.presence_lock)
        except OSError as error:
            raise DataDirNotWritable(home.folder, cause=str(error)) from error
        try:
            address = _running_address(home, manner)
        except BaseException:
            os.close(presence)
            raise
        return cls(home, address, presence=presence, manner=manner)

    def ensure_running(self) -> None:
        """Start the server again if it was killed while we held it.

        The address stays the same unless someone took the socket's folder.
        """
        self.address = _running_address(self._home, self._manner)

    def release(self) -> None:
        """Let go. If nobody else holds the server, return when it has stopped."""
        if self._presence is None:
            return
        os.close(self._presence)
        self._presence = None
        while locks.is_held(self._home.guardian_lock):
            if locks.is_shared(self._home.presence_lock):
                return
            time.sleep(_PAUSE_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def is_in_use(data_dir: Path) -> bool:
    """Tell whether any process holds the server of this data directory."""
    presence = Home(data_dir.absolute() / "database").presence_lock
    return presence.exists() and locks.is_held(presence)


def _running_address(home: Home, manner: Manner) -> ServerAddress:
    """Return the address of a server that answers and has a guardian."""
    try:
        with locks.alone(home.start_lock):
            answers = _answers(home)
            if answers and _is_orphan(home):
                # What ends a server with its guardian may not have reached it yet.
                time.sleep(_DEATH_SIGNAL_SECONDS)
                answers = _answers(home)
            if not answers:
                _start(home, manner)
            elif _is_orphan(home):
                os.close(_set_guardian(home, Manner(), command=[], account=None))
            address = home.address()
    except (OSError, subprocess.SubprocessError) as error:
        raise could_not_start("The database did not start.", str(error)) from error
    if address is None:
        raise CouldNotStart("The database's folder vanished during the start.")
    return address


def _is_orphan(home: Home) -> bool:
    """Tell whether the server we started outlived its guardian."""
    return locks.is_held(home.running_lock) and not locks.is_held(home.guardian_lock)


def _answers(home: Home) -> bool:
    """Tell whether the server takes clients, waiting while it makes up its mind."""
    socket_dir = recorded_socket_dir(home.socket_record)
    if socket_dir is None or home.address() is None:
        return False
    deadline = time.monotonic() + _PATIENCE_SECONDS
    pause = _PAUSE_SECONDS
    while (answer := knock(socket_dir)) is Answer.BUSY:
        if time.monotonic() > deadline:
            raise could_not_start("The database does not get ready.", home.log_tail())
        time.sleep(pause)
        pause = min(pause * 1.2, _LONGEST_PAUSE_SECONDS)
    return answer is Answer.READY


def _start(home: Home, manner: Manner) -> None:
    """Start the server, again if something killed it before it was ready."""
    for attempt in range(1, _ATTEMPTS + 1):
        _wait_for_old_server(home)
        if _try_start(home, manner):
            return
        if attempt == _ATTEMPTS:
            raise could_not_start("The database did not start.", home.log_tail())


def _try_start(home: Home, manner: Manner) -> bool:
    finish_swap(home)
    binaries = find_binaries(manner.postgres_bin)
    account = account_for(home.folder, home.cluster)
    if home.cluster.is_dir():
        check_version(home, binaries)
    runnable = executable_by(account, binaries)
    if not home.cluster.is_dir():
        initialise(home, runnable, account)
    configure(home)
    socket_dir = private_socket_dir(
        recorded_socket_dir(home.socket_record),
        data_dir=home.folder,
        owner=account.ids if account else None,
    )
    home.write(home.socket_record, os.fsencode(socket_dir))
    command = [
        *(str(runnable.program("postgres")), "-D", "{cluster}"),
        *("-k", str(socket_dir), "-p", str(PORT), "-c", "listen_addresses="),
        *archive_options(manner.archive),
        *manner.options,
    ]
    status = _set_guardian(home, manner, command=command, account=account)
    try:
        return _gets_ready(home, socket_dir, status, patience=manner.patience)
    finally:
        os.close(status)


def _wait_for_old_server(home: Home) -> None:
    """Wait for the last processes of a server that was killed to end."""
    deadline = time.monotonic() + _OLD_SERVER_SECONDS
    while locks.is_held(home.running_lock) or locks.is_held(home.guardian_lock):
        if time.monotonic() > deadline:
            raise CouldNotStart(
                "A PostgreSQL server still runs on this data directory but cannot "
                f"be reached at the socket recorded in {home.socket_record}.",
                remedy="Stop every MetricGain process, then start again.",
            )
        time.sleep(_PAUSE_SECONDS)


def _set_guardian(
    home: Home, manner: Manner, *, command: list[str], account: Account | None
) -> int:
    """Start a guardian; return a pipe that closes when it ends."""
    orders = guardian.Orders(
        cluster=str(home.cluster),
        socket_dir=os.fsdecode(home.socket_record.read_bytes()),
        presence_lock=str(home.presence_lock),
        guardian_lock=str(home.guardian_lock),
        running_lock=str(home.running_lock),
        archive=str(manner.archive or ""),
        command=command,
        ids=list(account.ids) if account else [],
    )
    for lock in (home.guardian_lock, home.running_lock):
        os.close(locks.open_lock(lock))
    ended, held = os.pipe()
    try:
        with home.startup_log.open("wb") as log:
            subprocess.run(  # noqa: S603 -- our own file, in our own interpreter
                [sys.executable, "-I", "-S", guardian.__file__, json.dumps(orders)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                pass_fds=(held,),
                start_new_session=True,
                check=True,
            )
    except BaseException:
        os.close(ended)
        raise
    finally:
        os.close(held)
    return ended


def _gets_ready(home: Home, socket_dir: Path, status: int, *, patience: float) -> bool:
    """Wait until the server takes clients, or return False if it ended instead."""
    deadline = time.monotonic() + patience
    pause = _PAUSE_SECONDS
    while knock(socket_dir) is not Answer.READY:
        ended, _, _ = select.select([status], [], [], pause)
        if ended:
            return False
        if time.monotonic() > deadline:
            raise could_not_start("The database does not get ready.", home.log_tail())
        pause = min(pause * 1.2, _LONGEST_PAUSE_SECONDS)
    return True
