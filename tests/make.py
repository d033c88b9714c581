"""Builders: the smallest valid rows, so that a test names only what it is about."""

import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Container
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

import asyncpg
from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import JSONB

from metricgain.store.database import Database
from metricgain.store.tables import metadata
from metricgain.store.tables.metadata import OWNER_BITS

Row: TypeAlias = dict[str, object]
Rows: TypeAlias = dict[str, Row]
Run: TypeAlias = Callable[..., Awaitable[object]]

MONDAY = date(2026, 1, 5)
TWO_DAYS = {"days_per_week": 2, "workouts": []}
MORNING = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)


async def make_user(database: Database, email: str) -> int:
    """Make an account that nobody can sign in to, and return its id."""
    async with database.as_system() as system:
        made = await system.value(
            "INSERT INTO users (email, password_hash) VALUES ($1, '') RETURNING id",
            email,
        )
    assert isinstance(made, int)
    return made


async def fill_every_table(
    run: Run, user_id: int, *, missing: Container[str] = ()
) -> Rows:
    """Put one row into every table for a user who is there; return them by table.

    Of `missing` tables an older schema knows nothing.

    `run` is the `run` of a system transaction, or the `execute` of a connection that
    row-level security lets through. Every reference that a row may hold is set.
    """
    written = rows_for(user_id)
    for table in metadata.sorted_tables:
        if table.name != "users" and table.name not in missing:
            await insert(run, table, written[table.name])
    return written


@asynccontextmanager
async def filled(owner: asyncpg.Connection) -> AsyncIterator[tuple[int, Rows]]:
    """Make a user with a row in every table for the block, and take all of it back."""
    transaction = owner.transaction()
    await transaction.start()
    # An owner that is no superuser is under row-level security as well.
    await owner.execute("SET LOCAL metricgain.as_system = 'on'")
    user_id = await owner.fetchval(
        "INSERT INTO users (email, password_hash)"
        " VALUES ('filled@example.org', '') RETURNING id"
    )
    yield user_id, await fill_every_table(owner.execute, user_id)
    await transaction.rollback()


async def insert(run: Run, table: Table, row: Row) -> None:
    """Put one row into a table. Values of JSON columns are given as Python values."""
    places = ", ".join(
        f"${place}::text::jsonb"
        if isinstance(table.c[name].type, JSONB)
        else f"${place}"
        for place, name in enumerate(row, 1)
    )
    values = (
        json.dumps(value) if isinstance(table.c[name].type, JSONB) else value
        for name, value in row.items()
    )
    await run(f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({places})", *values)  # noqa: S608 - names come from the metadata


def id_for(user_id: int, what: str) -> uuid.UUID:
    """Return the id that rows made here have, the same on every run."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{user_id}/{what}")


def own_exercise_id(user_id: int, number: int = 1) -> int:
    """Return the id of a user's custom exercise."""
    return (user_id << OWNER_BITS) + number


def exercise_row(
    user_id: int, *, number: int = 1, name: str = "Own Press", group: str = "chest"
) -> Row:
    """Return a custom exercise of a user."""
    return {
        "id": own_exercise_id(user_id, number),
        "name": name,
        "muscle_group": group,
        "exercise_type": "freeweight",
        "user_id": user_id,
        "is_system": False,
        "equipment": "barbell",
        "movement_pattern": "horizontal_press",
    }


def mesocycle_row(user_id: int, name: str = "mesocycle") -> Row:
    """Return an active block of four weeks."""
    return {
        "user_id": user_id,
        "id": id_for(user_id, name),
        "name": "Block",
        "duration_weeks": 4,
        "days_per_week": 3,
        "start_date": MONDAY,
    }


def rows_for(user_id: int) -> Rows:
    """Return one valid row of every table, each pointing to the others."""
    return {
        "users": {"id": user_id},
        **_rows_of_account(user_id),
        **_rows_of_security(user_id),
        **_rows_of_catalogue(user_id),
        **_rows_of_plan(user_id),
        **_rows_of_log(user_id),
        **_rows_of_decisions(user_id),
        **_rows_of_statistics(user_id),
        **_rows_of_recovery(user_id),
    }


def _rows_of_account(user_id: int) -> Rows:
    me: Row = {"user_id": user_id}
    key = str(user_id).encode()
    later = MORNING + timedelta(days=30)
    return {
        "invitations": {"code_hash": key, "made_by": user_id, "expires_at": later},
        "sign_in_links": {"secret_hash": key, "for_user": user_id, "expires_at": later},
        "sign_in_attempts": {"key": key, "failures": 1, "since": MORNING},
        "jobs": {"id": id_for(user_id, "job"), "name": "test", "for_user": user_id}
        | {"args": {}, "status": "done"},
        "job_schedules": {"name": f"test {user_id}", "last_at": MORNING},
        "request_times": {"hour": MORNING, "upto_ms": user_id, "requests": 1},
        "slow_statements": {"day": MONDAY, "name": f"test {user_id}", "times": 1}
        | {"slowest_ms": 600, "last_at": MORNING, "plan": "Seq Scan"},
        "sessions": me | {"token_hash": key, "expires_at": later},
        "calendar_feeds": me | {"token_hash": key},
        "language_models": me | {"agreed_to": "localhost:11434", "requests": 3},
        "generated_plans": me | {"key": "a" * 64, "kind": "plan", "made": {}},
        "api_tokens": me
        | {"id": id_for(user_id, "token"), "name": "watch", "token_hash": key}
        | {"scope": "full"},
        "user_preferences": me,
        "gyms": me | {"id": id_for(user_id, "gym"), "name": "Garage"},
        "gym_equipment": me
        | {"gym_id": id_for(user_id, "gym"), "kind": "dumbbell", "form": "rack"}
        | {"unit": "kg", "weights": [5, 10]},
        "gym_days": me
        | {"gym_id": id_for(user_id, "gym"), "workout_id": id_for(user_id, "workout")},
        "user_landmarks": me
        | {"muscle": "chest", "maintenance": 4, "mev": 6, "target": 12, "mrv": 20},
        "training_profiles": me | {"goal": "strength"},
        "training_profile_muscles": me | {"muscle": "chest", "emphasis": "grow"},
        "training_profile_exercises": me
        | {"exercise_id": own_exercise_id(user_id), "wish": "favourite"},
        "training_profile_free": me | {"first_day": MONDAY, "last_day": MONDAY},
        "sync_state": me | {"revision": 1},
        "sync_mutations": me
        | {"id": id_for(user_id, "mutation"), "name": "log_set", "revision": 1}
        | {"made_at": MORNING, "outcome": "applied", "answer": {"id": 1}},
        "deleted_rows": me | {"kind": "sets", "key": "1", "made_at": MORNING},
    }


def _rows_of_security(user_id: int) -> Rows:
    me: Row = {"user_id": user_id}
    key = str(user_id).encode()
    later = MORNING + timedelta(days=30)
    return {
        "totp_secrets": me | {"locked_secret": b"1", "made_at": MORNING},
        "recovery_codes": me | {"code_hash": key, "made_at": MORNING},
        "passkeys": me
        | {"id": id_for(user_id, "passkey"), "credential_id": key, "name": "Phone"}
        | {"public_key": b"1", "sign_count": 0, "created_at": MORNING},
        "provider_identities": me
        | {"issuer": "https://id.example", "subject": str(user_id)}
        | {"linked_at": MORNING},
        "challenges": {"challenge_hash": key, "for_user": user_id, "expires_at": later},
        "audit_events": me
        | {"id": id_for(user_id, "event"), "at": MORNING, "event": "signed_in"},
        "instance_events": {"id": id_for(user_id, "instance"), "at": MORNING}
        | {"event": "account_made", "about_user": user_id},
    }


def _rows_of_catalogue(user_id: int) -> Rows:
    exercise = {"exercise_id": own_exercise_id(user_id)}
    return {
        "exercises": exercise_row(user_id),
        "exercise_muscles": exercise | {"muscle": "chest", "contribution": Decimal(1)},
        "exercise_aliases": exercise
        | {"alias_key": f"own press {user_id}", "alias": f"Own Press {user_id}"},
        "exercise_links": exercise
        | {"user_id": user_id, "app": "strong", "raw_name": "My Press"}
        | {"outcome": "custom", "score": 100},
        "templates": {"id": id_for(user_id, "template"), "name": "Mine"}
        | {"user_id": user_id, "config": {"duration_weeks": 5} | TWO_DAYS},
        "catalogue_state": {"name": f"test {user_id}", "version": "1"},
        "switches": {"name": f"test {user_id}", "mode": "on"},
    }


def _rows_of_plan(user_id: int) -> Rows:
    me = {"user_id": user_id}
    mesocycle = me | {"mesocycle_id": id_for(user_id, "mesocycle")}
    exercise = {"exercise_id": own_exercise_id(user_id), "position": 1}
    return {
        "fitness_programs": me
        | {"id": id_for(user_id, "program"), "name": "Year", "goal": "hypertrophy"},
        "macrocycles": me
        | {"id": id_for(user_id, "macrocycle"), "name": "Spring", "order_index": 1}
        | {"fitness_program_id": id_for(user_id, "program")},
        "mesocycles": mesocycle_row(user_id)
        # Its own parent: the only row there is to point to.
        | {"macrocycle_id": id_for(user_id, "macrocycle")}
        | {"parent_mesocycle_id": id_for(user_id, "mesocycle")},
        "mesocycle_emphasis": mesocycle | {"muscle": "chest", "emphasis": "grow"},
        "microcycles": mesocycle
        | {"id": id_for(user_id, "microcycle"), "week_number": 1, "target_rir": 3}
        | {"start_date": MONDAY, "end_date": MONDAY + timedelta(days=6)},
        "workouts": mesocycle
        | {"id": id_for(user_id, "workout"), "name": "Push", "position_in_week": 1},
        "workout_exercises": me
        | exercise
        | {"id": id_for(user_id, "slot"), "workout_id": id_for(user_id, "workout")},
        "workout_instances": mesocycle
        | {"id": id_for(user_id, "log"), "workout_id": id_for(user_id, "workout")}
        | {"microcycle_id": id_for(user_id, "microcycle"), "week_number": 1}
        | {"position": 1, "scheduled_on": MONDAY},
        "prescriptions": me
        | exercise
        | {"workout_instance_id": id_for(user_id, "log"), "projected_sets": 3}
        | {"target_reps_min": 8, "target_reps_max": 12, "target_rir": 3},
    }


def _rows_of_log(user_id: int) -> Rows:
    log = {"user_id": user_id, "workout_log_id": id_for(user_id, "log")}
    exercise = {"exercise_id": own_exercise_id(user_id)}
    return {
        "workout_logs": {"user_id": user_id, "id": id_for(user_id, "log")}
        | {"workout_instance_id": id_for(user_id, "log"), "week_number": 1}
        | {"workout_id": id_for(user_id, "workout"), "local_date": MONDAY}
        | {"mesocycle_id": id_for(user_id, "mesocycle"), "performed_at": MORNING},
        "archived_mesocycles": {
            "user_id": user_id,
            "mesocycle_id": id_for(user_id, "mesocycle"),
            "archived_at": MORNING,
            "brought_back_at": MORNING,
            "first_day": MONDAY,
            "last_day": MONDAY,
            "sets": 1,
            "exercise_ids": [exercise["exercise_id"]],
        },
        "sets": log
        | exercise
        | {"id": 1, "set_number": 1, "weight": Decimal(80), "reps": 8},
        "muscle_group_feedback": log
        | {"muscle_group": "chest", "soreness_level": 1, "pump_level": 2}
        | {"about_log_id": id_for(user_id, "log")},
        "muscle_feedback": log | {"muscle": "chest", "soreness_level": 1},
        "exercise_feedback": log | exercise | {"joint_pain": 0, "recorded_at": MORNING},
        "imports": {"user_id": user_id, "id": id_for(user_id, "import")}
        | {"app": "strong", "file_name": "strong.csv", "file_hash": "0" * 64}
        | {"totals": {"sets": 1}, "findings": [], "workouts_new": 1, "sets_new": 1},
        "imported_names": log | {"raw_name": "My Press", "set_ids": [1]},
        "import_files": {"user_id": user_id, "id": id_for(user_id, "file")}
        | {"file_name": "strong.csv", "size": 1, "file_hash": "0" * 64},
        "import_file_parts": {"user_id": user_id, "part": 0, "body": b"1"}
        | {"import_file_id": id_for(user_id, "file")},
        "body_measurements": {"user_id": user_id, "id": id_for(user_id, "measure")}
        | {"kind": "weight", "measured_at": MORNING, "local_date": MONDAY}
        | {"value": Decimal(80), "unit": "kg", "import_id": id_for(user_id, "import")},
    }


def _rows_of_decisions(user_id: int) -> Rows:
    log = {"user_id": user_id, "workout_log_id": id_for(user_id, "log")}
    chest = log | {"muscle": "chest", "muscle_group": "chest"}
    return {
        "user_muscle_group_metrics": chest | {"metric_name": "sets", "value": 3.0},
        "progression_decisions": chest
        | {"to_instance_id": id_for(user_id, "log"), "kind": "add", "gate": "G9"}
        | {"rule_id": "T1", "because": "Recovered early.", "consecutive_misses": 0}
        | {"delta_raw": 1, "delta_applied": 1, "progression": True, "deload": False}
        | {"engine_version": "1", "decided_at": MORNING},
        "plan_proposals": log
        | {"id": id_for(user_id, "proposal"), "weight_unit": "kg", "status": "open"}
        | {"workout_instance_id": id_for(user_id, "log"), "because": "Edited."}
        | {"exercise_id": own_exercise_id(user_id), "old_sets": 3, "new_sets": 4},
        "week_changes": {"user_id": user_id, "change_id": id_for(user_id, "moved")}
        | {"workout_instance_id": id_for(user_id, "log"), "kind": "missed"}
        | {"from_instance_id": id_for(user_id, "log"), "because": "Skipped."}
        | {"exercise_id": own_exercise_id(user_id), "old_sets": 3, "new_sets": 4}
        | {"engine_version": "1", "made_at": MORNING},
    }


def _rows_of_statistics(user_id: int) -> Rows:
    week = {"user_id": user_id, "year": 2026, "week": 2, "week_start": MONDAY}
    done = {"is_deload": False, "volume_kg": Decimal(640)}
    exercise = {"exercise_id": own_exercise_id(user_id)}
    return {
        "weekly_stats": week
        | {"workout_count": 1, "working_sets": 1, "duration_seconds": 0}
        | {"is_deload": False, "total_volume": Decimal(640)},
        "weekly_muscle_stats": week
        | done
        | {"muscle": "chest", "direct_sets": 1, "fractional_sets": Decimal(1)}
        | {"sessions": 1, "last_trained": MONDAY},
        "exercise_weekly_summary": week
        | done
        | exercise
        | {"sets": 1, "best_weight_kg": Decimal(80), "best_reps": 8}
        | {"best_log_id": id_for(user_id, "log"), "best_set_id": 1},
        "personal_records": {"user_id": user_id, "kind": "volume", "reps": 0}
        | exercise
        | {"value": Decimal(640), "achieved_on": MONDAY}
        | {"workout_log_id": id_for(user_id, "log")},
        "stats_state": {"user_id": user_id, "computed_at": MORNING},
    }


def _rows_of_recovery(user_id: int) -> Rows:
    night = {"user_id": user_id, "source": "whoop", "source_id": str(user_id)}
    dated = night | {"local_date": MONDAY, "began_at": MORNING - timedelta(hours=8)}
    scored = dated | {"source_updated_at": MORNING, "score_state": "SCORED"}
    return {
        "whoop_recovery": scored
        | {"recovery_score": Decimal(70), "recovery_score_tier": "high"},
        "whoop_sleep": scored
        | {"ended_at": MORNING, "sleep_performance": Decimal(80)}
        | {"sleep_quality_tier": "medium"},
        "whoop_cycle": scored | {"strain": Decimal(12)},
        "whoop_payloads": night | {"kind": "recovery", "raw_data_compressed": b"1"},
        "whoop_connections": {"user_id": user_id, "member_id": user_id}
        | {"access_token": b"1", "refresh_token": b"1", "expires_at": MORNING}
        | {"connected_at": MORNING},
    }


async def make_log(run: Run, user_id: int, number: int, **values: object) -> uuid.UUID:
    """Add a free workout log, or what `values` make of it, and return its id."""
    log_id = id_for(user_id, f"log {number}")
    row: Row = {"user_id": user_id, "id": log_id, "local_date": MONDAY}
    await insert(run, metadata.tables["workout_logs"], row | values)
    return log_id


async def make_set(
    run: Run, user_id: int, log_id: uuid.UUID, number: int, **values: object
) -> None:
    """Add a set of 8 x 80 kg of the user's own exercise, or what `values` say."""
    row: Row = {
        "user_id": user_id,
        "workout_log_id": log_id,
        "id": number,
        "exercise_id": own_exercise_id(user_id),
        "set_number": 1,
        "weight": Decimal(80),
        "reps": 8,
    }
    await insert(run, metadata.tables["sets"], row | values)


async def make_feedback(
    run: Run, user_id: int, log_id: uuid.UUID, group: str, **levels: int | None
) -> None:
    """Add the answers about a muscle group in a log."""
    row: Row = {"user_id": user_id, "workout_log_id": log_id, "muscle_group": group}
    await insert(run, metadata.tables["muscle_group_feedback"], row | levels)


async def everything_of(owner: asyncpg.Connection, user_id: int) -> dict[str, str]:
    """Return what every table holds of a user, as text."""
    return {
        table.name: await owner.fetchval(
            f"SELECT string_agg(t::text, '|' ORDER BY t::text) FROM {table.name} t"  # noqa: S608 - names of our tables
            f" WHERE {'id' if table.name == 'users' else 'user_id'} = $1",
            user_id,
        )
        for table in metadata.sorted_tables
        if table.name == "users" or "user_id" in table.columns
    }
