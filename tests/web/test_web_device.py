"""What the device does meanwhile: its clock, its storage, its screen and its tabs."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from bench.chromium import FLAGS, installed
from playwright.async_api import Browser, Locator, Page, expect

from app_person import PHONE, Person, person_at
from gym import gym_block, known_lifts
from metricgain.kit.clock import now
from newer_app import NEWER
from server import running_server

_SOUNDS: Final = """
window.sounds = [];
window.tones = 0;
window.AudioContext = class extends AudioContext {
  constructor(...given) { super(...given); window.sounds.push(this); }
};
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...given) {
  window.tones += 1;
  return start.apply(this, given);
};
"""
_LOCKS: Final = """
window.locks = [];
const request = WakeLock.prototype.request;
WakeLock.prototype.request = async function (...given) {
  const lock = await request.apply(this, given);
  window.locks.push(lock);
  return lock;
};
"""
_FILLED: Final = """async () => {
  const asked = indexedDB.open('junk', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('junk');
  const store = await new Promise((done) => {
    asked.onsuccess = () => done(asked.result);
  });
  let key = 0;
  for (const size of [1e6, 1e5, 1e4, 1e3, 100]) {
    let fits = true;
    while (fits) {
      const junk = crypto.getRandomValues(new Uint8Array(65536));
      const whole = new Blob(Array(Math.ceil(size / 65536)).fill(junk)).slice(0, size);
      const bytes = await whole.arrayBuffer();
      const tx = store.transaction('junk', 'readwrite');
      tx.objectStore('junk').put(bytes, key += 1);
      fits = await new Promise((done) => {
        tx.oncomplete = () => done(true);
        tx.onabort = () => done(false);
      });
    }
  }
}"""
_REFUSES: Final = """
IDBFactory.prototype.open = function () {
  throw new DOMException('not in private browsing', 'SecurityError');
};
"""


def ring(page: Page) -> Locator:
    """The ring of the set that is next."""
    return page.locator("button[aria-current='step']")


def first_set(page: Page) -> Locator:
    """The ring of the first working set."""
    return page.get_by_role("button", name=re.compile(r"^Set 1: (log|\d+ rep)"))


async def in_the_gym(phone: Person) -> str:
    """Stand before the first set of a known block, with everything on the phone."""
    await known_lifts(phone.api)
    workout = (await gym_block(phone.api))[0]["id"]
    page = await phone.open("/today")
    await phone.synced()
    await page.get_by_role("button", name="Start workout").click()
    await expect(ring(page)).to_be_visible()
    await phone.synced()
    return str(workout)


@pytest.fixture
async def served(owner_url: str, tmp_path: Path) -> AsyncIterator[tuple[str, Path]]:
    """A server whose app gets newer when the file is there."""
    newer = tmp_path / "newer"
    with running_server(
        owner_url, app="newer_app:web_app", newer_app=str(newer)
    ) as address:
        yield address, newer


async def test_a_new_version_is_offered_taken_in_all_tabs_and_loses_nothing(
    chromium: Browser, served: tuple[str, Path]
) -> None:
    address, newer = served
    async with person_at(chromium, address) as phone:
        workout = await in_the_gym(phone)
        page = phone.page
        await phone.kept_offline()
        other = await phone.context.new_page()
        await other.goto(f"{address}/today")
        for one in (page, other):
            await one.evaluate("window.isOld = true")
        await phone.context.route("**/api/v1/sync*", lambda route: route.abort())
        await ring(page).click()
        await expect(page.locator("[data-waiting='1']")).to_be_visible()
        newer.touch()

        await page.evaluate("navigator.serviceWorker.ready.then((one) => one.update())")
        offer = page.get_by_role("button", name="Use it now")
        await expect(offer).to_be_visible()
        await expect(other.get_by_role("button", name="Use it now")).to_be_visible()
        assert await page.evaluate("window.isOld")
        await offer.click()

        for one in (page, other):
            await until(one, "!window.isOld")
            await expect(one.locator("[data-waiting='1']")).to_be_visible()
            await expect(offer).to_be_hidden()
        kept = await page.evaluate("caches.keys()")
        assert kept == [NEWER.decode()]
        await phone.context.unroute("**/api/v1/sync*")
        await page.reload()
        await phone.synced()
        assert len(await phone.sets(workout)) == 1


async def test_another_time_zone_moves_neither_what_was_done_nor_the_plan(
    chromium: Browser, server: str, tmp_path: Path
) -> None:
    async with person_at(chromium, server) as phone:
        await known_lifts(phone.api)
        sessions = await gym_block(phone.api)
        workout = str(sessions[0]["id"])
        cookies = await phone.context.cookies()
        seen: list[dict[str, str]] = []

        # Half a day away on either side, so that one of them has another date by now.
        for zone in ("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Honolulu"):
            context = await chromium.browser_type.launch_persistent_context(
                tmp_path / "phone",
                executable_path=installed(),
                args=list(FLAGS),
                viewport=PHONE,
                timezone_id=zone,
                locale="en-GB",
            )
            await context.add_cookies(cookies)  # type: ignore[arg-type]  # what it returns, it takes
            phone.page = await context.new_page()
            page = await phone.open("/today")
            await phone.synced()
            await page.get_by_role(
                "button" if not seen else "link",
                name=re.compile("Start workout|Resume"),
            ).first.click()
            await ring(page).click()
            await phone.synced()
            seen.append(await _days(phone, workout))
            await context.close()

        assert seen[0] == seen[1] == seen[2]
        assert len(await phone.sets(workout)) == len(seen)
        await phone.api.patch("/preferences", json={"timezone": "Pacific/Kiritimati"})
        log = (await phone.api.get(f"/workout-logs/{workout}")).json()
        assert log["localDate"] == seen[0]["logged"]


async def _days(phone: Person, workout: str) -> dict[str, str]:
    """Return the days of the block as server and screen have them."""
    log = (await phone.api.get(f"/workout-logs/{workout}")).json()
    block = log["mesocycleId"]
    weeks = (await phone.api.get(f"/mesocycles/{block}")).json()["weeks"]
    page = await phone.open(f"/block/{block}")
    await expect(page.get_by_role("heading", name="Gym")).to_be_visible()
    planned = [one["scheduledOn"] for week in weeks for one in week["sessions"]]
    grid = await page.locator("main .grid").inner_text()
    shown = re.sub(r"\d+ of \d+ sets", "", grid)
    return {"logged": log["localDate"], "planned": str(planned), "shown": shown}


async def test_a_clock_that_is_set_back_makes_nothing_old_and_stops_no_rest(
    phone: Person,
) -> None:
    workout = await in_the_gym(phone)
    page = phone.page
    await ring(page).click()
    await expect(page.get_by_role("timer")).to_have_count(1)
    await phone.synced()
    first = (await phone.sets(workout))[0]

    await page.clock.set_system_time(now() - timedelta(days=1))
    await page.reload()
    await expect(page.get_by_role("timer")).to_have_count(0)
    await first_set(page).click()
    await phone.synced()
    await first_set(page).click()
    await ring(page).click()
    await expect(page.get_by_role("timer")).to_have_accessible_name(
        re.compile(r"^[23]:\d\d")
    )
    await phone.synced()

    sets = await phone.sets(workout)
    assert [one["reps"] for one in sets][:1] == [first["reps"] - 2]
    assert len({one["id"] for one in sets}) == len(sets) == 2


async def test_a_browser_that_keeps_nothing_says_so_and_works_while_it_is_open(
    phone: Person,
) -> None:
    await phone.context.add_init_script(_REFUSES)
    workout = await in_the_gym(phone)
    page = phone.page
    await expect(page.get_by_text("This browser keeps nothing.")).to_be_visible()

    await ring(page).click()
    await phone.synced()
    assert len(await phone.sets(workout)) == 1
    await phone.context.set_offline(offline=True)
    await ring(page).click()
    await expect(page.locator("[data-waiting='1']")).to_be_visible()
    asked = asyncio.get_running_loop().create_future()
    page.on("dialog", lambda dialog: asked.set_result(dialog.type) or dialog.dismiss())
    await page.close(run_before_unload=True)
    assert await asyncio.wait_for(asked, 10) == "beforeunload"

    await phone.context.set_offline(offline=False)
    await phone.synced()
    assert len(await phone.sets(workout)) == 2


async def test_two_tabs_that_change_one_set_end_with_the_same_numbers(
    phone: Person,
) -> None:
    workout = await in_the_gym(phone)
    page = phone.page
    other = await phone.context.new_page()
    await other.goto(f"{phone.address}/workout/{workout}")
    await ring(page).click()
    await expect(first_set(other)).to_have_accessible_name(re.compile("logged"))
    await phone.synced()
    planned = (await phone.sets(workout))[0]["reps"]
    await phone.context.set_offline(offline=True)

    # Both take a rep off what they see: of two taps at once the later one stays.
    await asyncio.gather(first_set(page).click(), first_set(other).click())
    for tab in (page, other):
        await expect(tab.locator("[data-waiting='2']")).to_be_visible()
    label = await same_label(page, other)
    assert label in {planned - 1, planned - 2}
    await first_set(other).click()
    await same_label(page, other, label - 1)
    await first_set(page).click()
    await same_label(page, other, label - 2)
    await phone.context.set_offline(offline=False)
    await phone.synced()

    (kept,) = await phone.sets(workout)
    assert kept["reps"] == label - 2
    await same_label(page, other, label - 2)


async def same_label(page: Page, other: Page, reps: int | None = None) -> int:
    """Wait until two tabs show the same reps of the first set, and return them."""
    found: set[str] = set()
    for _ in range(100):
        labels = {
            await first_set(one).get_attribute("aria-label") for one in (page, other)
        }
        found = {re.findall(r"\d+", str(label))[1] for label in labels}
        if len(found) == 1 and (reps is None or found == {str(reps)}):
            return int(found.pop())
        await page.wait_for_timeout(100)
    raise AssertionError(f"the tabs show {found}, not {reps}")


async def test_the_screen_stays_on_while_training_and_after_coming_back(
    phone: Person,
) -> None:
    await phone.context.grant_permissions(["screen-wake-lock"])
    await phone.page.add_init_script(_LOCKS)
    await in_the_gym(phone)
    page = phone.page
    held = "window.locks.filter((one) => !one.released).length"
    await until(page, f"{held} === 1")
    # What a browser does when the page is hidden, and when it is looked at again.
    await page.evaluate("window.locks[0].release()")
    await until(page, f"{held} === 0")
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await until(page, f"{held} === 1")
    await page.get_by_role("button", name="Finish workout").click()
    await (
        page.get_by_role("dialog").get_by_role("button", name="Finish workout").click()
    )

    await until(page, f"{held} === 0 && window.locks.length === 2")


async def test_the_bell_may_ring_after_the_first_tap_and_rings_when_the_rest_ends(
    phone: Person,
) -> None:
    await phone.page.add_init_script(_SOUNDS)
    await in_the_gym(phone)
    page = phone.page
    await page.evaluate(
        """() => localStorage.setItem('metricgain.rest',
            JSON.stringify({endsAt: Date.now() + 4000, seconds: 90}))"""
    )
    await page.reload()
    await expect(page.get_by_role("timer")).to_have_count(1)
    assert await page.evaluate("window.sounds.length") == 0

    await page.get_by_role("heading").first.click()

    await until(page, "window.sounds[0]?.state === 'running'")
    assert await page.evaluate("window.tones") == 0
    await until(page, "window.tones === 3")


async def test_a_device_without_space_undoes_the_tap_says_so_and_recovers(
    phone: Person,
) -> None:
    page = phone.page
    session = await phone.context.new_cdp_session(page)
    at = {"origin": phone.address}
    await session.send("Storage.overrideQuotaForOrigin", {**at, "quotaSize": 20e6})
    workout = await in_the_gym(phone)
    await page.evaluate(_FILLED)

    await ring(page).click()

    await expect(page.get_by_text("could not be kept")).to_be_visible()
    await expect(first_set(page)).to_have_accessible_name(re.compile("^Set 1: log"))
    await session.send("Storage.overrideQuotaForOrigin", at)
    await ring(page).click()
    await expect(first_set(page)).to_have_accessible_name(re.compile("logged"))
    await phone.synced()
    assert len(await phone.sets(workout)) == 1


async def until(page: Page, true: str) -> None:
    """Wait until an expression is true on the page."""
    await page.wait_for_function(f"() => {true}", polling=100, timeout=10_000)
