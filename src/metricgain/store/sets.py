"""The sets of a workout log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from metricgain.engine.equipment import Unit
from metricgain.engine.logged_load import logged_load_kg
from metricgain.engine.set_doubts import RecentSet
from metricgain.kit.errors import NotFound
from metricgain.store.archiving import bring_back
from metricgain.store.changes import Change
from metricgain.store.database import Row, sql
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG
from metricgain.store.logs import Log

RECENT: Final = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEntry:
    """A set as the lifter enters it.

    `weight` is in `weight_unit`; `load_kind` is None for what the exercise usually
    is; `seconds` is how long a hold or a carry took. `performed_at` is None in an edit
    that does not say it again.
    """

    exercise_id: int
    set_number: int
    weight: Decimal
    weight_unit: str
    reps: int
    rir: Decimal | None = None
    set_type: str = "working"
    load_kind: str | None = None
    seconds: int | None = None
    note: str | None = None
    performed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSet:
    """A set as it is stored.

    `flag` is "to_confirm" for a set that looks like a slip, "confirmed" once the
    lifter has said that it is right. `stamp` is when its values were last entered.
    """

    id: int
    workout_log_id: UUID
    exercise_id: int
    set_number: int
    weight: Decimal
    weight_unit: str
    reps: int
    rir: Decimal | None
    set_type: str
    load_kind: str | None
    seconds: int | None
    note: str | None
    flag: str | None
    performed_at: datetime
    stamp: datetime

    @property
    def entry(self) -> SetEntry:
        """What of this set the lifter entered."""
        return SetEntry(
            exercise_id=self.exercise_id,
            set_number=self.set_number,
            weight=self.weight,
            weight_unit=self.weight_unit,
            reps=self.reps,
            rir=self.rir,
            set_type=self.set_type,
            load_kind=self.load_kind,
            seconds=self.seconds,
            note=self.note,
            performed_at=self.performed_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlace:
    """What there is under a set's id, and what saving a set there has to know.

    `planned_kg` is the effective load that the plan asks for, None without one.
    """

    stored: StoredSet | None
    deleted_at: datetime | None
    lifted: "Lifted"
    recent: Sequence[RecentSet]
    planned_kg: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """How much of the body an exercise lifts, and with which body weight in kg."""

    load_kind: str
    factor: float
    body_weight_kg: float

    def load_kg(
        self, weight: Decimal, weight_unit: str, load_kind: str | None
    ) -> float | None:
        """Return the effective load in kg, None without a body weight."""
        return logged_load_kg(
            float(weight),
            unit=Unit(weight_unit),
            load_kind=load_kind or self.load_kind,
            bodyweight_kg=self.body_weight_kg,
            bodyweight_factor=self.factor,
        )


async def find_set_place(
    change: Change, log: Log, set_id: int, entry: SetEntry
) -> SetPlace:
    """Return what is under a set's id, and the recent sets of the entry's exercise.

    One statement; "recent" are the last 40 working sets of 180 days. Raises NotFound
    for an exercise that is not there or not the user's.
    """
    at = entry.performed_at or change.made_at
    row = await change.tx.row(
        sql("set_find"),
        change.user_id,
        log.id,
        set_id,
        entry.exercise_id,
        at,
        at - RECENT,
    )
    if row is None:
        raise NotFound("this exercise does not exist", field="exercise_id")
    body_weight = log.body_weight_kg or row["body_weight_kg"]
    lifted = Lifted(
        load_kind=row["usual_load_kind"],
        factor=float(row["body_weight_factor"]),
        body_weight_kg=float(body_weight or ASSUMED_BODY_WEIGHT_KG),
    )
    return SetPlace(
        stored=_stored(row),
        deleted_at=row["deleted_at"],
        lifted=lifted,
        recent=_recent(row, lifted),
        planned_kg=None
        if row["planned_weight"] is None
        else lifted.load_kg(row["planned_weight"], row["planned_unit"], None),
    )


async def find_set(
    change: Change, log_id: UUID, set_id: int
) -> tuple[StoredSet | None, datetime | None]:
    """Return the set of this id, and when a set of this id was deleted."""
    row = await change.tx.row(sql("set_stamp"), change.user_id, log_id, set_id)
    assert row is not None
    stored = _stored(row)
    if stored is None and await bring_back(change, log=log_id):
        return await find_set(change, log_id, set_id)
    return stored, row["deleted_at"]


async def write_set(change: Change, stored: StoredSet) -> None:
    """Write a set as it is in `stored`, whose stamp is that of this change."""
    await change.tx.run(
        sql("set_save"),
        change.user_id,
        stored.workout_log_id,
        stored.id,
        stored.exercise_id,
        stored.set_number,
        stored.weight,
        stored.weight_unit,
        stored.reps,
        stored.rir,
        stored.set_type,
        stored.load_kind,
        stored.seconds,
        stored.note,
        stored.flag,
        stored.performed_at,
        change.revision,
        change.made_at,
        change.now,
    )


async def remove_set(change: Change, log_id: UUID, set_id: int) -> None:
    """Delete a set and remember that it was, even if it has not arrived yet."""
    await change.tx.run(
        sql("set_delete"),
        change.user_id,
        log_id,
        set_id,
        change.made_at,
        change.revision,
        change.now,
    )


async def mark_confirmed(change: Change, log_id: UUID, set_id: int) -> None:
    """Note that the lifter says a doubtful set is right."""
    await change.tx.run(
        sql("set_confirm"),
        change.user_id,
        log_id,
        set_id,
        change.revision,
        change.made_at,
        change.now,
    )


def _recent(row: Row, lifted: Lifted) -> tuple[RecentSet, ...]:
    if row["weights"] is None:
        return ()
    columns = zip(
        row["weights"],
        row["units"],
        row["kinds"],
        row["reps_done"],
        row["reserves"],
        strict=True,
    )
    return tuple(
        RecentSet(load_kg=load, reps=reps, rir=None if rir is None else float(rir))
        for weight, unit, kind, reps, rir in columns
        if (load := lifted.load_kg(weight, unit, kind)) is not None
    )


def _stored(row: Row) -> StoredSet | None:
    if row["id"] is None:
        return None
    return StoredSet(
        id=row["id"],
        workout_log_id=row["workout_log_id"],
        exercise_id=row["exercise_id"],
        set_number=row["set_number"],
        weight=row["weight"],
        weight_unit=row["weight_unit"],
        reps=row["reps"],
        rir=row["rir"],
        set_type=row["set_type"],
        load_kind=row["load_kind"],
        seconds=row["seconds"],
        note=row["note"],
        flag=row["flag"],
        performed_at=row["performed_at"],
        stamp=row["edited_at"] or row["performed_at"],
    )
