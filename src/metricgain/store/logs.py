"""Workout logs: what was done, planned or free."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.store.archiving import bring_back
from metricgain.store.changes import Change
from metricgain.store.database import Row, sql

_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2100
_LIGHTEST: Final = 20
_HEAVIEST: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """One workout as it was done.

    `changed_at` is the latest `made_at` of any change within the log, its sets and
    answers included; `edited_at` is that of its own fields. `local_date` is the day
    in the user's time zone.
    """

    id: UUID
    workout_instance_id: UUID | None
    name: str | None
    status: str
    started_at: datetime | None
    completed_at: datetime | None
    performed_at: datetime
    local_date: date
    week_number: int | None
    is_deload: bool
    body_weight_kg: Decimal | None
    notes: str | None
    edited_at: datetime | None
    changed_at: datetime
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPlace:
    """What there is under an id: a log, a planned workout, a tombstone, or nothing."""

    log: Log | None
    is_planned: bool
    deleted_at: datetime | None
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogStart:
    """How a log begins. A planned one has the id of its workout instance."""

    id: UUID
    workout_instance_id: UUID | None
    name: str | None
    started_at: datetime
    local_date: date
    body_weight_kg: Decimal | None


async def find_log(change: Change, log_id: UUID) -> LogPlace:
    """Return what there is under this id, with the user's time zone.

    A log whose sets are archived gets them back: a change is about to follow. Raises
    Invalid for a change made outside 1970 to 2100.
    """
    local_date(change.made_at, "UTC", field="made_at")
    row = await change.tx.row(sql("log_find"), change.user_id, log_id)
    if row is None:
        raise NotFound("this user does not exist")
    if row["is_archived"]:
        await bring_back(change, log=log_id)
    return LogPlace(
        log=None if row["id"] is None else _log(row),
        is_planned=row["planned_id"] is not None,
        deleted_at=row["deleted_at"],
        timezone=row["timezone"],
    )


async def open_log(change: Change, log_id: UUID, *, at: datetime) -> Log | None:
    """Return the log that a change speaks of; None when it was deleted after that.

    A change made later than the deletion brings the log back, as begun at `at`:
    nothing that was logged is lost to a deletion on another device. Raises NotFound.
    """
    known = None if change.opened is None else change.opened.get(log_id)
    if isinstance(known, Log):
        local_date(change.made_at, "UTC", field="made_at")
        return known
    place = await find_log(change, log_id)
    if place.log is not None:
        if change.opened is not None:
            change.opened[log_id] = place.log
        return place.log
    if place.deleted_at is None:
        raise NotFound("this workout is not in your log", field="workout_log_id")
    if change.is_gone_by(place.deleted_at):
        return None
    return await start_log(
        change,
        LogStart(
            id=log_id,
            workout_instance_id=log_id if place.is_planned else None,
            name=None,
            started_at=at,
            local_date=local_date(at, place.timezone, field="performed_at"),
            body_weight_kg=None,
        ),
    )


async def start_log(change: Change, start: LogStart) -> Log:
    """Write a new log, or start a skipped one after all. Raises NotFound, Invalid."""
    row = await change.tx.row(
        sql("log_start"),
        change.user_id,
        start.id,
        start.workout_instance_id,
        start.name,
        start.started_at,
        start.local_date,
        start.body_weight_kg,
        change.revision,
        change.made_at,
    )
    assert row is not None
    return _moved(change, row)


async def touch_log(change: Change, log_id: UUID) -> None:
    """Let devices know that something within the log has changed."""
    await change.tx.run(
        sql("log_touch"),
        change.user_id,
        log_id,
        change.revision,
        change.made_at,
        change.now,
    )


async def edit_log(change: Change, log: Log) -> Log:
    """Write a log's own fields as they are in `log`, stamped with this change."""
    row = await change.tx.row(
        sql("log_edit"),
        change.user_id,
        log.id,
        log.name,
        log.notes,
        log.started_at,
        log.performed_at,
        log.local_date,
        log.completed_at,
        log.body_weight_kg,
        change.made_at,
        change.revision,
        change.now,
    )
    assert row is not None
    return _moved(change, row)


async def move_sets(change: Change, log_id: UUID, *, by: timedelta) -> None:
    """Move the times of all sets of a log."""
    await change.tx.run(sql("sets_move"), change.user_id, log_id, by)


async def delete_log(change: Change, log_id: UUID) -> UUID | None:
    """Delete a log with all that is in it, and remember that it was.

    Returns the block whose planned workout waits again. When another block runs by
    now, the workout counts as skipped instead, and nothing is returned.
    """
    await change.tx.run(
        sql("log_forget_soreness_about"), change.user_id, log_id, change.revision
    )
    row = await change.tx.row(
        sql("log_delete"), change.user_id, log_id, change.made_at, change.revision
    )
    assert row is not None
    if row["was_on"] is not None:
        change.touched.days.add(row["was_on"])
    block: UUID | None = row["mesocycle_id"]
    return block


def local_date(at: datetime, timezone: str, *, field: str) -> date:
    """Return the day on which a moment falls in a time zone.

    Raises Invalid outside 1970 to 2100, without an offset, or in an unknown zone.
    """
    check_moment(at, field=field)
    try:
        return at.astimezone(ZoneInfo(timezone)).date()
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise Conflict(
            f"the time zone {timezone!r} is not known here",
            field="timezone",
            remedy="Choose another time zone in your settings.",
        ) from error


def check_moment(at: datetime, *, field: str) -> None:
    """Raise Invalid for a time outside 1970 to 2100, or without an offset."""
    if at.tzinfo is None:
        raise Invalid("a time says its offset from UTC", field=field)
    if not _FIRST_YEAR < at.year < _LAST_YEAR:
        _check_edge(at, field)


def check_body_weight(kg: Decimal | None) -> None:
    """Raise Invalid unless a body weight is unknown or 20 to 400 kg."""
    if kg is not None and not (kg.is_finite() and _LIGHTEST <= kg <= _HEAVIEST):
        raise Invalid("a body weight is 20 to 400 kg", field="body_weight_kg")


def _check_edge(at: datetime, field: str) -> None:
    first = datetime(_FIRST_YEAR, 1, 2, tzinfo=UTC)
    last = datetime(_LAST_YEAR, 12, 31, tzinfo=UTC)
    if not first <= at < last:
        raise Invalid("a time lies within 1970 and 2100", field=field)


def _moved(change: Change, row: Row) -> Log:
    """Return a log as it is now; the day on which it was before is touched, too."""
    if row["was_on"] is not None:
        change.touched.days.add(row["was_on"])
    return _log(row)


def _log(row: Row) -> Log:
    return Log(
        id=row["id"],
        workout_instance_id=row["workout_instance_id"],
        name=row["name"],
        status=row["status"],
        started_at=row["started_at"],
        completed_at=row["completed_at"],
        performed_at=row["performed_at"],
        local_date=row["local_date"],
        week_number=row["week_number"],
        is_deload=row["is_deload"],
        body_weight_kg=row["body_weight_kg"],
        notes=row["notes"],
        edited_at=row["notes_made_at"],
        changed_at=row["updated_at"],
        revision=row["revision"],
    )
