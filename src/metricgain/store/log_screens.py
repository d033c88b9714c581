"""The rows that screens show of what was done."""

from datetime import date, datetime
from uuid import UUID

from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.database import Row, Transaction, sql


async def workout_log_row(tx: Transaction, log_id: UUID) -> Row | None:
    """Return one log with its sets, answers and targets, each list as JSON text."""
    row = await tx.row(sql("workout_log_read"), tx.user_id, log_id)
    if row is None or row["sets"] or row["mesocycle_id"] is None:
        return row
    if not await see_archive(tx, Wanted(logs=[log_id])):
        return row
    return await tx.row(sql("workout_log_read"), tx.user_id, log_id)


async def workout_log_rows(
    tx: Transaction,
    *,
    days: tuple[date | None, date | None],
    after: tuple[date, datetime, UUID] | None,
    limit: int,
) -> list[Row]:
    """Return logs within days (both included), newest first, after a cursor."""
    day, at, log_id = after or (None, None, None)
    asked = (tx.user_id, *days, day, at, log_id, limit)
    rows = await tx.rows(sql("workout_logs_read"), *asked)
    empty = [row["id"] for row in rows if not row["exercises"] and row["mesocycle_id"]]
    if not empty or not await see_archive(tx, Wanted(logs=empty)):
        return rows
    return await tx.rows(sql("workout_logs_read"), *asked)


async def exercise_history_rows(
    tx: Transaction,
    exercise_id: int,
    *,
    after: tuple[datetime, UUID, int] | None,
    limit: int,
) -> list[Row]:
    """Return the sets of an exercise, newest first, after a cursor.

    No row: there is no such exercise. One row without a set id: nothing was logged.
    """
    at, log_id, set_id = after or (None, None, None)
    await see_archive(tx, Wanted(exercises=[exercise_id]))
    return await tx.rows(
        sql("exercise_history_read"),
        tx.user_id,
        exercise_id,
        at,
        log_id,
        set_id,
        limit,
    )
