"""Close the years of a split table ahead, without moving what lies in them.

What is newer than the last cut lies in the rest. In December the rest is given the name
of the year and an end, and an empty one takes what follows: no set is moved, and none
has to be moved later. A year that was not closed in time is closed the same way; what
was logged since then is moved instead, which is less.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import asyncpg

from metricgain.kit.errors import Conflict
from metricgain.store.partitions.layout import (
    PREFIX,
    REST,
    TABLE,
    first_id_after,
    part_names,
)
from metricgain.store.partitions.moving import (
    LOCK,
    Moved,
    OnCluster,
    attach,
    columns_of,
    count_of,
    lower_bound,
    step_of,
    turn_of,
)
from metricgain.store.partitions.shape import COLUMNS_ALIKE, Shape, shape_of

MOST_MOVED: Final = 1_000_000
"""More sets than that, half a minute of waiting, are moved by hand only."""
_LAST_MONTH: Final = 12


def year_to_close(now: datetime) -> int:
    """Return the year at whose end the table is to be cut by now: in December, this."""
    return now.year if now.month == _LAST_MONTH else now.year - 1


def last_closed(names: Sequence[str]) -> int | None:
    """Return the last year that has a part of its own, None in one table."""
    years = [int(one.removeprefix(PREFIX)) for one in names if one != REST]
    return max(years, default=None)


async def close_ahead(owner_url: str, *, now: datetime) -> Moved | None:
    """Cut `sets` where it should be cut by now; None if there is nothing to do.

    A table that was never split stays as it is. `rows` are those that had to be moved
    into the new rest. Raises DatabaseAway, Busy, and Conflict where a million sets or
    more would have to be moved: nobody should wait for that without having asked.
    """
    try:
        async with turn_of(
            owner_url, unless=lambda names: _is_closed(names, now)
        ) as it:
            if it is None:
                return None
            return await step_of(it, lambda one: _close(one, year_to_close(now)))
    except OnCluster:
        return None


def _is_closed(names: Sequence[str], now: datetime) -> bool:
    closed = last_closed(names)
    return closed is None or closed >= year_to_close(now)


async def _close(connection: asyncpg.Connection, year: int) -> Moved:
    await connection.execute(LOCK)
    closed = [name for name in await part_names(connection) if name != REST]
    low, high = lower_bound(closed), f"'{first_id_after(year)}'"
    name = f"{PREFIX}{year}"
    columns = await columns_of(connection)
    shape = await shape_of(connection, REST)
    newer = await connection.fetchval(
        f"SELECT count(*) FROM {REST} WHERE workout_log_id >= {high}"  # noqa: S608 - names of ours
    )
    if newer >= MOST_MOVED:
        raise Conflict(
            f"{newer:,} sets were logged since {year} ended, which takes long to move",
            field="sets",
            remedy="Run when nobody trains: metricgain database partition",
        )
    for statement in (
        f"ALTER TABLE {TABLE} DETACH PARTITION {REST}",
        *_renamed(shape, name),
        f"CREATE TABLE {REST} (LIKE {TABLE} {COLUMNS_ALIKE})",
        *shape.guard_statements(REST),
        *shape.grant_statements(),
    ):
        await connection.execute(statement)
    moved = await connection.execute(
        f"WITH gone AS (DELETE FROM {name} WHERE workout_log_id >= {high}"  # noqa: S608 - names of ours
        f" RETURNING {columns}) INSERT INTO {REST} ({columns}) SELECT {columns}"
        " FROM gone"
    )
    for statement in (
        *shape.key_statements(),
        attach(name, low, high),
        attach(REST, high, "MAXVALUE"),
    ):
        await connection.execute(statement)
    return Moved(part=name, rows=count_of(moved))


def _renamed(shape: Shape, name: str) -> list[str]:
    """Return what makes the rest a part of a name, to which nobody has rights."""
    return [
        f"ALTER TABLE {REST} RENAME TO {name}",
        *(
            f"ALTER INDEX {one} RENAME TO {name}{one.removeprefix(REST)}"
            for one in shape.indexes
        ),
        *(f"REVOKE {what} ON {name} FROM {role}" for role, what in shape.grants),
    ]
