"""Exercises: search the catalogue, add and change one's own."""

from typing import Annotated, Literal

import msgspec
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta

from metricgain.actions.delete_exercise import delete_exercise
from metricgain.actions.save_exercise import save_exercise
from metricgain.api.log_shapes import ExerciseId, LoadKind, Moment, Name, Note
from metricgain.api.pages import Cursor, LongLimit, cursor_of, place_of
from metricgain.api.routes import create, keep, remove, replace
from metricgain.api.session import Asker
from metricgain.engine.muscles import Muscle, MuscleGroup
from metricgain.reads.exercises import exercise, exercises
from metricgain.store.changes import Change
from metricgain.store.exercises import OwnExercise, Wanted

ExerciseType = Literal["freeweight", "machine", "bodyweight", "cable"]
Equipment = Annotated[str, Meta(min_length=1, max_length=32, examples=["barbell"])]
Pattern = Annotated[str, Meta(min_length=1, max_length=32, examples=["row"])]
Reps = Annotated[int, Meta(ge=1, le=100, examples=[8])]
Factor = Annotated[float, Meta(ge=0, le=1, examples=[0])]
Shares = Annotated[
    dict[Muscle, Annotated[float, Meta(ge=0.5, le=1)]],
    Meta(min_length=1, examples=[{"lats": 1, "biceps": 0.5}]),
]


class ExerciseBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """An exercise of one's own; `muscles` counts a set 1 or 0.5 for a muscle."""

    name: Name
    muscle_group: MuscleGroup
    exercise_type: ExerciseType
    equipment: Equipment
    movement_pattern: Pattern
    muscles: Shares
    description: Note | None = None
    load_kind: LoadKind = "external"
    body_weight_factor: Factor = 0.0
    per_side: bool = False
    unilateral: bool = False
    rep_min: Reps = 8
    rep_max: Reps = 15
    is_compound: bool = False
    traps_lifter: bool = False
    is_timed: bool = False
    made_at: Moment | None = None

    def own(self, exercise_id: int) -> OwnExercise:
        """Return the exercise as the action takes it."""
        fields = msgspec.structs.asdict(self)
        del fields["made_at"]
        fields.pop("id", None)
        return OwnExercise(id=exercise_id, **fields)


class NewExerciseBody(
    ExerciseBody, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """A new exercise; its id is your user id times 4194304 plus a number you draw."""

    id: ExerciseId


class ExerciseShape(msgspec.Struct, kw_only=True, rename="camel"):
    """An exercise; `isSystem` says that it comes with the product."""

    id: int
    name: str
    description: str | None
    muscle_group: MuscleGroup
    exercise_type: str
    equipment: str
    movement_pattern: str
    load_kind: str
    body_weight_factor: float
    per_side: bool
    unilateral: bool
    rep_min: int
    rep_max: int
    is_compound: bool
    traps_lifter: bool
    is_timed: bool
    skill_level: int
    joints: list[str]
    is_system: bool
    is_retired: bool
    muscles: dict[Muscle, float]
    aliases: list[str]


class ExercisePage(msgspec.Struct, kw_only=True, rename="camel"):
    """A page of exercises by name; `nextCursor` is null on the last page."""

    items: list[ExerciseShape]
    next_cursor: str | None


Words = Annotated[
    str | None, QueryParameter(max_length=255, description="Words of any of its names.")
]
Group = Annotated[
    MuscleGroup | None,
    QueryParameter(name="muscleGroup", description="A muscle group."),
]
Kind = Annotated[
    ExerciseType | None,
    QueryParameter(name="exerciseType", description="A type of exercise."),
]


@keep("/exercises", tags=["planning"])
async def list_exercises(
    asker: Asker,
    q: Words = None,
    muscle_group: Group = None,
    exercise_type: Kind = None,
    cursor: Cursor = None,
    limit: LongLimit = 50,
) -> ExercisePage:
    """Return exercises by name, found by words of any name that they go by."""
    after = place_of(cursor, tuple[str, int])
    wanted = Wanted(words=q, group=muscle_group, exercise_type=exercise_type)
    async with asker.reading() as tx:
        found = await exercises(tx, wanted, after=after, limit=limit + 1)
    items = found[:limit]
    end = items[-1] if len(found) > limit else None
    return ExercisePage(
        items=msgspec.convert(items, list[ExerciseShape], from_attributes=True),
        next_cursor=cursor_of((end.name, end.id)) if end else None,
    )


@keep("/exercises/{exercise_id:int}", tags=["planning"])
async def get_exercise(exercise_id: FromPath[int], asker: Asker) -> ExerciseShape:
    """Return one exercise, also one that is retired."""
    async with asker.reading() as tx:
        found = await exercise(tx, in_bounds(exercise_id))
    return msgspec.convert(found, ExerciseShape, from_attributes=True)


@create("/exercises", tags=["planning"])
async def add_own_exercise(
    data: JSONBody[NewExerciseBody], asker: Asker
) -> ExerciseShape:
    """Add an exercise of your own. Adding it again changes nothing."""
    async with asker.changing(data.made_at) as change:
        return await _saved(change, data.id, data)


@replace("/exercises/{exercise_id:int}", tags=["planning"])
async def edit_own_exercise(
    exercise_id: FromPath[int], data: JSONBody[ExerciseBody], asker: Asker
) -> ExerciseShape:
    """Add or change an exercise of your own; a retired one comes back."""
    async with asker.changing(data.made_at) as change:
        return await _saved(change, in_bounds(exercise_id), data)


@remove("/exercises/{exercise_id:int}", tags=["planning"])
async def delete_own_exercise(exercise_id: FromPath[int], asker: Asker) -> None:
    """Delete an exercise of your own; one that was used is retired instead."""
    async with asker.changing() as change:
        await delete_exercise(change, exercise_id=in_bounds(exercise_id))


async def _saved(
    change: Change, exercise_id: FromPath[int], data: JSONBody[ExerciseBody]
) -> ExerciseShape:
    await save_exercise(change, exercise=data.own(exercise_id))
    found = await exercise(change.tx, exercise_id)
    return msgspec.convert(found, ExerciseShape, from_attributes=True)


def in_bounds(exercise_id: int) -> int:
    """Return an id that a database can look for; what is beyond was never drawn."""
    return min(max(exercise_id, 0), 2**63 - 1)


ROUTES = [
    list_exercises,
    get_exercise,
    add_own_exercise,
    edit_own_exercise,
    delete_own_exercise,
]
