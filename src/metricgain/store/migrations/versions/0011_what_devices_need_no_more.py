"""Remember up to which revision deletions are forgotten.

Revision: 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

REVISIONS = ("purged_revision", "mark_revision")


def upgrade() -> None:
    for name in REVISIONS:
        op.add_column(
            "sync_state",
            sa.Column(name, sa.BigInteger(), server_default="0", nullable=False),
        )
    op.add_column(
        "sync_state", sa.Column("marked_at", sa.DateTime(timezone=True), nullable=True)
    )


def downgrade() -> None:
    op.drop_column("sync_state", "marked_at")
    for name in reversed(REVISIONS):
        op.drop_column("sync_state", name)
