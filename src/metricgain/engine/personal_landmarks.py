"""Estimates a lifter's own MEV and MRV from finished blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

GOOD_STIMULUS: Final = 4.0
"""Mean of the summed stimulus answers (0 to 9) that shows a block started right."""
BEYOND_RECOVERY: Final = 2.5
"""Mean performance score (0 to 3) that shows a block ended past MRV."""
UNTESTED_MARGIN: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockOutcome:
    """What one finished block showed about one muscle; sets are direct, per week."""

    starting_sets: int
    peak_sets: int
    mean_stimulus: float | None
    mean_performance: float | None
    recovery_sessions: int


def estimated_mev(blocks: Sequence[BlockOutcome]) -> int | None:
    """Return the mean first-week sets of blocks that started with a good stimulus.

    None when no block did.
    """
    return _mean(
        [
            block.starting_sets
            for block in blocks
            if block.mean_stimulus is not None and block.mean_stimulus >= GOOD_STIMULUS
        ]
    )


def estimated_mrv(blocks: Sequence[BlockOutcome]) -> int | None:
    """Return the mean peak sets of blocks that went too far.

    When none did, the limit lies above what was tried: the highest peak plus
    two sets. None without blocks.
    """
    found = _mean([block.peak_sets for block in blocks if went_too_far(block)])
    if found is not None or not blocks:
        return found
    return max(block.peak_sets for block in blocks) + UNTESTED_MARGIN


def went_too_far(block: BlockOutcome) -> bool:
    """Tell whether a block ended beyond what the muscle recovers from."""
    missed = (
        block.mean_performance is not None and block.mean_performance >= BEYOND_RECOVERY
    )
    return missed or block.recovery_sessions > 0


def _mean(values: Sequence[int]) -> int | None:
    if not values:
        return None
    return (2 * sum(values) + len(values)) // (2 * len(values))
