"""A disk that fills up while people train stops nobody for longer than it is full."""

import sys
from pathlib import Path

import pytest
from bench.fault_database import fill_the_disk, small_disk

from embedded_server import settle


async def test_what_was_acknowledged_survives_a_full_disk(tmp_path: Path) -> None:
    """With a real disk where one may be mounted: as root on Linux.

    Elsewhere this is an expected limit of the machine, and what is asked here is asked
    in test_requests_that_wait.py, of the same error from the same server.
    """
    place = tmp_path / "disk"
    place.mkdir(mode=0o755)
    if sys.platform != "linux":
        pytest.skip("expected here: only Linux mounts a file system in memory")
    try:
        with small_disk(place):
            outcome = await fill_the_disk(place, lifters=2)
            settle(place)
    except PermissionError as limit:
        pytest.skip(f"expected here: this user may not mount a disk ({limit})")

    assert outcome.found.as_acknowledged, outcome.found
    assert outcome.heard.answers["503 disk-full"] > 1
    assert "No space left on device" in outcome.log
    assert "free some space" in outcome.log
    assert "Traceback" not in outcome.log
