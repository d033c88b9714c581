"""What a plan would come to, asked while it is still being made. Nothing is kept."""

from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody

from metricgain.api.mesocycles import EditWorkoutBody, StartMesocycleBody, source_of
from metricgain.api.plan_shapes import MuscleInBlockShape, PlanFindingShape
from metricgain.api.routes import act
from metricgain.api.session import Asker
from metricgain.kit.clock import now
from metricgain.reads.plan_preview import block_preview, workout_preview


class PreviewedWeekShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A week, numbered from 1; the last one is the deload."""

    number: int
    is_deload: bool
    target_rir: int


class PreviewedWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A workout of the plan: its working sets and its minutes, week by week."""

    name: str
    weekday: int
    sets: list[int]
    minutes: list[int]


class PlanPreviewShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What a plan comes to: weeks, workouts, each muscle beside its landmarks.

    A finding of severity `error` says why the plan would be refused. `sessionMinutes`
    is the time that you said you have for a workout.
    """

    weeks: list[PreviewedWeekShape]
    workouts: list[PreviewedWorkoutShape]
    muscles: list[MuscleInBlockShape]
    findings: list[PlanFindingShape]
    session_minutes: int | None


@act("/mesocycles/preview", tags=["planning"])
async def preview_block(
    data: JSONBody[StartMesocycleBody], asker: Asker
) -> PlanPreviewShape:
    """Return what a block would come to, by the body that would start it."""
    async with asker.reading() as tx:
        found = await block_preview(tx, source_of(data))
    return msgspec.convert(found, PlanPreviewShape, from_attributes=True)


@act(
    "/mesocycles/{mesocycle_id:uuid}/workouts/{workout_id:uuid}/preview",
    tags=["planning"],
)
async def preview_workout(
    mesocycle_id: FromPath[UUID],
    workout_id: FromPath[UUID],
    data: JSONBody[EditWorkoutBody],
    asker: Asker,
) -> PlanPreviewShape:
    """Return what a block would come to with other exercises in a workout."""
    async with asker.reading() as tx:
        found = await workout_preview(
            tx,
            mesocycle_id=mesocycle_id,
            workout_id=workout_id,
            exercises=[one.outline() for one in data.exercises],
            now=now(),
        )
    return msgspec.convert(found, PlanPreviewShape, from_attributes=True)


ROUTES = [preview_block, preview_workout]
