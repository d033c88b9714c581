"""Keep the sets of old blocks in small.

Revision: 0022, after 0021.
"""

import json

import sqlalchemy as sa
from alembic import op

from metricgain.store.archive.packing import unpack

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
TABLE = "archived_mesocycles"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("mesocycle_id", sa.Uuid(), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("brought_back_at", sa.DateTime(timezone=True)),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("exercise_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.CheckConstraint(
            "(body IS NULL) = (brought_back_at IS NOT NULL)",
            name=op.f(f"{TABLE}_body_check"),
        ),
        sa.CheckConstraint("first_day <= last_day", name=op.f(f"{TABLE}_days_check")),
        sa.CheckConstraint("sets > 0", name=op.f(f"{TABLE}_sets_check")),
        sa.ForeignKeyConstraint(
            ["user_id", "mesocycle_id"],
            ["mesocycles.user_id", "mesocycles.id"],
            name=op.f(f"{TABLE}_user_id_mesocycle_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "mesocycle_id", name=op.f(f"{TABLE}_pkey")),
    )
    # What is packed is not worth packing again.
    op.execute(f"ALTER TABLE {TABLE} ALTER COLUMN body SET STORAGE EXTERNAL")
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
    # The older schema knows nothing of the archive: its sets become rows again.
    connection = op.get_bind()
    connection.execute(sa.text("SET LOCAL metricgain.as_system = 'on'"))
    archived = connection.execute(
        sa.text(f"SELECT user_id, body FROM {TABLE} WHERE body IS NOT NULL")
    )
    for user_id, body in archived.all():
        rows = [{"user_id": user_id, **row} for row in unpack(body)]
        names = ", ".join(rows[0])
        connection.execute(
            sa.text(
                f"INSERT INTO sets ({names}) SELECT {names}"
                " FROM json_populate_recordset(NULL::sets, CAST(:rows AS json))"
            ),
            {"rows": json.dumps(rows)},
        )
    op.drop_table(TABLE)
