"""Make a database ready for this release."""

import asyncio

import asyncpg

from metricgain.kit.errors import Invalid
from metricgain.store.embedded.binaries import OLDEST_MAJOR
from metricgain.store.migrate import migrate_up
from metricgain.store.refusals import DatabaseAway
from metricgain.store.roles import app_url, ensure_app_role

_PATIENCE_SECONDS = 10
_SETTING = "METRICGAIN_DATABASE_URL"


def prepare(owner_url: str, *, given_app_url: str = "") -> str:
    """Make the application's role and bring the schema up to date.

    Must not be called from within an event loop. Returns the URL by which the
    application connects. Raises Invalid or DatabaseAway.
    """
    asyncio.run(_check_server(owner_url))
    if not given_app_url:
        asyncio.run(ensure_app_role(owner_url))
    migrate_up(owner_url)
    return app_url(owner_url, given_app_url)


async def _check_server(owner_url: str) -> None:
    """Raise Invalid unless the owner can sign in to a server that is new enough."""
    try:
        connection = await asyncpg.connect(owner_url, timeout=_PATIENCE_SECONDS)
    except OSError as error:
        raise DatabaseAway(str(error)) from error
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
