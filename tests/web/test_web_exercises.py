"""Exercises: found however they are typed, made, retired, and looked back on."""

import asyncio
from datetime import timedelta

from playwright.async_api import expect

from app_person import Person
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7


async def benched(
    person: Person, *, days: int, weight: float, exercise_id: int = 1
) -> str:
    """Have benched one set some days ago; return the workout's id."""
    log = str(uuid7(now()))
    at = (now() - timedelta(days=days)).isoformat()
    body = {
        "exerciseId": exercise_id, "setNumber": 1, "weight": weight, "weightUnit": "kg",
        "reps": 8, "rir": 2,
    }  # fmt: skip
    await person.api.put(f"/workout-logs/{log}", json={"startedAt": at, "name": "Push"})
    await person.api.put(f"/workout-logs/{log}/sets/1", json=body)
    await person.api.post(f"/workout-logs/{log}/finish", json={})
    return log


async def answers(person: Person, path: str, status: int) -> None:
    """Wait until the server answers a path with a status."""
    for _ in range(100):
        if (await person.api.get(path)).status_code == status:
            return
        await asyncio.sleep(0.1)
    assert (await person.api.get(path)).status_code == status


async def test_exercises_are_found_by_slips_and_by_filters(phone: Person) -> None:
    page = await phone.open("/exercises")
    lines = page.locator("a[href^='/exercises/']")
    await expect(lines.first).to_be_visible()

    await page.get_by_label("Search").fill("rumanian dedlift")
    await expect(lines.first).to_contain_text("Romanian Deadlift")
    await page.get_by_label("Search").fill("")
    await page.get_by_label("Muscle", exact=True).select_option(label="Calves")
    await page.get_by_label("Equipment").select_option(label="Dumbbell")

    await expect(lines.first).to_contain_text("Calf")


async def test_an_exercise_of_ones_own_is_made_changed_and_retired_without_a_network(
    phone: Person,
) -> None:
    page = await phone.open("/exercises")
    await phone.synced()
    await phone.kept_offline()
    await expect(page.locator("a[href^='/exercises/']").first).to_be_visible()
    await phone.context.set_offline(offline=True)
    await page.get_by_label("Search").fill("Zercher wall hold")
    await page.get_by_role("button", name="Add “Zercher wall hold”").click()
    await page.get_by_role("button", name="Save").click()
    await expect(
        page.get_by_text("Choose at least one muscle that it trains directly.")
    ).to_be_visible()
    quads = page.get_by_role("radiogroup", name="Quads")
    await quads.get_by_role("radio", name="Directly").check(force=True)
    abs_ = page.get_by_role("radiogroup", name="Abs")
    await abs_.get_by_role("radio", name="Helps").check(force=True)
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", name="Zercher wall hold")).to_be_visible()

    await phone.context.set_offline(offline=False)
    await page.reload()
    await phone.synced()

    exercise_id = page.url.rsplit("/", 1)[1]
    made = (await phone.api.get(f"/exercises/{exercise_id}")).json()
    assert made["muscles"] == {"quads": 1.0, "abs": 0.5}
    assert (made["muscleGroup"], made["isSystem"]) == ("legs", False)

    await page.get_by_role("button", name="More for Zercher wall hold").click()
    await page.get_by_role("menuitem", name="Delete").click()
    await expect(page.get_by_text("Zercher wall hold was deleted.")).to_be_visible()
    await answers(phone, f"/exercises/{exercise_id}", 404)
    await page.get_by_role("button", name="Undo").click()
    await page.get_by_label("Search").fill("zercher wall")
    await expect(page.get_by_role("link", name="Zercher wall hold")).to_be_visible()

    await answers(phone, f"/exercises/{exercise_id}", 200)


async def test_a_name_that_is_taken_is_refused_where_it_is_typed(phone: Person) -> None:
    page = await phone.open("/exercises")
    await page.get_by_role("button", name="New exercise").click()
    await page.get_by_label("Name").fill("barbell  bench-press")

    await page.get_by_role("button", name="Save").click()

    message = page.get_by_text("There is an exercise with this name already.")
    await expect(message).to_be_visible()
    await expect(page.get_by_label("Name")).to_be_focused()


async def test_a_name_may_be_of_any_script_but_not_empty(phone: Person) -> None:
    name = "לחיצת חזה 💪 (2)"
    page = await phone.open("/exercises")
    await phone.synced()
    await page.get_by_role("button", name="New exercise").click()
    await page.get_by_label("Name").fill("   ")
    chest = page.get_by_role("radiogroup", name="Chest")
    await chest.get_by_role("radio", name="Directly").check(force=True)
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Give it a name.")).to_be_visible()
    await expect(page.get_by_label("Name")).to_be_focused()

    await page.get_by_label("Name").fill(name)
    await page.get_by_role("button", name="Save").click()

    await expect(page.get_by_role("heading", name=name)).to_be_visible()
    await phone.synced()
    made = (await phone.api.get(f"/exercises/{page.url.rsplit('/', 1)[1]}")).json()
    assert made["name"] == name
    await page.goto(f"{phone.address}/exercises")
    await page.get_by_label("Search").fill("לחיצת")
    await expect(page.get_by_role("link", name=name)).to_be_visible()


async def test_an_exercise_shows_its_sessions_trend_and_records(
    desktop: Person,
) -> None:
    log = await benched(desktop, days=10, weight=80)
    await benched(desktop, days=3, weight=82.5)
    page = await desktop.open("/exercises/1")
    await expect(page.get_by_text("2 workouts", exact=True)).to_be_visible()
    await expect(page.locator(f"a[href='/history/{log}']").first).to_be_visible()

    await page.get_by_role("tab", name="Trend").click()
    await expect(page.get_by_text("Estimated one-rep max").first).to_be_visible()
    await page.get_by_role("button", name="Show as table").first.click()
    await expect(page.get_by_role("cell", name="110", exact=False)).to_have_count(1)
    await page.get_by_role("tab", name="Records").click()

    row = page.get_by_role("row", name="Heaviest for 8 reps")
    await expect(row).to_contain_text("82.5 kg")
    await expect(page.get_by_text("From all of your history.")).to_be_visible()


async def test_what_the_device_knows_of_an_exercise_is_shown_without_a_network(
    phone: Person,
) -> None:
    await benched(phone, days=3, weight=80)
    page = await phone.open("/exercises/1")
    await phone.synced()
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)
    await page.reload()

    await page.get_by_role("tab", name="Records").click()

    await expect(page.get_by_text("From the 1 workout on this device.")).to_be_visible()
    row = page.get_by_role("row", name="Heaviest for 8 reps")
    await expect(row).to_contain_text("80 kg")


async def test_an_exercise_is_merged_into_another_with_its_history(
    phone: Person,
) -> None:
    own = phone.user_id * 4194304 + 7
    body = {
        "name": "Bench from my old app", "muscleGroup": "chest",
        "exerciseType": "freeweight", "equipment": "barbell",
        "movementPattern": "horizontal_press", "muscles": {"chest": 1},
    }  # fmt: skip
    await phone.api.put(f"/exercises/{own}", json=body)
    log = await benched(phone, days=3, weight=80, exercise_id=own)
    page = await phone.open(f"/exercises/{own}")
    await page.get_by_role("button", name="More for Bench from my old app").click()
    await page.get_by_role("menuitem", name="Merge into another").click()
    await page.get_by_label("Search exercises").fill("barbell bench")
    await page.get_by_role("button", name="Barbell Bench Press").first.click()
    await page.get_by_role("button", name="Merge now").click()

    await expect(
        page.get_by_role("heading", name="Barbell Bench Press")
    ).to_be_visible()

    found = (await phone.api.get(f"/workout-logs/{log}")).json()
    assert [one["exerciseId"] for one in found["sets"]] == [1]
    await expect(page.get_by_text("1 workout", exact=True)).to_be_visible()
