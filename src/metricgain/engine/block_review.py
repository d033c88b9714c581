"""What a block has shown about muscles and exercises; docs/engine/block-review.md."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from metricgain.engine.contributions import DIRECT
from metricgain.engine.muscles import Muscle

LEAST_WEEKS: Final = 3
"""Hard weeks with an estimate that it takes to say anything."""
RISE: Final = 0.005
"""What an estimate has to exceed the best one before by to count as risen."""
WEEKS_TO_STOP: Final = 2
"""One week without a rise can be a bad day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDone:
    """An exercise of one workout of a block.

    Sets are working sets; `e1rm_kg` is the estimate of its first sets, None where none
    could be made. A deload or a recovery session `is_easy` and says nothing of a rise.
    """

    exercise_id: int
    week_number: int
    planned_sets: int
    done_sets: int
    contributions: Mapping[Muscle, float]
    e1rm_kg: float | None = None
    joint_pain: int | None = None
    is_easy: bool = False


class Trend(StrEnum):
    """Whether performance rose to the end of the hard weeks."""

    ROSE = "rose"
    ONE_WEEK = "oneWeek"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekShown:
    """A hard week: direct sets, and the estimate against the first week.

    `change` is a share (0.02 is 2 % more than in the first week), None without one.
    """

    week_number: int
    planned_sets: int
    done_sets: int
    change: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the weeks say together: the last one that rose, and the sets in it."""

    trend: Trend
    weeks: tuple[WeekShown, ...]
    because: str
    best_week: int | None = None
    best_sets: int | None = None

    @property
    def change(self) -> float | None:
        """The best estimate of the block against its first, as a share."""
        known = [week.change for week in self.weeks if week.change is not None]
        return max(known) if known else None

    @property
    def starting_sets(self) -> int:
        """The sets that were planned in the first hard week."""
        return self.weeks[0].planned_sets if self.weeks else 0

    @property
    def peak_sets(self) -> int:
        """The most sets that were done in a week."""
        return max((week.done_sets for week in self.weeks), default=0)


def review_muscles(done: Sequence[ExerciseDone]) -> dict[Muscle, Shown]:
    """Return what a block shows about each muscle that it trains directly.

    The performance of a muscle is the mean of its exercises, each against its own
    first week, weighted by their sets.
    """
    found = {}
    for muscle in Muscle:
        own = [d for d in done if d.contributions.get(muscle, 0.0) >= DIRECT]
        if own:
            found[muscle] = shown(own)
    return found


def review_exercises(done: Sequence[ExerciseDone]) -> dict[int, Shown]:
    """Return what a block shows about each exercise by itself."""
    by_id: dict[int, list[ExerciseDone]] = defaultdict(list)
    for each in done:
        by_id[each.exercise_id].append(each)
    return {exercise_id: shown(own) for exercise_id, own in by_id.items()}


def shown(done: Iterable[ExerciseDone]) -> Shown:
    """Return what the hard weeks of some exercises show together."""
    by_week: dict[int, list[ExerciseDone]] = defaultdict(list)
    for each in done:
        if not each.is_easy:
            by_week[each.week_number].append(each)
    changes = _changes(by_week)
    weeks = tuple(
        WeekShown(
            week_number=number,
            planned_sets=sum(each.planned_sets for each in by_week[number]),
            done_sets=sum(each.done_sets for each in by_week[number]),
            change=changes.get(number),
        )
        for number in sorted(by_week)
    )
    return _judged(weeks)


def _changes(by_week: Mapping[int, Sequence[ExerciseDone]]) -> dict[int, float]:
    """Return the mean change of each week against the first; a late start joins in.

    An exercise that begins later starts from where the others stood the week before.
    """
    bases: dict[int, float] = {}
    found: dict[int, float] = {}
    stands = 1.0
    for number in sorted(by_week):
        values: list[tuple[float, int]] = []
        for each in by_week[number]:
            if each.e1rm_kg is None or each.e1rm_kg <= 0 or not each.done_sets:
                continue
            base = bases.setdefault(each.exercise_id, each.e1rm_kg / stands)
            values.append((each.e1rm_kg / base, each.done_sets))
        if values:
            total = sum(count for _, count in values)
            stands = sum(value * count for value, count in values) / total
            found[number] = stands - 1
    return found


def _judged(weeks: tuple[WeekShown, ...]) -> Shown:
    known = [(week, week.change) for week in weeks if week.change is not None]
    if len(known) < LEAST_WEEKS:
        return Shown(
            trend=Trend.UNKNOWN,
            weeks=weeks,
            because=f"Too little was logged to tell: it takes {LEAST_WEEKS} hard weeks"
            " with load and reps.",
        )
    best, top = known[0]
    flat = 0
    for week, change in known[1:]:
        if change > top + RISE:
            best, top, flat = week, change, 0
        else:
            flat += 1
    trend = (
        Trend.ROSE
        if flat == 0
        else Trend.STOPPED
        if flat >= WEEKS_TO_STOP
        else Trend.ONE_WEEK
    )
    return Shown(
        trend=trend,
        weeks=weeks,
        because=_because(trend, best, flat),
        best_week=best.week_number,
        best_sets=best.done_sets,
    )


def _because(trend: Trend, best: WeekShown, flat: int) -> str:
    at = f"week {best.week_number} (weekly sets: {best.done_sets})"
    if trend is Trend.ROSE:
        return f"It rose to the end, {at}."
    if trend is Trend.ONE_WEEK:
        return f"It rose up to {at}; one week without a rise can be a bad day."
    return f"It rose up to {at}, and not in the {flat} weeks after."
