"""The straightforward way to decide a workout: three questions per muscle group.

It asks for each group what the batched statements ask for all at once, with plain
statements of its own, and must always come to the same decisions.
"""

from dataclasses import dataclass
from uuid import UUID

from metricgain.engine.decisions import Decision
from metricgain.engine.facts import NextSession
from metricgain.engine.muscles import GROUP_OF, Muscle, MuscleGroup, muscles_of
from metricgain.engine.performance import MISSED
from metricgain.engine.progression import (
    FeedbackAnswers,
    FinishedWorkout,
    WorkoutMetrics,
    should_do_progression,
)
from metricgain.store.database import Row, Transaction

_TRAINS = """
    EXISTS (SELECT FROM prescriptions p
            JOIN exercise_muscles em USING (exercise_id)
            WHERE p.user_id = i.user_id AND p.workout_instance_id = i.id
              AND em.contribution = 1 AND em.muscle = m.muscle)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneByOne:
    """The decisions by muscle, and how many statements they took."""

    decisions: dict[Muscle, Decision]
    statements: int


async def decide_one_by_one(
    tx: Transaction, log_id: UUID, *, week_number: int, weeks: int, is_deload: bool
) -> OneByOne:
    """Decide each group that the workout trained with three statements of its own."""
    groups = await tx.rows(
        "SELECT DISTINCT muscle_group FROM user_muscle_group_metrics"
        " WHERE workout_log_id = $1", log_id,
    )  # fmt: skip
    before = tx.statements
    decisions: dict[Muscle, Decision] = {}
    for row in groups:
        decisions |= await _decide_group(
            tx,
            log_id,
            MuscleGroup(row["muscle_group"]),
            FinishedWorkout(week_number=week_number, weeks=weeks, is_deload=is_deload),
        )
    return OneByOne(decisions=decisions, statements=tx.statements - before)


async def _decide_group(
    tx: Transaction, log_id: UUID, group: MuscleGroup, workout: FinishedWorkout
) -> dict[Muscle, Decision]:
    muscles = list(muscles_of(group))
    following = await _following(tx, log_id, muscles)
    previous = await _previous(tx, log_id, muscles)
    done = await _done(tx, log_id, group)
    trained = {Muscle(row["muscle"]): row for row in done}
    progress = should_do_progression(
        workout,
        {m: _metrics(row, following.get(m), previous[m]) for m, row in trained.items()},
        {m: _answers(row) for m, row in trained.items()},
    )
    assert {GROUP_OF[muscle] for muscle in progress} <= {group}
    return {muscle: made.decision for muscle, made in progress.items()}


async def _following(
    tx: Transaction, log_id: UUID, muscles: list[Muscle]
) -> dict[str, Row]:
    return {
        row["muscle"]: row
        for row in await tx.rows(
            f"""
            SELECT m.muscle, n.week_number, n.is_deload
            FROM unnest($2::text[]) AS m (muscle)
            JOIN workout_instances w ON w.id = $1
            CROSS JOIN LATERAL (
                SELECT i.week_number, i.is_deload FROM workout_instances i
                WHERE i.mesocycle_id = w.mesocycle_id AND i.status = 'scheduled'
                  AND (i.week_number > w.week_number OR i.week_number = w.week_number
                       AND i.position > w.position) AND {_TRAINS}
                ORDER BY i.week_number, i.position LIMIT 1) n
            """,  # noqa: S608 - a constant of this file
            log_id,
            muscles,
        )
    }


async def _previous(
    tx: Transaction, log_id: UUID, muscles: list[Muscle]
) -> dict[str, Row]:
    return {
        row["muscle"]: row
        for row in await tx.rows(
            """
            SELECT m.muscle,
                (SELECT array_agg(x.value ORDER BY i.week_number DESC, i.position DESC)
                 FROM user_muscle_group_metrics x
                 JOIN workout_instances i ON i.id = x.workout_log_id
                 WHERE x.muscle = m.muscle AND i.mesocycle_id = w.mesocycle_id
                   AND i.status = 'completed' AND (i.week_number < w.week_number
                   OR i.week_number = w.week_number AND i.position < w.position)
                   AND i.week_number * 100 + i.position >= (
                        SELECT coalesce(max(t.week_number * 100 + t.position), 0)
                        FROM progression_decisions d
                        JOIN workout_instances t ON t.id = d.to_instance_id
                        WHERE d.muscle = m.muscle AND d.kind = 'recover'
                          AND t.mesocycle_id = w.mesocycle_id
                          AND t.status = 'completed' AND t.id <> w.id)
                   AND NOT EXISTS (SELECT FROM progression_decisions r
                        WHERE r.to_instance_id = i.id AND r.kind = 'recover'
                          AND r.muscle = m.muscle)
                ) AS scores,
                EXISTS (SELECT FROM user_muscle_group_metrics x
                 JOIN workout_instances i ON i.id = x.workout_log_id
                 WHERE x.muscle = m.muscle AND i.mesocycle_id = w.mesocycle_id
                   AND i.status = 'completed' AND (i.week_number < w.week_number
                   OR i.week_number = w.week_number AND i.position < w.position)
                ) AS exists,
                EXISTS (SELECT FROM progression_decisions d
                        WHERE d.to_instance_id = w.id AND d.kind = 'recover'
                          AND d.muscle = m.muscle) AS recovering
            FROM unnest($2::text[]) AS m (muscle)
            JOIN workout_instances w ON w.id = $1
            """,
            log_id,
            muscles,
        )
    }


async def _done(tx: Transaction, log_id: UUID, group: MuscleGroup) -> list[Row]:
    return await tx.rows(
        """
        SELECT x.muscle, x.value, f.soreness_level, f.pump_level, f.challenge_level,
            (SELECT max(e.joint_pain) FROM exercise_feedback e
             JOIN exercise_muscles em USING (exercise_id)
             WHERE e.workout_log_id = x.workout_log_id AND em.muscle = x.muscle
               AND em.contribution = 1) AS joint_pain
        FROM user_muscle_group_metrics x
        LEFT JOIN muscle_group_feedback f USING (workout_log_id, muscle_group)
        WHERE x.workout_log_id = $1 AND x.muscle_group = $2
        """,
        log_id,
        group,
    )


def _metrics(row: Row, following: Row | None, before: Row) -> WorkoutMetrics:
    performance = None if row["value"] is None else int(row["value"])
    scores = [performance, *(before["scores"] or ())]
    misses = 0
    for score in (score for score in scores if score is not None):
        if score != MISSED:
            break
        misses += 1
    return WorkoutMetrics(
        next_session=None
        if following is None
        else NextSession(
            week_number=following["week_number"], is_deload=following["is_deload"]
        ),
        has_previous=before["exists"],
        performance=performance,
        consecutive_misses=0 if before["recovering"] else misses,
        is_recovery=before["recovering"],
    )


def _answers(row: Row) -> FeedbackAnswers:
    return FeedbackAnswers(
        soreness=row["soreness_level"],
        pump=row["pump_level"],
        challenge=row["challenge_level"],
        joint_pain=row["joint_pain"],
    )
