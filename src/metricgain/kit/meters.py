"""Numbers that a process keeps about itself, for whoever watches it.

Several processes of one installation share a folder, in which each counts; whoever asks
one of them hears the sum. A meter is made when it is first used, because a process has
to know of that folder before.
"""

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
    values,
)

SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
COUNTS: Final = (1, 2, 5, 10, 20, 50, 100)
LAGS: Final = (1, 5, 30, 60, 600, 3600, 21_600, 86_400, 604_800)

_OWN: Final = CollectorRegistry()


@dataclass(slots=True)
class _Shared:
    folder: Path | None = None


_SHARED: Final = _Shared()


def count_together(folder: Path | None) -> None:
    """Count in a folder from now on, if there is one, with all who count there.

    The environment has to name it as PROMETHEUS_MULTIPROC_DIR, too.
    """
    _SHARED.folder = folder
    if folder is None:
        return
    # The library decides when it is imported, which is before settings are read.
    values.ValueClass = values.MultiProcessValue()  # type: ignore[no-untyped-call]  # has no types
    for file in folder.glob("gauge_live*_*.db"):
        pid = file.stem.rpartition("_")[2]
        if pid.isdigit() and _is_gone(int(pid)):
            multiprocess.mark_process_dead(int(pid), str(folder))  # type: ignore[no-untyped-call]  # has no types


def exposition() -> bytes:
    """Return all meters of all processes in the text format of Prometheus."""
    folder = _SHARED.folder
    if folder is None:
        return generate_latest(_OWN)
    together = CollectorRegistry()
    multiprocess.MultiProcessCollector(together, path=str(folder))  # type: ignore[no-untyped-call]  # has no types
    return generate_latest(together)


class CounterMeter:
    """Counts what happens; `labels` name the kinds."""

    def __init__(self, name: str, says: str, *labels: str) -> None:
        self.name, self.says, self.labels = name, says, labels

    @cached_property
    def _meter(self) -> Counter:
        return Counter(self.name, self.says, self.labels, registry=_OWN)

    def add(self, amount: float = 1, *kinds: str) -> None:
        """Count so much of a kind."""
        meter = self._meter.labels(*kinds) if self.labels else self._meter
        meter.inc(amount)


class LevelMeter:
    """Goes up and down; the levels of living processes are added up."""

    def __init__(self, name: str, says: str, *labels: str) -> None:
        self.name, self.says, self.labels = name, says, labels

    @cached_property
    def _meter(self) -> Gauge:
        return Gauge(
            self.name,
            self.says,
            self.labels,
            registry=_OWN,
            multiprocess_mode="livesum",
        )

    def add(self, amount: float, *kinds: str) -> None:
        """Go up, or down."""
        (self._meter.labels(*kinds) if self.labels else self._meter).inc(amount)

    def set(self, amount: float, *kinds: str) -> None:
        """Stand at an amount."""
        (self._meter.labels(*kinds) if self.labels else self._meter).set(amount)


class SpreadMeter:
    """Counts how often amounts up to each bound occur."""

    def __init__(
        self, name: str, says: str, *labels: str, bounds: Sequence[float] = SECONDS
    ) -> None:
        self.name, self.says, self.labels, self.bounds = name, says, labels, bounds

    @cached_property
    def _meter(self) -> Histogram:
        return Histogram(
            self.name, self.says, self.labels, registry=_OWN, buckets=self.bounds
        )

    def see(self, amount: float, *kinds: str) -> None:
        """Count one amount."""
        (self._meter.labels(*kinds) if self.labels else self._meter).observe(amount)

    @contextlib.contextmanager
    def timing(self, *kinds: str) -> Iterator[None]:
        """Count the seconds that the block takes, however it ends."""
        begun = perf_counter()
        try:
            yield
        finally:
            self.see(perf_counter() - begun, *kinds)


def _is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


CACHE: Final = CounterMeter(
    "metricgain_cache_answers",
    "Answers that were kept (hit) or had to be found (miss).",
    "cache",
    "outcome",
)


def count_cache(cache: str, *, hit: bool) -> None:
    """Count an answer of a cache."""
    CACHE.add(1, cache, "hit" if hit else "miss")
