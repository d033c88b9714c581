"""What every way of signing in ends with: a session, its cookie and its answer."""

from datetime import timedelta
from typing import Annotated, Any, Final, Literal

import msgspec
from litestar import Request, Response
from msgspec import Meta

from metricgain.api.accounts import AccountShape, account_shape
from metricgain.api.door import COOKIE, Door, device_of, door_cookie, door_of
from metricgain.api.session import csrf_token
from metricgain.kit.clock import now
from metricgain.kit.text import one_line
from metricgain.store.accounts import Account
from metricgain.store.audit import Visitor
from metricgain.store.people import hash_of
from metricgain.store.sessions import NewSession

NO_STORE: Final = {"Cache-Control": "no-store"}
Device = Annotated[str, Meta(min_length=1, max_length=255, examples=["Phone"])]


class SessionShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Who is asking, and what a browser sends along with what it changes.

    `csrf_token` goes into the header X-CSRF-Token; API tokens have and need none.
    """

    kind: Literal["session", "token"]
    scope: Literal["full", "read"]
    csrf_token: str | None
    account: AccountShape


def new_session(token: str, device: str | None, door: Door) -> NewSession:
    """Return a session to start for whoever stands at the door."""
    lasting = timedelta(days=door.settings.session_days)
    return NewSession(
        token_hash=hash_of(token),
        expires_at=now() + lasting,
        visitor=Visitor(device=device, network=door.network),
        replaces=hash_of(door.session) if door.session else None,
    )


def signed_in(
    request: Request[Any, Any, Any], token: str, account: Account
) -> Response[SessionShape]:
    """Answer somebody who is signed in now, with the cookie of the session."""
    lasting = timedelta(days=door_of(request).settings.session_days)
    return Response(
        SessionShape(
            kind="session",
            scope="full",
            csrf_token=csrf_token(token),
            account=account_shape(account),
        ),
        status_code=201,
        headers=NO_STORE,
        cookies=[
            door_cookie(request, COOKIE, token, max_age=int(lasting.total_seconds()))
        ],
    )


def named_device(given: str | None, request: Request[Any, Any, Any]) -> str | None:
    """Return what the device is called, by itself or by its browser."""
    if given is not None:
        return one_line(given, field="device")
    return device_of(request)
