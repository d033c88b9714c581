"""The pool of connections, and the way back to a server that was gone."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self, TypeAlias

import asyncpg
import msgspec
import structlog

from metricgain.store.embedded import DiskFull, EmbeddedServerError
from metricgain.store.refusals import (
    LOST,
    DatabaseAway,
    DatabaseBusy,
    DiskIsFull,
    is_gone,
    refusal_of,
    terminate,
)
from metricgain.store.watching import WAITS

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy

Connection: TypeAlias = "PoolConnectionProxy[asyncpg.Record]"
Revive: TypeAlias = Callable[[], None]

_LOG = structlog.get_logger(__name__)
_CONNECT_SECONDS: Final = 10
_PAUSE_SECONDS: Final = 5
# Statements are planned once for each connection, not for each user anew: to plan one
# took longer than to carry it out. They are written so that one plan fits everybody.
_BEGIN: Final = "BEGIN; SET LOCAL plan_cache_mode = 'force_generic_plan'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long is waited, in seconds.

    For a free connection, for a statement, and for a server to say that it has stopped
    one.
    """

    busy: float = 10
    statement: float = 60
    silence: float = 5


class Reach:
    """The pool of one process. What begins on it is tried once more if need be."""

    def __init__(
        self, pool: asyncpg.Pool, revive: Revive | None, *, limits: Limits
    ) -> None:
        self._pool = pool
        self._revive = revive
        self._limits = limits
        milliseconds = max(1, round(1000 * limits.statement))
        self._begin = f"{_BEGIN}; SET LOCAL statement_timeout = {milliseconds}"
        self._turn = asyncio.Lock()
        self._returns = 0
        self._failed: tuple[float, DatabaseAway] | None = None

    @classmethod
    async def open(
        cls, url: str, *, size: int, revive: Revive | None, limits: Limits
    ) -> Self:
        """Connect, after a look after the server if need be. Raises DatabaseAway."""
        try:
            pool = await _connect(url, size=size, limits=limits)
        except DatabaseAway:
            if revive is None:
                raise
            await _bring_up(revive)
            pool = await _connect(url, size=size, limits=limits)
        return cls(pool, revive, limits=limits)

    @property
    def connections(self) -> int:
        """How many connections this process holds."""
        return self._pool.get_size()

    async def close(self) -> None:
        """Wait for running transactions and disconnect."""
        await self._pool.close()

    async def release(self, connection: Connection) -> None:
        """Take a connection back, whatever has become of it."""
        await self._pool.release(connection)

    async def begin(self, settings: str) -> Connection:
        """Return a connection on which a transaction has begun, with its settings.

        A connection that the server dropped while it lay in the pool is only
        noticed here, before anything was written, so trying again is safe. Raises
        DatabaseAway.
        """
        returns = self._returns
        try:
            return await self._try(settings)
        except (DatabaseBusy, DiskIsFull):
            # The server is there: to start it again would help nobody.
            raise
        except DatabaseAway:
            await self._return(after=returns)
            return await self._try(settings)

    async def _try(self, settings: str) -> Connection:
        connection = await self._acquire()
        try:
            await connection.execute(f"{self._begin}; {settings}")
        except LOST as error:
            terminate(connection)
            await self._pool.release(connection)
            raise DatabaseAway("the connection was lost") from error
        except BaseException:
            await self._pool.release(connection)
            raise
        return connection

    async def _acquire(self) -> Connection:
        try:
            with WAITS.timing():
                return await self._pool.acquire(timeout=self._limits.busy)
        except TimeoutError as error:
            if self._is_exhausted():
                raise DatabaseBusy("every connection is in use") from error
            raise DatabaseAway("it does not answer") from error
        except asyncpg.PostgresError as error:
            known = refusal_of(error)
            if isinstance(known, DatabaseAway):
                raise known from error
            raise DatabaseAway("it lets nobody in") from error
        except LOST as error:
            raise DatabaseAway("nobody answers") from error

    def _is_exhausted(self) -> bool:
        """Tell whether what was waited for is a connection, not the server."""
        idle = self._pool.get_idle_size()
        return idle == 0 and self._pool.get_size() == self._pool.get_max_size()

    async def _return(self, *, after: int) -> None:
        """Find the server again, once for all who miss it. Raises DatabaseAway."""
        async with self._turn:
            if self._returns != after:
                return
            if self._revive is not None:
                await self._start(self._revive)
            await self._pool.expire_connections()
            self._returns += 1

    async def _start(self, revive: Revive) -> None:
        """Start the server; one that would not is left alone for some seconds."""
        clock = asyncio.get_running_loop().time
        if self._failed is not None and clock() < self._failed[0]:
            raise self._failed[1]
        try:
            await _bring_up(revive)
        except DatabaseAway as away:
            self._failed = (clock() + _PAUSE_SECONDS, away)
            raise


async def roll_back(connection: Connection) -> None:
    """End a transaction without keeping it; one that is lost has ended already."""
    try:
        if not is_gone(connection):
            await connection.execute("ROLLBACK")
    except LOST:
        terminate(connection)
        _LOG.warning("connection lost before the roll-back")


async def _bring_up(revive: Revive) -> None:
    _LOG.warning("database away, starting it again")
    try:
        await asyncio.to_thread(revive)
    except EmbeddedServerError as error:
        # The reason names folders of the machine: it is for who reads the log.
        _LOG.error("the database does not start", reason=str(error))
        if isinstance(error, DiskFull):
            raise DiskIsFull from error
        raise DatabaseAway("it does not start; the log says why") from error


async def _connect(url: str, *, size: int, limits: Limits) -> asyncpg.Pool:
    try:
        pool = await asyncpg.create_pool(
            url,
            min_size=0,
            max_size=size,
            init=_prepare,
            reset=_leave_as_is,
            timeout=_CONNECT_SECONDS,
            # Planning one anew takes several times as long as carrying it out, and
            # the server does so by itself where tables have changed.
            max_cached_statement_lifetime=0,
            command_timeout=limits.statement + limits.silence,
            server_settings={"application_name": "metricgain"},
        )
        # Asked for a first connection by itself, the pool would log all its failures.
        await pool.release(await pool.acquire(timeout=_CONNECT_SECONDS))
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise DatabaseAway(str(error)) from error
    return pool


async def _prepare(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec(
        "jsonb",
        schema="pg_catalog",
        encoder=lambda value: msgspec.json.encode(value).decode(),
        decoder=msgspec.json.decode,
    )


async def _leave_as_is(_connection: asyncpg.Connection) -> None:
    """Skip asyncpg's reset query: nothing outlives a transaction here."""
