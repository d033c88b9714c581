"""What an import reads and writes: exercises by name, links, whole workouts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TypeAlias
from uuid import UUID

from metricgain.kit.errors import Conflict
from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.changes import Change
from metricgain.store.database import Row, Transaction, sql
from metricgain.store.tables.metadata import OWNER_BITS

_NUMBERS = 1 << OWNER_BITS
_MOST_OWN = _NUMBERS // 2

Values: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDefaults:
    """What a user uses where a file leaves it open: zone and unit ('kg' or 'lb')."""

    timezone: str
    weight_unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedExercise:
    """An exercise with everything it is called. Retired ones get no new sets."""

    exercise_id: int
    name: str
    aliases: tuple[str, ...]
    equipment: str
    muscles: frozenset[str]
    load_kind: str
    is_system: bool
    is_retired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A name of another app and the exercise it stands for."""

    raw_name: str
    exercise_id: int
    exercise_name: str
    outcome: str
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnExercise:
    """A custom exercise to add; `muscles` are the ones trained directly."""

    exercise_id: int
    name: str
    muscle_group: str
    exercise_type: str
    equipment: str
    movement_pattern: str
    load_kind: str
    body_weight_factor: Decimal
    muscles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRow:
    """A set to add; `weight` is in `weight_unit`, as it was lifted.

    `raw_name` is what the file calls the exercise, `written` the text of the file where
    the file has another weight.
    """

    id: int
    exercise_id: int
    raw_name: str
    performed_at: datetime
    set_number: int
    reps: int
    weight: Decimal
    weight_unit: str
    set_type: str
    rir: Decimal | None
    seconds: int | None
    distance_m: Decimal | None
    flag: str | None
    note: str | None
    written: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """A finished workout to add, with its sets."""

    id: UUID
    name: str | None
    local_date: date
    started_at: datetime
    completed_at: datetime | None
    notes: str | None
    body_weight_kg: Decimal | None
    sets: tuple[SetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLog:
    """A workout that is here with its number of sets, or that the user deleted."""

    deleted: bool
    sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    """One import: its file, its totals and findings, and how much it added."""

    id: UUID
    app: str
    file_name: str
    file_hash: str
    totals: object
    findings: object
    workouts_new: int
    sets_new: int
    measures_new: int
    created_at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an import added: workouts, names and custom exercises.

    With each workout stands how many sets the file has in it, wanted or not.
    """

    logs: tuple[tuple[UUID, int], ...]
    names: tuple[str, ...]
    exercises: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftedOnce:
    """What a workout consists of, whoever wrote it down: repetitions and kilograms."""

    log_id: UUID
    local_date: date
    sets: tuple[tuple[int, int], ...]


async def load_import_defaults(tx: Transaction) -> ImportDefaults:
    """Return the zone and unit of the user, who must exist."""
    row = await tx.row(sql("import_owner"), tx.user_id)
    assert row is not None
    return ImportDefaults(timezone=row["timezone"], weight_unit=row["weight_unit"])


async def load_named_exercises(tx: Transaction) -> list[NamedExercise]:
    """Return the exercises of the catalogue and the user's own, retired ones too."""
    return [
        NamedExercise(
            exercise_id=row["id"],
            name=row["name"],
            aliases=tuple(row["aliases"]),
            equipment=row["equipment"],
            muscles=frozenset(row["muscles"]),
            load_kind=row["load_kind"],
            is_system=row["is_system"],
            is_retired=row["is_retired"],
        )
        for row in await tx.rows(sql("import_exercises"), tx.user_id)
    ]


async def load_known_names(tx: Transaction, app: str) -> list[KnownName]:
    """Return what the names of an app stand for, as far as they were ever imported."""
    rows = await tx.rows(sql("import_links"), tx.user_id, app)
    return [KnownName(**dict(row)) for row in rows]


async def load_known_logs(tx: Transaction, ids: Sequence[UUID]) -> dict[UUID, KnownLog]:
    """Return which of these workouts are here, or were deleted by the user.

    A workout that was deleted and came back counts as here.
    """
    await see_archive(tx, Wanted(logs=ids))
    rows = await tx.rows(sql("import_known_logs"), tx.user_id, list(ids))
    rows.sort(key=lambda row: not row["deleted"])
    return {
        row["id"]: KnownLog(deleted=row["deleted"], sets=row["sets"]) for row in rows
    }


async def load_other_accounts(
    tx: Transaction, app: str, days: Sequence[date]
) -> list[LiftedOnce]:
    """Return the workouts of these days that anything but this app has written down."""
    if days:
        await see_archive(tx, Wanted(first=min(days), last=max(days)))
    rows = await tx.rows(sql("import_twins"), tx.user_id, list(days), app)
    return [
        LiftedOnce(
            log_id=row["id"],
            local_date=row["local_date"],
            sets=tuple(zip(row["reps"], row["kilograms"], strict=True)),
        )
        for row in rows
    ]


def free_exercise_id(user_id: int, name: str, taken: set[int]) -> int:
    """Return an id for a custom exercise that is not among `taken`, and add it there.

    The same name leads to the same id, so that a history that was deleted and comes
    back, here or on another installation, finds its exercises again. Raises Conflict
    for a user with two million exercises.
    """
    if len(taken) > _MOST_OWN:
        raise Conflict("no more custom exercises can be made", field="exercise")
    number = int.from_bytes(sha256(name.encode()).digest()[:4]) % _NUMBERS
    while number == 0 or (user_id << OWNER_BITS | number) in taken:
        number = (number + 1) % _NUMBERS
    found = user_id << OWNER_BITS | number
    taken.add(found)
    return found


async def save_own_exercises(change: Change, exercises: Sequence[OwnExercise]) -> None:
    """Add custom exercises and the muscles they train; they are deleted no more."""
    if not exercises:
        return
    change.touched.exercises.update(one.exercise_id for one in exercises)
    columns = _columns(
        (
            (
                one.exercise_id, one.name, one.muscle_group, one.exercise_type,
                one.equipment, one.movement_pattern, one.load_kind,
                one.body_weight_factor,
            )
            for one in exercises
        ),
        width=8,
    )  # fmt: skip
    await change.tx.run(
        sql("import_exercises_save"), change.user_id, change.revision, *columns
    )
    muscles = _columns(
        ((one.exercise_id, muscle) for one in exercises for muscle in one.muscles),
        width=2,
    )
    await change.tx.run(sql("import_muscles_save"), *muscles)
    made = [one.exercise_id for one in exercises]
    await change.tx.run(sql("import_names_unbury"), change.user_id, made, [])


async def save_known_names(
    change: Change, app: str, names: Sequence[KnownName]
) -> None:
    """Remember what names of an app stand for; what is remembered already stays."""
    if not names:
        return
    columns = _columns(
        ((one.raw_name, one.exercise_id, one.outcome, one.score) for one in names),
        width=4,
    )
    await change.tx.run(
        sql("import_links_save"), change.user_id, app, change.revision, *columns
    )
    await change.tx.run(
        sql("import_names_unbury"),
        change.user_id,
        [],
        [f"{app}/{one.raw_name}" for one in names],
    )


async def save_imported_logs(change: Change, app: str, logs: Sequence[LogRow]) -> None:
    """Add finished workouts of another app with their sets: four statements.

    What is added is no longer deleted, so its tombstones go.
    """
    if not logs:
        return
    await change.tx.run(
        sql("import_tombstones_clear"), change.user_id, [log.id for log in logs]
    )
    columns = _columns(
        (
            (
                log.id, log.name, log.local_date, log.started_at, log.completed_at,
                log.notes, log.body_weight_kg,
            )
            for log in logs
        ),
        width=7,
    )  # fmt: skip
    await change.tx.run(
        sql("import_logs_save"), change.user_id, app, change.revision, *columns
    )
    sets = _columns(
        (
            (
                log.id, one.id, one.exercise_id, one.performed_at, one.set_number,
                one.reps, one.weight, one.weight_unit, one.set_type, one.rir,
                one.seconds, one.distance_m, one.flag, one.note,
                one.written,
            )
            for log in logs
            for one in log.sets
        ),
        width=15,
    )  # fmt: skip
    await change.tx.run(sql("import_sets_save"), change.user_id, *sets)
    named = _columns(
        ((log.id, one.raw_name, one.id) for log in logs for one in log.sets), width=3
    )
    await change.tx.run(sql("imported_names_save"), change.user_id, *named)


async def save_import(change: Change, record: ImportRecord, added: Added) -> None:
    """Remember one import and what it added."""
    await change.tx.run(
        sql("import_record_save"),
        change.user_id,
        record.id,
        record.app,
        record.file_name,
        record.file_hash,
        record.totals,
        record.findings,
        record.workouts_new,
        record.sets_new,
        record.measures_new,
        [log_id for log_id, _ in added.logs],
        [sets for _, sets in added.logs],
        {
            # As everywhere in JSON, so that an export can give it to another account.
            "exercises": [{"exercise_id": one} for one in added.exercises],
            "names": list(added.names),
        },
        record.created_at,
        change.revision,
    )


async def load_imports(
    tx: Transaction, *, most: int, before: UUID | None = None
) -> list[ImportRecord]:
    """Return the user's latest imports, or those that came before one of them."""
    rows = await tx.rows(sql("imports_list"), tx.user_id, most, before)
    return [_record(row) for row in rows]


def _record(row: Row) -> ImportRecord:
    return ImportRecord(**dict(row))


def _columns(rows: Iterable[Values], *, width: int) -> list[list[object]]:
    """Turn rows into the columns that unnest() takes."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    return columns or [[] for _ in range(width)]
