"""Workouts as they are done: start, look at, correct and delete them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Response, get
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import UNSET, UnsetType

from metricgain.actions.delete_workout_log import delete_workout_log
from metricgain.actions.edit_workout_log import LogEdit, edit_workout_log
from metricgain.actions.start_workout import start_workout
from metricgain.api.etags import KEPT, IfNoneMatch, unless_kept
from metricgain.api.log_shapes import (
    BodyWeight,
    Moment,
    Name,
    Note,
    WorkoutLogShape,
    log_shape,
)
from metricgain.api.pages import Cursor, Limit, cursor_of, place_of
from metricgain.api.routes import change, read, remove, replace
from metricgain.api.session import Asker
from metricgain.kit.errors import Conflict, NotFound
from metricgain.reads.workout_log import workout_log
from metricgain.reads.workout_logs import workout_logs


class StartBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """How a workout starts. A planned one has the id of its workout instance."""

    started_at: Moment
    workout_instance_id: UUID | None = None
    name: Name | None = None
    body_weight_kg: BodyWeight | None = None
    made_at: Moment | None = None


class LogEditBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What to correct; fields that are left out stay as they are."""

    name: Name | UnsetType | None = UNSET
    notes: Note | UnsetType | None = UNSET
    started_at: Moment | UnsetType = UNSET
    completed_at: Moment | UnsetType = UNSET
    body_weight_kg: BodyWeight | UnsetType | None = UNSET
    made_at: Moment | None = None


class LoggedWorkoutShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One workout of the list; warm-ups are not counted in `sets`."""

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


class WorkoutLogPage(msgspec.Struct, kw_only=True, rename="camel"):
    """A page of workouts, newest first; `nextCursor` is null on the last page."""

    items: list[LoggedWorkoutShape]
    next_cursor: str | None


From = Annotated[
    date | None,
    QueryParameter(name="from", description="The first day, like 2026-03-02."),
]
To = Annotated[
    date | None, QueryParameter(name="to", description="The last day, like 2026-03-29.")
]


@replace("/workout-logs/{log_id:uuid}", tags=["training"])
async def start_workout_log(
    log_id: FromPath[UUID], data: JSONBody[StartBody], asker: Asker
) -> WorkoutLogShape:
    """Start a workout, or log one of the past by a `startedAt` in the past.

    Starting it again changes nothing and answers what is there.
    """
    async with asker.changing(data.made_at) as change_:
        log = await start_workout(
            change_,
            id=log_id,
            started_at=data.started_at,
            workout_instance_id=data.workout_instance_id,
            name=data.name,
            body_weight_kg=_exact(data.body_weight_kg),
        )
        if log is None:
            raise NotFound("this workout was deleted later", field="workout_log_id")
        return log_shape(await workout_log(change_.tx, log_id))


@read("/workout-logs", tags=["training"])
async def list_workout_logs(
    asker: Asker,
    first: From = None,
    last: To = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> WorkoutLogPage:
    """Return workouts, newest first, within days that are both included."""
    after = place_of(cursor, tuple[date, datetime, UUID])
    async with asker.reading() as tx:
        found = await workout_logs(
            tx, first=first, last=last, after=after, limit=limit + 1
        )
    items = found[:limit]
    more = len(found) > limit
    end = items[-1] if more else None
    return WorkoutLogPage(
        items=msgspec.convert(items, list[LoggedWorkoutShape], from_attributes=True),
        next_cursor=(
            cursor_of((end.local_date, end.performed_at, end.id)) if end else None
        ),
    )


@get("/workout-logs/{log_id:uuid}", tags=["training"], responses=KEPT)
async def get_workout_log(
    log_id: FromPath[UUID], asker: Asker, if_none_match: IfNoneMatch = None
) -> Response[WorkoutLogShape]:
    """Return a workout with its sets, its answers, and its targets beside them."""
    async with asker.reading() as tx:
        found = await workout_log(tx, log_id)
    return unless_kept(log_shape(found), found.revision, if_none_match)


@change("/workout-logs/{log_id:uuid}", tags=["training"])
async def edit_workout_log_fields(
    log_id: FromPath[UUID], data: JSONBody[LogEditBody], asker: Asker
) -> WorkoutLogShape:
    """Correct a workout's name, notes, times or body weight.

    A new start moves the sets with it. A finished planned workout is decided again.
    """
    weight = data.body_weight_kg
    edit = LogEdit(
        name=data.name,
        notes=data.notes,
        started_at=data.started_at,
        completed_at=data.completed_at,
        body_weight_kg=weight if weight is UNSET else _exact(weight),
    )
    async with asker.changing(data.made_at) as change_:
        if await edit_workout_log(change_, log_id=log_id, edit=edit) is None:
            raise NotFound("this workout was deleted", field="workout_log_id")
        return log_shape(await workout_log(change_.tx, log_id))


@remove("/workout-logs/{log_id:uuid}", tags=["training"])
async def delete_workout(
    log_id: FromPath[UUID],
    asker: Asker,
    made_at: Annotated[Moment | None, QueryParameter(name="madeAt")] = None,
) -> None:
    """Delete a workout with its sets; a planned one waits to be done again."""
    async with asker.changing(made_at) as change_:
        if not await delete_workout_log(change_, log_id=log_id):
            raise Conflict("this workout was changed after it was deleted")


def _exact(kg: float | None) -> Decimal | None:
    return None if kg is None else Decimal(str(kg))


ROUTES = [
    start_workout_log,
    list_workout_logs,
    get_workout_log,
    edit_workout_log_fields,
    delete_workout,
]
