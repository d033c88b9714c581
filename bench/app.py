"""What the app costs a phone: bytes, starts, taps and the first sync of ten years."""

import argparse
import gzip
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final

from playwright.sync_api import (
    BrowserContext,
    CDPSession,
    Page,
    Playwright,
    Response,
    ViewportSize,
    sync_playwright,
)

from bench.chromium import FLAGS, installed
from bench.demo import TEMPLATE
from bench.demo_client import PASSWORD, DemoClient
from bench.own_server import own_server
from bench.strong_history import strong_csv
from metricgain.kit.clock import now

EMAIL: Final = "bench@example.org"
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
YEARS: Final = 10
WEEKS_IN_YEAR: Final = 52
HISTORIES: Final = 3
"""Three histories at once come to more than 500 workouts a year."""
THROTTLE: Final = 4
SYNCED: Final = "[data-sync='idle'][data-waiting='0']"
_RING: Final = "main button[aria-label*=': log ']"
_CLOCK: Final = """
window.durableAt = 0;
const transaction = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (names, mode, how) {
  const opened = transaction.call(this, names, mode, how);
  if ([].concat(names).includes('outbox') && mode === 'readwrite')
    opened.addEventListener("complete", () => {
      window.durableAt = performance.now();
    });
  return opened;
};
"""
_TAP: Final = """async () => {
  const ring = document.querySelector("main button[aria-label*=': log ']");
  window.durableAt = 0;
  const from = performance.now();
  ring.click();
  await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
  const painted = performance.now() - from;
  while (window.durableAt === 0) await new Promise((done) => setTimeout(done, 1));
  return [painted, window.durableAt - from];
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """What one answer of the first sync came to, in bytes."""

    compressed: int
    raw: int


def main(arguments: Sequence[str]) -> None:
    """Measure first load, offline start, taps and the first sync in a real Chromium."""
    parser = argparse.ArgumentParser(prog="python -m bench app")
    parser.add_argument("--years", type=int, default=YEARS)
    parser.add_argument("--taps", type=int, default=12)
    asked = parser.parse_args(arguments)
    with (
        own_server() as address,
        DemoClient.new_account(address, email=EMAIL) as client,
        sync_playwright() as playwright,
    ):
        workout = live(client, years=asked.years)
        with phone(playwright, address) as context:
            _measure(context, address, workout, taps=asked.taps)


def live(client: DemoClient, *, years: int) -> str:
    """Import the years, start a block and its first workout; return the id of that."""
    today = now().date()
    workouts = 0
    for seed in range(1, HISTORIES + 1):
        history = strong_csv(seed=seed, weeks=years * WEEKS_IN_YEAR, until=today)
        workouts += int(client.import_history(history)["workoutsNew"])
    at = datetime.combine(today, time(), tzinfo=UTC) - timedelta(hours=1)
    block = client.start_block(client.template(TEMPLATE)["id"], start=today, at=at)
    workout = str(block["weeks"][0]["sessions"][0]["id"])
    client.start_workout(workout, at=now())
    print(f"an account of {years} years: {workouts} workouts")
    return workout


@contextmanager
def phone(playwright: Playwright, address: str) -> Iterator[BrowserContext]:
    browser = playwright.chromium.launch(executable_path=installed(), args=list(FLAGS))
    context = browser.new_context(viewport=PHONE, locale="en-GB")
    answer = context.request.post(
        f"{address}/api/v1/session", data={"email": EMAIL, "password": PASSWORD}
    )
    if not answer.ok:
        raise RuntimeError(answer.text())
    context.add_init_script(_CLOCK)
    yield context
    browser.close()


def _measure(context: BrowserContext, address: str, workout: str, *, taps: int) -> None:
    page = context.new_page()
    scripts: dict[str, int] = {}
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - it wants a function
    begun = now()
    page.goto(f"{address}/today")
    page.locator("main :is(h1, h2)").first.wait_for()
    _until_synced_first(page)
    first = now()
    page.locator(SYNCED).wait_for(timeout=120_000)
    whole = now()
    wires = _syncs(answers, scripts, address)
    print(f"first load: {sum(scripts.values()) / 1000:.1f} kB of JavaScript, gzipped,")
    print(f"  before anything else is opened (budget 60): {_largest(scripts)}")
    print(
        f"first sync: what the phone needs first {wires[0].compressed / 1000:.0f} kB"
        f" compressed (budget 300), there after {_ms(first - begun):.0f} ms"
    )
    print(
        f"  the whole account: {sum(w.compressed for w in wires) / 1000:.0f} kB"
        f" compressed, {sum(w.raw for w in wires) / 1e6:.1f} MB, {len(wires)} answers,"
        f" {(whole - begun).total_seconds():.1f} s"
    )
    _taps(page, f"{address}/workout/{workout}", taps)
    _starts(context, page, address)


def _until_synced_first(page: Page) -> None:
    """Wait for the block, the first thing that a lifter can do something with."""
    page.locator("main a[href^='/workout/'], main button").first.wait_for()


def _syncs(
    answers: Sequence[Response], scripts: dict[str, int], address: str
) -> list[Wire]:
    wires = []
    for answer in answers:
        path = answer.url.removeprefix(address)
        if path.startswith("/api/v1/sync"):
            body = answer.body()
            wires.append(Wire(compressed=len(gzip.compress(body)), raw=len(body)))
        elif path.startswith("/assets/") and path.endswith(".js"):
            timing = answer.frame.evaluate(
                "url => performance.getEntriesByName(url)[0]?.encodedBodySize ?? 0",
                answer.url,
            )
            scripts[path] = int(timing)
    return wires


def _largest(scripts: dict[str, int]) -> str:
    found = sorted(scripts.items(), key=lambda one: -one[1])[:14]
    return ", ".join(f"{path.split('/')[-1]} {size / 1000:.1f}" for path, size in found)


def _taps(page: Page, address: str, taps: int) -> None:
    page.goto(address)
    page.locator(_RING).first.wait_for()
    times: list[list[float]] = []
    for _ in range(taps):
        if page.locator(_RING).count() == 0:
            break
        times.append(page.evaluate(_TAP))
        page.wait_for_timeout(300)
    for name, column, budget in (("painted", 0, 50), ("durable", 1, 60)):
        values = sorted(row[column] for row in times)
        print(
            f"tap to {name}: median {statistics.median(values):.0f} ms,"
            f" worst {values[-1]:.0f} ms of {len(values)} (budget {budget})"
        )


def _starts(context: BrowserContext, page: Page, address: str) -> None:
    """Start with the network gone and the processor slowed down four times."""
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.wait_for_timeout(1000)
    context.set_offline(offline=True)
    times = []
    for _ in range(7):
        page.close()
        page = context.new_page()
        session: CDPSession = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
        page.goto(f"{address}/today")
        page.locator("main :is(h1, h2)").first.wait_for()
        ready: Any = page.evaluate(
            "performance.getEntriesByName('ready')[0]?.startTime ?? performance.now()"
        )
        times.append(float(ready))
    times.sort()
    print(
        f"start without a server, {THROTTLE}x throttled: median"
        f" {statistics.median(times):.0f} ms, worst {times[-1]:.0f} ms (budget 600)"
    )


def _ms(span: timedelta) -> float:
    return span.total_seconds() * 1000
