"""Make the tables of jobs.

Revision: 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
OPEN = sa.text("status IN ('waiting', 'running')")


def moment(name: str, *, nullable: bool = True, default: bool = False) -> sa.Column[object]:
    return sa.Column(
        name,
        sa.DateTime(timezone=True),
        server_default=sa.text("CURRENT_TIMESTAMP") if default else None,
        nullable=nullable,
    )


def upgrade() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("for_user", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(200), nullable=True),
        sa.Column("args", postgresql.JSONB(), nullable=False),
        sa.Column("status", sa.String(16), server_default="waiting", nullable=False),
        sa.Column("attempts", sa.SmallInteger(), server_default="0", nullable=False),
        moment("due_at", nullable=False, default=True),
        moment("created_at", nullable=False, default=True),
        moment("started_at"),
        moment("finished_at"),
        sa.Column("worker", sa.Uuid(), nullable=True),
        moment("beat_at"),
        sa.Column("done", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("total", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("note", sa.String(200), nullable=True),
        sa.Column("cancel_asked", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("outcome", postgresql.JSONB(), nullable=True),
        sa.CheckConstraint(
            "status IN ('waiting', 'running', 'done', 'failed', 'cancelled')",
            name=op.f("jobs_status_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("jobs_pkey")),
    )
    op.create_index("jobs_open_ix", "jobs", ["due_at"], postgresql_where=OPEN)
    op.create_index(
        "jobs_single_ix", "jobs", ["name", "key"], unique=True, postgresql_where=OPEN
    )
    op.create_index("jobs_for_user_created_at_ix", "jobs", ["for_user", "created_at"])
    op.create_table(
        "job_schedules",
        sa.Column("name", sa.String(64), nullable=False),
        moment("last_at", nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("job_schedules_pkey")),
    )
    for table in ("jobs", "job_schedules"):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
        )
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")
    op.execute(
        f"CREATE POLICY own ON jobs USING (for_user = {ME}) WITH CHECK (for_user = {ME})"
    )


def downgrade() -> None:
    op.drop_table("job_schedules")
    op.drop_table("jobs")
