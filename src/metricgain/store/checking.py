"""What can be wrong with a database, asked of the database itself."""

from dataclasses import dataclass
from datetime import datetime

import asyncpg

from metricgain.store.database import Transaction, sql
from metricgain.store.migrate import newest_revision
from metricgain.store.partitions.closing import last_closed
from metricgain.store.refusals import DatabaseAway


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the application's role is and sees.

    `owns` are the tables that belong to it, `unguarded` those without forced row-level
    security, `seconds_off` how far the server's clock is from ours. `closed_year` is
    the last year that `sets` was cut at, None where it was never split.
    """

    version: str
    is_strong: bool
    owns: int
    unguarded: tuple[str, ...]
    seconds_off: float
    closed_year: int | None


async def standing(system: Transaction, *, now: datetime) -> Standing:
    """Return how the database stands."""
    row = await system.row(sql("check_standing"))
    assert row is not None
    return Standing(
        version=row["version"],
        is_strong=row["is_strong"],
        owns=row["owns"],
        unguarded=tuple(row["unguarded"]),
        seconds_off=(row["clock"] - now).total_seconds(),
        closed_year=last_closed(row["parts"]),
    )


async def revision_of(owner_url: str) -> tuple[str | None, str]:
    """Return the revision of the schema, None without one, and the one that is needed.

    Raises DatabaseAway.
    """
    try:
        connection = await asyncpg.connect(owner_url)
    except (OSError, asyncpg.PostgresError) as error:
        raise DatabaseAway(str(error)) from error
    try:
        there = await connection.fetchval("SELECT to_regclass('alembic_version')::text")
        found = (
            await connection.fetchval("SELECT version_num FROM alembic_version")
            if there
            else None
        )
    finally:
        await connection.close()
    return found, newest_revision()
