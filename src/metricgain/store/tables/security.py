"""What happened to accounts that somebody should be able to look up later."""

from typing import Final

from sqlalchemy import Column, Integer, Table, Uuid

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
