"""Users, how they sign in, what they prefer, and what their devices have sent."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

from metricgain.store.tables.metadata import (
    MUSCLES,
    between,
    metadata,
    moment,
    one_of,
    owned,
    parent,
    revision,
    stamps,
    text,
    uuid,
)

users = Table(
    "users",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    text("email", 255),
    text("password_hash", 255),
    text("full_name", 255, nullable=True),
    *stamps(),
    moment("last_login"),
    Column("is_active", Boolean, nullable=False, server_default="true"),
    Column("is_admin", Boolean, nullable=False, server_default="false"),
    Column("timezone", String(50), nullable=False, server_default="UTC"),
    Column("preferences", JSONB, nullable=False, server_default="{}"),
    UniqueConstraint("email"),
    CheckConstraint("email = lower(email)", name="email_lower"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("made_by", Integer, ForeignKey("users.id", ondelete="CASCADE")),
    moment("created_at", nullable=False, default=True),
    moment("expires_at", nullable=False),
)

sign_in_links = Table(
    "sign_in_links",
    metadata,
    Column("secret_hash", LargeBinary, primary_key=True),
    # Without a user it makes the first account.
    Column("for_user", Integer, ForeignKey("users.id", ondelete="CASCADE")),
    moment("created_at", nullable=False, default=True),
    moment("expires_at", nullable=False),
)

sign_in_attempts = Table(
    "sign_in_attempts",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("failures", Integer, nullable=False),
    moment("since", nullable=False),
)

sessions = owned(
    "sessions",
    Column("token_hash", LargeBinary, nullable=False),
    text("device", 255, nullable=True),
    moment("created_at", nullable=False, default=True),
    moment("last_seen_at", nullable=False, default=True),
    moment("expires_at", nullable=False),
    # Whoever came by a link may have lost the password that guards these.
    moment("may_set_password_until"),
    Index(None, "token_hash"),
    key=("token_hash",),
    root=True,
)

api_tokens = owned(
    "api_tokens",
    uuid("id"),
    text("name", 255),
    Column("token_hash", LargeBinary, nullable=False),
    text("scope", 16),
    moment("created_at", nullable=False, default=True),
    moment("last_used_at"),
    moment("revoked_at"),
    Index(None, "token_hash"),
    one_of("scope", ("read", "full")),
    root=True,
)

calendar_feeds = owned(
    "calendar_feeds",
    Column("token_hash", LargeBinary, nullable=False),
    moment("created_at", nullable=False, default=True),
    Index(None, "token_hash"),
    key=(),
    root=True,
)

language_models = owned(
    "language_models",
    text("agreed_to", 255, nullable=True),
    moment("agreed_at"),
    Column("locked_key", LargeBinary),
    Column("requests", BigInteger, nullable=False, server_default="0"),
    Column("input_tokens", BigInteger, nullable=False, server_default="0"),
    Column("output_tokens", BigInteger, nullable=False, server_default="0"),
    Column("failures", BigInteger, nullable=False, server_default="0"),
    key=(),
    root=True,
)

user_preferences = owned(
    "user_preferences",
    Column("weight_unit", String(2), nullable=False, server_default="kg"),
    Column("experience", String(16), nullable=False, server_default="intermediate"),
    Column("week_start", SmallInteger, nullable=False, server_default="0"),
    Column("language", String(8), nullable=False, server_default="en"),
    Column("progression_type", String(8), nullable=False, server_default="double"),
    Column("rir_floor", SmallInteger, nullable=False, server_default="0"),
    Column("allow_three_sets", Boolean, nullable=False, server_default="false"),
    Column("strict_gate", Boolean, nullable=False, server_default="false"),
    Column("session_minutes", SmallInteger),
    Column("body_weight_kg", Numeric(5, 2)),
    revision(),
    Column("use_readiness", Boolean, nullable=False, server_default="true"),
    # What is null is as usual.
    Column("warm_up_percentages", ARRAY(SmallInteger)),
    Column("rest_heavy_seconds", SmallInteger),
    Column("rest_compound_seconds", SmallInteger),
    Column("rest_isolation_seconds", SmallInteger),
    Column("deload_style", String(8), nullable=False, server_default="both"),
    Column("reminder_minute", SmallInteger),
    uuid("gym_id", nullable=True),
    one_of("weight_unit", ("kg", "lb")),
    one_of("experience", ("beginner", "intermediate", "advanced")),
    one_of("progression_type", ("double", "reps", "load")),
    between("week_start", 0, 6),
    between("rir_floor", 0, 3),
    between("session_minutes", 10, 300),
    between("body_weight_kg", 20, 400),
    CheckConstraint(
        "cardinality(warm_up_percentages) <= 6 AND 20 <= ALL (warm_up_percentages)"
        " AND 95 >= ALL (warm_up_percentages)",
        name="warm_up_percentages",
    ),
    between("rest_heavy_seconds", 15, 600),
    between("rest_compound_seconds", 15, 600),
    between("rest_isolation_seconds", 15, 600),
    one_of("deload_style", ("both", "sets", "load")),
    between("reminder_minute", 0, 1439),
    parent("gym_id", "gyms", cascade=False),
    key=(),
    root=True,
)

user_landmarks = owned(
    "user_landmarks",
    text("muscle", 16),
    Column("maintenance", SmallInteger, nullable=False),
    Column("mev", SmallInteger, nullable=False),
    Column("target", SmallInteger, nullable=False),
    Column("mrv", SmallInteger, nullable=False),
    revision(),
    one_of("muscle", MUSCLES),
    CheckConstraint(
        "0 <= maintenance AND maintenance <= mev AND mev <= target"
        " AND target <= mrv AND mrv <= 60",
        name="order",
    ),
    key=("muscle",),
    root=True,
)

sync_state = owned(
    "sync_state",
    Column("revision", BigInteger, nullable=False, server_default="0"),
    # Up to where deletions are forgotten, and where they will be next.
    Column("purged_revision", BigInteger, nullable=False, server_default="0"),
    Column("mark_revision", BigInteger, nullable=False, server_default="0"),
    moment("marked_at"),
    key=(),
    root=True,
)

sync_mutations = owned(
    "sync_mutations",
    uuid("id"),
    text("name", 64),
    Column("revision", BigInteger, nullable=False),
    moment("made_at", nullable=False),
    moment("received_at", nullable=False, default=True),
    text("outcome", 16),
    Column("answer", JSONB),
    one_of("outcome", ("applied", "refused")),
    root=True,
)

deleted_rows = owned(
    "deleted_rows",
    text("kind", 32),
    Column("key", Text, nullable=False),
    moment("made_at", nullable=False),
    revision(),
    key=("kind", "key"),
    root=True,
)
