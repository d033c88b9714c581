"""Make a database ready for this release."""

import asyncio

from metricgain.store.migrate import migrate_up
from metricgain.store.roles import app_url, ensure_app_role


def prepare(owner_url: str, *, given_app_url: str = "") -> str:
    """Make the application's role and bring the schema up to date.

    Must not be called from within an event loop. Returns the URL by which the
    application connects. Raises Invalid or DatabaseAway.
    """
    if not given_app_url:
        asyncio.run(ensure_app_role(owner_url))
    migrate_up(owner_url)
    return app_url(owner_url, given_app_url)
