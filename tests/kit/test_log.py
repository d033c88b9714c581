"""The log goes to what is standard error when a line is written."""

import io
import sys
from collections.abc import Iterator

import pytest
import structlog

from metricgain.kit.log import log_to_stderr


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def test_a_log_outlives_the_stream_it_began_on(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", first)
    log_to_stderr()
    structlog.get_logger().info("one")
    first.close()
    monkeypatch.setattr(sys, "stderr", second)

    structlog.get_logger().info("two")

    assert "two" in second.getvalue()


def test_what_is_less_grave_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr("warning")

    structlog.get_logger().info("small")
    structlog.get_logger().warning("large")

    out, err = capsys.readouterr()
    assert out == ""
    assert "large" in err
    assert "small" not in err
