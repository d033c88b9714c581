"""From block to block, and sets that move within a week, in the app."""

from playwright.async_api import Page, expect

from app_person import Person
from blocks import BENCH, CURL, ROW
from gym import gym_block, train

WEEKS = 4


async def opened(person: Person, path: str) -> Page:
    page = await person.open(path)
    await person.synced()
    return page


async def sets_of(person: Person, instance_id: str) -> dict[int, int]:
    found = (await person.api.get(f"/workout-instances/{instance_id}")).json()
    return {
        one["exerciseId"]: one["projectedSets"]
        if one["targetSets"] is None
        else one["targetSets"]
        for one in found["exercises"]
    }


async def block_of(person: Person, instance_id: str) -> str:
    found = await person.api.get(f"/workout-instances/{instance_id}")
    return str(found.json()["mesocycleId"])


async def test_a_skipped_workout_offers_its_sets_to_the_rest_of_the_week(
    phone: Person,
) -> None:
    press, pull, *_ = await gym_block(phone.api)
    page = await opened(phone, f"/block/{await block_of(phone, press['id'])}")

    await page.locator(f"[data-instance='{press['id']}']").click()
    await page.get_by_role("button", name="Skip", exact=True).click()

    sheet = page.get_by_role("dialog", name="Sets of Press")
    await expect(sheet.get_by_text("2 → 4 sets")).to_be_visible()
    await expect(sheet).to_contain_text("2 sets come from the workout that you skipped")
    await expect(sheet).to_contain_text("3 sets for your chest find no place")
    assert await sets_of(phone, pull["id"]) == {ROW: 2}

    await sheet.get_by_role("button", name="Accept").click()
    await expect(page.get_by_text("The week is changed.")).to_be_visible()
    assert await sets_of(phone, pull["id"]) == {ROW: 4}

    page = await opened(phone, "/decisions")
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_text("The sets are back where they were.")).to_be_visible()
    assert await sets_of(phone, pull["id"]) == {ROW: 2}


async def test_a_workout_is_fitted_into_the_time_there_is(phone: Person) -> None:
    press, *_ = await gym_block(phone.api)
    page = await opened(phone, "/today")

    await page.get_by_role("button", name="Less time today").click()
    sheet = page.get_by_role("dialog", name="Less time for Press")
    await expect(sheet.get_by_text("fits already")).to_be_visible()
    for _ in range(5):
        await sheet.get_by_role("button", name="5 minutes fewer").click()
    await expect(sheet).to_contain_text("to fit into 10 minutes")
    await sheet.get_by_role("button", name="Accept").click()
    await expect(page.get_by_text("The week is changed.")).to_be_visible()

    planned = {BENCH: 3, CURL: 2, ROW: 2}
    assert sum((await sets_of(phone, press["id"])).values()) < sum(planned.values())
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_text("The sets are back where they were.")).to_be_visible()
    assert await sets_of(phone, press["id"]) == planned


async def test_a_block_that_is_over_leads_to_the_next_one(phone: Person) -> None:
    sessions = await gym_block(phone.api, ago=7 * WEEKS)
    for number, session in enumerate(sessions):
        week, ago = number // 2, 7 * WEEKS - 7 * (number // 2) - 3 * (number % 2)
        if week == WEEKS - 1:
            await phone.api.post(f"/workout-instances/{session['id']}/skip")
        elif number % 2:
            sets = [(ROW, 50.0 + 2.5 * week, 10)] * 2
            await train(phone.api, session["id"], ago=ago, sets=sets)
        else:
            sets = [(BENCH, 60.0, 10)] * 3 + [(CURL, 20.0 + week, 10)] * 2
            await train(phone.api, session["id"], ago=ago, sets=sets)
    page = await opened(phone, "/today")

    await page.get_by_role("link", name="Look back at the block").click()
    await expect(page.get_by_role("heading", name="Review of Gym")).to_be_visible()
    await expect(page.get_by_text("6 of 8")).to_be_visible()
    await page.get_by_text("Chest").first.click()
    await expect(page.get_by_text("It rose up to week 1")).to_be_visible()
    await page.get_by_role("link", name="Plan the next block").click()

    await expect(page.get_by_text("It starts from the review of Gym")).to_be_visible()
    await expect(
        page.get_by_text("so it starts with 1 set more a week").first
    ).to_be_visible()
    await page.get_by_role("button", name="Use this plan").click()
    await page.get_by_role("button", name="Start this block").click()
    await expect(page.get_by_role("heading", name="Gym, continued")).to_be_visible()
    blocks = (await phone.api.get("/mesocycles")).json()["items"]
    assert [one["name"] for one in blocks] == ["Gym, continued", "Gym"]
