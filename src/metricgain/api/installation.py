"""What a program may know of an installation before anybody signs in."""

from importlib.metadata import version
from typing import Any, Final, Literal

import msgspec
from litestar import Request, Response

from metricgain.api.errors import documented
from metricgain.api.passkeys import has_party
from metricgain.api.provider import provider_name
from metricgain.api.routes import read
from metricgain.api.sync import PROTOCOL
from metricgain.config import Settings
from metricgain.store.database import Database
from metricgain.store.people import has_users

_VERSION: Final = version("metricgain")


class InstallationShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What a first screen has to offer.

    `registration` says who may make an account. `inhabited` is whether there is one;
    if there is none, the link that the terminal shows makes it. `protocol` is the
    version of sync. `isSignedIn` is whether this request came with a session,
    `passkeys` whether browsers offer them at this address,
    `provider` what the identity provider is called, null without one.
    """

    registration: Literal["open", "closed", "invitation"]
    inhabited: bool
    version: str
    protocol: int
    is_signed_in: bool
    passkeys: bool
    provider: str | None


@read(
    "/installation",
    security=[{}],
    responses=documented(400, 500, 503),
    tags=["installation"],
)
async def get_installation(
    request: Request[Any, Any, Any],
) -> Response[InstallationShape]:
    """Return what this installation offers to somebody who is not signed in."""
    settings: Settings = request.app.state.settings
    database: Database = request.app.state.database
    async with database.as_system() as system:
        inhabited = await has_users(system)
    return Response(
        InstallationShape(
            registration=settings.registration,
            inhabited=inhabited,
            version=_VERSION,
            protocol=PROTOCOL,
            is_signed_in=request.user is not None,
            passkeys=has_party(request),
            provider=provider_name(settings),
        ),
        headers={"Cache-Control": "no-store"},
    )


ROUTES = [get_installation]
