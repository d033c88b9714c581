"""The second factor of one's account: an authenticator app, and recovery codes."""

from datetime import datetime
from typing import Annotated, Any, Final

import msgspec
from litestar import Request, Response
from litestar.params import JSONBody
from msgspec import Meta

from metricgain.actions.begin_totp import begin_totp
from metricgain.actions.confirm_totp import confirm_totp
from metricgain.actions.make_recovery_codes import make_recovery_codes
from metricgain.actions.turn_off_totp import turn_off_totp
from metricgain.api.accounts import GUARDED, AnyPassword
from metricgain.api.door import door_of
from metricgain.api.owner import check_browser, check_fresh
from metricgain.api.routes import act, create, read, replace
from metricgain.api.session import Asker
from metricgain.kit.clock import now
from metricgain.kit.ids import recovery_code
from metricgain.kit.totp import address_of, drawn, new_secret
from metricgain.kit.vault import Vault
from metricgain.store.accounts import load_account
from metricgain.store.attempts import code_gate, count_attempt, forget_attempts
from metricgain.store.people import hash_of
from metricgain.store.second_factors import load_totp, recovery_codes_left

CODES: Final = 10
"""How many recovery codes there are."""
_NO_STORE: Final = {"Cache-Control": "no-store"}


class ProofBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The password, unless the browser signed in within the last ten minutes."""

    password: AnyPassword | None = None


class CodeBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """The code that the app shows now."""

    code: Annotated[str, Meta(pattern="^[0-9]{6}$", examples=["123456"])]


class SecondFactorShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Whether an authenticator app guards the account, and since when.

    `mayUse` is whether this installation has a key to encrypt its secret with.
    """

    is_on: bool
    since: datetime | None
    recovery_codes_left: int
    may_use: bool


class NewTotpShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A secret for an authenticator app; it guards nothing until it is confirmed.

    `picture` is the data address of a QR code of it, in SVG.
    """

    secret: str
    address: str
    picture: str


class RecoveryCodes(msgspec.Struct, kw_only=True, rename="camel"):
    """Codes that each sign in once without the app. They are never shown again."""

    codes: list[str]


@read("/account/second-factor", tags=["accounts"])
async def get_second_factor(
    asker: Asker, request: Request[Any, Any, Any]
) -> SecondFactorShape:
    """Say whether one's account needs a code to sign in."""
    async with asker.reading() as tx:
        kept = await load_totp(tx, asker.user_id)
        left = await recovery_codes_left(tx)
    since = None if kept is None else kept.confirmed_at
    return SecondFactorShape(
        is_on=since is not None,
        since=since,
        recovery_codes_left=left,
        may_use=bool(door_of(request).settings.secret_keys),
    )


@create("/account/totp", responses=GUARDED, tags=["accounts"])
async def post_totp(
    data: JSONBody[ProofBody], asker: Asker, request: Request[Any, Any, Any]
) -> Response[NewTotpShape]:
    """Draw a secret for an authenticator app. It counts once a code confirms it."""
    door = door_of(request)
    await check_fresh(door, asker, data.password)
    vault = Vault(door.settings.secret_keys)
    drawn_secret = new_secret()
    async with asker.changing() as change:
        await begin_totp(change, vault, secret=drawn_secret)
        account = await load_account(change.tx, asker.user_id)
    address = address_of(drawn_secret, account=account.email)
    return Response(
        NewTotpShape(secret=drawn_secret, address=address, picture=drawn(address)),
        status_code=201,
        headers=_NO_STORE,
    )


@replace("/account/totp", responses=GUARDED, tags=["accounts"])
async def put_totp(
    data: JSONBody[CodeBody], asker: Asker, request: Request[Any, Any, Any]
) -> Response[RecoveryCodes]:
    """Confirm the secret with a code: from now on, signing in needs one."""
    check_browser(asker)
    door = door_of(request)
    gate = code_gate(asker.user_id)
    async with door.database.as_system() as system:
        await count_attempt(system, gate, now=now())
    codes = _new_codes()
    async with asker.changing() as change:
        await confirm_totp(
            change,
            Vault(door.settings.secret_keys),
            code=data.code,
            code_hashes=_hashes(codes),
        )
    async with door.database.as_system() as system:
        await forget_attempts(system, gate, now=now())
    return Response(RecoveryCodes(codes=codes), headers=_NO_STORE)


@act("/account/totp/remove", responses=GUARDED, status_code=204, tags=["accounts"])
async def remove_totp(
    data: JSONBody[ProofBody], asker: Asker, request: Request[Any, Any, Any]
) -> None:
    """Let one's account be signed in to without codes again."""
    await check_fresh(door_of(request), asker, data.password)
    async with asker.changing() as change:
        await turn_off_totp(change)


@create("/account/recovery-codes", responses=GUARDED, tags=["accounts"])
async def post_recovery_codes(
    data: JSONBody[ProofBody], asker: Asker, request: Request[Any, Any, Any]
) -> Response[RecoveryCodes]:
    """Make recovery codes. Those before work no more."""
    await check_fresh(door_of(request), asker, data.password)
    codes = _new_codes()
    async with asker.changing() as change:
        await make_recovery_codes(change, _hashes(codes))
    return Response(RecoveryCodes(codes=codes), status_code=201, headers=_NO_STORE)


def _new_codes() -> list[str]:
    return [recovery_code() for _ in range(CODES)]


def _hashes(codes: list[str]) -> list[bytes]:
    return [hash_of(code.replace("-", "")) for code in codes]


ROUTES = [
    get_second_factor,
    post_totp,
    put_totp,
    remove_totp,
    post_recovery_codes,
]
