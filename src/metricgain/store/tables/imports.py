"""What came from other apps: files that wait, imports and what each brought."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    SmallInteger,
    String,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

from metricgain.store.tables.metadata import (
    moment,
    of_log,
    owned,
    parent,
    revision,
    text,
    uuid,
)

imports = owned(
    "imports",
    uuid("id"),
    text("app", 32),
    text("file_name", 255),
    text("file_hash", 64),
    Column("totals", JSONB, nullable=False),
    Column("findings", JSONB, nullable=False),
    Column("workouts_new", Integer, nullable=False),
    Column("sets_new", Integer, nullable=False),
    moment("created_at", nullable=False, default=True),
    revision(),
    Column("measures_new", Integer, nullable=False, server_default="0"),
    # The workouts that it added, and how many sets each had.
    Column("log_ids", ARRAY(Uuid), nullable=False, server_default="{}"),
    Column("log_sets", ARRAY(Integer), nullable=False, server_default="{}"),
    # The names and custom exercises that were made for it.
    Column("made", JSONB, nullable=False, server_default="{}"),
    moment("undone_at"),
    root=True,
)

# Under which name of its app each set of a workout came, as long as it stays: what a
# name brought can be found even when another name means the same exercise by now.
imported_names = owned(
    "imported_names",
    uuid("workout_log_id"),
    text("raw_name", 255),
    Column("set_ids", ARRAY(Integer), nullable=False),
    of_log(),
    CheckConstraint("cardinality(set_ids) > 0", name="set_ids"),
    key=("workout_log_id", "raw_name"),
)

import_files = owned(
    "import_files",
    uuid("id"),
    text("file_name", 255),
    Column("size", BigInteger, nullable=False),
    text("file_hash", 64),
    moment("created_at", nullable=False, default=True),
    root=True,
)

import_file_parts = owned(
    "import_file_parts",
    uuid("import_file_id"),
    Column("part", SmallInteger, nullable=False),
    # A megabyte of the file, compressed by zlib.
    Column("body", LargeBinary, nullable=False),
    parent("import_file_id", "import_files"),
    key=("import_file_id", "part"),
)

body_measurements = owned(
    "body_measurements",
    uuid("id"),
    text("kind", 40),
    moment("measured_at", nullable=False),
    Column("local_date", Date, nullable=False),
    Column("value", Numeric(8, 3), nullable=False),
    Column("unit", String(10), nullable=False),
    Column("note", Text),
    # The app that it comes from, and the import, unless it was corrected since.
    Column("source", String(16), nullable=False, server_default="app"),
    uuid("import_id", nullable=True),
    parent("import_id", "imports"),
    CheckConstraint("value > 0", name="value"),
    CheckConstraint(
        "local_date BETWEEN '1970-01-01' AND '2100-12-31'", name="local_date"
    ),
    CheckConstraint("length(note) <= 2000", name="note"),
    Index(None, "user_id", "kind", "measured_at", unique=True),
    root=True,
)
