"""New block makes a plan for a goal, days, time and equipment."""

from playwright.async_api import Page, expect

from app_person import Person


async def ways(person: Person) -> Page:
    page = await person.open("/new")
    await person.synced()
    await page.get_by_role("tab", name="Made for you").click()
    await expect(page.get_by_role("combobox", name="Goal")).to_be_visible()
    return page


async def test_a_plan_is_made_changed_and_started(phone: Person) -> None:
    page = await ways(phone)

    await page.get_by_role("button", name="Fri").click()
    await page.get_by_role("combobox", name="What you train with").select_option(
        "dumbbells"
    )
    await page.get_by_text("Joints, exercises and health").click()
    await page.get_by_role("button", name="Knee").click()
    await page.get_by_role("button", name="Make my plan").click()

    await expect(page.get_by_role("heading", name="Workouts")).to_be_visible(
        timeout=20_000
    )
    first = await page.locator(".main").inner_text()
    await page.get_by_role("button", name="Another option").click()
    await expect(page.locator(".main")).not_to_have_text(first, timeout=20_000)
    await expect(page.get_by_role("button", name="Another option")).to_be_enabled()
    await page.get_by_role("button", name="Start this block").click()

    await expect(page.get_by_role("region", name="Week 1")).to_be_visible()
    profile = (await phone.api.get("/training-profile")).json()
    blocks = (await phone.api.get("/mesocycles")).json()["items"]
    assert profile["place"] == "dumbbells"
    assert profile["injuries"] == ["knee"]
    assert profile["weekdays"] == [0, 2]
    assert [block["status"] for block in blocks] == ["active"]


async def test_a_heart_that_is_not_cleared_is_told_to_see_a_doctor(
    phone: Person,
) -> None:
    page = await ways(phone)

    await page.get_by_text("Joints, exercises and health").click()
    await page.get_by_role("switch", name="Chest pain").click()
    await page.get_by_role("button", name="Make my plan").click()
    await expect(page.get_by_text("Ask a doctor")).to_be_visible(timeout=20_000)
    await page.get_by_role("switch", name="A doctor has cleared me").click()
    await page.get_by_role("button", name="Make my plan").click()

    await expect(page.get_by_role("heading", name="Workouts")).to_be_visible(
        timeout=20_000
    )


async def test_what_had_no_room_is_said(phone: Person) -> None:
    profile = (await phone.api.get("/training-profile")).json()
    await phone.api.put(
        "/training-profile",
        json=profile | {"weekdays": [0, 3], "sessionMinutes": 20},
    )
    page = await ways(phone)

    await page.get_by_role("button", name="Make my plan").click()

    await expect(page.get_by_text("What your plan could not meet")).to_be_visible(
        timeout=20_000
    )
    await expect(page.get_by_text("There was room for").first).to_be_visible()
