"""From the rows of a finished workout to the engine's values, and its decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from metricgain.engine.decisions import Decision, NoDecision
from metricgain.engine.equipment import AvailableLoads, Unit, kg_of
from metricgain.engine.facts import NextSession
from metricgain.engine.finished import (
    DoneExercise,
    WorkoutScore,
    score_workout,
)
from metricgain.engine.muscles import Muscle
from metricgain.engine.performance import MISSED, LoggedSet, Target
from metricgain.engine.progression import (
    FeedbackAnswers,
    FinishedWorkout,
    WorkoutMetrics,
    should_do_progression,
)
from metricgain.store.deciding_data import (
    DecidingData,
    Done,
    DoneRow,
    Previous,
    SetRow,
)
from metricgain.store.lifts import Lift


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedMuscle:
    """The decision of a muscle, what it was made from, and the session it is for."""

    muscle: Muscle
    decision: Decision
    answers: FeedbackAnswers
    performance: int | None
    consecutive_misses: int
    to_instance_id: UUID | None
    readiness: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneWeight:
    """The heaviest first work of an exercise, as entered."""

    weight: float
    unit: str
    reps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What came of a finished workout."""

    score: WorkoutScore
    done: Mapping[int, DoneWeight]


def score_done(done: Done, previous: Previous, lifts: Mapping[int, Lift]) -> Scored:
    """Score each exercise of a finished workout, and each directly trained muscle."""
    return Scored(
        score=score_workout(
            _done_exercise(row, previous, lifts[row.exercise_id])
            for row in done.exercises
            if row.exercise_id in lifts
        ),
        done={
            row.exercise_id: DoneWeight(
                weight=row.sets[0].weight, unit=row.sets[0].unit, reps=row.sets[0].reps
            )
            for row in done.exercises
            if row.sets
        },
    )


def decide_muscles(
    data: DecidingData, score: WorkoutScore, workout: FinishedWorkout
) -> tuple[DecidedMuscle, ...]:
    """Decide each muscle that a scored workout trained directly."""
    metrics = {m: _metrics(m, score, data) for m in score.performance}
    answers = {m: _answers(m, score, data) for m in score.performance}
    progress = should_do_progression(workout, metrics, answers)
    return tuple(
        DecidedMuscle(
            muscle=muscle,
            decision=made.decision,
            answers=answers[muscle],
            performance=score.performance[muscle],
            consecutive_misses=metrics[muscle].consecutive_misses,
            to_instance_id=_target_of(muscle, made.decision, data),
            readiness=workout.readiness,
        )
        for muscle, made in progress.items()
    )


def _target_of(muscle: Muscle, decision: Decision, data: DecidingData) -> UUID | None:
    following = data.coming.next.get(muscle)
    if following is None or isinstance(decision, NoDecision):
        return None
    return following.id


def _done_exercise(row: DoneRow, previous: Previous, lift: Lift) -> DoneExercise:
    exposure = previous.exposures.get(row.exercise_id)
    return DoneExercise(
        exercise_id=row.exercise_id,
        muscles=lift.direct_muscles,
        planned_sets=row.target_sets or 0,
        sets=tuple(_logged(each, row, lift) for each in row.sets),
        previous_e1rm_kg=exposure.exposure_e1rm_kg if exposure else None,
        smoothed_before_kg=exposure.smoothed_e1rm_kg if exposure else None,
        joint_pain=row.joint_pain,
        failed=any(each.set_type == "failure" for each in row.sets),
        is_recovery=row.is_recovery,
    )


def _logged(done: SetRow, row: DoneRow, lift: Lift) -> LoggedSet:
    return LoggedSet(
        load_kg=_effective_kg(done.weight, done.unit, lift.loads, done.load_kind),
        reps=done.reps,
        rir=done.rir,
        target=_target(row, lift),
    )


def _target(row: DoneRow, lift: Lift) -> Target | None:
    if row.target_weight is None or row.target_reps is None:
        return None
    unit = row.weight_unit or lift.loads.unit
    return Target(
        load_kg=_effective_kg(row.target_weight, unit, lift.loads, None),
        reps=row.target_reps,
        rir=row.target_rir or 0,
    )


def _effective_kg(
    weight: float, unit: str, loads: AvailableLoads, load_kind: str | None
) -> float:
    entered_kg = kg_of(weight, Unit(unit))
    assists = loads.assists if load_kind is None else load_kind == "assisted"
    return max(0.0, loads.own_kg + (-entered_kg if assists else entered_kg))


def _metrics(muscle: Muscle, score: WorkoutScore, data: DecidingData) -> WorkoutMetrics:
    following = data.coming.next.get(muscle)
    before = data.previous.muscles.get(muscle)
    performance = score.performance[muscle]
    recovering = muscle in data.previous.recovering
    return WorkoutMetrics(
        next_session=None
        if following is None
        else NextSession(
            week_number=following.week_number, is_deload=following.is_deload
        ),
        has_previous=before is not None,
        performance=performance,
        consecutive_misses=0
        if recovering
        else _misses(performance, (before and before.consecutive_misses) or 0),
        is_recovery=recovering,
    )


def _misses(performance: int | None, before: int) -> int:
    """Count on: a session without a score neither counts nor ends the row."""
    if performance is None:
        return before
    return before + 1 if performance == MISSED else 0


def _answers(
    muscle: Muscle, score: WorkoutScore, data: DecidingData
) -> FeedbackAnswers:
    said = data.done.answers(muscle)
    return FeedbackAnswers(
        soreness=said.soreness,
        pump=said.pump,
        challenge=said.challenge,
        joint_pain=score.joint_pain[muscle],
    )
