"""The gyms that a lifter trains in, what each has, and which days are trained where."""

from sqlalchemy import ARRAY, CheckConstraint, Column, Double, SmallInteger, String

from metricgain.store.tables.metadata import one_of, owned, parent, text, uuid

EQUIPMENT_KINDS = (
    "barbell", "ez_bar", "smith", "dumbbell", "kettlebell", "plate_machine", "stack",
    "cable", "bodyweight",
)  # fmt: skip

gyms = owned("gyms", uuid("id"), text("name", 60), root=True)

gym_equipment = owned(
    "gym_equipment",
    uuid("gym_id"),
    text("kind", 16),
    Column("form", String(8), nullable=False),
    Column("unit", String(2), nullable=False),
    Column("bar", Double),
    Column("plates", ARRAY(Double)),
    Column("pairs", ARRAY(SmallInteger)),
    Column("weights", ARRAY(Double)),
    Column("lowest", Double),
    Column("step", Double),
    Column("highest", Double),
    one_of("kind", EQUIPMENT_KINDS),
    one_of("unit", ("kg", "lb")),
    CheckConstraint(
        "CASE form"
        " WHEN 'plates' THEN bar >= 0 AND cardinality(plates) = cardinality(pairs)"
        " WHEN 'rack' THEN cardinality(weights) > 0"
        " WHEN 'stack' THEN lowest >= 0 AND step > 0 AND highest >= lowest"
        " ELSE false END IS TRUE",
        name="form",
    ),
    parent("gym_id", "gyms"),
    key=("gym_id", "kind"),
)

gym_days = owned(
    "gym_days",
    uuid("workout_id"),
    uuid("gym_id"),
    parent("gym_id", "gyms"),
    parent("workout_id", "workouts"),
    key=("workout_id",),
)
