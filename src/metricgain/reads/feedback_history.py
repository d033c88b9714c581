"""How muscle groups were felt, workout by workout."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from metricgain.engine.muscles import MuscleGroup
from metricgain.reads.span import Span
from metricgain.store.database import Transaction
from metricgain.store.feedback_correlation import feedback_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class FeltWorkout:
    """The answers about a muscle group in a workout, 0 to 3, and its working sets."""

    workout_log_id: UUID
    local_date: date
    mesocycle_id: UUID | None
    week_number: int | None
    muscle_group: MuscleGroup
    soreness: int | None
    pump: int | None
    challenge: int | None
    sets: int


async def feedback_history(
    user: Transaction,
    span: Span,
    *,
    muscle_group: MuscleGroup | None = None,
    mesocycle_id: UUID | None = None,
) -> tuple[FeltWorkout, ...]:
    """Return the answers of a span, the earliest first, by one statement."""
    rows = await feedback_rows(
        user,
        (span.first, span.last),
        muscle_group=muscle_group,
        mesocycle_id=mesocycle_id,
    )
    return tuple(
        FeltWorkout(
            workout_log_id=row["id"],
            local_date=row["local_date"],
            mesocycle_id=row["mesocycle_id"],
            week_number=row["week_number"],
            muscle_group=MuscleGroup(row["muscle_group"]),
            soreness=row["soreness_level"],
            pump=row["pump_level"],
            challenge=row["challenge_level"],
            sets=row["sets"],
        )
        for row in rows
    )
