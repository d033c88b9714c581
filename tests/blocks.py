"""Blocks to train in, started as a user would start them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from make import id_for, make_user
from metricgain.actions.start_mesocycle import start_mesocycle
from metricgain.engine.landmarks import Emphasis
from metricgain.engine.muscles import Muscle
from metricgain.engine.outline import Outline, OutlineExercise, OutlineWorkout
from metricgain.kit.ids import secret
from metricgain.store.changes import changing
from metricgain.store.database import Database
from metricgain.store.mesocycles import StoredBlock, load_block

NOW = datetime(2026, 1, 4, 18, tzinfo=UTC)
MONDAY = date(2026, 1, 5)
BENCH, INCLINE, ROW, SQUAT, CURL, WRIST_CURL = 1, 4, 318, 2000, 3001, 3030


def exercise(exercise_id: int, sets: int = 3) -> OutlineExercise:
    """Plan an exercise for 8 to 12 reps."""
    return OutlineExercise(exercise_id=exercise_id, sets=sets, rep_min=8, rep_max=12)


def workout(name: str, weekday: int, *exercises: OutlineExercise) -> OutlineWorkout:
    """Plan a workout."""
    return OutlineWorkout(name=name, weekday=weekday, exercises=exercises)


PUSH = workout("Push", 0, exercise(BENCH), exercise(INCLINE, 2))
PULL = workout("Pull", 3, exercise(ROW), exercise(CURL, 2), exercise(WRIST_CURL, 2))


def outline(
    *workouts: OutlineWorkout,
    weeks: int = 4,
    start: date = MONDAY,
    emphasis: Mapping[Muscle, Emphasis] | None = None,
) -> Outline:
    """Plan a block; of a push and a pull workout unless told otherwise."""
    return Outline(
        name="Spring",
        start_date=start,
        weeks=weeks,
        workouts=workouts or (PUSH, PULL),
        emphasis=emphasis or {},
    )


async def new_user(database: Database) -> int:
    """Make a user nobody else knows."""
    return await make_user(database, f"{secret().lower()}@example.org")


async def start(
    database: Database,
    user_id: int,
    plan: Outline | None = None,
    *,
    name: str = "block",
) -> UUID:
    """Start a block and return its id."""
    mesocycle_id = id_for(user_id, name)
    async with changing(database, user_id, now=NOW) as change:
        await start_mesocycle(
            change, mesocycle_id=mesocycle_id, outline=plan or outline()
        )
    return mesocycle_id


async def load(database: Database, user_id: int, mesocycle_id: UUID) -> StoredBlock:
    """Return a block as it is stored."""
    async with database.as_user(user_id) as tx:
        return await load_block(tx, mesocycle_id)


async def log_past(  # noqa: PLR0913 - what a set is
    database: Database,
    user_id: int,
    exercise_id: int,
    *,
    day: date,
    weight: str,
    reps: int,
    rir: str | None = None,
    unit: str = "kg",
) -> None:
    """Put a finished free workout with one set into the log."""
    log_id = id_for(user_id, f"past {exercise_id} {day}")
    at = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
    async with database.as_user(user_id) as tx:
        await tx.run(
            "INSERT INTO workout_logs (user_id, id, local_date, status, performed_at)"
            " VALUES ($1, $2, $3, 'completed', $4)",
            user_id, log_id, day, at,
        )  # fmt: skip
        await tx.run(
            "INSERT INTO sets (user_id, workout_log_id, id, exercise_id, set_number,"
            " reps, weight, weight_unit, rir, performed_at)"
            " VALUES ($1, $2, 1, $3, 1, $4, $5, $6, $7, $8)",
            user_id, log_id, exercise_id, reps, Decimal(weight), unit,
            None if rir is None else Decimal(rir), at,
        )  # fmt: skip


async def finish(database: Database, user_id: int, instance_id: UUID) -> None:
    """Mark a planned workout as done, without any set."""
    async with database.as_user(user_id) as tx:
        await tx.run(
            "INSERT INTO workout_logs (user_id, id, workout_instance_id, workout_id,"
            " mesocycle_id, week_number, local_date, status)"
            " SELECT user_id, id, id, workout_id, mesocycle_id, week_number,"
            " scheduled_on, 'completed' FROM workout_instances"
            " WHERE user_id = $1 AND id = $2",
            user_id, instance_id,
        )  # fmt: skip
        await tx.run(
            "UPDATE workout_instances SET status = 'completed'"
            " WHERE user_id = $1 AND id = $2",
            user_id, instance_id,
        )  # fmt: skip
