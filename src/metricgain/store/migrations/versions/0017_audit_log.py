"""Note what happens to accounts, so that it can be looked up and not be altered.

Revision: 0017, after 0016. The application may add rows and read them. It can change
none, and delete only those that are a month old.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
OLD = "at < now() - interval '30 days'"
EVENTS = (
    *("signed_in", "sign_in_failed", "signed_out", "session_ended", "sessions_ended"),
    *("password_changed", "address_changed", "token_made", "token_revoked"),
    *("totp_on", "totp_off", "recovery_codes_made", "recovery_code_used"),
    *("passkey_added", "passkey_renamed", "passkey_removed"),
    *("provider_linked", "provider_unlinked", "exported", "restored"),
    *("import_undone", "calendar_made", "calendar_revoked"),
    *("model_key_kept", "model_key_forgotten", "whoop_connected"),
    *("whoop_disconnected", "link_made", "second_factor_reset"),
    *("made_admin", "made_plain"),
)
INSTANCE_EVENTS = (
    *("account_made", "account_deleted", "made_admin", "made_plain"),
    *("invitation_made", "link_made", "second_factor_reset", "password_changed"),
)


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def upgrade() -> None:
    op.create_table(
        "audit_events",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=True),
        sa.Column("device", sa.String(length=255), nullable=True),
        sa.Column("network", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            f"event IN ({_listed(EVENTS)})", name=op.f("audit_events_event_check")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("audit_events_user_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("audit_events_pkey")),
    )
    op.create_table(
        "instance_events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event", sa.String(length=32), nullable=False),
        sa.Column("about_user", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            f"event IN ({_listed(INSTANCE_EVENTS)})",
            name=op.f("instance_events_event_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("instance_events_pkey")),
    )
    _guard("audit_events", f"{SYSTEM} OR user_id = {ME}")
    _guard("instance_events", SYSTEM)
    # Whoever deletes an account notes it, in the transaction in which it goes.
    op.execute(
        "CREATE POLICY noted ON instance_events FOR INSERT"
        f" WITH CHECK (about_user = {ME})"
    )


def _guard(table: str, whose: str) -> None:
    """Let rows be added and read, none be changed, and only old ones be deleted."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY seen ON {table} FOR SELECT USING ({whose})")
    op.execute(f"CREATE POLICY added ON {table} FOR INSERT WITH CHECK ({whose})")
    op.execute(
        f"CREATE POLICY forgotten ON {table} FOR DELETE USING ({SYSTEM} AND {OLD})"
    )
    op.execute(f"GRANT SELECT, INSERT, DELETE ON {table} TO {APP_ROLE}")


def downgrade() -> None:
    op.drop_table("instance_events")
    op.drop_table("audit_events")
