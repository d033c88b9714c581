"""What is counted about requests and sync."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from metricgain.api.sync_batch import MutationResult, SentMutation
from metricgain.kit.meters import COUNTS, LAGS, CounterMeter, SpreadMeter

REQUESTS: Final = SpreadMeter(
    "metricgain_request_seconds",
    "How long requests take, by method, address template and status.",
    "method",
    "route",
    "status",
)
_BATCHES: Final = SpreadMeter(
    "metricgain_sync_batch_mutations",
    "How many mutations a device sends at once.",
    bounds=COUNTS,
)
_MUTATIONS: Final = CounterMeter(
    "metricgain_sync_mutations", "Mutations by how they were answered.", "outcome"
)
_LAGS: Final = SpreadMeter(
    "metricgain_sync_lag_seconds",
    "How long ago mutations were made when they arrive for the first time.",
    bounds=LAGS,
)


@dataclass(slots=True)
class Latencies:
    """How many requests took up to so many milliseconds, since it was last emptied."""

    counts: dict[int, int] = field(default_factory=dict)

    def see(self, milliseconds: float) -> None:
        """Count one request."""
        upto = bound_of(milliseconds)
        self.counts[upto] = self.counts.get(upto, 0) + 1

    def empty(self) -> dict[int, int]:
        """Return what was counted, and begin anew."""
        counted, self.counts = self.counts, {}
        return counted


LATENCIES: Final = Latencies()


def bound_of(milliseconds: float) -> int:
    """Return the bound that a duration is counted under, within a fifth of it."""
    bound = 1
    while bound < milliseconds:
        bound = max(bound + 1, int(bound * 1.2))
    return bound


def count_batch(
    sent: Sequence[SentMutation], results: Sequence[MutationResult], *, now: datetime
) -> None:
    """Count a batch that was answered."""
    _BATCHES.see(len(sent))
    for mutation, result in zip(sent, results, strict=True):
        _MUTATIONS.add(1, result.status)
        if result.status != "alreadyApplied":
            _LAGS.see(max(0, (now - mutation.made_at).total_seconds()))
