"""Keep what guards accounts besides passwords: codes, passkeys, identity providers.

Revision: 0021, after 0020.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
OWNED = ("totp_secrets", "recovery_codes", "passkeys", "provider_identities")


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _of_user(table: str, *key: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f(f"{table}_user_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", *key, name=op.f(f"{table}_pkey")),
    )


def upgrade() -> None:
    op.create_table(
        "totp_secrets",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("locked_secret", sa.LargeBinary(), nullable=False),
        _moment("made_at"),
        _moment("confirmed_at", nullable=True),
        sa.Column("last_period", sa.BigInteger(), server_default="0", nullable=False),
        *_of_user("totp_secrets"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        _moment("made_at"),
        *_of_user("recovery_codes", "code_hash"),
    )
    op.create_table(
        "passkeys",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        _moment("created_at"),
        _moment("last_used_at", nullable=True),
        *_of_user("passkeys", "id"),
    )
    op.create_index(op.f("passkeys_credential_id_ix"), "passkeys", ["credential_id"])
    op.create_table(
        "provider_identities",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.String(length=255), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=True),
        _moment("linked_at"),
        _moment("last_used_at", nullable=True),
        *_of_user("provider_identities", "issuer"),
    )
    op.create_index(
        op.f("provider_identities_subject_ix"), "provider_identities", ["subject"]
    )
    op.create_table(
        "challenges",
        sa.Column("challenge_hash", sa.LargeBinary(), nullable=False),
        sa.Column("for_user", sa.Integer(), nullable=True),
        _moment("expires_at"),
        sa.ForeignKeyConstraint(
            ["for_user"],
            ["users.id"],
            name=op.f("challenges_for_user_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("challenge_hash", name=op.f("challenges_pkey")),
    )
    for table in (*OWNED, "challenges"):
        _guard(table)


def _guard(table: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )
    if table in OWNED:
        op.execute(
            f"CREATE POLICY own ON {table} USING (user_id = {ME})"
            f" WITH CHECK (user_id = {ME})"
        )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")


def downgrade() -> None:
    for table in ("challenges", *reversed(OWNED)):
        op.drop_table(table)
