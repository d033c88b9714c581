"""Guard every table by row-level security, forced on its owner too.

Revision: 0002, after 0001.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
OWNER_BITS = 22

OWNED = (
    "api_tokens", "deleted_rows", "exercise_feedback", "exercise_links",
    "fitness_programs", "imports", "macrocycles", "mesocycle_emphasis", "mesocycles",
    "microcycles", "muscle_feedback", "muscle_group_feedback", "plan_proposals",
    "prescriptions", "progression_decisions", "sessions", "sets", "sync_mutations",
    "sync_state", "user_landmarks", "user_muscle_group_metrics", "user_preferences",
    "workout_exercises", "workout_instances", "workout_logs", "workouts",
)  # fmt: skip
# Rows without an owner are everybody's to read and the system's to write.
SHARED = ("exercises", "templates")
EVERYBODY_READS = ("exercise_aliases", "catalogue_state")
SYSTEM_ONLY = ("invitations", "sign_in_attempts")


def _guard(table: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )


def _own(table: str, condition: str) -> None:
    op.execute(
        f"CREATE POLICY own ON {table} USING ({condition}) WITH CHECK ({condition})"
    )


def _read(table: str, condition: str) -> None:
    op.execute(f"CREATE POLICY shared ON {table} FOR SELECT USING ({condition})")


def upgrade() -> None:
    for table in (
        *OWNED, *SHARED, *EVERYBODY_READS, *SYSTEM_ONLY, "users", "exercise_muscles",
    ):  # fmt: skip
        _guard(table)
    for table in (*OWNED, *SHARED):
        _own(table, f"user_id = {ME}")
    _own("users", f"id = {ME}")
    _own("exercise_muscles", f"exercise_id >> {OWNER_BITS} = {ME}")
    for table in SHARED:
        _read(table, "user_id IS NULL")
    _read("exercise_muscles", f"exercise_id >> {OWNER_BITS} = 0")
    for table in EVERYBODY_READS:
        _read(table, "true")
    op.execute(
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public"
        f" TO {APP_ROLE}"
    )
    op.execute(f"REVOKE ALL ON alembic_version FROM {APP_ROLE}")
    op.execute(f"GRANT SELECT ON alembic_version TO {APP_ROLE}")


def downgrade() -> None:
    op.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {APP_ROLE}")
    for table in ("users", "exercise_muscles", *OWNED, *SHARED):
        op.execute(f"DROP POLICY own ON {table}")
    for table in (*SHARED, *EVERYBODY_READS, "exercise_muscles"):
        op.execute(f"DROP POLICY shared ON {table}")
    for table in (
        *OWNED, *SHARED, *EVERYBODY_READS, *SYSTEM_ONLY, "users", "exercise_muscles",
    ):  # fmt: skip
        op.execute(f"DROP POLICY system ON {table}")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
