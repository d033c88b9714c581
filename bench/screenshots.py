"""Takes the pictures of the README and of the install prompt from made-up data.

python -m bench.screenshots: a year of history, and a block in its third week. For the
README phone-sized, light and dark; for the prompt as the app's manifest lists them.
"""

import base64
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    ViewportSize,
    sync_playwright,
)

from bench.chromium import FLAGS, installed
from bench.demo import SEED, TEMPLATE, Training
from bench.demo_client import PASSWORD, DemoClient
from bench.own_server import own_server
from bench.strong_history import strong_csv
from metricgain.kit.clock import now

FOLDER: Final = Path(__file__).parents[1] / "docs" / "pictures"
EMAIL: Final = "demo@example.org"
APP: Final = Path(__file__).parents[1] / "web" / "public" / "screenshots"
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
DESK: Final[ViewportSize] = {"width": 1280, "height": 800}
SCALE: Final = 2
QUALITY: Final = 80
HISTORY_WEEKS: Final = 52
WEEK_NOW: Final = 3
_SETTLE_MS: Final = 1_200
_THEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What there is to take pictures of."""

    address: str
    block_id: str
    next_workout: str


def live(address: str, client: DemoClient, *, today: date) -> World:
    """Import a year, train two weeks of a block, and stop before today's workout."""
    monday = today - timedelta(days=today.weekday(), weeks=WEEK_NOW - 1)
    client.import_history(
        strong_csv(seed=SEED, weeks=HISTORY_WEEKS, until=monday - timedelta(days=1))
    )
    begun = datetime.combine(monday, time(8), tzinfo=UTC)
    block = client.start_block(client.template(TEMPLATE)["id"], start=monday, at=begun)
    training = Training(client, block)
    for number in range(1, WEEK_NOW):
        training.week(number)
    training.begin_week(WEEK_NOW, before=today)
    weeks = client.block(block["id"])["weeks"]
    waiting = [
        session["id"]
        for week in weeks
        for session in week["sessions"]
        if session["status"] == "scheduled"
    ]
    return World(address=address, block_id=block["id"], next_workout=waiting[0])


def photograph(world: World) -> None:
    """Write every picture: in both themes for the README, in light for the prompt."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed(), args=list(FLAGS)
        )
        for theme in _THEMES:
            with _signed_in(browser, world, theme=theme) as page:
                for name in ("today", "workout", "block", "analytics"):
                    _take(page, world, name, FOLDER / f"{name}-{theme}.webp")
                if theme == "light":
                    for name in ("today", "workout"):
                        _take(page, world, name, APP / f"{name}-narrow.webp")
        with _signed_in(browser, world, viewport=DESK, scale=1) as page:
            for name in ("block", "analytics"):
                _take(page, world, name, APP / f"{name}-wide.webp")
        browser.close()


@contextmanager
def _signed_in(
    browser: Browser,
    world: World,
    *,
    theme: Literal["light", "dark"] = "light",
    viewport: ViewportSize = PHONE,
    scale: int = SCALE,
) -> Iterator[Page]:
    context = browser.new_context(
        viewport=viewport,
        device_scale_factor=scale,
        color_scheme=theme,
        locale="en-GB",
    )
    _sign_in(context, world.address)
    page = context.new_page()
    page.goto(f"{world.address}/today")
    page.locator("[data-sync='idle'][data-waiting='0']").wait_for()
    yield page
    context.close()


def _take(page: Page, world: World, name: str, file: Path) -> None:
    paths = {
        "workout": f"/workout/{world.next_workout}",
        "block": f"/block/{world.block_id}",
    }
    page.goto(world.address + paths.get(name, f"/{name}"))
    page.wait_for_timeout(_SETTLE_MS)
    file.parent.mkdir(parents=True, exist_ok=True)
    _keep(page, file)


def _sign_in(context: BrowserContext, address: str) -> None:
    answer = context.request.post(
        f"{address}/api/v1/session", data={"email": EMAIL, "password": PASSWORD}
    )
    if not answer.ok:
        raise RuntimeError(answer.text())


def _keep(page: Page, file: Path) -> None:
    session = page.context.new_cdp_session(page)
    taken = session.send(
        "Page.captureScreenshot", {"format": "webp", "quality": QUALITY}
    )
    file.write_bytes(base64.b64decode(taken["data"]))
    print(file.name, f"{file.stat().st_size / 1000:.0f} kB")


def main() -> int:
    """Make the data, take the pictures, and write them where they belong."""
    with (
        own_server() as address,
        DemoClient.new_account(address, email=EMAIL) as client,
    ):
        world = live(address, client, today=now().date())
        client.start_workout(world.next_workout, at=now())
        photograph(world)
    return 0


if __name__ == "__main__":
    sys.exit(main())
