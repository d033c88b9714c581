"""Correct what a workout is called, when it was, and what was noted."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from msgspec import UNSET, UnsetType

from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.kit.notes import checked_note
from metricgain.kit.text import one_line
from metricgain.store.changes import Change
from metricgain.store.log_changes import reconsider_log
from metricgain.store.logs import (
    Log,
    check_body_weight,
    edit_log,
    find_log,
    local_date,
    move_sets,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEdit:
    """The fields to write; those that are UNSET stay. Body weight in kg."""

    name: str | UnsetType | None = UNSET
    notes: str | UnsetType | None = UNSET
    started_at: datetime | UnsetType = UNSET
    completed_at: datetime | UnsetType = UNSET
    body_weight_kg: Decimal | UnsetType | None = UNSET


async def edit_workout_log(
    change: Change, *, log_id: UUID, edit: LogEdit
) -> Log | None:
    """Write a log's own fields; the later of two edits of them stays.

    A new start moves the day, the sets and, unless it is given too, the end. Returns
    None when the log was deleted. Raises Invalid, NotFound, Conflict.
    """
    place = await find_log(change, log_id)
    if place.log is None:
        if place.deleted_at is None:
            raise NotFound("this workout is not in your log", field="workout_log_id")
        return None
    log = place.log
    new = _moved(_described(log, edit), edit, timezone=place.timezone)
    if change.is_before(log.edited_at):
        return log
    if new == log and change.made_at == log.edited_at:
        return log
    if new.performed_at != log.performed_at:
        await move_sets(change, log.id, by=new.performed_at - log.performed_at)
    saved = await edit_log(change, new)
    await reconsider_log(change, saved)
    return saved


def _described(log: Log, edit: LogEdit) -> Log:
    if edit.name is not UNSET:
        named = None if edit.name is None else one_line(edit.name, field="name")
        log = replace(log, name=named)
    if edit.notes is not UNSET:
        log = replace(log, notes=checked_note(edit.notes, field="notes"))
    if edit.body_weight_kg is not UNSET:
        check_body_weight(edit.body_weight_kg)
        log = replace(log, body_weight_kg=edit.body_weight_kg)
    return log


def _moved(log: Log, edit: LogEdit, *, timezone: str) -> Log:
    shift = timedelta(0)
    if edit.started_at is not UNSET:
        day = local_date(edit.started_at, timezone, field="started_at")
        shift = edit.started_at - log.performed_at
        log = replace(
            log,
            started_at=edit.started_at,
            performed_at=edit.started_at,
            local_date=day,
        )
    if edit.completed_at is not UNSET:
        if log.completed_at is None:
            raise Conflict(
                "this workout is not finished",
                field="completed_at",
                remedy="Finish it; that says when it ended.",
            )
        local_date(edit.completed_at, timezone, field="completed_at")
        log = replace(log, completed_at=edit.completed_at)
    elif log.completed_at is not None:
        log = replace(log, completed_at=log.completed_at + shift)
    started, completed = log.started_at, log.completed_at
    if started and completed and completed < started:
        raise Invalid("a workout ends after it starts", field="completed_at")
    return log
