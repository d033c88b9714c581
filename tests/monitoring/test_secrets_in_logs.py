"""No secret is logged, however much is logged."""

import logging
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pyotp
import pytest
import structlog
from litestar import Litestar

from browser import PASSWORD, new_email
from metricgain.app import build
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.ids import secret
from metricgain.kit.log import log_to_stderr
from metricgain.kit.vault import new_key
from metricgain.store.people import hash_of
from metricgain.store.sign_in_links import add_sign_in_link
from provider_stand_in import CLIENT_ID, SECRET, StandIn, provider_stand_in


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


@pytest.fixture
def provider() -> Iterator[StandIn]:
    with provider_stand_in() as stand_in:
        yield stand_in


class Told:
    """Collects every secret that a person or the server says."""

    def __init__(self) -> None:
        self.secrets: set[str] = set()

    def __call__(self, *secrets: str) -> None:
        self.secrets |= {one for one in secrets if one}

    def take(self, answer: httpx.Response) -> httpx.Response:
        assert answer.is_success, answer.text
        self(*answer.cookies.values())
        return answer


async def sign_in(client: httpx.AsyncClient, told: Told, email: str, code: str) -> str:
    """Sign in with a password, wrong and right; return the CSRF token."""
    told(PASSWORD, code)
    wrong = "a wrong password of somebody"
    told(wrong)
    await client.post("/session", json={"email": email, "password": wrong})
    body = {"email": email, "password": PASSWORD} | ({"code": code} if code else {})
    answer = told.take(await client.post("/session", json=body))
    told(answer.json()["csrfToken"])
    return str(answer.json()["csrfToken"])


async def guard(client: httpx.AsyncClient, told: Told, csrf: dict[str, str]) -> str:
    """Turn an authenticator app on; return a recovery code."""
    begun = told.take(await client.post("/account/totp", json={}, headers=csrf))
    shared = begun.json()["secret"]
    code = pyotp.TOTP(shared).at(now())
    kept = await client.put("/account/totp", json={"code": code}, headers=csrf)
    codes = told.take(kept).json()["codes"]
    told(shared, *codes)
    return str(codes[0])


async def enter_by_provider(
    client: httpx.AsyncClient, told: Told, provider: StandIn
) -> None:
    begun = told.take(await client.post("/session/provider/login"))
    address = begun.json()["address"]
    asked = parse_qs(urlsplit(address).query)
    code, state = provider.logged_in(address)
    # A code is short here; what a real one looks like stands for it.
    told(state, asked["nonce"][0], asked["code_challenge"][0], SECRET)
    answer = await client.post("/session/provider", json={"code": code, "state": state})
    told(told.take(answer).json()["csrfToken"])


async def live(
    app: Litestar, told: Told, *, email: str, link: str, provider: StandIn
) -> None:
    """Sign in by every way there is, and make every secret there is."""

    def visitor() -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url="http://t/api/v1")

    async with app.state.database.as_system() as system:
        await system.run("DELETE FROM sign_in_attempts")
    async with visitor() as client:
        made = await client.post(
            "/accounts", json={"email": email, "password": PASSWORD}
        )
        csrf = {"X-CSRF-Token": await sign_in(client, told, email, "")}
        token = await client.post("/tokens", json={"name": "Watch"}, headers=csrf)
        told(told.take(token).json()["token"])
        feed = told.take(await client.post("/calendar-feed", headers=csrf))
        told(feed.json()["address"].rpartition("/")[2].removesuffix(".ics"))
        recovery = await guard(client, told, csrf)
    async with visitor() as client:
        await sign_in(client, told, email, recovery)
    async with app.state.database.as_system() as system:
        await add_sign_in_link(
            system, hash_of(link), user_id=made.json()["id"], now=now()
        )
    async with visitor() as client:
        await client.post("/session/link", json={"secret": link})
        await client.post("/session/link", json={"secret": link, "code": "000000"})
    async with visitor() as client:
        await enter_by_provider(client, told, provider)


async def test_nothing_that_lets_anybody_in_is_logged(
    owner_url: str, provider: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    told, key, email, link = Told(), new_key(), new_email(), secret()
    provider.email = new_email()
    settings = Settings.read(
        {
            "METRICGAIN_JOBS": "0",
            "METRICGAIN_SECRET_KEYS": key,
            "METRICGAIN_OIDC_ISSUER": provider.address,
            "METRICGAIN_OIDC_CLIENT_ID": CLIENT_ID,
            "METRICGAIN_OIDC_CLIENT_SECRET": SECRET,
            "METRICGAIN_SLOW_STATEMENT_MS": "0",
        }
    )
    told(key, link)
    log_to_stderr("debug", form="json")
    logging.getLogger().setLevel(logging.DEBUG)
    app = build(settings, owner_url)

    async with app.lifespan():
        await live(app, told, email=email, link=link, provider=provider)

    logged = "".join(capsys.readouterr())
    logging.getLogger().setLevel(logging.WARNING)
    assert "/api/v1/session" in logged
    assert len(told.secrets) > 20
    assert [one for one in told.secrets if one in logged] == []
    assert email not in logged
