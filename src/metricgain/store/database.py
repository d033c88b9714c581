"""The pool of connections, and the only two ways to open a transaction on it.

`as_user` binds a user for row-level security, `as_system` sees every row. Both open
with one message, `BEGIN; SET LOCAL ...`: it ends with the transaction, works through
PgBouncer in transaction mode and on Citus, where `set_config()` yields nothing.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import cache
from importlib.resources import files
from typing import Self, TypeAlias

import asyncpg
import msgspec

from metricgain.kit.errors import Refusal
from metricgain.store.memory import Memory
from metricgain.store.reaching import Connection, Limits, Reach, Revive, roll_back
from metricgain.store.refusals import LOST, DatabaseAway, MaybeKept, is_gone, refusals
from metricgain.store.shadow import shadowed
from metricgain.store.switches import Switches
from metricgain.store.watching import (
    BUSY,
    NAMES,
    Slow,
    Watch,
    Watching,
    shape_of,
    tell_slow,
)

Row: TypeAlias = asyncpg.Record
Note: TypeAlias = Callable[[Slow, str], Awaitable[None]]

_NEXT_PART = (
    "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;"
    " RELEASE SAVEPOINT part; SAVEPOINT part"
)


@cache
def sql(name: str) -> str:
    """Return the statement of store/sql/<name>.sql. Raises FileNotFoundError."""
    text = (files("metricgain.store") / "sql" / f"{name}.sql").read_text("utf-8")
    NAMES[text] = name
    return text


class NothingKept(RuntimeError):
    """A statement was refused and its refusal caught, without a savepoint around both.

    The database then rolls back where it is told to commit, and says so only quietly.
    """


class Transaction:
    """One open transaction. `statements` counts what was sent to the server.

    `switches` say which optimisations are off, `memory` is what the process keeps.
    """

    def __init__(
        self,
        connection: Connection,
        user_id: int | None,
        *,
        switches: Switches,
        memory: Memory,
        watch: Watch,
    ) -> None:
        self._connection = connection
        self._user_id = user_id
        self.switches = switches
        self.memory = memory
        self._watch = watch
        self._part_begins_at: int | None = None
        self.statements = 0
        self.archived = ""
        """Sets of archived blocks, as JSON, which statements see beside the others."""

    @property
    def user_id(self) -> int:
        """The user whom this transaction is bound to."""
        if self._user_id is None:
            raise LookupError("this transaction belongs to no user")
        return self._user_id

    async def rows(self, statement: str, *values: object) -> list[Row]:
        """Return all rows. Raises Refusal where the database refuses."""
        statement, values = self._whole(statement, values)
        self.statements += 1
        with refusals(self._connection), self._watching(statement, values):
            return await self._connection.fetch(statement, *values)

    async def row(self, statement: str, *values: object) -> Row | None:
        """Return the first row, or None. Raises Refusal."""
        statement, values = self._whole(statement, values)
        self.statements += 1
        with refusals(self._connection), self._watching(statement, values):
            return await self._connection.fetchrow(statement, *values)

    async def value(self, statement: str, *values: object) -> object:
        """Return the first column of the first row, or None. Raises Refusal."""
        statement, values = self._whole(statement, values)
        self.statements += 1
        with refusals(self._connection), self._watching(statement, values):
            return await self._connection.fetchval(statement, *values)

    async def run(self, statement: str, *values: object) -> int:
        """Carry out a statement and return how many rows it touched. Raises Refusal."""
        statement, values = self._whole(statement, values)
        self.statements += 1
        with refusals(self._connection), self._watching(statement, values):
            status = await self._connection.execute(statement, *values)
        count = status.rsplit(" ", 1)[-1]
        return int(count) if count.isdigit() else 0

    async def in_parts(
        self, statement: str, *values: object, size: int
    ) -> AsyncIterator[list[Row]]:
        """Yield all rows, `size` at a time, without holding more. Raises Refusal."""
        statement, values = self._whole(statement, values)
        self.statements += 1
        with refusals(self._connection):
            cursor = await self._connection.cursor(statement, *values)
            while rows := await cursor.fetch(size):
                yield rows

    async def run_many(
        self, statement: str, values: Sequence[Sequence[object]]
    ) -> None:
        """Carry out a statement per row of values as one batch. Raises Refusal."""
        self.statements += 1
        first = values[0] if values else ()
        with refusals(self._connection), self._watching(statement, first):
            await self._connection.executemany(statement, values)

    async def copy_in(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
    ) -> None:
        """Append many rows to a table by COPY. Raises Refusal."""
        self.statements += 1
        with refusals(self._connection):
            await self._connection.copy_records_to_table(
                table, columns=list(columns), records=rows
            )

    def _whole(
        self, statement: str, values: tuple[object, ...]
    ) -> tuple[str, tuple[object, ...]]:
        """Let a statement that reads sets see the archived ones as well."""
        more = shadowed(statement, values, self.archived)
        return (statement, values) if more is None else (more, (*values, self.archived))

    def _watching(self, statement: str, values: Sequence[object]) -> Watching:
        return self._watch.over(statement, values, self._user_id)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """Undo what happens inside if it raises, and let the transaction go on.

        What is checked at the end of a transaction is checked at the end of the part
        already: later, nobody could tell which part broke it. Parts follow each other
        and do not lie in each other: the end of one is the beginning of the next, in
        one message. Raises Refusal.
        """
        if self._part_begins_at != self.statements:
            with refusals(self._connection):
                await self._connection.execute("SAVEPOINT part")
        self._part_begins_at = None
        try:
            yield
            with refusals(self._connection):
                await self._connection.execute(_NEXT_PART)
        except BaseException:
            await self._undo_part()
            raise
        finally:
            self._part_begins_at = self.statements

    async def _undo_part(self) -> None:
        # What came before the loss of a connection is what has to be told.
        with suppress(*LOST):
            if not is_gone(self._connection):
                await self._connection.execute("ROLLBACK TO SAVEPOINT part")


class Database:
    """The pool of one process. Open it with `Database.open`, close it with `close`."""

    def __init__(self, reach: Reach, *, switches: Switches) -> None:
        self._reach = reach
        self.switches = switches
        self.memory = Memory()
        self._watch = Watch()
        self._explaining: asyncio.Task[None] | None = None
        self._note: Note | None = None

    def watch_slow(self, slow_after: float, *, note: Note | None = None) -> None:
        """Log statements that take longer than so many seconds, with their plan.

        `note` is told of them, too.
        """
        self._note = note
        self._watch.slow_after = slow_after
        self._watch.explain = self._explain_soon

    @classmethod
    async def open(
        cls,
        url: str,
        *,
        size: int,
        revive: Revive | None = None,
        switches: Switches | None = None,
        limits: Limits | None = None,
    ) -> Self:
        """Connect as the application's role.

        `revive` is called when the server is gone, before one more attempt. Every
        transaction carries the `switches`. Raises DatabaseAway if it cannot be reached.
        """
        reach = await Reach.open(
            url, size=size, revive=revive, limits=limits or Limits()
        )
        return cls(reach, switches=switches or Switches())

    @property
    def connections(self) -> int:
        """How many connections this process holds."""
        return self._reach.connections

    async def close(self) -> None:
        """Wait for running transactions and disconnect."""
        if self._explaining is not None:
            self._explaining.cancel()
            await asyncio.wait([self._explaining])
        await self._reach.close()

    @asynccontextmanager
    async def as_user(self, user_id: int) -> AsyncIterator[Transaction]:
        """Open a transaction that sees and writes the rows of one user only.

        It commits at the end and rolls back if anything is raised inside.
        """
        bound = f"SET LOCAL metricgain.user_id = '{int(user_id)}'"
        async with self._transaction(bound, user_id) as transaction:
            yield transaction

    @asynccontextmanager
    async def as_system(self) -> AsyncIterator[Transaction]:
        """Open a transaction that sees every row: signing in, jobs, the catalogue."""
        unbound = "SET LOCAL metricgain.as_system = 'on'"
        async with self._transaction(unbound, None) as transaction:
            yield transaction

    @asynccontextmanager
    async def _transaction(
        self, settings: str, user_id: int | None
    ) -> AsyncIterator[Transaction]:
        connection = await self._reach.begin(settings)
        BUSY.add(1)
        try:
            try:
                yield Transaction(
                    connection,
                    user_id,
                    switches=self.switches,
                    memory=self.memory,
                    watch=self._watch,
                )
            except BaseException:
                await roll_back(connection)
                raise
            await _commit(connection)
        finally:
            BUSY.add(-1)
            await self._reach.release(connection)

    def _explain_soon(self, slow: Slow) -> None:
        """Ask for the plan apart from the transaction, which has waited enough."""
        if self._explaining is None or self._explaining.done():
            self._explaining = asyncio.create_task(self._explain(slow))

    async def _explain(self, slow: Slow) -> None:
        opened = (
            self.as_system() if slow.user_id is None else self.as_user(slow.user_id)
        )
        plan = "none: the statement cannot be explained"
        with suppress(Refusal, asyncpg.PostgresError):
            async with opened as tx:
                said = await tx.value(
                    f"EXPLAIN (FORMAT JSON) {slow.statement}", *slow.values
                )
                plan = shape_of(msgspec.json.decode(str(said))[0]["Plan"])
        tell_slow(slow, plan)
        if self._note is not None:
            with suppress(Refusal):
                await self._note(slow, plan)


async def _commit(connection: Connection) -> None:
    try:
        with refusals(connection):
            if await connection.execute("COMMIT") != "COMMIT":
                raise NothingKept
    except DatabaseAway as away:
        if is_gone(connection):
            raise MaybeKept from away
        raise


__all__ = [
    "Database",
    "DatabaseAway",
    "Limits",
    "NothingKept",
    "Refusal",
    "Revive",
    "Row",
    "Transaction",
    "sql",
]
