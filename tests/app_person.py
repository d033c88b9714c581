"""Somebody who uses the app in a real browser, and may look at the server meanwhile."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, expect

from browser import signed_in
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7

PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
DESKTOP: Final[ViewportSize] = {"width": 1440, "height": 900}
PACE_MS: Final = 400
"""Between two taps at one place: a faster one counts as a double tap."""
_KEPT_MS: Final = 250
_EXPECTED_NOISE: Final = re.compile(
    r"ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_FAILED|ERR_EMPTY_RESPONSE"
    r"|ERR_NETWORK|status of (401|403|404|409|422|426|5\d\d)"
)


@dataclass(slots=True, kw_only=True)
class Person:
    """A signed-in person: the page of the app, and the API beside it."""

    user_id: int
    email: str
    address: str
    context: BrowserContext
    page: Page
    api: httpx.AsyncClient
    errors: list[str] = field(default_factory=list)

    async def open(self, path: str) -> Page:
        """Open a screen of the app."""
        await self.page.goto(f"{self.address}{path}")
        return self.page

    async def synced(self, *, page: Page | None = None) -> None:
        """Wait until the device and the server have the same."""
        # A tap stands in the outbox some milliseconds after it shows.
        await (page or self.page).wait_for_timeout(_KEPT_MS)
        mark = (page or self.page).locator("[data-sync='idle'][data-waiting='0']")
        await expect(mark).to_have_count(1, timeout=15_000)

    async def kept_offline(self) -> None:
        """Wait until the app itself lies on the device."""
        await self.page.evaluate(
            """async () => {
                const kept = await navigator.serviceWorker.ready;
                if (!navigator.serviceWorker.controller)
                    await new Promise((done) => navigator.serviceWorker
                        .addEventListener('controllerchange', done, {once: true}));
                return kept.active.state;
            }"""
        )

    async def start_block(self, **given: object) -> str:
        """Start a block from a template, today, and return its id."""
        return await start_block(self.api, **given)

    async def running_workout(self) -> str:
        """Be in the gym: a known block, its first workout started; return its id."""
        return await running_workout(self.api)

    async def sets(self, log_id: str) -> list[dict[str, Any]]:
        """Return the sets of a workout as the server has them."""
        answer = await self.api.get(f"/workout-logs/{log_id}")
        found: list[dict[str, Any]] = answer.json()["sets"]
        return found

    async def another_device(self, browser: Browser) -> Page:
        """Open a second device that is signed in as the same person."""
        context = await browser.new_context(
            viewport=PHONE,
            timezone_id="Europe/Berlin",
            locale="en-GB",
        )
        await context.add_cookies(await self.context.cookies())  # type: ignore[arg-type]  # what it returns, it takes
        page = await context.new_page()
        listen(page, self.errors)
        return page


async def start_block(api: httpx.AsyncClient, **given: object) -> str:
    """Start a block from a template, today, and return its id."""
    body: dict[str, object] = {
        "id": str(uuid7(now())),
        "startDate": now().date().isoformat(),
        "templateId": await template_id(api),
    }
    answer = await api.post("/mesocycles", json=body | given)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def template_id(api: httpx.AsyncClient) -> str:
    """Return the id of a template: the first one."""
    found = (await api.get("/templates")).json()
    return str(found[0]["id"])


async def train_before(api: httpx.AsyncClient, *, days: int = 4) -> None:
    """Have done every exercise of the template some days ago, 60 kg by 10."""
    template = (await api.get(f"/templates/{await template_id(api)}")).json()
    wanted = {
        one["exerciseId"]
        for workout in template["workouts"]
        for one in workout["exercises"]
    }
    log = uuid7(now())
    at = (now() - timedelta(days=days)).isoformat()
    done = [await api.put(f"/workout-logs/{log}", json={"startedAt": at})]
    for number, exercise in enumerate(sorted(wanted), 1):
        body = {
            "exerciseId": exercise,
            "setNumber": 1,
            "weight": 60,
            "weightUnit": "kg",
            "reps": 10,
            "rir": 2,
        }
        path = f"/workout-logs/{log}/sets/{number}"
        done.append(await api.put(path, json=body))
    done.append(await api.post(f"/workout-logs/{log}/finish", json={}))
    assert all(answer.is_success for answer in done)


async def running_workout(api: httpx.AsyncClient) -> str:
    """Be in the gym: a known block, its first workout started; return its id."""
    await train_before(api)
    block = await start_block(api)
    weeks = (await api.get(f"/mesocycles/{block}")).json()["weeks"]
    workout = str(weeks[0]["sessions"][0]["id"])
    answer = await api.put(
        f"/workout-logs/{workout}",
        json={"workoutInstanceId": workout, "startedAt": now().isoformat()},
    )
    assert answer.is_success, answer.text
    return workout


@asynccontextmanager
async def person_at(
    browser: Browser,
    server: str,
    *,
    viewport: ViewportSize | None = None,
    locale: str = "en-GB",
) -> AsyncIterator[Person]:
    """Make an account and open a browser that is signed in with it."""
    async with signed_in(server) as account:
        account.client.headers.update(account.csrf)
        context = await browser.new_context(
            viewport=viewport or PHONE,
            timezone_id="Europe/Berlin",
            locale=locale,
        )
        await context.add_cookies(
            [
                {"name": one.name, "value": one.value or "", "url": server}
                for one in account.client.cookies.jar
            ]
        )
        page = await context.new_page()
        person = Person(
            user_id=account.user_id,
            email=account.email,
            address=server,
            context=context,
            page=page,
            api=account.client,
        )
        listen(page, person.errors)
        yield person
        await context.close()
        assert person.errors == [], "the app wrote errors to the console"


def listen(page: Page, errors: list[str]) -> None:
    """Collect what goes wrong in a page, but for a network that is away."""
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text)
            if message.type == "error" and not _EXPECTED_NOISE.search(message.text)
            else None
        ),
    )


def host_of(address: str) -> str:
    """Return host and port of an address."""
    return urlsplit(address).netloc
