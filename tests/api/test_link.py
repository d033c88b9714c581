"""The link that the terminal shows signs in once, and what an account may do then."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import httpx
import pytest

from browser import (
    PASSWORD,
    Browser,
    new_email,
    register,
    sign_in,
    signed_in,
    visiting,
)
from metricgain.kit.clock import now
from metricgain.kit.ids import secret
from metricgain.store.accounts import find_credentials
from metricgain.store.database import Database
from metricgain.store.people import hash_of
from metricgain.store.roles import app_url
from metricgain.store.setup import prepare
from metricgain.store.sign_in_links import LINK_LASTS, add_sign_in_link
from scratch_database import scratch_database
from server import running_server

pytestmark = pytest.mark.usefixtures("no_attempts")


@pytest.fixture(scope="module")
def fresh_url(owner_url: str) -> Iterator[str]:
    with scratch_database(owner_url, "fresh") as url:
        prepare(url)
        yield url


@pytest.fixture(scope="module")
def fresh_server(fresh_url: str) -> Iterator[str]:
    with running_server(fresh_url, registration="open", login_attempts="4") as address:
        yield address


@pytest.fixture
async def fresh(fresh_url: str) -> AsyncIterator[Database]:
    """The database of the fresh server, without accounts or attempts."""
    database = await Database.open(app_url(fresh_url), size=2)
    async with database.as_system() as system:
        for table in ("users", "sign_in_links", "sign_in_attempts"):
            await system.run(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    yield database
    await database.close()


async def link(database: Database, user_id: int | None = None) -> str:
    code = secret()
    async with database.as_system() as system:
        await add_sign_in_link(system, hash_of(code), user_id=user_id, now=now())
    return code


async def follow(client: httpx.AsyncClient, code: str, **more: str) -> httpx.Response:
    return await client.post("/session/link", json={"secret": code, **more})


async def alone(server: str, code: str) -> httpx.Response:
    """Follow a link in a browser of its own."""
    async with visiting(server) as client:
        return await follow(client, code)


def csrf(answer: httpx.Response) -> dict[str, str]:
    return {"X-CSRF-Token": answer.json()["csrfToken"]}


async def test_the_first_link_makes_the_administrator_and_signs_in(
    fresh_server: str, fresh: Database
) -> None:
    code = await link(fresh)

    async with visiting(fresh_server) as client:
        before = await client.get("/installation")
        answer = await follow(
            client, code, timezone="Europe/Berlin", weightUnit="lb", device="Phone"
        )
        preferences = await client.get("/preferences")
        sessions = await client.get("/sessions")
        after = await client.get("/installation")

    account = answer.json()["account"]
    assert answer.status_code == 201, answer.text
    assert answer.json()["kind"] == "session"
    assert account["isAdmin"]
    assert not account["hasPassword"]
    assert account["email"] == "owner@localhost"
    assert account["timezone"] == "Europe/Berlin"
    assert preferences.json()["weightUnit"] == "lb"
    assert [each["device"] for each in sessions.json()["sessions"]] == ["Phone"]
    assert (before.json()["inhabited"], after.json()["inhabited"]) == (False, True)
    assert set(after.json()) == {
        *("registration", "inhabited", "version", "protocol", "isSignedIn"),
        *("passkeys", "provider"),
    }
    signed_in = [each.json()["isSignedIn"] for each in (before, after)]
    assert signed_in == [False, True]


async def test_a_link_works_once_even_when_it_is_followed_many_times_at_once(
    fresh_server: str, fresh: Database
) -> None:
    code = await link(fresh)

    answers = await asyncio.gather(*(alone(fresh_server, code) for _ in range(3)))

    assert sorted(answer.status_code for answer in answers) == [201, 401, 401]
    async with fresh.as_system() as system:
        assert await system.value("SELECT count(*) FROM users") == 1


async def test_two_links_for_the_first_account_make_one_account(
    fresh_server: str, fresh: Database
) -> None:
    codes = [await link(fresh), await link(fresh)]

    answers = await asyncio.gather(*(alone(fresh_server, code) for code in codes))

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses in ([201, 401], [201, 409])
    async with fresh.as_system() as system:
        assert await system.value("SELECT count(*) FROM users") == 1


async def test_a_first_link_ends_when_somebody_registers(
    fresh_server: str, fresh: Database
) -> None:
    code = await link(fresh)

    async with visiting(fresh_server) as client:
        await register(client, new_email())
        answer = await follow(client, code)

    assert answer.status_code == 409
    assert "since this link was shown" in answer.json()["detail"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("late", [timedelta(0), timedelta(days=30)], ids=str)
async def test_a_link_ends_after_a_day(
    fresh_server: str, fresh: Database, late: timedelta
) -> None:
    code = await link(fresh)
    async with fresh.as_system() as system:
        await system.run(
            "UPDATE sign_in_links SET expires_at = expires_at - $1::interval",
            LINK_LASTS + late,
        )

    async with visiting(fresh_server) as client:
        answer = await follow(client, code)

    assert answer.status_code == 401
    assert answer.json()["field"] == "secret"


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        pytest.param({"secret": "x" * 43}, 401, "secret", id="an unknown secret"),
        pytest.param({"secret": "a b"}, 400, "secret", id="no secret of ours"),
        pytest.param({"timezone": "Mars/Olympus"}, 422, "timezone", id="a zone"),
        pytest.param({"weightUnit": "stone"}, 400, "weightUnit", id="a unit"),
        pytest.param({"device": "a\nb"}, 422, "device", id="a device of two lines"),
        pytest.param({"isAdmin": True}, 400, "data", id="an unknown field"),
    ],
)
async def test_a_refused_link_makes_nothing_and_stays_valid(
    fresh_server: str,
    fresh: Database,
    body: dict[str, object],
    status: int,
    field: str,
) -> None:
    code = await link(fresh)

    async with visiting(fresh_server) as client:
        refused = await client.post("/session/link", json={"secret": code} | body)
        made = await follow(client, code)

    assert refused.status_code == status, refused.text
    assert refused.json()["field"] == field
    assert made.status_code == 201


async def test_guessing_at_links_is_stopped_and_success_is_not_counted(
    fresh_server: str, fresh: Database
) -> None:
    async with visiting(fresh_server) as client:
        guesses = [await follow(client, secret()) for _ in range(3)]
        right = await follow(client, await link(fresh))
        client.cookies.clear()
        guesses += [await follow(client, secret()) for _ in range(2)]

    assert right.status_code == 201
    assert [each.status_code for each in guesses] == [401, 401, 401, 401, 429]


async def test_another_site_cannot_follow_a_link(
    fresh_server: str, fresh: Database
) -> None:
    code = await link(fresh)

    async with visiting(fresh_server, **{"Sec-Fetch-Site": "cross-site"}) as client:
        answer = await follow(client, code)

    assert answer.status_code == 403


async def test_a_secret_is_kept_as_a_hash_only(fresh: Database) -> None:
    code = await link(fresh)

    async with fresh.as_system() as system:
        row = await system.value("SELECT l::text FROM sign_in_links l")

    assert code.encode().hex() not in str(row)
    assert hash_of(code).hex() in str(row)


async def test_an_account_without_a_password_gets_an_address_and_a_password(
    fresh_server: str, fresh: Database
) -> None:
    email = new_email()

    async with visiting(fresh_server) as client:
        followed = await follow(client, await link(fresh))
        named = await client.put(
            "/account",
            json={"email": email.upper(), "fullName": "Sam Doe"},
            headers=csrf(followed),
        )
        set_first = await client.put(
            "/account/password", json={"newPassword": PASSWORD}, headers=csrf(followed)
        )
        set_again = await client.put(
            "/account/password",
            json={"newPassword": "four plates a side"},
            headers=csrf(followed),
        )
    async with visiting(fresh_server) as client:
        signed = await sign_in(client, email)

    assert named.status_code == 200, named.text
    assert named.json()["email"] == email
    assert named.json()["fullName"] == "Sam Doe"
    assert set_first.status_code == 204, set_first.text
    assert (set_again.status_code, set_again.json()["field"]) == (
        422,
        "currentPassword",
    )
    assert signed.status_code == 201
    assert signed.json()["account"]["hasPassword"]


async def test_an_account_without_a_password_cannot_be_signed_in_to_with_one(
    fresh_server: str, fresh: Database
) -> None:
    async with visiting(fresh_server) as client:
        await follow(client, await link(fresh))
    async with visiting(fresh_server) as client:
        answer = await sign_in(client, "owner@localhost", "x")

    assert answer.status_code == 401


async def test_an_account_without_a_password_goes_by_its_address(
    fresh_server: str, fresh: Database
) -> None:
    async with visiting(fresh_server) as client:
        followed = await follow(client, await link(fresh))
        refused = [
            await client.post("/account/delete", json=body, headers=csrf(followed))
            for body in ({}, {"password": PASSWORD}, {"confirmation": "me@localhost"})
        ]
        gone = await client.post(
            "/account/delete",
            json={"confirmation": "Owner@localhost"},
            headers=csrf(followed),
        )
        empty = await client.get("/installation")

    assert [each.status_code for each in refused] == [422, 422, 422]
    assert {each.json()["field"] for each in refused} == {"confirmation"}
    assert gone.status_code == 204
    assert not empty.json()["inhabited"]


async def test_a_program_cannot_take_over_an_account_without_a_password(
    fresh_server: str, fresh: Database
) -> None:
    async with visiting(fresh_server) as client:
        followed = await follow(client, await link(fresh))
        made = await client.post(
            "/tokens", json={"name": "script", "scope": "full"}, headers=csrf(followed)
        )
    bearer = {"Authorization": f"Bearer {made.json()['token']}"}
    async with visiting(fresh_server, **bearer) as program:
        answers = [
            await program.put("/account/password", json={"newPassword": PASSWORD}),
            await program.put(
                "/account", json={"email": new_email(), "fullName": None}
            ),
            await program.post(
                "/account/delete", json={"confirmation": "owner@localhost"}
            ),
        ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


async def test_a_link_to_an_account_lets_a_lost_password_be_replaced_once(
    server: str, database: Database
) -> None:
    async with signed_in(server) as owner, visiting(server) as client:
        followed = await follow(client, await link(database, owner.user_id))
        replaced = await client.put(
            "/account/password",
            json={"newPassword": "four plates a side"},
            headers=csrf(followed),
        )
        again = await client.put(
            "/account/password",
            json={"newPassword": "five plates a side"},
            headers=csrf(followed),
        )
        elsewhere = await owner.client.get("/account")

    assert followed.json()["account"]["email"] == owner.email
    assert replaced.status_code == 204, replaced.text
    assert again.status_code == 422
    assert elsewhere.status_code == 401


async def test_an_hour_after_a_link_the_password_is_needed(
    server: str, database: Database
) -> None:
    async with signed_in(server) as owner, visiting(server) as client:
        followed = await follow(client, await link(database, owner.user_id))
        async with database.as_user(owner.user_id) as tx:
            await tx.run(
                "UPDATE sessions SET may_set_password_until ="
                " may_set_password_until - interval '1 hour'"
            )
        answer = await client.put(
            "/account/password",
            json={"newPassword": "four plates a side"},
            headers=csrf(followed),
        )

    assert (answer.status_code, answer.json()["field"]) == (422, "currentPassword")


async def test_a_link_to_a_closed_account_does_not_work(
    server: str, database: Database
) -> None:
    async with signed_in(server) as owner, visiting(server) as client:
        code = await link(database, owner.user_id)
        async with database.as_system() as system:
            await system.run(
                "UPDATE users SET is_active = false WHERE id = $1", owner.user_id
            )
        answer = await follow(client, code)

    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("given", "status", "field"),
    [
        pytest.param({}, 422, "currentPassword", id="no password"),
        pytest.param(
            {"currentPassword": "not mine"}, 422, "currentPassword", id="a wrong one"
        ),
        pytest.param({"email": "nobody"}, 422, "email", id="no address"),
        pytest.param({"fullName": "a\nb"}, 422, "fullName", id="a name of two lines"),
    ],
)
async def test_a_new_address_is_refused(
    server: str,
    database: Database,
    given: dict[str, str],
    status: int,
    field: str,
) -> None:
    body = {"email": new_email(), "fullName": None} | given

    async with signed_in(server) as owner:
        answer = await owner.client.put("/account", json=body, headers=owner.csrf)
        async with database.as_system() as system:
            still = await find_credentials(system, owner.email)

    assert (answer.status_code, answer.json()["field"]) == (status, field)
    assert still is not None


async def test_an_address_of_somebody_else_is_refused(server: str) -> None:
    async with signed_in(server) as owner, signed_in(server) as other:
        answer = await _rename(owner, other.email)

    assert (answer.status_code, answer.json()["field"]) == (409, "email")


async def test_a_name_changes_without_the_password(server: str) -> None:
    async with signed_in(server) as owner:
        answer = await owner.client.put(
            "/account",
            json={"email": owner.email, "fullName": "Sam"},
            headers=owner.csrf,
        )
        preferences = await owner.client.get("/preferences")

    assert answer.status_code == 200
    assert preferences.json()["fullName"] == "Sam"


async def _rename(owner: Browser, email: str) -> httpx.Response:
    return await owner.client.put(
        "/account",
        json={"email": email, "fullName": None, "currentPassword": PASSWORD},
        headers=owner.csrf,
    )
