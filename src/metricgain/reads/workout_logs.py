"""The list of workouts, newest first."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from metricgain.store.database import Transaction
from metricgain.store.log_screens import workout_log_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedWorkout:
    """One line of the list. `sets` leaves warm-ups out."""

    id: UUID
    workout_instance_id: UUID | None
    mesocycle_id: UUID | None
    week_number: int | None
    name: str | None
    status: str
    local_date: date
    performed_at: datetime
    completed_at: datetime | None
    duration_minutes: int | None
    is_deload: bool
    sets: int
    exercises: int


async def workout_logs(
    tx: Transaction,
    *,
    first: date | None = None,
    last: date | None = None,
    after: tuple[date, datetime, UUID] | None = None,
    limit: int = 50,
) -> tuple[LoggedWorkout, ...]:
    """Return the workouts from `first` to `last`, both included, newest first.

    `after` is the (local_date, performed_at, id) of the last one that was seen. One
    statement.
    """
    rows = await workout_log_rows(tx, days=(first, last), after=after, limit=limit)
    return tuple(
        LoggedWorkout(
            id=row["id"],
            workout_instance_id=row["workout_instance_id"],
            mesocycle_id=row["mesocycle_id"],
            week_number=row["week_number"],
            name=row["name"],
            status=row["status"],
            local_date=row["local_date"],
            performed_at=row["performed_at"],
            completed_at=row["completed_at"],
            duration_minutes=row["duration_minutes"],
            is_deload=row["is_deload"],
            sets=row["sets"],
            exercises=row["exercises"],
        )
        for row in rows
    )
