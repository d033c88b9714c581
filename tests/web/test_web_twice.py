"""What is tapped twice happens once, and what is done meanwhile is not lost."""

import re

from playwright.async_api import Route, expect

from app_person import Person


async def test_free_training_starts_once_however_often_it_is_tapped(
    phone: Person,
) -> None:
    page = await phone.open("/today")
    await phone.synced()
    await page.get_by_role("button", name="Free training").evaluate(
        "one => { one.click(); one.click(); }"
    )

    await expect(page.get_by_role("button", name="Add an exercise")).to_be_visible()
    await phone.synced()
    logs = (await phone.api.get("/workout-logs")).json()["items"]
    assert len(logs) == 1


async def test_a_past_workout_is_added_once_however_often_enter_is_pressed(
    phone: Person,
) -> None:
    page = await phone.open("/history")
    await page.get_by_role("button", name="Add a past workout").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_label("Day").fill("2026-01-05")
    await sheet.get_by_role("button", name="Add and enter sets").evaluate(
        "one => { one.click(); one.click(); }"
    )

    await expect(page.get_by_role("button", name="Add an exercise")).to_be_visible()
    await phone.synced()
    logs = (await phone.api.get("/workout-logs")).json()["items"]
    assert len(logs) == 1


async def test_a_token_is_made_once_however_often_enter_is_pressed(
    desktop: Person,
) -> None:
    page = await desktop.open("/settings/tokens")
    await page.get_by_label("What is it for?").fill("Script")
    await page.get_by_label("What is it for?").evaluate(
        """async (one) => {
            one.form.requestSubmit();
            await new Promise((done) => setTimeout(done));
            one.form.querySelector('[type=submit]').click();
        }"""
    )

    await expect(page.get_by_role("button", name="Revoke Script")).to_be_visible()
    await expect(page.locator("[aria-busy='true']")).to_have_count(0)
    assert len((await desktop.api.get("/tokens")).json()) == 1


async def test_a_block_whose_start_was_not_answered_is_started_once(
    phone: Person,
) -> None:
    async def lose(route: Route) -> None:
        await route.fetch()
        await route.abort("connectionreset")

    page = await phone.open("/new?example")
    start = page.get_by_role("button", name=re.compile("Start this block|and start"))
    await expect(start).to_be_enabled()
    await page.route("**/api/v1/mesocycles", lose)
    await start.click()
    await expect(start).not_to_have_attribute("aria-busy", "true")
    await page.unroute("**/api/v1/mesocycles")
    await page.evaluate("dispatchEvent(new Event('online'))")
    await expect(page.get_by_role("link", name="Look at it")).to_be_visible()
    await page.get_by_role("button", name="Close").click()
    await start.click()

    await page.wait_for_url("**/block/*")
    (block,) = (await phone.api.get("/mesocycles")).json()["items"]
    assert block["status"] == "active"


async def test_what_is_planned_while_the_plan_is_saved_stays(desktop: Person) -> None:
    block = await desktop.start_block()
    page = await desktop.open(f"/block/{block}?tab=plan")
    steps = page.locator("[data-day='0']").get_by_role("group").first
    more = steps.get_by_label("More")
    save = page.get_by_role("button", name="Save the plan")
    number = steps.get_by_role("status")
    before = int((await number.inner_text()).split()[0])
    await more.click()
    held: list[Route] = []

    async def hold(route: Route) -> None:
        held.append(route)

    await page.route("**/workouts/*", hold)
    await save.click()
    await more.click()
    await expect(number).to_have_text(f"{before + 2} sets")
    while not held:
        await page.wait_for_timeout(50)
    await held[0].continue_()

    await expect(page.get_by_text("The plan is saved")).to_be_visible()
    await expect(number).to_have_text(f"{before + 2} sets")
    await page.unroute("**/workouts/*")
    await expect(save).to_be_enabled()
