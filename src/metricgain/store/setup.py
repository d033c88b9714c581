"""Make a database ready for this release."""

import asyncio
import time

import asyncpg
from sqlalchemy.exc import DBAPIError

from metricgain.kit.errors import Invalid
from metricgain.store.embedded.binaries import OLDEST_MAJOR
from metricgain.store.migrate import migrate_up
from metricgain.store.refusals import LOST, DatabaseAway
from metricgain.store.roles import app_url, ensure_app_role

_PATIENCE_SECONDS = 10
_RECOVERY_SECONDS = 120
_LOOK_SECONDS = 0.2
_SETTING = "METRICGAIN_DATABASE_URL"


def prepare(owner_url: str, *, given_app_url: str = "") -> str:
    """Make the application's role and bring the schema up to date.

    Must not be called from within an event loop. Returns the URL by which the
    application connects. A server that is just starting, or repairs itself, is waited
    for. Raises Invalid or DatabaseAway.
    """
    deadline = time.monotonic() + _RECOVERY_SECONDS
    while True:
        try:
            return _prepare(owner_url, given_app_url)
        except (*LOST, DBAPIError) as error:
            cause = _first_cause(error)
            if not isinstance(cause, LOST):
                raise
            starting = isinstance(cause, asyncpg.CannotConnectNowError)
            if not starting or time.monotonic() > deadline:
                raise DatabaseAway(str(cause)) from error
            time.sleep(_LOOK_SECONDS)


def _prepare(owner_url: str, given_app_url: str) -> str:
    asyncio.run(_check_server(owner_url))
    if not given_app_url:
        asyncio.run(ensure_app_role(owner_url))
    migrate_up(owner_url)
    return app_url(owner_url, given_app_url)


def _first_cause(error: BaseException) -> BaseException:
    while error.__cause__ is not None:
        error = error.__cause__
    return error


async def _check_server(owner_url: str) -> None:
    """Raise Invalid unless the owner can sign in to a server that is new enough."""
    try:
        connection = await asyncpg.connect(owner_url, timeout=_PATIENCE_SECONDS)
    except OSError as error:
        raise DatabaseAway(str(error)) from error
    except asyncpg.CannotConnectNowError:
        raise
    except (asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as error:
        raise Invalid(str(error), field=_SETTING) from error
    try:
        version = connection.get_server_version()
    finally:
        await connection.close()
    if version.major < OLDEST_MAJOR:
        raise Invalid(
            f"this server is PostgreSQL {version.major}; MetricGain needs"
            f" {OLDEST_MAJOR} or newer",
            field=_SETTING,
        )
