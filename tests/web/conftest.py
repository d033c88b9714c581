"""A real Chromium, and people in it."""

from collections.abc import AsyncIterator

import pytest
from bench.chromium import FLAGS, installed
from playwright.async_api import Browser, Page, async_playwright, expect

from app_person import DESKTOP, PHONE, Person, person_at

# What is expected comes at once on an idle machine; a busy one may take its time.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """A browser without anybody in it; each test opens windows of its own."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=installed(), args=list(FLAGS)
        )
        yield browser
        await browser.close()


@pytest.fixture
async def phone(chromium: Browser, server: str) -> AsyncIterator[Person]:
    """A new lifter with a phone."""
    async with person_at(chromium, server) as person:
        yield person


@pytest.fixture
async def desktop(chromium: Browser, server: str) -> AsyncIterator[Person]:
    """A new lifter at a desk."""
    async with person_at(chromium, server, viewport=DESKTOP) as person:
        yield person


@pytest.fixture
async def resident(chromium: Browser, house: str) -> AsyncIterator[Person]:
    """A new lifter with a phone, at the server that a file starts as its `house`."""
    async with person_at(chromium, house) as person:
        yield person


@pytest.fixture
async def elsewhere(chromium: Browser) -> AsyncIterator[Page]:
    """Another phone, on which nobody is signed in."""
    context = await chromium.new_context(viewport=PHONE, locale="en-GB")
    yield await context.new_page()
    await context.close()
