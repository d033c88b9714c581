import asyncio
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from browser import PASSWORD, new_email, register, sign_in, signed_in, visiting
from metricgain.kit.clock import now
from metricgain.kit.errors import TooMany
from metricgain.store.attempts import (
    account_gate,
    address_gate,
    count_attempt,
    take_back,
)
from metricgain.store.database import Database
from metricgain.store.sessions import MOST_SESSIONS
from server import running_server

pytestmark = pytest.mark.usefixtures("no_attempts")


@pytest.fixture(scope="module")
def tls_server(owner_url: str) -> Iterator[str]:
    """A server behind a proxy that speaks TLS, with few attempts."""
    with running_server(
        owner_url, public_url="https://gym.example", login_attempts="3"
    ) as address:
        yield address


async def test_signing_in_sets_a_cookie_that_scripts_cannot_read(server: str) -> None:
    async with visiting(server) as client:
        email = new_email()
        await register(client, email)
        answer = await sign_in(client, f" {email.upper()}")

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("metricgain_session=")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert f"Max-Age={90 * 86400}" in cookie
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["kind"] == "session"
    assert answer.json()["account"]["lastLogin"] is not None


async def test_behind_tls_the_cookie_is_secure(tls_server: str) -> None:
    async with visiting(tls_server) as client:
        email = new_email()
        await register(client, email)
        answer = await sign_in(client, email)

    assert "Secure" in answer.headers["set-cookie"]


async def test_behind_tls_no_neighbour_can_set_the_cookie(tls_server: str) -> None:
    async with visiting(tls_server) as client:
        email = new_email()
        await register(client, email)
        answer = await sign_in(client, email)
        name, _, value = answer.headers["set-cookie"].partition(";")[0].partition("=")
        csrf = {"X-CSRF-Token": answer.json()["csrfToken"]}
        by_neighbour = {"Cookie": f"metricgain_session={value}"}
        refused = await client.get("/account", headers=by_neighbour)
        cookie = {"Cookie": f"{name}={value}"}
        known = await client.get("/account", headers=cookie)
        gone = await client.delete("/session", headers=cookie | csrf)

    assert name == "__Host-metricgain_session"
    assert "Path=/" in answer.headers["set-cookie"]
    assert "Domain" not in answer.headers["set-cookie"]
    assert (refused.status_code, known.status_code) == (401, 200)
    assert gone.status_code == 204
    # A browser takes nothing under that name, its end included, that is not Secure.
    ended = gone.headers.get_list("set-cookie")[-1]
    assert ended.startswith('__Host-metricgain_session="";')
    assert {"Secure", "Max-Age=0", "Path=/"} <= set(ended.split("; "))


async def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    server: str,
) -> None:
    email = new_email()
    async with visiting(server) as client:
        await register(client, email)
        wrong = await sign_in(client, email, "not the password")
        unknown = await sign_in(client, new_email(), "not the password")

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert wrong.headers.keys() == unknown.headers.keys()


async def test_a_wrong_password_takes_as_long_as_an_unknown_address(
    server: str,
) -> None:
    email = new_email()
    async with visiting(server) as client:
        await register(client, email)

        async def seconds(address: str) -> float:
            start = time.perf_counter()
            await sign_in(client, address, "not the password")
            return time.perf_counter() - start

        known = min([await seconds(email) for _ in range(4)])
        unknown = min([await seconds(new_email()) for _ in range(4)])

    # Without the dummy hash an unknown address answers many times faster.
    assert 0.33 < known / unknown < 3


async def test_a_closed_account_cannot_sign_in_or_go_on(
    server: str, database: Database
) -> None:
    async with signed_in(server) as browser:
        token = await browser.client.post(
            "/tokens", json={"name": "x"}, headers=browser.csrf
        )
        async with database.as_system() as system:
            await system.run(
                "UPDATE users SET is_active = false WHERE id = $1", browser.user_id
            )
        by_cookie = await browser.client.get("/account")
        again = await sign_in(browser.client, browser.email)
    async with visiting(
        server, Authorization=f"Bearer {token.json()['token']}"
    ) as client:
        by_token = await client.get("/account")

    assert by_cookie.status_code == 401
    assert again.status_code == 401
    assert by_token.status_code == 401


async def test_an_expired_session_is_over(server: str, database: Database) -> None:
    async with signed_in(server) as browser:
        async with database.as_user(browser.user_id) as tx:
            await tx.run("UPDATE sessions SET expires_at = $1", now())
        answer = await browser.client.get("/account")

    assert answer.status_code == 401


async def test_a_session_is_seen_to_the_hour(server: str, database: Database) -> None:
    long_ago, lately = now() - timedelta(hours=2), now() - timedelta(minutes=30)
    async with signed_in(server) as browser:

        async def seen_after(moment: object) -> object:
            async with database.as_user(browser.user_id) as tx:
                await tx.run("UPDATE sessions SET last_seen_at = $1", moment)
            await browser.client.get("/account")
            async with database.as_user(browser.user_id) as tx:
                return await tx.value("SELECT last_seen_at FROM sessions")

        assert await seen_after(lately) == lately
        assert await seen_after(long_ago) != long_ago


async def test_only_the_hash_of_a_session_is_stored(
    server: str, database: Database
) -> None:
    async with signed_in(server) as browser, database.as_user(browser.user_id) as tx:
        stored = await tx.value("SELECT s::text FROM sessions s")

    secret = browser.client.cookies["metricgain_session"]
    assert isinstance(stored, str)
    assert secret not in stored
    assert secret.encode().hex() not in stored


@pytest.mark.parametrize(
    "header",
    [
        pytest.param({}, id="no token"),
        pytest.param({"X-CSRF-Token": "0" * 64}, id="another token"),
        pytest.param({"X-CSRF-Token": "é"}, id="a token beyond ASCII"),
    ],
)
async def test_a_browser_without_its_csrf_token_changes_nothing(
    server: str, header: dict[str, str]
) -> None:
    async with signed_in(server) as browser:
        refused = await browser.client.post(
            "/tokens",
            json={"name": "x"},
            headers={n.encode(): value.encode() for n, value in header.items()},
        )
        listed = await browser.client.get("/tokens")

    assert refused.status_code == 403
    assert refused.json()["field"] == "X-CSRF-Token"
    assert listed.json() == {"tokens": []}


async def test_a_browser_gets_its_csrf_token_again(server: str) -> None:
    async with signed_in(server) as browser:
        answer = await browser.client.get("/session")
        accepted = await browser.client.post(
            "/tokens",
            json={"name": "x"},
            headers={"X-CSRF-Token": answer.json()["csrfToken"]},
        )

    assert answer.json()["csrfToken"] == browser.csrf["X-CSRF-Token"]
    assert answer.headers["cache-control"] == "no-store"
    assert accepted.status_code == 201


async def test_signing_in_anew_ends_the_session_that_the_browser_had(
    server: str,
) -> None:
    async with signed_in(server) as person:
        had = person.client.cookies["metricgain_session"]
        again = await person.client.post(
            "/session",
            json={"email": person.email, "password": PASSWORD},
            headers=person.csrf,
        )
        has = person.client.cookies["metricgain_session"]
        kept = await person.client.get("/sessions")
        async with visiting(server, Cookie=f"metricgain_session={had}") as stranger:
            over = await stranger.get("/account")

    assert again.status_code == 201, again.text
    assert has != had
    assert len(kept.json()["sessions"]) == 1
    assert over.status_code == 401


async def test_another_site_cannot_sign_its_visitors_in(server: str) -> None:
    async with visiting(server, **{"Sec-Fetch-Site": "cross-site"}) as client:
        answer = await sign_in(client, new_email())

    assert answer.status_code == 403


async def test_logging_out_ends_this_session_only(server: str) -> None:
    async with (
        signed_in(server) as browser,
        signed_in(server, browser.email) as other,
    ):
        cookie = browser.client.cookies["metricgain_session"]
        out = await browser.client.delete("/session", headers=browser.csrf)
        there = await other.client.get("/account")
    async with visiting(server, Cookie=f"metricgain_session={cookie}") as client:
        replayed = await client.get("/account")

    assert out.status_code == 204
    assert "Max-Age=0" in out.headers["set-cookie"]
    assert replayed.status_code == 401
    assert there.status_code == 200


async def test_logging_out_everywhere_ends_every_session(server: str) -> None:
    async with (
        signed_in(server) as browser,
        signed_in(server, browser.email) as other,
    ):
        out = await browser.client.delete("/sessions", headers=browser.csrf)
        here = await browser.client.get("/account")
        there = await other.client.get("/account")

    assert out.status_code == 204
    assert here.status_code == 401
    assert there.status_code == 401


async def test_sessions_are_listed_and_one_can_be_ended(server: str) -> None:
    async with (
        signed_in(server) as browser,
        signed_in(server, browser.email) as other,
    ):
        listed = (await browser.client.get("/sessions")).json()["sessions"]
        others = [line["id"] for line in listed if not line["isCurrent"]]
        ended = await browser.client.delete(
            f"/sessions/{others[0]}", headers=browser.csrf
        )
        again = await browser.client.delete(
            f"/sessions/{others[0]}", headers=browser.csrf
        )
        there = await other.client.get("/account")

    assert len(listed) == 2
    assert listed[0]["device"].startswith("python-httpx")
    assert len(others) == 1
    assert ended.status_code == 204
    assert again.status_code == 404
    assert there.status_code == 401


async def test_a_session_of_somebody_else_cannot_be_ended(server: str) -> None:
    async with signed_in(server) as browser, signed_in(server) as stranger:
        listed = (await browser.client.get("/sessions")).json()["sessions"]
        refused = await stranger.client.delete(
            f"/sessions/{listed[0]['id']}", headers=stranger.csrf
        )
        still = await browser.client.get("/account")

    assert refused.status_code == 404
    assert still.status_code == 200


async def test_a_session_is_named_in_hexadecimal(server: str) -> None:
    async with signed_in(server) as browser:
        answer = await browser.client.delete("/sessions/zz", headers=browser.csrf)

    assert answer.status_code == 400


async def test_an_account_has_a_bounded_number_of_sessions(
    server: str, database: Database
) -> None:
    async with signed_in(server) as browser:
        async with database.as_user(browser.user_id) as tx:
            await tx.run(
                "INSERT INTO sessions (user_id, token_hash, last_seen_at, expires_at)"
                " SELECT $1, decode(lpad(n::text, 8, '0'), 'hex'), $2, $3"
                " FROM generate_series(1, 60) n",
                browser.user_id,
                now() - timedelta(days=1),
                now() + timedelta(days=1),
            )
        async with signed_in(server, browser.email):
            listed = (await browser.client.get("/sessions")).json()["sessions"]

    assert len(listed) == MOST_SESSIONS


async def test_too_many_wrong_passwords_pause_an_account_even_for_the_right_one(
    tls_server: str,
) -> None:
    email = new_email()
    async with visiting(tls_server) as client:
        await register(client, email)
        wrong = [await sign_in(client, email, "not the password") for _ in range(3)]
        right = await sign_in(client, email)

    assert [answer.status_code for answer in wrong] == [401, 401, 401]
    assert right.status_code == 429
    assert 0 < int(right.headers["Retry-After"]) <= 901


async def test_an_unknown_address_is_paused_like_an_account(tls_server: str) -> None:
    email = new_email()
    async with visiting(tls_server) as client:
        answers = [await sign_in(client, email, "anything") for _ in range(4)]

    assert [answer.status_code for answer in answers] == [401, 401, 401, 429]


async def test_attempts_made_at_once_do_not_slip_through(tls_server: str) -> None:
    email = new_email()
    async with visiting(tls_server) as client:
        answers = await asyncio.gather(
            *(sign_in(client, email, "anything") for _ in range(8))
        )

    codes = sorted(answer.status_code for answer in answers)
    assert codes == [401] * 3 + [429] * 5


async def test_the_right_password_opens_the_account_again(tls_server: str) -> None:
    email = new_email()
    async with visiting(tls_server) as client:
        await register(client, email)
        for _ in range(3):
            await sign_in(client, email, "not the password")
            answer = await sign_in(client, email)
            client.cookies.clear()
            assert answer.status_code == 201


async def test_an_address_that_tries_many_accounts_is_paused(tls_server: str) -> None:
    async with visiting(tls_server, **{"X-Forwarded-For": "1.1.1.1, 9.9.9.9"}) as bad:
        codes = [
            (await sign_in(bad, new_email(), "anything")).status_code for _ in range(16)
        ]
    async with visiting(tls_server, **{"X-Forwarded-For": "9.9.9.9, 1.1.1.1"}) as good:
        elsewhere = await sign_in(good, new_email(), "anything")

    assert codes == [401] * 15 + [429]
    assert elsewhere.status_code == 401


async def test_without_a_proxy_nobody_chooses_their_address(
    server: str, database: Database
) -> None:
    async with visiting(server, **{"X-Forwarded-For": "9.9.9.9"}) as client:
        await sign_in(client, new_email(), "anything")

    claimed = address_gate("sign in", "9.9.9.9", most=1)
    async with database.as_system() as system:
        counted = await system.value(
            "SELECT count(*) FROM sign_in_attempts WHERE key = $1", claimed.key
        )
    assert counted == 0


async def test_the_wrong_password_of_a_signed_in_user_counts_too(
    tls_server: str,
) -> None:
    async with visiting(tls_server) as client:
        email = new_email()
        await register(client, email)
        signed = await sign_in(client, email)
        # The browser keeps a Secure cookie from plain HTTP, so it is sent by hand.
        secret = signed.headers["set-cookie"].partition("=")[2].partition(";")[0]
        headers = {
            "Cookie": f"__Host-metricgain_session={secret}",
            "X-CSRF-Token": signed.json()["csrfToken"],
        }
        codes = [
            (
                await client.post(
                    "/account/delete", json={"password": "guess"}, headers=headers
                )
            ).status_code
            for _ in range(4)
        ]

    assert codes == [422, 422, 422, 429]


async def test_a_gate_opens_after_a_quarter_of_an_hour(database: Database) -> None:
    gate, start = account_gate(new_email(), most=2), now()

    async def attempt(minutes: float) -> None:
        async with database.as_system() as system:
            await count_attempt(system, gate, now=start + timedelta(minutes=minutes))

    await attempt(0)
    await attempt(10)
    with pytest.raises(TooMany) as refusal:
        await attempt(14)
    assert refusal.value.retry_after == 61
    await attempt(15)


async def test_an_attempt_taken_back_is_not_counted(database: Database) -> None:
    gate = account_gate(new_email(), most=1)

    for _ in range(3):
        async with database.as_system() as system:
            await count_attempt(system, gate, now=now())
            await take_back(system, gate)


async def test_addresses_of_one_ipv6_network_share_a_gate() -> None:
    here = address_gate("sign in", "2001:db8::1", most=1)
    beside = address_gate("sign in", "2001:db8::2:3", most=1)
    away = address_gate("sign in", "2001:db8:0:1::1", most=1)

    assert here == beside
    assert here != away


async def test_signing_in_renews_a_hash_of_older_parameters(
    server: str, database: Database
) -> None:
    async with visiting(server) as client:
        email = new_email()
        made = await register(client, email)
        weak = PasswordHasher(memory_cost=8, time_cost=1, parallelism=1).hash(PASSWORD)
        async with database.as_system() as system:
            await system.run(
                "UPDATE users SET password_hash = $2 WHERE id = $1",
                made.json()["id"],
                weak,
            )
        first = await sign_in(client, email)
        client.cookies.clear()
        second = await sign_in(client, email)
        async with database.as_user(made.json()["id"]) as tx:
            renewed = await tx.value("SELECT password_hash FROM users")

    assert first.status_code == second.status_code == 201
    assert isinstance(renewed, str)
    assert renewed.startswith("$argon2id$v=19$m=65536")
