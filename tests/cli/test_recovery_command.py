"""`metricgain recovery` imports nights and makes keys."""

import os
import subprocess
import sys
from pathlib import Path

from metricgain.kit.ids import secret
from metricgain.kit.vault import Vault
from metricgain.store.database import Database
from metricgain.store.recovery import load_sources


def recovery(
    owner_url: str, *arguments: str, **settings: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [
            *(sys.executable, "-c", "from metricgain.cli import main; main()"),
            *("recovery", *arguments),
        ],
        env={**os.environ, "METRICGAIN_DATABASE_URL": owner_url, **settings},  # noqa: TID251 - the child needs PATH and HOME
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


async def test_a_file_of_nights_is_imported_for_one_user(
    owner_url: str, database: Database, tmp_path: Path
) -> None:
    email = f"{secret().lower()}@example.org"
    async with database.as_system() as system:
        user_id = await system.value(
            "INSERT INTO users (email, password_hash) VALUES ($1, '') RETURNING id",
            email,
        )
    assert isinstance(user_id, int)
    file = tmp_path / "nights.csv"
    file.write_text("date,recovery\n2026-03-10,70\n2026-03-11,20\n", "utf-8")

    done = recovery(owner_url, "import", str(file), "--user", email)
    unknown = recovery(owner_url, "import", str(file), "--user", "no@example.org")
    file.write_text("date,recovery\n2026-03-10,700\n", "utf-8")
    bad = recovery(owner_url, "import", str(file), "--user", email)

    assert done.returncode == 0, done.stderr
    assert "2 mornings and 0 sleeps from 2026-03-10 to 2026-03-11" in done.stdout
    assert (unknown.returncode, bad.returncode) == (1, 2)
    assert "line 2 of file: recovery must be between 0 and 100" in bad.stderr
    async with database.as_user(user_id) as tx:
        (span,) = await load_sources(tx)
    assert (span.source, span.nights) == ("csv", 2)


def test_a_key_that_is_made_can_be_used(owner_url: str) -> None:
    made = recovery(owner_url, "new-key").stdout.strip()

    assert Vault(made).open(Vault(made).lock("a token")) == "a token"


def test_a_key_can_only_be_changed_if_there_is_one(owner_url: str) -> None:
    none = recovery(owner_url, "change-key")
    wrong = recovery(owner_url, "change-key", METRICGAIN_SECRET_KEYS="my dog's name")

    assert (none.returncode, wrong.returncode) == (2, 2)
    assert "metricgain recovery new-key" in none.stderr
    assert "METRICGAIN_SECRET_KEYS" in wrong.stderr
