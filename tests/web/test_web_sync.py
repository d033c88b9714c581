"""The copy on the phone and the server's rows, when something comes between them."""

import re
from datetime import timedelta
from typing import Final

import asyncpg
from httpx import codes
from playwright.async_api import Browser, Locator, Page, Route, expect

from app_person import Person
from browser import PASSWORD
from metricgain.kit.clock import now

_LOG_NEXT: Final = re.compile(r"^Set \d+: log ")
_LOGGED: Final = re.compile(r"^Set \d+: \d+ reps? logged")


def next_sets(page: Page) -> Locator:
    """The rings of the sets that are not logged yet."""
    return page.get_by_role("button", name=_LOG_NEXT)


def logged(page: Page) -> Locator:
    """The rings of the sets that are logged."""
    return page.get_by_role("button", name=_LOGGED)


async def in_the_gym(phone: Person) -> str:
    """Stand before the first set, with everything on the phone."""
    workout = await phone.running_workout()
    page = await phone.open(f"/workout/{workout}")
    await phone.synced()
    await expect(next_sets(page).first).to_be_visible()
    return workout


async def test_sets_logged_without_a_network_arrive_when_it_is_back(
    phone: Person,
) -> None:
    workout = await in_the_gym(phone)
    await phone.kept_offline()
    page = phone.page
    await phone.context.set_offline(offline=True)

    await next_sets(page).first.click()
    await next_sets(page).first.click()
    await expect(page.locator("[data-waiting='2']")).to_be_visible()
    await page.reload()

    await expect(logged(page)).to_have_count(2)
    await expect(page.locator("[data-waiting='2']")).to_be_visible()
    assert await phone.sets(workout) == []
    await phone.context.set_offline(offline=False)
    await phone.synced()
    assert len(await phone.sets(workout)) == 2


async def test_a_refused_change_is_undone_and_listed(phone: Person) -> None:
    begun = now().date() - timedelta(days=7)
    block = await phone.start_block(startDate=begun.isoformat())
    weeks = (await phone.api.get(f"/mesocycles/{block}")).json()["weeks"]
    workout = weeks[0]["sessions"][0]["id"]
    page = await phone.open("/today")
    await phone.synced()
    await phone.context.set_offline(offline=True)
    skip = page.get_by_role("button", name=re.compile("skip", re.IGNORECASE))
    await skip.first.click()
    started = {"workoutInstanceId": workout, "startedAt": "2026-03-02T10:00:00Z"}
    await phone.api.put(f"/workout-logs/{workout}", json=started)
    await phone.api.post(f"/workout-logs/{workout}/finish", json={})

    await phone.context.set_offline(offline=False)
    await phone.open("/outbox")

    await expect(page.get_by_role("main")).to_contain_text(
        re.compile("refused|did not take", re.IGNORECASE), timeout=15_000
    )
    log = (await phone.api.get(f"/workout-logs/{workout}")).json()
    assert log["status"] == "completed"


async def test_an_expired_login_keeps_what_waits(
    phone: Person, owner: asyncpg.Connection
) -> None:
    workout = await in_the_gym(phone)
    page = phone.page
    await owner.execute("DELETE FROM sessions WHERE user_id = $1", phone.user_id)

    await next_sets(page).first.click()

    mark = page.locator("[data-sync='signedOut']")
    await expect(mark).to_be_visible(timeout=15_000)
    await mark.click()
    await page.get_by_label("E-mail").fill(phone.email)
    # Another try while somebody types must not take the form away.
    async with page.expect_response(lambda answer: answer.status == codes.UNAUTHORIZED):
        await page.evaluate("dispatchEvent(new Event('online'))")
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await phone.synced()
    count = await owner.fetchval(
        "SELECT count(*) FROM sets WHERE user_id = $1 AND workout_log_id = $2",
        phone.user_id,
        workout,
    )
    assert count == 1


async def test_a_tap_that_the_device_cannot_keep_is_undone_and_said(
    phone: Person,
) -> None:
    await in_the_gym(phone)
    page = phone.page
    await page.evaluate(
        """() => {
            const add = IDBObjectStore.prototype.add;
            IDBObjectStore.prototype.add = function (...given) {
                IDBObjectStore.prototype.add = add;
                throw new DOMException('full', 'QuotaExceededError');
            };
        }"""
    )

    await next_sets(page).first.click()

    await expect(page.get_by_text("could not be kept")).to_be_visible()
    await expect(logged(page)).to_have_count(0)
    await next_sets(page).first.click()
    await expect(logged(page)).to_have_count(1)


async def test_two_tabs_show_each_others_taps(phone: Person) -> None:
    workout = await in_the_gym(phone)
    other = await phone.context.new_page()
    await other.goto(f"{phone.address}/workout/{workout}")
    await expect(next_sets(other).first).to_be_visible()

    await next_sets(phone.page).first.click()
    await expect(logged(other)).to_have_count(1)
    await next_sets(other).first.click()

    await expect(logged(phone.page)).to_have_count(2)
    await phone.synced()
    assert len(await phone.sets(workout)) == 2


async def test_two_devices_end_with_the_same_sets(
    phone: Person, chromium: Browser
) -> None:
    workout = await in_the_gym(phone)
    tablet = await phone.another_device(chromium)
    await tablet.goto(f"{phone.address}/workout/{workout}")
    await expect(next_sets(tablet).first).to_be_visible()
    await phone.context.set_offline(offline=True)
    await tablet.context.set_offline(offline=True)

    await next_sets(phone.page).first.click()
    await next_sets(tablet).first.click()
    await next_sets(tablet).first.click()
    for context in (tablet.context, phone.context):
        await context.set_offline(offline=False)
    await phone.synced()
    await phone.synced(page=tablet)
    await phone.page.reload()
    await phone.synced()

    assert len(await phone.sets(workout)) == 3
    for page in (phone.page, tablet):
        await expect(page.get_by_text(re.compile(r"3 of \d\d sets"))).to_be_visible()
    await tablet.context.close()


async def test_an_old_app_is_asked_to_update_and_keeps_what_waits(
    phone: Person,
) -> None:
    workout = await in_the_gym(phone)
    page = phone.page

    async def as_an_old_app(route: Route) -> None:
        headers = {**route.request.headers, "x-metricgain-protocol": "0"}
        await route.continue_(headers=headers)

    await phone.context.route("**/api/v1/sync*", as_an_old_app)
    await next_sets(page).first.click()

    await expect(page.locator("[data-sync='outdated']")).to_be_visible(timeout=15_000)
    await phone.context.unroute("**/api/v1/sync*")
    await page.reload()
    await phone.synced()
    assert len(await phone.sets(workout)) == 1
