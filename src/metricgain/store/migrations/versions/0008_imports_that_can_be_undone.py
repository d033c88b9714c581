"""Keep files that wait for an import, what each brought, and measures of the body.

Revision: 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
TABLES = ("import_files", "import_file_parts", "body_measurements")


def stamp(name: str) -> sa.Column[object]:
    return sa.Column(
        name,
        sa.DateTime(timezone=True),
        server_default=sa.text("CURRENT_TIMESTAMP"),
        nullable=False,
    )


def upgrade() -> None:
    op.add_column(
        "imports",
        sa.Column("measures_new", sa.Integer(), server_default="0", nullable=False),
    )
    for name, kind in (("log_ids", sa.Uuid()), ("log_sets", sa.Integer())):
        op.add_column(
            "imports",
            sa.Column(name, postgresql.ARRAY(kind), server_default="{}", nullable=False),
        )
    op.add_column(
        "imports",
        sa.Column("made", postgresql.JSONB(), server_default="{}", nullable=False),
    )
    op.add_column(
        "imports", sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.create_table(
        "import_files",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.String(255), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("file_hash", sa.String(64), nullable=False),
        stamp("created_at"),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("import_files_user_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("import_files_pkey")),
    )
    op.create_table(
        "import_file_parts",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("import_file_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.SmallInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "import_file_id"],
            ["import_files.user_id", "import_files.id"],
            name=op.f("import_file_parts_user_id_import_file_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "user_id", "import_file_id", "part", name=op.f("import_file_parts_pkey")
        ),
    )
    _make_measurements()
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
        )
        op.execute(
            f"CREATE POLICY own ON {table} USING (user_id = {ME})"
            f" WITH CHECK (user_id = {ME})"
        )
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")


def _make_measurements() -> None:
    op.create_table(
        "body_measurements",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("measured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("value", sa.Numeric(8, 3), nullable=False),
        sa.Column("unit", sa.String(10), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("source", sa.String(16), server_default="app", nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("value > 0", name=op.f("body_measurements_value_check")),
        sa.CheckConstraint(
            "local_date BETWEEN '1970-01-01' AND '2100-12-31'",
            name=op.f("body_measurements_local_date_check"),
        ),
        sa.CheckConstraint(
            "length(note) <= 2000", name=op.f("body_measurements_note_check")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("body_measurements_user_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "import_id"],
            ["imports.user_id", "imports.id"],
            name=op.f("body_measurements_user_id_import_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("body_measurements_pkey")),
    )
    op.create_index(
        op.f("body_measurements_user_id_kind_measured_at_ix"),
        "body_measurements",
        ["user_id", "kind", "measured_at"],
        unique=True,
    )


def downgrade() -> None:
    op.drop_table("body_measurements")
    op.drop_table("import_file_parts")
    op.drop_table("import_files")
    for column in ("undone_at", "made", "log_sets", "log_ids", "measures_new"):
        op.drop_column("imports", column)
