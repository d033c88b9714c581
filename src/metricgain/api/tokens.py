"""API tokens: make, list and revoke them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from metricgain.actions.create_token import create_token
from metricgain.actions.revoke_token import revoke_token
from metricgain.api.routes import create, read, remove
from metricgain.api.session import Asker
from metricgain.kit.clock import now
from metricgain.kit.ids import secret, uuid7
from metricgain.store.tokens import Token, unrevoked_tokens

PREFIX = "mg_"
"""By it people and scanners recognise a secret of ours where it does not belong."""


class TokenBody(
    msgspec.Struct, kw_only=True, rename="camel", forbid_unknown_fields=True
):
    """What a token is for, and whether it may change anything."""

    name: Annotated[str, Meta(min_length=1, max_length=255, examples=["Watch"])]
    scope: Literal["read", "full"] = "read"


class TokenShape(msgspec.Struct, kw_only=True, rename="camel"):
    """A token without its secret."""

    id: UUID
    name: str
    scope: Literal["read", "full"]
    created_at: datetime
    last_used_at: datetime | None


class NewTokenShape(TokenShape, kw_only=True, rename="camel"):
    """A new token with its secret, which is never shown again."""

    token: str


class TokenList(msgspec.Struct, kw_only=True, rename="camel"):
    """The tokens that work, the newest first; at most 100."""

    tokens: list[TokenShape]


@create("/tokens", tags=["accounts"])
async def post_token(
    data: JSONBody[TokenBody], asker: Asker
) -> Response[NewTokenShape]:
    """Make a token. The answer is the only one that holds its secret.

    Send it as `Authorization: Bearer <token>`. If the answer got lost, revoke the
    token and make another.
    """
    token_id, plain = uuid7(now()), PREFIX + secret()
    async with asker.changing() as change:
        token = await create_token(
            change,
            token_id=token_id,
            name=data.name,
            scope=data.scope,
            secret=plain,
        )
    return Response(
        NewTokenShape(
            id=token.id,
            name=token.name,
            scope=token.scope,
            created_at=token.created_at,
            last_used_at=token.last_used_at,
            token=plain,
        ),
        status_code=201,
        headers={"Cache-Control": "no-store"},
    )


@read("/tokens", tags=["accounts"])
async def get_tokens(asker: Asker) -> TokenList:
    """List one's tokens that work."""
    async with asker.reading() as tx:
        found = await unrevoked_tokens(tx)
    return TokenList(tokens=[_shape(token) for token in found])


@remove("/tokens/{token_id:uuid}", tags=["accounts"])
async def delete_token(token_id: FromPath[UUID], asker: Asker) -> None:
    """Revoke a token for good. Doing it again is fine."""
    async with asker.changing() as change:
        await revoke_token(change, token_id=token_id)


def _shape(token: Token) -> TokenShape:
    return TokenShape(
        id=token.id,
        name=token.name,
        scope=token.scope,
        created_at=token.created_at,
        last_used_at=token.last_used_at,
    )


ROUTES = [post_token, get_tokens, delete_token]
