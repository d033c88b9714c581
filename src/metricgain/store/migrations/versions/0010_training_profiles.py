"""Keep what lifters want from a plan.

Revision: 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
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
TOOLS = (
    "'barbell', 'ez_bar', 'trap_bar', 'smith', 'dumbbell', 'kettlebell',"
    " 'plate_machine', 'stack', 'cable', 'bodyweight', 'band', 'other'"
)
JOINTS = "'shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle', 'lower_back', 'neck'"
TABLES = (
    "training_profiles",
    "training_profile_muscles",
    "training_profile_exercises",
    "training_profile_free",
)


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default="false", nullable=False)


def texts(name: str) -> sa.Column[object]:
    return sa.Column(
        name, postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False
    )


def make(table: str, *items: sa.schema.SchemaItem, key: tuple[str, ...] = ()) -> None:
    op.create_table(
        table,
        sa.Column("user_id", sa.Integer(), nullable=False),
        *items,
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f(f"{table}_user_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", *key, name=op.f(f"{table}_pkey")),
    )
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )
    op.execute(
        f"CREATE POLICY own ON {table} USING (user_id = {ME})"
        f" WITH CHECK (user_id = {ME})"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"{table}_{name}_check"))


def upgrade() -> None:
    table = "training_profiles"
    make(
        table,
        sa.Column(
            "goal", sa.String(16), server_default="hypertrophy", nullable=False
        ),
        sa.Column("place", sa.String(16), server_default="gym", nullable=False),
        sa.Column(
            "horizon_weeks", sa.SmallInteger(), server_default="12", nullable=False
        ),
        sa.Column(
            "weekdays",
            postgresql.ARRAY(sa.SmallInteger()),
            server_default="{0,2,4}",
            nullable=False,
        ),
        texts("tools"),
        texts("injuries"),
        flag("heart_or_illness"),
        flag("is_cleared"),
        flag("is_under_18"),
        flag("is_pregnant"),
        flag("had_surgery"),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("CURRENT_TIMESTAMP"),
            nullable=False,
        ),
        check(
            table,
            "goal",
            "goal IN ('hypertrophy', 'strength', 'recomposition', 'maintenance')",
        ),
        check(
            table,
            "place",
            "place IN ('gym', 'barbell', 'dumbbells', 'bodyweight', 'own')",
        ),
        check(table, "horizon_weeks", "horizon_weeks BETWEEN 4 AND 52"),
        check(
            table,
            "weekdays",
            "cardinality(weekdays) BETWEEN 2 AND 6"
            " AND weekdays <@ '{0,1,2,3,4,5,6}'::smallint[]",
        ),
        check(table, "tools", f"tools <@ ARRAY[{TOOLS}]"),
        check(table, "injuries", f"injuries <@ ARRAY[{JOINTS}]"),
    )
    _make_lists()


def _make_lists() -> None:
    table = "training_profile_muscles"
    make(
        table,
        sa.Column("muscle", sa.String(16), nullable=False),
        sa.Column("emphasis", sa.String(16), nullable=False),
        check(table, "muscle", f"muscle IN ({MUSCLES})"),
        check(table, "emphasis", "emphasis IN ('maintain', 'grow', 'emphasize')"),
        key=("muscle",),
    )
    table = "training_profile_exercises"
    make(
        table,
        sa.Column("exercise_id", sa.BigInteger(), nullable=False),
        sa.Column("wish", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercises.id"],
            name=op.f(f"{table}_exercise_id_fkey"),
            ondelete="CASCADE",
        ),
        check(table, "wish", "wish IN ('banned', 'favourite')"),
        check(table, "own_exercise", "exercise_id >> 22 IN (0, user_id)"),
        key=("exercise_id",),
    )
    table = "training_profile_free"
    make(
        table,
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        check(table, "last_day", "last_day >= first_day"),
        key=("first_day",),
    )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
