# ruff: noqa: S608 - the names in the statements come from this file
"""The database refuses what requirement 2 says it must, and lets the edges pass."""

from decimal import Decimal
from uuid import UUID

import asyncpg
import pytest

from make import MORNING, Row, exercise_row, filled, insert
from metricgain.store.refusals import refusal_of
from metricgain.store.tables import metadata

# Table, what is set, and whether it may be. $1 stands for the value.
EDGES = [
    ("mesocycles", "duration_weeks", 2, False),
    ("mesocycles", "duration_weeks", 3, True),
    ("mesocycles", "duration_weeks", 7, True),
    ("mesocycles", "duration_weeks", 8, False),
    ("mesocycles", "current_week", 4, True),
    ("mesocycles", "current_week", 5, False),
    ("mesocycles", "current_week", 0, False),
    ("mesocycles", "status", "paused", False),
    ("mesocycles", "days_per_week", 8, False),
    ("workouts", "day_of_week", 0, True),
    ("workouts", "day_of_week", 6, True),
    ("workouts", "day_of_week", 7, False),
    ("workout_exercises", "target_sets", 15, True),
    ("workout_exercises", "target_sets", 16, False),
    ("workout_exercises", "target_sets", 0, False),
    ("workout_exercises", "target_weight", Decimal(1000), True),
    ("workout_exercises", "target_weight", Decimal("1000.01"), False),
    ("workout_logs", "status", "done", False),
    ("workout_logs", "week_number", 8, False),
    ("sets", "reps", 0, True),
    ("sets", "reps", -1, False),
    ("sets", "weight", Decimal(0), True),
    ("sets", "weight", Decimal("-0.01"), False),
    ("sets", "weight_unit", "st", False),
    ("muscle_group_feedback", "soreness_level", -1, False),
    ("muscle_group_feedback", "soreness_level", 0, True),
    ("muscle_group_feedback", "soreness_level", 3, True),
    ("muscle_group_feedback", "soreness_level", 4, False),
    ("muscle_group_feedback", "pump_level", 4, False),
    ("muscle_group_feedback", "challenge_level", 4, False),
    ("muscle_group_feedback", "muscle_group", "neck", False),
    ("exercises", "muscle_group", "neck", False),
    ("exercises", "exercise_type", "magnet", False),
    ("users", "email", "Upper@example.org", False),
]


@pytest.mark.parametrize(
    ("table", "column", "value", "allowed"),
    [pytest.param(*edge, id=f"{edge[0]}.{edge[1]} {edge[2]}") for edge in EDGES],
)
async def test_a_value_is_kept_or_refused_by_name(
    owner: asyncpg.Connection,
    *,
    table: str,
    column: str,
    value: object,
    allowed: bool,
) -> None:
    async with filled(owner) as (user_id, _rows):
        key = "id" if table == "users" else "user_id"
        error = await error_of(
            owner, f"UPDATE {table} SET {column} = $1 WHERE {key} = $2", value, user_id
        )

    if allowed:
        assert error is None
    else:
        assert isinstance(error, asyncpg.CheckViolationError)
        refusal = refusal_of(error)
        assert refusal is not None
        assert refusal.field in (column, "weeks", "email_lower")


@pytest.mark.parametrize(
    ("table", "change"),
    [
        pytest.param(
            "users",
            {"id": 1_000_000, "email": "filled@example.org", "password_hash": ""},
            id="an e-mail address",
        ),
        pytest.param(
            "workout_exercises", {"id": UUID(int=1)}, id="an exercise in a workout"
        ),
        pytest.param("muscle_group_feedback", {}, id="feedback on a group in a log"),
        pytest.param("mesocycles", {"id": UUID(int=1)}, id="an active block"),
    ],
)
async def test_there_is_one_of(
    owner: asyncpg.Connection, table: str, change: Row
) -> None:
    async with filled(owner) as (_user_id, rows):
        row = rows[table] | change
        with pytest.raises(asyncpg.UniqueViolationError):
            await insert(owner.execute, metadata.tables[table], row)


async def test_a_user_may_have_an_exercise_of_the_same_name_as_another(
    owner: asyncpg.Connection,
) -> None:
    async with filled(owner) as (user_id, _rows):
        again = exercise_row(user_id, number=2)

        await insert(owner.execute, metadata.tables["exercises"], again)


async def test_two_system_exercises_cannot_share_a_name(
    owner: asyncpg.Connection,
) -> None:
    def shared(number: int) -> dict[str, object]:
        return exercise_row(0, number=number, name="A Name of Two") | {
            "user_id": None,
            "is_system": True,
        }

    async with filled(owner):
        await insert(owner.execute, metadata.tables["exercises"], shared(4_000_001))
        with pytest.raises(asyncpg.UniqueViolationError):
            await insert(owner.execute, metadata.tables["exercises"], shared(4_000_002))


async def test_the_minutes_of_a_workout_follow_from_its_times(
    owner: asyncpg.Connection,
) -> None:
    async with filled(owner) as (user_id, _rows):
        minutes = await owner.fetchval(
            "UPDATE workout_logs SET started_at = $1::timestamptz,"
            " completed_at = $1::timestamptz + interval '65 minutes'"
            " WHERE user_id = $2 RETURNING duration_minutes",
            MORNING,
            user_id,
        )

    assert minutes == 65


async def error_of(
    owner: asyncpg.Connection, statement: str, *values: object
) -> asyncpg.PostgresError | None:
    try:
        await owner.execute(statement, *values)
    except asyncpg.PostgresError as error:
        return error
    return None
