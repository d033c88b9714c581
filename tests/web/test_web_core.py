"""The frame of the app: it starts, syncs, works without a network, and says so."""

from playwright.async_api import expect

from app_person import Person

_ROWS = """async (userId) => {
  const store = await new Promise((done, failed) => {
    const asked = indexedDB.open(`metricgain-${userId}`);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const counts = {};
  for (const name of store.objectStoreNames) {
    const tx = store.transaction(name);
    counts[name] = await new Promise((done) => {
      const asked = tx.objectStore(name).count();
      asked.onsuccess = () => done(asked.result);
    });
  }
  store.close();
  return counts;
}"""


_SCRIPTS = """() => Object.fromEntries(performance.getEntriesByType('resource')
  .filter((one) => one.name.endsWith('.js'))
  .map((one) => [one.name.split('/').at(-1), one.encodedBodySize]))"""


async def test_a_phone_has_the_block_and_the_catalogue_after_its_first_sync(
    phone: Person,
) -> None:
    await phone.start_block()
    page = await phone.open("/today")
    await phone.synced()
    await expect(page.get_by_role("navigation", name="Main")).to_be_visible()

    counts = await page.evaluate(_ROWS, phone.user_id)

    assert counts["mesocycle"] == 1
    assert counts["workoutInstance"] >= 8
    assert counts["preferences"] == 1
    assert counts["outbox"] == 0


async def test_the_app_opens_without_a_server(phone: Person) -> None:
    await phone.start_block()
    page = await phone.open("/today")
    await phone.synced()
    await phone.kept_offline()
    await phone.context.set_offline(offline=True)

    await page.reload()

    await expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    mark = page.locator("[data-sync]")
    await expect(mark).to_have_attribute("data-sync", "offline")


async def test_the_first_screen_loads_less_than_60_kilobytes_of_script(
    phone: Person,
) -> None:
    await phone.start_block()
    page = await phone.open("/today")
    await phone.synced()

    sizes = await page.evaluate(_SCRIPTS)

    assert 30_000 < sum(sizes.values()) < 60_000, sizes
