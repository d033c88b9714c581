"""Keep under which name of another app each set came.

Revision: 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
TABLE = "imported_names"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("workout_log_id", sa.Uuid(), nullable=False),
        sa.Column("raw_name", sa.String(255), nullable=False),
        sa.Column("set_ids", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.CheckConstraint(
            "cardinality(set_ids) > 0", name=op.f("imported_names_set_ids_check")
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "workout_log_id"],
            ["workout_logs.user_id", "workout_logs.id"],
            name=op.f("imported_names_user_id_workout_log_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "user_id", "workout_log_id", "raw_name", name=op.f("imported_names_pkey")
        ),
    )
    op.execute(f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON {TABLE} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )
    op.execute(
        f"CREATE POLICY own ON {TABLE} USING (user_id = {ME}) WITH CHECK (user_id = {ME})"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {TABLE} TO {APP_ROLE}")


def downgrade() -> None:
    op.drop_table(TABLE)
