"""Changes of the plan that are offered because the past was changed. One statement."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from metricgain.store.database import Transaction
from metricgain.store.proposals import open_proposals


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedChange:
    """One exercise of a coming session: as it is planned, and as it would be.

    `because` is about load and reps; `sets_because` about the sets, None where they
    stay.
    """

    id: UUID
    workout_log_id: UUID
    workout_instance_id: UUID
    workout_name: str
    scheduled_on: date
    exercise_id: int
    exercise_name: str
    old_sets: int | None
    new_sets: int | None
    old_weight: Decimal | None
    new_weight: Decimal | None
    weight_unit: str
    old_reps: int | None
    new_reps: int | None
    because: str
    sets_because: str | None
    status: str
    created_at: datetime


async def proposals(tx: Transaction) -> tuple[OfferedChange, ...]:
    """Return what is offered, the next session first."""
    return tuple(OfferedChange(**dict(row)) for row in await open_proposals(tx))
