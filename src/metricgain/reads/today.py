"""What to do today."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from metricgain.reads.block import GapAdvice, gap_advice
from metricgain.reads.planned_workout import PlannedWorkout, planned_workout
from metricgain.store.block_screens import load_due
from metricgain.store.database import Transaction
from metricgain.store.logs import local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The next workout of the running block; None without one, or at its end."""

    date: date
    mesocycle_id: UUID | None
    workout: PlannedWorkout | None
    is_due: bool
    is_running: bool
    gap_advice: GapAdvice | None


async def today(tx: Transaction, *, now: datetime) -> Today:
    """Return the workout that has begun, else the next one, and whether it is due."""
    due = await load_due(tx)
    day = local_date(now, due.timezone, field="now")
    workout = (
        None if due.instance_id is None else await planned_workout(tx, due.instance_id)
    )
    return Today(
        date=day,
        mesocycle_id=due.mesocycle_id,
        workout=workout,
        is_due=workout is not None and workout.scheduled_on <= day,
        is_running=due.is_running,
        gap_advice=gap_advice(due.last_trained, day) if due.has_begun else None,
    )
