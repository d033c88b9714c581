"""Codes of an authenticator app as a second step, and what stands in for them."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pyotp
import pytest
from typer.testing import CliRunner

from browser import PASSWORD, Browser, signed_in, visiting
from metricgain.cli import app
from metricgain.kit.clock import now
from metricgain.kit.ids import secret
from metricgain.kit.totp import PERIOD_SECONDS
from metricgain.kit.vault import Vault, new_key
from metricgain.store.database import Database
from metricgain.store.people import hash_of
from metricgain.store.sign_in_links import add_sign_in_link
from server import running_server

pytestmark = pytest.mark.usefixtures("no_attempts")

KEY = new_key()


@pytest.fixture(scope="module")
def guarded(owner_url: str) -> Iterator[str]:
    """A server that can encrypt what authenticator apps share with it."""
    with running_server(owner_url, secret_keys=KEY) as address:
        yield address


def code_of(shared: str, *, periods: int = 0) -> str:
    """Return the code that an app shows now, or some periods from now."""
    return pyotp.TOTP(shared).at(now() + timedelta(seconds=PERIOD_SECONDS * periods))


async def turn_on(person: Browser, *, periods: int = -1) -> tuple[str, list[str]]:
    """Guard an account, with the code before the present one: the present is free."""
    begun = await person.client.post("/account/totp", json={}, headers=person.csrf)
    assert begun.status_code == 201, begun.text
    shared = str(begun.json()["secret"])
    answer = await person.client.put(
        "/account/totp",
        json={"code": code_of(shared, periods=periods)},
        headers=person.csrf,
    )
    assert answer.status_code == 200, answer.text
    return shared, answer.json()["codes"]


async def sign_in_with(
    server: str, person: Browser, code: str | None = None
) -> httpx.Response:
    """Sign in from another browser."""
    body = {"email": person.email, "password": PASSWORD}
    async with visiting(server) as elsewhere:
        return await elsewhere.post(
            "/session", json=body if code is None else body | {"code": code}
        )


async def age(database: Database, person: Browser) -> None:
    """Let the person have signed in an hour ago."""
    async with database.as_user(person.user_id) as tx:
        await tx.run("UPDATE sessions SET created_at = $1", now() - timedelta(hours=1))


async def test_the_secret_is_drawn_here_for_an_app_to_scan(guarded: str) -> None:
    async with signed_in(guarded) as person:
        answer = await person.client.post("/account/totp", json={}, headers=person.csrf)

    begun = answer.json()
    assert answer.headers["cache-control"] == "no-store"
    assert begun["address"].startswith("otpauth://totp/MetricGain:")
    assert begun["secret"] in begun["address"]
    assert begun["picture"].startswith("data:image/svg+xml")


async def test_a_password_alone_opens_a_guarded_account_no_more(guarded: str) -> None:
    async with signed_in(guarded) as person:
        unconfirmed = await person.client.post(
            "/account/totp", json={}, headers=person.csrf
        )
        still_open = await sign_in_with(guarded, person)
        shared, codes = await turn_on(person)

        alone = await sign_in_with(guarded, person)
        wrong = await sign_in_with(guarded, person, "000000")
        right = await sign_in_with(guarded, person, code_of(shared))
        standing = await person.client.get("/account/second-factor")

    assert unconfirmed.status_code == still_open.status_code == 201
    assert (alone.status_code, alone.json()["field"]) == (401, "code")
    assert (wrong.status_code, wrong.json()["field"]) == (401, "code")
    assert right.status_code == 201
    assert standing.json()["isOn"]
    assert standing.json()["recoveryCodesLeft"] == len(codes) == 10


async def test_a_code_works_once_however_many_come_at_once(guarded: str) -> None:
    async with signed_in(guarded) as person:
        shared, _ = await turn_on(person)
        code = code_of(shared)

        answers = await asyncio.gather(
            *(sign_in_with(guarded, person, code) for _ in range(3))
        )
        again = await sign_in_with(guarded, person, code)
        before = await sign_in_with(guarded, person, code_of(shared, periods=-1))

    assert sorted(one.status_code for one in answers) == [201, 401, 401]
    assert again.status_code == 401
    assert before.status_code == 401


async def test_a_recovery_code_works_once_as_it_was_written_down(guarded: str) -> None:
    async with signed_in(guarded) as person:
        _, codes = await turn_on(person)

        first = await sign_in_with(guarded, person, f" {codes[0].upper()} ")
        again = await sign_in_with(guarded, person, codes[0])
        left = (await person.client.get("/account/second-factor")).json()
        seen = (await person.client.get("/account/events")).json()["events"]
        new = await person.client.post(
            "/account/recovery-codes", json={}, headers=person.csrf
        )
        old = await sign_in_with(guarded, person, codes[1])
        fresh = await sign_in_with(guarded, person, new.json()["codes"][0])

    assert (first.status_code, again.status_code) == (201, 401)
    assert left["recoveryCodesLeft"] == 9
    assert "recovery_code_used" in [one["event"] for one in seen]
    assert (old.status_code, fresh.status_code) == (401, 201)


async def test_codes_cannot_be_guessed_in_a_row(guarded: str) -> None:
    async with signed_in(guarded) as person:
        shared, _ = await turn_on(person)
        statuses = [
            (await sign_in_with(guarded, person, "000000")).status_code
            for _ in range(6)
        ]
        even_right = await sign_in_with(guarded, person, code_of(shared))

    assert statuses == [401] * 5 + [429]
    assert even_right.status_code == 429


async def test_a_link_asks_for_the_code_and_is_not_used_up_without(
    guarded: str, database: Database
) -> None:
    code = secret()
    async with signed_in(guarded) as person:
        shared, _ = await turn_on(person)
        async with database.as_system() as system:
            await add_sign_in_link(
                system, hash_of(code), user_id=person.user_id, now=now()
            )

        async with visiting(guarded) as elsewhere:
            without = await elsewhere.post("/session/link", json={"secret": code})
            with_code = await elsewhere.post(
                "/session/link", json={"secret": code, "code": code_of(shared)}
            )

    assert (without.status_code, without.json()["field"]) == (401, "code")
    assert with_code.status_code == 201


async def test_the_database_holds_neither_the_secret_nor_the_codes(
    guarded: str, database: Database
) -> None:
    async with signed_in(guarded) as person:
        shared, codes = await turn_on(person)
        async with database.as_user(person.user_id) as tx:
            kept = await tx.value("SELECT locked_secret FROM totp_secrets")
            hashes = await tx.rows("SELECT code_hash FROM recovery_codes")

    assert isinstance(kept, bytes)
    assert shared.encode() not in kept
    assert Vault(KEY).open(kept) == shared
    assert {bytes(row["code_hash"]) for row in hashes} == {
        hash_of(code.replace("-", "")) for code in codes
    }


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(("POST", "/account/totp/remove"), id="turned off"),
        pytest.param(("POST", "/account/recovery-codes"), id="codes made anew"),
    ],
)
async def test_long_after_signing_in_the_password_is_asked_for(
    guarded: str, database: Database, act: tuple[str, str]
) -> None:
    async with signed_in(guarded) as person:
        await turn_on(person)
        await age(database, person)

        async def ask(body: dict[str, Any]) -> httpx.Response:
            return await person.client.request(*act, json=body, headers=person.csrf)

        without = await ask({})
        wrong = await ask({"password": "not the password"})
        right = await ask({"password": PASSWORD})

    assert (without.status_code, without.json()["field"]) == (422, "password")
    assert (wrong.status_code, wrong.json()["field"]) == (422, "password")
    assert right.is_success


async def test_an_old_session_of_an_account_without_a_password_has_to_sign_in_again(
    guarded: str, database: Database
) -> None:
    async with signed_in(guarded) as person:
        async with database.as_system() as system:
            await system.run(
                "UPDATE users SET password_hash = '' WHERE id = $1", person.user_id
            )
        await age(database, person)
        answer = await person.client.post("/account/totp", json={}, headers=person.csrf)

    assert answer.status_code == 403
    assert "Sign out and in again" in answer.json()["remedy"]


async def test_turned_off_a_password_is_enough_again(guarded: str) -> None:
    async with signed_in(guarded) as person:
        _, codes = await turn_on(person)
        twice = await person.client.post("/account/totp", json={}, headers=person.csrf)
        await person.client.post("/account/totp/remove", json={}, headers=person.csrf)
        alone = await sign_in_with(guarded, person)
        standing = (await person.client.get("/account/second-factor")).json()

    assert twice.status_code == 409
    assert len(codes) == 10
    assert alone.status_code == 201
    assert (standing["isOn"], standing["recoveryCodesLeft"]) == (False, 0)


async def test_a_wrong_first_code_leaves_the_account_as_it_was(guarded: str) -> None:
    async with signed_in(guarded) as person:
        nothing = await person.client.put(
            "/account/totp", json={"code": "123456"}, headers=person.csrf
        )
        await person.client.post("/account/totp", json={}, headers=person.csrf)
        wrong = await person.client.put(
            "/account/totp", json={"code": "000000"}, headers=person.csrf
        )
        alone = await sign_in_with(guarded, person)

    assert nothing.status_code == 409
    assert (wrong.status_code, wrong.json()["field"]) == (422, "code")
    assert alone.status_code == 201


async def test_programs_change_no_second_factor(guarded: str) -> None:
    async with signed_in(guarded) as person:
        made = await person.client.post(
            "/tokens", json={"name": "x", "scope": "full"}, headers=person.csrf
        )
    token = {"Authorization": f"Bearer {made.json()['token']}"}
    async with visiting(guarded, **token) as program:
        answers = [
            await program.post("/account/totp", json={}),
            await program.put("/account/totp", json={"code": "123456"}),
            await program.post("/account/totp/remove", json={}),
            await program.post("/account/recovery-codes", json={}),
        ]

    assert [one.status_code for one in answers] == [403] * 4


async def test_without_a_key_to_encrypt_with_it_is_not_offered(server: str) -> None:
    async with signed_in(server) as person:
        standing = await person.client.get("/account/second-factor")
        answer = await person.client.post("/account/totp", json={}, headers=person.csrf)

    assert not standing.json()["mayUse"]
    assert (answer.status_code, answer.json()["field"]) == (
        422,
        "METRICGAIN_SECRET_KEYS",
    )


async def test_the_operator_lets_somebody_in_who_lost_the_app(
    guarded: str, owner_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", owner_url)
    async with signed_in(guarded) as person:
        await turn_on(person)
        ran = [
            await asyncio.to_thread(
                CliRunner().invoke, app, ["user", "reset-second-factor", person.email]
            )
            for _ in range(2)
        ]
        alone = await sign_in_with(guarded, person)
        seen = (await person.client.get("/account/events")).json()["events"]

    assert [one.exit_code for one in ran] == [0, 0]
    assert "without a code" in ran[0].output
    assert "No authenticator app" in ran[1].output
    assert alone.status_code == 201
    assert ("second_factor_reset", "command") in [
        (one["event"], one["subject"]) for one in seen
    ]


async def test_a_change_of_the_key_takes_secrets_and_model_keys_along(
    guarded: str, owner_url: str, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = new_key()
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", owner_url)
    monkeypatch.setenv("METRICGAIN_SECRET_KEYS", f"{new},{KEY}")
    async with signed_in(guarded) as person:
        async with database.as_system() as system:
            # What other tests have left here was encrypted with their own keys.
            for table in ("totp_secrets", "language_models", "whoop_connections"):
                await system.run(f"DELETE FROM {table}")  # noqa: S608 - three names
        shared, _ = await turn_on(person)
        await person.client.put(
            "/language-model/key", json={"key": "sk-own"}, headers=person.csrf
        )
        ran = await asyncio.to_thread(
            CliRunner().invoke, app, ["recovery", "change-key"]
        )
        async with database.as_user(person.user_id) as tx:
            kept = await tx.value("SELECT locked_secret FROM totp_secrets")
            model = await tx.value("SELECT locked_key FROM language_models")

    assert ran.exit_code == 0, ran.output
    assert isinstance(kept, bytes)
    assert isinstance(model, bytes)
    assert (Vault(new).open(kept), Vault(new).open(model)) == (shared, "sk-own")
