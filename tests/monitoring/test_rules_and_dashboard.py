"""The alert rules and the dashboard ask only for numbers that exist."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from metricgain.api import meters as api_meters
from metricgain.api import metrics as api_metrics
from metricgain.kit import meters as kit_meters
from metricgain.kit.meters import CounterMeter, LevelMeter, SpreadMeter
from metricgain.store import outcomes, watching
from metricgain.store.memory import Memory
from metricgain.store.monitoring import Numbers
from tracked import ROOT

FOLDER = ROOT / "docs/operate/monitoring"
PROMTOOL = shutil.which("promtool")
MODULES = (api_meters, kit_meters, outcomes, watching)
WORD = re.compile(r"\bmetricgain_\w+")
PARTS = ("_bucket", "_count", "_sum")


def families() -> set[str]:
    """Return the names by which the numbers are told."""
    found = set()
    for module in MODULES:
        for meter in vars(module).values():
            if isinstance(meter, CounterMeter):
                found.add(f"{meter.name}_total")
            elif isinstance(meter, LevelMeter | SpreadMeter):
                found.add(meter.name)
    nothing = Numbers(tables={}, jobs={}, imports={}, users=0)
    instance = api_metrics._Instance(  # noqa: SLF001 - its families have no other list
        numbers=nothing, disks=(), backup_at=None, connections=0, memory=Memory()
    )
    return found | {family.name for family in instance.collect()}


def asked(text: str) -> set[str]:
    """Return the names of numbers in expressions, without the parts of a spread."""
    names = set()
    for name in WORD.findall(text):
        part = next((part for part in PARTS if name.endswith(part)), "")
        names.add(name.removesuffix(part))
    return names


def test_every_alert_asks_for_numbers_that_exist_and_says_what_to_do() -> None:
    rules = yaml.safe_load((FOLDER / "alerts.yml").read_text())["groups"][0]["rules"]

    for rule in rules:
        assert asked(rule["expr"]) <= families(), rule["alert"]
        assert rule["annotations"]["summary"]
        assert rule["annotations"]["remedy"]


@pytest.mark.parametrize(
    "number",
    [
        "metricgain_slow_statements_total",
        "metricgain_cache_answers_total",
        "metricgain_aggregation_failures_total",
        "metricgain_disk_bytes",
        "metricgain_backup_timestamp_seconds",
    ],
)
def test_what_must_not_go_unnoticed_has_an_alert(number: str) -> None:
    assert number in asked((FOLDER / "alerts.yml").read_text())


def test_the_dashboard_shows_every_number_and_no_other() -> None:
    dashboard = json.loads((FOLDER / "dashboard.json").read_text())
    shown = {
        name
        for panel in dashboard["panels"]
        for target in panel["targets"]
        for name in asked(target["expr"])
    }

    assert shown == families()


def test_the_documentation_explains_every_number_and_no_other() -> None:
    page = (ROOT / "docs/operate/monitoring.md").read_text("utf-8")
    table = "\n".join(line for line in page.splitlines() if line.startswith("| `"))

    assert set(WORD.findall(table)) == families()


@pytest.mark.skipif(PROMTOOL is None, reason="Prometheus is not installed here")
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("check", "rules", "alerts.yml"), id="the rules are understood"),
        pytest.param(("test", "rules", "alerts_test.yml"), id="they fire when due"),
    ],
)
def test_prometheus_agrees(arguments: tuple[str, ...], tmp_path: Path) -> None:
    for file in FOLDER.glob("*.yml"):
        shutil.copy(file, tmp_path)

    said = subprocess.run(
        [str(PROMTOOL), *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.returncode == 0, said.stdout + said.stderr
