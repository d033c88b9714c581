"""Keep how long requests took, and which statements did.

Revision: 0015, after 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
TABLES = ("request_times", "slow_statements")


def upgrade() -> None:
    op.create_table(
        "request_times",
        sa.Column("hour", sa.DateTime(timezone=True), nullable=False),
        sa.Column("upto_ms", sa.Integer(), nullable=False),
        sa.Column("requests", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hour", "upto_ms", name=op.f("request_times_pkey")),
    )
    op.create_table(
        "slow_statements",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("slowest_ms", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", "name", name=op.f("slow_statements_pkey")),
    )
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
        )
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
