# ruff: noqa: S608 - the names in the statements come from the metadata
"""What goes when something is deleted, and what stays."""

from uuid import UUID

import asyncpg
import pytest

from make import (
    Row,
    Rows,
    filled,
    id_for,
    insert,
)
from metricgain.store.tables import metadata

TABLES = metadata.tables
OF_A_LOG = {
    "workout_logs",
    "sets",
    "muscle_group_feedback",
    "muscle_feedback",
    "exercise_feedback",
    "imported_names",
    "user_muscle_group_metrics",
    "progression_decisions",
    "plan_proposals",
}
OF_A_WORKOUT = OF_A_LOG | {
    "workouts",
    "workout_exercises",
    "workout_instances",
    "prescriptions",
    "week_changes",
    "gym_days",
}
OF_A_MESOCYCLE = OF_A_WORKOUT | {
    "mesocycles",
    "mesocycle_emphasis",
    "microcycles",
    "archived_mesocycles",
}
OF_A_PROGRAM = OF_A_MESOCYCLE | {"fitness_programs", "macrocycles"}
OF_AN_EXERCISE = {
    "exercises",
    "exercise_muscles",
    "exercise_aliases",
    "exercise_links",
    "workout_exercises",
    "prescriptions",
    "sets",
    "exercise_feedback",
    "plan_proposals",
    "week_changes",
    "exercise_weekly_summary",
    "personal_records",
    "training_profile_exercises",
}
OF_NOBODY = {
    *("instance_events", "sign_in_attempts", "catalogue_state", "switches"),
    # No key refers to anything: what deletes a user deletes their jobs.
    *("jobs", "job_schedules", "request_times", "slow_statements"),
}


@pytest.mark.parametrize(
    ("table", "gone"),
    [
        pytest.param("workout_logs", OF_A_LOG, id="a log"),
        pytest.param("workouts", OF_A_WORKOUT, id="a workout"),
        pytest.param("mesocycles", OF_A_MESOCYCLE, id="a block"),
        pytest.param("fitness_programs", OF_A_PROGRAM, id="a program"),
        pytest.param("exercises", OF_AN_EXERCISE, id="a custom exercise"),
        pytest.param("users", set(TABLES) - OF_NOBODY, id="a user"),
    ],
)
async def test_all_that_belongs_to_it_goes_with(
    owner: asyncpg.Connection, table: str, gone: set[str]
) -> None:
    async with filled(owner) as (_user_id, rows):
        await owner.execute(f"DELETE FROM {table} WHERE {same(rows[table])}")
        await check_references(owner)

        assert await tables_without(owner, rows) == gone


async def test_a_user_goes_whatever_refers_to_what(owner: asyncpg.Connection) -> None:
    async with filled(owner) as (user_id, rows):
        await add_a_second_block(owner, rows)

        await owner.execute("DELETE FROM users WHERE id = $1", user_id)
        await check_references(owner)

        for name, table in TABLES.items():
            if "user_id" in table.columns:
                left = await owner.fetchval(
                    f"SELECT count(*) FROM {name} WHERE user_id = $1", user_id
                )
                assert left == 0, name


async def test_a_program_goes_with_blocks_that_continue_each_other(
    owner: asyncpg.Connection,
) -> None:
    async with filled(owner) as (user_id, rows):
        await add_a_second_block(owner, rows)

        await owner.execute("DELETE FROM fitness_programs WHERE user_id = $1", user_id)
        await check_references(owner)

        left = "SELECT count(*) FROM mesocycles WHERE user_id = $1"
        assert await owner.fetchval(left, user_id) == 0


@pytest.mark.parametrize("table", ["mesocycles", "workout_logs"])
async def test_what_another_row_still_names_cannot_go_alone(
    owner: asyncpg.Connection, table: str
) -> None:
    async with filled(owner) as (_user_id, rows):
        await add_a_second_block(owner, rows)

        await owner.execute(f"DELETE FROM {table} WHERE {same(rows[table])}")

        with pytest.raises(asyncpg.ForeignKeyViolationError):
            await check_references(owner)


async def test_a_log_goes_once_later_soreness_no_longer_names_it(
    owner: asyncpg.Connection,
) -> None:
    async with filled(owner) as (_user_id, rows):
        await add_a_second_block(owner, rows)

        await owner.execute(
            f"DELETE FROM workout_logs WHERE {same(rows['workout_logs'])}"
        )
        await owner.execute("UPDATE muscle_group_feedback SET about_log_id = NULL")

        await check_references(owner)


async def check_references(owner: asyncpg.Connection) -> None:
    """Check now what is otherwise checked when a transaction commits."""
    await owner.execute("SET CONSTRAINTS ALL IMMEDIATE")


async def add_a_second_block(owner: asyncpg.Connection, rows: Rows) -> None:
    """Add a block of another macrocycle that continues the first, with one log.

    Soreness in its log is about the log of the first, and the other way round.
    """
    user_id = rows["users"]["id"]
    assert isinstance(user_id, int)
    second: Rows = {
        "macrocycles": {"id": id_for(user_id, "macrocycle 2"), "order_index": 2},
        "mesocycles": {
            "id": id_for(user_id, "mesocycle 2"),
            "macrocycle_id": id_for(user_id, "macrocycle 2"),
            "status": "planned",
        },
        "workout_logs": {
            "id": id_for(user_id, "log 2"),
            "workout_instance_id": None,
            "mesocycle_id": id_for(user_id, "mesocycle 2"),
            "workout_id": None,
        },
        "muscle_group_feedback": {"workout_log_id": id_for(user_id, "log 2")},
    }
    for table, change in second.items():
        await insert(owner.execute, TABLES[table], rows[table] | change)
    await owner.execute(
        "UPDATE muscle_group_feedback SET about_log_id = $2 WHERE workout_log_id = $1",
        id_for(user_id, "log"),
        id_for(user_id, "log 2"),
    )


def same(row: Row) -> str:
    """Return the condition that only this row meets."""
    return " AND ".join(
        f"{name} = {literal(value)}"
        for name, value in row.items()
        if isinstance(value, int | str | bytes | UUID) and value is not None
    )


def literal(value: object) -> str:
    if isinstance(value, bytes):
        return f"'\\x{value.hex()}'"
    return str(value) if isinstance(value, int) else f"'{value}'"


async def tables_without(owner: asyncpg.Connection, rows: Rows) -> set[str]:
    return {
        table
        for table, row in rows.items()
        if not await owner.fetchval(f"SELECT count(*) FROM {table} WHERE {same(row)}")
    }
