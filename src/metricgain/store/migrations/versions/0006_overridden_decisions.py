"""Let a decision remember that its lifter wanted otherwise.

Revision: 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLE = "progression_decisions"


def upgrade() -> None:
    op.add_column(TABLE, sa.Column("override", sa.String(8), nullable=True))
    op.add_column(
        TABLE, sa.Column("overridden_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.create_check_constraint(
        op.f("progression_decisions_override_check"),
        TABLE,
        "override IN ('hold', 'undo')",
    )


def downgrade() -> None:
    op.drop_constraint(op.f("progression_decisions_override_check"), TABLE)
    op.drop_column(TABLE, "overridden_at")
    op.drop_column(TABLE, "override")
