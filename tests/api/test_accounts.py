import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from browser import PASSWORD, new_email, register, sign_in, signed_in, visiting
from make import fill_every_table
from metricgain.actions.register import register as make_account
from metricgain.kit.clock import now
from metricgain.kit.ids import secret
from metricgain.kit.passwords import is_password
from metricgain.store.accounts import NewAccount, create_account
from metricgain.store.database import Database
from metricgain.store.invitations import add_invitation
from metricgain.store.people import hash_of
from metricgain.store.roles import app_url
from metricgain.store.setup import prepare
from metricgain.store.tables import metadata
from scratch_database import scratch_database
from server import running_server

pytestmark = pytest.mark.usefixtures("no_attempts")


@pytest.fixture(scope="module")
def closed_server(owner_url: str) -> Iterator[str]:
    with running_server(owner_url, registration="closed") as address:
        yield address


@pytest.fixture(scope="module")
def inviting_server(owner_url: str) -> Iterator[str]:
    with running_server(
        owner_url, registration="invitation", login_attempts="3"
    ) as address:
        yield address


async def test_a_new_account_has_what_was_given_and_can_sign_in(
    server: str, database: Database
) -> None:
    email = new_email()

    async with visiting(server) as client:
        made = await register(
            client,
            f"  {email.upper()} ",
            fullName="Sam Doe",
            timezone="Europe/Berlin",
            weightUnit="lb",
        )
        signed = await sign_in(client, email)

    assert made.status_code == 201
    assert made.json()["email"] == email
    assert made.json()["fullName"] == "Sam Doe"
    assert made.json()["timezone"] == "Europe/Berlin"
    assert signed.status_code == 201
    async with database.as_user(made.json()["id"]) as tx:
        unit = await tx.value("SELECT weight_unit FROM user_preferences")
        revision = await tx.value("SELECT revision FROM sync_state")
    assert (unit, revision) == ("lb", 0)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        pytest.param({"email": "nobody"}, "email", id="an e-mail without an at"),
        pytest.param({"email": "a b@example.org"}, "email", id="an e-mail with a gap"),
        pytest.param({"email": "a@-@b"}, "email", id="an e-mail with two ats"),
        pytest.param(
            {"email": "a\u0000@example.org"}, "email", id="an e-mail with NUL"
        ),
        pytest.param({"email": f"a@{'b' * 255}"}, "email", id="a long e-mail"),
        pytest.param({"password": "nine char"}, "password", id="a short password"),
        pytest.param({"password": "p" * 1025}, "password", id="a long password"),
        pytest.param({"fullName": "Sam\nDoe"}, "fullName", id="a name of two lines"),
        pytest.param({"fullName": "   "}, "fullName", id="an empty name"),
        pytest.param({"fullName": "x" * 256}, "fullName", id="a long name"),
        pytest.param({"timezone": "Mars/Olympus"}, "timezone", id="an unknown zone"),
        pytest.param({"timezone": "localtime"}, "timezone", id="a zone of one machine"),
        pytest.param({"weightUnit": "stone"}, "weightUnit", id="an unknown unit"),
        pytest.param({"isAdmin": True}, "isAdmin", id="a field that is not there"),
    ],
)
async def test_a_registration_with_bad_values_makes_nothing(
    server: str, database: Database, wrong: dict[str, object], field: str
) -> None:
    body = {"email": new_email(), "password": PASSWORD} | wrong
    async with database.as_system() as system:
        before = await system.value("SELECT count(*) FROM users")

    async with visiting(server) as client:
        answer = await client.post("/accounts", json=body)

    assert answer.status_code in {400, 422}
    assert field in answer.text
    async with database.as_system() as system:
        assert await system.value("SELECT count(*) FROM users") == before


async def test_an_address_with_an_account_is_refused_in_any_spelling(
    server: str,
) -> None:
    email = new_email()

    async with visiting(server) as client:
        await register(client, email)
        again = await register(client, email.upper())

    assert again.status_code == 409
    assert again.json()["field"] == "email"


async def test_asking_often_for_taken_addresses_is_stopped(
    inviting_server: str,
) -> None:
    async with visiting(inviting_server) as client:
        answers = [await register(client, new_email()) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [403, 403, 403, 429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 901


async def test_registrations_that_succeed_are_not_counted(
    inviting_server: str, database: Database
) -> None:
    async with visiting(inviting_server) as client:
        for _ in range(4):
            code = await _invitation(database)
            made = await register(client, new_email(), invitation=code)
            assert made.status_code == 201


async def test_a_closed_installation_takes_nobody(closed_server: str) -> None:
    async with visiting(closed_server) as client:
        answer = await register(client, new_email())

    assert answer.status_code == 403
    assert "user create" in answer.json()["remedy"]


async def test_an_invitation_works_once(
    inviting_server: str, database: Database
) -> None:
    code = await _invitation(database)

    async with visiting(inviting_server) as client:
        first = await register(client, new_email(), invitation=code)
        second = await register(client, new_email(), invitation=code)

    assert first.status_code == 201
    assert second.status_code == 403
    assert second.json()["field"] == "invitation"


async def test_an_invitation_is_not_used_up_by_a_refused_registration(
    inviting_server: str, database: Database
) -> None:
    code, taken = await _invitation(database), new_email()
    async with database.as_system() as system:
        await create_account(
            system, NewAccount(email=taken, password_hash="none"), now=now()
        )

    async with visiting(inviting_server) as client:
        refused = await register(client, taken, invitation=code)
        made = await register(client, new_email(), invitation=code)

    assert refused.status_code == 409
    assert made.status_code == 201


async def test_an_expired_invitation_is_not_valid(
    inviting_server: str, database: Database
) -> None:
    code = await _invitation(database)
    async with database.as_system() as system:
        await system.run("UPDATE invitations SET expires_at = $1", now())

    async with visiting(inviting_server) as client:
        answer = await register(client, new_email(), invitation=code)

    assert answer.status_code == 403


async def test_another_site_cannot_make_accounts_here(server: str) -> None:
    async with visiting(server, **{"Sec-Fetch-Site": "cross-site"}) as client:
        answer = await register(client, new_email())

    assert answer.status_code == 403


async def test_a_password_is_stored_as_argon2id_only(
    server: str, database: Database
) -> None:
    async with signed_in(server) as browser, database.as_user(browser.user_id) as tx:
        row = await tx.row("SELECT u::text AS all, password_hash FROM users u")

    assert row is not None
    assert row["password_hash"].startswith("$argon2id$")
    assert await is_password(PASSWORD, row["password_hash"])
    assert PASSWORD not in row["all"]


async def test_a_changed_password_ends_the_other_sessions_only(server: str) -> None:
    body = {"currentPassword": PASSWORD, "newPassword": "four plates a side"}

    async with (
        signed_in(server) as browser,
        signed_in(server, browser.email) as other,
    ):
        changed = await browser.client.put(
            "/account/password", json=body, headers=browser.csrf
        )
        here = await browser.client.get("/account")
        there = await other.client.get("/account")
        old = await sign_in(other.client, browser.email)
        new = await sign_in(other.client, browser.email, "four plates a side")

    assert changed.status_code == 204
    assert here.status_code == 200
    assert there.status_code == 401
    assert old.status_code == 401
    assert new.status_code == 201


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        pytest.param(
            {"currentPassword": "not mine at all", "newPassword": "p" * 10},
            422,
            "currentPassword",
            id="a wrong password",
        ),
        pytest.param(
            {"currentPassword": PASSWORD, "newPassword": "p" * 9},
            400,
            "newPassword",
            id="a short new password",
        ),
    ],
)
async def test_a_password_change_is_refused(
    server: str, body: dict[str, str], status: int, field: str
) -> None:
    async with signed_in(server) as browser:
        refused = await browser.client.put(
            "/account/password", json=body, headers=browser.csrf
        )
        still = await sign_in(browser.client, browser.email)

    assert refused.status_code == status
    assert refused.json()["field"] == field
    # The browser is signed in, so another sign-in lacks only the CSRF token.
    assert still.status_code == 403


async def test_a_deleted_account_leaves_no_row(server: str, database: Database) -> None:
    async with signed_in(server) as browser:
        async with database.as_system() as system:
            # Every table gets its row below, and these two have one already.
            for name in ("user_preferences", "sync_state"):
                await system.run(
                    f"DELETE FROM {name} WHERE user_id = $1",  # noqa: S608 - names of ours
                    browser.user_id,
                )
            await fill_every_table(system.run, browser.user_id)
        wrong = await browser.client.post(
            "/account/delete", json={"password": "not mine"}, headers=browser.csrf
        )
        deleted = await browser.client.post(
            "/account/delete", json={"password": PASSWORD}, headers=browser.csrf
        )
        after = await browser.client.get("/account")
        again = await sign_in(browser.client, browser.email)

    assert (wrong.status_code, wrong.json()["field"]) == (422, "password")
    assert deleted.status_code == 204
    assert after.status_code == 401
    assert again.status_code == 401
    async with database.as_system() as system:
        for table in metadata.sorted_tables:
            if "user_id" in table.c:
                left = await system.value(
                    f"SELECT count(*) FROM {table.name} WHERE user_id = $1",  # noqa: S608 - names of ours
                    browser.user_id,
                )
                assert (table.name, left) == (table.name, 0)
        gone = await system.value(
            "SELECT count(*) FROM users WHERE id = $1", browser.user_id
        )
    assert gone == 0


async def test_the_account_of_nobody_is_not_shown(server: str) -> None:
    async with visiting(server) as client:
        answer = await client.get("/account")

    assert answer.status_code == 401


def test_only_the_first_account_is_the_administrators(owner_url: str) -> None:
    with scratch_database(owner_url, "first") as url:
        prepare(url)
        assert asyncio.run(_admins_of_two_at_once(url)) == [False, True]


async def _admins_of_two_at_once(url: str) -> list[bool]:
    database = await Database.open(app_url(url), size=2)

    async def one(email: str) -> None:
        async with database.as_system() as system:
            await make_account(
                system,
                NewAccount(email=email, password_hash="none"),
                now=now(),
                needs_invitation=False,
            )

    await asyncio.gather(one("a@example.org"), one("b@example.org"))
    async with database.as_system() as system:
        rows = await system.rows("SELECT is_admin FROM users")
    await database.close()
    return sorted(row["is_admin"] for row in rows)


async def _invitation(database: Database) -> str:
    code = secret()
    async with database.as_system() as system:
        await add_invitation(
            system,
            hash_of(code),
            now=now(),
            expires_at=now() + timedelta(days=1),
        )
    return code
