"""Signing in by an identity provider: OpenID Connect Core 1.0, by code with PKCE."""

import hashlib
import hmac
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Final, Self, TypeVar
from urllib.parse import urlencode, urlsplit

import httpx
import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from metricgain.config import Settings
from metricgain.kit.errors import Conflict, NotSignedIn

RETURN_PATH: Final = "/sign-in"
"""The screen of ours that a provider sends people back to."""
SKEW: Final = timedelta(minutes=1)
"""How far the clocks of a provider and of ours may be apart."""
_ALGORITHMS: Final = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512",
    "ES256", "ES384", "ES512", "EdDSA",
)  # fmt: skip
"""Signatures by a key that only the provider has: no shared secret, never `none`."""
_TIMEOUT: Final = httpx.Timeout(10, connect=5)
_LARGEST: Final = 1024 * 1024
_T = TypeVar("_T")


class ProviderAway(Conflict):
    """The provider does not answer, or with what is no answer."""

    def __init__(self) -> None:
        super().__init__(
            "the identity provider does not answer",
            remedy="Try again in a moment, or sign in another way.",
        )


class ProviderRefused(NotSignedIn):
    """The provider does not vouch for anybody, or what it says cannot be believed."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the identity provider did not sign anybody in: {why}",
            remedy="Begin again.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """The provider that the settings name, and who we are to it."""

    issuer: str
    client_id: str
    client_secret: str
    returns_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What belongs to one attempt to sign in, all made of one seed.

    The browser keeps the seed in a cookie, so that nobody else can end the attempt.
    """

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom a provider vouches for. `email` is None unless it says one."""

    issuer: str
    subject: str
    email: str | None
    is_verified: bool
    name: str | None


class _Discovery(msgspec.Struct):
    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


class _Tokens(msgspec.Struct):
    id_token: str


class _Claims(msgspec.Struct):
    iss: str
    sub: str
    aud: str | list[str]
    exp: float
    iat: float
    nonce: str
    azp: str | None = None
    nbf: float | None = None
    email: str | None = None
    email_verified: bool | str = False
    name: str | None = None


def provider_of(settings: Settings) -> Provider:
    """Return the provider of the settings. Raises Conflict if they name none."""
    if not settings.offers_provider:
        raise Conflict("this installation has no identity provider")
    return Provider(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        returns_to=f"{settings.base_url}{RETURN_PATH}",
    )


def secrets_of(seed: str, *, purpose: str) -> Secrets:
    """Return what belongs to an attempt; what is made for one purpose fits no other."""

    def made(what: str) -> str:
        digest = hmac.new(seed.encode(), f"{what}:{purpose}".encode(), hashlib.sha256)
        return urlsafe_b64encode(digest.digest()).rstrip(b"=").decode()

    return Secrets(state=made("state"), nonce=made("nonce"), verifier=made("verifier"))


class OidcClient:
    """Speaks to the provider. Close it with `async with`.

    Nothing is kept from one attempt to the next, so that keys that the provider has
    changed are known at once. Each question raises ProviderAway or ProviderRefused.
    """

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._http = httpx.AsyncClient(timeout=_TIMEOUT, follow_redirects=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._http.aclose()

    async def login(self, secrets: Secrets) -> str:
        """Return where to send somebody who wants to sign in."""
        found = await self._discover()
        digest = hashlib.sha256(secrets.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._provider.client_id,
            "redirect_uri": self._provider.returns_to,
            "scope": "openid email profile",
            "state": secrets.state,
            "nonce": secrets.nonce,
            "code_challenge": urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        joint = "&" if urlsplit(found.authorization_endpoint).query else "?"
        return f"{found.authorization_endpoint}{joint}{urlencode(asked)}"

    async def identity(self, code: str, secrets: Secrets, *, now: datetime) -> Identity:
        """Trade the code of a login for whom the provider vouches for."""
        found = await self._discover()
        token = await self._id_token(found, code, secrets)
        keys = await self._keys(found)
        try:
            said = jwt.decode(token, keys, algorithms=_ALGORITHMS).claims
            claims = msgspec.convert(said, _Claims)
        except (JoseError, ValueError) as error:
            # A ValidationError of msgspec is a ValueError, too.
            raise ProviderRefused("its signature or its form is wrong") from error
        self._check(claims, secrets, now=now)
        return Identity(
            issuer=claims.iss,
            subject=claims.sub,
            email=claims.email,
            # Some providers write it as a text.
            is_verified=claims.email_verified in (True, "true"),
            name=claims.name,
        )

    def _check(self, claims: _Claims, secrets: Secrets, *, now: datetime) -> None:
        """Check what OpenID Connect Core 3.1.3.7 asks. Raises ProviderRefused."""
        moment, skew = now.timestamp(), SKEW.total_seconds()
        audience = [claims.aud] if isinstance(claims.aud, str) else claims.aud
        us = self._provider.client_id
        is_for_others_too = len(audience) > 1
        rules = (
            (claims.iss == self._provider.issuer, "it is of another issuer"),
            (us in audience, "it is for somebody else"),
            (claims.azp == us or not (is_for_others_too or claims.azp), "not for us"),
            (claims.exp + skew > moment, "it has expired"),
            (claims.iat - skew < moment, "it is of the future"),
            ((claims.nbf or 0) - skew < moment, "it is not valid yet"),
            (hmac.compare_digest(claims.nonce, secrets.nonce), "it answers another"),
            (0 < len(claims.sub) <= 255, "it names nobody"),  # noqa: PLR2004 - by the standard
        )
        for holds, why in rules:
            if not holds:
                raise ProviderRefused(why)

    async def _discover(self) -> _Discovery:
        base = self._provider.issuer.rstrip("/")
        found = _read(
            await self._get(f"{base}/.well-known/openid-configuration"), _Discovery
        )
        if found.issuer != self._provider.issuer:
            raise ProviderRefused("it says that it is another issuer")
        return found

    async def _keys(self, found: _Discovery) -> KeySet:
        body = await self._get(found.jwks_uri)
        try:
            return KeySet.import_key_set(json.loads(body))
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise ProviderAway from error

    async def _id_token(self, found: _Discovery, code: str, secrets: Secrets) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._provider.returns_to,
            "code_verifier": secrets.verifier,
            "client_id": self._provider.client_id,
        }
        if self._provider.client_secret:
            form["client_secret"] = self._provider.client_secret
        try:
            answer = await self._http.post(found.token_endpoint, data=form)
        except httpx.HTTPError as error:
            raise ProviderAway from error
        if answer.is_client_error:
            raise ProviderRefused("it does not take this login, or took it before")
        return _read(_body(answer), _Tokens).id_token

    async def _get(self, address: str) -> bytes:
        try:
            return _body(await self._http.get(address))
        except httpx.HTTPError as error:
            raise ProviderAway from error


def _body(answer: httpx.Response) -> bytes:
    if not answer.is_success or len(answer.content) > _LARGEST:
        raise ProviderAway
    return answer.content


def _read(body: bytes, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise ProviderAway from error
