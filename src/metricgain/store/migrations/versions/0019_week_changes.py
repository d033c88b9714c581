"""Keep which sets a lifter has moved within a week.

Revision: 0019, after 0018.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
TABLE = "week_changes"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("workout_instance_id", sa.Uuid(), nullable=False),
        sa.Column("exercise_id", sa.BigInteger(), nullable=False),
        sa.Column("change_id", sa.Uuid(), nullable=False),
        sa.Column("from_instance_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("minutes", sa.SmallInteger()),
        sa.Column("old_sets", sa.SmallInteger(), nullable=False),
        sa.Column("new_sets", sa.SmallInteger(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("engine_version", sa.String(16), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(
            "kind IN ('missed', 'short')", name=op.f(f"{TABLE}_kind_check")
        ),
        sa.CheckConstraint(
            "minutes BETWEEN 1 AND 1440", name=op.f(f"{TABLE}_minutes_check")
        ),
        sa.CheckConstraint(
            "old_sets BETWEEN 0 AND 15", name=op.f(f"{TABLE}_old_sets_check")
        ),
        sa.CheckConstraint(
            "new_sets BETWEEN 0 AND 15", name=op.f(f"{TABLE}_new_sets_check")
        ),
        sa.CheckConstraint("because <> ''", name=op.f(f"{TABLE}_because_check")),
        sa.CheckConstraint(
            "exercise_id >> 22 IN (0, user_id)",
            name=op.f(f"{TABLE}_own_exercise_check"),
        ),
        sa.ForeignKeyConstraint(
            ["exercise_id"],
            ["exercises.id"],
            name=op.f(f"{TABLE}_exercise_id_fkey"),
            ondelete="CASCADE",
        ),
        *(
            sa.ForeignKeyConstraint(
                ["user_id", column],
                ["workout_instances.user_id", "workout_instances.id"],
                name=op.f(f"{TABLE}_user_id_{column}_fkey"),
                ondelete="CASCADE",
            )
            for column in ("workout_instance_id", "from_instance_id")
        ),
        sa.PrimaryKeyConstraint(
            "user_id",
            "workout_instance_id",
            "exercise_id",
            "change_id",
            name=op.f(f"{TABLE}_pkey"),
        ),
    )
    op.create_index(
        op.f(f"{TABLE}_user_id_change_id_ix"), TABLE, ["user_id", "change_id"]
    )
    op.execute(f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON {TABLE} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )
    op.execute(
        f"CREATE POLICY own ON {TABLE} USING (user_id = {ME})"
        f" WITH CHECK (user_id = {ME})"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {TABLE} TO {APP_ROLE}")


def downgrade() -> None:
    op.drop_table(TABLE)
