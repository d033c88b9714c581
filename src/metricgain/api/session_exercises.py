"""The exercises of one planned workout, changed for that workout only."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.actions.add_exercise import add_exercise
from metricgain.actions.remove_exercise import remove_exercise
from metricgain.actions.reorder_exercises import reorder_exercises
from metricgain.actions.swap_exercise import swap_exercise
from metricgain.api.log_shapes import ExerciseId, Moment
from metricgain.api.routes import act, remove, replace
from metricgain.api.session import Asker
from metricgain.store.session_plan import SessionPlan


class AddBody(msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """The exercise to add, and with how many sets."""

    exercise_id: ExerciseId
    sets: Annotated[int, Meta(ge=1, le=15, examples=[2])] = 2
    made_at: Moment | None = None


class SwapBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The exercise to do instead."""

    new_exercise_id: ExerciseId
    made_at: Moment | None = None


class OrderBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Every exercise of the workout once, in the new order."""

    order: Annotated[list[ExerciseId], Meta(max_length=100)]
    made_at: Moment | None = None


class PlannedExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise of a planned workout; `targetSets` is null until it is prescribed."""

    exercise_id: int
    position: int
    target_sets: int | None
    projected_sets: int
    target_reps: int | None
    target_reps_min: int
    target_reps_max: int
    target_weight: float | None
    weight_unit: str
    target_rir: int
    superset: int | None
    swap: str | None
    because: str
    rule_id: str


class SessionExercisesShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A planned workout with its exercises in their order."""

    id: UUID
    exercises: list[PlannedExerciseShape]


@act("/workout-instances/{instance_id:uuid}/exercises", tags=["training"])
async def add_session_exercise(
    instance_id: FromPath[UUID], data: JSONBody[AddBody], asker: Asker
) -> SessionExercisesShape:
    """Add an exercise to one workout, with a load from your own history."""
    async with asker.changing(data.made_at) as change:
        plan = await add_exercise(
            change,
            instance_id=instance_id,
            exercise_id=data.exercise_id,
            sets=data.sets,
        )
    return _shape(plan)


@replace(
    "/workout-instances/{instance_id:uuid}/exercises/{exercise_id:int}/swap",
    tags=["training"],
)
async def swap_session_exercise(
    instance_id: FromPath[UUID],
    exercise_id: FromPath[int],
    data: JSONBody[SwapBody],
    asker: Asker,
) -> SessionExercisesShape:
    """Do another exercise instead in one workout. What was logged stays."""
    async with asker.changing(data.made_at) as change:
        plan = await swap_exercise(
            change,
            instance_id=instance_id,
            exercise_id=exercise_id,
            new_exercise_id=data.new_exercise_id,
        )
    return _shape(plan)


@remove(
    "/workout-instances/{instance_id:uuid}/exercises/{exercise_id:int}",
    tags=["training"],
    status_code=200,
)
async def remove_session_exercise(
    instance_id: FromPath[UUID], exercise_id: FromPath[int], asker: Asker
) -> SessionExercisesShape:
    """Leave an exercise out of one workout. What was logged stays."""
    async with asker.changing() as change:
        plan = await remove_exercise(
            change, instance_id=instance_id, exercise_id=exercise_id
        )
    return _shape(plan)


@replace("/workout-instances/{instance_id:uuid}/order", tags=["training"])
async def order_session_exercises(
    instance_id: FromPath[UUID], data: JSONBody[OrderBody], asker: Asker
) -> SessionExercisesShape:
    """Do the exercises of one workout in another order."""
    async with asker.changing(data.made_at) as change:
        plan = await reorder_exercises(
            change, instance_id=instance_id, order=data.order
        )
    return _shape(plan)


def _shape(plan: SessionPlan) -> SessionExercisesShape:
    return SessionExercisesShape(
        id=plan.id,
        exercises=[
            PlannedExerciseShape(
                exercise_id=each.exercise_id,
                position=each.position,
                target_sets=each.target_sets,
                projected_sets=each.projected_sets,
                target_reps=each.target_reps,
                target_reps_min=each.target_reps_min,
                target_reps_max=each.target_reps_max,
                target_weight=_number(each.target_weight),
                weight_unit=each.weight_unit,
                target_rir=each.target_rir,
                superset=each.superset,
                swap=each.swap,
                because=each.because,
                rule_id=each.rule_id,
            )
            for each in plan.exercises
        ],
    )


def _number(weight: Decimal | None) -> float | None:
    return None if weight is None else float(weight)


ROUTES = [
    add_session_exercise,
    swap_session_exercise,
    remove_session_exercise,
    order_session_exercises,
]
