"""Sessions: sign in, see where one is signed in, log out here or everywhere."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Any, Final, Literal

import msgspec
from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.params import FromPath, JSONBody, PathParameter
from msgspec import Meta

from metricgain.actions.end_session import end_session
from metricgain.actions.log_out_everywhere import log_out_everywhere
from metricgain.actions.sign_in import sign_in
from metricgain.actions.sign_in_by_link import FirstAccount, sign_in_by_link
from metricgain.api.accounts import (
    GUARDED,
    AccountShape,
    AnyPassword,
    Email,
    Timezone,
    account_shape,
)
from metricgain.api.door import (
    Door,
    device_of,
    door_of,
    is_over_tls,
    refuse_other_sites,
)
from metricgain.api.routes import create, read, remove
from metricgain.api.session import COOKIE, Asker, csrf_token
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, NotSignedIn
from metricgain.kit.ids import secret
from metricgain.kit.passwords import hash_password, is_outdated
from metricgain.kit.text import checked_email, one_line
from metricgain.kit.timezones import checked_timezone
from metricgain.store.accounts import Account, Credentials, load_account
from metricgain.store.attempts import count_attempt, take_back
from metricgain.store.audit import Visitor
from metricgain.store.people import hash_of
from metricgain.store.sessions import NewSession, running_sessions

_NO_STORE = {"Cache-Control": "no-store"}
_NEW_PASSWORD_WITHIN: Final = timedelta(hours=1)
"""How long after a link a lost password may be replaced without it."""

Device = Annotated[str, Meta(min_length=1, max_length=255, examples=["Phone"])]
SessionId = Annotated[str, PathParameter(pattern="^[0-9a-f]{64}$")]


class SignInBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Who signs in. `device` is the name under which the session is listed."""

    email: Email
    password: AnyPassword
    device: Device | None = None


class LinkBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The secret of a link. Zone and unit are what a first account starts with."""

    secret: Annotated[
        str, Meta(pattern="^[A-Za-z0-9_-]{1,100}$", examples=["Zm9ydHktdHdv"])
    ]
    timezone: Timezone = "UTC"
    weight_unit: Literal["kg", "lb"] = "kg"
    device: Device | None = None


class SessionShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Who is asking, and what a browser sends along with what it changes.

    `csrf_token` goes into the header X-CSRF-Token; API tokens have and need none.
    """

    kind: Literal["session", "token"]
    scope: Literal["full", "read"]
    csrf_token: str | None
    account: AccountShape


class SessionLine(msgspec.Struct, kw_only=True, rename="camel"):
    """A browser that is signed in; `is_current` if it is the one that asks."""

    id: str
    device: str | None
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    is_current: bool


class SessionList(msgspec.Struct, kw_only=True, rename="camel"):
    """Where one is signed in, last seen first; at most 50."""

    sessions: list[SessionLine]


@create(
    "/session",
    security=[{}],
    guards=[refuse_other_sites],
    responses=GUARDED,
    tags=["accounts"],
)
async def post_session(
    data: JSONBody[SignInBody], request: Request[Any, Any, Any]
) -> Response[SessionShape]:
    """Sign in. The answer sets the session cookie and holds the CSRF token."""
    door = door_of(request)
    email = checked_email(data.email)
    device = _device(data.device, request)
    found = await door.credentials(email, data.password)
    if found is None:
        raise _wrong()
    password_hash = await _fresh_hash(found, data.password)
    token = secret()
    session = _new_session(token, device, door)
    async with door.database.as_system() as system:
        if not await sign_in(
            system, found, session, password_hash=password_hash, now=now()
        ):
            raise _wrong()
        await door.passed(system, email)
        account = await load_account(system, found.user_id)
    return _signed_in(request, token, account)


@create(
    "/session/link",
    security=[{}],
    guards=[refuse_other_sites],
    responses=GUARDED,
    tags=["accounts"],
)
async def post_session_link(
    data: JSONBody[LinkBody], request: Request[Any, Any, Any]
) -> Response[SessionShape]:
    """Sign in with a link that was shown at the machine; each works once.

    The link of a fresh installation makes the first account, without a password. The
    link of `metricgain user link` signs in to that account, and for an hour lets its
    password be replaced without the present one.
    """
    door = door_of(request)
    device = _device(data.device, request)
    first = FirstAccount(
        timezone=checked_timezone(data.timezone), weight_unit=data.weight_unit
    )
    gate = door.link_gate()
    async with door.database.as_system() as system:
        await count_attempt(system, gate, now=now())
    token = secret()
    session = replace(
        _new_session(token, device, door),
        may_set_password_until=now() + _NEW_PASSWORD_WITHIN,
    )
    async with door.database.as_system() as system:
        user_id = await sign_in_by_link(
            system,
            secret_hash=hash_of(data.secret),
            session=session,
            first=first,
            now=now(),
        )
        await take_back(system, gate)
        account = await load_account(system, user_id)
    return _signed_in(request, token, account)


@read("/session", tags=["accounts"])
async def get_session(
    asker: Asker, request: Request[Any, Any, Any]
) -> Response[SessionShape]:
    """Return who is asking, and the CSRF token of a browser."""
    async with asker.reading() as tx:
        account = await load_account(tx, asker.user_id)
    by_cookie = asker.caller.kind == "session"
    return Response(
        SessionShape(
            kind=asker.caller.kind,
            scope=asker.caller.scope,
            csrf_token=csrf_token(request.cookies[COOKIE]) if by_cookie else None,
            account=account_shape(account),
        ),
        headers=_NO_STORE,
    )


async def _forget_cookie(response: Response[None]) -> Response[None]:
    response.delete_cookie(COOKIE)
    return response


@remove("/session", tags=["accounts"], after_request=_forget_cookie)
async def delete_session(asker: Asker) -> None:
    """Log out here."""
    if asker.caller.kind != "session":
        raise Conflict(
            "an API token has no session to end",
            remedy="Revoke the token with DELETE /api/v1/tokens/{token_id}.",
        )
    async with asker.changing() as change:
        await end_session(
            change, session=asker.caller.token_hash, own=asker.caller.token_hash
        )


@read("/sessions", tags=["accounts"])
async def get_sessions(asker: Asker) -> SessionList:
    """List where one is signed in."""
    async with asker.reading() as tx:
        found = await running_sessions(tx, now=now())
    return SessionList(
        sessions=[
            SessionLine(
                id=session.token_hash.hex(),
                device=session.device,
                created_at=session.created_at,
                last_seen_at=session.last_seen_at,
                expires_at=session.expires_at,
                is_current=session.token_hash == asker.caller.token_hash,
            )
            for session in found
        ]
    )


@remove("/sessions/{session_id:str}", tags=["accounts"])
async def delete_other_session(session_id: FromPath[SessionId], asker: Asker) -> None:
    """End one session, such as that of a phone that was lost."""
    async with asker.changing() as change:
        await end_session(
            change,
            session=bytes.fromhex(session_id),
            own=asker.caller.token_hash,
        )


@remove("/sessions/others", tags=["accounts"])
async def delete_other_sessions(asker: Asker) -> None:
    """Log out everywhere but here. API tokens stay; revoke those one by one."""
    async with asker.changing() as change:
        await log_out_everywhere(change, but=asker.caller.token_hash)


@remove("/sessions", tags=["accounts"], after_request=_forget_cookie)
async def delete_sessions(asker: Asker) -> None:
    """Log out everywhere, here included. API tokens stay; revoke those one by one."""
    async with asker.changing() as change:
        await log_out_everywhere(change)


def _new_session(token: str, device: str | None, door: Door) -> NewSession:
    lasting = timedelta(days=door.settings.session_days)
    return NewSession(
        token_hash=hash_of(token),
        expires_at=now() + lasting,
        visitor=Visitor(device=device, network=door.network),
    )


def _signed_in(
    request: Request[Any, Any, Any], token: str, account: Account
) -> Response[SessionShape]:
    lasting = timedelta(days=door_of(request).settings.session_days)
    return Response(
        SessionShape(
            kind="session",
            scope="full",
            csrf_token=csrf_token(token),
            account=account_shape(account),
        ),
        status_code=201,
        headers=_NO_STORE,
        cookies=[_cookie(request, token, max_age=int(lasting.total_seconds()))],
    )


def _wrong() -> NotSignedIn:
    return NotSignedIn("the e-mail address or the password is wrong")


async def _fresh_hash(found: Credentials, password: str) -> str:
    """Return the hash to keep: a new one if today's parameters are stricter."""
    if is_outdated(found.password_hash):
        return await hash_password(password)
    return found.password_hash


def _device(given: str | None, request: Request[Any, Any, Any]) -> str | None:
    if given is not None:
        return one_line(given, field="device")
    return device_of(request)


def _cookie(request: Request[Any, Any, Any], value: str, *, max_age: int) -> Cookie:
    return Cookie(
        key=COOKIE,
        value=value,
        max_age=max_age,
        path="/",
        httponly=True,
        samesite="lax",
        secure=is_over_tls(request),
    )


ROUTES = [
    post_session,
    post_session_link,
    get_session,
    delete_session,
    get_sessions,
    delete_other_session,
    delete_other_sessions,
    delete_sessions,
]
