"""Settings and the outbox, as a lifter uses them, with and without a network."""

import json
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, Page, expect

from app_person import Person
from browser import PASSWORD, sign_in, visiting
from metricgain.kit.clock import now

_PREFERENCES = "/preferences"


async def test_preferences_are_kept_without_a_network_and_sent_later(
    phone: Person,
) -> None:
    page = await phone.open("/settings/general")
    await phone.synced()
    await phone.context.set_offline(offline=True)

    await page.get_by_role("radio", name="Pounds").check()
    await page.get_by_label("The week starts on").select_option("Sunday")

    await expect(page.locator("[data-waiting='2']")).to_be_visible()
    await phone.context.set_offline(offline=False)
    await phone.synced()
    saved = (await phone.api.get(_PREFERENCES)).json()
    assert (saved["weightUnit"], saved["weekStart"]) == ("lb", 6)


async def test_a_look_that_was_chosen_is_there_after_a_reload(phone: Person) -> None:
    page = await phone.open("/settings/general")
    await phone.synced()

    await page.get_by_role("radio", name="Dark").check()
    await page.reload()

    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize(
    ("typed", "kg", "said"),
    [
        pytest.param("82,5", 82.5, None, id="a comma is a decimal mark"),
        pytest.param("5", None, "Between", id="nobody weighs five kilograms"),
        pytest.param("much", None, "Between", id="no number"),
    ],
)
async def test_body_weight_is_read_as_people_type_it(
    phone: Person, typed: str, kg: float | None, said: str | None
) -> None:
    page = await phone.open("/settings/training")
    await phone.synced()

    await page.get_by_label("Body weight").fill(typed)
    await page.get_by_label("Body weight").blur()

    if said is not None:
        await expect(page.get_by_text(said)).to_be_visible()
    else:
        await expect(page.locator("[data-waiting='1']")).to_be_visible()
    await phone.synced()
    assert (await phone.api.get(_PREFERENCES)).json()["bodyWeightKg"] == kg


async def test_plates_of_ones_own_are_what_loads_are_made_of(phone: Person) -> None:
    page = await phone.open("/settings/equipment")
    await phone.synced()

    await page.get_by_role("button", name="Barbell").click()
    sheet = page.get_by_role("dialog", name="Barbell")
    await sheet.get_by_label("Bar", exact=True).fill("15")
    await sheet.get_by_role("button", name="Remove 15 kg").click()
    await sheet.get_by_label("Weight of one plate").fill("0,5")
    await sheet.get_by_role("button", name="Add a plate").click()
    await sheet.get_by_role("button", name="Save").click()

    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    await expect(page.get_by_role("button", name="Barbell")).to_contain_text("Your own")
    await phone.synced()
    (gym,) = (await phone.api.get(_PREFERENCES)).json()["gyms"]
    saved = gym["equipment"]["barbell"]
    weights = [plate["weight"] for plate in saved["plates"]]
    assert saved["bar"] == 15
    assert 0.5 in weights
    assert 15 not in weights


async def test_a_plate_that_no_sum_can_be_made_of_is_not_taken(phone: Person) -> None:
    page = await phone.open("/settings/equipment")
    await phone.synced()

    await page.get_by_role("button", name="Barbell").click()
    sheet = page.get_by_role("dialog", name="Barbell")
    await sheet.get_by_label("Weight of one plate").fill("1.1")

    await expect(sheet.get_by_role("button", name="Add a plate")).to_be_disabled()


async def test_landmarks_of_ones_own_can_be_set_and_taken_back(phone: Person) -> None:
    page = await phone.open("/settings/landmarks")
    await phone.synced()

    await page.get_by_role("button", name="Chest").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_role("group", name="At most").get_by_label("More").click()
    await sheet.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Chest: saved.")).to_be_visible()
    await expect(page.get_by_role("button", name="Chest")).to_contain_text("Your own")
    await phone.synced()
    saved = (await phone.api.get(_PREFERENCES)).json()["landmarks"][0]
    assert (saved["muscle"], saved["mrv"], saved["isOwn"]) == ("chest", 21, True)

    await page.get_by_role("button", name="Chest").click()
    await sheet.get_by_role("button", name="Use the usual again").click()

    await expect(page.get_by_text("Chest: the usual numbers.")).to_be_visible()
    await phone.synced()
    saved = (await phone.api.get(_PREFERENCES)).json()["landmarks"][0]
    assert (saved["mrv"], saved["isOwn"]) == (20, False)


async def test_a_token_is_shown_once_and_works_until_it_is_revoked(
    phone: Person,
) -> None:
    page = await phone.open("/settings/tokens")
    await phone.synced()

    await page.get_by_label("What is it for?").fill("my script")
    await page.get_by_role("button", name="Make a token").click()
    secret = await page.locator("code").inner_text()
    assert await _status_with(phone, secret) == httpx.codes.OK
    await page.reload()
    await expect(page.get_by_text("my script")).to_be_visible()
    await expect(page.locator("code")).to_have_count(0)
    await page.get_by_role("button", name="Revoke my script").click()

    await expect(page.get_by_text("No token yet")).to_be_visible()
    assert await _status_with(phone, secret) == httpx.codes.UNAUTHORIZED


async def _status_with(phone: Person, secret: str) -> int:
    async with visiting(phone.address, Authorization=f"Bearer {secret}") as program:
        return (await program.get("/account")).status_code


async def test_a_device_that_is_lost_can_be_signed_out(phone: Person) -> None:
    page = await phone.open("/settings/devices")
    await phone.synced()
    async with visiting(phone.address) as lost:
        await sign_in(lost, phone.email)
        await page.reload()

        await page.get_by_role("button", name="Sign out").first.click()

        await expect(page.get_by_text("Signed out there.")).to_be_visible()
        assert (await lost.get("/session")).status_code == httpx.codes.UNAUTHORIZED
    await expect(page.get_by_text("This device", exact=True)).to_have_count(1)


async def test_a_password_is_changed_with_the_present_one(phone: Person) -> None:
    page = await phone.open("/settings/account")
    await phone.synced()
    await page.get_by_label("Present password").fill("not this one")
    await page.get_by_label("New password").fill("four plates a side")
    save = page.get_by_role("button", name="Save").last

    await save.click()
    await expect(page.get_by_text("This is not your password")).to_be_visible()
    await page.get_by_label("Present password").fill(PASSWORD)
    await save.click()

    await expect(page.get_by_text("The password is changed")).to_be_visible()
    async with visiting(phone.address) as other:
        answer = await sign_in(other, phone.email, "four plates a side")
        assert answer.status_code == httpx.codes.CREATED


async def test_deleting_the_account_leaves_nothing_on_the_device(
    phone: Person,
) -> None:
    page = await phone.open("/settings/account")
    await phone.synced()

    await page.get_by_role("button", name="Delete the account").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_label("Your password").fill(PASSWORD)
    await sheet.get_by_role("button", name="Delete everything").click()

    await expect(page.get_by_role("button", name="Create account")).to_be_visible()
    async with visiting(phone.address) as other:
        answer = await sign_in(other, phone.email)
        assert answer.status_code == httpx.codes.UNAUTHORIZED
    databases = await page.evaluate(
        "indexedDB.databases().then((all) => all.map((one) => one.name))"
    )
    assert f"metricgain-{phone.user_id}" not in databases


async def test_pages_that_need_the_server_say_so(phone: Person) -> None:
    page = await phone.open("/settings")
    await phone.synced()
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)

    await page.get_by_role("link", name="Devices").click()

    await expect(page.get_by_text("This page needs the network")).to_be_visible()
    await phone.context.set_offline(offline=False)
    await page.get_by_role("button", name="Try again").click()
    await expect(page.get_by_text("This device", exact=True)).to_be_visible()


async def test_what_waits_is_listed_in_words_and_saved_as_a_file(
    phone: Person, tmp_path: Path
) -> None:
    page = await _two_waiting(phone)

    waiting = page.locator("#waiting li")
    await expect(waiting).to_have_count(2)
    await expect(waiting.nth(0)).to_contain_text("Change settings")
    await expect(waiting.nth(1)).to_contain_text("Landmarks of Chest")
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Save as a file").click()
    saved = tmp_path / "outbox.json"
    await (await download.value).save_as(saved)

    names = [one["name"] for one in json.loads(saved.read_text())["waiting"]]
    assert names == ["savePreferences", "saveLandmark"]


async def test_the_outbox_empties_itself_when_the_server_is_back(
    phone: Person,
) -> None:
    page = await _two_waiting(phone)

    await phone.context.set_offline(offline=False)
    await page.get_by_role("button", name="Send now").click()

    await expect(page.get_by_text("Everything is on the server").last).to_be_visible()
    assert (await phone.api.get(_PREFERENCES)).json()["weightUnit"] == "lb"


async def _two_waiting(phone: Person) -> Page:
    """Change the unit and a landmark without a network, and look at the outbox."""
    page = await phone.open("/settings/general")
    await phone.synced()
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)
    await page.get_by_role("radio", name="Pounds").check()
    await expect(page.locator("[data-waiting='1']")).to_be_visible()
    await phone.open("/settings/landmarks")
    await page.get_by_role("button", name="Chest").click()
    await page.get_by_role("dialog").get_by_role("button", name="Save").click()
    await expect(page.locator("[data-waiting='2']")).to_be_visible()
    await phone.open("/outbox")
    return page


async def test_a_refused_change_says_why_and_can_be_dropped(phone: Person) -> None:
    block = await phone.start_block(name="Test block")
    weeks = (await phone.api.get(f"/mesocycles/{block}")).json()["weeks"]
    workout = weeks[0]["sessions"][0]["id"]
    page = await phone.open("/blocks")
    await phone.synced()
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)
    await page.get_by_role("link", name="Test block").click()
    await page.locator(f"[data-instance='{workout}']").click()
    await page.get_by_role("dialog").get_by_role("button", name="Skip").click()
    await expect(page.locator("[data-waiting='1']")).to_be_visible()
    started = {"workoutInstanceId": workout, "startedAt": now().isoformat()}
    await phone.api.put(f"/workout-logs/{workout}", json=started)
    await phone.api.post(f"/workout-logs/{workout}/finish", json={})

    await phone.context.set_offline(offline=False)
    await phone.open("/outbox")

    refused = page.locator("#refused li")
    await expect(refused).to_contain_text("Skip a workout", timeout=20_000)
    await refused.get_by_role("button", name="Drop").click()
    await expect(page.locator("#refused")).to_have_count(0)


async def test_a_second_device_shows_what_the_first_prefers(
    phone: Person, chromium: Browser
) -> None:
    page = await phone.open("/settings/general")
    await phone.synced()
    await page.get_by_role("radio", name="Pounds").check()
    await phone.synced()

    other = await phone.another_device(chromium)
    await other.goto(f"{phone.address}/settings/general")

    await expect(other.get_by_role("radio", name="Pounds")).to_be_checked(
        timeout=15_000
    )
    await other.context.close()
