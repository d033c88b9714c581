"""The first minute: an account, five questions, a block with its reasons, a workout."""

import re
from collections.abc import AsyncIterator
from typing import Final

import asyncpg
import httpx
import pytest
from playwright.async_api import Browser, Page, expect

from app_person import PACE_MS, PHONE, Person, listen
from browser import PASSWORD, new_email, visiting
from metricgain.kit.clock import now
from metricgain.kit.ids import secret
from metricgain.store.database import Database
from metricgain.store.people import hash_of
from metricgain.store.sign_in_links import add_sign_in_link
from server import running_server

_USUAL: Final = ("One to five years", "3 days", "60 minutes", "A gym", "Kilograms")
_PROPOSED: Final = "Start this block"


@pytest.fixture
async def visitor(chromium: Browser) -> AsyncIterator[Page]:
    """A phone on which nobody has ever signed in."""
    context = await chromium.new_context(
        viewport=PHONE,
        timezone_id="Europe/Berlin",
        locale="en-GB",
    )
    page = await context.new_page()
    errors: list[str] = []
    listen(page, errors)
    yield page
    await context.close()
    assert errors == [], "the app wrote errors to the console"


async def make_account(page: Page, server: str, email: str) -> None:
    """Create an account on the first page of the app."""
    await page.goto(server)
    await page.get_by_role("button", name="Create account").click()
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Create account").click()


async def answer(page: Page, *answers: str) -> None:
    """Tap an answer to each of the five questions."""
    for number, one in enumerate(answers, 1):
        await expect(page.get_by_text(f"Question {number} of 5")).to_be_visible()
        await page.wait_for_timeout(PACE_MS)
        await page.get_by_role("button", name=re.compile(f"^{re.escape(one)}")).click()


async def test_the_first_workout_starts_after_five_questions(
    visitor: Page, server: str
) -> None:
    await make_account(visitor, server, new_email())
    await answer(visitor, *_USUAL)
    await expect(visitor.get_by_text("Why this one")).to_be_visible()
    await expect(visitor.get_by_text("It has 3 workouts a week")).to_be_visible()
    await visitor.get_by_role("button", name=_PROPOSED).click()
    await visitor.wait_for_url("**/today")
    start = visitor.get_by_role("link", name=re.compile("start", re.IGNORECASE)).or_(
        visitor.get_by_role("button", name=re.compile("start", re.IGNORECASE))
    )
    await start.first.click()
    await visitor.wait_for_url("**/workout/*")
    await expect(visitor.locator("[data-sync='idle']")).to_be_attached(timeout=15_000)


async def test_a_double_tap_answers_one_question(visitor: Page, server: str) -> None:
    await make_account(visitor, server, new_email())
    await expect(visitor.get_by_text("Question 1 of 5")).to_be_visible()
    await visitor.wait_for_timeout(PACE_MS)

    await visitor.get_by_role("button", name=re.compile("^One to five")).dblclick()
    await expect(visitor.get_by_text("Question 2 of 5")).to_be_visible()
    await visitor.wait_for_timeout(PACE_MS)
    await visitor.get_by_role("button", name=re.compile("^3 days")).click()

    await expect(visitor.get_by_text("Question 3 of 5")).to_be_visible()


async def test_what_was_answered_is_what_plans_are_made_of(
    visitor: Page, server: str
) -> None:
    email = new_email()
    await make_account(visitor, server, email)
    await answer(
        visitor, "Less than a year", "3 days", "45 minutes", "Dumbbells", "Pounds"
    )
    await expect(visitor.get_by_text("Home Dumbbells 3x")).to_be_visible()
    await visitor.get_by_role("button", name=_PROPOSED).click()
    await visitor.wait_for_url("**/today")

    async with visiting(server) as api:
        await api.post("/session", json={"email": email, "password": PASSWORD})
        preferences = (await api.get("/preferences")).json()
        block = await running_block(api)
        exercises = (await api.get("/exercises?limit=1000")).json()["items"]
    equipment = {one["id"]: one["equipment"] for one in exercises}
    assert preferences["experience"] == "beginner"
    assert preferences["weightUnit"] == "lb"
    assert preferences["sessionMinutes"] == 45
    assert preferences["timezone"] == "Europe/Berlin"
    used = {
        equipment[exercise["exerciseId"]]
        for workout in block["workouts"]
        for exercise in workout["exercises"]
    }
    assert used <= {"dumbbell", "kettlebell", "bodyweight", "band", "other"}
    assert block["startDate"] == block["weeks"][0]["sessions"][0]["scheduledOn"]


async def running_block(api: httpx.AsyncClient) -> dict[str, list[dict[str, object]]]:
    """Return the only block there is, whole."""
    (block,) = (await api.get("/mesocycles")).json()["items"]
    found: dict[str, list[dict[str, object]]] = (
        await api.get(f"/mesocycles/{block['id']}")
    ).json()
    return found


async def test_a_plan_is_shortened_for_those_with_half_an_hour(
    visitor: Page, server: str
) -> None:
    await make_account(visitor, server, new_email())

    await answer(
        visitor, "One to five years", "4 days", "30 minutes", "A gym", "Kilograms"
    )

    await expect(
        visitor.get_by_text(re.compile("We left out the last|in turns"))
    ).to_be_visible(timeout=15_000)
    await visitor.get_by_role("button", name=_PROPOSED).click()
    await visitor.wait_for_url("**/today")


async def test_somebody_may_look_around_first(visitor: Page, server: str) -> None:
    await make_account(visitor, server, new_email())

    await visitor.get_by_role("link", name="Look around first").click()

    await visitor.wait_for_url("**/today")
    await expect(visitor.get_by_role("navigation")).to_be_visible()


async def test_without_a_server_the_answers_are_kept_and_the_block_comes_later(
    visitor: Page, server: str
) -> None:
    await make_account(visitor, server, new_email())
    await expect(visitor.get_by_text("Question 1 of 5")).to_be_visible()
    await visitor.context.set_offline(offline=True)
    await answer(visitor, *_USUAL)
    await expect(visitor.get_by_text("The server cannot be reached")).to_be_visible()

    await visitor.context.set_offline(offline=False)
    await visitor.wait_for_timeout(PACE_MS)
    await visitor.get_by_role("button", name="Try again").click()

    await expect(visitor.get_by_role("button", name=_PROPOSED)).to_be_visible(
        timeout=15_000
    )


async def test_exercises_that_did_not_come_are_asked_for_again(
    visitor: Page, server: str
) -> None:
    await visitor.route("**/api/v1/exercises*", lambda route: route.abort())
    await make_account(visitor, server, new_email())
    await answer(visitor, *_USUAL)
    await expect(visitor.get_by_text("The server cannot be reached")).to_be_visible(
        timeout=15_000
    )

    await visitor.unroute("**/api/v1/exercises*")
    await visitor.wait_for_timeout(PACE_MS)
    await visitor.get_by_role("button", name="Try again").click()

    await expect(visitor.get_by_role("button", name=_PROPOSED)).to_be_visible(
        timeout=15_000
    )


async def test_an_address_that_is_taken_is_said_to_be(
    visitor: Page, server: str, phone: Person
) -> None:
    await make_account(visitor, server, phone.email)

    await expect(
        visitor.get_by_text("This address has an account already")
    ).to_be_visible()


async def test_a_wrong_password_is_told_and_the_right_one_lets_in(
    visitor: Page, server: str, phone: Person
) -> None:
    await visitor.goto(f"{server}/sign-in")
    await visitor.get_by_label("E-mail address").fill(phone.email)
    await visitor.get_by_label("Password").fill("two plates a side")
    await visitor.get_by_role("button", name="Sign in").click()
    await expect(visitor.get_by_text("The address or the password")).to_be_visible()

    await visitor.get_by_label("Password").fill(PASSWORD)
    await visitor.get_by_role("button", name="Sign in").click()

    await visitor.wait_for_url("**/today")


async def test_a_link_signs_in_once(
    visitor: Page, server: str, phone: Person, database: Database
) -> None:
    key = secret()
    async with database.as_system() as system:
        await add_sign_in_link(system, hash_of(key), user_id=phone.user_id, now=now())

    await visitor.goto(f"{server}/#/welcome/{key}")

    await expect(visitor.get_by_text("Question 1 of 5")).to_be_visible()
    assert key not in visitor.url
    await visitor.context.clear_cookies()
    await visitor.evaluate("localStorage.clear()")
    await visitor.goto("about:blank")
    await visitor.goto(f"{server}/#/welcome/{key}")
    await expect(visitor.get_by_text("does not work any more")).to_be_visible()


@pytest.mark.parametrize(
    ("registration", "seen", "unseen"),
    [
        pytest.param("closed", "made by whoever runs", "Create account", id="closed"),
        pytest.param(
            "invitation", "Create account", "made by whoever", id="invitation"
        ),
    ],
)
async def test_the_first_page_offers_what_the_installation_allows(
    visitor: Page, owner_url: str, registration: str, seen: str, unseen: str
) -> None:
    with running_server(owner_url, registration=registration) as address:
        await visitor.goto(address)
        await expect(visitor.get_by_text(seen)).to_be_visible()
        await expect(visitor.get_by_text(unseen)).to_have_count(0)
        if registration == "invitation":
            await visitor.get_by_role("button", name="Create account").click()
            await visitor.get_by_label("E-mail address").fill(new_email())
            await visitor.get_by_label("Password").fill(PASSWORD)
            await visitor.get_by_label("Invitation code").fill("not a code")
            await visitor.get_by_role("button", name="Create account").click()
            alert = visitor.get_by_role("alert")
            await expect(alert).to_contain_text("This invitation is not valid")


async def test_an_expired_sign_in_says_that_nothing_is_lost(
    phone: Person, owner: asyncpg.Connection
) -> None:
    page = await phone.open("/settings/general")
    await phone.synced()
    await owner.execute("DELETE FROM sessions WHERE user_id = $1", phone.user_id)
    await page.get_by_role("radio", name="Pounds").check()
    await page.locator("[data-sync='signedOut']").click(timeout=15_000)

    await expect(page.get_by_text("Nothing is lost")).to_be_visible()
    await expect(page.get_by_text("1 change waits")).to_be_visible()
    await expect(page.get_by_label("E-mail address")).to_have_value(phone.email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()

    await page.wait_for_url("**/today")
    await phone.synced()
