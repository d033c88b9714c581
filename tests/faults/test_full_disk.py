"""A disk that fills up while people train stops nobody for longer than it is full."""

import contextlib
import sys
from pathlib import Path

import pytest
import structlog
from bench.fault_database import fill_the_disk, small_disk

from embedded_server import settle
from metricgain.kit.log import log_to_stderr

FULL = Path("/dev/full")


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
            outcome = await fill_the_disk(place, log=tmp_path / "log", lifters=2)
            settle(place)
    except PermissionError as limit:
        pytest.skip(f"expected here: this user may not mount a disk ({limit})")

    assert outcome.found.as_acknowledged, outcome.found
    assert outcome.heard.answers["503 disk-full"] > 1
    assert "No space left on device" in outcome.log
    assert "free some space" in outcome.log
    assert "Traceback" not in outcome.log


@pytest.mark.skipif(
    not FULL.exists(), reason="expected here: only Linux has a file that is full"
)
def test_a_log_that_cannot_be_written_breaks_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with FULL.open("w", buffering=1) as full:
        monkeypatch.setattr(sys, "stderr", full)
        log_to_stderr("info")
        structlog.get_logger("full").warning("nobody reads this")
        monkeypatch.undo()
        log_to_stderr()
        with contextlib.suppress(OSError):
            full.close()
