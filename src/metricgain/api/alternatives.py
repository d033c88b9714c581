"""What to do instead of an exercise that cannot be done today."""

from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, PathParameter, QueryParameter
from msgspec import Meta

from metricgain.api.exercises import Equipment
from metricgain.api.routes import read
from metricgain.api.session import Asker
from metricgain.engine.alternatives import Alternative
from metricgain.engine.muscles import Muscle
from metricgain.reads.alternatives import stand_ins, swaps

PlannedId = Annotated[int, Meta(ge=1, le=2**63 - 1)]
Kinds = Annotated[
    list[Equipment] | None,
    QueryParameter(description="The equipment that there is; left out, any."),
]
Besides = Annotated[
    list[PlannedId] | None,
    QueryParameter(description="Exercises that the same workout has already."),
]
Most = Annotated[int, QueryParameter(ge=1, le=100, description="How many at most.")]
PathExercise = Annotated[int, PathParameter(ge=1, le=2**63 - 1)]


class AlternativeShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise that can stand in for another, and why.

    `shared` are the muscles that both train directly, `missed` those that only the old
    one does.
    """

    exercise_id: int
    name: str
    equipment: str
    movement_pattern: str
    score: float
    shared: list[Muscle]
    missed: list[Muscle]
    same_movement: bool
    same_equipment: bool
    is_familiar: bool
    because: str


@read(
    "/workout-instances/{instance_id:uuid}/exercises/{exercise_id:int}/alternatives",
    tags=["training"],
)
async def list_alternatives(
    instance_id: FromPath[UUID],
    exercise_id: FromPath[PathExercise],
    asker: Asker,
    equipment: Kinds = None,
    limit: Most = 20,
) -> list[AlternativeShape]:
    """Return what can stand in for an exercise of a workout, the most alike first."""
    async with asker.reading() as tx:
        found = await stand_ins(
            tx,
            instance_id=instance_id,
            exercise_id=exercise_id,
            equipment=equipment or (),
            most=limit,
        )
    return [_shape(one) for one in found]


@read("/exercises/{exercise_id:int}/alternatives", tags=["planning"])
async def list_swaps(
    exercise_id: FromPath[PathExercise],
    asker: Asker,
    besides: Besides = None,
    limit: Most = 10,
) -> list[AlternativeShape]:
    """Return what can stand in for an exercise of a plan, the most alike first.

    What your training profile rules out is left out.
    """
    async with asker.reading() as tx:
        found = await swaps(tx, exercise_id, besides=besides or (), most=limit)
    return [_shape(one) for one in found]


def _shape(one: Alternative) -> AlternativeShape:
    return AlternativeShape(
        exercise_id=one.candidate.exercise_id,
        name=one.candidate.name,
        equipment=one.candidate.equipment,
        movement_pattern=one.candidate.movement,
        score=one.score,
        shared=list(one.shared),
        missed=list(one.missed),
        same_movement=one.same_movement,
        same_equipment=one.same_equipment,
        is_familiar=one.candidate.is_familiar,
        because=one.because,
    )


ROUTES = [list_alternatives, list_swaps]
