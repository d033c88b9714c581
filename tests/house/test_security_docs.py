"""The security checklist has a line for each requirement, with a test or a reason."""

import re
from collections import Counter
from typing import Final

import pytest

from tracked import ROOT

SECTIONS: Final = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2,
    "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2,
    "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2,
    "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "9.1": 3, "9.2": 4,
    "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3,
    "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4,
    "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5,
    "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
    "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip
"""How many requirements of levels 1 and 2 each section of ASVS 5.0.0 begins with.

In every section they come first, and those of level 3 alone after them.
"""

_PAGE: Final = (ROOT / "docs/operate/security.md").read_text("utf-8")
_LINE = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
LINES: Final = _LINE.findall(_PAGE)


def kind_of(shown: str) -> str:
    return "test" if _TEST.match(shown) else shown.partition(": ")[0]


@pytest.mark.parametrize(
    ("number", "asked", "shown"), LINES, ids=[n for n, _, _ in LINES]
)
def test_a_line_of_the_checklist_has_its_test_or_its_reason(
    number: str, asked: str, shown: str
) -> None:
    assert kind_of(shown) in {"test", "reason", "not met"}, f"{number} {asked}"
    for path, name in _TEST.findall(shown):
        text = (ROOT / path).read_text("utf-8")
        assert re.search(rf"^(async )?def {name}\(", text, re.MULTILINE), name


def test_the_checklist_has_a_line_for_every_requirement_in_their_order() -> None:
    numbers = [
        f"{section}.{number}"
        for section, last in SECTIONS.items()
        for number in range(1, last + 1)
    ]

    assert [number for number, _, _ in LINES] == numbers


def test_the_page_says_how_many_requirements_are_met() -> None:
    kinds = Counter(kind_of(shown) for _, _, shown in LINES)

    assert f"These are the {len(LINES)} requirements" in _PAGE
    assert (
        f"{kinds['test']} are shown by a test, {kinds['reason']} have a reason instead,"
        f" and {kinds['not met']} are not met"
    ) in _PAGE


def test_a_reason_that_points_to_a_part_of_a_page_finds_it() -> None:
    for page, part in re.findall(r"\]\(([\w./-]*)#([\w-]+)\)", _PAGE):
        target = ROOT / "docs/operate" / (page or "security.md")
        headings = re.findall(
            r"^#+ (.+)$", target.resolve().read_text("utf-8"), re.MULTILINE
        )
        assert part in {one.lower().replace(" ", "-") for one in headings}, part
