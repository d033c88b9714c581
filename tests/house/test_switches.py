"""The page of switches names every switch, and what it names is there."""

import re

import msgspec

from metricgain.api.preferences import PreferencesBody
from metricgain.config import Settings
from metricgain.store.switches import Switch
from tracked import ROOT

PAGE = (ROOT / "docs/operate/switches.md").read_text("utf-8")
PREFIX = "METRICGAIN_"


def test_every_switch_has_a_row_with_a_test_that_both_ways_agree() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| [^|]+ \| [^|]+ \| `([\w/.]+)`: `(\w+)` \|$", PAGE, re.MULTILINE
    )

    assert [name for name, *_ in rows] == [str(switch) for switch in Switch]
    for name, file, test in rows:
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), name


def test_every_switch_can_be_set_for_one_process() -> None:
    settings = {name.upper() for name in Settings.__dataclass_fields__}

    for switch in Switch:
        assert switch.upper() in settings
        assert f"{PREFIX}{switch.upper()}" in PAGE


def test_what_else_can_be_switched_is_a_setting_or_a_preference() -> None:
    settings = {f"{PREFIX}{name.upper()}" for name in Settings.__dataclass_fields__}
    preferences = {
        field.encode_name for field in msgspec.structs.fields(PreferencesBody)
    }

    assert set(re.findall(rf"{PREFIX}[A-Z_]+[A-Z]", PAGE)) <= settings
    named = set(re.findall(r"the preference `(\w+)`", PAGE))
    assert named
    assert named <= preferences
