"""Everything that is said about a file has a code, and the app has a text for it."""

import json
import re
from string import Formatter

from metricgain.importers.remarks import REMARKS, remark
from tracked import ROOT

_TEXTS = ROOT / "web" / "src" / "messages" / "en" / "findings.ts"
_ENTRY = re.compile(r'"finding\.(\w+?)(\.advice)?":\s*("(?:[^"\\]|\\.)*")')
_MADE = re.compile(r"\bremark\(\s*(f?)\"(\w+|\{column\}\w+)\"")
_CODE = re.compile(r'"(unitBy\w+|dates(?:Day|Month)First)"')


def test_the_app_says_in_english_what_the_command_line_says() -> None:
    said: dict[str, list[str]] = {}
    for code, _, text in _ENTRY.findall(_TEXTS.read_text("utf-8")):
        said.setdefault(code, []).append(json.loads(text))

    assert said == {code: list(texts) for code, texts in REMARKS.items()}


def test_every_remark_that_is_made_has_a_text_and_every_text_is_used() -> None:
    made = set()
    for path in (ROOT / "src" / "metricgain" / "importers").rglob("*.py"):
        if path.name == "remarks.py":
            continue
        text = path.read_text("utf-8")
        for _, code in _MADE.findall(text):
            columns = ("weight", "reps", "seconds", "distance")
            made |= {code.replace("{column}", column) for column in columns}
        made |= set(_CODE.findall(text))

    assert made == set(REMARKS)


def test_values_stand_in_their_places_whatever_is_in_them() -> None:
    places = {name for _, name, _, _ in Formatter().parse(REMARKS["kindUnknown"][0])}

    found = remark("kindUnknown", text="{app}", app="Strong").at("warning", 7, "Order")

    assert places - {None} == {"text", "app"}
    assert found.message.startswith("'{app}' is no kind of set that Strong")
    assert (found.code, dict(found.values)["text"]) == ("kindUnknown", "{app}")
