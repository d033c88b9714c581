"""The administrator's page in the settings; for everybody else there is none."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from app_person import Person
from metricgain.kit.clock import now
from metricgain.store.database import Database
from metricgain.store.vitals import count_requests

_AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
_FOUND = "async () => (await axe.run()).violations.map((one) => one.id)"


async def test_the_administrator_sees_how_the_installation_is_doing(
    phone: Person, database: Database, tmp_path: Path
) -> None:
    async with database.as_system() as system:
        await system.run(
            "UPDATE users SET is_admin = true WHERE id = $1", phone.user_id
        )
    # More than all tests before this one together: their times lie beside it.
    await count_requests(database, {12: 1_000_000}, now=now())

    page = await phone.open("/settings")
    await page.get_by_role("link", name="This installation").click()

    await expect(page.get_by_text("Is everything well?")).to_be_visible()
    await expect(page.get_by_text("row-level security", exact=True)).to_be_visible()
    await expect(page.get_by_text(f"{phone.email} (administrator)")).to_be_visible()
    await expect(page.get_by_text("12 ms").first).to_be_visible()
    await page.evaluate(_AXE.read_text("utf-8"))
    assert await page.evaluate(_FOUND) == []
    wide = await page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    await page.screenshot(path=tmp_path / "instance.png", full_page=True)


@pytest.mark.parametrize("path", ["/settings", "/settings/instance"])
async def test_everybody_else_has_no_such_page(phone: Person, path: str) -> None:
    page = await phone.open(path)
    await phone.synced()

    await expect(page.get_by_role("link", name="This installation")).to_have_count(0)
    await expect(page.get_by_text("Is everything well?")).to_have_count(0)
