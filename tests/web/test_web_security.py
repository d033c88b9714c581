"""Second steps, passkeys, an identity provider, and what happened, in a browser."""

import re
from collections.abc import Iterator

import pyotp
import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from app_person import Person
from browser import PASSWORD, visiting
from metricgain.kit.clock import now
from metricgain.kit.totp import PERIOD_SECONDS
from metricgain.kit.vault import new_key
from provider_stand_in import CLIENT_ID, SECRET, StandIn, provider_stand_in
from server import free_port, running_server

pytestmark = pytest.mark.usefixtures("no_attempts")


@pytest.fixture(scope="module")
def provider() -> Iterator[StandIn]:
    with provider_stand_in() as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def house(owner_url: str, provider: StandIn) -> Iterator[str]:
    """A server by the name of localhost, with a key and an identity provider."""
    port = free_port()
    home = f"http://localhost:{port}"
    with running_server(
        owner_url,
        at=port,
        secret_keys=new_key(),
        public_url=home,
        oidc_issuer=provider.address,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=SECRET,
        oidc_name="Home",
    ):
        yield home


async def passkeys_in(context: BrowserContext, page: Page) -> None:
    """Give the browser an authenticator that has a finger on it."""
    devtools = await context.new_cdp_session(page)
    await devtools.send("WebAuthn.enable")
    await devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


async def type_password(page: Page, email: str) -> None:
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()


async def test_an_authenticator_app_is_set_up_and_asked_for(
    resident: Person, elsewhere: Page
) -> None:
    page = await resident.open("/settings/security")
    await page.get_by_role("button", name="Set it up").click()
    picture = page.get_by_role("img", name="QR code")
    await expect(picture).to_have_js_property("complete", value=True)
    app = pyotp.TOTP(await page.locator("code").first.inner_text())
    present = int(now().timestamp()) // PERIOD_SECONDS
    await page.get_by_label("Code").fill(app.generate_otp(present - 1))
    await page.get_by_role("button", name="Turn it on").click()
    await expect(page.get_by_text("Your recovery codes")).to_be_visible()
    recovery = await page.get_by_role("listitem").locator("code").all_inner_texts()
    await expect(page.get_by_text("10 recovery codes left")).to_be_visible()

    await elsewhere.goto(f"{resident.address}/sign-in")
    await type_password(elsewhere, resident.email)
    await elsewhere.get_by_label("Code").fill("000000")
    await elsewhere.get_by_role("button", name="Sign in", exact=True).click()
    await expect(elsewhere.get_by_text("This code is wrong")).to_be_visible()
    await elsewhere.get_by_label("Code").fill(recovery[0])
    await elsewhere.get_by_role("button", name="Sign in", exact=True).click()

    await expect(elsewhere).to_have_url(re.compile("/(today|welcome)$"))
    await resident.open("/settings/activity")
    await expect(page.get_by_text("Recovery code used")).to_be_visible()
    await expect(page.get_by_text("Signing in failed")).to_be_visible()
    assert len(recovery) == 10


async def test_a_passkey_is_made_renamed_used_and_removed(resident: Person) -> None:
    page = await resident.open("/settings/security")
    await passkeys_in(resident.context, page)
    await page.get_by_label("Name of the passkey").fill("My phone")
    await page.get_by_role("button", name="Add a passkey").click()
    await page.get_by_role("button", name="Rename My phone").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_label("Name of the passkey").fill("Old phone")
    await sheet.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Old phone")).to_be_visible()

    await resident.synced()
    await resident.open("/settings")
    await page.get_by_role("button", name="Sign out").click()
    await expect(page).to_have_url(re.compile("/welcome$"))
    await resident.open("/sign-in")
    await page.get_by_role("button", name="Sign in with a passkey").click()

    await expect(page).to_have_url(re.compile("/(today|welcome)$"))
    await resident.open("/settings/security")
    await page.get_by_role("button", name="Remove Old phone").click()
    await expect(
        page.get_by_text("Old phone does not sign in any more")
    ).to_be_visible()


async def test_the_identity_provider_is_linked_and_signs_in(
    resident: Person, elsewhere: Page, provider: StandIn
) -> None:
    provider.subject = provider.email = resident.email
    page = await resident.open("/settings/security")
    await page.get_by_role("button", name="Link to Home").click()
    await expect(page.get_by_text(f"Linked to {resident.email}")).to_be_visible()

    await elsewhere.goto(f"{resident.address}/sign-in")
    await elsewhere.get_by_role("button", name="Sign in with Home").click()

    await expect(elsewhere).to_have_url(re.compile("/(today|welcome)$"))
    await page.get_by_role("button", name="Take the link back").click()
    await expect(page.get_by_role("button", name="Link to Home")).to_be_visible()


async def test_all_other_devices_are_signed_out_at_once(
    resident: Person, chromium: Browser
) -> None:
    who = {"email": resident.email, "password": PASSWORD, "device": "Old tablet"}
    async with visiting(resident.address) as tablet:
        await tablet.post("/session", json=who)
    page = await resident.open("/settings/devices")
    await expect(page.get_by_text("Old tablet")).to_be_visible()

    await page.get_by_role("button", name="Sign out everywhere else").click()

    await expect(page.get_by_text("Only this device is signed in now")).to_be_visible()
    await expect(page.get_by_text("Old tablet")).to_have_count(0)
    assert chromium.is_connected()
