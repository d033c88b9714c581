"""The cursor of sync: a place in what has changed, as text that devices hand back.

The tag of each form carries the version of the form. A device with a cursor of another
version starts over, so a new form needs no conversion.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from metricgain.kit.errors import Invalid
from metricgain.reads.changes import Place
from metricgain.store.sync import CatchingUp, Following

_Revision = Annotated[int, Meta(ge=0, le=2**62)]
_Rank = Annotated[int, Meta(ge=-(10**6), le=10**6)]
_Text = Annotated[str, Meta(max_length=600, pattern=r"\A[^\x00]*\Z")]


class _Following(msgspec.Struct, array_like=True, frozen=True, tag="f1"):
    revision: _Revision
    kind: _Text
    id: _Text


class _CatchingUp(msgspec.Struct, array_like=True, frozen=True, tag="c1"):
    revision: _Revision
    mesocycle_id: UUID | None
    recent_from: date
    stage: Annotated[int, Meta(ge=0, le=9)]
    rank: _Rank
    kind: _Text
    id: _Text


def cursor_at(place: Place) -> str:
    """Return the cursor of a place."""
    form = _Following if isinstance(place, Following) else _CatchingUp
    packed = msgspec.json.encode(msgspec.convert(place, form, from_attributes=True))
    return urlsafe_b64encode(packed).decode().rstrip("=")


def place_at(cursor: str | None, *, field: str) -> Place | None:
    """Return the place that a cursor names. Raises Invalid for any other text."""
    if cursor is None:
        return None
    try:
        packed = urlsafe_b64decode((cursor + "=" * (-len(cursor) % 4)).encode())
        form = msgspec.json.decode(packed, type=_Following | _CatchingUp)
    except (ValueError, msgspec.MsgspecError) as error:
        raise Invalid(
            "this cursor is not one of this version",
            field=field,
            remedy="Forget the copy, keep what is unsent, and start without a cursor.",
        ) from error
    kind = Following if isinstance(form, _Following) else CatchingUp
    return kind(**msgspec.structs.asdict(form))
