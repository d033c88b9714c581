"""What a block would change in landmarks; docs/engine/block-review.md."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from metricgain.engine.block_review import Shown, Trend
from metricgain.engine.landmarks import Emphasis, Landmark, mrv
from metricgain.engine.muscles import Muscle
from metricgain.engine.personal_landmarks import BlockOutcome, estimated_mev
from metricgain.engine.personal_landmarks import went_too_far as too_far
from metricgain.engine.wording import name_of

MOST_AT_ONCE: Final = 2
"""One block moves a number by 2 sets at most: it is one observation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """New landmarks for a muscle, with a reason for each number that changes."""

    muscle: Muscle
    old: Landmark
    new: Landmark
    because: tuple[str, ...]


def advise(
    muscle: Muscle,
    landmark: Landmark,
    *,
    shown: Shown,
    outcome: BlockOutcome,
    emphasis: Emphasis,
    sessions_per_week: int,
) -> Advice | None:
    """Return what a block would change in the landmarks, None where it shows nothing.

    A muscle that was maintained, or about which too little is known, changes nothing.
    """
    if emphasis is Emphasis.MAINTAIN or shown.trend is Trend.UNKNOWN:
        return None
    numbers = _Numbers(muscle=muscle, landmark=landmark)
    numbers.try_mev(outcome)
    if too_far(outcome):
        numbers.try_mrv(outcome.peak_sets, sessions_per_week)
    else:
        numbers.try_target(shown, sessions_per_week)
    if numbers.landmark == landmark:
        return None
    return Advice(
        muscle=muscle,
        old=landmark,
        new=numbers.landmark,
        because=tuple(numbers.because),
    )


def outcome_of(
    shown: Shown,
    *,
    stimuli: Sequence[float],
    performances: Sequence[int],
    recovery_sessions: int,
) -> BlockOutcome:
    """Return what a block showed about a muscle, as personal landmarks take it."""
    return BlockOutcome(
        starting_sets=shown.weeks[0].done_sets if shown.weeks else 0,
        peak_sets=shown.peak_sets,
        mean_stimulus=sum(stimuli) / len(stimuli) if stimuli else None,
        mean_performance=(
            sum(performances) / len(performances) if performances else None
        ),
        recovery_sessions=recovery_sessions,
    )


@dataclass(slots=True, kw_only=True)
class _Numbers:
    muscle: Muscle
    landmark: Landmark
    because: list[str] = field(default_factory=list)

    def try_mev(self, outcome: BlockOutcome) -> None:
        found = estimated_mev([outcome])
        if found is None:
            return
        mev = _towards(self.landmark.mev, found)
        mev = min(max(mev, self.landmark.maintenance), self.landmark.target)
        if mev != self.landmark.mev:
            self.landmark = replace(self.landmark, mev=mev)
            self.because.append(
                f"Your {name_of(self.muscle)} answered well to what the block began"
                f" with (weekly sets: {outcome.starting_sets})."
            )

    def try_mrv(self, peak: int, sessions: int) -> None:
        most = mrv(self.landmark, muscle=self.muscle, sessions_per_week=sessions)
        if peak <= 0 or peak >= most:
            return
        lowest = max(self.landmark.target, self.landmark.mrv_at_2 - MOST_AT_ONCE)
        new = max(lowest, self.landmark.mrv_at_2 - (most - peak))
        if new != self.landmark.mrv_at_2:
            self.landmark = replace(self.landmark, mrv_at_2=new)
            self.because.append(
                f"Your {name_of(self.muscle)} did not recover from the most that was"
                f" done (weekly sets: {peak})."
            )

    def try_target(self, shown: Shown, sessions: int) -> None:
        target = self.landmark.target
        most = mrv(self.landmark, muscle=self.muscle, sessions_per_week=sessions)
        best = shown.best_sets or 0
        # Where the sets did not rise, nothing was seen of what more of them would do.
        if shown.trend is Trend.STOPPED and best < min(target, shown.peak_sets):
            new = max(self.landmark.mev, _towards(target, best))
            why = (
                f"Your {name_of(self.muscle)} stopped rising below the target (weekly"
                f" sets: {best})."
            )
        elif shown.trend is Trend.ROSE and best >= target:
            ceiling = min(most, self.landmark.mrv_at_2)
            new = max(target, min(best + MOST_AT_ONCE, target + MOST_AT_ONCE, ceiling))
            why = (
                f"Your {name_of(self.muscle)} still rose at the target (weekly sets:"
                f" {best})."
            )
        else:
            return
        if new != target:
            self.landmark = replace(self.landmark, target=new)
            self.because.append(why)


def _towards(old: int, found: int) -> int:
    return max(old - MOST_AT_ONCE, min(old + MOST_AT_ONCE, found))
