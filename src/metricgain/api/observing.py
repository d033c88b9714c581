"""Each request gets a number, which its log and its answer carry, and is timed."""

import re
from time import perf_counter
from typing import Any, Final

import structlog
from litestar.datastructures import MutableScopeHeaders
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from metricgain.api.errors import status_of
from metricgain.api.meters import LATENCIES, REQUESTS
from metricgain.kit.clock import now
from metricgain.kit.ids import uuid7
from metricgain.kit.tracing import span

HEADER: Final = "X-Request-ID"
_LOG = structlog.get_logger(__name__)
_NUMBER: Final = "request_number"
_GIVEN: Final = re.compile(rb"[A-Za-z0-9-]{8,64}")
_BROKEN: Final = 500
_REFUSED: Final = frozenset({403, 429})
"""What may not be done, and what is tried too often: seen at the usual log level."""
# A stream is open for as long as somebody listens; that says nothing.
_STREAM: Final = "/events"


class Observe(ASGIMiddleware):
    """Number, time and trace a request. Addresses are named by their template."""

    async def handle(
        self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp
    ) -> None:
        """Pass the request on."""
        number = _number(scope)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=number)
        scope["state"][_NUMBER] = number
        method, route = str(scope.get("method", "")), str(scope.get("path_template"))
        statuses: list[int] = []

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])
            await send(message)

        begun = perf_counter()
        with span(f"{method} {route}") as traced:
            try:
                await next_app(scope, receive, noting)
            except BaseException as error:
                # What another middleware refuses is answered further out.
                statuses.append(status_of(error))
                raise
            finally:
                status = statuses[0] if statuses else _BROKEN
                traced.set_attribute("http.response.status_code", status)
                _note(method, route, status, seconds=perf_counter() - begun)


async def number_answer(message: Message, scope: Any) -> None:  # noqa: ANN401 - Litestar's own scope type is not public
    """Put the number of its request on an answer that is about to begin."""
    if message["type"] == "http.response.start":
        # A request for an address that there is not has no number yet.
        number = scope["state"].get(_NUMBER) or _number(scope)
        MutableScopeHeaders.from_message(message)[HEADER] = number


def _number(scope: Scope) -> str:
    """Return the number that a proxy gave the request, or a new one."""
    given = dict(scope["headers"]).get(HEADER.lower().encode(), b"")
    return given.decode() if _GIVEN.fullmatch(given) else uuid7(now()).hex


def _note(method: str, route: str, status: int, *, seconds: float) -> None:
    if route.endswith(_STREAM):
        return
    REQUESTS.see(seconds, method, route, str(status))
    LATENCIES.see(seconds * 1000)
    log = _LOG.info if status in _REFUSED else _LOG.debug
    if status >= _BROKEN:
        log = _LOG.warning
    log(
        "answered", method=method, route=route, status=status, seconds=round(seconds, 4)
    )
