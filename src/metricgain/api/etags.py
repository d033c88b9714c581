"""Answers that a client may keep: sent again only when something has changed."""

from collections.abc import Mapping
from typing import Annotated, Final, TypeAlias, TypeVar

from litestar import Response
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import HeaderParameter

from metricgain.api.errors import documented

T = TypeVar("T")

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


def unless_kept(content: T, revision: int, if_none_match: str | None) -> Response[T]:
    """Answer the content with its ETag, or 304 if the client has this very one."""
    tag = f'W/"{revision}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    known = [each.strip() for each in (if_none_match or "").split(",")]
    if tag in known:
        return Response(None, status_code=304, headers=headers)  # type: ignore[arg-type]  # 304 has no body
    return Response(content, headers=headers)
