"""Forgets what devices have sent and what they were to hear, once that is long ago."""

from dataclasses import dataclass
from datetime import datetime

from metricgain.store.database import Database, Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgedSync:
    """How many answers to mutations and how many notes of deletions went."""

    answers: int
    deletions: int


async def users_to_purge(system: Transaction, *, before: datetime) -> list[int]:
    """Return whose devices have sent or deleted something before a moment."""
    return [row["user_id"] for row in await system.rows(sql("purge_users"), before)]


async def purge_sync(
    database: Database, user_id: int, *, before: datetime, now: datetime
) -> PurgedSync:
    """Forget one user's answers and deletions from before a moment.

    A revision does not say when it was, so the one that is reached is noted now and
    then: deletions stay for once to twice the time. Up to where they are forgotten is
    remembered, and a device that has not come so far has to start over. Deleted
    workouts are never forgotten, because an import must not bring them back.
    """
    async with database.as_user(user_id) as tx:
        answers = await tx.run(sql("purge_mutations"), user_id, before)
        deletions = await tx.value(sql("purge_deletions"), user_id, before, now)
    assert isinstance(deletions, int)
    return PurgedSync(answers=answers, deletions=deletions)
