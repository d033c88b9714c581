"""What was done: workout logs and their sets, those of old blocks in small.

The log of a planned workout has the id of its workout instance, so two devices that
start the same workout without a network write into the same log.
"""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Date,
    Index,
    Integer,
    LargeBinary,
    Numeric,
    SmallInteger,
    String,
    Text,
)

from metricgain.store.tables.metadata import (
    between,
    exercise_column,
    moment,
    of_log,
    one_of,
    own_exercise,
    owned,
    parent,
    revision,
    stamps,
    uuid,
)

SET_TYPES = ("working", "warmup", "drop", "myorep", "failure")
LOAD_KINDS = ("external", "bodyweight", "bodyweight_plus", "assisted")

workout_logs = owned(
    "workout_logs",
    uuid("id"),
    uuid("workout_instance_id", nullable=True),
    uuid("workout_id", nullable=True),
    uuid("mesocycle_id", nullable=True),
    Column("week_number", Integer),
    Column("name", String(255)),
    moment("performed_at", nullable=False, default=True),
    Column("local_date", Date, nullable=False),
    Column("status", String(50), nullable=False, server_default="in_progress"),
    moment("started_at"),
    moment("completed_at"),
    Column(
        "duration_minutes",
        Integer,
        # Before version 18, PostgreSQL has no other kind.
        Computed(
            "EXTRACT(EPOCH FROM (completed_at - started_at)) / 60", persisted=True
        ),
    ),
    Column("is_deload", Boolean, nullable=False, server_default="false"),
    Column("body_weight_kg", Numeric(5, 2)),
    Column("notes", Text),
    moment("notes_made_at"),
    Column("source", String(16), nullable=False, server_default="app"),
    *stamps(),
    revision(),
    parent("workout_instance_id", "workout_instances"),
    parent("workout_id", "workouts"),
    parent("mesocycle_id", "mesocycles"),
    one_of("status", ("in_progress", "completed", "skipped")),
    between("week_number", 1, 7),
    CheckConstraint("workout_instance_id = id", name="id_of_instance"),
    CheckConstraint(
        "local_date BETWEEN '1970-01-01' AND '2100-12-31'", name="local_date"
    ),
    CheckConstraint("completed_at >= started_at", name="times"),
    CheckConstraint("length(notes) <= 20000", name="notes"),
    Index(None, "user_id", "local_date"),
    Index(None, "user_id", "mesocycle_id", "week_number"),
    Index(None, "user_id", "revision"),
    root=True,
)

sets = owned(
    "sets",
    Column("id", Integer, nullable=False),
    exercise_column(),
    moment("performed_at", nullable=False, default=True),
    uuid("workout_log_id"),
    Column("set_number", SmallInteger, nullable=False),
    Column("reps", Integer, nullable=False),
    Column("weight", Numeric(6, 2), nullable=False),
    Column("weight_unit", String(2), nullable=False, server_default="kg"),
    Column("set_type", String(8), nullable=False, server_default="working"),
    Column("rir", Numeric(3, 1)),
    Column("load_kind", String(16)),
    Column("seconds", Integer),
    Column("distance_m", Numeric(9, 2)),
    Column("flag", String(16)),
    Column("note", Text),
    # What the file of another app has, where it is not what was lifted.
    Column("written", String(100)),
    moment("edited_at"),
    Column("video_url", String(500)),
    of_log(),
    own_exercise(),
    CheckConstraint("reps >= 0", name="reps"),
    CheckConstraint("weight >= 0", name="weight"),
    between("set_number", 1, 1000),
    between("rir", 0, 10),
    between("seconds", 0, 864000),
    one_of("weight_unit", ("kg", "lb")),
    one_of("set_type", SET_TYPES),
    one_of("load_kind", LOAD_KINDS),
    one_of("flag", ("to_confirm", "confirmed")),
    Index(None, "user_id", "exercise_id", "performed_at"),
    key=("workout_log_id", "id"),
)

archived_mesocycles = owned(
    "archived_mesocycles",
    uuid("mesocycle_id"),
    moment("archived_at", nullable=False),
    # Its sets are rows again since then, and `body` is gone.
    moment("brought_back_at"),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("sets", Integer, nullable=False),
    Column("exercise_ids", ARRAY(BigInteger), nullable=False),
    Column("body", LargeBinary),
    parent("mesocycle_id", "mesocycles"),
    CheckConstraint("(body IS NULL) = (brought_back_at IS NOT NULL)", name="body"),
    CheckConstraint("first_day <= last_day", name="days"),
    CheckConstraint("sets > 0", name="sets"),
    key=("mesocycle_id",),
)
