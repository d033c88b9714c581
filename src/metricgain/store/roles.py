"""The application's own database role, which neither owns tables nor bypasses RLS."""

import hashlib
import hmac
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import asyncpg

from metricgain.kit.errors import Conflict, Invalid

APP_ROLE = "metricgain_app"
_ATTEMPTS = 100
_LOST_THE_RACE = (
    asyncpg.DuplicateObjectError,
    asyncpg.UniqueViolationError,
    # PostgreSQL reports "tuple concurrently updated" as an internal error.
    asyncpg.InternalServerError,
)


def app_url(owner_url: str, given: str = "") -> str:
    """Return the URL by which the application connects.

    `given` wins. Otherwise it is the owner's URL with the role metricgain_app and a
    password derived from the owner's, so that every process that knows the one knows
    the other and nothing has to be stored.
    """
    if given:
        return given
    parts = urlsplit(owner_url)
    place = parts.netloc.rpartition("@")[2]
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query)
        if name not in ("user", "password")
    ]
    netloc = f"{APP_ROLE}:{quote(_derived(owner_url), safe='')}@{place}"
    return urlunsplit((parts.scheme, netloc, parts.path, urlencode(query), ""))


async def ensure_app_role(owner_url: str) -> None:
    """Make metricgain_app with its derived password, or set that password again.

    Raises Invalid if the owner may not make roles: then METRICGAIN_DATABASE_APP_URL
    has to name one that an administrator has made. Raises Conflict if other
    processes keep changing the role.
    """
    connection = await asyncpg.connect(owner_url)
    try:
        await _make_role(connection, _derived(owner_url))
    except asyncpg.InsufficientPrivilegeError as error:
        raise Invalid(
            f"this role may not make the role {APP_ROLE} ({error})",
            field="METRICGAIN_DATABASE_URL",
            remedy=(
                f"Let an administrator make {APP_ROLE} with a password, and put its"
                " address into METRICGAIN_DATABASE_APP_URL."
            ),
        ) from error
    finally:
        await connection.close()


async def _make_role(connection: asyncpg.Connection, password: str) -> None:
    """Make or alter the role, however many processes do the same at once.

    Roles belong to the whole server, and advisory locks to one database: processes
    that prepare different databases cannot take turns, so the loser tries again.
    """
    for _ in range(_ATTEMPTS):
        try:
            async with connection.transaction():
                too_strong = await connection.fetchval(
                    "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = $1",
                    APP_ROLE,
                )
                verb = "CREATE" if too_strong is None else "ALTER"
                # Even to take these two away anew needs more than an owner may.
                weaken = "NOSUPERUSER NOBYPASSRLS" if too_strong else ""
                # DDL takes no parameters; the derived password is hexadecimal.
                await connection.execute(
                    f"{verb} ROLE {APP_ROLE} LOGIN {weaken} PASSWORD '{password}'"
                )
                await connection.execute(f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}")
        except _LOST_THE_RACE:
            continue
        return
    raise Conflict(
        f"other processes keep changing the role {APP_ROLE}", remedy="Try again."
    )


def _derived(owner_url: str) -> str:
    parts = urlsplit(owner_url)
    password = unquote(parts.password or "") or dict(parse_qsl(parts.query)).get(
        "password", ""
    )
    if not password:
        raise Invalid(
            "the address holds no password",
            field="METRICGAIN_DATABASE_URL",
            remedy="Write it as postgresql://role:password@host:port/database.",
        )
    return hmac.new(password.encode(), APP_ROLE.encode(), hashlib.sha256).hexdigest()
