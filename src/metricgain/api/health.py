"""Is the process alive, and can it do its work?"""

from typing import Any

import msgspec
from litestar import Request, get

from metricgain.api.errors import documented
from metricgain.store.database import Database


class Health(msgspec.Struct):
    """The answer of a process that works."""

    status: str


@get("/healthz", security=[{}], tags=["health"])
async def alive() -> Health:
    """Answer as long as the process runs."""
    return Health(status="ok")


@get("/readyz", security=[{}], tags=["health"], responses=documented(503))
async def ready(request: Request[Any, Any, Any]) -> Health:
    """Answer 200 if the database answers, else 503."""
    database: Database = request.app.state.database
    async with database.as_system() as system:
        await system.value("SELECT 1")
    return Health(status="ready")


ROUTES = [alive, ready]
