"""Two exercises that are one: merged, with one history."""

import msgspec
from litestar.params import FromPath, JSONBody

from metricgain.actions.merge_exercise import merge_exercise
from metricgain.api.exercises import ExerciseShape, in_bounds
from metricgain.api.log_shapes import ExerciseId
from metricgain.api.routes import act
from metricgain.api.session import Asker
from metricgain.reads.exercises import exercise


class MergeBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The exercise that the history goes to: of the catalogue, or your own."""

    into: ExerciseId


class MergedShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The exercise that has the whole history now, and how many sets moved to it."""

    exercise: ExerciseShape
    sets_moved: int


@act("/exercises/{exercise_id:int}/merge", tags=["planning"])
async def merge_own_exercise(
    exercise_id: FromPath[int], data: JSONBody[MergeBody], asker: Asker
) -> MergedShape:
    """Give the whole history of an exercise of your own to another one, and retire it.

    Sets, feedback, plans, templates and imported names go along. It cannot be taken
    back. Doing it again moves what has come in since.
    """
    async with asker.changing() as change:
        moved = await merge_exercise(
            change, exercise_id=in_bounds(exercise_id), into=data.into
        )
        found = await exercise(change.tx, data.into)
    return MergedShape(
        exercise=msgspec.convert(found, ExerciseShape, from_attributes=True),
        sets_moved=moved,
    )


ROUTES = [merge_own_exercise]
