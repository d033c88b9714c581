"""Remember when a program was left.

Revision: 0023, after 0022.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "fitness_programs", sa.Column("left_at", sa.DateTime(timezone=True))
    )


def downgrade() -> None:
    op.drop_column("fitness_programs", "left_at")
