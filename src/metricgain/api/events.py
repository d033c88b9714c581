"""What happened to one's account: signing in, secrets, exports."""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec
from litestar.params import QueryParameter

from metricgain.api.routes import read
from metricgain.api.session import Asker
from metricgain.store.audit import Event, events_of

_MOST: Final = 100


class EventShape(msgspec.Struct, kw_only=True, rename="camel"):
    """What happened; `subject` is what it was about or done with.

    `device` and `network` are there where somebody came to the door. Of a network
    address, the first 24 bits are kept, of IPv6 the first 48.
    """

    id: UUID
    at: datetime
    event: Event
    subject: str | None
    device: str | None
    network: str | None


class EventList(msgspec.Struct, kw_only=True, rename="camel"):
    """What happened, newest first; at most 100 at once."""

    events: list[EventShape]


@read("/account/events", tags=["accounts"])
async def get_account_events(
    asker: Asker,
    before: Annotated[
        UUID | None,
        QueryParameter(description="What happened before this event; without: newest."),
    ] = None,
) -> EventList:
    """Say what happened to one's account: signing in, secrets, exports."""
    async with asker.reading() as tx:
        found = await events_of(tx, before=before, most=_MOST)
    return EventList(
        events=[msgspec.convert(one, EventShape, from_attributes=True) for one in found]
    )


ROUTES = [get_account_events]
