"""The memory of the machine, and what the embedded database takes of it."""

from pathlib import Path

import pytest

from metricgain.store.embedded.cluster import settings_for
from metricgain.store.embedded.machine import memory_mb

MB = 1024 * 1024


@pytest.fixture
def limits(tmp_path: Path) -> Path:
    """A machine whose service has 512 MB, in a slice with 2 GB."""
    folder = tmp_path / "limits"
    service = folder / "system.slice" / "metricgain.service"
    service.mkdir(parents=True)
    (service / "memory.max").write_text(f"{512 * MB}\n")
    (service.parent / "memory.max").write_text(f"{2048 * MB}\n")
    return folder


def group(tmp_path: Path, name: str) -> Path:
    file = tmp_path / "cgroup"
    file.write_text(f"1:name=systemd:/elsewhere\n0::{name}\n")
    return file


@pytest.mark.parametrize(
    ("name", "expected"),
    [("/system.slice/metricgain.service", 512), ("/system.slice/other.service", 2048)],
)
def test_the_least_limit_counts(
    tmp_path: Path, limits: Path, name: str, expected: int
) -> None:
    machine = memory_mb(tmp_path / "none")

    assert memory_mb(group(tmp_path, name), limits) == min(expected, machine)


@pytest.mark.parametrize("said", ["max", ""])
def test_what_is_no_limit_is_none(tmp_path: Path, limits: Path, said: str) -> None:
    (limits / "memory.max").write_text(said)

    assert memory_mb(group(tmp_path, "/"), limits) == memory_mb(tmp_path / "none")


@pytest.mark.parametrize(
    ("memory", "shared"), [(400, 128), (4096, 512), (24_000, 1024), (500_000, 1024)]
)
def test_the_database_takes_an_eighth_within_bounds(memory: int, shared: int) -> None:
    settings = settings_for(memory)

    assert f"shared_buffers = {shared}MB" in settings
    assert f"max_wal_size = {2 * shared}MB" in settings
