"""Imports: send a history of another app, and see which ones were sent."""

import asyncio
from typing import Annotated, Any, Literal
from uuid import UUID

from litestar import Request
from litestar.params import QueryParameter

from metricgain.actions.import_history import ImportAsk, import_history
from metricgain.api.import_shapes import (
    ImportShape,
    PastImportList,
    import_shape,
    past_import_shape,
)
from metricgain.api.routes import act, read
from metricgain.api.sent_files import LARGEST_FILE, FileOperation, sent_file
from metricgain.api.session import Asker
from metricgain.importers.own_export import is_own_export
from metricgain.kit.clock import now
from metricgain.kit.errors import Invalid
from metricgain.store.changes import rehearsing
from metricgain.store.importing import load_imports


@act(
    "/imports",
    tags=["imports"],
    operation_class=FileOperation,
    request_max_body_size=LARGEST_FILE,
)
async def post_import(  # noqa: PLR0913 - one per parameter of the query
    request: Request[Any, Any, Any],
    asker: Asker,
    *,
    unit: Annotated[
        Literal["kg", "lb"] | None,
        QueryParameter(
            description="What weights are in, where the file does not say it."
        ),
    ] = None,
    timezone: Annotated[
        str | None,
        QueryParameter(
            max_length=64, description="Where the training was; else the account's."
        ),
    ] = None,
    columns: Annotated[
        list[str] | None,
        QueryParameter(
            max_items=30,
            description="For a table of no known app: what a column holds and its"
            " heading, such as `exercise=Lift`; once for each column.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, QueryParameter(name="dryRun", description="Report, and write nothing.")
    ] = False,
    restore: Annotated[
        bool, QueryParameter(description="Bring back workouts that were deleted here.")
    ] = False,
    file_name: Annotated[
        str,
        QueryParameter(name="fileName", max_length=255, description="For a raw body."),
    ] = "history.csv",
) -> ImportShape:
    """Import a training history: everything in it, or nothing.

    Send the file as the body (`text/csv`, or `application/octet-stream` for anything
    else) or as a part of a form, up to 64 MiB. The same file twice changes nothing.
    With `dryRun` the answer says what an import would bring, and proposes the unit and
    the columns where they are not said.
    """
    async with sent_file(request, file_name) as (stream, name):
        if await asyncio.to_thread(is_own_export, stream):
            raise Invalid(
                "this is a full export of MetricGain, which is put back as a job",
                field="file",
                remedy="Send it to /import-files, and start it with /imports/start.",
            )
        ask = ImportAsk(
            file_name=name,
            unit=unit,
            timezone=timezone,
            columns=_pairs(columns or []),
            dry_run=dry_run,
            restore=restore,
        )
        opening = (
            rehearsing(asker.database, asker.user_id, now=now())
            if dry_run
            else asker.changing()
        )
        async with opening as change:
            return import_shape(await import_history(change, stream=stream, ask=ask))


@read("/imports", tags=["imports"])
async def get_imports(
    asker: Asker,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 50,
    before: Annotated[
        UUID | None, QueryParameter(description="The `next` of the page before.")
    ] = None,
) -> PastImportList:
    """List the imports that added something, the latest first."""
    async with asker.reading() as tx:
        records = await load_imports(tx, most=limit + 1, before=before)
    shown = records[:limit]
    return PastImportList(
        imports=[past_import_shape(record) for record in shown],
        next=shown[-1].id if len(records) > limit else None,
    )


def _pairs(columns: list[str]) -> tuple[tuple[str, str], ...]:
    """Read pairs of what and heading."""
    pairs = []
    for pair in columns:
        what, separator, heading = pair.partition("=")
        if not separator:
            raise Invalid("must be of the form what=heading", field="columns")
        pairs.append((what.strip().casefold(), heading.strip()))
    return tuple(pairs)


ROUTES = [post_import, get_imports]
