"""WHOOP: connect, disconnect, and hear what it has to tell."""

from contextlib import suppress
from datetime import timedelta
from typing import Annotated, Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from litestar import Request
from litestar.params import JSONBody
from msgspec import Meta

from metricgain.actions.connect_whoop import connect_whoop
from metricgain.actions.disconnect_whoop import disconnect_whoop
from metricgain.api.routes import act, remove, replace
from metricgain.api.session import Asker
from metricgain.config import Settings
from metricgain.integrations.whoop_client import (
    Tokens,
    WhoopAway,
    WhoopBusy,
    WhoopClient,
    WhoopRefused,
    is_from_whoop,
    whoop_app,
)
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid, NotAllowed, NotFound
from metricgain.kit.ids import secret
from metricgain.kit.vault import Unreadable, Vault
from metricgain.store.database import Database
from metricgain.store.jobs import NewJob, add_job, find_job
from metricgain.store.whoop import (
    WHOOP_NEWS,
    WhoopConnection,
    find_connection,
    users_of_member,
)

_STATE_AGE: Final = timedelta(minutes=15)
_LARGEST_MESSAGE: Final = 16 * 1024
_KINDS: Final = frozenset({"sleep", "recovery"})
_Sealed = Annotated[str, Meta(min_length=8, max_length=2000)]


class LoginShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Where to go to let this installation see one's WHOOP data."""

    address: str


class ConnectBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What WHOOP gave the browser on its way back."""

    code: _Sealed
    state: _Sealed


class _Message(msgspec.Struct, kw_only=True):
    user_id: int
    id: str
    type: str
    trace_id: str


@act("/recovery/whoop/login", tags=["recovery"])
async def begin_whoop_login(
    request: Request[Any, Any, Any], asker: Asker
) -> LoginShape:
    """Return the address of WHOOP's own login, which leads back to `/recovery`.

    It is good for a quarter of an hour, and for the user who asked only.
    """
    settings: Settings = request.app.state.settings
    verifier = secret()
    async with WhoopClient(whoop_app(settings)) as client:
        state = Vault(settings.secret_keys).seal(
            {"user": str(asker.user_id), "verifier": verifier}
        )
        return LoginShape(address=client.login(state=state, verifier=verifier))


@replace("/recovery/whoop/connection", tags=["recovery"], status_code=204)
async def put_whoop_connection(
    request: Request[Any, Any, Any], data: JSONBody[ConnectBody], asker: Asker
) -> None:
    """Connect WHOOP with what its login gave. The nights are fetched by a job."""
    settings: Settings = request.app.state.settings
    app = whoop_app(settings)
    vault = Vault(settings.secret_keys)
    said = vault.unseal(data.state, younger_than=_STATE_AGE)
    if said is None or said.get("user") != str(asker.user_id):
        raise Invalid(
            "this login was not begun here, or too long ago",
            field="state",
            remedy="Begin again.",
        )
    async with WhoopClient(app) as client:
        tokens = await client.exchange(data.code, verifier=said["verifier"])
        member_id = await client.member(tokens.access)
    async with asker.changing() as change:
        await connect_whoop(change, vault, tokens=tokens, member_id=member_id)


@remove("/recovery/whoop/connection", tags=["recovery"])
async def delete_whoop_connection(
    request: Request[Any, Any, Any], asker: Asker
) -> None:
    """Disconnect WHOOP: it is told so, the tokens are forgotten, the nights stay."""
    settings: Settings = request.app.state.settings
    async with asker.reading() as tx:
        held = await find_connection(tx)
    if held is not None and settings.offers_whoop:
        # What WHOOP does not hear now ends with the tokens, which nobody has.
        with suppress(WhoopAway, WhoopBusy, WhoopRefused, Unreadable):
            await _take_back(settings, held)
    async with asker.changing() as change:
        await disconnect_whoop(change)


async def _take_back(settings: Settings, held: WhoopConnection) -> None:
    """Tell WHOOP that we want to see nothing more, with a token that works."""
    vault = Vault(settings.secret_keys)
    access, refresh = vault.open(held.access_token), vault.open(held.refresh_token)
    async with WhoopClient(whoop_app(settings)) as client:
        if held.expires_at <= now():
            old = Tokens(access=access, refresh=refresh, lasts=timedelta())
            # The new tokens are not kept: they are worth nothing a moment later.
            access = (await client.refresh(old)).access
        await client.revoke(access)


@act(
    "/recovery/whoop/messages",
    tags=["recovery"],
    security=[{}],
    exclude_from_auth=True,
    status_code=204,
    request_max_body_size=_LARGEST_MESSAGE,
)
async def post_whoop_message(request: Request[Any, Any, Any]) -> None:
    """Hear from WHOOP that something changed. Only WHOOP can sign such a message.

    What changed is asked for by a job; the same message twice is heard once.
    """
    settings: Settings = request.app.state.settings
    app = whoop_app(settings)
    body = await request.body()
    if not is_from_whoop(
        body,
        signature=request.headers.get("x-whoop-signature", ""),
        stamp=request.headers.get("x-whoop-signature-timestamp", ""),
        secret=app.client_secret,
        now=now(),
    ):
        raise NotAllowed("WHOOP did not sign this", field="X-WHOOP-Signature")
    try:
        message = msgspec.json.decode(body, type=_Message)
        kind, _, _ = message.type.partition(".")
        about = UUID(message.id) if kind in _KINDS else None
    except (msgspec.MsgspecError, ValueError):
        raise Invalid("this is no message of version 2") from None
    if about is not None:
        await _hear(request.app.state.database, message, {"kind": kind, "id": about})


async def _hear(database: Database, message: _Message, news: dict[str, Any]) -> None:
    """Let a job ask about the news, once for each user and trace id."""
    async with database.as_system() as system:
        for user_id in await users_of_member(system, message.user_id):
            job_id = uuid5(NAMESPACE_URL, f"whoop/{user_id}/{message.trace_id}")
            try:
                await find_job(system, job_id, user_id=user_id)
            except NotFound:
                new = NewJob(id=job_id, name=WHOOP_NEWS, args=news, for_user=user_id)
                await add_job(system, new)


ROUTES = [
    begin_whoop_login,
    put_whoop_connection,
    delete_whoop_connection,
    post_whoop_message,
]
