"""Passkeys: make, list, rename and remove one's own, and sign in with one."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Request, Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.actions.add_passkey import add_passkey
from metricgain.actions.remove_passkey import remove_passkey
from metricgain.actions.rename_passkey import rename_passkey
from metricgain.actions.sign_in_by_passkey import sign_in_by_passkey
from metricgain.api.accounts import AT_THE_DOOR, GUARDED
from metricgain.api.door import Door, door_of
from metricgain.api.entering import (
    NO_STORE,
    Device,
    SessionShape,
    named_device,
    new_session,
    signed_in,
)
from metricgain.api.owner import check_browser, check_fresh
from metricgain.api.passkey_shapes import Credential, NewCredential
from metricgain.api.routes import act, change, create, read
from metricgain.api.second_factor import ProofBody
from metricgain.api.session import Asker
from metricgain.integrations.passkeys import (
    Party,
    bytes_of,
    challenge_in,
    check_new,
    handle_of,
    no_party,
    options_to_enter,
    options_to_make,
    party_of,
    sign_count_of,
)
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid, NotSignedIn
from metricgain.kit.ids import secret, uuid7
from metricgain.kit.text import one_line
from metricgain.store.accounts import load_account
from metricgain.store.attempts import count_attempt, take_back
from metricgain.store.passkeys import (
    FoundPasskey,
    NewPasskey,
    Passkey,
    add_challenge,
    find_passkey,
    passkeys_of,
    use_challenge,
)

_Name = Annotated[str, Meta(min_length=1, max_length=255, examples=["My phone"])]


class NewPasskeyBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What the browser was given, and what the passkey is to be called."""

    credential: NewCredential
    name: _Name


class PasskeyName(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What a passkey is to be called."""

    name: _Name


class PasskeyEntry(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """How a passkey answered. `device` is the name by which the session is listed."""

    credential: Credential
    device: Device | None = None


class PasskeyOptions(msgspec.Struct, kw_only=True, rename="camel"):
    """What to ask the browser, as the JSON that WebAuthn defines."""

    options: str


class PasskeyShape(msgspec.Struct, kw_only=True, rename="camel"):
    """One of one's passkeys."""

    id: UUID
    name: str
    created_at: datetime
    last_used_at: datetime | None


class PasskeyList(msgspec.Struct, kw_only=True, rename="camel"):
    """One's passkeys, the newest first; `mayAdd` is whether browsers offer any."""

    passkeys: list[PasskeyShape]
    may_add: bool


@read("/account/passkeys", tags=["accounts"])
async def get_passkeys(asker: Asker, request: Request[Any, Any, Any]) -> PasskeyList:
    """List one's passkeys."""
    async with asker.reading() as tx:
        found = await passkeys_of(tx)
    return PasskeyList(
        passkeys=[_shape(one) for one in found],
        may_add=has_party(request),
    )


@act("/account/passkeys/options", responses=GUARDED, tags=["accounts"])
async def begin_passkey(
    data: JSONBody[ProofBody], asker: Asker, request: Request[Any, Any, Any]
) -> Response[PasskeyOptions]:
    """Return what to ask the browser for a new passkey. It is good for five minutes."""
    door = door_of(request)
    await check_fresh(door, asker, data.password)
    party = _party(request)
    challenge = secret()
    async with asker.reading() as tx:
        account = await load_account(tx, asker.user_id)
        known = [one.credential_id for one in await passkeys_of(tx)]
    async with door.database.as_system() as system:
        await add_challenge(system, challenge, for_user=asker.user_id, now=now())
    options = options_to_make(
        party,
        user_id=asker.user_id,
        account=account.email,
        challenge=challenge,
        known=known,
    )
    return Response(PasskeyOptions(options=options), headers=NO_STORE)


@create("/account/passkeys", responses=GUARDED, tags=["accounts"])
async def post_passkey(
    data: JSONBody[NewPasskeyBody], asker: Asker, request: Request[Any, Any, Any]
) -> PasskeyShape:
    """Keep a passkey that the browser has made."""
    check_browser(asker)
    party = _party(request)
    name = one_line(data.name, field="name")
    challenge = challenge_in(data.credential.response.client_data)
    async with asker.database.as_system() as system:
        is_ours = await use_challenge(
            system, challenge, for_user=asker.user_id, now=now()
        )
    if not is_ours:
        raise Invalid(
            "this answers nothing that was asked here in the last five minutes",
            field="credential",
            remedy="Begin again.",
        )
    found = check_new(
        party, msgspec.json.encode(data.credential).decode(), challenge=challenge
    )
    new = NewPasskey(
        id=uuid7(now()),
        credential_id=found.credential_id,
        public_key=found.public_key,
        sign_count=found.sign_count,
        name=name,
    )
    async with asker.changing() as making:
        await add_passkey(making, new)
        kept = await passkeys_of(making.tx)
    return _shape(next(one for one in kept if one.id == new.id))


@change("/account/passkeys/{passkey_id:uuid}", tags=["accounts"])
async def patch_passkey(
    passkey_id: FromPath[UUID], data: JSONBody[PasskeyName], asker: Asker
) -> PasskeyShape:
    """Call a passkey something else."""
    check_browser(asker)
    async with asker.changing() as changing:
        return _shape(
            await rename_passkey(changing, passkey_id=passkey_id, name=data.name)
        )


@act(
    "/account/passkeys/{passkey_id:uuid}/remove",
    responses=GUARDED,
    status_code=204,
    tags=["accounts"],
)
async def delete_passkey(
    passkey_id: FromPath[UUID],
    data: JSONBody[ProofBody],
    asker: Asker,
    request: Request[Any, Any, Any],
) -> None:
    """Let a passkey sign in no more."""
    await check_fresh(door_of(request), asker, data.password)
    async with asker.changing() as changing:
        await remove_passkey(changing, passkey_id=passkey_id)


@act("/session/passkey/options", **AT_THE_DOOR)
async def begin_passkey_session(
    request: Request[Any, Any, Any],
) -> Response[PasskeyOptions]:
    """Return what to ask the browser to sign in. It is good for five minutes."""
    door = door_of(request)
    party = _party(request)
    challenge = secret()
    async with door.database.as_system() as system:
        await count_attempt(system, door.passkey_gate(), now=now())
        await add_challenge(system, challenge, for_user=None, now=now())
    return Response(
        PasskeyOptions(options=options_to_enter(party, challenge=challenge)),
        headers=NO_STORE,
    )


@create("/session/passkey", **AT_THE_DOOR)
async def post_passkey_session(
    data: JSONBody[PasskeyEntry], request: Request[Any, Any, Any]
) -> Response[SessionShape]:
    """Sign in with a passkey. No code is asked for: it is two factors by itself."""
    door = door_of(request)
    party = _party(request)
    device = named_device(data.device, request)
    found, sign_count = await _checked(door, party, data.credential)
    token = secret()
    async with door.database.as_system() as system:
        if not await sign_in_by_passkey(
            system,
            found,
            new_session(token, device, door),
            sign_count=sign_count,
            now=now(),
        ):
            raise _not_ours()
        await take_back(system, door.passkey_gate())
        account = await load_account(system, found.user_id)
    return signed_in(request, token, account)


def has_party(request: Request[Any, Any, Any]) -> bool:
    """Tell whether browsers offer passkeys for the address of this request."""
    settings = door_of(request).settings
    return party_of(settings, asked_at=str(request.base_url)) is not None


async def _checked(
    door: Door, party: Party, credential: Credential
) -> tuple[FoundPasskey, int]:
    """Return whose passkey answered right, and its counter. Raises NotSignedIn."""
    challenge = challenge_in(credential.response.client_data)
    async with door.database.as_system() as system:
        is_ours = await use_challenge(system, challenge, for_user=None, now=now())
        found = await find_passkey(system, bytes_of(credential.raw_id))
    handle = credential.response.user_handle
    if not is_ours or found is None or handle != handle_of(found.user_id):
        raise _not_ours()
    sign_count = sign_count_of(
        party,
        msgspec.json.encode(credential).decode(),
        challenge=challenge,
        public_key=found.public_key,
        sign_count=found.sign_count,
    )
    if sign_count is None:
        raise _not_ours()
    return found, sign_count


def _party(request: Request[Any, Any, Any]) -> Party:
    found = party_of(door_of(request).settings, asked_at=str(request.base_url))
    if found is None:
        raise no_party()
    return found


def _not_ours() -> NotSignedIn:
    return NotSignedIn("this passkey does not open an account here")


def _shape(passkey: Passkey) -> PasskeyShape:
    return PasskeyShape(
        id=passkey.id,
        name=passkey.name,
        created_at=passkey.created_at,
        last_used_at=passkey.last_used_at,
    )


ROUTES = [
    get_passkeys,
    begin_passkey,
    post_passkey,
    patch_passkey,
    delete_passkey,
    begin_passkey_session,
    post_passkey_session,
]
