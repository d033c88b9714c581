"""Split `sets` by time, a year after the other, and put it together again.

The id of a workout log begins with its time, and is part of every key of `sets`: split
by ranges of it, all keys stay as they are. Each step is one transaction, in which the
table is whole, and whoever is killed between two of them can go on later.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final, TypeVar

import asyncpg

from metricgain.kit.errors import Conflict
from metricgain.store.partitions.layout import (
    PREFIX,
    REST,
    TABLE,
    Layout,
    first_id_after,
    part_names,
    read_layout,
)
from metricgain.store.partitions.shape import COLUMNS_ALIKE, shape_of
from metricgain.store.refusals import Busy, DatabaseAway

_ATTEMPTS: Final = 6
_TURN: Final = (
    "SELECT pg_try_advisory_lock(hashtextextended('metricgain partition', 0))"
)
# Readers and writers queue behind whoever waits for the table: never wait for long.
_SETUP: Final = (
    "SET LOCAL metricgain.as_system = 'on'; SET LOCAL statement_timeout = 0;"
    " SET LOCAL lock_timeout = '5s'"
)
_BY_LOG: Final = "PARTITION BY RANGE (workout_log_id)"
LOCK: Final = f"LOCK TABLE {TABLE} IN ACCESS EXCLUSIVE MODE"
_BUSY: Final = (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError)
_Result = TypeVar("_Result")


class OnCluster(Conflict):
    """The table `sets` is spread over machines by user, and is split by that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One step that is done: so many rows lie in another table."""

    part: str
    rows: int


async def layout_of(owner_url: str) -> Layout:
    """Return how `sets` lies. Raises DatabaseAway, Conflict on a cluster."""
    connection = await _connected(owner_url)
    try:
        return await step_of(connection, read_layout)
    finally:
        await connection.close()


async def partition(
    owner_url: str, *, years: Sequence[int], tell: Callable[[Moved], None]
) -> Layout:
    """Cut `sets` at the ends of years (ascending), those that are cut already aside.

    Whoever uses the table waits while one year is moved. Raises DatabaseAway, Busy if
    somebody holds the table for long, Conflict where it cannot be split.
    """
    connection = await _connected(owner_url)
    try:
        await _take_turn(connection)
        await step_of(connection, _begin)
        gone = 0
        for year in years:
            moved = await step_of(connection, _Moving(year).out)
            if moved is not None:
                gone += moved.rows
                tell(moved)
        found = await _tidied(connection)
        if gone > sum(found.years.values()):
            # The rest is mostly room by now, and quick to write anew.
            await connection.execute(f"VACUUM (FULL, ANALYZE) {REST}")
        return found
    finally:
        await connection.close()


async def unpartition(owner_url: str, *, tell: Callable[[Moved], None]) -> Layout:
    """Put `sets` together into one table, as it was. Raises as `partition` does."""
    connection = await _connected(owner_url)
    try:
        await _take_turn(connection)
        names = await part_names(connection)
        for name in reversed(names):
            if name != REST:
                year = int(name.removeprefix(PREFIX))
                tell(await step_of(connection, _Moving(year).back))
        if names:
            await step_of(connection, _end)
        return await _tidied(connection)
    finally:
        await connection.close()


@asynccontextmanager
async def turn_of(
    owner_url: str, *, unless: Callable[[Sequence[str]], bool]
) -> AsyncIterator[asyncpg.Connection | None]:
    """Connect as the only one who moves sets; None `unless` the parts ask for it.

    Raises DatabaseAway, Conflict on a cluster or while somebody else moves them.
    """
    connection = await _connected(owner_url)
    try:
        is_done = unless(await part_names(connection))
        if not is_done:
            await _take_turn(connection)
            # Whoever had the turn before may have done it.
            is_done = unless(await part_names(connection))
        yield None if is_done else connection
    finally:
        await connection.close()


async def _connected(owner_url: str) -> asyncpg.Connection:
    try:
        connection = await asyncpg.connect(owner_url)
    except (OSError, asyncpg.PostgresError) as error:
        raise DatabaseAway(str(error)) from error
    if await connection.fetchval(
        "SELECT true FROM pg_extension WHERE extname = 'citus'"
    ):
        await connection.close()
        raise OnCluster(
            "sets is spread over a cluster by user already",
            remedy="Add machines to the cluster instead.",
        )
    return connection


async def _take_turn(connection: asyncpg.Connection) -> None:
    if not await connection.fetchval(_TURN):
        raise Conflict("sets is being moved already", remedy="Wait for it.")


async def step_of(
    connection: asyncpg.Connection,
    act: Callable[[asyncpg.Connection], Awaitable[_Result]],
) -> _Result:
    """Do one step, whole or not at all, with patience for whoever is in the way."""
    for _ in range(_ATTEMPTS):
        try:
            async with connection.transaction():
                await connection.execute(_SETUP)
                return await act(connection)
        except _BUSY:
            continue
    raise Busy(
        "somebody holds the table sets for long",
        remedy="Try again when nobody trains, or stop MetricGain for it.",
    )


async def _run(connection: asyncpg.Connection, statements: Sequence[str]) -> None:
    for statement in statements:
        await connection.execute(statement)


async def _begin(connection: asyncpg.Connection) -> None:
    """Put the table as it is, whole, below a new one that has partitions."""
    await connection.execute(LOCK)
    if await part_names(connection):
        return
    if await connection.fetchval(
        "SELECT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = $1::regclass"
        " AND NOT tgisinternal)",
        TABLE,
    ):
        raise Conflict(
            "sets has triggers, which MetricGain did not make",
            remedy="Drop them first, and make them anew afterwards.",
        )
    shape = await shape_of(connection, TABLE)
    await _run(
        connection,
        [
            f"ALTER TABLE {TABLE} RENAME TO {REST}",
            *(f"ALTER INDEX {one} RENAME TO {_of_rest(one)}" for one in shape.indexes),
            f"CREATE TABLE {TABLE} (LIKE {REST} {COLUMNS_ALIKE}) {_BY_LOG}",
            *shape.key_statements(),
            *shape.guard_statements(TABLE),
            *shape.grant_statements(),
            attach(REST, "MINVALUE", "MAXVALUE"),
        ],
    )


def _of_rest(index: str) -> str:
    return f"{REST}{index.removeprefix(TABLE)}"


class _Moving:
    """Moves the sets up to the end of a year out of the rest, or back into it."""

    def __init__(self, year: int) -> None:
        self._year = year
        self._name = f"{PREFIX}{year}"

    async def out(self, connection: asyncpg.Connection) -> Moved | None:
        """Move the year out, sorted by its key; None if it was cut there already."""
        await connection.execute(LOCK)
        low = await _low(connection, before=self._year)
        if low is None:
            return None
        high = f"'{first_id_after(self._year)}'"
        shape = await shape_of(connection, TABLE)
        columns = await columns_of(connection)
        await _run(
            connection,
            [
                f"CREATE TABLE {self._name} (LIKE {TABLE} {COLUMNS_ALIKE})",
                *shape.guard_statements(self._name),
            ],
        )
        moved = await connection.execute(
            f"INSERT INTO {self._name} ({columns}) SELECT {columns} FROM {REST}"  # noqa: S608 - names of the catalog
            f" WHERE workout_log_id < {high} ORDER BY user_id, workout_log_id, id"
        )
        await connection.execute(f"DELETE FROM {REST} WHERE workout_log_id < {high}")  # noqa: S608
        await _run(
            connection,
            [
                f"ALTER TABLE {TABLE} DETACH PARTITION {REST}",
                attach(self._name, low, high),
                attach(REST, high, "MAXVALUE"),
            ],
        )
        return Moved(part=self._name, rows=count_of(moved))

    async def back(self, connection: asyncpg.Connection) -> Moved:
        """Move the newest year back into the rest, which then begins before it."""
        await connection.execute(LOCK)
        columns = await columns_of(connection)
        low = lower_bound(
            [n for n in await part_names(connection) if n not in (REST, self._name)]
        )
        await _run(
            connection,
            [
                f"ALTER TABLE {TABLE} DETACH PARTITION {self._name}",
                f"ALTER TABLE {TABLE} DETACH PARTITION {REST}",
            ],
        )
        moved = await connection.execute(
            f"INSERT INTO {REST} ({columns}) SELECT {columns} FROM {self._name}"  # noqa: S608 - names of the catalog
        )
        await _run(
            connection, [f"DROP TABLE {self._name}", attach(REST, low, "MAXVALUE")]
        )
        return Moved(part=self._name, rows=count_of(moved))


async def _low(connection: asyncpg.Connection, *, before: int) -> str | None:
    """Return where the rest begins, or None if it begins after a year's end."""
    closed = [name for name in await part_names(connection) if name != REST]
    if closed and int(closed[-1].removeprefix(PREFIX)) >= before:
        return None
    return lower_bound(closed)


def lower_bound(closed: Sequence[str]) -> str:
    """Return where what follows the closed parts begins, as it is written in SQL."""
    if not closed:
        return "MINVALUE"
    return f"'{first_id_after(int(closed[-1].removeprefix(PREFIX)))}'"


def attach(name: str, low: str, high: str) -> str:
    """Return the statement that makes a table a part, from `low` to before `high`."""
    return (
        f"ALTER TABLE {TABLE} ATTACH PARTITION {name}"
        f" FOR VALUES FROM ({low}) TO ({high})"
    )


async def columns_of(connection: asyncpg.Connection) -> str:
    """Return the columns that can be written, in the order of the table."""
    rows = await connection.fetch(
        "SELECT quote_ident(attname) AS name FROM pg_attribute"
        " WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = '' ORDER BY attnum",
        TABLE,
    )
    return ", ".join(row["name"] for row in rows)


def count_of(status: str) -> int:
    """Return how many rows a statement has touched, by what the server said."""
    return int(status.rsplit(" ", 1)[-1])


async def _end(connection: asyncpg.Connection) -> None:
    """Let the rest, which holds everything by now, be the table again."""
    await connection.execute(LOCK)
    indexes = (await shape_of(connection, REST)).indexes
    await _run(
        connection,
        [
            f"ALTER TABLE {TABLE} DETACH PARTITION {REST}",
            f"DROP TABLE {TABLE}",
            f"ALTER TABLE {REST} RENAME TO {TABLE}",
            *(
                f"ALTER INDEX {one} RENAME TO {TABLE}{one.removeprefix(REST)}"
                for one in indexes
            ),
        ],
    )


async def _tidied(connection: asyncpg.Connection) -> Layout:
    """Give back what was moved away, count anew for the planner, and look."""
    await connection.execute(f"VACUUM (ANALYZE) {TABLE}")
    return await step_of(connection, read_layout)
