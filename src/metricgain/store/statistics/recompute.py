"""Computes statistics anew, in the transaction that changes what they follow from."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from metricgain.store.database import Transaction, sql
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG
from metricgain.store.statistics.touched import Touched

FIRST_DAY: Final = date(1970, 1, 1)
_BODY_WEIGHT: Final = Decimal(str(ASSUMED_BODY_WEIGHT_KG))


async def recompute_touched(
    tx: Transaction, touched: Touched, *, revision: int, now: datetime
) -> None:
    """Compute the weeks that a change has touched: two statements, at most four.

    A user whose statistics are not complete, as after an upgrade, gets all that is
    missing at once.
    """
    row = await tx.row(
        sql("stats_touched"),
        tx.user_id,
        revision,
        list(touched.days),
        list(touched.exercises),
        touched.body_weight,
    )
    assert row is not None
    weeks = set(row["weeks"])
    if not weeks:
        return
    due_from = row["due_from"] or FIRST_DAY
    if due_from != date.max:
        weeks |= await weeks_from(tx, due_from)
    await recompute_weeks(tx, weeks, now=now)


async def weeks_from(tx: Transaction, day: date) -> set[date]:
    """Return the Mondays of all weeks with workouts or statistics, from a day's on."""
    monday = day - timedelta(days=day.weekday())
    rows = await tx.rows(sql("stats_weeks"), tx.user_id, monday)
    return {row["week_start"] for row in rows}


async def recompute_weeks(
    tx: Transaction, mondays: Iterable[date], *, now: datetime
) -> None:
    """Compute whole weeks anew, and the records that they hold or held.

    Only while the user's turn is held: two at once would not see each other.
    """
    lost = await tx.value(
        sql("stats_recompute"), tx.user_id, sorted(mondays), now, _BODY_WEIGHT
    )
    if lost:
        await tx.run(sql("stats_records"), tx.user_id, lost, _BODY_WEIGHT)
