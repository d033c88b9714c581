"""Every screen in either theme: nothing for axe to find, nothing wider than a phone."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.async_api import Browser, Page, expect

from app_person import Person, running_workout

_AXE: Final = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
_RUN: Final = """async () => {
  const found = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return found.violations.map((one) =>
    [one.id, one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3)]);
}"""
_WIDER: Final = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > wide + 1)
    .map((one) => one.tagName + '.' + one.className).slice(0, 5);
}"""
_COVERED: Final = """() => {
  const one = document.activeElement;
  const box = one?.getBoundingClientRect();
  if (!one || one === document.body || box.width < 2) return [];
  const at = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
  const top = document.elementFromPoint(...at);
  const label = one.closest('label');
  const isFree = top && (one.contains(top) || top.contains(one)
    || label?.contains(top));
  return isFree ? [] : [one.outerHTML.slice(0, 80) + " under " + top?.outerHTML];
}"""
_SETTLE_MS: Final = 700
SMALL: Final = {"width": 320, "height": 640}


async def paths(phone: Person) -> dict[str, str]:
    """Live a little, and return the path of every screen for a signed-in person."""
    workout = await running_workout(phone.api)
    logs = (await phone.api.get("/workout-logs")).json()["items"]
    done = next(one for one in logs if one["status"] == "completed")
    blocks = (await phone.api.get("/mesocycles")).json()["items"]
    pages = ["general", "equipment", "rest", "training", "landmarks"]
    pages += ["account", "security", "activity", "devices", "tokens", "data", "about"]
    return {
        "today": "/today",
        "workout": f"/workout/{workout}",
        "blocks": "/blocks",
        "block": f"/block/{blocks[0]['id']}",
        "new": "/new",
        "review": f"/review/{blocks[0]['id']}",
        "next": f"/new?after={blocks[0]['id']}",
        "exercises": "/exercises",
        "exercise": "/exercises/1",
        "history": "/history",
        "past": f"/history/{done['id']}",
        "analytics": "/analytics",
        "recovery": "/recovery",
        "decisions": "/decisions",
        "outbox": "/outbox",
        "import": "/import",
        "settings": "/settings",
        **{f"settings {name}": f"/settings/{name}" for name in pages},
    }


async def faults(page: Page) -> list[Any]:
    """Return what axe finds on the page as it is."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(_AXE.read_text("utf-8"))
    found: list[Any] = await page.evaluate(_RUN)
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_axe_finds_nothing_on_any_screen(phone: Person, theme: str) -> None:
    page = phone.page
    await page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]  # one of the two words
    wrong: dict[str, list[Any]] = {}

    for name, path in (await paths(phone)).items():
        await page.set_viewport_size({"width": 390, "height": 844})
        await phone.open(path)
        await phone.synced()
        # As tall as the screen is, so that nothing lies under the ways at the bottom.
        await page.wait_for_timeout(_SETTLE_MS)
        tall = await page.evaluate("document.documentElement.scrollHeight")
        await page.set_viewport_size({"width": 390, "height": tall + 200})
        await page.wait_for_timeout(_SETTLE_MS // 2)
        if found := await faults(page):
            wrong[name] = found

    assert not wrong, "\n".join(f"{name}: {found}" for name, found in wrong.items())


async def test_no_screen_is_wider_than_a_small_phone_with_large_text(
    phone: Person,
) -> None:
    page = phone.page
    await page.set_viewport_size(SMALL)  # type: ignore[arg-type]  # a plain dict is one
    wrong: dict[str, list[Any]] = {}

    for name, path in (await paths(phone)).items():
        await phone.open(path)
        await phone.synced()
        for size in ("100%", "200%"):
            await page.evaluate(
                "size => { document.documentElement.style.fontSize = size; }", size
            )
            await page.wait_for_timeout(_SETTLE_MS // 2)
            if found := await page.evaluate(_WIDER):
                wrong[f"{name} {size}"] = found

    assert not wrong, "\n".join(f"{name}: {found}" for name, found in wrong.items())


@pytest.mark.parametrize("path", ["/welcome", "/sign-in"])
async def test_axe_finds_nothing_at_the_door(
    chromium: Browser, server: str, path: str
) -> None:
    for theme in ("light", "dark"):
        context = await chromium.new_context(
            viewport={"width": 390, "height": 844},
            color_scheme=theme,  # type: ignore[arg-type]  # one of the two words
        )
        page = await context.new_page()
        await page.goto(server + path)
        await page.locator("main :is(h1, h2)").first.wait_for()
        assert await faults(page) == []
        await context.close()


async def test_the_keyboard_alone_logs_a_set(phone: Person) -> None:
    workout = await phone.running_workout()
    page = await phone.open(f"/workout/{workout}")
    await phone.synced()
    ring = page.locator("main button[aria-label*=': log ']").first
    await ring.wait_for()

    for _ in range(60):
        await page.keyboard.press("Tab")
        if await ring.evaluate("one => one === document.activeElement"):
            break
    await page.keyboard.press("Enter")

    ring = page.get_by_role("button", name=re.compile("logged at"))
    await expect(ring).to_be_visible()
    await phone.synced()
    assert len(await phone.sets(workout)) == 1


@pytest.mark.parametrize(
    ("width", "height"), [(390, 500), (390, 844), (844, 390)], ids=str
)
async def test_no_control_that_has_the_focus_is_covered(
    phone: Person, width: int, height: int
) -> None:
    page = phone.page
    await page.set_viewport_size({"width": width, "height": height})
    await phone.open("/settings/rest")
    await phone.synced()
    covered: list[str] = []

    for _ in range(24):
        await page.keyboard.press("Tab")
        covered += await page.evaluate(_COVERED)

    assert covered == []


async def test_what_was_done_is_undone_while_a_sheet_is_open(phone: Person) -> None:
    workout = await phone.running_workout()
    page = await phone.open(f"/workout/{workout}")
    await phone.synced()
    ring = page.locator("main button[data-ring]").first
    await ring.click()
    await page.get_by_role("button", name="More for Set 1").first.click()
    await page.get_by_role("menuitem", name="Delete this set").click()
    await expect(page.get_by_role("button", name="Undo")).to_be_visible()
    await page.get_by_role("button", name="Add an exercise").click()
    sheet = page.get_by_role("dialog")
    await expect(sheet).to_be_visible()

    await sheet.get_by_role("button", name="Undo").click()

    await expect(sheet).to_be_visible()
    await expect(sheet.get_by_role("button", name="Undo")).to_be_hidden()
    await page.keyboard.press("Escape")
    await expect(ring).to_have_accessible_name(re.compile("logged"))
    assert await page.locator("[role=status]:has([popover])").count() == 0


async def test_a_word_at_the_door_stands_apart_from_its_buttons(
    chromium: Browser, server: str
) -> None:
    context = await chromium.new_context(viewport={"width": 390, "height": 844})
    page = await context.new_page()
    await page.route("**/api/v1/installation", lambda route: route.abort())
    await page.goto(f"{server}/welcome")

    word = await page.get_by_role("status").filter(has_text="network").bounding_box()
    button = await page.get_by_role("button").first.bounding_box()

    assert word is not None
    assert button is not None
    assert button["y"] - (word["y"] + word["height"]) >= 16
    await context.close()
