"""The exercises to choose from."""

from metricgain.store.database import Transaction
from metricgain.store.exercises import (
    ExerciseRow,
    Wanted,
    find_exercises,
    load_exercise,
)


async def exercises(
    tx: Transaction, wanted: Wanted, *, after: tuple[str, int] | None, limit: int
) -> list[ExerciseRow]:
    """Return exercises by name, found by words of any name that they go by."""
    return await find_exercises(tx, wanted, after=after, limit=limit)


async def exercise(tx: Transaction, exercise_id: int) -> ExerciseRow:
    """Return one exercise. Raises NotFound."""
    return await load_exercise(tx, exercise_id)
