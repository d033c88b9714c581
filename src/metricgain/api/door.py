"""Before anybody is let in: from where a request comes, and how often it may try."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Any, Final

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.handlers import BaseRouteHandler

from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.errors import NotAllowed
from metricgain.kit.passwords import is_password
from metricgain.store.accounts import Credentials, find_credentials
from metricgain.store.attempts import (
    Gate,
    account_gate,
    address_gate,
    count_attempt,
    forget_attempts,
    take_back,
)
from metricgain.store.audit import Visitor, note_event
from metricgain.store.database import Database, Transaction

COOKIE: Final = "metricgain_session"
HOST_ONLY: Final = "__Host-"
"""For a cookie of such a name, browsers ask for TLS and believe this host alone."""
_KEPT_BITS: Final = {4: 24, 6: 48}
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_LONGEST_DEVICE: Final = 255
ADDRESS_FACTOR: Final = 5
"""A household shares an address, so an address may fail more often than an account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What is needed to check a password: the database, the settings, the address."""

    database: Database
    settings: Settings
    address: str
    device: str | None = None
    session: str = ""
    """The token of the session that the browser has till now, empty without one."""

    async def credentials(self, email: str, password: str) -> Credentials | None:
        """Return whose password this is, or None if it is wrong or nobody's.

        Every attempt counts, and takes the same time, whether or not the account
        exists. Raises TooMany.
        """
        async with self.database.as_system() as system:
            for gate in self._gates(email):
                await count_attempt(system, gate, now=now())
            found = await find_credentials(system, email)
        right = await is_password(password, found.password_hash if found else None)
        if right and found and found.is_active:
            return found
        if found:
            await self._note_failure(found)
        return None

    async def passed(self, system: Transaction, email: str) -> None:
        """Forget the attempts at an account, because its password was right."""
        account, address = self._gates(email)
        await forget_attempts(system, account, now=now())
        await take_back(system, address)

    async def take_back(self, system: Transaction, email: str) -> None:
        """Not count an attempt whose password was right, and go on asking."""
        for gate in self._gates(email):
            await take_back(system, gate)

    @property
    def network(self) -> str | None:
        """The network that somebody comes from, short of telling whose address."""
        try:
            address = ipaddress.ip_address(self.address)
        except ValueError:
            return None
        kept = _KEPT_BITS[address.version]
        return str(ipaddress.ip_network((address, kept), strict=False))

    def registration_gate(self) -> Gate:
        """Return the gate for refused registrations from this address."""
        return address_gate("register", self.address, most=self.settings.login_attempts)

    def passkey_gate(self) -> Gate:
        """Return the gate for passkeys that are asked for, from this address."""
        return address_gate(
            "passkey", self.address, most=self.settings.login_attempts * ADDRESS_FACTOR
        )

    def provider_gate(self) -> Gate:
        """Return the gate for logins that are begun, from this address."""
        return address_gate(
            "provider",
            self.address,
            most=self.settings.login_attempts * ADDRESS_FACTOR,
        )

    def link_gate(self) -> Gate:
        """Return the gate for links that do not work, from this address."""
        return address_gate("link", self.address, most=self.settings.login_attempts)

    async def _note_failure(self, found: Credentials) -> None:
        async with self.database.as_system() as system:
            await note_event(
                system,
                found.user_id,
                "sign_in_failed",
                now=now(),
                subject="password",
                visitor=Visitor(device=self.device, network=self.network),
            )

    def _gates(self, email: str) -> tuple[Gate, Gate]:
        """Return the gates in the order in which everybody takes them."""
        most = self.settings.login_attempts
        return (
            account_gate(email, most=most),
            address_gate("sign in", self.address, most=most * ADDRESS_FACTOR),
        )


def door_of(request: Request[Any, Any, Any]) -> Door:
    """Return the door that a request knocks at."""
    state = request.app.state
    return Door(
        database=state.database,
        settings=state.settings,
        address=_address(request),
        device=device_of(request),
        session=session_cookie(request),
    )


def device_of(request: Request[Any, Any, Any]) -> str | None:
    """Return what the browser calls itself."""
    agent = _UNSEEN.sub(" ", request.headers.get("user-agent", "")).strip()
    return agent[:_LONGEST_DEVICE] or None


def is_over_tls(connection: ASGIConnection[Any, Any, Any, Any]) -> bool:
    """Return whether the browser speaks TLS, with us or with the proxy before us."""
    settings: Settings = connection.app.state.settings
    return settings.secure or connection.url.scheme == "https"


def cookie_name(name: str, connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """Return what a cookie is called here.

    Over TLS its name has the prefix for which browsers take the cookie from nobody but
    this very host: not from its neighbours, and not over plain HTTP.
    """
    return f"{HOST_ONLY}{name}" if is_over_tls(connection) else name


def session_cookie(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """Return the token of the session that a browser shows, empty without one."""
    return connection.cookies.get(cookie_name(COOKIE, connection), "")


def door_cookie(
    request: Request[Any, Any, Any], name: str, value: str, *, max_age: int
) -> Cookie:
    """Return a cookie that no script reads, for this host alone, for some seconds."""
    return Cookie(
        key=cookie_name(name, request),
        value=value,
        max_age=max_age,
        path="/",
        httponly=True,
        samesite="lax",
        secure=is_over_tls(request),
    )


def refuse_other_sites(
    connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler
) -> None:
    """Refuse a page of another site that signs its visitors in here."""
    if connection.headers.get("sec-fetch-site") == "cross-site":
        raise NotAllowed("another site may not send this", field="Sec-Fetch-Site")


def _address(request: Request[Any, Any, Any]) -> str:
    """Return the address of the browser.

    Behind a proxy, which METRICGAIN_PUBLIC_URL tells, it is what the proxy adds last
    to X-Forwarded-For. Only a proxy on the same machine or network is believed.
    """
    peer = request.client.host if request.client else ""
    settings: Settings = request.app.state.settings
    forwarded = request.headers.get("x-forwarded-for", "")
    if settings.public_url and forwarded and _is_near(peer):
        return forwarded.rpartition(",")[2].strip()
    return peer


def _is_near(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_private
    except ValueError:
        return not address
