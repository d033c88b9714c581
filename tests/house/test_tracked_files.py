"""Nothing in the repository tells where, or on whose machine, it was made."""

import re

import pytest

from tracked import ROOT, tracked

TEXT = (".py", ".md", ".toml", ".lock", ".sql", ".yml", ".yaml", ".json", ".txt", "")
_MACHINE = re.compile(r"(?<![\w.$}])/(?:home|root|Users|work)/[\w.-]+")
_REGISTRY = re.compile(
    r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|registry)[\w.-]*"
    r"|--(?:extra-)?index-url|\"resolved\""
)
LOCKS = ("requirements.lock", "package-lock.json", "uv.lock")

PATHS = [
    path
    for path in tracked()
    if (ROOT / path).suffix in TEXT and not path.startswith("tests/house/")
]


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    found = {path: _MACHINE.findall((ROOT / path).read_text("utf-8")) for path in PATHS}

    assert {path: places for path, places in found.items() if places} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("see /home/ada/metricgain", True, id="home"),
        pytest.param("cd /Users/ada", True, id="macOS"),
        pytest.param("a folder inside /root, or", False, id="root as such"),
        pytest.param("https://example.org/work/x", False, id="part of an address"),
    ],
)
def test_a_path_of_a_machine_is_recognised(text: str, *, found: bool) -> None:
    assert bool(_MACHINE.search(text)) == found


def test_no_lock_file_holds_the_address_of_a_registry() -> None:
    locks = [path for path in tracked() if path.rpartition("/")[2] in LOCKS]

    assert "requirements.lock" in locks
    for path in locks:
        assert _REGISTRY.findall((ROOT / path).read_text("utf-8")) == []


def test_every_locked_package_is_held_to_its_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    packages = re.findall(r"^[\w.-]+==[^\n]*\n(?=(.*))", lock, re.MULTILINE)

    assert len(packages) > 50
    assert all(line.strip().startswith("--hash=sha256:") for line in packages)
