"""All sets of one exercise, newest first, each with its e1RM."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from metricgain.engine.e1rm import Confidence, StoredE1rm, stored_e1rm
from metricgain.engine.equipment import Unit
from metricgain.engine.logged_load import logged_load_kg
from metricgain.kit.errors import NotFound
from metricgain.store.database import Row, Transaction
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG
from metricgain.store.log_screens import exercise_history_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class HistorySet:
    """A set as it was entered, with its e1RM in kg on the effective load.

    The estimate is missing for warm-ups, easy and very long sets.
    """

    id: int
    workout_log_id: UUID
    local_date: date
    is_deload: bool
    set_number: int
    weight: float
    weight_unit: str
    reps: int
    rir: float | None
    set_type: str
    load_kind: str
    seconds: int | None
    note: str | None
    flag: str | None
    performed_at: datetime
    e1rm_kg: float | None
    e1rm_confidence: Confidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseHistory:
    """One page of an exercise's history. `revision` is the user's last change."""

    exercise_id: int
    name: str
    sets: tuple[HistorySet, ...]
    revision: int


async def exercise_history(
    tx: Transaction,
    exercise_id: int,
    *,
    after: tuple[datetime, UUID, int] | None = None,
    limit: int = 100,
) -> ExerciseHistory:
    """Return sets of an exercise, newest first, by one statement.

    `after` is the (performed_at, workout_log_id, id) of the last set that was seen.
    Raises NotFound.
    """
    rows = await exercise_history_rows(tx, exercise_id, after=after, limit=limit)
    if not rows:
        raise NotFound("this exercise does not exist", field="exercise_id")
    return ExerciseHistory(
        exercise_id=exercise_id,
        name=rows[0]["name"],
        sets=tuple(_set(row) for row in rows if row["id"] is not None),
        revision=rows[0]["revision"] or 0,
    )


def _set(row: Row) -> HistorySet:
    estimate = _estimate(row)
    return HistorySet(
        id=row["id"],
        workout_log_id=row["workout_log_id"],
        local_date=row["local_date"],
        is_deload=row["is_deload"],
        set_number=row["set_number"],
        weight=float(row["weight"]),
        weight_unit=row["weight_unit"],
        reps=row["reps"],
        rir=None if row["rir"] is None else float(row["rir"]),
        set_type=row["set_type"],
        load_kind=row["load_kind"] or row["usual_load_kind"],
        seconds=row["seconds"],
        note=row["note"],
        flag=row["flag"],
        performed_at=row["performed_at"],
        e1rm_kg=None if estimate is None else round(estimate.kg, 2),
        e1rm_confidence=None if estimate is None else estimate.confidence,
    )


def _estimate(row: Row) -> StoredE1rm | None:
    if row["set_type"] == "warmup":
        return None
    load = logged_load_kg(
        float(row["weight"]),
        unit=Unit(row["weight_unit"]),
        load_kind=row["load_kind"] or row["usual_load_kind"],
        bodyweight_kg=float(row["body_weight_kg"] or ASSUMED_BODY_WEIGHT_KG),
        bodyweight_factor=float(row["body_weight_factor"]),
    )
    rir = None if row["rir"] is None else float(row["rir"])
    return None if load is None else stored_e1rm(load, row["reps"], rir)
