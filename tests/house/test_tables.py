"""Every table keeps to what requirement 2 asks and to what sharding needs."""

import asyncpg
import pytest
from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Integer,
    Numeric,
    String,
    Table,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

from metricgain.store.tables import metadata

TABLES = metadata.tables
OWNED = sorted(name for name, table in TABLES.items() if table.info.get("owned"))
OWNED_PARAMS = pytest.mark.parametrize(
    "table", [TABLES[name] for name in OWNED], ids=str
)

# Who holds a session or token is the question, so its user cannot be given.
FOUND_BY_HASH_ALONE = {
    "sessions": [["token_hash"]],
    "api_tokens": [["token_hash"]],
    "calendar_feeds": [["token_hash"]],
    # Whose passkey or identity this is is the question at the door.
    "passkeys": [["credential_id"]],
    "provider_identities": [["subject"]],
    # Whom a message of WHOOP is about is the question.
    "whoop_connections": [["member_id"]],
}
# name:family, with ! where there must be a value.
ASKED_FOR = {
    "users": "id:key! email:text! password_hash:text! full_name:text created_at:moment"
    " updated_at:moment last_login:moment is_active:flag timezone:text"
    " preferences:json",
    "mesocycles": "id:key! user_id:whole! name:text! description:text"
    " duration_weeks:whole! current_week:whole status:text! start_date:date"
    " end_date:date days_per_week:whole! created_at:moment updated_at:moment"
    " completed_at:moment parent_mesocycle_id:key copied_from_week:whole",
    "workouts": "id:key! mesocycle_id:key! name:text! description:text"
    " day_of_week:whole position_in_week:whole created_at:moment updated_at:moment",
    "exercises": "id:key! name:text! description:text muscle_group:text!"
    " exercise_type:text! user_id:whole is_system:flag created_at:moment"
    " updated_at:moment media_url:text",
    "workout_exercises": "id:key! workout_id:key! exercise_id:key! position:whole!"
    " target_sets:whole! target_reps_min:whole target_reps_max:whole"
    " target_weight:number target_rir:whole notes:text created_at:moment"
    " updated_at:moment",
    # Free and imported training has no workout, block or week.
    "workout_logs": "id:key! workout_id:key user_id:whole! mesocycle_id:key"
    " week_number:whole performed_at:moment status:text! started_at:moment"
    " completed_at:moment duration_minutes:whole notes:text created_at:moment"
    " updated_at:moment",
    "sets": "id:key! workout_log_id:key! exercise_id:key! set_number:whole!"
    " weight:number! reps:whole! performed_at:moment video_url:text",
    # Its key is the log and the muscle group; there is no id beside them.
    "muscle_group_feedback": "workout_log_id:key! muscle_group:text!"
    " soreness_level:whole pump_level:whole challenge_level:whole"
    " soreness_recorded_at:moment performance_recorded_at:moment created_at:moment",
    "templates": "id:key! name:text! description:text is_system:flag user_id:whole"
    " config:json! times_used:whole tags:list created_at:moment updated_at:moment",
}
FAMILIES: dict[str, tuple[type, ...]] = {
    "key": (Integer, Uuid),
    "whole": (Integer,),
    "number": (Numeric,),
    "text": (String,),
    "moment": (DateTime,),
    "date": (Date,),
    "flag": (Boolean,),
    "json": (JSONB,),
    "list": (ARRAY,),
}
CASCADES = [
    ("workouts", "mesocycles"),
    ("workout_exercises", "workouts"),
    ("workout_exercises", "exercises"),
    ("workout_logs", "workouts"),
    ("workout_logs", "mesocycles"),
    ("workout_logs", "users"),
    ("mesocycles", "users"),
    ("sets", "workout_logs"),
    ("sets", "exercises"),
    ("muscle_group_feedback", "workout_logs"),
    ("exercises", "users"),
    ("templates", "users"),
]
UNIQUES = [
    ("users", ("email",)),
    ("workout_exercises", ("user_id", "workout_id", "exercise_id")),
    ("muscle_group_feedback", ("user_id", "workout_log_id", "muscle_group")),
]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        pytest.param(table, column, id=f"{table}.{column}")
        for table, columns in ASKED_FOR.items()
        for column in columns.split()
    ],
)
def test_a_column_that_was_asked_for_is_there(table: str, column: str) -> None:
    name, family = column.rstrip("!").split(":")

    found = TABLES[table].columns[name]

    assert isinstance(found.type, FAMILIES[family])
    if column.endswith("!"):
        assert not found.nullable


def test_moments_carry_a_time_zone() -> None:
    naive = [
        str(column)
        for column in all_columns()
        if isinstance(column.type, DateTime) and not column.type.timezone
    ]

    assert naive == []


@pytest.mark.parametrize(("table", "target"), CASCADES)
def test_a_row_goes_with_what_it_belongs_to(table: str, target: str) -> None:
    actions = [
        key.ondelete
        for key in TABLES[table].foreign_key_constraints
        if key.referred_table.name == target
    ]

    assert "CASCADE" in actions


@pytest.mark.parametrize(("table", "columns"), UNIQUES)
def test_what_may_be_there_once_is_unique(table: str, columns: tuple[str, ...]) -> None:
    uniques = [
        tuple(constraint.columns.keys())
        for constraint in TABLES[table].constraints
        if isinstance(constraint, UniqueConstraint)
    ]

    assert columns in (*uniques, tuple(TABLES[table].primary_key.columns.keys()))


@OWNED_PARAMS
def test_an_owned_table_is_keyed_by_its_user_first(table: Table) -> None:
    assert next(iter(table.primary_key.columns)).name == "user_id"
    assert not table.c.user_id.nullable


@OWNED_PARAMS
def test_uniques_and_indexes_of_an_owned_table_begin_with_its_user(
    table: Table,
) -> None:
    uniques = [
        list(constraint.columns.keys())
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    indexes = [[column.name for column in index.columns] for index in table.indexes]
    unique_indexes = [
        [column.name for column in index.columns]
        for index in table.indexes
        if index.unique
    ]

    assert [key for key in uniques + unique_indexes if key[0] != "user_id"] == []
    others = [key for key in indexes if key[0] != "user_id"]
    assert others == FOUND_BY_HASH_ALONE.get(table.name, [])


@OWNED_PARAMS
def test_references_between_owned_tables_carry_the_user(table: Table) -> None:
    for key in table.foreign_key_constraints:
        if key.referred_table.name in OWNED:
            pairs = {(e.parent.name, e.column.name) for e in key.elements}
            assert ("user_id", "user_id") in pairs, key.name


@OWNED_PARAMS
def test_an_owned_row_reaches_its_user(table: Table) -> None:
    reached = {table.name}
    for _ in OWNED:
        reached |= {
            key.referred_table.name
            for name in reached
            for key in TABLES[name].foreign_key_constraints
            if key.ondelete == "CASCADE" and "user_id" in key.column_keys
        }

    assert "users" in reached


@OWNED_PARAMS
def test_an_exercise_of_another_user_is_refused_by_its_id(table: Table) -> None:
    checks = {
        str(check.name).removeprefix(f"{table.name}_")
        for check in table.constraints
        if isinstance(check, CheckConstraint)
    }

    assert ("exercise_id" in table.columns) == ("own_exercise_check" in checks)


def test_a_table_with_a_user_is_owned_or_shared() -> None:
    with_user = {name for name, table in TABLES.items() if "user_id" in table.columns}

    assert with_user - set(OWNED) == {"exercises", "templates"}


def test_no_shared_table_points_to_an_owned_one() -> None:
    pointing = [
        str(key.name)
        for name, table in TABLES.items()
        if name not in OWNED
        for key in table.foreign_key_constraints
        if key.referred_table.name in OWNED
    ]

    assert pointing == []


def test_nothing_is_set_to_null_when_its_target_goes() -> None:
    actions = {
        key.ondelete
        for table in TABLES.values()
        for key in table.foreign_key_constraints
    }

    assert actions == {"CASCADE", None}


async def test_the_database_has_no_triggers_functions_or_extensions_of_ours(
    owner: asyncpg.Connection,
) -> None:
    found = await owner.fetch(
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        " UNION ALL SELECT proname FROM pg_proc"
        " WHERE pronamespace = 'public'::regnamespace"
        " UNION ALL SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'"
    )

    assert found == []


def all_columns() -> list[Column[object]]:
    return [column for table in TABLES.values() for column in table.columns]
