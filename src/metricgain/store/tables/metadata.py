"""What all tables share: names of constraints, keys of owned tables, time stamps."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Uuid,
    func,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ix": "%(table_name)s_%(column_0_N_name)s_ix",
        "ck": "%(table_name)s_%(constraint_name)s_check",
    }
)

MUSCLE_GROUPS = (
    "chest", "back", "legs", "shoulders", "delts", "bis", "tris", "calfs", "abs",
)  # fmt: skip
MUSCLES = (
    "chest", "lats", "upper_back", "lower_back", "traps", "quads", "hamstrings",
    "glutes", "adductors", "front_delt", "side_delt", "rear_delt", "biceps",
    "forearms", "triceps", "calves", "abs",
)  # fmt: skip

OWNER_BITS = 22
"""Exercise ids carry their owner: id = owner << 22 | number, 0 for the catalogue."""


def owned(
    name: str, *items: SchemaItem, key: tuple[str, ...] = ("id",), root: bool = False
) -> Table:
    """Declare a table whose rows each belong to one user.

    Its primary key is `(user_id, *key)`. A `root` table points to users itself; any
    other reaches its user through the parents that its foreign keys name.
    """
    user = (
        Column("user_id", Integer, ForeignKey("users.id", ondelete="CASCADE"))
        if root
        else Column("user_id", Integer)
    )
    user.nullable = False
    return Table(
        name,
        metadata,
        user,
        *items,
        PrimaryKeyConstraint("user_id", *key),
        info={"owned": True},
    )


def parent(column: str, table: str, *, cascade: bool = True) -> ForeignKeyConstraint:
    """Declare that (user_id, column) names a row of the same user in `table`.

    Without `cascade`, the row that is named cannot go alone. This is checked at the end
    of the transaction: when both go in one cascade, their order does not matter.
    """
    return ForeignKeyConstraint(
        ["user_id", column],
        [f"{table}.user_id", f"{table}.id"],
        ondelete="CASCADE" if cascade else None,
        deferrable=None if cascade else True,
        initially=None if cascade else "DEFERRED",
    )


def of_log() -> ForeignKeyConstraint:
    """Declare that a row lies in one workout log of the same user."""
    return parent("workout_log_id", "workout_logs")


def exercise_column(*, nullable: bool = False) -> Column[int]:
    """Declare a reference to an exercise of the catalogue or of the same user."""
    return Column(
        "exercise_id",
        BigInteger,
        ForeignKey("exercises.id", ondelete="CASCADE"),
        nullable=nullable,
    )


def own_exercise() -> CheckConstraint:
    """Refuse exercises of other users: the owner is part of an exercise's id."""
    return CheckConstraint(
        f"exercise_id >> {OWNER_BITS} IN (0, user_id)", name="own_exercise"
    )


def one_of(column: str, values: tuple[str, ...], name: str = "") -> CheckConstraint:
    """Refuse any text but the named ones."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=name or column)


def between(column: str, low: float, high: float) -> CheckConstraint:
    """Refuse numbers outside `low` to `high`."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def uuid(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Uuid, nullable=nullable)


def text(name: str, length: int, *, nullable: bool = False) -> Column[str]:
    return Column(name, String(length), nullable=nullable)


def moment(name: str, *, nullable: bool = True, default: bool = False) -> Column[Any]:
    """Declare a time stamp with time zone."""
    return Column(
        name,
        DateTime(timezone=True),
        nullable=nullable,
        server_default=func.current_timestamp() if default else None,
    )


def stamps() -> tuple[Column[Any], Column[Any]]:
    """Declare created_at and updated_at."""
    return (
        moment("created_at", nullable=False, default=True),
        moment("updated_at", nullable=False, default=True),
    )


def revision() -> Column[int]:
    """Declare the per-user revision of the last change, which devices pull by."""
    return Column("revision", BigInteger, nullable=False, server_default="0")
