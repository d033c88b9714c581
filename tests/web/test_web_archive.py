"""An old block is archived and brought back, and is looked at as before."""

from datetime import timedelta

from playwright.async_api import expect

from app_person import Person
from metricgain.kit.clock import now


async def test_an_old_block_is_archived_and_brought_back(phone: Person) -> None:
    begun = now() - timedelta(days=200)
    block = await phone.start_block(name="Spring", startDate=f"{begun:%Y-%m-%d}")
    shown = (await phone.api.get(f"/mesocycles/{block}")).json()
    log = shown["weeks"][0]["sessions"][0]["id"]
    at = begun.isoformat()
    bench = {
        "exerciseId": 1,
        "setNumber": 1,
        "weight": 80,
        "weightUnit": "kg",
        "reps": 8,
    }
    start = {"startedAt": at, "workoutInstanceId": log}
    assert (await phone.api.put(f"/workout-logs/{log}", json=start)).is_success
    one = f"/workout-logs/{log}/sets/1"
    assert (await phone.api.put(one, json=bench)).is_success
    assert (await phone.api.post(f"/workout-logs/{log}/finish", json={})).is_success
    assert (await phone.api.post(f"/mesocycles/{block}/end")).is_success
    await phone.start_block(name="Newer")
    page = await phone.open(f"/block/{block}")
    await phone.synced()

    await page.get_by_role("button", name="Change the block").click()
    await page.get_by_role("menuitem", name="Archive", exact=True).click()

    banner = page.get_by_role("status").filter(has_text="Bring back")
    await expect(banner).to_contain_text("archived")
    assert [one["reps"] for one in await phone.sets(log)] == [8]
    await page.goto(f"{phone.address}/blocks")
    card = page.get_by_role("article").filter(has_text="Spring")
    await expect(card).to_contain_text("archived")
    await page.goto(f"{phone.address}/block/{block}")
    await page.get_by_role("button", name="Bring back").click()
    await expect(banner).to_have_count(0)
    back = (await phone.api.get(f"/mesocycles/{block}")).json()
    assert back["archivedAt"] is None
