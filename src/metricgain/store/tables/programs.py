"""What is planned: program > macrocycle > mesocycle > microcycle > workout instance."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    Index,
    Integer,
    Numeric,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy import (
    text as sql,
)
from sqlalchemy.dialects.postgresql import JSONB

from metricgain.store.tables.metadata import (
    MUSCLES,
    between,
    exercise_column,
    moment,
    one_of,
    own_exercise,
    owned,
    parent,
    revision,
    stamps,
    text,
    uuid,
)

fitness_programs = owned(
    "fitness_programs",
    uuid("id"),
    text("name", 255),
    Column("description", Text),
    text("goal", 32),
    Column("start_date", Date),
    Column("end_date", Date),
    *stamps(),
    revision(),
    # Its blocks that had not begun were dropped then.
    moment("left_at"),
    CheckConstraint("end_date >= start_date", name="dates"),
    root=True,
)

macrocycles = owned(
    "macrocycles",
    uuid("id"),
    uuid("fitness_program_id"),
    text("name", 255),
    Column("order_index", Integer, nullable=False),
    Column("start_date", Date),
    Column("end_date", Date),
    *stamps(),
    revision(),
    parent("fitness_program_id", "fitness_programs"),
    UniqueConstraint("user_id", "fitness_program_id", "order_index"),
    CheckConstraint("end_date >= start_date", name="dates"),
)

mesocycles = owned(
    "mesocycles",
    uuid("id"),
    uuid("macrocycle_id", nullable=True),
    Column("order_index", Integer),
    text("name", 255),
    Column("description", Text),
    Column("duration_weeks", Integer, nullable=False),
    Column("current_week", Integer, nullable=False, server_default="1"),
    Column("status", String(50), nullable=False, server_default="active"),
    Column("start_date", Date),
    Column("end_date", Date),
    Column("days_per_week", Integer, nullable=False),
    *stamps(),
    moment("completed_at"),
    Column("ended_early", Boolean, nullable=False, server_default="false"),
    uuid("parent_mesocycle_id", nullable=True),
    Column("copied_from_week", Integer),
    revision(),
    parent("macrocycle_id", "macrocycles"),
    parent("parent_mesocycle_id", "mesocycles", cascade=False),
    between("duration_weeks", 3, 7),
    between("days_per_week", 1, 7),
    one_of("status", ("planned", "active", "completed", "archived")),
    CheckConstraint(
        "current_week >= 1 AND current_week <= duration_weeks", name="weeks"
    ),
    CheckConstraint("end_date >= start_date", name="dates"),
    Index(
        "mesocycles_one_active_ix",
        "user_id",
        unique=True,
        postgresql_where=sql("status = 'active'"),
    ),
    root=True,
)

mesocycle_emphasis = owned(
    "mesocycle_emphasis",
    uuid("mesocycle_id"),
    text("muscle", 16),
    text("emphasis", 16),
    parent("mesocycle_id", "mesocycles"),
    one_of("muscle", MUSCLES),
    one_of("emphasis", ("maintain", "grow", "emphasize")),
    key=("mesocycle_id", "muscle"),
)

microcycles = owned(
    "microcycles",
    uuid("id"),
    uuid("mesocycle_id"),
    Column("week_number", Integer, nullable=False),
    Column("start_date", Date, nullable=False),
    Column("end_date", Date, nullable=False),
    Column("is_deload", Boolean, nullable=False, server_default="false"),
    Column("target_rir", SmallInteger, nullable=False),
    *stamps(),
    parent("mesocycle_id", "mesocycles"),
    UniqueConstraint("user_id", "mesocycle_id", "week_number"),
    between("week_number", 1, 7),
    between("target_rir", 0, 5),
    CheckConstraint("end_date >= start_date", name="dates"),
)

workouts = owned(
    "workouts",
    uuid("id"),
    uuid("mesocycle_id"),
    text("name", 255),
    Column("description", Text),
    Column("day_of_week", Integer),
    Column("position_in_week", Integer, nullable=False),
    *stamps(),
    parent("mesocycle_id", "mesocycles"),
    UniqueConstraint(
        "user_id", "mesocycle_id", "position_in_week", deferrable=True,
        initially="DEFERRED",
    ),
    between("day_of_week", 0, 6),
    between("position_in_week", 1, 14),
)  # fmt: skip

workout_exercises = owned(
    "workout_exercises",
    uuid("id"),
    uuid("workout_id"),
    exercise_column(),
    Column("position", Integer, nullable=False),
    Column("target_sets", Integer, nullable=False, server_default="3"),
    Column("target_reps_min", Integer),
    Column("target_reps_max", Integer),
    Column("target_weight", Numeric(6, 2)),
    Column("weight_unit", String(2), nullable=False, server_default="kg"),
    Column("target_rir", Integer),
    Column("superset", SmallInteger),
    Column("notes", Text),
    *stamps(),
    parent("workout_id", "workouts"),
    UniqueConstraint("user_id", "workout_id", "exercise_id"),
    between("target_sets", 1, 15),
    between("target_reps_min", 1, 100),
    CheckConstraint(
        "target_reps_max BETWEEN target_reps_min AND 100", name="target_reps_max"
    ),
    between("target_weight", 0, 1000),
    between("target_rir", 0, 10),
    one_of("weight_unit", ("kg", "lb")),
    own_exercise(),
)

workout_instances = owned(
    "workout_instances",
    uuid("id"),
    uuid("mesocycle_id"),
    uuid("microcycle_id"),
    uuid("workout_id"),
    Column("week_number", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("scheduled_on", Date, nullable=False),
    Column("status", String(16), nullable=False, server_default="scheduled"),
    Column("is_deload", Boolean, nullable=False, server_default="false"),
    moment("prescribed_at"),
    *stamps(),
    revision(),
    parent("mesocycle_id", "mesocycles"),
    parent("microcycle_id", "microcycles"),
    parent("workout_id", "workouts"),
    UniqueConstraint(
        "user_id", "mesocycle_id", "week_number", "position", deferrable=True,
        initially="DEFERRED",
    ),
    between("week_number", 1, 7),
    one_of("status", ("scheduled", "completed", "skipped")),
    Index(None, "user_id", "revision"),
)  # fmt: skip

prescriptions = owned(
    "prescriptions",
    uuid("workout_instance_id"),
    exercise_column(),
    Column("position", Integer, nullable=False),
    Column("target_sets", SmallInteger),
    Column("projected_sets", SmallInteger, nullable=False),
    Column("target_reps", SmallInteger),
    Column("target_reps_min", SmallInteger, nullable=False),
    Column("target_reps_max", SmallInteger, nullable=False),
    Column("target_weight", Numeric(6, 2)),
    Column("weight_unit", String(2), nullable=False, server_default="kg"),
    Column("target_rir", SmallInteger, nullable=False),
    Column("superset", SmallInteger),
    Column("swap", String(16)),
    # What the sets would be without a recovery session: next week counts from here.
    Column("full_sets", SmallInteger),
    Column("is_recovery", Boolean, nullable=False, server_default="false"),
    # What came of it, written when the workout is finished: the next decision
    # compares with these instead of reading all sets again.
    Column("performance", SmallInteger),
    Column("exposure_e1rm_kg", Double),
    Column("smoothed_e1rm_kg", Double),
    Column("done_weight", Numeric(6, 2)),
    Column("done_unit", String(2)),
    Column("done_reps", SmallInteger),
    Column("done_sets", SmallInteger),
    Column("because", Text, nullable=False, server_default=""),
    Column("rule_id", String(32), nullable=False, server_default=""),
    parent("workout_instance_id", "workout_instances"),
    one_of("weight_unit", ("kg", "lb")),
    one_of("swap", ("suggested", "required")),
    between("performance", 0, 3),
    between("target_sets", 0, 15),
    between("projected_sets", 0, 15),
    between("target_reps", 1, 100),
    between("target_weight", 0, 1000),
    between("target_rir", 0, 10),
    own_exercise(),
    key=("workout_instance_id", "exercise_id"),
)

# What planners and language models have answered, under what they were asked.
generated_plans = owned(
    "generated_plans",
    text("key", 64),
    text("kind", 16),
    Column("made", JSONB, nullable=False),
    Column("hits", Integer, nullable=False, server_default="0"),
    moment("created_at", nullable=False, default=True),
    moment("used_at", nullable=False, default=True),
    one_of("kind", ("plan", "answer")),
    key=("key",),
    root=True,
)
