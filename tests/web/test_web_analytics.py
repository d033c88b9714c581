"""Analytics: charts of any range, beside another, as tables, images and offline."""

from datetime import timedelta
from pathlib import Path

from playwright.async_api import expect

from app_person import Person
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7

PNG = b"\x89PNG\r\n\x1a\n"


async def benched(person: Person, *, weeks: int, sets: int = 6) -> None:
    """Have benched 80 kg by 10 some weeks ago."""
    log = str(uuid7(now()))
    at = (now() - timedelta(weeks=weeks)).isoformat()
    await person.api.put(f"/workout-logs/{log}", json={"startedAt": at})
    for number in range(1, sets + 1):
        body = {
            "exerciseId": 1, "setNumber": number, "weight": 80, "weightUnit": "kg",
            "reps": 10, "rir": 2,
        }  # fmt: skip
        await person.api.put(f"/workout-logs/{log}/sets/{number}", json=body)
    await person.api.post(f"/workout-logs/{log}/finish", json={})


async def test_weekly_volume_is_a_chart_and_a_table_and_follows_the_range(
    phone: Person,
) -> None:
    for weeks in (0, 1, 20):
        await benched(phone, weeks=weeks)
    page = await phone.open("/analytics")
    await expect(page.get_by_text("9,600 kg")).to_be_visible()

    await page.get_by_label("Time").first.select_option(label="26 weeks")

    await expect(page.get_by_text("14,400 kg")).to_be_visible()
    await page.get_by_role("button", name="Show as table").first.click()
    table = page.get_by_role("table", name="Volume by week")
    await expect(table.get_by_role("row")).to_have_count(27)


async def test_a_time_is_compared_with_the_one_before(desktop: Person) -> None:
    await benched(desktop, weeks=0, sets=6)
    await benched(desktop, weeks=4, sets=3)
    page = await desktop.open("/analytics?range=month")

    await page.get_by_label("Compare with").select_option(label="The time before")

    await expect(page.get_by_text("+100 % than before")).to_be_visible()
    await page.get_by_role("tab", name="Muscles").click()
    table = page.get_by_role("table", name="Sets a week, now and before")
    await expect(table.get_by_role("row", name="Chest")).to_contain_text("+3")


async def test_muscles_stand_against_their_landmarks_on_map_and_bands(
    phone: Person,
) -> None:
    await benched(phone, weeks=0, sets=8)
    page = await phone.open("/analytics?tab=muscles&range=week")

    bands = page.get_by_role("button", name="Chest grows 8")
    await expect(bands).to_be_visible()
    await expect(page.get_by_role("option", name="Chest: 8 sets")).to_have_count(1)
    await bands.click()

    await expect(page.get_by_text("Chest by week").first).to_be_visible()


async def test_a_chart_is_saved_as_an_image(phone: Person, tmp_path: Path) -> None:
    await benched(phone, weeks=0)
    page = await phone.open("/analytics")
    button = page.get_by_role("button", name="Share as an image: Volume by week")

    async with page.expect_download() as download:
        await button.click()
    file = tmp_path / "chart.png"
    await (await download.value).save_as(file)

    assert file.read_bytes().startswith(PNG)
    assert file.stat().st_size > 5_000


async def test_habits_show_days_years_and_answers(desktop: Person) -> None:
    await benched(desktop, weeks=0)
    page = await desktop.open("/analytics?tab=habits")

    await expect(page.get_by_text("Nothing was planned in this time.")).to_be_visible()
    year = now().year
    await expect(page.get_by_text(f"Training days of {year}").first).to_be_visible()
    await expect(page.get_by_text(f"{year} against {year - 1}").first).to_be_visible()
    await page.get_by_role("button", name="Year before").click()
    await expect(page.get_by_text(f"Training days of {year - 1}").first).to_be_visible()


async def test_without_a_network_the_device_shows_what_it_can_reckon(
    phone: Person,
) -> None:
    await benched(phone, weeks=0, sets=8)
    page = await phone.open("/analytics")
    await phone.synced()
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)
    await page.reload()

    note = page.get_by_text("Without the network: from the 1 workout on this device.")
    await expect(note).to_be_visible()
    await expect(page.get_by_text("6,400 kg")).to_be_visible()
    await expect(page.get_by_text("This needs the network.").first).to_be_visible()
    await page.get_by_role("tab", name="Muscles").click()
    await expect(page.get_by_role("button", name="Chest grows")).to_be_visible()


async def test_somebody_who_never_trained_is_told_what_to_do(phone: Person) -> None:
    page = await phone.open("/analytics")

    await expect(page.get_by_text("Nothing to look at yet")).to_be_visible()


async def test_days_in_the_wrong_order_are_refused_where_they_are_typed(
    phone: Person,
) -> None:
    await benched(phone, weeks=0)
    page = await phone.open("/analytics")
    await page.get_by_label("Time").first.select_option(label="Choose days")

    await page.get_by_label("From").fill("2030-01-01")
    await page.get_by_label("From").blur()

    await expect(
        page.get_by_text("The first day is not after the last")
    ).to_be_visible()
