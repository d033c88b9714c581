"""The security checklist names tests that exist, and a reason where there is none."""

import re

import pytest

from tracked import ROOT

_LINE = re.compile(r"^\| (V\d+ [^|]+) \| ([^|]+) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
LINES = _LINE.findall((ROOT / "docs/operate/security.md").read_text("utf-8"))


@pytest.mark.parametrize(
    ("section", "asked", "shown"), LINES, ids=lambda text: text[:60]
)
def test_a_line_of_the_checklist_has_its_test_or_its_reason(
    section: str, asked: str, shown: str
) -> None:
    tests = _TEST.findall(shown)

    assert tests or shown.startswith("reason: "), f"{section}: {asked}"
    for path, name in tests:
        text = (ROOT / path).read_text("utf-8")
        assert re.search(rf"^(async )?def {name}\(", text, re.MULTILINE), name


def test_the_checklist_has_a_line_for_every_section() -> None:
    sections = {int(section.split()[0][1:]) for section, _, _ in LINES}

    assert sections == set(range(1, 18))
