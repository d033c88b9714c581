"""Start a planned workout, or free training."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from metricgain.kit.errors import Invalid, NotFound
from metricgain.kit.text import one_line
from metricgain.store.changes import Change
from metricgain.store.logs import (
    Log,
    LogPlace,
    LogStart,
    check_body_weight,
    find_log,
    local_date,
    start_log,
)
from metricgain.store.prescribing import ensure_prescribed


async def start_workout(
    change: Change,
    *,
    id: UUID,  # noqa: A002 - the name it has in every table
    started_at: datetime,
    workout_instance_id: UUID | None = None,
    name: str | None = None,
    body_weight_kg: Decimal | None = None,
) -> Log | None:
    """Start the log `id`; a planned one has the id of its workout instance.

    A `started_at` in the past back-fills. Starting again answers the same log.
    Returns None when the log was deleted after this change was made. Raises Invalid,
    and NotFound for a workout that is not planned.
    """
    name = None if name is None else one_line(name, field="name")
    check_body_weight(body_weight_kg)
    if workout_instance_id not in (None, id):
        raise Invalid("the log of a planned workout has the workout's id", field="id")
    place = await find_log(change, id)
    _check_plan(place, workout_instance_id)
    day = local_date(started_at, place.timezone, field="started_at")
    if place.log is not None and place.log.status != "skipped":
        return place.log
    if change.is_gone_by(place.deleted_at):
        return None
    log = await start_log(
        change,
        LogStart(
            id=id,
            workout_instance_id=workout_instance_id,
            name=name,
            started_at=started_at,
            local_date=day,
            body_weight_kg=body_weight_kg,
        ),
    )
    if workout_instance_id is not None:
        await ensure_prescribed(change, workout_instance_id)
    return log


def _check_plan(place: LogPlace, workout_instance_id: UUID | None) -> None:
    if workout_instance_id is not None and not place.is_planned:
        raise NotFound("this workout is not planned", field="workout_instance_id")
    if workout_instance_id is None and place.is_planned:
        raise Invalid(
            "this is the id of a planned workout",
            field="id",
            remedy="Name it as workout_instance_id too, or draw another id.",
        )
