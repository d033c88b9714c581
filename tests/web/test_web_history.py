"""Looking back: the calendar, correcting a workout, adding and deleting one."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx
from playwright.async_api import Page, expect

from app_person import Person
from metricgain.catalogue.reader import templates
from metricgain.kit.clock import now
from metricgain.kit.ids import row_id, uuid7

TEMPLATE = next(each for each in templates() if each.name == "Full Body 2x")
GROUPS = ("chest", "back", "legs", "delts")


async def trained(api: httpx.AsyncClient, *, days: int = 3, name: str = "Push") -> str:
    """Have done two sets of bench press some days ago; return the workout's id."""
    log = str(uuid7(now()))
    at = (now() - timedelta(days=days)).isoformat()
    await api.put(f"/workout-logs/{log}", json={"startedAt": at, "name": name})
    for number, reps in ((1, 10), (2, 8)):
        body = {
            "exerciseId": 1, "setNumber": number, "weight": 60, "weightUnit": "kg",
            "reps": reps, "rir": 2,
        }  # fmt: skip
        await api.put(f"/workout-logs/{log}/sets/{number}", json=body)
    await api.post(f"/workout-logs/{log}/finish", json={})
    return log


async def workout(api: httpx.AsyncClient, log: str) -> dict[str, Any]:
    found: dict[str, Any] = (await api.get(f"/workout-logs/{log}")).json()
    return found


async def sets_of(api: httpx.AsyncClient, log: str) -> list[tuple[float, int]]:
    return [
        (each["weight"], each["reps"]) for each in (await workout(api, log))["sets"]
    ]


async def becomes(read: Callable[[], Awaitable[object]], wanted: object) -> None:
    """Wait until the server has what was done on the device."""
    for _ in range(100):
        if await read() == wanted:
            return
        await asyncio.sleep(0.1)
    assert await read() == wanted


async def edit_first_set(page: Page) -> None:
    await (
        page.get_by_role("button", name="Edit", exact=False)
        .filter(has_text="60 kg")
        .first.click()
    )


async def test_a_set_of_the_past_is_corrected_added_and_deleted(phone: Person) -> None:
    log = await trained(phone.api)
    page = await phone.open(f"/history/{log}")
    await edit_first_set(page)
    await page.get_by_label("Load").fill("62,5")
    await page.get_by_label("Reps", exact=True).fill("9")
    await page.get_by_role("button", name="Save").click()
    await page.get_by_role("button", name="Add a set: Barbell Bench Press").click()
    await page.get_by_label("Reps", exact=True).fill("7")
    await page.get_by_role("button", name="Save").click()
    await becomes(lambda: sets_of(phone.api, log), [(62.5, 9), (60, 8), (60, 7)])

    await page.get_by_role("button", name="Set 3 of Barbell Bench Press").click()
    await page.get_by_role("button", name="Delete the set").click()
    await becomes(lambda: sets_of(phone.api, log), [(62.5, 9), (60, 8)])
    await page.get_by_role("button", name="Undo").click()

    await becomes(lambda: sets_of(phone.api, log), [(62.5, 9), (60, 8), (60, 7)])


async def test_an_impossible_number_is_refused_where_it_is_typed(phone: Person) -> None:
    log = await trained(phone.api)
    page = await phone.open(f"/history/{log}")
    await edit_first_set(page)
    await page.get_by_label("Load").fill("1001")

    await page.get_by_role("button", name="Save").click()

    await expect(page.get_by_text("A load is 0 to 1,000 kg.")).to_be_visible()
    await page.get_by_role("button", name="Close").click()
    assert await sets_of(phone.api, log) == [(60, 10), (60, 8)]


async def test_day_name_body_weight_and_notes_are_corrected(phone: Person) -> None:
    log = await trained(phone.api)
    page = await phone.open(f"/history/{log}")
    day = (now() - timedelta(days=9)).date().isoformat()
    await page.get_by_role("button", name="Edit day, time and name").first.click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_label("Name").fill("Heavy push 💪")
    await sheet.get_by_label("Day").fill(day)
    await sheet.get_by_label("Body weight in kg").fill("81,5")
    await sheet.get_by_role("button", name="Save").click()
    await page.get_by_label("Notes about the workout").fill("Slept badly.")
    await page.get_by_label("Notes about the workout").blur()

    async def facts() -> tuple[object, ...]:
        found = await workout(phone.api, log)
        return tuple(found[name] for name in ("name", "localDate", "notes"))

    await becomes(facts, ("Heavy push 💪", day, "Slept badly."))
    assert (await workout(phone.api, log))["bodyWeightKg"] == 81.5


async def test_a_deleted_workout_comes_back_as_it_was(phone: Person) -> None:
    log = await trained(phone.api)
    before = await workout(phone.api, log)
    page = await phone.open(f"/history/{log}")
    await page.get_by_role("button", name="More for this workout").click()
    await page.get_by_role("menuitem", name="Delete the workout").click()
    await expect(page).to_have_url(f"{phone.address}/history")

    async def status() -> int:
        return (await phone.api.get(f"/workout-logs/{log}")).status_code

    await becomes(status, 404)

    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_text("The workout is back.")).to_be_visible()
    await becomes(status, 200)
    await phone.synced()

    after = await workout(phone.api, log)
    assert after["sets"] == before["sets"]
    assert after["completedAt"] == before["completedAt"]
    assert after["status"] == "completed"


async def test_a_workout_of_a_past_day_is_added_without_a_celebration(
    phone: Person,
) -> None:
    await trained(phone.api)
    page = await phone.open("/history")
    day = (now() - timedelta(days=30)).date().isoformat()
    await page.get_by_role("button", name="Add a past workout").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_label("Day").fill(day)
    await sheet.get_by_label("Start").fill("07:00")
    await sheet.get_by_label("End").fill("08:15")
    await sheet.get_by_label("Name").fill("Garage")
    await sheet.get_by_role("button", name="Add and enter sets").click()
    await page.get_by_role("button", name="Add an exercise").click()
    await page.get_by_label("Search exercises").fill("bech pres")
    await page.get_by_role("button", name="Barbell Bench Press").first.click()
    await page.get_by_label("Load").fill("200")
    await page.get_by_label("Reps", exact=True).fill("5")
    await page.get_by_role("button", name="Save").click()
    await page.get_by_role("button", name="Finish it").click()
    await expect(page.get_by_text("Saved among your workouts.")).to_be_visible()
    await phone.synced()

    log = page.url.split("/history/")[1].split("?")[0]
    found = await workout(phone.api, log)

    assert (found["localDate"], found["name"]) == (day, "Garage")
    assert (found["status"], found["durationMinutes"]) == ("completed", 75)
    await expect(page.get_by_text("Record")).to_have_count(0)


async def test_the_calendar_is_walked_by_keyboard(desktop: Person) -> None:
    log = await trained(desktop.api, days=0)
    page = await desktop.open("/history")
    today = page.locator("[aria-current='date']")
    await expect(today).to_have_attribute("tabindex", "0")
    await expect(today).to_have_accessible_name(
        f"{now():%A} {now().day} {now():%B}: 1 workout, Push"
    )
    await today.focus()

    await page.keyboard.press("ArrowLeft")
    await expect(page.get_by_text("No workout on this day.")).to_be_visible()
    await page.keyboard.press("ArrowRight")

    await expect(page.locator(f"a[href='/history/{log}']")).to_be_visible()
    await expect(today).to_be_focused()


async def test_the_list_is_searched_by_name_exercise_and_note(phone: Person) -> None:
    await trained(phone.api, days=2, name="Push")
    await trained(phone.api, days=5, name="Pull")
    page = await phone.open("/history")
    await page.get_by_role("radio", name="List").check(force=True)
    lines = page.locator("a[href^='/history/']")
    await expect(lines).to_have_count(2)

    await page.get_by_label("Search workouts").fill("pull")
    await expect(lines).to_have_count(1)
    await page.get_by_label("Search workouts").fill("bench")

    await expect(lines).to_have_count(2)


async def test_the_past_is_corrected_without_a_network(phone: Person) -> None:
    log = await trained(phone.api)
    page = await phone.open("/history")
    await phone.synced()
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)
    await page.goto(f"{phone.address}/history/{log}")
    await edit_first_set(page)
    await page.get_by_label("Reps", exact=True).fill("12")
    await page.get_by_role("button", name="Save").click()
    await expect(
        page.get_by_role("button", name="Set 1 of").filter(has_text="12")
    ).to_be_visible()

    await phone.context.set_offline(offline=False)
    await page.reload()

    await becomes(lambda: sets_of(phone.api, log), [(60, 12), (60, 8)])


async def train(api: httpx.AsyncClient, instance: str) -> None:
    """Do every planned set of a workout, and feel fresh."""
    body = {"workoutInstanceId": instance, "startedAt": now().isoformat()}
    await api.put(f"/workout-logs/{instance}", json=body)
    plan = (await api.get(f"/workout-instances/{instance}")).json()
    for exercise in plan["exercises"]:
        for number in range(1, (exercise["targetSets"] or 0) + 1):
            entered = {
                "exerciseId": exercise["exerciseId"], "setNumber": number,
                "weight": 40, "weightUnit": "kg", "reps": 12, "rir": 2,
            }  # fmt: skip
            await api.put(f"/workout-logs/{instance}/sets/{row_id()}", json=entered)
    for group in GROUPS:
        felt = {"soreness": 0, "pump": 1, "challenge": 0}
        await api.put(f"/workout-logs/{instance}/feedback/{group}", json=felt)
    await api.post(f"/workout-logs/{instance}/finish")


async def test_what_a_correction_would_change_is_offered_one_by_one(
    phone: Person,
) -> None:
    start = (now() - timedelta(days=28)).date().isoformat()
    block = await phone.start_block(templateId=str(TEMPLATE.id), startDate=start)
    weeks = (await phone.api.get(f"/mesocycles/{block}")).json()["weeks"]
    first, second, *_ = (one["id"] for week in weeks for one in week["sessions"])
    await train(phone.api, first)
    await train(phone.api, second)
    page = await phone.open(f"/history/{second}")
    chest = page.get_by_role("group", name="Chest", exact=True)
    await chest.get_by_label("Soreness before").select_option(label="Still sore")
    await chest.get_by_label("Effort").select_option(label="Too much")
    await phone.synced()
    offers = page.locator("section", has_text="What would change in your plan")
    await expect(offers.get_by_role("listitem")).not_to_have_count(0)

    async def count() -> int:
        return len((await phone.api.get("/proposals")).json())

    before = await count()
    await offers.get_by_role("button", name="Take over").first.click()

    await becomes(count, before - 1)
