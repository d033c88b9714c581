"""Make the tables of statistics and the view of trends; they are filled afterwards.

Revision: 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
MUSCLES = (
    "'chest', 'lats', 'upper_back', 'lower_back', 'traps', 'quads', 'hamstrings',"
    " 'glutes', 'adductors', 'front_delt', 'side_delt', 'rear_delt', 'biceps',"
    " 'forearms', 'triceps', 'calves', 'abs'"
)
TABLES = (
    "weekly_stats", "weekly_muscle_stats", "exercise_weekly_summary",
    "personal_records", "stats_state",
)  # fmt: skip

# Deload weeks are compared with deload weeks, so that a light week is no loss.
TRENDS = """
CREATE VIEW exercise_trends WITH (security_invoker = true) AS
SELECT
    s.user_id, s.exercise_id, e.name AS exercise_name, s.year, s.week, s.week_start,
    s.is_deload, s.sets, s.volume_kg,
    lag(s.max_one_rm) OVER weeks AS prev_one_rm,
    s.max_one_rm AS current_one_rm,
    s.max_one_rm - lag(s.max_one_rm) OVER weeks AS one_rm_change
FROM exercise_weekly_summary s
JOIN exercises e ON e.id = s.exercise_id
WHERE s.max_one_rm IS NOT NULL
WINDOW weeks AS (
    PARTITION BY s.user_id, s.exercise_id, s.is_deload ORDER BY s.week_start
)
"""


def _of_user(table: str, *, also_exercise: bool = False) -> tuple[sa.Constraint, ...]:
    user = sa.ForeignKeyConstraint(
        ["user_id"],
        ["users.id"],
        name=op.f(f"{table}_user_id_fkey"),
        ondelete="CASCADE",
    )
    if not also_exercise:
        return (user,)
    return (
        user,
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercises.id"],
            name=op.f(f"{table}_exercise_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            "exercise_id >> 22 IN (0, user_id)",
            name=op.f(f"{table}_own_exercise_check"),
        ),
    )


def _week(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("year", sa.SmallInteger(), nullable=False),
        sa.Column("week", sa.SmallInteger(), nullable=False),
        sa.Column("week_start", sa.Date(), nullable=False),
        sa.CheckConstraint("week BETWEEN 1 AND 53", name=op.f(f"{table}_week_check")),
    )


def _make_weeks() -> None:
    op.create_table(
        "weekly_stats",
        sa.Column("user_id", sa.Integer(), nullable=False),
        *_week("weekly_stats"),
        sa.Column("workout_count", sa.Integer(), nullable=False),
        sa.Column("working_sets", sa.Integer(), nullable=False),
        sa.Column("duration_seconds", sa.Integer(), nullable=False),
        sa.Column("is_deload", sa.Boolean(), nullable=False),
        sa.Column("total_volume", sa.Numeric(24, 3), nullable=False),
        *_of_user("weekly_stats"),
        sa.PrimaryKeyConstraint(
            "user_id", "year", "week", name=op.f("weekly_stats_pkey")
        ),
    )
    op.create_table(
        "weekly_muscle_stats",
        sa.Column("user_id", sa.Integer(), nullable=False),
        *_week("weekly_muscle_stats"),
        sa.Column("muscle", sa.String(16), nullable=False),
        sa.Column("direct_sets", sa.Integer(), nullable=False),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("last_trained", sa.Date()),
        sa.Column("is_deload", sa.Boolean(), nullable=False),
        sa.Column("fractional_sets", sa.Numeric(8, 1), nullable=False),
        sa.Column("volume_kg", sa.Numeric(24, 3), nullable=False),
        *_of_user("weekly_muscle_stats"),
        sa.CheckConstraint(
            f"muscle IN ({MUSCLES})", name=op.f("weekly_muscle_stats_muscle_check")
        ),
        sa.PrimaryKeyConstraint(
            "user_id", "year", "week", "muscle", name=op.f("weekly_muscle_stats_pkey")
        ),
    )


def _make_exercises() -> None:
    op.create_table(
        "exercise_weekly_summary",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.BigInteger(), nullable=False),
        *_week("exercise_weekly_summary"),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("best_reps", sa.Integer()),
        sa.Column("best_set_id", sa.Integer()),
        sa.Column("best_log_id", sa.Uuid()),
        sa.Column("is_deload", sa.Boolean(), nullable=False),
        sa.Column("volume_kg", sa.Numeric(24, 3), nullable=False),
        sa.Column("best_weight_kg", sa.Numeric(10, 3)),
        sa.Column("max_one_rm", sa.Numeric(10, 3)),
        *_of_user("exercise_weekly_summary", also_exercise=True),
        sa.PrimaryKeyConstraint(
            "user_id",
            "exercise_id",
            "year",
            "week",
            name=op.f("exercise_weekly_summary_pkey"),
        ),
    )
    op.create_index(
        op.f("exercise_weekly_summary_user_id_week_start_ix"),
        "exercise_weekly_summary",
        ["user_id", "week_start"],
    )
    op.execute(TRENDS)


def _make_records() -> None:
    op.create_table(
        "personal_records",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("reps", sa.SmallInteger(), nullable=False),
        sa.Column("achieved_on", sa.Date(), nullable=False),
        sa.Column("workout_log_id", sa.Uuid(), nullable=False),
        sa.Column("set_id", sa.Integer()),
        sa.Column("record_reps", sa.Integer()),
        sa.Column("value", sa.Numeric(24, 3), nullable=False),
        sa.Column("weight_kg", sa.Numeric(10, 3)),
        *_of_user("personal_records", also_exercise=True),
        sa.CheckConstraint(
            "kind IN ('weight', 'e1rm', 'volume')",
            name=op.f("personal_records_kind_check"),
        ),
        sa.CheckConstraint(
            "CASE kind WHEN 'weight' THEN reps BETWEEN 1 AND 30 ELSE reps = 0 END",
            name=op.f("personal_records_reps_check"),
        ),
        sa.PrimaryKeyConstraint(
            "user_id", "exercise_id", "kind", "reps", name=op.f("personal_records_pkey")
        ),
    )
    op.create_index(
        op.f("personal_records_user_id_achieved_on_ix"),
        "personal_records",
        ["user_id", "achieved_on"],
    )


def upgrade() -> None:
    _make_weeks()
    _make_exercises()
    _make_records()
    op.create_table(
        "stats_state",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("due_from", sa.Date()),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        *_of_user("stats_state"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("stats_state_pkey")),
    )
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
        )
        mine = f"user_id = {ME}"
        op.execute(f"CREATE POLICY own ON {table} USING ({mine}) WITH CHECK ({mine})")
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")
    op.execute(f"GRANT SELECT ON exercise_trends TO {APP_ROLE}")


def downgrade() -> None:
    op.execute("DROP VIEW exercise_trends")
    for table in reversed(TABLES):
        op.execute(f"DROP TABLE {table}")
