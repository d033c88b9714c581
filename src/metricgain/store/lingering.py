"""Transactions that have only looked end together with the beginning of the next one.

A request looks after who asks and then after what is asked. To begin and to end both
would be four messages beside the two statements, each of which costs more than most
statements. What is left here is ended in the message that begins the next transaction,
or by itself within some milliseconds. Nothing that writes is ever left.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from metricgain.store.refusals import is_gone

if TYPE_CHECKING:
    import asyncpg
    from asyncpg.pool import PoolConnectionProxy

Connection: TypeAlias = "PoolConnectionProxy[asyncpg.Record]"

_SECONDS: Final = 0.003


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A connection with an open transaction, bound by its settings, left at a time.

    It may be gone on with by whoever wants the same settings if it is `shared`.
    """

    connection: Connection
    settings: str
    shared: bool
    at: float

    def serves(self, settings: str) -> bool:
        """Tell whether a transaction of these settings may go on with this one."""
        same = self.shared and self.settings == settings
        return same and not is_gone(self.connection)


class Lingering:
    """The connections that are left, the latest first. `end` ends one of them."""

    def __init__(self, end: Callable[[Connection], Awaitable[None]]) -> None:
        self._end = end
        self._left: list[Left] = []
        self._ending: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None

    def leave(self, connection: Connection, settings: str, *, shared: bool) -> None:
        """Keep a connection for a moment."""
        loop = asyncio.get_running_loop()
        self._left.append(
            Left(
                connection=connection, settings=settings, shared=shared, at=loop.time()
            )
        )
        if self._timer is None:
            self._timer = loop.call_later(_SECONDS, self._sweep, loop)

    def take(self, settings: str) -> Left | None:
        """Return a connection that is left, best one with the same settings, or None.

        Whoever takes it has to end its transaction, or to go on with it if it is
        shared.
        """
        for place in range(len(self._left) - 1, -1, -1):
            if self._left[place].serves(settings):
                return self._left.pop(place)
        return self._left.pop() if self._left else None

    async def empty(self) -> None:
        """End everything that is left, and wait for it."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._end_until(float("inf"))
        if self._ending:
            await asyncio.wait(self._ending)

    def _sweep(self, loop: asyncio.AbstractEventLoop) -> None:
        self._timer = None
        self._end_until(loop.time() - _SECONDS)
        if self._left:
            due = self._left[0].at + _SECONDS
            self._timer = loop.call_at(due, self._sweep, loop)

    def _end_until(self, at: float) -> None:
        due = [left for left in self._left if left.at <= at]
        self._left = self._left[len(due) :]
        for left in due:
            task = asyncio.ensure_future(self._end(left.connection))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)
