"""Optimisations that can be switched off, and watched (docs/operate/switches.md)."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

import structlog

_LOG = structlog.get_logger(__name__)


class Switch(StrEnum):
    """What can be switched. Each has a plain way that it can fall back on."""

    ANALYTICS = "analytics"
    DASHBOARD = "dashboard"
    PROGRESSION = "progression"
    CATALOGUE_CACHE = "catalogue_cache"


class Mode(StrEnum):
    """The fast way, the plain way, or both: then the plain one answers."""

    ON = "on"
    OFF = "off"
    SHADOW = "shadow"


class Switches:
    """The switches of one process: those it was started with, then those of all.

    `differences` counts how often both ways came to another answer, by switch.
    """

    def __init__(self, own: Mapping[Switch, Mode] | None = None) -> None:
        self._own = dict(own or {})
        self._shared: dict[Switch, Mode] | None = None
        self.differences: Counter[Switch] = Counter()

    def mode(self, switch: Switch) -> Mode:
        """Return how a switch stands; on, if nobody has set it."""
        return self._own.get(switch) or (self._shared or {}).get(switch, Mode.ON)

    def share(self, modes: Mapping[Switch, Mode]) -> None:
        """Take over how the switches of all processes stand, and log what turned."""
        before, self._shared = self._shared, dict(modes)
        if before is None:
            return
        for switch in Switch:
            if before.get(switch) != modes.get(switch):
                _LOG.info("switch", switch=switch, mode=modes.get(switch, Mode.ON))

    def differ(self, switch: Switch, *, question: str, user_id: int) -> None:
        """Count and log that both ways came to another answer."""
        self.differences[switch] += 1
        _LOG.warning(
            "answers differ",
            switch=switch,
            question=question,
            user_id=user_id,
            differences=self.differences[switch],
        )
