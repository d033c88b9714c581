"""HTTP in, one action or read, HTTP out; one file per resource."""

from litestar.types import ControllerRouterHandler

from metricgain.api import (
    accounts,
    finishing,
    health,
    imports,
    preferences,
    sessions,
    tokens,
)
from metricgain.api.errors import HANDLERS

ROUTES: list[ControllerRouterHandler] = [
    *imports.ROUTES,
    *accounts.ROUTES,
    *sessions.ROUTES,
    *tokens.ROUTES,
    *preferences.ROUTES,
    *finishing.ROUTES,
]

__all__ = ["HANDLERS", "ROUTES", "health"]
