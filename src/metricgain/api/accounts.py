"""Accounts: make one, look at one's own, change it or its password, delete it."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

import msgspec
from litestar import Request
from litestar.params import JSONBody
from msgspec import Meta

from metricgain.actions.change_password import change_password
from metricgain.actions.delete_account import delete_account
from metricgain.actions.register import register
from metricgain.actions.save_account import save_account
from metricgain.api.door import door_of, refuse_other_sites
from metricgain.api.errors import documented
from metricgain.api.owner import check_leaving, check_owner
from metricgain.api.routes import act, create, read, replace
from metricgain.api.session import Asker
from metricgain.kit.clock import now
from metricgain.kit.errors import NotAllowed
from metricgain.kit.passwords import hash_new_password
from metricgain.kit.text import checked_email, one_line
from metricgain.kit.timezones import checked_timezone
from metricgain.store.accounts import Account, NewAccount, load_account
from metricgain.store.attempts import count_attempt, take_back

GUARDED = documented(400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503)
"""The refusals of what checks a password."""
AT_THE_DOOR: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "security": [{}],
        "guards": [refuse_other_sites],
        "responses": GUARDED,
        "tags": ["accounts"],
    }
)
"""How a route is declared that lets somebody in who is not signed in yet."""

Email = Annotated[str, Meta(min_length=3, max_length=255, examples=["sam@example.org"])]
NewPassword = Annotated[
    str, Meta(min_length=10, max_length=1024, examples=["three plates a side"])
]
AnyPassword = Annotated[
    str, Meta(min_length=1, max_length=1024, examples=["three plates a side"])
]
FullName = Annotated[str, Meta(min_length=1, max_length=255, examples=["Sam Doe"])]
Timezone = Annotated[str, Meta(min_length=1, max_length=50, examples=["Europe/Berlin"])]


class _Body(msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True):
    pass


class RegistrationBody(_Body):
    """What a new account starts with. Names and time zone may follow later."""

    email: Email
    password: NewPassword
    full_name: FullName | None = None
    timezone: Timezone = "UTC"
    weight_unit: Literal["kg", "lb"] = "kg"
    invitation: Annotated[str, Meta(max_length=255)] = ""


class PasswordBody(_Body):
    """The new password, and the present one if there is one."""

    new_password: NewPassword
    current_password: AnyPassword | None = None


class AccountBody(_Body):
    """The name to sign in with and the person's. A new address needs the password."""

    email: Email
    full_name: FullName | None
    current_password: AnyPassword | None = None


class DeletionBody(_Body):
    """The password; for an account without one, its e-mail address instead."""

    password: AnyPassword | None = None
    confirmation: Email | None = None


class AccountShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One's own account."""

    id: int
    email: str
    full_name: str | None
    timezone: str
    created_at: datetime
    last_login: datetime | None
    is_admin: bool
    has_password: bool


@create("/accounts", **AT_THE_DOOR)
async def post_account(
    data: JSONBody[RegistrationBody], request: Request[Any, Any, Any]
) -> AccountShape:
    """Make an account. Sign in with POST /session afterwards."""
    door = door_of(request)
    mode = door.settings.registration
    if mode == "closed":
        raise NotAllowed(
            "this installation does not take new accounts",
            remedy="Ask whoever runs it to make one: metricgain user create.",
        )
    gate = door.registration_gate()
    async with door.database.as_system() as system:
        await count_attempt(system, gate, now=now())
    new = await _new_account(data)
    async with door.database.as_system() as system:
        user_id = await register(
            system,
            new,
            now=now(),
            needs_invitation=mode == "invitation",
            invitation=data.invitation,
        )
        await take_back(system, gate)
        return account_shape(await load_account(system, user_id))


@read("/account", tags=["accounts"])
async def get_account(asker: Asker) -> AccountShape:
    """Return one's own account."""
    async with asker.reading() as tx:
        return account_shape(await load_account(tx, asker.user_id))


@replace("/account", responses=GUARDED, tags=["accounts"])
async def put_account(
    data: JSONBody[AccountBody], asker: Asker, request: Request[Any, Any, Any]
) -> AccountShape:
    """Change the address to sign in with and the name."""
    email = checked_email(data.email)
    name = data.full_name
    full_name = None if name is None else one_line(name, field="fullName")
    door = door_of(request)
    async with asker.reading() as tx:
        before = await load_account(tx, asker.user_id)
    gate = door.registration_gate()
    if email != before.email:
        await check_owner(door, asker, data.current_password, field="currentPassword")
        # Whether an address is taken is told as slowly as to those who register.
        async with door.database.as_system() as system:
            await count_attempt(system, gate, now=now())
    async with asker.changing() as change:
        await save_account(change, email=email, full_name=full_name)
        after = await load_account(change.tx, asker.user_id)
    if email != before.email:
        async with door.database.as_system() as system:
            await take_back(system, gate)
    return account_shape(after)


@replace("/account/password", responses=GUARDED, status_code=204, tags=["accounts"])
async def put_password(
    data: JSONBody[PasswordBody], asker: Asker, request: Request[Any, Any, Any]
) -> None:
    """Change the password and end every other session. API tokens stay.

    An account without a password sets its first one without `currentPassword`, and so
    does, for an hour, a session that began with a link.
    """
    door = door_of(request)
    account = await check_owner(
        door, asker, data.current_password, field="currentPassword"
    )
    hashed = await hash_new_password(
        data.new_password,
        about=(account.email, account.full_name),
        field="newPassword",
    )
    caller = asker.caller
    async with asker.changing() as change:
        await change_password(
            change,
            password_hash=hashed,
            session=caller.token_hash if caller.kind == "session" else None,
        )


@act("/account/delete", responses=GUARDED, status_code=204, tags=["accounts"])
async def post_account_deletion(
    data: JSONBody[DeletionBody], asker: Asker, request: Request[Any, Any, Any]
) -> None:
    """Delete the account and everything in it, at once and for good.

    An account without a password is deleted with its e-mail address as
    `confirmation`, from a signed-in browser.
    """
    await check_leaving(
        door_of(request), asker, password=data.password, confirmation=data.confirmation
    )
    async with asker.changing() as change:
        await delete_account(change)


def account_shape(account: Account) -> AccountShape:
    """Return an account as it is answered."""
    return AccountShape(
        id=account.user_id,
        email=account.email,
        full_name=account.full_name,
        timezone=account.timezone,
        created_at=account.created_at,
        last_login=account.last_login,
        is_admin=account.is_admin,
        has_password=account.has_password,
    )


async def _new_account(data: RegistrationBody) -> NewAccount:
    """Check all fields, then hash, whether or not the address is taken."""
    name = data.full_name
    email = checked_email(data.email)
    full_name = None if name is None else one_line(name, field="fullName")
    return NewAccount(
        email=email,
        full_name=full_name,
        timezone=checked_timezone(data.timezone),
        weight_unit=data.weight_unit,
        password_hash=await hash_new_password(data.password, about=(email, full_name)),
    )


ROUTES = [
    post_account,
    get_account,
    put_account,
    put_password,
    post_account_deletion,
]
