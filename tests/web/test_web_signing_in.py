"""Signing in with a code, what the account's own record shows, and axe on all of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyotp
import pytest
from playwright.async_api import Page, expect

from app_person import Person
from browser import PASSWORD, sign_in, visiting
from metricgain.kit.clock import now
from metricgain.kit.ids import secret
from metricgain.kit.totp import PERIOD_SECONDS
from metricgain.kit.vault import new_key
from metricgain.store.database import Database
from metricgain.store.people import hash_of
from metricgain.store.sign_in_links import add_sign_in_link
from server import free_port, running_server

pytestmark = pytest.mark.usefixtures("no_attempts")

_AXE: Final = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
_RUN: Final = """async () => (await axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
})).violations.map((one) => one.id + ' ' + one.nodes[0].html.slice(0, 160))"""
_SETTLE_MS: Final = 700
_INSIDE: Final = re.compile("/(today|welcome)$")


@pytest.fixture(scope="module")
def house(owner_url: str) -> Iterator[str]:
    """A server by the name of localhost, with a key to guard accounts with."""
    port = free_port()
    home = f"http://localhost:{port}"
    with running_server(owner_url, at=port, secret_keys=new_key(), public_url=home):
        yield home


class App:
    """An authenticator app: a code of its present period, which works once."""

    def __init__(self, shared: str) -> None:
        self._codes = pyotp.TOTP(shared)
        self._last = 0

    def code(self) -> str:
        present = int(now().timestamp()) // PERIOD_SECONDS
        self._last = max(present - 1, self._last + 1)
        return self._codes.generate_otp(self._last)


async def guarded(person: Person) -> App:
    """Guard an account by an app."""
    begun = await person.api.post("/account/totp", json={})
    app = App(begun.json()["secret"])
    kept = await person.api.put("/account/totp", json={"code": app.code()})
    assert kept.is_success, kept.text
    return app


async def link_to(person: Person, database: Database) -> str:
    """Return the address of a link that signs in once."""
    key = secret()
    async with database.as_system() as system:
        await add_sign_in_link(system, hash_of(key), user_id=person.user_id, now=now())
    return f"{person.address}/#/welcome/{key}"


async def type_password(page: Page, email: str) -> None:
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()


async def give_code(page: Page, code: str) -> None:
    """Type a code where the cursor stands, and send it by the keyboard."""
    field = page.get_by_label("Code")
    await expect(field).to_be_focused()
    await page.keyboard.type(code)
    await page.keyboard.press("Enter")


async def faults(page: Page, *, theme: str) -> list[str]:
    """Return what axe finds on the page as it is, on a phone in a theme."""
    await page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]  # one of the two words
    await page.wait_for_timeout(_SETTLE_MS)
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(_AXE.read_text("utf-8"))
    found: list[str] = await page.evaluate(_RUN)
    return found


async def test_passwords_are_hidden_and_left_to_password_managers(
    elsewhere: Page, house: str
) -> None:
    await elsewhere.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await elsewhere.goto(f"{house}/sign-in")
    field = elsewhere.get_by_label("Password")
    await expect(field).to_have_attribute("type", "password")
    await expect(field).to_have_attribute("autocomplete", "current-password")

    await elsewhere.evaluate("navigator.clipboard.writeText('three plates a side')")
    await field.focus()
    await elsewhere.keyboard.press("Control+V")

    await expect(field).to_have_value("three plates a side")
    await elsewhere.goto(f"{house}/welcome")
    await elsewhere.get_by_role("button", name="Create account").click()
    new = elsewhere.get_by_label("Password")
    await expect(new).to_have_attribute("type", "password")
    await expect(new).to_have_attribute("autocomplete", "new-password")


async def test_after_the_password_a_code_of_the_app_lets_in(
    resident: Person, elsewhere: Page
) -> None:
    app = await guarded(resident)
    await elsewhere.goto(f"{resident.address}/sign-in")
    await type_password(elsewhere, resident.email)

    await give_code(elsewhere, "000000")
    await expect(elsewhere.get_by_text("This code is wrong")).to_be_visible()
    await elsewhere.get_by_label("Code").fill(app.code())
    await elsewhere.get_by_role("button", name="Sign in", exact=True).click()

    await expect(elsewhere).to_have_url(_INSIDE)


async def test_after_the_one_time_link_a_code_of_the_app_lets_in(
    resident: Person, elsewhere: Page, database: Database
) -> None:
    app = await guarded(resident)
    await elsewhere.goto(await link_to(resident, database))
    await expect(elsewhere.get_by_role("heading", level=1)).to_be_visible()

    await give_code(elsewhere, "000000")
    await expect(elsewhere.get_by_text("This code is wrong")).to_be_visible()
    await elsewhere.get_by_label("Code").fill(app.code())
    await elsewhere.get_by_role("button", name="Sign in", exact=True).click()

    await expect(elsewhere.get_by_text("Question 1 of 5")).to_be_visible()


async def test_the_activity_of_an_account_is_told_newest_first_and_all_of_it(
    resident: Person,
) -> None:
    for number in range(101):
        made = await resident.api.post("/tokens", json={"name": f"Watch {number}"})
        await resident.api.delete(f"/tokens/{made.json()['id']}")
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    async with visiting(resident.address, **{"User-Agent": agent}) as stranger:
        await sign_in(stranger, resident.email, "not the password")

    page = await resident.open("/settings")
    await page.get_by_role("link", name="Activity").click()

    lines = page.get_by_role("main").get_by_role("listitem")
    await expect(lines).to_have_count(100)
    await expect(lines.first).to_contain_text("Signing in failed")
    await expect(lines.first).to_contain_text("Firefox on Linux")
    await expect(lines.first).to_contain_text("127.0.0.0/24")
    await expect(lines.nth(1)).to_contain_text("API token revoked")
    await expect(lines.nth(1)).to_contain_text("Watch 100")
    await page.get_by_role("button", name="Show earlier").click()
    await expect(lines).to_have_count(200)
    await page.get_by_role("button", name="Show earlier").click()
    await expect(lines).to_have_count(204)
    await expect(lines.last).to_contain_text("Signed in")
    await expect(page.get_by_role("button", name="Show earlier")).to_have_count(0)


async def test_without_a_server_the_activity_says_so_and_comes_when_asked_again(
    resident: Person,
) -> None:
    page = await resident.open("/settings")
    await resident.kept_offline()
    await resident.context.set_offline(offline=True)
    await page.get_by_role("link", name="Activity").click()
    again = page.get_by_role("button", name="Try again")
    await expect(again).to_be_visible()

    await resident.context.set_offline(offline=False)
    await again.click()

    await expect(page.get_by_text("Signed in", exact=True)).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_axe_finds_nothing_where_an_account_is_guarded(
    resident: Person, elsewhere: Page, database: Database, theme: str
) -> None:
    async with database.as_system() as system:
        await system.run(
            "UPDATE users SET is_admin = true WHERE id = $1", resident.user_id
        )
    wrong: dict[str, list[str]] = {}
    page = await resident.open("/settings/security")
    await page.get_by_role("button", name="Set it up").click()
    await expect(page.get_by_role("img", name="QR code")).to_be_visible()
    wrong["setting up"] = await faults(page, theme=theme)
    app = App(await page.locator("code").first.inner_text())
    await page.get_by_label("Code").fill(app.code())
    await page.get_by_role("button", name="Turn it on").click()
    await expect(page.get_by_text("Your recovery codes")).to_be_visible()
    wrong["recovery codes"] = await faults(page, theme=theme)
    await resident.open("/settings/security")
    await expect(page.get_by_text("10 recovery codes left")).to_be_visible()
    wrong["guarded"] = await faults(page, theme=theme)

    await elsewhere.goto(f"{resident.address}/sign-in")
    await type_password(elsewhere, resident.email)
    await expect(elsewhere.get_by_label("Code")).to_be_visible()
    wrong["code after the password"] = await faults(elsewhere, theme=theme)
    await elsewhere.goto("about:blank")
    await elsewhere.goto(await link_to(resident, database))
    await expect(elsewhere.get_by_label("Code")).to_be_visible()
    wrong["code after the link"] = await faults(elsewhere, theme=theme)
    await resident.open("/settings/instance")
    await expect(page.get_by_text("Is everything well?")).to_be_visible()
    wrong["this installation"] = await faults(page, theme=theme)
    await resident.open("/settings/activity")
    await expect(page.get_by_text("Signed in", exact=True).first).to_be_visible()
    wrong["activity"] = await faults(page, theme=theme)

    assert {name: found for name, found in wrong.items() if found} == {}
