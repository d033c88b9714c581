"""What the database refuses, said as a refusal that names the field and the rule."""

import re

import asyncpg

from metricgain.kit.errors import Conflict, Invalid, NotFound, Refusal


class DatabaseAway(Refusal):
    """The database cannot be reached. Nothing was changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the database cannot be reached ({reason})",
            remedy="Try again in a moment; nothing was lost.",
        )


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
)
_BUSY = (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError)


def refusal_of(error: BaseException) -> Refusal | None:
    """Return the refusal that an error of the database means, or None for a defect."""
    if isinstance(error, _TAKEN):
        return Conflict("this is there already", field=_field(error))
    if isinstance(error, _DANGLING):
        return NotFound("this does not exist", field=_field(error))
    if isinstance(error, _BUSY):
        return Busy("somebody else is changing this", remedy="Try again.")
    if isinstance(error, _AWAY):
        return DatabaseAway("the connection was lost")
    return _bad_value(error)


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
