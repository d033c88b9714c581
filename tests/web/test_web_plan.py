"""Blocks: look at one, move and skip its workouts, change its plan, start another."""

import re
from datetime import date, timedelta
from typing import Any, Final

from playwright.async_api import Browser, Locator, Page, expect

from app_person import Person
from metricgain.kit.clock import now

_LOOK_EVERY_MS: Final = 100
_LOOKS: Final = 100
_CHEST_DAY: Final = "Barbell Bench Press"


async def upper_lower(person: Person, *, ago: int = 0, **given: object) -> str:
    """Start Upper/Lower 4x some days ago; return the id of the block."""
    templates = (await person.api.get("/templates")).json()
    wanted = next(one for one in templates if one["name"] == "Upper/Lower 4x")
    begun = now().date() - timedelta(days=ago)
    return await person.start_block(
        templateId=wanted["id"], startDate=begun.isoformat(), name="Spring", **given
    )


async def block_of(person: Person, block: str) -> dict[str, Any]:
    found: dict[str, Any] = (await person.api.get(f"/mesocycles/{block}")).json()
    return found


async def opened(person: Person, path: str) -> Page:
    """Open a screen and wait until the device has everything."""
    page = await person.open(path)
    await person.synced()
    return page


def options(page: Page, exercise: str) -> Locator:
    return page.get_by_role("button", name=f"Options for {exercise}")


async def pick(page: Page, menu: Locator, item: str) -> None:
    """Choose an item of a menu."""
    await menu.click()
    await page.get_by_role("menuitem", name=item, exact=True).click()


async def test_a_block_is_a_grid_of_its_weeks_and_workouts(phone: Person) -> None:
    block = await upper_lower(phone, ago=8)
    page = await opened(phone, "/blocks")

    await page.get_by_role("link", name="Spring").click()

    await expect(page.locator("[data-instance]")).to_have_count(20)
    await expect(page.get_by_role("region", name="Week 1")).to_contain_text("RIR")
    await expect(page.get_by_role("region", name="Week 5")).to_contain_text("Deload")
    await expect(page.locator("[data-state='missed']").first).to_be_visible()
    await page.locator("[data-instance]").first.click()
    sheet = page.get_by_role("dialog", name="Upper A")
    await expect(sheet).to_contain_text(_CHEST_DAY)
    await expect(sheet).to_contain_text("new to your log")
    assert (await block_of(phone, block))["durationWeeks"] == 5


async def test_a_workout_is_moved_and_skipped_without_a_network(phone: Person) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}")
    await phone.kept_offline()
    sessions = (await block_of(phone, block))["weeks"][0]["sessions"]
    taken = sessions[1]["scheduledOn"]
    free = (date.fromisoformat(sessions[-1]["scheduledOn"]) + timedelta(1)).isoformat()
    await phone.context.set_offline(offline=True)

    await page.locator(f"[data-instance='{sessions[0]['id']}']").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_role("button", name="Move to another day").click()
    await sheet.get_by_label("New day").fill(taken)
    await expect(sheet.get_by_text("There is a workout on that day")).to_be_visible()
    await sheet.get_by_label("New day").fill(free)
    await sheet.get_by_role("button", name="Move to another day").click()
    await expect(page.locator("[data-waiting='1']")).to_be_visible()
    await page.locator(f"[data-instance='{sessions[2]['id']}']").click()
    await sheet.get_by_role("button", name="Skip").click()
    await expect(page.locator("[data-state='skipped']")).to_have_count(1)
    await phone.context.set_offline(offline=False)
    await phone.synced()

    after = (await block_of(phone, block))["weeks"][0]["sessions"]
    assert after[0]["scheduledOn"] == free
    assert after[2]["status"] == "skipped"


async def test_a_skipped_workout_comes_back_with_undo(phone: Person) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}")
    await page.locator("[data-instance]").nth(1).click()
    await page.get_by_role("dialog").get_by_role("button", name="Skip").click()
    await expect(page.get_by_text("is skipped")).to_be_visible()
    await phone.synced()

    await page.get_by_role("button", name="Undo").click()

    await expect(page.locator("[data-state='skipped']")).to_have_count(0)
    for _ in range(_LOOKS):
        sessions = (await block_of(phone, block))["weeks"][0]["sessions"]
        if sessions[1]["status"] == "scheduled":
            break
        await page.wait_for_timeout(_LOOK_EVERY_MS)
    assert sessions[1]["status"] == "scheduled"


async def test_the_plan_is_edited_by_key_with_a_preview_meanwhile(
    desktop: Person,
) -> None:
    block = await upper_lower(desktop)
    page = await opened(desktop, f"/block/{block}?tab=plan")
    preview = page.locator("#preview")
    await expect(preview).to_contain_text("found nothing to mend")
    quads = preview.get_by_role("row", name=re.compile("^Quads")).get_by_role("cell")
    before = int(await quads.first.inner_text())

    await page.get_by_role("button", name="Drag Barbell Back Squat").focus()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    steps = page.get_by_role("group", name="Sets of Barbell Back Squat")
    await steps.get_by_label("More").click()
    await expect(quads.first).to_have_text(str(before + 1))
    await page.get_by_role("button", name="Save the plan").click()

    await expect(page.get_by_text("The plan is saved")).to_be_visible()
    lower = (await block_of(desktop, block))["workouts"][1]["exercises"]
    squat = next(one for one in lower if one["name"] == "Barbell Back Squat")
    assert lower.index(squat) == 2
    assert squat["sets"] == 4


async def test_an_exercise_is_dragged_to_another_day(desktop: Person) -> None:
    block = await upper_lower(desktop)
    page = await opened(desktop, f"/block/{block}?tab=plan")
    handle = page.get_by_role("button", name="Drag Barbell Row")
    target = page.get_by_role("button", name="Drag Leg Press")

    await drag(page, handle, target)
    await page.get_by_role("button", name="Save the plan").click()

    await expect(page.get_by_text("The plan is saved")).to_be_visible()
    upper, lower = (await block_of(desktop, block))["workouts"][:2]
    assert "Barbell Row" not in [one["name"] for one in upper["exercises"]]
    names = [one["name"] for one in lower["exercises"]]
    assert names.index("Barbell Row") == names.index("Leg Press") - 1


async def drag(page: Page, handle: Locator, target: Locator) -> None:
    """Drag something to just above something else."""
    start, end = await handle.bounding_box(), await target.bounding_box()
    assert start is not None
    assert end is not None
    await page.mouse.move(start["x"] + 10, start["y"] + 20)
    await page.mouse.down()
    await page.mouse.move(end["x"] + 10, end["y"] + 40, steps=5)
    await page.mouse.move(end["x"] + 10, end["y"] + 8, steps=3)
    await page.mouse.up()


async def test_exercises_are_added_swapped_paired_and_removed(phone: Person) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}?tab=plan")
    day = page.locator("[data-day='0']")
    await expect(day).to_contain_text("min")

    await day.get_by_role("button", name="Add exercise").click()
    await page.get_by_role("searchbox").fill("pec dek")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name=re.compile("^Pec Deck")).click()
    await pick(page, options(page, "EZ Bar Curl"), "Another exercise")
    await page.get_by_role("searchbox").fill("hammer curl")
    await dialog.get_by_role("button", name="Dumbbell Hammer Curl").first.click()
    await pick(page, options(page, "Barbell Row"), "Remove")
    await pick(page, options(page, "Dumbbell Hammer Curl"), "Superset with the next")
    await expect(day.get_by_text("A1", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Save the plan").click()

    await expect(page.get_by_text("The plan is saved")).to_be_visible()
    upper = (await block_of(phone, block))["workouts"][0]["exercises"]
    by_name = {one["name"]: one for one in upper}
    assert "Barbell Row" not in by_name
    assert by_name["Dumbbell Hammer Curl"]["superset"] is not None
    assert upper[-1]["name"] == "Pec Deck"


async def test_a_plan_that_breaks_a_limit_cannot_be_saved(phone: Person) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}?tab=plan")
    await expect(page.locator("#preview")).to_contain_text("nothing to mend")

    more = page.get_by_role("group", name=f"Sets of {_CHEST_DAY}").get_by_label("More")
    for _ in range(12):
        await more.click()

    error = page.locator("[data-severity='error']").first
    await expect(error).to_contain_text("at most 12 sets")
    await expect(page.get_by_role("button", name="Save the plan")).to_be_disabled()
    await page.get_by_role("button", name="Discard changes").click()
    await expect(page.locator("[data-severity='error']")).to_have_count(0)


async def test_without_a_network_a_block_is_read_and_its_plan_says_why_not(
    phone: Person,
) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}")
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)
    await page.reload()

    await expect(page.locator("[data-instance]")).to_have_count(20)
    await expect(page.get_by_text("Offline: you can read everything")).to_be_visible()
    await page.get_by_role("tab", name="Muscles").click()
    await expect(page.get_by_role("row", name=re.compile("^Chest"))).to_be_visible()
    await page.get_by_role("tab", name="Plan").click()
    await expect(page.get_by_text("Offline: week 1 is counted here")).to_be_visible()
    steps = page.get_by_role("group", name=f"Sets of {_CHEST_DAY}")
    await steps.get_by_label("More").click()
    await page.get_by_role("button", name="Save the plan").click()
    await expect(page.get_by_text("This needs the network").first).to_be_visible()


async def test_a_block_is_made_longer_renamed_emphasised_and_ended(
    phone: Person,
) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}")
    menu = page.get_by_role("button", name="Change the block")

    await pick(page, menu, "Add a week")
    await expect(page.locator("[data-instance]")).to_have_count(24)
    await pick(page, menu, "Rename")
    await page.get_by_label("Name", exact=True).fill("  ")
    await expect(page.get_by_role("button", name="Save")).to_be_disabled()
    await page.get_by_label("Name", exact=True).fill(
        "Spring \U0001f338 \u0628\u0637\u0644"
    )
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Spring \U0001f338"
    )
    await pick(page, menu, "Emphasis")
    chest = page.get_by_role("group", name="Chest", exact=True)
    await chest.get_by_role("radio", name="Emphasise").check()
    await page.get_by_role("button", name="Save").click()
    await expect(
        page.get_by_text("The weeks ahead are planned anew.", exact=True)
    ).to_be_visible()
    assert (await block_of(phone, block))["emphasis"] == {"chest": "emphasize"}
    await pick(page, menu, "End the block")
    await page.get_by_role("dialog").get_by_role("button", name="End the block").click()

    await expect(page.get_by_text("The block has ended.")).to_be_visible()
    ended = await block_of(phone, block)
    assert (ended["status"], ended["durationWeeks"]) == ("completed", 6)


async def test_a_deload_is_taken_early(phone: Person) -> None:
    block = await upper_lower(phone, ago=2)
    workout = (await block_of(phone, block))["weeks"][0]["sessions"][0]["id"]
    started = {"workoutInstanceId": workout, "startedAt": now().isoformat()}
    await phone.api.put(f"/workout-logs/{workout}", json=started)
    page = await opened(phone, f"/block/{block}")

    await pick(
        page, page.get_by_role("button", name="Change the block"), "Deload next week"
    )
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Deload next week").click()

    await expect(page.locator("[data-instance]")).to_have_count(8)
    assert (await block_of(phone, block))["weeks"][1]["isDeload"]


async def test_after_a_break_the_advice_is_one_tap_away(phone: Person) -> None:
    block = await upper_lower(phone, ago=14)
    session = (await block_of(phone, block))["weeks"][0]["sessions"][0]
    workout, day = session["id"], session["scheduledOn"]
    at = f"{day}T18:00:00+01:00"
    await phone.api.put(
        f"/workout-logs/{workout}",
        json={"workoutInstanceId": workout, "startedAt": at},
    )
    await phone.api.post(f"/workout-logs/{workout}/finish", json={"completedAt": at})
    page = await opened(phone, f"/block/{block}")

    await expect(page.get_by_text("You have not trained for")).to_be_visible()
    await page.get_by_role(
        "button", name=re.compile("Repeat the week|Restart with fewer")
    ).click()

    await expect(page.get_by_text("The plan is moved")).to_be_visible()
    after = (await block_of(phone, block))["weeks"][0]["sessions"][1]
    assert after["scheduledOn"] >= now().date().isoformat()


async def test_a_block_is_saved_as_a_template_and_started_again(phone: Person) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}")
    menu = page.get_by_role("button", name="Change the block")
    await pick(page, menu, "Save as a template")
    await page.get_by_label("Name of the template").fill("My four days")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("You find it under New block")).to_be_visible()

    await phone.open("/new")
    await page.get_by_role("button", name=re.compile("^My four days")).click()
    await page.get_by_role("button", name="End “Spring” and start this").click()

    await expect(page.get_by_role("heading", name="My four days")).to_be_visible()
    await expect(page.locator("[data-instance]")).to_have_count(20)
    assert (await block_of(phone, block))["status"] == "completed"
    await phone.open("/new")
    await page.get_by_role("button", name="Delete the template My four days").click()
    await expect(page.get_by_text("The template is deleted")).to_be_visible()


async def test_a_new_block_starts_from_a_week_of_an_earlier_one(
    phone: Person,
) -> None:
    block = await upper_lower(phone)
    await phone.api.post(f"/mesocycles/{block}/end")
    page = await opened(phone, "/blocks")

    await page.get_by_role("link", name="Start again from this").click()
    await page.get_by_role("button", name=re.compile("^Week 2")).click()
    await page.get_by_label("Name", exact=True).fill("Summer")
    await page.get_by_role("button", name="Start this block").click()

    await expect(page.get_by_role("heading", name="Summer")).to_be_visible()
    blocks = (await phone.api.get("/mesocycles")).json()["items"]
    started = next(one for one in blocks if one["name"] == "Summer")
    assert (started["parentMesocycleId"], started["copiedFromWeek"]) == (block, 2)


async def test_a_block_is_planned_by_hand_and_kept_until_it_starts(
    phone: Person,
) -> None:
    page = await opened(phone, "/new")
    await page.get_by_role("tab", name="By hand").click()
    await page.get_by_role("button", name="2 workouts a week").click()
    start = page.get_by_role("button", name="Start this block")
    await expect(start).to_be_disabled()
    for day, exercise in ((0, "Barbell Back Squat"), (1, "Pec Deck")):
        at = page.locator(f"[data-day='{day}']")
        await at.get_by_role("button", name="Add exercise").click()
        await page.get_by_role("searchbox").fill(exercise)
        found = page.get_by_role("dialog").get_by_role("button")
        await found.filter(has_text=re.compile(f"^{exercise}")).first.click()
    await page.get_by_label("Name", exact=True).fill("Mine")
    await page.get_by_label("Name", exact=True).blur()
    await expect(
        page.get_by_text("Nothing in this week trains it").first
    ).to_be_visible()

    await page.reload()
    await expect(page.get_by_label("Name", exact=True)).to_have_value("Mine")
    await start.click()

    await expect(page.get_by_role("heading", name="Mine")).to_be_visible()
    (block,) = (await phone.api.get("/mesocycles")).json()["items"]
    assert (block["daysPerWeek"], block["durationWeeks"]) == (2, 5)


async def test_a_template_adapts_to_what_there_is_to_train_with(
    phone: Person,
) -> None:
    page = await opened(phone, "/new")
    await page.get_by_role("button", name=re.compile("^Full Body 3x")).click()

    await page.get_by_label("What you train with").select_option("Dumbbells")

    replaced = page.get_by_text(re.compile(" instead of Barbell"))
    await expect(replaced).not_to_have_count(0, timeout=15_000)
    await page.get_by_role("button", name="Start this block").click()
    await expect(page.get_by_role("heading", name="Full Body 3x")).to_be_visible()
    (block,) = (await phone.api.get("/mesocycles")).json()["items"]
    workouts = (await block_of(phone, block["id"]))["workouts"]
    names = [one["name"] for day in workouts for one in day["exercises"]]
    assert not [name for name in names if name.startswith(("Barbell", "Cable"))]


async def test_a_plan_that_was_edited_stays_so_at_another_place(
    phone: Person,
) -> None:
    page = await opened(phone, "/new")
    await page.get_by_role("button", name=re.compile("^Full Body 3x")).click()
    handles = page.get_by_role("button", name=re.compile("^Drag "))
    await expect(handles).not_to_have_count(0, timeout=15_000)
    count = await handles.count()
    await page.get_by_role("button", name=re.compile("^Options for ")).first.click()
    await page.get_by_role("menuitem", name="Remove", exact=True).click()
    await expect(handles).to_have_count(count - 1)

    await page.get_by_label("What you train with").select_option("Dumbbells")

    replaced = page.get_by_text(re.compile(" instead of Barbell"))
    await expect(replaced).not_to_have_count(0, timeout=15_000)
    await expect(handles).to_have_count(count - 1)


async def test_whoever_has_no_block_yet_can_look_at_an_example(
    phone: Person,
) -> None:
    page = await opened(phone, "/blocks")

    await page.get_by_role("link", name="Look at an example").click()

    await expect(page.get_by_role("button", name="Start this block")).to_be_enabled(
        timeout=15_000
    )
    await expect(page.locator("#preview")).to_contain_text("Sets per muscle")


async def test_the_days_have_to_be_as_many_as_the_workouts(phone: Person) -> None:
    page = await opened(phone, "/new")
    await page.get_by_role("button", name=re.compile("^Full Body 2x")).click()
    days = page.get_by_role("group", name="Days of the week")

    await days.get_by_role("button", pressed=False).first.click()

    await expect(page.get_by_text("Choose 2 days. 3 chosen.")).to_be_visible()
    await expect(page.get_by_role("button", name="Start this block")).to_be_disabled()


async def test_another_device_sees_the_new_plan(
    phone: Person, chromium: Browser
) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}")
    await pick(page, page.get_by_role("button", name="Change the block"), "Add a week")
    await expect(page.locator("[data-instance]")).to_have_count(24)

    other = await phone.another_device(chromium)
    await other.goto(f"{phone.address}/block/{block}")

    await expect(other.locator("[data-instance]")).to_have_count(24, timeout=15_000)
    await other.context.close()


async def test_a_deleted_block_is_gone_with_what_was_logged(phone: Person) -> None:
    block = await upper_lower(phone)
    page = await opened(phone, f"/block/{block}")
    menu = page.get_by_role("button", name="Change the block")

    await pick(page, menu, "Delete the block")
    await page.get_by_role("button", name="Delete for good").click()

    await expect(page.get_by_text("No block yet")).to_be_visible()
    assert (await phone.api.get("/mesocycles")).json()["items"] == []
