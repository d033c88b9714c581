"""How soon the views of the past stand on the screen, once their answer is there."""

import argparse
import statistics
from collections.abc import Sequence
from typing import Final

from playwright.sync_api import BrowserContext, Page, sync_playwright

from bench.app import EMAIL, SYNCED, THROTTLE, YEARS, live, phone
from bench.demo_client import DemoClient
from bench.own_server import own_server

BUDGET_MS: Final = 300
_TABS: Final = ("Overview", "Muscles", "Strength", "Habits")
_QUIET_MS: Final = 1500
_WATCH: Final = """
window.drawnAt = 0;
window.watch = () => new MutationObserver(() => requestAnimationFrame(() => setTimeout(
  () => { window.drawnAt = performance.now(); },
))).observe(document.querySelector("main"), { subtree: true, childList: true });
"""
_DRAWN: Final = """quiet => new Promise((done) => {
  const look = () => {
    const answers = performance.getEntriesByType("resource")
      .filter((one) => /\\/api\\/v1\\/(analytics|dashboard)/.test(one.name))
      .map((one) => one.responseEnd);
    const last = Math.max(...answers, window.drawnAt);
    if (answers.length > 0 && performance.now() - last > quiet)
      done(Math.max(0, window.drawnAt - Math.max(...answers)));
    else setTimeout(look, 100);
  };
  look();
})"""


def main(arguments: Sequence[str]) -> None:
    """Measure the views of ten years in a real Chromium slowed down four times."""
    parser = argparse.ArgumentParser(prog="python -m bench drawing")
    parser.add_argument("--years", type=int, default=YEARS)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    with (
        own_server() as address,
        DemoClient.new_account(address, email=EMAIL) as client,
        sync_playwright() as playwright,
    ):
        live(client, years=asked.years)
        with phone(playwright, address) as context:
            _measure(context, address, rounds=asked.rounds)


def _measure(context: BrowserContext, address: str, *, rounds: int) -> None:
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(f"{address}/today")
    # The first sync of ten years comes once; looking at the past goes on for years.
    page.locator(SYNCED).wait_for(timeout=120_000)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    for name in _TABS:
        other = "habits" if name == _TABS[0] else "overview"
        begin = f"{address}/analytics?tab={other}&range=all"
        times = sorted(_drawn(page, begin, name) for _ in range(rounds))
        print(
            f"Analytics, {name}: {statistics.median(times):.0f} ms median,"
            f" {times[-1]:.0f} ms worst after the last answer,"
            f" {THROTTLE}x throttled (budget {BUDGET_MS})"
        )


def _drawn(page: Page, begin: str, tab: str) -> float:
    """Open a tab of Analytics; return the ms from its answer to its last change."""
    page.goto(begin)
    page.locator(SYNCED).wait_for()
    page.wait_for_timeout(_QUIET_MS)
    page.evaluate("performance.clearResourceTimings(), watch()")
    page.get_by_role("tab", name=tab).click()
    return float(page.evaluate(_DRAWN, _QUIET_MS))
