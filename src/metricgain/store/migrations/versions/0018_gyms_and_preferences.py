# ruff: noqa: S608 - the names in the statements are those of our own columns
"""Keep gyms, and every preference in a column of its own type.

What was kept as JSON is taken over, and what is not understood stays where it was, in
`users.preferences`. The way down keeps there what the older schema has no place for.

Revision: 0018, after 0017.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

APP_ROLE = "metricgain_app"
ME = "NULLIF(current_setting('metricgain.user_id', true), '')::int"
SYSTEM = "current_setting('metricgain.as_system', true) = 'on'"
KINDS = (
    "barbell", "ez_bar", "smith", "dumbbell", "kettlebell", "plate_machine", "stack",
    "cable", "bodyweight",
)  # fmt: skip
TABLES = ("gyms", "gym_equipment", "gym_days")
RESTS = ("rest_heavy_seconds", "rest_compound_seconds", "rest_isolation_seconds")
MOST_WARM_UPS = 6
FIRST_GYM = UUID("4d2f6c0e-6a43-4c9b-9a55-6d0f3f4f8f10")


def make(table: str, *items: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    op.create_table(
        table,
        sa.Column("user_id", sa.Integer(), nullable=False),
        *items,
        sa.PrimaryKeyConstraint("user_id", *key, name=op.f(f"{table}_pkey")),
    )
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY system ON {table} USING ({SYSTEM}) WITH CHECK ({SYSTEM})"
    )
    op.execute(
        f"CREATE POLICY own ON {table} USING (user_id = {ME})"
        f" WITH CHECK (user_id = {ME})"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")


def inside(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["user_id", column],
        [f"{parent}.user_id", f"{parent}.id"],
        name=op.f(f"{table}_user_id_{column}_fkey"),
        ondelete="CASCADE",
    )


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"{table}_{name}_check"))


def upgrade() -> None:
    _make_gyms()
    table = "user_preferences"
    columns: list[sa.Column[Any]] = [
        sa.Column("warm_up_percentages", ARRAY(sa.SmallInteger())),
        *(sa.Column(name, sa.SmallInteger()) for name in RESTS),
        sa.Column("deload_style", sa.String(8), server_default="both", nullable=False),
        sa.Column("reminder_minute", sa.SmallInteger()),
        sa.Column("gym_id", sa.Uuid()),
    ]
    for column in columns:
        op.add_column(table, column)
    rules = {
        "warm_up_percentages": "cardinality(warm_up_percentages) <= 6"
        " AND 20 <= ALL (warm_up_percentages) AND 95 >= ALL (warm_up_percentages)",
        **{name: f"{name} BETWEEN 15 AND 600" for name in RESTS},
        "deload_style": "deload_style IN ('both', 'sets', 'load')",
        "reminder_minute": "reminder_minute BETWEEN 0 AND 1439",
    }
    for name, rule in rules.items():
        op.create_check_constraint(op.f(f"{table}_{name}_check"), table, rule)
    op.create_foreign_key(
        op.f(f"{table}_user_id_gym_id_fkey"),
        table,
        "gyms",
        ["user_id", "gym_id"],
        ["user_id", "id"],
        deferrable=True,
        initially="DEFERRED",
    )
    op.execute("SET LOCAL metricgain.as_system = 'on'")
    for row in _rows():
        _take_over(row)
    # The keys that were just written are checked at the end; a column cannot go before.
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")
    op.drop_column(table, "equipment")
    op.execute("SET LOCAL metricgain.as_system = 'off'")


def _make_gyms() -> None:
    make(
        "gyms",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("gyms_user_id_fkey"),
            ondelete="CASCADE",
        ),
        key=("id",),
    )
    table = "gym_equipment"
    make(
        table,
        sa.Column("gym_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("form", sa.String(8), nullable=False),
        sa.Column("unit", sa.String(2), nullable=False),
        sa.Column("bar", sa.Double()),
        sa.Column("plates", ARRAY(sa.Double())),
        sa.Column("pairs", ARRAY(sa.SmallInteger())),
        sa.Column("weights", ARRAY(sa.Double())),
        sa.Column("lowest", sa.Double()),
        sa.Column("step", sa.Double()),
        sa.Column("highest", sa.Double()),
        check(table, "kind", f"kind IN ({', '.join(map(repr, KINDS))})"),
        check(table, "unit", "unit IN ('kg', 'lb')"),
        check(
            table,
            "form",
            "CASE form"
            " WHEN 'plates' THEN bar >= 0 AND cardinality(plates) = cardinality(pairs)"
            " WHEN 'rack' THEN cardinality(weights) > 0"
            " WHEN 'stack' THEN lowest >= 0 AND step > 0 AND highest >= lowest"
            " ELSE false END IS TRUE",
        ),
        inside(table, "gym_id", "gyms"),
        key=("gym_id", "kind"),
    )
    table = "gym_days"
    make(
        table,
        sa.Column("workout_id", sa.Uuid(), nullable=False),
        sa.Column("gym_id", sa.Uuid(), nullable=False),
        inside(table, "gym_id", "gyms"),
        inside(table, "workout_id", "workouts"),
        key=("workout_id",),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """What JSON said of one user, and what was chosen in the app."""

    user_id: int
    preferences: object
    equipment: object
    progression_type: str


def _rows() -> list[Kept]:
    """Return whoever has JSON that may hold preferences."""
    asked = sa.text(
        "SELECT u.id, u.preferences, p.equipment, p.progression_type FROM users u"
        " JOIN user_preferences p ON p.user_id = u.id"
        " WHERE u.preferences <> '{}' OR p.equipment IS NOT NULL"
    ).columns(preferences=JSONB, equipment=JSONB)
    return [Kept(*row) for row in op.get_bind().execute(asked)]


def _take_over(row: Kept) -> None:
    kept = dict(row.preferences) if isinstance(row.preferences, dict) else None
    left = {} if kept is None else kept
    columns: dict[str, object] = {}
    for name, (spellings, is_sound) in WORDS.items():
        for spelling in spellings:
            if name not in columns and is_sound(left.get(spelling)):
                columns[name] = left.pop(spelling)
    if "progression_type" in columns and row.progression_type != "double":
        # What was chosen in the app is younger than the JSON.
        del columns["progression_type"]
    columns |= _gyms(row.user_id, row.equipment, left)
    if columns:
        setting = ", ".join(f"{name} = :{name}" for name in columns)
        _run(
            f"UPDATE user_preferences SET {setting} WHERE user_id = :id",
            row.user_id,
            columns,
        )
    if kept is not None or left:
        _run(
            "UPDATE users SET preferences = cast(:left AS jsonb) WHERE id = :id",
            row.user_id,
            {"left": json.dumps(left)},
        )


def _gyms(user_id: int, equipment: object, left: dict[str, Any]) -> dict[str, object]:
    """Make the gyms that JSON tells of; what it says beyond that goes to `left`."""
    gyms, chosen = _told(user_id, equipment, left)
    strange = {
        kind: record for one in gyms for kind, record in _make(user_id, one).items()
    }
    if equipment is not None and not isinstance(equipment, dict):
        left["equipment"] = equipment
    elif strange:
        before = left.get("equipment")
        left["equipment"] = {**(before if isinstance(before, dict) else {}), **strange}
    return {} if chosen is None else {"gym_id": UUID(chosen)}


def _told(
    user_id: int, equipment: object, left: dict[str, Any]
) -> tuple[list[dict[str, Any]], str | None]:
    """Return the gyms that JSON tells of, and the id of the chosen one."""
    gyms: list[dict[str, Any]] = left.pop("gyms", None) or []
    chosen: str | None = left.pop("gymId", None)
    if not isinstance(equipment, dict) or not equipment:
        return gyms, chosen
    if chosen is None:
        chosen = str(uuid5(FIRST_GYM, str(user_id)))
        gyms = [*gyms, {"id": chosen, "name": "Gym"}]
    return [
        one | {"equipment": equipment} if one["id"] == chosen else one for one in gyms
    ], chosen


def _make(user_id: int, gym: dict[str, Any]) -> dict[str, object]:
    """Write a gym; return what of its equipment has no column."""
    gym_id = UUID(gym["id"])
    _run(
        "INSERT INTO gyms (user_id, id, name) VALUES (:id, :gym, :name)",
        user_id,
        {"gym": gym_id, "name": gym["name"]},
    )
    for day in gym.get("days", []):
        _run(
            "INSERT INTO gym_days (user_id, workout_id, gym_id) SELECT :id, w.id,"
            " :gym FROM workouts w WHERE w.user_id = :id AND w.id = :day",
            user_id,
            {"gym": gym_id, "day": UUID(day)},
        )
    return {
        kind: record
        for kind, record in gym.get("equipment", {}).items()
        if not _keep(user_id, gym_id, kind, record)
    }


def _keep(user_id: int, gym_id: UUID, kind: str, record: object) -> bool:
    """Write one kind of equipment; return False for what has no column."""
    found = _columns(record)
    if kind not in KINDS or found is None:
        return False
    names = ", ".join(found)
    values = ", ".join(f":{name}" for name in found)
    _run(
        f"INSERT INTO gym_equipment (user_id, gym_id, kind, {names})"
        f" VALUES (:id, :gym, :kind, {values})",
        user_id,
        found | {"gym": gym_id, "kind": kind},
    )
    return True


def _columns(record: object) -> dict[str, Any] | None:
    if not isinstance(record, Mapping) or record.get("unit") not in ("kg", "lb"):
        return None
    said = {"form": record.get("kind"), "unit": record["unit"]}
    rest = {name: record[name] for name in record if name not in ("kind", "unit")}
    if said["form"] == "plates" and set(rest) == {"bar", "plates"}:
        plates = rest.pop("plates")
        if not isinstance(plates, list) or not all(
            isinstance(one, dict) and set(one) == {"weight", "pairs"} for one in plates
        ):
            return None
        rest["plates"] = [one["weight"] for one in plates]
        rest["pairs"] = [one["pairs"] for one in plates]
    elif not (
        (said["form"] == "rack" and set(rest) == {"weights"} and rest["weights"])
        or (said["form"] == "stack" and set(rest) == {"lowest", "step", "highest"})
    ):
        return None
    flat = [
        one
        for each in rest.values()
        for one in (each if isinstance(each, list) else [each])
    ]
    return said | rest if all(_is_number(one) for one in flat) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _is_between(low: int, high: int) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    )


def _is_percentages(value: object) -> bool:
    is_sound = _is_between(20, 95)
    return (
        isinstance(value, list)
        and len(value) <= MOST_WARM_UPS
        and all(map(is_sound, value))
    )


def _is_one_of(*words: str) -> Callable[[object], bool]:
    return lambda value: value in words


# Each column, the names that JSON may have for it, and what it may hold.
WORDS: Mapping[str, tuple[tuple[str, ...], Callable[[object], bool]]] = {
    "progression_type": (
        ("progression_type", "progressionType"),
        _is_one_of("double", "reps", "load"),
    ),
    "warm_up_percentages": (
        ("warm_up_percentages", "warmup_percentages", "warmupPercentages"),
        _is_percentages,
    ),
    **{name: ((name,), _is_between(15, 600)) for name in RESTS},
    "deload_style": (
        ("deload_style", "deloadStyle"),
        _is_one_of("both", "sets", "load"),
    ),
    "reminder_minute": (("reminder_minute",), _is_between(0, 1439)),
}


def _run(statement: str, user_id: int, values: Mapping[str, Any]) -> None:
    op.get_bind().execute(sa.text(statement), {"id": user_id, **values})


def downgrade() -> None:
    table = "user_preferences"
    op.add_column(table, sa.Column("equipment", JSONB()))
    op.execute("SET LOCAL metricgain.as_system = 'on'")
    op.execute(
        "UPDATE user_preferences p SET equipment = "
        + _described("p.gym_id")
        + " WHERE EXISTS (SELECT FROM gym_equipment e WHERE e.user_id = p.user_id"
        " AND e.gym_id = p.gym_id)"
    )
    kept = ", ".join(
        f"'{name}', {value}"
        for name, value in {
            "gymId": "p.gym_id",
            "gyms": "(SELECT jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name,"
            f" 'equipment', coalesce({_described('g.id')}, '{{}}'), 'days',"
            " (SELECT coalesce(jsonb_agg(d.workout_id), '[]') FROM gym_days d"
            " WHERE d.user_id = g.user_id AND d.gym_id = g.id)))"
            " FROM gyms g WHERE g.user_id = p.user_id)",
            "warm_up_percentages": "p.warm_up_percentages",
            **{name: f"p.{name}" for name in RESTS},
            "deload_style": "NULLIF(p.deload_style, 'both')",
            "reminder_minute": "p.reminder_minute",
        }.items()
    )
    op.execute(
        "UPDATE users u SET preferences = u.preferences"
        f" || jsonb_strip_nulls(jsonb_build_object({kept}))"
        " FROM user_preferences p WHERE p.user_id = u.id"
    )
    op.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for name in (
        "warm_up_percentages",
        *RESTS,
        "deload_style",
        "reminder_minute",
        "gym_id",
    ):
        op.drop_column(table, name)
    for made in reversed(TABLES):
        op.drop_table(made)
    op.execute("SET LOCAL metricgain.as_system = 'off'")


def _described(gym: str) -> str:
    """Return an expression for the equipment of a gym of the user of row `p`."""
    return (
        "(SELECT jsonb_object_agg(e.kind, jsonb_strip_nulls(jsonb_build_object("
        "'kind', e.form, 'unit', e.unit, 'bar', e.bar, 'weights', to_jsonb(e.weights),"
        " 'lowest', e.lowest, 'step', e.step, 'highest', e.highest, 'plates',"
        " CASE WHEN e.form = 'plates' THEN (SELECT coalesce(jsonb_agg("
        "jsonb_build_object('weight', x.weight, 'pairs', x.pairs) ORDER BY x.place),"
        " '[]') FROM unnest(e.plates, e.pairs) WITH ORDINALITY"
        " AS x (weight, pairs, place)) END)))"
        f" FROM gym_equipment e WHERE e.user_id = p.user_id AND e.gym_id = {gym})"
    )
