"""What the database refuses, said as a refusal that names the field and the rule."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import asyncpg

from metricgain.kit.errors import Conflict, Invalid, NotFound, Refusal

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy


class DatabaseAway(Refusal):
    """The database cannot do it now. Nothing was changed; it will work later.

    `retry_after` says in how many seconds it is worth another try.
    """

    retry_after = 5
    sentence = "the database cannot be reached"
    way_out = "Try again in a moment; nothing was lost."

    def __init__(self, reason: str = "") -> None:
        rule = f"{self.sentence} ({reason})" if reason else self.sentence
        super().__init__(rule, remedy=self.way_out)


class DatabaseBusy(DatabaseAway):
    """There is more to do at once than the database takes."""

    retry_after = 2
    sentence = "the database is busy"


class DiskIsFull(DatabaseAway):
    """The database has no space left to write to."""

    retry_after = 30
    sentence = "the disk of the database is full"
    way_out = (
        "Whoever runs this installation has to free space on it. What is stored is"
        " safe, and nothing was changed."
    )


class TookTooLong(DatabaseAway):
    """A statement was stopped because it took longer than any may."""

    retry_after = 10
    sentence = "the database took too long"


class MaybeKept(DatabaseAway):
    """The connection was lost just when everything was to be kept."""

    sentence = "the database was lost before it said whether this was kept"
    way_out = "Send the same again: what was kept already is not kept twice."


class Busy(Conflict):
    """Somebody else is changing the same. Nothing was changed; it may work later."""


# A part of a table that is split by time; its constraints are those of the whole.
_PART = re.compile(r"_(rest|to_\d{4})$")
_TAKEN = asyncpg.UniqueViolationError
_DANGLING = (asyncpg.ForeignKeyViolationError, asyncpg.InsufficientPrivilegeError)
_AWAY = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
)
_BUSY = (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError)

LOST = (*_AWAY, OSError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What is raised where a connection is gone, or none can be had."""
_OF_THE_DATABASE = (asyncpg.PostgresError, *LOST)


class refusals:  # noqa: N801 - reads as `with refusals(connection):`
    """Turn what the database refuses into a Refusal that names field and rule."""

    def __init__(self, connection: "PoolConnectionProxy[asyncpg.Record]") -> None:
        self._connection = connection

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: object, error: BaseException | None, trace: object
    ) -> None:
        if not isinstance(error, _OF_THE_DATABASE):
            return
        if isinstance(error, TimeoutError | asyncpg.InternalClientError):
            # The server ends what takes too long; this one does not even do that. A
            # connection that is just being lost may not know it yet.
            terminate(self._connection)
        refusal = refusal_of(error)
        if refusal is None and is_gone(self._connection):
            refusal = DatabaseAway("the connection was lost")
        if refusal is not None:
            raise refusal from error


def is_gone(connection: "PoolConnectionProxy[asyncpg.Record]") -> bool:
    """Tell whether nothing can be said over a connection any more."""
    try:
        return connection.is_closed()
    except asyncpg.InterfaceError:
        # The pool has taken a lost connection back already, and says so by raising.
        return True


def terminate(connection: "PoolConnectionProxy[asyncpg.Record]") -> None:
    """Let go of a connection without a word: nobody hears one."""
    with suppress(asyncpg.InterfaceError):
        connection.terminate()


def refusal_of(error: BaseException) -> Refusal | None:
    """Return the refusal that an error of the database means, or None for a defect."""
    if isinstance(error, _TAKEN):
        return Conflict("this is there already", field=_field(error))
    if isinstance(error, _DANGLING):
        return NotFound("this does not exist", field=_field(error))
    if isinstance(error, _BUSY):
        return Busy("somebody else is changing this", remedy="Try again.")
    return _trouble(error) or _bad_value(error)


def _trouble(error: BaseException) -> DatabaseAway | None:
    """Return what keeps the database from doing anything of the kind now."""
    match error:
        case asyncpg.DiskFullError():
            return DiskIsFull()
        case asyncpg.QueryCanceledError():
            return TookTooLong("and was stopped")
        case asyncpg.InsufficientResourcesError():
            return DatabaseBusy("it takes no more at once")
        case TimeoutError():
            return TookTooLong("it does not answer")
        case _:
            pass
    lost = isinstance(error, (OSError, *_AWAY))
    return DatabaseAway("the connection was lost") if lost else None


def _bad_value(error: BaseException) -> Invalid | None:
    match error:
        case asyncpg.CheckViolationError():
            return Invalid("this is outside its bounds", field=_field(error))
        case asyncpg.NotNullViolationError():
            return Invalid("this is required", field=error.column_name or "")
        case asyncpg.StringDataRightTruncationError():
            return Invalid("this text is too long")
        case asyncpg.DataError():
            return Invalid("this value cannot be stored", field=_field(error))
        case _:
            return None


def _field(error: asyncpg.PostgresError) -> str:
    """Return what a constraint is about: table_column_check is about column."""
    name: str = error.constraint_name or ""
    for ending in ("_pkey", "_fkey", "_key", "_ix", "_check"):
        name = name.removesuffix(ending)
    part = error.table_name or ""
    name = name.removeprefix(f"{part}_").removeprefix(f"{_PART.sub('', part)}_")
    return name.removeprefix("user_id_")
