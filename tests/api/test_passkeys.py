"""Passkeys over HTTP, with a soft one that may answer wrongly."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from browser import PASSWORD, Browser, signed_in, visiting
from metricgain.config import Settings
from metricgain.integrations.passkeys import party_of
from metricgain.kit.clock import now
from metricgain.kit.ids import secret
from metricgain.store.database import Database
from soft_passkey import SoftPasskey

pytestmark = pytest.mark.usefixtures("no_attempts")


@pytest.fixture
def home(server: str) -> str:
    """The same server by its name: browsers offer passkeys for names only."""
    return server.replace("127.0.0.1", "localhost")


async def asked(person: Browser) -> str:
    answer = await person.client.post(
        "/account/passkeys/options", json={}, headers=person.csrf
    )
    assert answer.status_code == 200, answer.text
    return str(answer.json()["options"])


async def keep(person: Browser, credential: dict[str, Any]) -> httpx.Response:
    return await person.client.post(
        "/account/passkeys",
        json={"credential": credential, "name": "My phone"},
        headers=person.csrf,
    )


async def passkey_of(person: Browser, home: str) -> SoftPasskey:
    made = SoftPasskey(origin=home, credential_id=secret().encode())
    answer = await keep(person, made.create(await asked(person)))
    assert answer.status_code == 201, answer.text
    return made


async def options_at(client: httpx.AsyncClient) -> str:
    answer = await client.post("/session/passkey/options")
    assert answer.status_code == 200, answer.text
    return str(answer.json()["options"])


async def enter(home: str, passkey: SoftPasskey) -> httpx.Response:
    async with visiting(home) as client:
        credential = passkey.get(await options_at(client))
        passkey.sign_count += 1
        return await client.post("/session/passkey", json={"credential": credential})


async def test_a_passkey_signs_in_is_renamed_and_removed(home: str) -> None:
    async with signed_in(home) as person:
        made = await passkey_of(person, home)
        made.sign_count += 1
        entered = await enter(home, made)
        listed = (await person.client.get("/account/passkeys")).json()
        its = f"/account/passkeys/{listed['passkeys'][0]['id']}"
        renamed = await person.client.patch(
            its, json={"name": "Old phone"}, headers=person.csrf
        )
        removed = await person.client.post(
            f"{its}/remove", json={}, headers=person.csrf
        )
        again = await enter(home, made)
        gone = await person.client.post(f"{its}/remove", json={}, headers=person.csrf)

    assert entered.status_code == 201, entered.text
    assert entered.json()["account"]["id"] == person.user_id
    assert listed["mayAdd"]
    assert listed["passkeys"][0]["lastUsedAt"] is not None
    assert renamed.json()["name"] == "Old phone"
    assert removed.status_code == 204
    assert (again.status_code, gone.status_code) == (401, 404)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda p: setattr(p, "origin", "https://evil.example"), id="page"),
        pytest.param(lambda p: setattr(p, "host", "evil.example"), id="host"),
        pytest.param(lambda p: setattr(p, "is_verified", False), id="not verified"),
        pytest.param(lambda p: setattr(p, "sign_count", 1), id="a copy"),
        pytest.param(lambda p: setattr(p, "handle", b"1"), id="another user"),
        pytest.param(
            lambda p: setattr(p, "key", SoftPasskey(origin="").key), id="another key"
        ),
        pytest.param(
            lambda p: setattr(p, "credential_id", b"never-seen"), id="nobody's"
        ),
    ],
)
async def test_a_passkey_that_answers_wrongly_signs_nobody_in(
    home: str, spoil: Callable[[SoftPasskey], None]
) -> None:
    async with signed_in(home) as person:
        made = await passkey_of(person, home)
        made.sign_count = 2
        spoil(made)
        answer = await enter(home, made)

    assert answer.status_code == 401, answer.text
    assert "session" not in answer.headers.get("set-cookie", "")


async def test_an_answer_works_once_and_only_for_what_was_asked(
    home: str, database: Database
) -> None:
    async with signed_in(home) as person, signed_in(home) as other:
        made = await passkey_of(person, home)
        made.sign_count = 5
        async with visiting(home) as client:
            answered = made.get(await options_at(client))
            first = await client.post("/session/passkey", json={"credential": answered})
        async with visiting(home) as client:
            replayed = await client.post(
                "/session/passkey", json={"credential": answered}
            )
            late = made.get(await options_at(client))
            async with database.as_system() as system:
                await system.run(
                    "UPDATE challenges SET expires_at = $1", now() - timedelta(1)
                )
            too_late = await client.post("/session/passkey", json={"credential": late})
        for_other = SoftPasskey(origin=home).create(await asked(other))
        of_another = await keep(person, for_other)

    assert (first.status_code, replayed.status_code) == (201, 401)
    assert too_late.status_code == 401
    assert (of_another.status_code, of_another.json()["field"]) == (422, "credential")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param({"origin": "https://evil.example"}, id="page"),
        pytest.param({"host": "evil.example"}, id="host"),
        pytest.param({"is_verified": False}, id="not verified"),
    ],
)
async def test_a_new_passkey_that_answers_wrongly_is_not_kept(
    home: str, spoil: dict[str, Any]
) -> None:
    async with signed_in(home) as person:
        made = SoftPasskey(**({"origin": home} | spoil))
        answer = await keep(person, made.create(await asked(person)))
        listed = (await person.client.get("/account/passkeys")).json()

    assert (answer.status_code, answer.json()["field"]) == (422, "credential")
    assert listed["passkeys"] == []


async def test_long_after_signing_in_the_password_is_asked_for(
    home: str, database: Database
) -> None:
    async with signed_in(home) as person:
        async with database.as_user(person.user_id) as tx:
            await tx.run(
                "UPDATE sessions SET created_at = $1", now() - timedelta(hours=1)
            )
        path = "/account/passkeys/options"
        without = await person.client.post(path, json={}, headers=person.csrf)
        right = await person.client.post(
            path, json={"password": PASSWORD}, headers=person.csrf
        )

    assert (without.status_code, right.status_code) == (422, 200)


@pytest.mark.parametrize(
    ("public_url", "asked_at", "found"),
    [
        pytest.param("", "http://localhost:8000/", "http://localhost:8000", id="here"),
        pytest.param("", "http://127.0.0.1:8000/", None, id="a number"),
        pytest.param("", "https://gym.example/", None, id="a name nobody has set"),
        pytest.param(
            "https://gym.example", "http://x/", "https://gym.example", id="set"
        ),
        pytest.param("http://gym.example", "http://gym.example/", None, id="no TLS"),
        pytest.param("https://192.0.2.7", "http://x/", None, id="a number with TLS"),
    ],
)
def test_passkeys_are_for_the_address_that_the_settings_name(
    public_url: str, asked_at: str, found: str | None
) -> None:
    party = party_of(Settings(public_url=public_url), asked_at=asked_at)

    assert (party.origin if party else None) == found
