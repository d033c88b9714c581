"""A phone on which everything goes wrong, and a lifter who taps on regardless.

Random taps in a real Chromium, while the page, the browser and the server are killed,
the network goes and comes back, and answers are dropped after the server committed.
"""

import asyncio
import os
import signal
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random  # noqa: TID251 - the chaos of a seed is the same every time
from typing import Any, Final

from bench.chromium import FLAGS, installed
from playwright.async_api import (
    BrowserContext,
    Error,
    Page,
    Playwright,
    Route,
    expect,
)

from app_person import PHONE
from killable_server import KillableServer

_KEPT: Final = """
const add = IDBObjectStore.prototype.add;
IDBObjectStore.prototype.add = function (value, ...more) {
  if (this.name === 'outbox') {
    this.transaction.addEventListener('complete', () => {
      void window.durable(value.mutation);
    });
  }
  return add.call(this, value, ...more);
};
"""
_ROWS: Final = """async (userId) => {
  const asked = indexedDB.open(`metricgain-${userId}`);
  const store = await new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const all = {};
  for (const name of store.objectStoreNames) {
    const found = store.transaction(name).objectStore(name).getAll();
    all[name] = await new Promise((done) => {
      found.onsuccess = () => done(found.result);
    });
  }
  store.close();
  return all;
}"""
_TAPPABLE: Final = (
    "main button:visible:not([disabled]), dialog[open] button:visible:not([disabled]),"
    " main [role=radio]:visible"
)
_RINGS: Final = "main [data-set] button[data-ring]:visible"
_RINGS_IN_10: Final = 7
_TAP_MS: Final = 300
_APPEAR_MS: Final = 2_000
_FAULTS: Final = ("page", "browser", "server", "network", "drop")


@dataclass
class ChaoticPhone:
    """One lifter's phone. `durable` is what the device has kept, by the tap's id.

    A tap counts as kept when the device says so, and also when it sends it: a phone
    that dies between keeping a tap and saying so sends it when it is back.
    """

    playwright: Playwright
    server: KillableServer
    folder: Path
    cookie: tuple[str, str]
    seed: int
    durable: dict[str, dict[str, Any]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    faults: dict[str, int] = field(default_factory=dict)
    _random: Random = field(init=False)
    _context: BrowserContext | None = None
    _page: Page | None = None
    _dropping: bool = False
    _is_down: bool = False

    def __post_init__(self) -> None:
        # Repeatable, not secret.
        self._random = Random(self.seed)  # noqa: S311

    async def start(self, path: str = "/today") -> Page:
        """Start the browser on what it kept, and open a screen."""
        context = await self.playwright.chromium.launch_persistent_context(
            self.folder,
            executable_path=installed(),
            args=list(FLAGS),
            viewport=PHONE,
            timezone_id="Europe/Berlin",
            locale="en-GB",
        )
        name, value = self.cookie
        await context.add_cookies(
            [{"name": name, "value": value, "url": self.server.address}]
        )
        await context.expose_binding(
            "durable", lambda _source, mutation: self._note([mutation])
        )
        await context.add_init_script(_KEPT)
        await context.route("**/api/v1/sync", self._maybe_drop)
        self._context = context
        return await self.open(path)

    async def open(self, path: str) -> Page:
        """Open a screen on a page of its own."""
        assert self._context is not None
        self._page = await self._context.new_page()
        self._page.on("pageerror", lambda error: self.errors.append(str(error)))
        await self._page.goto(f"{self.server.address}{path}")
        return self._page

    @property
    def page(self) -> Page:
        assert self._page is not None
        return self._page

    async def tap_around(self, taps: int, *, paths: list[str], every: int) -> None:
        """Tap at random; something breaks about once in `every` taps."""
        for _ in range(taps):
            if self._random.randrange(every) == 0:
                await self._break(self._random.choice(_FAULTS), paths)
            if self._random.randrange(25) == 0:
                with suppress(Error):
                    await self.page.goto(
                        self.server.address + self._random.choice(paths)
                    )
            await self._tap(paths)

    async def recover(self) -> None:
        """Let everything work again, and wait until both sides have the same."""
        self._dropping = False
        if self._is_down:
            self.server.start()
            self._is_down = False
        assert self._context is not None
        await self._context.set_offline(offline=False)
        await self.page.goto(f"{self.server.address}/today")
        mark = self.page.locator("[data-sync='idle'][data-waiting='0']")
        await expect(mark).to_have_count(1, timeout=60_000)

    async def rows(self, user_id: int) -> dict[str, list[dict[str, Any]]]:
        """Return everything that lies on the device, by store."""
        found: dict[str, list[dict[str, Any]]] = await self.page.evaluate(
            _ROWS, user_id
        )
        return found

    def _note(self, mutations: list[dict[str, Any]]) -> None:
        self.durable |= {one["id"]: one for one in mutations}

    async def close(self) -> None:
        if self._context is not None:
            with suppress(Error):
                await self._context.close()

    async def _tap(self, paths: list[str]) -> None:
        try:
            targets = self.page.locator(_TAPPABLE)
            with suppress(Error):
                await targets.first.wait_for(timeout=_APPEAR_MS)
            count = await targets.count()
            if count == 0:
                await self.page.goto(f"{self.server.address}/today")
                return
            rings = self.page.locator(_RINGS)
            ringed = await rings.count()
            wants_ring = self._random.randrange(10) < _RINGS_IN_10
            if wants_ring and not ringed and self._random.randrange(2):
                await self.page.goto(self.server.address + paths[-1])
                await rings.first.wait_for(timeout=_APPEAR_MS)
                ringed = await rings.count()
            if wants_ring and ringed:
                target = rings.nth(self._random.randrange(ringed))
            else:
                target = targets.nth(self._random.randrange(count))
            await target.click(timeout=_TAP_MS, no_wait_after=True)
        except Error:
            # It moved away under the finger, or a sheet lay over it.
            with suppress(Error):
                await self.page.keyboard.press("Escape")

    async def _break(self, what: str, paths: list[str]) -> None:
        self.faults[what] = self.faults.get(what, 0) + 1
        path = self._random.choice(paths)
        if what == "page":
            await self.page.close(run_before_unload=False)
            await self._open_anyhow(path)
        elif what == "browser":
            await self._kill_browser()
            await self._start_anyhow(path)
        elif what == "server":
            if self._is_down:
                self.server.start()
            else:
                self.server.kill()
            self._is_down = not self._is_down
        elif what == "network":
            assert self._context is not None
            offline = self._random.randrange(2) == 0
            await self._context.set_offline(offline=offline)
        else:
            self._dropping = not self._dropping

    async def _start_anyhow(self, path: str) -> None:
        try:
            await self.start(path)
        except Error:
            self._restart_server()
            await self.open(path)

    async def _open_anyhow(self, path: str) -> None:
        try:
            await self.open(path)
        except Error:
            # The app itself was not kept yet, and the server is down.
            self._restart_server()
            assert self._context is not None
            await self._context.set_offline(offline=False)
            await self.open(path)

    def _restart_server(self) -> None:
        if self._is_down:
            self.server.start()
            self._is_down = False

    async def _kill_browser(self) -> None:
        """End every process of the browser at once, as an empty battery would."""
        _kill_all(self.folder)
        assert self._context is not None
        with suppress(Error):
            await asyncio.wait_for(self._context.close(), 5)

    async def _maybe_drop(self, route: Route) -> None:
        """Let the server answer, and drop the answer while everything is bad."""
        if route.request.method == "POST":
            self._note((route.request.post_data_json or {}).get("mutations", []))
        try:
            if not self._dropping or route.request.method != "POST":
                await route.continue_()
                return
            await route.fetch()
            await route.abort("connectionreset")
        except Error:
            with suppress(Error):
                await route.abort()


def _kill_all(folder: Path) -> None:
    """Kill what runs on a folder, and take its locks away."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                if str(folder).encode() in (entry / "cmdline").read_bytes():
                    os.kill(int(entry.name), signal.SIGKILL)
    for lock in folder.glob("Singleton*"):
        lock.unlink(missing_ok=True)
