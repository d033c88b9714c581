"""What guards accounts besides passwords, and what happened to them."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Uuid,
)

from metricgain.store.tables.metadata import (
    metadata,
    moment,
    one_of,
    owned,
    text,
    uuid,
)

EVENTS: Final = (
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
"""What is noted about an account, in the words of the column."""
INSTANCE_EVENTS: Final = (
    *("account_made", "account_deleted", "made_admin", "made_plain"),
    *("invitation_made", "link_made", "second_factor_reset", "password_changed"),
)
"""What is noted about the installation, and outlives the account it is about."""

audit_events = owned(
    "audit_events",
    uuid("id"),
    moment("at", nullable=False),
    text("event", 32),
    text("subject", 255, nullable=True),
    text("device", 255, nullable=True),
    text("network", 64, nullable=True),
    one_of("event", EVENTS),
    root=True,
)

instance_events = Table(
    "instance_events",
    metadata,
    Column("id", Uuid, primary_key=True),
    moment("at", nullable=False),
    text("event", 32),
    # A number without a name: the account may be gone.
    Column("about_user", Integer),
    one_of("event", INSTANCE_EVENTS),
)

totp_secrets = owned(
    "totp_secrets",
    Column("locked_secret", LargeBinary, nullable=False),
    moment("made_at", nullable=False),
    # Until a code of it was typed once, it guards nothing.
    moment("confirmed_at"),
    # The period of the last code that was taken: none works twice.
    Column("last_period", BigInteger, nullable=False, server_default="0"),
    key=(),
    root=True,
)

recovery_codes = owned(
    "recovery_codes",
    Column("code_hash", LargeBinary, nullable=False),
    moment("made_at", nullable=False),
    key=("code_hash",),
    root=True,
)

passkeys = owned(
    "passkeys",
    uuid("id"),
    Column("credential_id", LargeBinary, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("sign_count", BigInteger, nullable=False),
    text("name", 255),
    moment("created_at", nullable=False),
    moment("last_used_at"),
    Index(None, "credential_id"),
    root=True,
)

provider_identities = owned(
    "provider_identities",
    text("issuer", 255),
    text("subject", 255),
    text("email", 255, nullable=True),
    moment("linked_at", nullable=False),
    moment("last_used_at"),
    Index(None, "subject"),
    key=("issuer",),
    root=True,
)

challenges = Table(
    "challenges",
    metadata,
    Column("challenge_hash", LargeBinary, primary_key=True),
    # Without a user it is for somebody at the door.
    Column("for_user", Integer, ForeignKey("users.id", ondelete="CASCADE")),
    moment("expires_at", nullable=False),
)
