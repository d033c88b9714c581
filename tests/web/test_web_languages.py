"""In another language: reasons, exercises and templates, as well as the screens."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.async_api import Browser, Page, Response, expect

from app_person import Person, person_at
from gym import second_week
from metricgain.kit.clock import now

_AXE: Final = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
_RUN: Final = "async () => (await axe.run(document)).violations.map((one) => one.id)"
_ENGLISH: Final = re.compile(r"\b(the|your|sets|was|were|this|stay)\b", re.IGNORECASE)


@pytest.fixture
async def german(chromium: Browser, server: str) -> AsyncIterator[Person]:
    """A new lifter with a phone that speaks German."""
    async with person_at(chromium, server, locale="de-DE") as person:
        yield person


async def finish_in_german(page: Page) -> None:
    """Do the workout that is due as planned, with an answer in the middle each time."""
    await page.get_by_role("button", name="Training starten").click()
    ring = page.locator("button[aria-current='step']")
    await expect(ring).to_be_visible()
    middle = re.compile("Längst erholt|Genau richtig|^Leicht$")
    asked = page.get_by_role("group").filter(
        has=page.get_by_role("button", name=middle)
    )
    for _ in range(20):
        if await asked.count():
            await asked.first.get_by_role("button", name=middle).last.click()
        elif await ring.count():
            await ring.click()
    await page.get_by_role("button", name="Training beenden").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_role("button", name="Training beenden").click()


async def test_a_finished_workout_says_in_german_why_next_week_is_as_it_is(
    german: Person,
) -> None:
    log = (await second_week(german.api))[0]["id"]
    page = await german.open("/today")
    await german.synced()
    await expect(page.get_by_text("Bankdrücken", exact=True)).to_be_visible()

    await finish_in_german(page)

    await expect(page.get_by_role("heading", name="Training geschafft")).to_be_visible()
    await german.synced()
    reason = page.get_by_role("article").filter(has_text="Brust").first
    await expect(reason).to_contain_text("Der Muskelkater in der Brust war längst weg")
    for folded in await page.get_by_text("Warum", exact=True).all():
        await folded.click()
    await expect(page.locator("html")).to_have_attribute("lang", "de")
    await expect(page.locator("main [lang='en']")).to_have_count(0)
    assert _ENGLISH.findall(await page.locator("main").inner_text()) == []
    await page.evaluate(_AXE.read_text("utf-8"))
    found: list[Any] = await page.evaluate(_RUN)
    assert found == []

    await page.goto(f"{german.address}/history/{log}")
    await page.get_by_role("link", name="Was danach entschieden wurde").click()
    await expect(page.get_by_role("heading", name="Entscheidungen")).to_be_visible()
    await expect(page.get_by_role("heading", level=2)).to_contain_text("Press")
    await expect(page.get_by_role("article")).not_to_have_count(0)
    await expect(page.get_by_role("heading", name=re.compile("^Woche"))).to_have_count(
        0
    )
    await page.get_by_role("link", name="Alle Entscheidungen des Blocks").click()
    await expect(page.get_by_role("heading", name="Woche 2")).to_be_visible()


async def test_exercises_are_found_by_their_german_and_their_english_names(
    german: Person,
) -> None:
    page = await german.open("/exercises")
    lines = page.locator("a[href^='/exercises/']")
    await expect(lines.first).to_be_visible()
    field = page.get_by_role("searchbox")

    for typed in ("bankdruck", "barbell bench press"):
        await field.fill(typed)
        await expect(lines.first).to_contain_text("Bankdrücken")


async def test_a_block_from_a_template_is_called_in_german(german: Person) -> None:
    page = await german.open("/new")
    await german.synced()

    await page.get_by_role("button", name=re.compile("^Ganzkörper 2x")).click()
    await expect(page.get_by_label("Name", exact=True)).to_have_value("Ganzkörper 2x")
    await page.get_by_role("button", name="Diesen Block starten").click()
    await expect(page).to_have_url(re.compile("/block/"))

    found = (await german.api.get("/mesocycles")).json()["items"][0]
    block = (await german.api.get(f"/mesocycles/{found['id']}")).json()
    assert block["name"] == "Ganzkörper 2x"
    assert block["description"].startswith("Zwei Trainings pro Woche")
    assert {one["name"] for one in block["workouts"]} == {
        "Ganzkörper A",
        "Ganzkörper B",
    }


async def test_what_the_server_refuses_is_said_in_german(german: Person) -> None:
    block = await german.start_block(name="Testblock")
    weeks = (await german.api.get(f"/mesocycles/{block}")).json()["weeks"]
    workout = weeks[0]["sessions"][0]["id"]
    page = await german.open("/blocks")
    await german.synced()
    await german.kept_offline()
    await german.context.set_offline(offline=True)
    await page.get_by_role("link", name="Testblock").click()
    await page.locator(f"[data-instance='{workout}']").click()
    await page.get_by_role("dialog").get_by_role("button", name="Auslassen").click()
    await expect(page.locator("[data-waiting='1']")).to_be_visible()
    started = {"workoutInstanceId": workout, "startedAt": now().isoformat()}
    await german.api.put(f"/workout-logs/{workout}", json=started)

    await german.context.set_offline(offline=False)
    await german.open("/outbox")

    refused = page.locator("#refused li")
    await expect(refused).to_contain_text(
        "Dieses Training hat schon begonnen. Beende es, oder lösche seinen Eintrag.",
        timeout=20_000,
    )
    await expect(refused).to_contain_text("Feld: Training")
    await expect(page.locator("main [lang='en']")).to_have_count(0)


async def test_english_fetches_neither_the_translator_nor_translated_names(
    phone: Person,
) -> None:
    scripts: list[str] = []

    async def keep(answer: Response) -> None:
        if answer.url.endswith(".js"):
            scripts.append(await answer.text())

    phone.page.on("response", keep)

    await phone.open("/today")
    await phone.synced()
    await phone.page.wait_for_load_state("networkidle")

    assert len(scripts) > 1
    assert [one for one in scripts if "Too few hard sets" in one] == []
    assert [one for one in scripts if "Bankdr" in one] == []
