"""Who is asking: from a cookie or a token to a transaction bound to that user."""

import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.middleware import (
    AbstractAuthenticationMiddleware,
    AuthenticationResult,
)

from metricgain.api.door import session_cookie
from metricgain.kit.clock import now
from metricgain.kit.errors import NotAllowed, NotSignedIn
from metricgain.store.changes import Change, changing
from metricgain.store.database import Database, Transaction
from metricgain.store.logs import local_date
from metricgain.store.past.rows import Past
from metricgain.store.past.switched import SwitchedPast
from metricgain.store.people import Caller, caller_of_session, caller_of_token

CSRF_HEADER: Final = "X-CSRF-Token"
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Requester:
    """The signed-in user of a request, and the transactions they may open."""

    database: Database
    caller: Caller

    @property
    def user_id(self) -> int:
        return self.caller.user_id

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Open a transaction that only looks."""
        async with self.database.as_user(self.user_id) as tx:
            yield tx

    @asynccontextmanager
    async def past(self) -> AsyncIterator[Past]:
        """Open a transaction that asks about the past."""
        async with self.reading() as tx:
            yield SwitchedPast(tx)

    def today(self) -> date:
        """Return the day that it is for the user."""
        return local_date(now(), self.caller.timezone, field="now")

    def changing(
        self, made_at: datetime | None = None
    ) -> AbstractAsyncContextManager[Change]:
        """Open a change; it commits at the end or leaves everything as it was."""
        return changing(self.database, self.user_id, now=now(), made_at=made_at)


Asker: TypeAlias = NamedDependency[Requester]
"""How a route asks for the signed-in user of its request."""


class Authentication(AbstractAuthenticationMiddleware):
    """Find out who is asking. Nobody is a valid answer; routes ask for an Asker."""

    async def authenticate_request(
        self, connection: ASGIConnection[Any, Any, Any, Any]
    ) -> AuthenticationResult:
        caller = await _caller(connection)
        if caller is not None and connection.scope.get("method") not in _SAFE:
            _check_may_write(connection, caller)
        return AuthenticationResult(user=caller, auth=None)


async def asker(request: Request[Caller | None, None, Any]) -> Requester:
    """Return who is asking. Raises NotSignedIn."""
    if request.user is None:
        raise NotSignedIn(
            "this needs a signed-in user",
            remedy="Sign in, or send Authorization: Bearer <token>.",
        )
    return Requester(database=request.app.state.database, caller=request.user)


def csrf_token(session_token: str) -> str:
    """Return the token that a browser has to send beside its session cookie."""
    return hmac.new(session_token.encode(), b"csrf", hashlib.sha256).hexdigest()


async def _caller(connection: ASGIConnection[Any, Any, Any, Any]) -> Caller | None:
    database: Database = connection.app.state.database
    header = connection.headers.get("authorization", "")
    scheme, _, token = header.partition(" ")
    if scheme.lower() == "bearer" and token:
        async with database.as_system() as system:
            return await caller_of_token(system, token.strip(), now=now())
    cookie = session_cookie(connection)
    if cookie:
        async with database.as_system() as system:
            return await caller_of_session(system, cookie, now=now())
    return None


def _check_may_write(
    connection: ASGIConnection[Any, Any, Any, Any], caller: Caller
) -> None:
    if caller.scope == "read":
        raise NotAllowed("this token may only read", field="Authorization")
    if caller.kind == "session":
        sent = connection.headers.get(CSRF_HEADER.lower(), "")
        expected = csrf_token(session_cookie(connection))
        if not hmac.compare_digest(sent.encode(), expected.encode()):
            raise NotAllowed(
                "a browser session has to send its CSRF token",
                field=CSRF_HEADER,
                remedy="Take it from GET /api/v1/session.",
            )
