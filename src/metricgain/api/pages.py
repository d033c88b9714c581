"""Lists in pages: the cursor says where the next page begins."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated, Final, TypeAlias, TypeVar

import msgspec
from litestar.params import QueryParameter

from metricgain.kit.errors import Invalid

T = TypeVar("T")
MOST: Final = 200

Cursor: TypeAlias = Annotated[
    str | None,
    QueryParameter(
        max_length=500,
        description="The nextCursor of the page before; left out for the first page.",
    ),
]
Limit: TypeAlias = Annotated[
    int, QueryParameter(ge=1, le=MOST, description="How many to return at most.")
]

LongLimit: TypeAlias = Annotated[
    int, QueryParameter(ge=1, le=1000, description="How many to return at most.")
]
"""For lists that a device keeps as a whole."""


def cursor_of(place: tuple[object, ...]) -> str:
    """Return the cursor of the page after a row that is at `place` in the order."""
    return urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_of(cursor: str | None, kind: type[T]) -> T | None:
    """Return the place in the order that a cursor names. Raises Invalid."""
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        return msgspec.json.decode(urlsafe_b64decode(padded.encode()), type=kind)
    except (ValueError, msgspec.MsgspecError) as error:
        raise Invalid(
            "this cursor is not one of ours",
            field="cursor",
            remedy="Take nextCursor of the page before, or leave it out.",
        ) from error
