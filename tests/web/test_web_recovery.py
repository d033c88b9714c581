"""Recovery, as a lifter sees it: nothing yet, a file of nights, and a bad one."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Final

from playwright.async_api import Page, expect

from app_person import Person
from metricgain.kit.clock import now

_AXE: Final = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
_RUN: Final = """async () => {
  const found = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return found.violations.map((one) =>
    [one.id, one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3)]);
}"""
_PICTURES: Final = os.environ.get("METRICGAIN_TEST_PICTURES", "")  # noqa: TID251 - where somebody wants to look


def nights() -> bytes:
    """Forty nights, the last of which was a bad one."""
    today = now().date()
    rows = [
        f"{today - timedelta(days=n)},{58 + n % 7},{50 + n % 3},7.{n % 10},"
        f"{82 - n % 9 if n else 10},{64 + (n * 5) % 30 if n else 3},{9 + n % 5}"
        for n in range(40)
    ]
    head = "date,hrv,rhr,sleep_hours,sleep_score,recovery,strain"
    return "\n".join([head, *rows]).encode()


async def seen(page: Page, name: str) -> None:
    """Let axe find nothing, and keep a picture if somebody wants to look."""
    await page.wait_for_timeout(500)
    await page.evaluate(_AXE.read_text("utf-8"))
    assert await page.evaluate(_RUN) == []
    if _PICTURES:
        await page.screenshot(path=f"{_PICTURES}/{name}.png", full_page=True)


async def test_nights_are_sent_seen_and_hold_back_on_today(phone: Person) -> None:
    await phone.start_block()
    page = await phone.open("/recovery")
    await expect(page.get_by_text("No nights yet")).to_be_visible()
    await expect(page.get_by_text("WHOOP is not set up")).to_be_visible()
    await seen(page, "empty")

    await page.locator("input[type=file]").set_input_files(
        {"name": "nights.csv", "mimeType": "text/csv", "buffer": nights()}
    )

    await expect(page.get_by_text("40 mornings were taken in")).to_be_visible()
    await expect(page.get_by_text("low (red)").first).to_be_visible()
    await expect(page.get_by_text("Take it easier today")).to_be_visible()
    await expect(page.get_by_text("From 20 on")).to_be_visible()
    await seen(page, "phone-light")
    await page.emulate_media(color_scheme="dark")
    await seen(page, "phone-dark")
    await page.set_viewport_size({"width": 1440, "height": 900})
    await seen(page, "desktop-dark")
    await page.emulate_media(color_scheme="light")
    await seen(page, "desktop-light")
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.goto(f"{phone.address}/today")
    await expect(page.get_by_text("Recovery 3 %: low (red)")).to_be_visible()
    await expect(page.get_by_text("Take it easier today")).to_be_visible()
    await seen(page, "today")

    await page.get_by_text("Recovery 3 %: low (red)").click()
    await page.get_by_role("switch").click()
    await expect(page.get_by_text("switched off that it is used")).to_be_visible()
    await phone.synced()
    assert not (await phone.api.get("/preferences")).json()["useReadiness"]

    await page.get_by_role("button", name="Delete these nights").click()
    await expect(page.get_by_text("No nights yet")).to_be_visible()
    assert phone.errors == []
