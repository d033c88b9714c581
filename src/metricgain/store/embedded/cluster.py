"""Makes a PostgreSQL cluster, and checks and configures the one that is there."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from metricgain.store.embedded.account import Account, run_as, within_reach
from metricgain.store.embedded.address import DATABASE, USER
from metricgain.store.embedded.binaries import Binaries
from metricgain.store.embedded.errors import WrongMajorVersion, could_not_start
from metricgain.store.embedded.home import Home, new_password
from metricgain.store.embedded.swapping import sync_folder

_BUILTIN_LOCALES_SINCE = 17
_STAGE = "new-"
_SETTINGS_FILE = "metricgain.conf"
_SETTINGS = """\
# Written by MetricGain at every start: changes made here are lost. To overrule
# a line, repeat it at the end of postgresql.conf, which is never rewritten.

# Nothing that was acknowledged may be lost.
fsync = on
synchronous_commit = on
full_page_writes = on

# A small machine that does other things too.
shared_buffers = 128MB
effective_cache_size = 512MB
work_mem = 8MB
maintenance_work_mem = 64MB
max_connections = 60
random_page_cost = 1.1
jit = off
max_wal_size = 256MB
min_wal_size = 64MB

password_encryption = 'scram-sha-256'
timezone = 'UTC'

# One file for each day of the week, begun afresh a week later.
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_checkpoints = off
log_timezone = 'UTC'
"""


def initialise(home: Home, binaries: Binaries, account: Account | None) -> None:
    """Make the cluster beside its final place and move it there when it is whole.

    A start that dies in the middle leaves only a folder that the next one sweeps
    away. Raises CouldNotStart, or DiskFull.
    """
    for left in home.folder.glob(f"{_STAGE}*"):
        # The orphan of a killed start may still be writing; the next sweep gets it.
        shutil.rmtree(left, ignore_errors=True)
    stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=home.folder))
    password = new_password()
    home.write(stage / "password", password.encode("ascii"))
    if account is not None:
        os.chown(stage, *account.ids)
        os.chown(stage / "password", *account.ids)
    try:
        with within_reach(stage, account) as (path, handles):
            _make(path, binaries, account=account, handles=handles)
            settings = stage / "cluster" / "postgresql.conf"
            with settings.open("a", encoding="utf-8") as file:
                file.write("\ninclude_dir = 'conf.d'\n")
        home.write(home.password, password.encode("ascii"))
        (stage / "cluster").rename(home.cluster)
        sync_folder(home.folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _make(
    stage: str,
    binaries: Binaries,
    *,
    account: Account | None,
    handles: tuple[int, ...],
) -> None:
    initdb = str(binaries.program("initdb"))
    path = f"{stage}/cluster"
    if binaries.major >= _BUILTIN_LOCALES_SINCE:
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    else:
        locale = ["--locale=C"]
    steps = (
        (
            [
                *(initdb, "-D", path, "--username", USER, "--encoding=UTF8", *locale),
                *("--auth=scram-sha-256", f"--pwfile={stage}/password"),
                *("--data-checksums", "--no-instructions", "--no-sync"),
            ],
            "",
        ),
        (
            [
                *(str(binaries.program("postgres")), "--single", "-D", path),
                *("-j", "template1"),
            ],
            f"CREATE DATABASE {DATABASE};\n\n",
        ),
        ([initdb, "-D", path, "--sync-only"], ""),
    )
    for command, stdin in steps:
        done = run_as(account, command, handles=handles, stdin=stdin)
        # The single-user server reports a failed statement only in words.
        failed = "ERROR:" in done.stderr or "FATAL:" in done.stderr
        if done.returncode != 0 or failed:
            said = " | ".join(done.stderr.strip().splitlines()[-5:])
            raise could_not_start("The database could not be created.", said)


def check_version(home: Home, binaries: Binaries) -> None:
    """Raise WrongMajorVersion if other binaries made the cluster."""
    found = (home.cluster / "PG_VERSION").read_text("ascii").strip()
    if found != str(binaries.major):
        raise WrongMajorVersion(
            home.cluster,
            found=found,
            running=binaries.version,
            bin_dir=binaries.directory,
        )


def configure(home: Home) -> None:
    """Write today's settings into the cluster, where an upgrade renews them.

    Remove what a dead server left behind as well. Call it only while
    `running_lock` is free: the number in a left postmaster.pid may by now belong
    to an unrelated process, and PostgreSQL would then refuse to start.
    """
    for left in home.folder.glob(".new-*"):
        left.unlink()
    folder = home.cluster / "conf.d"
    if not folder.exists():
        folder.mkdir(mode=0o700)
        if os.geteuid() == 0:
            owner = home.cluster.stat()
            os.chown(folder, owner.st_uid, owner.st_gid)
    settings = folder / _SETTINGS_FILE
    if not settings.exists() or settings.read_text("utf-8") != _SETTINGS:
        home.write(settings, _SETTINGS.encode())
    with contextlib.suppress(FileNotFoundError):
        (home.cluster / "postmaster.pid").unlink()
