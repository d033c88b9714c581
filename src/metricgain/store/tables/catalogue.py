"""Exercises, the muscles they train, their other names, and mesocycle templates.

Rows without an owner come with the product; the others are a user's own.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    Uuid,
)
from sqlalchemy import (
    text as sql,
)
from sqlalchemy.dialects.postgresql import JSONB

from metricgain.store.tables.metadata import (
    MUSCLE_GROUPS,
    MUSCLES,
    OWNER_BITS,
    exercise_column,
    metadata,
    moment,
    one_of,
    own_exercise,
    owned,
    revision,
    stamps,
    text,
)

exercises = Table(
    "exercises",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    text("name", 255),
    Column("description", Text),
    text("muscle_group", 50),
    text("exercise_type", 50),
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE")),
    Column("is_system", Boolean, nullable=False, server_default="false"),
    *stamps(),
    text("media_url", 500, nullable=True),
    text("equipment", 32),
    text("movement_pattern", 32),
    Column("load_kind", String(16), nullable=False, server_default="external"),
    Column("body_weight_factor", Numeric(4, 3), nullable=False, server_default="0"),
    Column("per_side", Boolean, nullable=False, server_default="false"),
    Column("unilateral", Boolean, nullable=False, server_default="false"),
    Column("rep_min", SmallInteger, nullable=False, server_default="8"),
    Column("rep_max", SmallInteger, nullable=False, server_default="15"),
    Column("is_compound", Boolean, nullable=False, server_default="false"),
    Column("traps_lifter", Boolean, nullable=False, server_default="false"),
    Column("skill_level", SmallInteger, nullable=False, server_default="1"),
    Column("joints", ARRAY(Text), nullable=False, server_default="{}"),
    Column("is_retired", Boolean, nullable=False, server_default="false"),
    revision(),
    Column("is_timed", Boolean, nullable=False, server_default="false"),
    one_of("muscle_group", MUSCLE_GROUPS),
    one_of("exercise_type", ("freeweight", "machine", "bodyweight", "cable")),
    one_of("load_kind", ("external", "bodyweight", "bodyweight_plus", "assisted")),
    CheckConstraint(f"id >> {OWNER_BITS} = coalesce(user_id, 0)", name="owner_in_id"),
    CheckConstraint("is_system = (user_id IS NULL)", name="system_has_no_owner"),
    CheckConstraint("1 <= rep_min AND rep_min <= rep_max", name="rep_range"),
    CheckConstraint("body_weight_factor BETWEEN 0 AND 1", name="body_weight_factor"),
    Index(
        "exercises_system_name_ix",
        "name",
        unique=True,
        postgresql_where=sql("is_system"),
    ),
    Index("exercises_user_id_ix", "user_id", postgresql_where=sql("NOT is_system")),
)

exercise_muscles = Table(
    "exercise_muscles",
    metadata,
    exercise_column(),
    text("muscle", 16),
    Column("contribution", Numeric(2, 1), nullable=False),
    PrimaryKeyConstraint("exercise_id", "muscle"),
    one_of("muscle", MUSCLES),
    CheckConstraint("contribution IN (0.5, 1)", name="contribution"),
)

exercise_aliases = Table(
    "exercise_aliases",
    metadata,
    Column("alias_key", String(255), primary_key=True),
    text("alias", 255),
    exercise_column(),
    Index(None, "exercise_id"),
)

exercise_links = owned(
    "exercise_links",
    text("app", 32),
    text("raw_name", 255),
    exercise_column(),
    text("outcome", 16),
    Column("score", SmallInteger, nullable=False),
    moment("created_at", nullable=False, default=True),
    revision(),
    one_of("outcome", ("linked", "asked", "custom", "confirmed")),
    own_exercise(),
    key=("app", "raw_name"),
    root=True,
)

templates = Table(
    "templates",
    metadata,
    Column("id", Uuid, primary_key=True),
    text("name", 255),
    Column("description", Text),
    Column("is_system", Boolean, nullable=False, server_default="false"),
    Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE")),
    Column("config", JSONB, nullable=False),
    Column("times_used", Integer, nullable=False, server_default="0"),
    Column("tags", ARRAY(Text), nullable=False, server_default="{}"),
    *stamps(),
    CheckConstraint("is_system = (user_id IS NULL)", name="system_has_no_owner"),
    Index("templates_user_id_ix", "user_id", postgresql_where=sql("NOT is_system")),
)

catalogue_state = Table(
    "catalogue_state",
    metadata,
    Column("name", String(32), primary_key=True),
    text("version", 64),
    moment("loaded_at", nullable=False, default=True),
)
