"""Signing in by the identity provider of this installation, and linking to it."""

import hmac
from datetime import datetime
from typing import Annotated, Any, Final, Literal

import msgspec
from litestar import Request, Response
from litestar.params import JSONBody
from msgspec import Meta

from metricgain.actions.link_provider import link_provider
from metricgain.actions.sign_in_by_provider import Rules, sign_in_by_provider
from metricgain.actions.unlink_provider import unlink_provider
from metricgain.api.accounts import AT_THE_DOOR, GUARDED, Timezone
from metricgain.api.door import cookie_name, door_cookie, door_of
from metricgain.api.entering import (
    NO_STORE,
    Device,
    SessionShape,
    named_device,
    new_session,
    signed_in,
)
from metricgain.api.owner import check_browser, check_fresh
from metricgain.api.routes import act, create, read, replace
from metricgain.api.second_factor import ProofBody
from metricgain.api.session import Asker
from metricgain.config import Settings
from metricgain.integrations.oidc import (
    Identity,
    OidcClient,
    Secrets,
    provider_of,
    secrets_of,
)
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid
from metricgain.kit.ids import secret
from metricgain.kit.timezones import checked_timezone
from metricgain.store.accounts import load_account
from metricgain.store.attempts import count_attempt, take_back
from metricgain.store.identities import find_identity, load_identity

COOKIE: Final = "metricgain_provider"
"""Keeps the seed of an attempt for ten minutes, in the browser that began it."""
_SECONDS: Final = 600
_ENTER: Final = "enter"
_Returned = Annotated[str, Meta(min_length=1, max_length=4000)]


class ProviderLogin(msgspec.Struct, kw_only=True, rename="camel"):
    """Where to go to sign in at the provider. It leads back to `/sign-in`."""

    address: str


class ReturnBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What the provider gave the browser on its way back."""

    code: _Returned
    state: _Returned


class EnterBody(ReturnBody, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """The same, and what a new account starts with."""

    timezone: Timezone = "UTC"
    weight_unit: Literal["kg", "lb"] = "kg"
    device: Device | None = None


class ProviderShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The provider of this installation, null if it has none, and one's link to it."""

    name: str | None
    is_linked: bool
    email: str | None
    linked_at: datetime | None


@act("/session/provider/login", **AT_THE_DOOR)
async def begin_provider_session(
    request: Request[Any, Any, Any],
) -> Response[ProviderLogin]:
    """Return where to sign in at the provider. It is good for ten minutes."""
    door = door_of(request)
    async with door.database.as_system() as system:
        await count_attempt(system, door.provider_gate(), now=now())
    return await _begin(request, purpose=_ENTER)


@create("/session/provider", **AT_THE_DOOR)
async def post_provider_session(
    data: JSONBody[EnterBody], request: Request[Any, Any, Any]
) -> Response[SessionShape]:
    """Sign in with what the provider gave; somebody new may get an account.

    No code is asked for: second factors are the provider's.
    """
    door = door_of(request)
    settings = door.settings
    rules = Rules(
        makes_accounts=settings.oidc_registration == "open",
        links_by_email=settings.oidc_link_by_email == "verified",
        timezone=checked_timezone(data.timezone),
        weight_unit=data.weight_unit,
    )
    device = named_device(data.device, request)
    identity = await _identity(request, data, purpose=_ENTER)
    token = secret()
    async with door.database.as_system() as system:
        user_id = await sign_in_by_provider(
            system,
            identity,
            new_session(token, device, door),
            rules=rules,
            now=now(),
        )
        await take_back(system, door.provider_gate())
        account = await load_account(system, user_id)
    return signed_in(request, token, account)


@read("/account/provider", tags=["accounts"])
async def get_provider(asker: Asker, request: Request[Any, Any, Any]) -> ProviderShape:
    """Say whether one's account is linked to the identity provider."""
    settings = door_of(request).settings
    async with asker.reading() as tx:
        held = await load_identity(tx, issuer=settings.oidc_issuer)
    return ProviderShape(
        name=provider_name(settings),
        is_linked=held is not None,
        email=held.email if held else None,
        linked_at=held.linked_at if held else None,
    )


@act("/account/provider/login", responses=GUARDED, tags=["accounts"])
async def begin_provider_link(
    data: JSONBody[ProofBody], asker: Asker, request: Request[Any, Any, Any]
) -> Response[ProviderLogin]:
    """Return where to sign in at the provider, to link one's account to it."""
    await check_fresh(door_of(request), asker, data.password)
    return await _begin(request, purpose=_link(asker.user_id))


@replace("/account/provider", responses=GUARDED, status_code=204, tags=["accounts"])
async def put_provider(
    data: JSONBody[ReturnBody], asker: Asker, request: Request[Any, Any, Any]
) -> None:
    """Link one's account to whom the provider vouches for."""
    check_browser(asker)
    identity = await _identity(request, data, purpose=_link(asker.user_id))
    async with asker.database.as_system() as system:
        belongs_to = await find_identity(
            system, issuer=identity.issuer, subject=identity.subject
        )
    async with asker.changing() as change:
        await link_provider(change, identity, belongs_to=belongs_to)


@act("/account/provider/remove", responses=GUARDED, status_code=204, tags=["accounts"])
async def remove_provider(
    data: JSONBody[ProofBody], asker: Asker, request: Request[Any, Any, Any]
) -> None:
    """Link one's account to the provider no longer."""
    door = door_of(request)
    await check_fresh(door, asker, data.password)
    async with asker.changing() as change:
        await unlink_provider(change, issuer=door.settings.oidc_issuer)


def provider_name(settings: Settings) -> str | None:
    """Return what the provider is called, None without one."""
    return settings.oidc_name if settings.offers_provider else None


async def _begin(
    request: Request[Any, Any, Any], *, purpose: str
) -> Response[ProviderLogin]:
    seed = secret()
    async with OidcClient(provider_of(door_of(request).settings)) as client:
        address = await client.login(secrets_of(seed, purpose=purpose))
    cookie = door_cookie(request, COOKIE, seed, max_age=_SECONDS)
    return Response(ProviderLogin(address=address), headers=NO_STORE, cookies=[cookie])


async def _identity(
    request: Request[Any, Any, Any], data: ReturnBody, *, purpose: str
) -> Identity:
    """Return whom the provider vouches for. Raises Invalid for an attempt of others."""
    provider = provider_of(door_of(request).settings)
    secrets = _secrets(request, data, purpose=purpose)
    async with OidcClient(provider) as client:
        return await client.identity(data.code, secrets, now=now())


def _secrets(
    request: Request[Any, Any, Any], data: ReturnBody, *, purpose: str
) -> Secrets:
    seed = request.cookies.get(cookie_name(COOKIE, request), "")
    secrets = secrets_of(seed, purpose=purpose)
    if not seed or not hmac.compare_digest(secrets.state, data.state):
        raise Invalid(
            "this login was not begun in this browser, or too long ago",
            field="state",
            remedy="Begin again.",
        )
    return secrets


def _link(user_id: int) -> str:
    return f"link {user_id}"


ROUTES = [
    begin_provider_session,
    post_provider_session,
    get_provider,
    begin_provider_link,
    put_provider,
    remove_provider,
]
