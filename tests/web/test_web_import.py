"""A history comes in from another app: looked at, imported, taken back."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, FilePayload, Page, expect

from app_person import Person, person_at
from strong_file import made_up_history, strong

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
HISTORY = (
    made_up_history(weeks=4)
    + strong("Zorblax Wobble,1,10,12", "Chest Press,1,40,10").partition(b"\n")[2]
)
TABLE = b"When;What;How heavy;How often\n3/4/2024;Squat;100;5\n5/4/2024;Squat;102,5;5\n"


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": content}


async def drop(page: Page, *files: FilePayload) -> None:
    await page.locator("input[type=file]").set_input_files(list(files))


async def violations(page: Page) -> list[dict[str, Any]]:
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = await page.evaluate("axe.run(document)")
    return [
        {"id": one["id"], "nodes": [node["html"][:200] for node in one["nodes"]]}
        for one in found["violations"]
    ]


async def test_a_history_is_looked_at_imported_and_taken_back(phone: Person) -> None:
    page = await phone.open("/import")
    await phone.synced()

    await drop(page, file("strong.csv", HISTORY), file("again.csv", HISTORY))

    await expect(page.get_by_role("radio", name="kg")).to_have_count(2, timeout=15_000)
    await expect(page.get_by_text("Zorblax Wobble", exact=True)).to_be_visible()
    # The second is the same file: nothing of it is new.
    await expect(page.get_by_text("No new workouts.")).to_be_visible()
    assert (await phone.api.get("/imports")).json()["imports"] == []
    assert await violations(page) == []
    await page.get_by_role("combobox", name="What Zorblax Wobble means").select_option(
        label="Choose another exercise"
    )
    await page.get_by_role("searchbox").fill("plank")
    await page.get_by_role("dialog").get_by_role("button", name="Plank").first.click()
    await page.get_by_role("button", name="Import", exact=True).click()

    await expect(page.get_by_text("Your history is here")).to_be_visible(timeout=20_000)
    links = (await phone.api.get("/exercise-links")).json()["links"]
    wobble = next(one for one in links if one["rawName"] == "Zorblax Wobble")
    assert (wobble["outcome"], "Plank" in wobble["exerciseName"]) == ("confirmed", True)
    await expect(page.get_by_role("link", name="See your history")).to_be_visible()
    start = page.get_by_role("link", name="Start a block from this")
    await expect(start).to_have_attribute("href", "/new?habits")
    await expect(page.get_by_text("Sets per muscle and week")).to_be_visible()
    assert await violations(page) == []

    await page.get_by_role("button", name="Take back the import of strong.csv").click()

    await expect(page.get_by_text("Taken back:")).to_be_visible(timeout=20_000)
    logs = (await phone.api.get("/workout-logs")).json()
    assert "strong" not in str(logs)
    await expect(page.get_by_text("taken back", exact=True)).to_be_visible()
    assert phone.errors == []


async def test_a_table_of_ones_own_is_read_by_the_columns_that_one_names(
    desktop: Person,
) -> None:
    page = await desktop.open("/import")
    await drop(page, file("mine.csv", TABLE))
    await expect(page.get_by_text("This file cannot be read as it is")).to_be_visible()

    for what, heading in {
        "Date": "When",
        "Exercise": "What",
        "Weight": "How heavy",
        "Reps": "How often",
    }.items():
        await page.get_by_label(what, exact=True).select_option(heading)
    await page.get_by_role("button", name="Read it like this").click()
    await page.get_by_role("radio", name="Day first: 31/5").check()

    await expect(page.get_by_text("3 \N{EN DASH} 5 Apr")).to_be_visible()
    await page.get_by_role("button", name="Import", exact=True).click()
    await expect(page.get_by_text("Your history is here")).to_be_visible(timeout=20_000)
    (kept,) = (await desktop.api.get("/imports")).json()["imports"]
    assert (kept["app"], kept["setsNew"]) == ("csv", 2)


@pytest.mark.parametrize("name", ["bad.gz"])
async def test_what_cannot_be_read_or_sent_is_said(phone: Person, name: str) -> None:
    page = await phone.open("/import")
    await phone.synced()

    await drop(page, file(name, b"\x1f\x8bnonsense"))
    await expect(page.get_by_text("compressed in a way")).to_be_visible()
    await expect(page.get_by_role("button", name="Import", exact=True)).to_be_disabled()
    await page.get_by_role("button", name=f"Leave out {name}").click()
    await expect(page.get_by_text("Choose files")).to_be_visible()

    await phone.context.set_offline(offline=True)
    await drop(page, file("strong.csv", HISTORY))
    await expect(page.get_by_text("This needs the network").first).to_be_visible()


async def test_an_export_of_ones_own_is_looked_at_and_put_back(
    phone: Person, desktop: Person
) -> None:
    await phone.api.post(
        "/imports",
        content=HISTORY,
        headers={"Content-Type": "text/csv"},
        params={"unit": "kg"},
    )
    export = (await phone.api.get("/export", params={"format": "zip"})).content
    page = await desktop.open("/import")
    await desktop.synced()

    await drop(page, file("mine.zip", export))

    await expect(page.get_by_text("A full export of MetricGain")).to_be_visible()
    switch = page.get_by_role("switch", name="Put it beside what is here")
    start = page.get_by_role("button", name="Import", exact=True)
    if await switch.count():
        await switch.check(force=True)
    await expect(start).to_be_enabled(timeout=15_000)
    assert await violations(page) == []
    await start.click()
    await expect(page.get_by_text("Your history is here")).to_be_visible(timeout=20_000)
    mine = (await phone.api.get("/workout-logs")).json()
    theirs = (await desktop.api.get("/workout-logs")).json()
    assert {one["id"] for one in theirs["items"]} == {
        one["id"] for one in mine["items"]
    }

    await page.get_by_role("button", name="Import something else").click()
    await drop(page, file("mine.zip", export))
    await expect(page.get_by_text("This account has a history already")).to_be_visible()
    await expect(start).to_be_disabled()
    await switch.check(force=True)
    await expect(start).to_be_enabled()


async def test_a_name_is_parted_from_the_exercise_it_was_merged_into(
    phone: Person,
) -> None:
    await phone.api.post(
        "/imports",
        content=strong("Plank,1,0,30", "Zorblax Wobble,1,10,12"),
        headers={"Content-Type": "text/csv"},
        params={"unit": "kg"},
    )
    links = (await phone.api.get("/exercise-links")).json()["links"]
    ids = {one["rawName"]: one["exerciseId"] for one in links}
    own, plank = ids["Zorblax Wobble"], ids["Plank"]
    await phone.api.post(f"/exercises/{own}/merge", json={"into": plank})
    page = await phone.open(f"/exercises/{plank}")

    await page.get_by_role("button", name="Change what Zorblax Wobble means").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await violations(page) == []
    await page.get_by_role("button", name="An exercise of my own").click()

    said = page.get_by_text("Zorblax Wobble now means Zorblax Wobble: 1 set moved.")
    await expect(said).to_be_visible(timeout=15_000)
    links = (await phone.api.get("/exercise-links")).json()["links"]
    ids = {one["rawName"]: one["exerciseId"] for one in links}
    assert (ids["Zorblax Wobble"], ids["Plank"]) == (own, plank)
    await expect(page.get_by_text("Plank", exact=True).last).to_be_visible()
    assert phone.errors == []


async def test_what_is_odd_is_said_in_the_persons_language(
    chromium: Browser, server: str
) -> None:
    words = "\N{DOUBLE LOW-9 QUOTATION MARK}lots\N{LEFT DOUBLE QUOTATION MARK}"
    async with person_at(chromium, server, locale="de-DE") as german:
        page = await german.open("/import")
        await german.synced()

        await drop(page, file("strong.csv", strong("Squat,1,lots,5", "Squat,2,100,5")))
        await page.locator("summary").first.click(timeout=15_000)

        said = page.get_by_text(f"{words} ist keine Zahl; der Satz wird ohne Gewicht")
        await expect(said).to_be_visible()
        await expect(page.get_by_text("Korrigiere den Satz")).to_be_visible()
