"""Every exercise that a lifter may do, as what could stand in for another."""

from metricgain.engine.alternatives import Candidate
from metricgain.store.database import Transaction, sql
from metricgain.store.exercises import (
    ExerciseRow,
    Wanted,
    find_exercises,
    load_exercise,
)

_ALL = 100_000


async def load_all(tx: Transaction) -> tuple[list[ExerciseRow], set[int]]:
    """Return all exercises that are not retired, and the ids of those done before."""
    known = await tx.rows(sql("exercises_familiar"), tx.user_id)
    found = await find_exercises(tx, Wanted(), after=None, limit=_ALL)
    return found, {row["id"] for row in known}


async def load_candidates(tx: Transaction) -> list[Candidate]:
    """Return all exercises that are not retired, by two statements."""
    found, familiar = await load_all(tx)
    return [_candidate(one, is_familiar=one.id in familiar) for one in found]


async def load_candidate(tx: Transaction, exercise_id: int) -> Candidate:
    """Return one exercise, retired or not. Raises NotFound."""
    return _candidate(await load_exercise(tx, exercise_id), is_familiar=True)


def _candidate(one: ExerciseRow, *, is_familiar: bool) -> Candidate:
    return Candidate(
        exercise_id=one.id,
        name=one.name,
        contributions=one.muscles,
        movement=one.movement_pattern,
        equipment=one.equipment,
        is_familiar=is_familiar,
    )
