"""What a finished workout decided, and what the next sessions look like because of it.

One statement.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import msgspec

from metricgain.kit.errors import NotFound
from metricgain.store.database import Transaction
from metricgain.store.deciding import load_finished


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A decision of the ledger: inputs, rule, reason, and what became of it."""

    muscle: str
    muscle_group: str
    to_instance_id: UUID | None
    kind: str
    gate: str
    rule_id: str
    because: str
    soreness: int | None
    performance: int | None
    pump: int | None
    challenge: int | None
    joint_pain: int | None
    consecutive_misses: int
    delta_raw: int
    delta_applied: int
    cap_reason: str | None
    swap: str | None
    base_sets: int | None
    new_sets: int | None
    progression: bool
    deload: bool
    engine_version: str
    decided_at: datetime
    override: str | None
    overridden_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextExercise:
    """An exercise of a next session as it is prescribed now."""

    workout_instance_id: UUID
    workout_name: str
    scheduled_on: date
    week_number: int
    is_deload: bool
    exercise_id: int
    exercise_name: str
    position: int
    target_sets: int
    target_reps: int | None
    target_weight: Decimal | None
    weight_unit: str
    target_rir: int
    because: str
    rule_id: str
    swap: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedWorkout:
    """A workout log with its decisions and the sessions that they prescribe.

    `sets` without warm-ups; `volume_kg` is the sum of weight as entered times reps.
    """

    id: UUID
    status: str
    completed_at: datetime | None
    duration_minutes: int | None
    mesocycle_id: UUID | None
    week_number: int | None
    mesocycle_status: str | None
    sets: int
    volume_kg: float
    decisions: tuple[LedgerEntry, ...]
    next: tuple[NextExercise, ...]


async def finished_workout(tx: Transaction, log_id: UUID) -> FinishedWorkout:
    """Return what a workout led to. Raises NotFound."""
    row = await load_finished(tx, log_id)
    if row is None:
        raise NotFound("this workout log does not exist", field="id")
    return FinishedWorkout(
        id=row["id"],
        status=row["status"],
        completed_at=row["completed_at"],
        duration_minutes=row["duration_minutes"],
        mesocycle_id=row["mesocycle_id"],
        week_number=row["week_number"],
        mesocycle_status=row["mesocycle_status"],
        sets=row["sets"],
        volume_kg=float(row["volume_kg"]),
        decisions=msgspec.convert(
            row["decisions"] or (), tuple[LedgerEntry, ...], strict=False
        ),
        next=msgspec.convert(row["next"] or (), tuple[NextExercise, ...], strict=False),
    )
