"""Taking everything along, and starting from how one trains, in the browser."""

import csv
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from icalendar import Calendar
from playwright.async_api import expect

from app_person import Person, start_block, train_before
from strong_file import joined, strong


async def test_everything_is_downloaded_and_can_be_read(
    phone: Person, tmp_path: Path
) -> None:
    await train_before(phone.api)
    page = await phone.open("/settings/data")

    async with page.expect_download() as whole:
        await page.get_by_role("link", name="As a zip archive").click()
    async with page.expect_download() as table:
        await page.get_by_role("link", name="Spreadsheet (CSV)").click()

    file = tmp_path / "all.zip"
    await (await whole.value).save_as(file)
    with zipfile.ZipFile(file) as archive:
        export = json.loads(archive.read("metricgain.json"))
    assert export["format"] == "metricgain"
    sheet = tmp_path / "sets.csv"
    await (await table.value).save_as(sheet)
    rows = list(csv.DictReader(sheet.read_text("utf-8").splitlines()))
    assert len(rows) == len(export["sets"]) > 0


async def test_a_calendar_gets_an_address_that_can_be_revoked(phone: Person) -> None:
    await start_block(phone.api)
    page = await phone.open("/settings/data")

    await page.get_by_role("button", name="Make an address").click()
    shown = await page.get_by_text(re.compile(r"/calendar/.+\.ics$")).inner_text()

    path = urlsplit(shown).path
    async with httpx.AsyncClient(base_url=phone.api.base_url) as anybody:
        server = str(anybody.base_url).partition("/api")[0]
        answer = await anybody.get(f"{server}{path}")
        assert len(Calendar.from_ical(answer.text).walk("VEVENT")) > 0
        await page.get_by_role("button", name="Revoke the address").click()
        await expect(page.get_by_text("answers nothing")).to_be_visible()
        assert (await anybody.get(f"{server}{path}")).status_code == 404


@pytest.mark.parametrize("weeks", [pytest.param(3, id="enough"), 0])
async def test_a_block_can_begin_with_how_one_trains(phone: Person, weeks: int) -> None:
    days = [f"2024-05-{day:02d} 18:00:00" for day in (6, 9, 13, 16, 20, 23)][
        : weeks * 2
    ]
    if days:
        file = joined(
            [
                strong(
                    "Bench Press (Barbell),1,80,8",
                    "Bench Press (Barbell),2,80,8",
                    start=day,
                )
                for day in days
            ]
        )
        await phone.api.post(
            "/imports",
            content=file,
            headers={"Content-Type": "text/csv"},
            params={"unit": "kg", "timezone": "UTC"},
        )
    page = await phone.open("/new")

    await page.get_by_role("tab", name="How you train").click()

    if not weeks:
        await expect(page.get_by_text("Not enough history yet")).to_be_visible()
        return
    await expect(page.get_by_text("2 workouts a week")).to_be_visible()
    await page.get_by_role("button", name="Start a block from this").click()
    await expect(page.get_by_label("Name", exact=True).first).to_have_value(
        "As I train"
    )
    await page.get_by_role("button", name="Start this block").click()
    await expect(page).to_have_url(re.compile("/(block|today)"))
    (block,) = (await phone.api.get("/mesocycles")).json()["items"]
    assert block["daysPerWeek"] == 2
