"""Who runs the server. PostgreSQL refuses root, so root hands it to another user."""

import contextlib
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from metricgain.store.embedded.binaries import Binaries
from metricgain.store.embedded.errors import BinariesUnreadable

COPIES = Path("/var/cache/metricgain")

_SERVICE_USERS = ("metricgain", "postgres", "nobody")
_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The unprivileged user who runs the server when we are root."""

    name: str
    uid: int
    gid: int

    @property
    def ids(self) -> tuple[int, int]:
        return (self.uid, self.gid)


def account_for(home: Path, cluster: Path) -> Account | None:
    """Return who is to run the server, None for ourselves.

    As root it is the owner of the cluster, else the owner of the folder that
    will hold it, else the first of metricgain, postgres and nobody that exists.
    """
    if os.geteuid() != 0:
        return None
    for folder in (cluster, home):
        if folder.exists() and folder.stat().st_uid != 0:
            owner = folder.stat()
            return Account(name=f"#{owner.st_uid}", uid=owner.st_uid, gid=owner.st_gid)
    for name in _SERVICE_USERS:
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return Account(name=name, uid=user.pw_uid, gid=user.pw_gid)
    return Account(name="nobody", uid=65534, gid=65534)


@contextlib.contextmanager
def within_reach(
    folder: Path, account: Account | None
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield a path by which the account reaches a folder it owns, and handles to pass.

    A folder of root often lies below one that nobody else may enter, such as
    /root or one made by mktemp. Rather than open those to everyone, the server
    is handed the open folder itself; Linux gives that a path of its own.
    """
    if account is None or sys.platform != "linux":
        yield str(folder), ()
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield f"/proc/self/fd/{handle}", (handle,)
    finally:
        os.close(handle)


def run_as(
    account: Account | None,
    command: list[str],
    *,
    handles: tuple[int, ...] = (),
    stdin: str = "",
) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs to its end as the account, from folder /."""
    return subprocess.run(  # noqa: S603 -- PostgreSQL's programs with our arguments
        command,
        input=stdin,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        cwd="/",
        env=_ENVIRONMENT,
        pass_fds=handles,
        start_new_session=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )


def executable_by(
    account: Account | None, binaries: Binaries, *, copies: Path = COPIES
) -> Binaries:
    """Return binaries that the account can execute: these, or a copy of them.

    Raises BinariesUnreadable if no copy can be made.
    """
    if account is None or _executes(account, binaries):
        return binaries
    try:
        copy = _copied(binaries, copies)
    except OSError as error:
        raise _unreadable(binaries, account, copies, str(error)) from error
    if not _executes(account, copy):
        raise _unreadable(binaries, account, copies, "the copy cannot be executed")
    return copy


def _unreadable(
    binaries: Binaries, account: Account, copies: Path, cause: str
) -> BinariesUnreadable:
    return BinariesUnreadable(
        binaries.directory, user=account.name, cache=copies, cause=cause
    )


def _executes(account: Account, binaries: Binaries) -> bool:
    try:
        # initdb, because it needs the shared libraries beside it too.
        said = run_as(account, [str(binaries.program("initdb")), "--version"])
    except PermissionError:
        return False
    return said.returncode == 0


def _copied(binaries: Binaries, copies: Path) -> Binaries:
    """Copy the installation to a folder that every user can read, once per version.

    A wheel keeps its libraries in a folder beside its package and finds them by
    the relative path, so the copy keeps that shape.
    """
    install = binaries.directory.parent
    stamp = f"{install}:{binaries.program('postgres').stat().st_mtime_ns}"
    digest = hashlib.sha256(os.fsencode(stamp)).hexdigest()[:12]
    target = copies / f"postgresql-{binaries.version}-{digest}"
    inside = Path("package") / install.name / binaries.directory.name
    if not target.exists():
        copies.mkdir(mode=0o755, parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix="new-", dir=copies))
        shutil.copytree(install, stage / inside.parent, symlinks=True)
        package = install.parent
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, stage / libraries.name)
        _let_everyone_read(stage)
        try:
            stage.rename(target)
        except OSError:
            shutil.rmtree(stage)
            if not target.exists():
                raise
    return replace(binaries, directory=target / inside)


def _let_everyone_read(stage: Path) -> None:
    for path in (stage, *stage.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(0o755 if path.is_dir() or mode & 0o100 else 0o644)
