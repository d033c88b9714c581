"""A program is made, looked at, begun and left; a language model is asked for one."""

import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import pytest
from playwright.async_api import Browser, Page, expect

from app_person import Person, person_at
from conftest import TEMPLATE
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from model_stand_in import Model, Says, model_that
from scratch_database import scratch_database
from server import running_server

SMALL = {
    "weekdays": [0, 3],
    "sessionMinutes": 30,
    "place": "dumbbells",
    "emphasis": {"chest": "emphasize"},
    "horizonWeeks": 14,
}
OUTLINE = json.dumps(
    {
        "blocks": [
            {"weeks": weeks, "emphasis": {"chest": "emphasize"}} for weeks in (4, 4)
        ]
    }
)
WEEK = json.dumps(
    {
        "workouts": [
            {
                "weekday": "Monday",
                "exercises": [
                    {"name": "Dumbbell Bench Press", "sets": 3},
                    {"name": "Quantum Bicep Blaster", "sets": 3},
                ],
            }
        ]
    }
)
SLOWLY = 60_000


async def wishing(person: Person, **more: object) -> None:
    """Save a training profile that is planned quickly."""
    usual = (await person.api.get("/training-profile")).json()
    saved = await person.api.put("/training-profile", json=usual | SMALL | more)
    assert saved.is_success, saved.text


async def a_program(person: Person) -> str:
    await wishing(person)
    program = str(uuid7(now()))
    body = {"id": program, "name": "Spring", "startDate": now().date().isoformat()}
    made = await person.api.post("/programs", json=body)
    assert made.status_code == 201, made.text
    return program


async def made_for_you(person: Person) -> Page:
    page = await person.open("/new")
    await person.synced()
    await page.get_by_role("tab", name="Made for you").click()
    await page.get_by_role("radio", name="Program").check(force=True)
    return page


async def test_a_program_is_made_in_the_app_around_a_holiday(phone: Person) -> None:
    await wishing(phone, horizonWeeks=9)
    page = await made_for_you(phone)
    today = now().date()
    first, last = today + timedelta(weeks=4), today + timedelta(weeks=5, days=-1)

    await page.get_by_label("Free from").fill(first.isoformat())
    await page.get_by_label("Free until").fill(last.isoformat())
    await page.get_by_role("button", name="Keep free").click()
    await page.get_by_role("button", name="Make my program").click()

    await expect(page.get_by_role("heading", name="My program")).to_be_visible(
        timeout=SLOWLY
    )
    await expect(page.get_by_role("heading", name="Block 2")).to_be_visible()
    await expect(page.get_by_text("Train as little as you like")).to_be_visible()
    unmet = page.get_by_role("region", name="What your plan could not meet")
    await expect(unmet.get_by_role("listitem").first).to_be_visible()
    profile = (await phone.api.get("/training-profile")).json()
    [program] = (await phone.api.get("/programs")).json()
    found = (await phone.api.get(f"/programs/{program['id']}")).json()
    blocks = [m for a in found["macrocycles"] for m in a["mesocycles"]]
    assert profile["free"] == [{"first": str(first), "last": str(last)}]
    assert [one["durationWeeks"] for one in blocks] == [4, 4]
    assert blocks[0]["endDate"] < str(first)
    assert blocks[1]["startDate"] > str(last)


async def test_a_block_is_begun_and_the_program_left(desktop: Person) -> None:
    program = await a_program(desktop)
    page = await desktop.open("/blocks")
    await desktop.synced()

    card = page.get_by_role("article").filter(has_text="Spring")
    await expect(card.get_by_text("Planned")).to_be_visible()
    await page.get_by_role("link", name="Spring").click()
    await page.get_by_role("link", name="Block 1").click()
    await expect(page.get_by_text("This block is planned for later")).to_be_visible()
    block = page.url.rsplit("/", 1)[-1]
    [first, *_] = (await desktop.api.get(f"/mesocycles/{block}")).json()["findings"]
    findings = page.get_by_role("region", name="What the check of this plan finds")
    await expect(findings.get_by_role("listitem").first).to_be_visible()
    assert first["severity"] == "warning"
    await page.get_by_role("button", name="Start").click()
    await page.get_by_role("dialog").get_by_role("button", name="Start").click()
    await expect(page.get_by_text("This block is planned for later")).to_have_count(0)
    await page.goto(f"{desktop.address}/program/{program}")
    await page.get_by_role("button", name="Change the program").click()
    await page.get_by_role("menuitem", name="Abandon the program").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Abandon the program").click()

    await expect(page.get_by_role("heading", name="Block 2")).to_have_count(0)
    await expect(page.get_by_role("heading", name="Block 1")).to_be_visible()
    await expect(page.get_by_text("Left", exact=False).first).to_be_visible()
    blocks = (await desktop.api.get("/mesocycles")).json()["items"]
    assert [one["status"] for one in blocks] == ["active"]


async def test_what_is_proposed_becomes_the_block_that_the_program_plans(
    phone: Person,
) -> None:
    program = await a_program(phone)
    whole = (await phone.api.get(f"/programs/{program}")).json()
    first, second, *_ = (m for a in whole["macrocycles"] for m in a["mesocycles"])
    today = {"startDate": now().date().isoformat()}
    begun = await phone.api.post(f"/mesocycles/{first['id']}/start", json=today)
    assert begun.is_success, begun.text

    page = await phone.open(f"/new?after={first['id']}")
    await phone.synced()
    await expect(page.get_by_text("takes its place in the program")).to_be_visible()
    await page.get_by_role("button", name="Use this plan").click()
    await page.get_by_role("textbox", name="Name", exact=True).fill("The second")
    await page.get_by_role("button", name="and start this").click()

    await expect(page).to_have_url(f"{phone.address}/block/{second['id']}")
    blocks = (await phone.api.get("/mesocycles")).json()["items"]
    found = {one["id"]: one["status"] for one in blocks}
    assert found[first["id"]] == "completed"
    assert found[second["id"]] == "active"
    assert len(blocks) == sum(len(a["mesocycles"]) for a in whole["macrocycles"])


async def test_a_program_that_has_not_begun_is_deleted(phone: Person) -> None:
    program = await a_program(phone)
    page = await phone.open(f"/program/{program}")
    await page.get_by_role("button", name="Change the program").click()
    await page.get_by_role("menuitem", name="Delete the program").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Delete the program").click()

    await expect(page).to_have_url(f"{phone.address}/blocks")
    assert (await phone.api.get("/programs")).json() == []


async def test_a_plan_is_saved_as_a_file_and_taken_in_again(phone: Person) -> None:
    block = await phone.start_block()
    page = await phone.open(f"/block/{block}")
    await phone.synced()
    await page.get_by_role("button", name="Change the block").click()
    async with page.expect_download() as downloading:
        await page.get_by_role("menuitem", name="Save or share").click()
    download = await downloading.value
    path = await download.path()

    await page.goto(f"{phone.address}/new")
    await page.get_by_role("tab", name="From a file").click()
    pick = page.locator("input[type=file]")
    broken = {"name": "a.json", "mimeType": "application/json", "buffer": b"{"}
    await pick.set_input_files(broken)  # type: ignore[arg-type]  # a plain dict is one
    await expect(page.get_by_text("It is no JSON file.")).to_be_visible()
    await pick.set_input_files(path)

    await expect(page.get_by_role("heading", name="Workouts")).to_be_visible()
    assert download.suggested_filename.endswith(".json")


async def test_a_program_is_saved_as_a_file_and_opened_again(phone: Person) -> None:
    program = await a_program(phone)
    page = await phone.open(f"/program/{program}")
    await phone.synced()
    await page.get_by_role("button", name="Change the program").click()
    async with page.expect_download() as downloading:
        await page.get_by_role("menuitem", name="Save or share").click()
    path = await (await downloading.value).path()
    first = (await phone.api.get(f"/programs/{program}")).json()["macrocycles"][0]
    begun = await phone.api.post(
        f"/mesocycles/{first['mesocycles'][0]['id']}/start",
        json={"startDate": now().date().isoformat()},
    )
    assert begun.is_success, begun.text

    await page.goto(f"{phone.address}/blocks")
    await page.get_by_role("link", name="Open a file").click()
    await page.locator("input[type=file]").set_input_files(path)
    await expect(page.get_by_role("heading", name="Block 2")).to_be_visible()
    await expect(page.get_by_text("Spring runs until")).to_be_visible()
    keep = page.get_by_role("button", name="Keep this program")
    await expect(keep).to_be_disabled()
    await page.get_by_role("button", name="Begin on").click()
    await expect(page.get_by_text("Spring runs until")).to_have_count(0)
    await page.get_by_role("textbox", name="Name", exact=True).fill("Spring again")
    await keep.click()

    await expect(page.get_by_role("heading", name="Spring again")).to_be_visible()
    found = (await phone.api.get("/programs")).json()
    assert {one["name"] for one in found} == {"Spring", "Spring again"}


async def test_what_follows_a_longer_block_moves_when_it_is_accepted(
    desktop: Person,
) -> None:
    program = await a_program(desktop)
    whole = (await desktop.api.get(f"/programs/{program}")).json()
    first, second, *_ = (m for a in whole["macrocycles"] for m in a["mesocycles"])
    today = {"startDate": now().date().isoformat()}
    begun = await desktop.api.post(f"/mesocycles/{first['id']}/start", json=today)
    assert begun.is_success, begun.text
    longer = {"durationWeeks": first["durationWeeks"] + 1}
    resized = await desktop.api.post(f"/mesocycles/{first['id']}/resize", json=longer)
    assert resized.is_success, resized.text

    async def start_of_second() -> str:
        found = (await desktop.api.get(f"/programs/{program}")).json()
        blocks = [m for a in found["macrocycles"] for m in a["mesocycles"]]
        start: str = blocks[1]["startDate"]
        return start

    page = await desktop.open(f"/block/{first['id']}")
    await desktop.synced()
    await expect(page.get_by_text("Block 2 is planned to begin before")).to_be_visible()
    await page.get_by_role("link", name="See what can move").click()
    await expect(page.get_by_text("Block 1 lasts into what follows")).to_be_visible()
    assert await start_of_second() == second["startDate"]
    await page.get_by_role("button", name="Move what follows").click()

    await expect(page.get_by_text("lasts into what follows")).to_have_count(0)
    assert await start_of_second() > second["startDate"]
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_text("Block 1 lasts into what follows")).to_be_visible()
    assert await start_of_second() == second["startDate"]


async def test_swaps_are_suggested_with_their_reasons(phone: Person) -> None:
    block = await phone.start_block()
    page = await phone.open(f"/block/{block}?tab=plan")
    await phone.synced()
    await page.get_by_role("button", name="Options for").first.click()
    await page.get_by_role("menuitem", name="Another exercise").click()
    dialog = page.get_by_role("dialog")

    await expect(dialog.get_by_role("heading", name="Most alike")).to_be_visible()
    first = dialog.get_by_role("listitem").first
    name = await first.locator("strong").inner_text()
    assert await first.locator("span").first.inner_text()
    await first.get_by_role("button").click()

    await expect(page.get_by_text(name, exact=True).first).to_be_visible()
    await expect(page.get_by_role("button", name="Save the plan")).to_be_visible()


@pytest.fixture(scope="module")
def model() -> Iterator[Model]:
    with model_that([Says(text=WEEK)]) as running:
        yield running


@pytest.fixture(scope="module")
def modelled(owner_url: str, model: Model) -> Iterator[str]:
    """The address of a server that offers the model."""
    with (
        scratch_database(owner_url, "modelled", template=TEMPLATE) as url,
        running_server(
            url, ai_model="stand-in", ai_address=model.address, ai_seconds="20"
        ) as address,
    ):
        yield address


@pytest.fixture
async def asking(chromium: Browser, modelled: str) -> AsyncIterator[Person]:
    """A new lifter of the server that offers the model."""
    async with person_at(chromium, modelled) as person:
        yield person


async def agreed(person: Person) -> None:
    about = (await person.api.get("/language-model")).json()
    await person.api.put("/language-model/consent", json={"agreedTo": about["sentTo"]})


async def test_the_model_is_asked_after_one_has_agreed(
    asking: Person, model: Model
) -> None:
    await wishing(asking)
    model.says(Says(text=WEEK))
    before = len(model.bodies)
    page = await asking.open("/new")
    await asking.synced()
    await page.get_by_role("tab", name="Made for you").click()

    await page.get_by_role("link", name="Let a language model make a plan").click()
    await page.get_by_role("switch", name="My wishes may be sent to").click()
    await expect(page.get_by_role("switch", name="My wishes")).to_be_checked()
    assert len(model.bodies) == before
    await page.goto(f"{asking.address}/new")
    await page.get_by_role("tab", name="Made for you").click()
    await page.get_by_text("Ask a language model").click()
    await page.get_by_role("button", name="for a plan").click()

    await expect(page.get_by_role("heading", name="Workouts")).to_be_visible(
        timeout=SLOWLY
    )
    await page.get_by_text("mended").click()
    await expect(page.get_by_text("Quantum Bicep Blaster")).to_be_visible()
    assert len(model.bodies) == before + 1


async def test_the_model_is_asked_for_a_program_and_hands_over_where_it_fails(
    asking: Person, model: Model
) -> None:
    await wishing(asking, horizonWeeks=8)
    await agreed(asking)
    model.says(Says(text=OUTLINE), Says(text=WEEK), Says(text="I would rather not."))
    page = await made_for_you(asking)

    await page.get_by_text("Ask a language model").click()
    await page.get_by_role("button", name="for a program").click()

    await expect(
        page.get_by_text("Block 2: the built-in planner went on")
    ).to_be_visible(timeout=SLOWLY)
    await page.get_by_text("mended").click()
    await expect(page.get_by_text("Quantum Bicep Blaster")).to_be_visible()
    [program] = (await asking.api.get("/programs")).json()
    assert program["name"] == "My program"
