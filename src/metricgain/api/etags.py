"""Answers that a client may keep: sent again only when something has changed."""

import hashlib
from collections.abc import Mapping
from typing import Annotated, Final, TypeAlias, TypeVar

from litestar import Response
from litestar.middleware import ASGIMiddleware
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import HeaderParameter
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from metricgain.api.errors import documented
from metricgain.kit.meters import count_cache

T = TypeVar("T")
_OK: Final = 200

KEPT: Final[Mapping[int, ResponseSpec]] = {
    304: ResponseSpec(
        data_container=None,
        description="What you have is still right",
        generate_examples=False,
    ),
    **documented(400, 401, 403, 404, 422, 500, 503),
}
"""The answers of a read with an ETag, besides 200."""

IfNoneMatch: TypeAlias = Annotated[
    str | None,
    HeaderParameter(
        name="If-None-Match",
        max_length=1000,
        description="The ETag of the answer that the client has kept.",
    ),
]


class KeepByContent(ASGIMiddleware):
    """Tag an answer by its content, and answer 304 to whoever has kept it."""

    async def handle(
        self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp
    ) -> None:
        """Hold the answer back until its tag is known. Only whole answers are held."""
        known = dict(scope["headers"]).get(b"if-none-match", b"").decode("latin-1")
        start: list[Message] = []

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start":
                if message["status"] != _OK:
                    await send(message)
                else:
                    start.append(message)
                return
            if start and message["type"] == "http.response.body":
                await _send_tagged(send, start.pop(), message, known)
                return
            await send(message)

        await next_app(scope, receive, tagged)


async def _send_tagged(send: Send, start: Message, body: Message, known: str) -> None:
    assert start["type"] == "http.response.start"
    assert body["type"] == "http.response.body"
    digest = hashlib.sha256(body["body"]).hexdigest()[:32]
    tag = f'W/"{digest}"'
    headers = [
        (name, value)
        for name, value in start["headers"]
        if name not in {b"content-length", b"content-type"} or tag not in _listed(known)
    ]
    headers += [(b"etag", tag.encode()), (b"cache-control", b"private, no-cache")]
    count_cache("browser", hit=tag in _listed(known))
    if tag in _listed(known):
        start = {**start, "status": 304, "headers": headers}
        body = {**body, "body": b""}
    else:
        start = {**start, "headers": headers}
    await send(start)
    await send(body)


def _listed(if_none_match: str) -> list[str]:
    return [each.strip() for each in if_none_match.split(",")]


def unless_kept(content: T, revision: int, if_none_match: str | None) -> Response[T]:
    """Answer the content with its ETag, or 304 if the client has this very one."""
    tag = f'W/"{revision}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    count_cache("browser", hit=tag in _listed(if_none_match or ""))
    if tag in _listed(if_none_match or ""):
        return Response(None, status_code=304, headers=headers)  # type: ignore[arg-type]  # 304 has no body
    return Response(content, headers=headers)
