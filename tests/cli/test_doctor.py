"""`metricgain doctor` looks at everything, says what to do, and changes nothing."""

import json
import socket
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest
from typer.testing import CliRunner

from metricgain.cli import app
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.reads.checkup import checkup
from metricgain.store.backup.keeping import keep_backups
from metricgain.store.backup.source import Source
from metricgain.store.database import Database
from metricgain.store.embedded import find_binaries
from scratch_database import scratch_database

EVERYWHERE = "0.0.0.0"  # noqa: S104 - nothing listens there


def looked(owner_url: str, tmp_path: Path, **more: str) -> tuple[int, dict[str, bool]]:
    """Return the exit code, and what was good by its name."""
    settings = {
        "METRICGAIN_DATABASE_URL": owner_url,
        "METRICGAIN_DATA_DIR": str(tmp_path),
        "METRICGAIN_PORT": "0",
        **more,
    }
    done = CliRunner(env=settings).invoke(app, ["doctor", "--json"])
    checks = json.loads(done.stdout)
    for check in checks:
        assert check["good"] or check["remedy"], check
    return done.exit_code, {check["name"]: check["good"] for check in checks}


def test_the_doctor_says_what_is_good_and_what_is_wrong(
    owner_url: str, tmp_path: Path
) -> None:
    code, found = looked(owner_url, tmp_path)

    assert code == 1
    assert not found["backups"]
    for name in ("schema", "database", "role", "row-level security", "clock", "port"):
        assert found[name], name


def test_a_port_that_is_taken_by_others_is_wrong(
    owner_url: str, tmp_path: Path
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        other.settimeout(0.1)
        port = str(other.getsockname()[1])
        _, found = looked(owner_url, tmp_path, METRICGAIN_PORT=port)

    assert not found["port"]


def test_an_address_for_everybody_without_tls_is_wrong(
    owner_url: str, tmp_path: Path
) -> None:
    _, plain = looked(owner_url, tmp_path, METRICGAIN_HOST=EVERYWHERE)
    _, guarded = looked(
        owner_url,
        tmp_path,
        METRICGAIN_HOST=EVERYWHERE,
        METRICGAIN_PUBLIC_URL="https://gym.example.org",
    )

    assert not plain["address"]
    assert guarded["address"]


def test_a_database_that_is_away_or_old_is_all_that_is_told(
    owner_url: str, tmp_path: Path
) -> None:
    code, away = looked("postgresql://x:y@127.0.0.1:1/x", tmp_path)
    with scratch_database(owner_url, "doctor") as empty:
        _, old = looked(empty, tmp_path)

    assert code == 1
    assert away == {"database": False, "port": True}
    assert old == {"schema": False, "port": True}


async def test_fresh_backups_and_unguarded_tables_are_noticed(
    owner_url: str, owner: asyncpg.Connection, database: Database, tmp_path: Path
) -> None:
    settings = Settings.read({}, data_dir=tmp_path)
    source = Source(
        url=owner_url, embedded=True, postgres_bin=find_binaries().directory
    )
    await keep_backups(source, settings.backup_path, days=30, now=now())
    await owner.execute("ALTER TABLE switches NO FORCE ROW LEVEL SECURITY")

    try:
        checks = await checkup(database, settings, now=now())
        stale = await checkup(database, settings, now=now() + timedelta(days=2))
    finally:
        await owner.execute("ALTER TABLE switches FORCE ROW LEVEL SECURITY")

    good = {check.name: check.good for check in checks}
    assert good["backups"]
    assert not good["row-level security"]
    assert "switches" in next(
        check.says for check in checks if check.name == "row-level security"
    )
    later = {check.name: check.good for check in stale}
    assert not later["backups"]
    assert not later["clock"]


@pytest.mark.parametrize("verb", ["promote", "demote"])
def test_the_operator_makes_and_unmakes_administrators(
    owner_url: str, verb: str
) -> None:
    runner = CliRunner(env={"METRICGAIN_DATABASE_URL": owner_url})
    email = f"{verb}@example.org"
    password = "three plates a side\n"
    runner.invoke(app, ["user", "create", email, "--password-stdin"], input=password)

    done = runner.invoke(app, ["user", verb, email])
    listed = runner.invoke(app, ["user", "list"])

    assert done.exit_code == 0, done.exception
    (line,) = [line for line in listed.stdout.splitlines() if email in line]
    assert ("administrator" in line) == (verb == "promote")
