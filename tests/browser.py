"""A person with an account who uses the API like a browser: cookie and CSRF token."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from metricgain.kit.ids import secret

PASSWORD = "three plates a side"


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A signed-in browser. `client` sends the cookie, and `csrf` if told to."""

    user_id: int
    email: str
    client: httpx.AsyncClient
    csrf: dict[str, str]


def new_email() -> str:
    return f"{secret().lower().strip('-_')}@example.org"


@asynccontextmanager
async def visiting(server: str, **headers: str) -> AsyncIterator[httpx.AsyncClient]:
    """Open a browser in which nobody is signed in."""
    async with httpx.AsyncClient(
        base_url=f"{server}/api/v1", headers=headers, timeout=30
    ) as client:
        yield client


async def register(
    client: httpx.AsyncClient, email: str, **more: str
) -> httpx.Response:
    body = {"email": email, "password": PASSWORD, **more}
    return await client.post("/accounts", json=body)


async def sign_in(
    client: httpx.AsyncClient, email: str, password: str = PASSWORD
) -> httpx.Response:
    return await client.post("/session", json={"email": email, "password": password})


@asynccontextmanager
async def signed_in(server: str, email: str = "") -> AsyncIterator[Browser]:
    """Make an account, unless an e-mail address is given, and sign in with it."""
    async with visiting(server) as client:
        if not email:
            email = new_email()
            made = await register(client, email)
            assert made.status_code == 201, made.text
        answer = await sign_in(client, email)
        assert answer.status_code == 201, answer.text
        yield Browser(
            user_id=answer.json()["account"]["id"],
            email=email,
            client=client,
            csrf={"X-CSRF-Token": answer.json()["csrfToken"]},
        )
