"""The decisions of a finished workout, muscle by muscle; docs/engine/progression.md."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from metricgain.engine.decisions import Decision, decide_muscle
from metricgain.engine.facts import MuscleFacts, NextSession
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup
from metricgain.engine.performance import MISSED


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedWorkout:
    """The session that was finished: its week (from 1) and its block's weeks.

    `strict_gate` keeps to the original rule that a muscle without an earlier
    session in the block is not judged. `readiness` is that of the morning.
    """

    week_number: int
    weeks: int
    is_deload: bool = False
    strict_gate: bool = False
    readiness: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAnswers:
    """What the lifter answered about a muscle or a group, 0 to 3 each.

    Soreness was asked before the session, about the muscle's previous one; the
    rest after it. None is not answered.
    """

    soreness: int | None = None
    pump: int | None = None
    challenge: int | None = None
    joint_pain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutMetrics:
    """What the history says about one muscle of the finished workout.

    `next_session` is the next planned one of the block that trains the muscle,
    by week and position; `has_previous` whether an earlier one of the block did.
    `performance` and `consecutive_misses` are as in MuscleFacts.
    """

    next_session: NextSession | None
    has_previous: bool
    performance: int | None = None
    consecutive_misses: int = 0
    is_recovery: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleProgress:
    """A decision, with the two flags of the progression requirement."""

    decision: Decision
    progression: bool
    deload: bool


def should_do_progression(
    workout: FinishedWorkout,
    metrics: Mapping[Muscle, WorkoutMetrics],
    answers: Mapping[Muscle, FeedbackAnswers],
) -> dict[Muscle, MuscleProgress]:
    """Decide every muscle of a finished workout; a muscle without answers too.

    Returns one entry per key of `metrics`, in their order. Raises ValueError
    naming the field when a value is out of range.
    """
    unanswered = FeedbackAnswers()
    progress = {}
    for muscle, known in metrics.items():
        said = answers.get(muscle, unanswered)
        decision = decide_muscle(_facts(muscle, workout, known, said))
        progress[muscle] = MuscleProgress(
            decision=decision,
            progression=decision.progression,
            deload=decision.deload,
        )
    return progress


def spread_answers(
    by_group: Mapping[MuscleGroup, FeedbackAnswers], trained: Iterable[Muscle]
) -> dict[Muscle, FeedbackAnswers]:
    """Give each muscle trained that day the answers of its group, if there are any."""
    return {
        muscle: by_group[GROUP_OF[muscle]]
        for muscle in trained
        if GROUP_OF[muscle] in by_group
    }


def count_misses(scores: Iterable[int | None]) -> int:
    """Return how many of the latest sessions in a row have performance 3.

    `scores` run from the newest session of the muscle back to the last recovery
    session or the start of the block. A session without a score neither counts
    nor ends the row.
    """
    misses = 0
    for score in scores:
        if score is None:
            continue
        if score != MISSED:
            break
        misses += 1
    return misses


def _facts(
    muscle: Muscle,
    workout: FinishedWorkout,
    known: WorkoutMetrics,
    said: FeedbackAnswers,
) -> MuscleFacts:
    return MuscleFacts(
        muscle=muscle,
        week_number=workout.week_number,
        weeks=workout.weeks,
        next_session=known.next_session,
        has_previous=known.has_previous,
        performance=known.performance,
        soreness=said.soreness,
        pump=said.pump,
        challenge=said.challenge,
        joint_pain=said.joint_pain,
        consecutive_misses=known.consecutive_misses,
        this_is_deload=workout.is_deload,
        this_is_recovery=known.is_recovery,
        strict_gate=workout.strict_gate,
        readiness=workout.readiness,
    )
