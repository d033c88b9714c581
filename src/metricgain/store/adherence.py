"""What came of what was planned."""

from datetime import date

from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.database import Row, Transaction, sql


async def adherence_rows(
    tx: Transaction, first: date, last: date, *, today: date
) -> list[Row]:
    """Return one row per ISO week in which anything was planned or done.

    Each has monday, planned, completed, skipped, missed, upcoming, besides (workouts
    that were not planned), planned_sets and done_sets of what is not upcoming.
    """
    await see_archive(tx, Wanted(first=first, last=last))
    return await tx.rows(sql("analytics_adherence"), tx.user_id, first, last, today)
