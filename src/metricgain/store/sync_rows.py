"""The rows that devices keep a copy of, many at a time and whole.

Each function takes the ids by which `store.sync` names rows and leaves out those that
are gone meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from metricgain.store.archive.seeing import Wanted, is_any_archived, see_archive
from metricgain.store.database import Row, Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class MesocycleRows:
    """Blocks with everything that lies in them."""

    mesocycles: list[Row]
    microcycles: list[Row]
    workouts: list[Row]
    workout_exercises: list[Row]
    emphasis: list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceRows:
    """Planned workouts with their prescriptions."""

    instances: list[Row]
    prescriptions: list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRows:
    """Workouts as they were done, with sets, answers and what was decided."""

    logs: list[Row]
    sets: list[Row]
    feedback: list[Row]
    muscle_feedback: list[Row]
    exercise_feedback: list[Row]
    decisions: list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseRows:
    """Exercises of the user's own with the muscles they train."""

    exercises: list[Row]
    muscles: list[Row]


async def mesocycle_rows(tx: Transaction, ids: Sequence[str]) -> MesocycleRows:
    """Return blocks by their ids."""
    return MesocycleRows(
        mesocycles=await _rows(tx, "sync_mesocycles", ids),
        microcycles=await _rows(tx, "sync_microcycles", ids),
        workouts=await _rows(tx, "sync_workouts", ids),
        workout_exercises=await _rows(tx, "sync_workout_exercises", ids),
        emphasis=await _rows(tx, "sync_emphasis", ids),
    )


async def instance_rows(tx: Transaction, ids: Sequence[str]) -> InstanceRows:
    """Return planned workouts by their ids."""
    return InstanceRows(
        instances=await _rows(tx, "sync_workout_instances", ids),
        prescriptions=await _rows(tx, "sync_prescriptions", ids),
    )


async def log_rows(tx: Transaction, ids: Sequence[str]) -> LogRows:
    """Return workouts by their ids."""
    return LogRows(
        logs=await _rows(tx, "sync_workout_logs", ids),
        sets=await _sets(tx, ids),
        feedback=await _rows(tx, "sync_feedback", ids),
        muscle_feedback=await _rows(tx, "sync_muscle_feedback", ids),
        exercise_feedback=await _rows(tx, "sync_exercise_feedback", ids),
        decisions=await _rows(tx, "sync_decisions", ids),
    )


async def exercise_rows(tx: Transaction, ids: Sequence[str]) -> ExerciseRows:
    """Return exercises of the user's own by their ids."""
    numbers = [int(one) for one in ids]
    exercises = await tx.rows(sql("sync_exercises"), tx.user_id, numbers)
    return ExerciseRows(
        exercises=exercises,
        muscles=await tx.rows(
            sql("sync_exercise_muscles"), [row["id"] for row in exercises]
        ),
    )


async def proposal_rows(tx: Transaction, ids: Sequence[str]) -> list[Row]:
    """Return offered changes of the plan by their ids."""
    return await _rows(tx, "sync_proposals", ids)


async def link_rows(tx: Transaction, ids: Sequence[str]) -> list[Row]:
    """Return what names of other apps stand for, by `<app>/<name>`."""
    return await _pairs(tx, "sync_exercise_links", ids)


async def preferences_rows(tx: Transaction) -> list[Row]:
    """Return the user's preferences: one row or none."""
    return await tx.rows(sql("sync_preferences"), tx.user_id)


async def landmark_rows(tx: Transaction, ids: Sequence[str]) -> list[Row]:
    """Return the user's own landmarks by muscle."""
    return await _rows(tx, "sync_landmarks", ids)


async def deleted_rows(tx: Transaction, ids: Sequence[str]) -> list[Row]:
    """Return tombstones by `<table>/<key>`."""
    return await _pairs(tx, "sync_deleted", ids)


async def _sets(tx: Transaction, ids: Sequence[str]) -> list[Row]:
    """Return the sets of workouts, of archived ones as well.

    Between two statements, a block may be brought back: no set is told twice.
    """
    rows = await _rows(tx, "sync_sets", ids)
    empty = sorted({*ids} - {str(row["workout_log_id"]) for row in rows})
    if not empty or not await is_any_archived(tx):
        return rows
    await see_archive(tx, Wanted(logs=[UUID(one) for one in empty]))
    more = await _rows(tx, "sync_sets", empty)
    return [*rows, *{(row["workout_log_id"], row["id"]): row for row in more}.values()]


async def _rows(tx: Transaction, name: str, ids: Sequence[str]) -> list[Row]:
    return await tx.rows(sql(name), tx.user_id, ids)


async def _pairs(tx: Transaction, name: str, ids: Sequence[str]) -> list[Row]:
    halves = [one.partition("/") for one in ids]
    return await tx.rows(
        sql(name),
        tx.user_id,
        [half[0] for half in halves],
        [half[2] for half in halves],
    )
