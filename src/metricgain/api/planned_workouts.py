"""Planned workouts: the next one, one by its id, moved or skipped."""

from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody

from metricgain.actions.move_workout import move_workout
from metricgain.actions.skip_workout import skip_workout
from metricgain.actions.unskip_workout import unskip_workout
from metricgain.api.log_shapes import Moment
from metricgain.api.plan_shapes import PlannedDate, PlannedWorkoutShape, TodayShape
from metricgain.api.routes import act, read
from metricgain.api.session import Asker
from metricgain.kit.clock import now
from metricgain.reads.planned_workout import planned_workout
from metricgain.reads.today import today
from metricgain.store.database import Transaction


class MoveBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The day on which the workout shall be."""

    scheduled_on: PlannedDate
    made_at: Moment | None = None


@read("/today", tags=["training"])
async def get_today(asker: Asker) -> TodayShape:
    """Return the workout to do next, set by set, and what a break asks for."""
    async with asker.reading() as tx:
        found = await today(tx, now=now())
    return msgspec.convert(found, TodayShape, from_attributes=True)


@read("/workout-instances/{instance_id:uuid}", tags=["training"])
async def get_planned_workout(
    instance_id: FromPath[UUID], asker: Asker
) -> PlannedWorkoutShape:
    """Return a planned workout with its warm-ups and working sets."""
    async with asker.reading() as tx:
        return await _shown(tx, instance_id)


@act("/workout-instances/{instance_id:uuid}/move", tags=["planning"])
async def move_planned_workout(
    instance_id: FromPath[UUID], data: JSONBody[MoveBody], asker: Asker
) -> PlannedWorkoutShape:
    """Put a workout on another day; the order of the workouts stays."""
    async with asker.changing(data.made_at) as change:
        await move_workout(
            change, instance_id=instance_id, scheduled_on=data.scheduled_on
        )
        return await _shown(change.tx, instance_id)


@act("/workout-instances/{instance_id:uuid}/skip", tags=["training"])
async def skip_planned_workout(
    instance_id: FromPath[UUID], asker: Asker
) -> PlannedWorkoutShape:
    """Skip a workout: nothing is decided from it."""
    async with asker.changing() as change:
        await skip_workout(change, instance_id=instance_id)
        return await _shown(change.tx, instance_id)


@act("/workout-instances/{instance_id:uuid}/unskip", tags=["training"])
async def unskip_planned_workout(
    instance_id: FromPath[UUID], asker: Asker
) -> PlannedWorkoutShape:
    """Plan a skipped workout again."""
    async with asker.changing() as change:
        await unskip_workout(change, instance_id=instance_id)
        return await _shown(change.tx, instance_id)


async def _shown(tx: Transaction, instance_id: FromPath[UUID]) -> PlannedWorkoutShape:
    found = await planned_workout(tx, instance_id)
    return msgspec.convert(found, PlannedWorkoutShape, from_attributes=True)


ROUTES = [
    get_today,
    get_planned_workout,
    move_planned_workout,
    skip_planned_workout,
    unskip_planned_workout,
]
