"""`metricgain switch` shows and sets switches, and processes may have their own."""

import pytest
from typer.testing import CliRunner

from metricgain.cli import app
from metricgain.config import Settings
from metricgain.kit.errors import Invalid
from metricgain.kit.log import log_to_stderr
from metricgain.store.database import Database
from metricgain.store.switch_rows import load_switches
from metricgain.store.switches import Mode, Switch, Switches


def test_switches_are_listed_and_set(
    owner_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("METRICGAIN_DATABASE_URL", owner_url)
    runner = CliRunner()

    before = runner.invoke(app, ["switch", "list"])
    done = runner.invoke(app, ["switch", "set", "dashboard", "shadow"])
    after = runner.invoke(app, ["switch", "list"])
    runner.invoke(app, ["switch", "set", "dashboard", "on"])
    unknown = runner.invoke(app, ["switch", "set", "gravity", "off"])

    assert [line.split() for line in before.output.splitlines()] == [
        ["analytics", "on"],
        ["dashboard", "on"],
        ["progression", "on"],
        ["catalogue_cache", "on"],
    ]
    assert done.exit_code == 0
    assert ["dashboard", "shadow"] in [
        line.split() for line in after.output.split("\n")
    ]
    assert unknown.exit_code == 2


async def test_a_switch_that_this_release_does_not_know_is_left_alone(
    database: Database,
) -> None:
    async with database.as_system() as system:
        await system.run("INSERT INTO switches (name, mode) VALUES ('later', 'off')")
        found = await load_switches(system)
        await system.run("DELETE FROM switches WHERE name = 'later'")

    assert set(found) <= set(Switch)


def test_a_process_may_have_a_switch_of_its_own() -> None:
    switches = Switches({Switch.ANALYTICS: Mode.OFF})

    switches.share({Switch.ANALYTICS: Mode.SHADOW, Switch.DASHBOARD: Mode.SHADOW})

    assert switches.mode(Switch.ANALYTICS) is Mode.OFF
    assert switches.mode(Switch.DASHBOARD) is Mode.SHADOW
    assert switches.mode(Switch.PROGRESSION) is Mode.ON


def test_only_a_switch_that_turns_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr()
    switches = Switches()

    switches.share({Switch.DASHBOARD: Mode.SHADOW})
    at_first = capsys.readouterr().err
    switches.share({Switch.DASHBOARD: Mode.OFF})
    turned = capsys.readouterr().err

    assert at_first == ""
    assert "dashboard" in turned
    assert "off" in turned


@pytest.mark.parametrize("name", ["ANALYTICS", "DASHBOARD", "PROGRESSION"])
def test_a_setting_that_is_no_mode_is_refused(name: str) -> None:
    with pytest.raises(Invalid, match=f"METRICGAIN_{name}.*on, off, shadow"):
        Settings.read({f"METRICGAIN_{name}": "fast"})
