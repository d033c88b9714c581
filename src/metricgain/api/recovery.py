"""Recovery: last night, the nights before, and files of nights."""

from datetime import date
from typing import Annotated, Any

from litestar import Request
from litestar.params import FromPath, QueryParameter

from metricgain.actions.clear_nights import clear_nights
from metricgain.actions.import_nights import import_nights, take_nights
from metricgain.api.recovery_shapes import (
    MorningShape,
    NightsShape,
    RecoveryShape,
    SourceWord,
    morning_shape,
    nights_shape,
    recovery_shape,
)
from metricgain.api.routes import act, keep, remove
from metricgain.api.sent_files import LARGEST_FILE, FileOperation, sent_file
from metricgain.api.session import Asker
from metricgain.config import Settings
from metricgain.kit.timezones import checked_timezone
from metricgain.reads.recovery import morning, recovery


@keep("/recovery", tags=["recovery"])
async def get_recovery(
    request: Request[Any, Any, Any],
    asker: Asker,
    days: Annotated[
        int, QueryParameter(ge=1, le=730, description="How many days back.")
    ] = 90,
) -> RecoveryShape:
    """Return one's nights, the readiness of today, and whether it ever mattered."""
    settings: Settings = request.app.state.settings
    async with asker.reading() as tx:
        found = await recovery(tx, asker.today(), days=days)
    return recovery_shape(found, offers_whoop=settings.offers_whoop)


@keep("/recovery/today", tags=["recovery"])
async def get_morning(
    asker: Asker,
    day: Annotated[
        date | None, QueryParameter(description="Another day than today.")
    ] = None,
) -> MorningShape:
    """Return last night, and how ready it makes one, with the parts of that."""
    async with asker.reading() as tx:
        return morning_shape(await morning(tx, day or asker.today()))


@act(
    "/recovery/files",
    tags=["recovery"],
    operation_class=FileOperation,
    request_max_body_size=LARGEST_FILE,
)
async def post_nights(
    request: Request[Any, Any, Any],
    asker: Asker,
    *,
    timezone: Annotated[
        str | None,
        QueryParameter(
            max_length=64,
            description="Of times that do not name theirs; else the account's.",
        ),
    ] = None,
) -> NightsShape:
    """Take in a file of nights: all of it, or nothing.

    The zip of the WHOOP app, `export.zip` of Apple Health, or a table with the columns
    date, hrv, rhr, sleep_hours, recovery; up to 64 MiB. The same file twice changes
    nothing. Larger ones are for `metricgain recovery import`.
    """
    zone = asker.caller.timezone if timezone is None else checked_timezone(timezone)
    async with sent_file(request, "nights") as (stream, _):
        source, taken = await take_nights(stream, timezone=zone)
    async with asker.changing() as change:
        return nights_shape(await import_nights(change, source, taken))


@remove("/recovery/sources/{source:str}", tags=["recovery"])
async def delete_nights(asker: Asker, source: FromPath[SourceWord]) -> None:
    """Delete all nights of one source for good. Doing it again is fine."""
    async with asker.changing() as change:
        await clear_nights(change, source)


ROUTES = [get_recovery, get_morning, post_nights, delete_nights]
