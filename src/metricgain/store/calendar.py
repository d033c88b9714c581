"""The calendar of workouts: its secret address, and what stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from metricgain.store.archive.seeing import Wanted, see_archive
from metricgain.store.changes import Change
from metricgain.store.database import Transaction, sql


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A workout that was done or begun, or one that is planned for a day.

    `exercises` are lines: how many sets of which, and for how many reps.
    """

    id: UUID
    name: str
    block: str
    week_number: int | None
    day: date
    started_at: datetime | None
    completed_at: datetime | None
    is_done: bool
    updated_at: datetime
    exercises: Sequence[str]


async def save_feed(change: Change, *, token_hash: bytes) -> None:
    """Give the user's calendar another address."""
    await change.tx.run(
        sql("calendar_feed_save"), change.user_id, token_hash, change.now
    )


async def feed_made_at(tx: Transaction) -> datetime | None:
    """Return since when the user's calendar has its address, None without one."""
    made = await tx.value(sql("calendar_feed_made"), tx.user_id)
    assert made is None or isinstance(made, datetime)
    return made


async def revoke_feed(change: Change) -> None:
    """Take the address back; again is fine."""
    await change.tx.run(sql("calendar_feed_revoke"), change.user_id)


async def user_of_feed(system: Transaction, *, token_hash: bytes) -> int | None:
    """Return whose calendar has an address, None for nobody's."""
    found = await system.value(sql("calendar_feed_find"), token_hash)
    assert found is None or isinstance(found, int)
    return found


async def calendar_entries(tx: Transaction, *, since: date) -> list[CalendarEntry]:
    """Return what was done since a day and what is planned from it on, by day."""
    await see_archive(tx, Wanted(first=since))
    rows = await tx.rows(sql("calendar_entries"), tx.user_id, since)
    return [CalendarEntry(**dict(row)) for row in rows]
