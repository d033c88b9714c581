"""HTTP in, one action or read, HTTP out; one file per resource."""

from litestar.types import ControllerRouterHandler

from metricgain.api import health
from metricgain.api.errors import HANDLERS

ROUTES: list[ControllerRouterHandler] = []

__all__ = ["HANDLERS", "ROUTES", "health"]
