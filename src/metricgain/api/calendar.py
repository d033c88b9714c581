"""The calendar feed: make and revoke its secret address, and answer at it."""

from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from litestar import Request, Response
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from metricgain.actions.make_calendar_feed import make_calendar_feed
from metricgain.actions.revoke_calendar_feed import revoke_calendar_feed
from metricgain.api.calendar_text import calendar_text
from metricgain.api.routes import create, keep, read, remove
from metricgain.api.session import Asker
from metricgain.config import Settings
from metricgain.kit.clock import now
from metricgain.kit.ids import secret
from metricgain.store.calendar import calendar_entries, feed_made_at, user_of_feed
from metricgain.store.database import Database
from metricgain.store.people import hash_of
from metricgain.store.preferences import load_preferences

_PAST: Final = timedelta(days=366)
_ENDING: Final = ".ics"


class CalendarFeedShape(msgspec.Struct, kw_only=True, rename="camel"):
    """Since when the calendar has an address; null if it has none."""

    created_at: datetime | None


class NewCalendarFeedShape(msgspec.Struct, kw_only=True, rename="camel"):
    """The address of the calendar, which is never shown again."""

    address: str


@read("/calendar-feed", tags=["exports"])
async def get_calendar_feed(asker: Asker) -> CalendarFeedShape:
    """Say whether one's calendar has an address."""
    async with asker.reading() as tx:
        return CalendarFeedShape(created_at=await feed_made_at(tx))


@create("/calendar-feed", tags=["exports"])
async def post_calendar_feed(
    request: Request[Any, Any, Any], asker: Asker
) -> Response[NewCalendarFeedShape]:
    """Make an address at which a calendar reads one's workouts without signing in.

    The answer is the only one that holds it. An address that was there before is gone.
    """
    made = secret()
    async with asker.changing() as change:
        await make_calendar_feed(change, secret=made)
    settings: Settings = request.app.state.settings
    base = settings.public_url or str(request.base_url)
    return Response(
        NewCalendarFeedShape(address=f"{base.rstrip('/')}/calendar/{made}{_ENDING}"),
        status_code=201,
        headers={"Cache-Control": "no-store"},
    )


@remove("/calendar-feed", tags=["exports"])
async def delete_calendar_feed(asker: Asker) -> None:
    """Revoke the address for good. Doing it again is fine."""
    async with asker.changing() as change:
        await revoke_calendar_feed(change)


@keep(
    "/calendar/{file_name:str}",
    tags=["exports"],
    security=[{}],
    exclude_from_auth=True,
    media_type="text/calendar",
)
async def get_calendar(
    request: Request[Any, Any, Any], file_name: FromPath[str]
) -> Response[str]:
    """Return the workouts of a year, and the planned ones, as a calendar (RFC 5545).

    The address is the secret: `<secret>.ics`.
    """
    database: Database = request.app.state.database
    async with database.as_system() as system:
        hashed = hash_of(file_name.removesuffix(_ENDING))
        user_id = await user_of_feed(system, token_hash=hashed)
    if user_id is None or not file_name.endswith(_ENDING):
        raise NotFoundException("There is no such calendar.")
    async with database.as_user(user_id) as tx:
        entries = await calendar_entries(tx, since=(now() - _PAST).date())
        reminder_minute = (await load_preferences(tx)).reminder_minute
    text = calendar_text(entries, reminder_minute=reminder_minute).decode()
    return Response(text, media_type="text/calendar; charset=utf-8")


ROUTES = [get_calendar_feed, post_calendar_feed, delete_calendar_feed]
AT_THE_ROOT = [get_calendar]
