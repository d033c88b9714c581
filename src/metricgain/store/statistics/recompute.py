"""Computes statistics anew, in the transaction that changes what they follow from."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from metricgain.store.archive.seeing import Wanted, is_any_archived, see_archive
from metricgain.store.database import Transaction, sql
from metricgain.store.lifts import ASSUMED_BODY_WEIGHT_KG
from metricgain.store.statistics.touched import Touched

FIRST_DAY: Final = date(1970, 1, 1)
# Archived sets have no index: few weeks at once have few of them to look through.
_WEEKS_AT_ONCE: Final = 13
_TO_SUNDAY: Final = timedelta(days=6)
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
    await _compute(tx, sorted(weeks), now=now, archived=row["archived"])


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
    archived = await is_any_archived(tx)
    await _compute(tx, sorted(mondays), now=now, archived=archived)


async def _compute(
    tx: Transaction, mondays: Sequence[date], *, now: datetime, archived: bool
) -> None:
    if not archived:
        lost = await _weeks(tx, mondays, now=now)
    else:
        lost = []
        for begin in range(0, len(mondays), _WEEKS_AT_ONCE):
            weeks = mondays[begin : begin + _WEEKS_AT_ONCE]
            days = Wanted(first=weeks[0], last=weeks[-1] + _TO_SUNDAY)
            await see_archive(tx, days)
            lost += await _weeks(tx, weeks, now=now)
        await see_archive(tx, Wanted(exercises=sorted({*lost})))
    if lost:
        await tx.run(sql("stats_records"), tx.user_id, sorted({*lost}), _BODY_WEIGHT)


async def _weeks(
    tx: Transaction, mondays: Sequence[date], *, now: datetime
) -> list[int]:
    """Compute weeks, in order; return the exercises that have lost a record."""
    lost = await tx.value(
        sql("stats_recompute"), tx.user_id, list(mondays), now, _BODY_WEIGHT
    )
    return list(lost) if isinstance(lost, list) else []
