"""The product on a machine whose clock can be turned while it runs.

Time is an argument everywhere, and one function reads it: what that one says is all
that is turned here, by the seconds that a file holds.
"""

import os
from datetime import timedelta
from pathlib import Path
from typing import Final

from litestar.types import ASGIApp

from metricgain.kit import clock

TURNED_BY: Final = "METRICGAIN_TEST_TURNED_BY"
_right_now = clock.now


def _turned_now() -> "clock.datetime":
    seconds = Path(os.environ[TURNED_BY]).read_text()  # noqa: TID251 - the test says where
    return _right_now() + timedelta(seconds=float(seconds))


clock.now = _turned_now
# Whoever wants to know the time has to ask for it after it was turned.
from metricgain.app import web_app as present_app  # noqa: E402


def web_app() -> ASGIApp:
    """Return the application, which believes the turned clock."""
    return present_app()
