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
    AT_THE_DOOR,
    AnyPassword,
    Email,
    Timezone,
    account_shape,
)
from metricgain.api.door import COOKIE, HOST_ONLY, Door, door_of, session_cookie
from metricgain.api.entering import (
    NO_STORE,
    Device,
    SessionShape,
    named_device,
    new_session,
    signed_in,
)
from metricgain.api.routes import create, read, remove
from metricgain.api.second_step import check_code, needs_code
from metricgain.api.session import Asker, csrf_token
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, NotSignedIn
from metricgain.kit.ids import secret
from metricgain.kit.passwords import hash_password, is_outdated
from metricgain.kit.text import checked_email
from metricgain.kit.timezones import checked_timezone
from metricgain.store.accounts import Credentials, load_account
from metricgain.store.attempts import count_attempt, take_back
from metricgain.store.people import hash_of
from metricgain.store.sessions import running_sessions
from metricgain.store.sign_in_links import look_at_link

_NEW_PASSWORD_WITHIN: Final = timedelta(hours=1)
"""How long after a link a lost password may be replaced without it."""

SecondCode = Annotated[str, Meta(min_length=6, max_length=64, examples=["123456"])]
SessionId = Annotated[str, PathParameter(pattern="^[0-9a-f]{64}$")]


class SignInBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """Who signs in. `device` is the name under which the session is listed.

    `code` is that of an authenticator app, or a recovery code, where the account needs
    one: the answer without it is 401 with `code` as its field.
    """

    email: Email
    password: AnyPassword
    code: SecondCode | None = None
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
    code: SecondCode | None = None
    device: Device | None = None


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


@create("/session", **AT_THE_DOOR)
async def post_session(
    data: JSONBody[SignInBody], request: Request[Any, Any, Any]
) -> Response[SessionShape]:
    """Sign in. The answer sets the session cookie and holds the CSRF token."""
    door = door_of(request)
    email = checked_email(data.email)
    device = named_device(data.device, request)
    found = await door.credentials(email, data.password)
    if found is None:
        raise _wrong()
    await _second_step(door, found, data.code)
    password_hash = await _fresh_hash(found, data.password)
    token = secret()
    session = new_session(token, device, door)
    async with door.database.as_system() as system:
        if not await sign_in(
            system, found, session, password_hash=password_hash, now=now()
        ):
            raise _wrong()
        await door.passed(system, email)
        account = await load_account(system, found.user_id)
    return signed_in(request, token, account)


@create("/session/link", **AT_THE_DOOR)
async def post_session_link(
    data: JSONBody[LinkBody], request: Request[Any, Any, Any]
) -> Response[SessionShape]:
    """Sign in with a link that was shown at the machine; each works once.

    The link of a fresh installation makes the first account, without a password. The
    link of `metricgain user link` signs in to that account, and for an hour lets its
    password be replaced without the present one.
    """
    door = door_of(request)
    device = named_device(data.device, request)
    first = FirstAccount(
        timezone=checked_timezone(data.timezone), weight_unit=data.weight_unit
    )
    gate = door.link_gate()
    async with door.database.as_system() as system:
        await count_attempt(system, gate, now=now())
    async with door.database.as_system() as system:
        leads_to = await look_at_link(system, hash_of(data.secret), now=now())
        is_guarded = leads_to is not None and await needs_code(system, leads_to)
        if is_guarded and data.code is None:
            await take_back(system, gate)
    if leads_to is not None and is_guarded:
        # Refused, the link is not used up.
        await check_code(door, leads_to, data.code)
    token = secret()
    session = replace(
        new_session(token, device, door),
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
    return signed_in(request, token, account)


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
            csrf_token=csrf_token(session_cookie(request)) if by_cookie else None,
            account=account_shape(account),
        ),
        headers=NO_STORE,
    )


async def _forget_cookie(response: Response[None]) -> Response[None]:
    """End the cookie by either of its names; browsers pass over the one they lack."""
    for name, secure in ((COOKIE, False), (f"{HOST_ONLY}{COOKIE}", True)):
        response.set_cookie(
            Cookie(key=name, max_age=0, httponly=True, samesite="lax", secure=secure)
        )
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


async def _second_step(door: Door, found: Credentials, code: str | None) -> None:
    """Ask for a code where the account needs one. Raises CodeNeeded, TooMany."""
    async with door.database.as_system() as system:
        if not await needs_code(system, found.user_id):
            return
        if code is None:
            # A right password alone is no failed attempt.
            await door.take_back(system, found.email)
    await check_code(door, found.user_id, code)


def _wrong() -> NotSignedIn:
    return NotSignedIn("the e-mail address or the password is wrong")


async def _fresh_hash(found: Credentials, password: str) -> str:
    """Return the hash to keep: a new one if today's parameters are stricter."""
    if is_outdated(found.password_hash):
        return await hash_password(password)
    return found.password_hash


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
