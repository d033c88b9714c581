"""The sets of a workout."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar.params import FromPath, JSONBody, QueryParameter

from metricgain.actions.confirm_set import confirm_set
from metricgain.actions.delete_set import delete_set
from metricgain.actions.save_set import save_set
from metricgain.api.log_shapes import Moment, SetBody
from metricgain.api.routes import act, remove, replace
from metricgain.api.session import Asker
from metricgain.engine.confirmation import Doubt
from metricgain.kit.errors import Conflict, NotFound
from metricgain.store.sets import StoredSet


class ConfirmBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """When the lifter said so; now if left out."""

    made_at: Moment | None = None


class SetShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A set as it is kept. `doubts` say why it should be confirmed, if it should."""

    id: int
    workout_log_id: UUID
    exercise_id: int
    set_number: int
    weight: float
    weight_unit: str
    reps: int
    rir: float | None
    set_type: str
    load_kind: str | None
    seconds: int | None
    note: str | None
    flag: str | None
    performed_at: datetime
    doubts: list[Doubt]


@replace("/workout-logs/{log_id:uuid}/sets/{set_id:int}", tags=["training"])
async def put_set(
    log_id: FromPath[UUID], set_id: FromPath[int], data: JSONBody[SetBody], asker: Asker
) -> SetShape:
    """Log a set, or correct it; the device draws its id, 1 to 2147483647.

    409 on `id` says that another set of this workout has it: draw another. A set that
    looks like a slip is kept, flagged `to_confirm`, and `doubts` says why.
    """
    async with asker.changing(data.made_at) as change:
        saved = await save_set(change, log_id=log_id, set_id=set_id, entry=data.entry())
    if saved is None:
        raise NotFound("this set was deleted later", field="id")
    return _shape(saved.stored, saved.doubts)


@remove("/workout-logs/{log_id:uuid}/sets/{set_id:int}", tags=["training"])
async def remove_set(
    log_id: FromPath[UUID],
    set_id: FromPath[int],
    asker: Asker,
    made_at: Annotated[Moment | None, QueryParameter(name="madeAt")] = None,
) -> None:
    """Delete a set. Deleting it again changes nothing."""
    async with asker.changing(made_at) as change:
        if not await delete_set(change, log_id=log_id, set_id=set_id):
            raise Conflict("this set was saved after it was deleted", field="id")


@act("/workout-logs/{log_id:uuid}/sets/{set_id:int}/confirm", tags=["training"])
async def confirm_doubtful_set(
    log_id: FromPath[UUID],
    set_id: FromPath[int],
    asker: Asker,
    data: JSONBody[ConfirmBody | None] = None,
) -> SetShape:
    """Say that a set which looks like a slip is right."""
    made_at = data.made_at if data else None
    async with asker.changing(made_at) as change:
        stored = await confirm_set(change, log_id=log_id, set_id=set_id)
    return _shape(stored, ())


def _shape(stored: StoredSet, doubts: tuple[Doubt, ...]) -> SetShape:
    return SetShape(
        id=stored.id,
        workout_log_id=stored.workout_log_id,
        exercise_id=stored.exercise_id,
        set_number=stored.set_number,
        weight=float(stored.weight),
        weight_unit=stored.weight_unit,
        reps=stored.reps,
        rir=None if stored.rir is None else float(stored.rir),
        set_type=stored.set_type,
        load_kind=stored.load_kind,
        seconds=stored.seconds,
        note=stored.note,
        flag=stored.flag,
        performed_at=stored.performed_at,
        doubts=list(doubts),
    )


ROUTES = [put_set, remove_set, confirm_doubtful_set]
