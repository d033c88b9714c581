"""Gyms, warm-ups and a bad night, as a lifter meets them in settings and workout."""

import os
from typing import Any, Final

from playwright.async_api import Page, expect

from app_person import PACE_MS, Person
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7

_PICTURES: Final = os.environ.get("METRICGAIN_TEST_PICTURES", "")  # noqa: TID251 - where somebody wants to look
COARSE: dict[str, Any] = {
    kind: {"kind": "rack", "unit": "kg", "weights": [1, 7, 13, 29, 41, 53, 97]}
    for kind in (
        *("barbell", "ez_bar", "smith", "dumbbell", "kettlebell", "plate_machine"),
        *("stack", "cable", "bodyweight"),
    )
}


async def seen(page: Page, name: str) -> None:
    """Keep pictures of a screen, in both sizes and colours, if somebody wants to."""
    if not _PICTURES:
        return
    for size, width, height in (("phone", 390, 844), ("desktop", 1440, 900)):
        await page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of both
            await page.wait_for_timeout(400)
            await page.screenshot(
                path=f"{_PICTURES}/{name}-{size}-{scheme}.png", full_page=True
            )
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.emulate_media(color_scheme="light")


async def preferences(phone: Person) -> dict[str, Any]:
    await phone.synced()
    found: dict[str, Any] = (await phone.api.get("/preferences")).json()
    return found


async def test_gyms_are_named_chosen_and_deleted_with_a_way_back(phone: Person) -> None:
    page = await phone.open("/settings/equipment")
    await phone.synced()

    for name in ("Garage", "Hotel"):
        await page.get_by_role("button", name="Add a gym").click()
        await page.get_by_label("Name of the gym").fill(name)
        await page.get_by_role("button", name="Save").click()
        await expect(page.get_by_role("radio", name=name)).to_be_checked()
    await page.get_by_role("radio", name="Garage").check()
    await expect(page.get_by_text("What Garage has")).to_be_visible()
    await seen(page, "equipment")
    before = await preferences(phone)
    await page.get_by_role("button", name="Name, or delete").click()
    await seen(page, "gym-sheet")
    await page.get_by_role("button", name="Delete this gym").click()
    await expect(page.get_by_role("radio", name="Any gym")).to_be_checked()
    gone = await preferences(phone)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("radio", name="Garage")).to_be_checked()

    back = await preferences(phone)
    assert [gym["name"] for gym in before["gyms"]] == ["Garage", "Hotel"]
    assert [gym["name"] for gym in gone["gyms"]] == ["Hotel"]
    assert gone["gymId"] is None
    assert sorted(gym["name"] for gym in back["gyms"]) == ["Garage", "Hotel"]
    assert back["gymId"] == before["gymId"]
    assert phone.errors == []


async def test_warm_ups_deload_readiness_and_reminder_are_kept(phone: Person) -> None:
    page = await phone.open("/settings/training")
    await phone.synced()

    await page.get_by_role("radio", name="Lighter loads All sets").check()
    await page.get_by_role("radio", name="Your own").check()
    steps = page.get_by_role("group", name="Warm-up 1")
    await steps.get_by_label("Less").click()
    await page.get_by_role("button", name="One more").click()
    await page.get_by_role("switch", name="Hold back after a bad night").click()
    await seen(page, "training")
    await page.goto(f"{phone.address}/settings/rest")
    await page.get_by_role("group", name="Isolation").get_by_label("More").click()
    while (await preferences(phone))["restIsolationSeconds"] is None:
        await page.wait_for_timeout(100)
    await seen(page, "rest")
    await page.goto(f"{phone.address}/settings/general")
    await page.get_by_label("Reminder").select_option("0")
    await seen(page, "general")

    kept = await preferences(phone)
    assert kept["deloadStyle"] == "load"
    assert kept["warmUpPercentages"] == [45, 70, 85, 90]
    assert kept["useReadiness"] is False
    assert kept["restIsolationSeconds"] == 105
    assert kept["reminderMinute"] == 0
    await phone.start_block()
    await page.goto(f"{phone.address}/today")
    await expect(page.get_by_text("is due today")).to_be_visible()
    await seen(page, "today")
    assert phone.errors == []


async def test_loads_follow_the_gym_in_which_a_workout_is_done(phone: Person) -> None:
    log_id = await phone.running_workout()
    made = await phone.api.put(
        f"/preferences/gyms/{uuid7(now())}",
        json={"name": "Hotel", "equipment": COARSE},
    )
    assert made.is_success, made.text
    page = await phone.open(f"/workout/{log_id}")
    await phone.synced()
    load = page.get_by_text("57.5 kg").first
    await expect(load).to_be_visible()

    await page.get_by_role("button", name="More for this workout").click()
    await page.get_by_role("menuitem", name="Gym").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_role("radio", name="Hotel").check()
    await seen(page, "workout-gym")
    await page.wait_for_timeout(PACE_MS)
    await sheet.get_by_role("button", name="Train this day in Hotel").click()
    await expect(page.get_by_text("from now on")).to_be_visible()
    await page.keyboard.press("Escape")

    await expect(load).to_be_hidden()
    await seen(page, "workout-elsewhere")
    (gym,) = (await preferences(phone))["gyms"]
    assert len(gym["workoutIds"]) == 1
    assert phone.errors == []


async def test_after_a_bad_night_a_workout_offers_a_set_less_and_takes_it_back(
    phone: Person,
) -> None:
    log_id = await phone.running_workout()
    rows = f"date,recovery,sleep_score\n{now().date()},3,10\n"
    sent = await phone.api.post(
        "/recovery/files",
        content=rows.encode(),
        headers={"Content-Type": "application/octet-stream"},
    )
    assert sent.is_success, sent.text
    page = await phone.open(f"/workout/{log_id}")

    offer = page.get_by_text("Your readiness is low today")
    await expect(offer).to_be_visible()
    await seen(page, "workout-tired")
    skipped = page.get_by_role("button", name="Log it after all")
    await page.get_by_role("button", name="One set less").click()

    await expect(page.get_by_text("left out.")).to_be_visible()
    await expect(offer).to_be_hidden()
    await expect(skipped.first).to_be_visible()
    await page.get_by_role("button", name="Undo").click()
    await expect(offer).to_be_visible()
    await expect(skipped).to_have_count(0)
    await page.get_by_role("button", name="As planned").click()
    await expect(offer).to_be_hidden()
    assert phone.errors == []
