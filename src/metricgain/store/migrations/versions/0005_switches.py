"""Make the table of switches.

Revision: 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"


def upgrade() -> None:
    op.create_table(
        "switches",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("mode", sa.String(8), nullable=False),
        sa.Column(
            "set_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("CURRENT_TIMESTAMP"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "mode IN ('on', 'off', 'shadow')", name=op.f("switches_mode_check")
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("switches_pkey")),
    )
    op.execute("ALTER TABLE switches ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE switches FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON switches USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )
    op.execute("CREATE POLICY shared ON switches FOR SELECT USING (true)")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON switches TO {APP_ROLE}")


def downgrade() -> None:
    op.drop_table("switches")
