"""Make the table of links that sign in once.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"


def upgrade() -> None:
    op.create_table(
        "sign_in_links",
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("for_user", sa.Integer(), nullable=True),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("CURRENT_TIMESTAMP"),
            nullable=False,
        ),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["for_user"],
            ["users.id"],
            name=op.f("sign_in_links_for_user_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("sign_in_links_pkey")),
    )
    op.execute("ALTER TABLE sign_in_links ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE sign_in_links FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON sign_in_links USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_links TO {APP_ROLE}")
    op.add_column(
        "sessions",
        sa.Column("may_set_password_until", sa.DateTime(timezone=True), nullable=True),
    )


def downgrade() -> None:
    op.drop_column("sessions", "may_set_password_until")
    op.drop_table("sign_in_links")
