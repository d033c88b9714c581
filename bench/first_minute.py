"""How long the first minute takes: from the address to the first workout."""

import argparse
import re
import statistics
from collections.abc import Sequence
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from bench.app import PHONE
from bench.chromium import FLAGS, installed
from bench.demo_client import PASSWORD
from bench.own_server import own_server
from metricgain.kit.clock import now

BUDGET_S: Final = 60
TAP_MS: Final = 700
"""How long somebody looks before each tap, of whom the app knows nothing."""
_ANSWERS: Final = (
    "One to five years",
    "3 days",
    "60 minutes",
    "A gym",
    "Kilograms",
    "Start this block",
)


def main(arguments: Sequence[str]) -> None:
    """Measure from opening the address to the first workout, at a tapper's pace."""
    parser = argparse.ArgumentParser(prog="python -m bench first-minute")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    with own_server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed(), args=list(FLAGS)
        )
        spent = [_first_minute(browser, address, n) for n in range(asked.rounds)]
        browser.close()
    print(
        "from the address to the first workout: median"
        f" {statistics.median(spent):.1f} s, worst {max(spent):.1f} s of {len(spent)}"
        f" (budget {BUDGET_S}), of which"
        f" {TAP_MS / 1000:.1f} s before each of {len(_ANSWERS) + 5} taps"
    )


def _first_minute(browser: Browser, address: str, number: int) -> float:
    context = browser.new_context(viewport=PHONE, locale="en-GB")
    page = context.new_page()
    begun = now()
    page.goto(address)

    def tap(name: str) -> None:
        page.wait_for_timeout(TAP_MS)
        page.get_by_role("button", name=name).click()

    tap("Create account")
    page.wait_for_timeout(TAP_MS)
    page.get_by_label("E-mail address").fill(f"first{number}@example.org")
    page.wait_for_timeout(TAP_MS)
    page.get_by_label("Password").fill(PASSWORD)
    tap("Create account")
    for answer in _ANSWERS:
        tap(answer)
    page.wait_for_url("**/today")
    page.wait_for_timeout(TAP_MS)
    start = re.compile("start", re.IGNORECASE)
    page.get_by_role("link", name=start).or_(
        page.get_by_role("button", name=start)
    ).first.click()
    page.wait_for_url("**/workout/*")
    spent = (now() - begun).total_seconds()
    context.close()
    return spent
