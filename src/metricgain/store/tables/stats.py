"""What is kept ready about the past: weeks, muscles, exercises and records.

Every row follows from workout logs and sets and is written in the transaction that
changes them (docs/statistics.md). Nothing points into the logs, for a row whose log
goes is recomputed in the same transaction; devices never get these rows.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Numeric,
    SmallInteger,
)
from sqlalchemy.schema import SchemaItem

from metricgain.store.tables.metadata import (
    MUSCLES,
    between,
    exercise_column,
    moment,
    one_of,
    own_exercise,
    owned,
    text,
    uuid,
)

RECORD_KINDS = ("weight", "e1rm", "volume")

_KG = Numeric(10, 3)
# Wide enough for whatever an imported file calls a set.
_TOTAL_KG = Numeric(24, 3)


def _iso_week() -> tuple[SchemaItem, ...]:
    """Declare the ISO year and week of workout_logs.local_date, and its Monday."""
    return (
        Column("year", SmallInteger, nullable=False),
        Column("week", SmallInteger, nullable=False),
        Column("week_start", Date, nullable=False),
        between("week", 1, 53),
    )


weekly_stats = owned(
    "weekly_stats",
    *_iso_week(),
    Column("workout_count", Integer, nullable=False),
    Column("working_sets", Integer, nullable=False),
    Column("duration_seconds", Integer, nullable=False),
    Column("is_deload", Boolean, nullable=False),
    Column("total_volume", _TOTAL_KG, nullable=False),
    key=("year", "week"),
    root=True,
)

weekly_muscle_stats = owned(
    "weekly_muscle_stats",
    *_iso_week(),
    text("muscle", 16),
    Column("direct_sets", Integer, nullable=False),
    Column("sessions", Integer, nullable=False),
    # Null in a week in which the muscle only helped.
    Column("last_trained", Date),
    Column("is_deload", Boolean, nullable=False),
    Column("fractional_sets", Numeric(8, 1), nullable=False),
    Column("volume_kg", _TOTAL_KG, nullable=False),
    one_of("muscle", MUSCLES),
    key=("year", "week", "muscle"),
    root=True,
)

exercise_weekly_summary = owned(
    "exercise_weekly_summary",
    exercise_column(),
    *_iso_week(),
    Column("sets", Integer, nullable=False),
    Column("best_reps", Integer),
    Column("best_set_id", Integer),
    uuid("best_log_id", nullable=True),
    Column("is_deload", Boolean, nullable=False),
    Column("volume_kg", _TOTAL_KG, nullable=False),
    Column("best_weight_kg", _KG),
    Column("max_one_rm", _KG),
    own_exercise(),
    Index(None, "user_id", "week_start"),
    key=("exercise_id", "year", "week"),
    root=True,
)

personal_records = owned(
    "personal_records",
    exercise_column(),
    text("kind", 8),
    # Of a record of weight, the number of reps that it is for; else 0.
    Column("reps", SmallInteger, nullable=False),
    Column("achieved_on", Date, nullable=False),
    uuid("workout_log_id"),
    # Null in a record of volume, which many sets have made.
    Column("set_id", Integer),
    Column("record_reps", Integer),
    Column("value", _TOTAL_KG, nullable=False),
    Column("weight_kg", _KG),
    own_exercise(),
    one_of("kind", RECORD_KINDS),
    CheckConstraint(
        "CASE kind WHEN 'weight' THEN reps BETWEEN 1 AND 30 ELSE reps = 0 END",
        name="reps",
    ),
    Index(None, "user_id", "achieved_on"),
    key=("exercise_id", "kind", "reps"),
    root=True,
)

stats_state = owned(
    "stats_state",
    # From this day on the rows above are still to be computed; null: from no day.
    Column("due_from", Date),
    moment("computed_at", nullable=False),
    key=(),
    root=True,
)
