"""What a lifter wants from a plan: the training profile."""

from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    SmallInteger,
    String,
    Text,
)

from metricgain.store.tables.metadata import (
    MUSCLES,
    between,
    exercise_column,
    moment,
    one_of,
    own_exercise,
    owned,
    text,
)

TOOLS = (
    "barbell", "ez_bar", "trap_bar", "smith", "dumbbell", "kettlebell",
    "plate_machine", "stack", "cable", "bodyweight", "band", "other",
)  # fmt: skip
JOINTS = (
    "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "lower_back", "neck",
)  # fmt: skip


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default="false")


def _only(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """Refuse any element but the named ones."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} <@ ARRAY[{listed}]", name=column)


training_profiles = owned(
    "training_profiles",
    Column("goal", String(16), nullable=False, server_default="hypertrophy"),
    Column("place", String(16), nullable=False, server_default="gym"),
    Column("horizon_weeks", SmallInteger, nullable=False, server_default="12"),
    Column("weekdays", ARRAY(SmallInteger), nullable=False, server_default="{0,2,4}"),
    Column("tools", ARRAY(Text), nullable=False, server_default="{}"),
    Column("injuries", ARRAY(Text), nullable=False, server_default="{}"),
    _flag("heart_or_illness"),
    _flag("is_cleared"),
    _flag("is_under_18"),
    _flag("is_pregnant"),
    _flag("had_surgery"),
    moment("updated_at", nullable=False, default=True),
    one_of("goal", ("hypertrophy", "strength", "recomposition", "maintenance")),
    one_of("place", ("gym", "barbell", "dumbbells", "bodyweight", "own")),
    between("horizon_weeks", 4, 52),
    CheckConstraint(
        "cardinality(weekdays) BETWEEN 2 AND 6"
        " AND weekdays <@ '{0,1,2,3,4,5,6}'::smallint[]",
        name="weekdays",
    ),
    _only("tools", TOOLS),
    _only("injuries", JOINTS),
    key=(),
    root=True,
)

training_profile_muscles = owned(
    "training_profile_muscles",
    text("muscle", 16),
    text("emphasis", 16),
    one_of("muscle", MUSCLES),
    one_of("emphasis", ("maintain", "grow", "emphasize")),
    key=("muscle",),
    root=True,
)

training_profile_exercises = owned(
    "training_profile_exercises",
    exercise_column(),
    text("wish", 16),
    one_of("wish", ("banned", "favourite")),
    own_exercise(),
    key=("exercise_id",),
    root=True,
)

training_profile_free = owned(
    "training_profile_free",
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    CheckConstraint("last_day >= first_day", name="last_day"),
    key=("first_day",),
    root=True,
)
