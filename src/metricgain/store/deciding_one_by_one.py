"""The plain way to decide a workout: three questions for each muscle.

It asks for each muscle what the statements of store/deciding_data.py ask for all at
once, and comes to the same decisions. The switch "progression" falls back on it.
"""

from dataclasses import replace
from uuid import UUID

from metricgain.engine.finished import WorkoutScore
from metricgain.engine.muscles import GROUP_OF, Muscle
from metricgain.engine.progression import FeedbackAnswers, FinishedWorkout
from metricgain.store.database import Transaction, sql
from metricgain.store.deciding_data import (
    Coming,
    DecidingData,
    Done,
    NextRow,
    Previous,
    PreviousSession,
)
from metricgain.store.judging import DecidedMuscle, decide_muscles


async def decide_one_by_one(
    tx: Transaction, log_id: UUID, score: WorkoutScore, workout: FinishedWorkout
) -> tuple[DecidedMuscle, ...]:
    """Decide each muscle that a scored workout trained directly, one after another."""
    decided: list[DecidedMuscle] = []
    for muscle in score.performance:
        data = DecidingData(
            done=await _done(tx, log_id, muscle),
            previous=await _previous(tx, log_id, muscle),
            coming=await _coming(tx, log_id, muscle),
        )
        alone = replace(
            score,
            performance={muscle: score.performance[muscle]},
            joint_pain={muscle: score.joint_pain[muscle]},
        )
        decided += decide_muscles(data, alone, workout)
    return tuple(decided)


async def _done(tx: Transaction, log_id: UUID, muscle: Muscle) -> Done:
    group = GROUP_OF[muscle]
    row = await tx.row(
        sql("deciding_answers_of_muscle"), tx.user_id, log_id, muscle, group
    )
    assert row is not None
    return Done(
        exercises=(),
        by_group={
            group: FeedbackAnswers(
                soreness=row["group_soreness"],
                pump=row["group_pump"],
                challenge=row["group_challenge"],
            )
        },
        by_muscle={
            muscle: FeedbackAnswers(
                soreness=row["soreness_level"],
                pump=row["pump_level"],
                challenge=row["challenge_level"],
            )
        },
        body_weight_kg=None,
    )


async def _previous(tx: Transaction, log_id: UUID, muscle: Muscle) -> Previous:
    row = await tx.row(sql("deciding_previous_of_muscle"), tx.user_id, log_id, muscle)
    assert row is not None
    before = {}
    if row["log_id"] is not None:
        before[muscle] = PreviousSession(
            muscle=muscle,
            log_id=row["log_id"],
            was_recovery=row["was_recovery"],
            consecutive_misses=row["consecutive_misses"],
        )
    return Previous(
        muscles=before,
        recovering=frozenset({muscle} if row["is_recovering"] else ()),
        exposures={},
    )


async def _coming(tx: Transaction, log_id: UUID, muscle: Muscle) -> Coming:
    row = await tx.row(sql("deciding_next_of_muscle"), tx.user_id, log_id, muscle)
    following = {}
    if row is not None:
        following[muscle] = NextRow(
            muscle=muscle,
            id=row["id"],
            workout_id=row["workout_id"],
            week_number=row["week_number"],
            is_deload=row["is_deload"],
            status=row["status"],
        )
    return Coming(
        next=following, sessions={}, lasts={}, decided=(), place=None, overrides={}
    )
