"""WHOOP over HTTP: the login, the tokens, and pages of records."""

import hashlib
import hmac
from base64 import b64encode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self
from urllib.parse import urlencode

import httpx
import msgspec

from metricgain.config import Settings
from metricgain.integrations.whoop import SCOPES, Garbled, Kind, Page, read_page
from metricgain.kit.errors import Conflict

PAGE: Final = 25
REDIRECT_PATH: Final = "/recovery"
"""The screen of ours that WHOOP sends people back to."""
SKEW: Final = timedelta(minutes=5)
_TIMEOUT: Final = httpx.Timeout(20, connect=10)
_MINUTE: Final = timedelta(minutes=1)
_LEFT_FOR_OTHERS: Final = 3
_LARGEST_ANSWER: Final = 4 * 1024 * 1024
_SERVER_ERROR: Final = 500
_PATHS: Final = {
    Kind.SLEEP: "/v2/activity/sleep",
    Kind.RECOVERY: "/v2/recovery",
    Kind.CYCLE: "/v2/cycle",
}


class WhoopAway(Conflict):
    """WHOOP does not answer, or answers with a fault of its own."""

    def __init__(self) -> None:
        super().__init__("WHOOP does not answer at the moment")


class WhoopBusy(Conflict):
    """WHOOP takes no more questions for a while."""

    def __init__(self, after: timedelta) -> None:
        super().__init__("WHOOP takes no more questions for now")
        self.after = after


class WhoopRefused(Conflict):
    """WHOOP does not take the tokens any more, or refused the login."""

    def __init__(self) -> None:
        super().__init__(
            "WHOOP no longer lets this installation in", remedy="Connect it again."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoopApp:
    """The app that a host registered with WHOOP, and where WHOOP is.

    `redirect` is the address of ours that WHOOP sends people back to.
    """

    client_id: str
    client_secret: str
    login_url: str
    token_url: str
    api_url: str
    redirect: str


def whoop_app(settings: Settings) -> WhoopApp:
    """Return the app that the settings name. Raises Conflict if they name none."""
    if not settings.offers_whoop:
        raise Conflict(
            "WHOOP is not set up on this installation",
            remedy="Whoever runs it registers an app with WHOOP: docs/operate/whoop.md",
        )
    return WhoopApp(
        client_id=settings.whoop_client_id,
        client_secret=settings.whoop_client_secret,
        login_url=settings.whoop_login_url,
        token_url=settings.whoop_token_url,
        api_url=settings.whoop_api_url.rstrip("/"),
        redirect=f"{settings.base_url}{REDIRECT_PATH}",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What lets us in: an access token for a while, and what gets the next one."""

    access: str
    refresh: str
    lasts: timedelta


class _TokenAnswer(msgspec.Struct):
    access_token: str
    refresh_token: str
    expires_in: int


class _Profile(msgspec.Struct):
    user_id: int


class WhoopClient:
    """Speaks to WHOOP for one app. Close it with `async with`.

    `wait` says how long to leave WHOOP alone, when its answers say that little is left
    of what may be asked. Each question raises WhoopAway, WhoopBusy or WhoopRefused.
    """

    def __init__(self, app: WhoopApp) -> None:
        self._app = app
        self._http = httpx.AsyncClient(timeout=_TIMEOUT, follow_redirects=False)
        self.wait: timedelta | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    def login(self, *, state: str, verifier: str) -> str:
        """Return where to send somebody who wants to connect (RFC 6749, RFC 7636)."""
        asked = {
            "response_type": "code",
            "client_id": self._app.client_id,
            "redirect_uri": self._app.redirect,
            "scope": SCOPES,
            "state": state,
            "code_challenge": _challenge(verifier),
            "code_challenge_method": "S256",
        }
        return f"{self._app.login_url}?{urlencode(asked)}"

    async def exchange(self, code: str, *, verifier: str) -> Tokens:
        """Trade the code of a login for tokens."""
        return await self._tokens(
            grant_type="authorization_code",
            code=code,
            redirect_uri=self._app.redirect,
            code_verifier=verifier,
        )

    async def refresh(self, tokens: Tokens) -> Tokens:
        """Trade tokens for new ones; the old ones are worth nothing from then on."""
        return await self._tokens(
            grant_type="refresh_token", refresh_token=tokens.refresh, scope="offline"
        )

    async def member(self, access: str) -> int:
        """Return WHOOP's number of the person."""
        body = await self._get("/v2/user/profile/basic", access)
        try:
            return msgspec.json.decode(body or b"", type=_Profile).user_id
        except msgspec.MsgspecError as error:
            raise WhoopAway from error

    async def revoke(self, access: str) -> None:
        """Take back what WHOOP lets us see; it then sends nothing any more."""
        await self._ask("DELETE", "/v2/user/access", access)

    async def page(
        self,
        kind: Kind,
        access: str,
        *,
        start: datetime,
        end: datetime,
        next_token: str | None = None,
    ) -> Page:
        """Return a page of what began between two moments, newest first."""
        asked = {
            "limit": str(PAGE),
            "start": _stamp(start),
            "end": _stamp(end),
        }
        if next_token:
            asked["nextToken"] = next_token
        body = await self._get(f"{_PATHS[kind]}?{urlencode(asked)}", access)
        try:
            return read_page(body or b"{}")
        except Garbled as error:
            raise WhoopAway from error

    async def sleep(self, access: str, sleep_id: str) -> bytes | None:
        """Return one sleep, None if it is gone."""
        return await self._get(f"{_PATHS[Kind.SLEEP]}/{sleep_id}", access)

    async def recovery(self, access: str, cycle_id: int) -> bytes | None:
        """Return the recovery of a cycle, None if there is none."""
        return await self._get(f"/v2/cycle/{cycle_id}/recovery", access)

    async def _tokens(self, **form: str) -> Tokens:
        form |= {
            "client_id": self._app.client_id,
            "client_secret": self._app.client_secret,
        }
        try:
            answer = await self._http.post(self._app.token_url, data=form)
        except httpx.HTTPError as error:
            raise WhoopAway from error
        self._check_busy(answer)
        if answer.is_client_error:
            raise WhoopRefused
        try:
            said = msgspec.json.decode(answer.content, type=_TokenAnswer)
        except msgspec.MsgspecError as error:
            raise WhoopAway from error
        return Tokens(
            access=said.access_token,
            refresh=said.refresh_token,
            lasts=timedelta(seconds=max(0, said.expires_in)),
        )

    async def _get(self, path: str, access: str) -> bytes | None:
        return await self._ask("GET", path, access)

    async def _ask(self, method: str, path: str, access: str) -> bytes | None:
        try:
            answer = await self._http.request(
                method,
                f"{self._app.api_url}{path}",
                headers={"Authorization": f"Bearer {access}"},
            )
        except httpx.HTTPError as error:
            raise WhoopAway from error
        self._check_busy(answer)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            raise WhoopRefused
        if answer.status_code == httpx.codes.NOT_FOUND:
            return None
        if not answer.is_success or len(answer.content) > _LARGEST_ANSWER:
            raise WhoopAway
        return answer.content

    def _check_busy(self, answer: httpx.Response) -> None:
        left = _number(answer, "X-RateLimit-Remaining")
        reset = _number(answer, "X-RateLimit-Reset")
        pause = _MINUTE if reset is None else timedelta(seconds=max(1, reset))
        if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise WhoopBusy(pause)
        if answer.status_code >= _SERVER_ERROR:
            raise WhoopAway
        is_scarce = left is not None and left <= _LEFT_FOR_OTHERS
        self.wait = pause if is_scarce else None


def is_from_whoop(
    body: bytes, *, signature: str, stamp: str, secret: str, now: datetime
) -> bool:
    """Tell whether WHOOP signed a message within the last five minutes.

    The signature is base64(HMAC-SHA256(stamp + body)) with the app's secret; the stamp
    is the time in milliseconds.
    """
    made = hmac.new(secret.encode(), stamp.encode() + body, hashlib.sha256).digest()
    is_theirs = hmac.compare_digest(b64encode(made), signature.encode())
    if not is_theirs or not stamp.isascii() or not stamp.isdigit():
        return False
    return abs(now.timestamp() - int(stamp) / 1000) <= SKEW.total_seconds()


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _number(answer: httpx.Response, header: str) -> int | None:
    # `100, 100;window=60, 10000;window=86400` begins with the limit that is nearest.
    text = answer.headers.get(header, "").partition(",")[0].partition(";")[0].strip()
    return int(text) if text.isascii() and text.isdigit() else None
