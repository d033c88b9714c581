"""`metricgain user` makes, lists, changes and deletes accounts, and invites."""

import os
import subprocess
import sys
from typing import Any, TypeAlias

import pytest
from typer.testing import CliRunner

from browser import new_email
from metricgain.cli import app
from metricgain.cli.listening import link_address
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid
from metricgain.kit.passwords import is_password
from metricgain.store.accounts import Credentials, find_credentials
from metricgain.store.attempts import account_gate, count_attempt
from metricgain.store.database import Database
from metricgain.store.invitations import use_up_invitation
from metricgain.store.people import hash_of
from metricgain.store.sign_in_links import UsedLink, use_up_link

PASSWORD = "three plates a side"
Done: TypeAlias = "subprocess.CompletedProcess[str]"


def user(owner_url: str, *arguments: str, typed: str = "") -> Done:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from metricgain.cli import main; main()",
            "user",
            *arguments,
        ],
        env={**os.environ, "METRICGAIN_DATABASE_URL": owner_url},  # noqa: TID251 - the child needs PATH and HOME
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


async def _credentials(database: Database, email: str) -> Credentials | None:
    async with database.as_system() as system:
        return await find_credentials(system, email)


async def test_an_account_is_made_listed_and_deleted(
    owner_url: str, database: Database
) -> None:
    email = new_email()

    made = user(
        owner_url, "create", email.upper(), "--password-stdin",
        "--name", "Sam Doe", "--timezone", "Europe/Berlin", "--unit", "lb",
        typed=f"{PASSWORD}\n",
    )  # fmt: skip
    found = await _credentials(database, email)
    again = user(owner_url, "create", email, "--password-stdin", typed=f"{PASSWORD}\n")
    listed = user(owner_url, "list")
    kept = user(owner_url, "delete", email, typed="n\n")
    still = await _credentials(database, email)
    deleted = user(owner_url, "delete", email, "--yes")

    assert made.returncode == 0, made.stderr
    assert found is not None
    assert await is_password(PASSWORD, found.password_hash)
    assert (again.returncode, again.stdout) == (1, "")
    assert "has an account already" in again.stderr
    line = next(line for line in listed.stdout.splitlines() if email in line)
    assert "Sam Doe" in line
    assert "Europe/Berlin" in line
    assert "never" in line
    assert kept.returncode == 1
    assert still is not None
    assert deleted.returncode == 0
    assert await _credentials(database, email) is None


async def test_a_new_password_logs_out_everywhere_and_ends_a_pause(
    owner_url: str, database: Database
) -> None:
    email = new_email()
    user(owner_url, "create", email, "--password-stdin", typed=PASSWORD)
    found = await _credentials(database, email)
    assert found is not None
    gate = account_gate(email, most=1)
    async with database.as_system() as system:
        await system.run(
            "INSERT INTO sessions (user_id, token_hash, expires_at)"
            " VALUES ($1, $2, $3)",
            found.user_id,
            b"hash",
            now(),
        )
        await count_attempt(system, gate, now=now())

    done = user(
        owner_url, "set-password", email, "--password-stdin", typed="four plates now\n"
    )

    assert done.returncode == 0, done.stderr
    changed = await _credentials(database, email)
    assert changed is not None
    assert await is_password("four plates now", changed.password_hash)
    async with database.as_user(found.user_id) as tx:
        assert await tx.value("SELECT count(*) FROM sessions") == 0
    async with database.as_system() as system:
        await count_attempt(system, gate, now=now())


async def test_an_invitation_is_printed_alone_and_holds(
    owner_url: str, database: Database
) -> None:
    done = user(owner_url, "invite", "--days", "2")

    code = done.stdout.strip()
    assert done.returncode == 0, done.stderr
    assert len(code) == 43
    assert "2 days" in done.stderr
    async with database.as_system() as system:
        assert await use_up_invitation(system, hash_of(code), now=now())


async def test_a_link_for_a_lost_password_is_printed_alone_and_holds(
    owner_url: str, database: Database
) -> None:
    email = new_email()
    user(owner_url, "create", email, "--password-stdin", typed=PASSWORD)
    found = await _credentials(database, email)

    done = user(owner_url, "link", email)

    assert done.returncode == 0, done.stderr
    address, _, code = done.stdout.strip().rpartition("/")
    assert address == "http://127.0.0.1:8000/#/welcome"
    assert "once" in done.stderr
    async with database.as_system() as system:
        used = await use_up_link(system, hash_of(code), now=now())
    assert found is not None
    assert used == UsedLink(user_id=found.user_id)


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        pytest.param({}, "http://127.0.0.1:8000", id="this machine"),
        pytest.param({"host": "0.0.0.0"}, "http://127.0.0.1:8000", id="everywhere"),  # noqa: S104 - nothing listens
        pytest.param({"host": "::", "port": 9}, "http://[::1]:9", id="by IPv6"),
        pytest.param(
            {"public_url": "https://gym.example/"}, "https://gym.example", id="a proxy"
        ),
    ],
)
def test_a_link_leads_to_where_people_reach_the_installation(
    settings: dict[str, Any], address: str
) -> None:
    assert link_address(Settings(**settings), "abc") == f"{address}/#/welcome/abc"


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        pytest.param(
            ("create", "nobody", "--password-stdin"),
            PASSWORD,
            "e-mail address",
            id="no e-mail address",
        ),
        pytest.param(
            ("create", "a@example.org", "--password-stdin"),
            "short\n",
            "10 to 1024",
            id="a short password",
        ),
        pytest.param(
            ("create", "a@example.org"), PASSWORD, "nobody is there", id="no terminal"
        ),
        pytest.param(
            ("create", "a@example.org", "--timezone", "Mars", "--password-stdin"),
            PASSWORD,
            "Europe/Berlin",
            id="an unknown time zone",
        ),
        pytest.param(
            ("create", "a@example.org", "--name", "a\tb", "--password-stdin"),
            PASSWORD,
            "control characters",
            id="a name with a tab",
        ),
    ],
)
def test_bad_values_are_refused_before_the_database_is_asked(
    arguments: tuple[str, ...], typed: str, said: str
) -> None:
    done = CliRunner().invoke(app, ["user", *arguments], input=typed)

    assert isinstance(done.exception, Invalid)
    assert said in done.exception.rule


def test_a_password_is_never_an_argument() -> None:
    done = CliRunner().invoke(
        app, ["user", "create", "a@example.org", "--password", PASSWORD]
    )

    assert done.exit_code == 2
    assert "No such option" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("set-password", "--password-stdin"), id="a password for nobody"),
        pytest.param(("delete", "--yes"), id="deleting nobody"),
        pytest.param(("link",), id="a link for nobody"),
    ],
)
def test_nobody_is_named_in_one_line(
    owner_url: str, arguments: tuple[str, ...]
) -> None:
    done = user(owner_url, *arguments, "nobody@example.org", typed=PASSWORD)

    assert done.returncode == 1
    assert done.stderr == "There is no account nobody@example.org.\n"
