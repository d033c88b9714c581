"""The documentation is complete, and its links lead somewhere."""

import json
import re
import tomllib
from dataclasses import fields

import pytest

from metricgain.config import PREFIX, Settings
from tracked import ROOT, tracked

PAGES = [path for path in tracked() if path.endswith(".md")]
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_CODE = re.compile(r"```.*?```", re.DOTALL)
_REQUIREMENT = re.compile(r"[A-Za-z0-9_.-]+")


def links(page: str) -> list[str]:
    """Return the relative links of a page."""
    text = _CODE.sub("", (ROOT / page).read_text("utf-8"))
    return [link for link in _LINK.findall(text) if "://" not in link]


def first_cells(page: str) -> set[str]:
    """Return what stands in the first column of the tables of a page, as code."""
    text = (ROOT / page).read_text("utf-8")
    return set(re.findall(r"^\| `([^`]+)`", text, re.MULTILINE))


def test_the_index_lists_every_page_once() -> None:
    listed = [f"docs/{link}" for link in links("docs/index.md")]
    pages = {path for path in PAGES if path.startswith("docs/")} - {"docs/index.md"}

    assert sorted(set(listed) - {"docs/../README.md"}) == sorted(pages)
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("page", PAGES)
def test_relative_links_lead_to_a_file(page: str) -> None:
    folder = (ROOT / page).parent

    assert [link for link in links(page) if not (folder / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_with_its_one_title(page: str) -> None:
    text = _CODE.sub("", (ROOT / page).read_text("utf-8"))

    assert text.startswith("# ")
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1


def test_every_setting_is_documented_and_no_other() -> None:
    settings = {PREFIX + setting.name.upper() for setting in fields(Settings)}

    assert first_cells("docs/operate/settings.md") == settings


def test_the_documented_defaults_are_the_defaults() -> None:
    text = (ROOT / "docs/operate/settings.md").read_text("utf-8")
    documented = dict(re.findall(r"^\| `(\w+)` \| `([^`]+)` \|", text, re.MULTILINE))

    assert documented == {
        PREFIX + setting.name.upper(): str(setting.default)
        for setting in fields(Settings)
        if setting.name != "data_dir" and setting.default != ""
    }


def test_every_dependency_says_what_it_is_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    required = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
    ]
    names = {match[0] for text in required if (match := _REQUIREMENT.match(text))}
    web = json.loads((ROOT / "web/package.json").read_text("utf-8"))
    names |= {*web["dependencies"], *web["devDependencies"]}

    assert first_cells("docs/dependencies.md") == names


@pytest.mark.parametrize(
    "command",
    ["make serve", ".venv/bin/metricgain user create you@example.org"],
)
def test_the_readme_names_the_two_commands(command: str) -> None:
    assert f"\n{command}\n" in (ROOT / "README.md").read_text("utf-8")


def test_decisions_are_numbered_without_gaps() -> None:
    pages = [path for path in PAGES if path.startswith("docs/decisions/")]

    for number, page in enumerate(pages, 1):
        title = (ROOT / page).read_text("utf-8").splitlines()[0]
        assert page.startswith(f"docs/decisions/{number:04}-")
        assert title.startswith(f"# {number}. ")
