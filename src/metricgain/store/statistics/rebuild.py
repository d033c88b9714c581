"""Computes whole histories anew: after an upgrade, or because an operator asks."""

from collections.abc import Sequence
from datetime import date, datetime

from metricgain.store.database import Database, Transaction, sql
from metricgain.store.statistics.recompute import (
    FIRST_DAY,
    recompute_weeks,
    weeks_from,
)


async def mark(
    system: Transaction, *, user_id: int | None = None, since: date | None = None
) -> None:
    """Note that one user's statistics, or everybody's, are to be computed from a day.

    What was to be computed from an earlier day stays to be computed from there.
    """
    await system.run(sql("stats_mark"), user_id, since or FIRST_DAY)


async def mark_exercises(system: Transaction, exercise_ids: Sequence[int]) -> None:
    """Note that statistics with these exercises are to be computed, whosever."""
    await system.run(sql("stats_mark_exercises"), list(exercise_ids))


async def due_users(database: Database) -> list[int]:
    """Return the users whose statistics are not complete."""
    async with database.as_system() as system:
        rows = await system.rows(sql("stats_due"))
    return [row["id"] for row in rows]


async def rebuild(database: Database, user_id: int, *, now: datetime) -> None:
    """Compute what is due of a user, in one transaction, while the user's turn is held.

    Changes of the same user wait. What somebody else has done meanwhile is not done
    again.
    """
    async with database.as_user(user_id) as tx:
        await tx.run(sql("stats_turn"), user_id)
        state = await tx.row(sql("stats_state_read"), user_id)
        since = FIRST_DAY if state is None else state["due_from"]
        if since is not None:
            await recompute_weeks(tx, await weeks_from(tx, since), now=now)
