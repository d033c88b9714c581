"""Save what a finished workout led to: scores, decisions and prescriptions."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final
from uuid import UUID

from metricgain.engine.apply import MuscleChange, raw_change
from metricgain.engine.coming import Prescribed
from metricgain.engine.decisions import Swap, kind_of
from metricgain.engine.equipment import Load
from metricgain.engine.facts import ENGINE_VERSION
from metricgain.engine.muscles import GROUP_OF, Muscle
from metricgain.kit.meters import CounterMeter
from metricgain.store.changes import Change
from metricgain.store.coming import PreparedSession
from metricgain.store.database import sql
from metricgain.store.judging import DecidedMuscle, Scored

_HUNDREDTH = Decimal("0.01")

DECISIONS: Final = CounterMeter(
    "metricgain_decisions", "Decisions about muscles, by their rule.", "rule"
)


async def save_scores(change: Change, log_id: UUID, scored: Scored) -> None:
    """Save what came of each exercise and the score of each muscle."""
    exercises = scored.score.exercises
    performance = scored.score.performance
    done = [scored.done.get(score.exercise_id) for score in exercises]
    await change.tx.run(
        sql("scores_save"),
        change.user_id,
        log_id,
        [score.exercise_id for score in exercises],
        [score.performance for score in exercises],
        [score.exposure_e1rm_kg for score in exercises],
        [score.smoothed_e1rm_kg for score in exercises],
        [as_stored(each.weight) if each else None for each in done],
        [each.unit if each else None for each in done],
        [each.reps if each else None for each in done],
        [score.sets for score in exercises],
    )
    await change.tx.run(
        sql("metrics_save"),
        change.user_id,
        log_id,
        list(performance),
        [GROUP_OF[muscle] for muscle in performance],
        list(performance.values()),
    )


async def save_decisions(
    change: Change,
    log_id: UUID,
    decided: Sequence[DecidedMuscle],
    prepared: tuple[PreparedSession, ...],
) -> None:
    """Save each decision with its inputs, its reason and what the caps left of it."""
    changes: dict[tuple[UUID | None, Muscle], MuscleChange] = {
        (session.row.id, each.muscle): each
        for session in prepared
        for each in session.prescribed.muscles
    }
    await change.tx.run(
        sql("decisions_clear"),
        change.user_id,
        log_id,
        [each.muscle for each in decided],
    )
    for each in decided:
        DECISIONS.add(1, each.decision.rule_id)
    await change.tx.run_many(
        sql("decision_save"),
        [
            _decision_values(
                change, log_id, each, changes.get((each.to_instance_id, each.muscle))
            )
            for each in decided
        ],
    )


async def save_prescribed(
    change: Change, session: PreparedSession, *, only_missing: bool = False
) -> None:
    """Write what fresh decisions changed, and what they left without a prescription.

    With `only_missing` everything that is not prescribed yet is written, and only that.
    """
    if session.kept and not only_missing:
        return
    missing = {
        row.exercise_id
        for row in session.row.exercises or ()
        if row.target_sets is None
    }
    concerned = [
        each
        for each in session.prescribed.exercises
        if (only_missing and each.exercise_id in missing)
        or (not only_missing and is_fresh(session, each.exercise_id))
        or (each.exercise_id in missing and is_unjudged(session, each.exercise_id))
    ]
    if not concerned:
        return
    await change.tx.run_many(
        sql("prescription_fill"),
        [_prescription_values(change, session, each) for each in concerned],
    )
    await change.tx.run(
        sql("instance_prescribe"),
        change.user_id,
        session.row.id,
        change.now,
        change.revision,
    )


async def save_muscle(change: Change, session: PreparedSession, muscle: Muscle) -> None:
    """Write the exercises of a session that train a muscle directly."""
    concerned = [
        each
        for each in session.prescribed.exercises
        if muscle in session.direct[each.exercise_id]
    ]
    await change.tx.run_many(
        sql("prescription_fill"),
        [_prescription_values(change, session, each) for each in concerned],
    )
    await change.tx.run(
        sql("proposals_supersede"),
        change.user_id,
        session.row.id,
        [each.exercise_id for each in concerned],
        change.revision,
    )
    await change.tx.run(
        sql("instance_prescribe"),
        change.user_id,
        session.row.id,
        change.now,
        change.revision,
    )


def is_fresh(session: PreparedSession, exercise_id: int) -> bool:
    """Whether a muscle that the exercise trains directly was decided just now."""
    return bool(session.direct[exercise_id] & session.fresh)


def is_unjudged(session: PreparedSession, exercise_id: int) -> bool:
    """Whether nothing was to be decided about a muscle that it trains directly."""
    return bool(session.direct[exercise_id] & session.unjudged)


def as_stored(weight: float) -> Decimal:
    """Return a weight as the column of two decimals holds it."""
    return Decimal(str(weight)).quantize(_HUNDREDTH)


def unit_of(load: Load | None) -> str:
    return load.unit.value if load else "kg"


def _prescription_values(
    change: Change, session: PreparedSession, each: Prescribed
) -> tuple[object, ...]:
    return (
        change.user_id,
        session.row.id,
        each.exercise_id,
        each.sets,
        each.reps,
        as_stored(each.load.entered) if each.load else None,
        unit_of(each.load),
        each.rir,
        each.full_sets if each.full_sets != each.sets else None,
        each.is_recovery,
        None if each.swap is Swap.NONE else each.swap.value,
        each.because,
        each.rule_id,
    )


def _decision_values(
    change: Change,
    log_id: UUID,
    each: DecidedMuscle,
    became: MuscleChange | None,
) -> tuple[object, ...]:
    decision = each.decision
    base = became.base_sets if became else 0
    return (
        change.user_id,
        log_id,
        each.muscle,
        GROUP_OF[each.muscle],
        each.to_instance_id,
        kind_of(decision),
        decision.gate.gate.value,
        decision.rule_id,
        decision.because,
        each.answers.soreness,
        each.performance,
        each.answers.pump,
        each.answers.challenge,
        each.answers.joint_pain,
        each.consecutive_misses,
        raw_change(decision, base_sets=base),
        became.delta_applied if became else 0,
        became.cap_reason if became else None,
        None if decision.swap is Swap.NONE else decision.swap.value,
        decision.hold_load,
        became.base_sets if became else None,
        became.sets if became else None,
        decision.progression,
        decision.deload,
        ENGINE_VERSION,
        change.now,
        change.revision,
        None if each.readiness is None else round(Decimal(str(each.readiness)), 3),
    )
