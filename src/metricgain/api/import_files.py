"""Files for an import: send them, see what they hold, import them, take it back."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Request
from litestar.params import FromPath, JSONBody, QueryParameter

from metricgain.actions.import_history import (
    IMPORT,
    FileAnswers,
    ImportOrder,
    Seen,
    ask_for,
    import_history,
)
from metricgain.actions.restore_export import look_at_export, refuse_unless_welcome
from metricgain.actions.undo_import import undo_import
from metricgain.api.import_shapes import import_shape
from metricgain.api.job_shapes import JobShape, begin_job
from metricgain.api.review_shapes import (
    FileReview,
    ImportFileList,
    ImportFileShape,
    ImportReview,
    UndoneShape,
    file_problem,
    file_shape,
    own_export_shape,
    undone_shape,
)
from metricgain.api.routes import act, create, read, remove
from metricgain.api.sent_files import LARGEST_FILE, FileOperation, sent_file
from metricgain.api.session import Asker
from metricgain.importers.course import clean_file_name
from metricgain.importers.opening import table_headings
from metricgain.importers.own_export import is_own_export
from metricgain.kit.clock import now
from metricgain.kit.errors import Conflict, Invalid, NotFound
from metricgain.kit.ids import uuid7
from metricgain.store.changes import Change, rehearsing
from metricgain.store.import_files import (
    delete_import_file,
    keep_import_file,
    list_import_files,
    open_import_file,
)
from metricgain.store.jobs import NewJob


@create(
    "/import-files",
    tags=["imports"],
    operation_class=FileOperation,
    request_max_body_size=LARGEST_FILE,
)
async def post_import_file(
    request: Request[Any, Any, Any],
    asker: Asker,
    *,
    file_name: Annotated[
        str,
        QueryParameter(name="fileName", max_length=255, description="For a raw body."),
    ] = "history.csv",
) -> ImportFileShape:
    """Send a file that is to be reviewed and imported; nothing is imported yet.

    It is sent as for `POST /imports`, and is kept for some days.
    """
    async with sent_file(request, file_name) as (stream, name), asker.reading() as tx:
        moment = now()
        kept = await keep_import_file(
            tx,
            stream,
            file_id=uuid7(moment),
            file_name=clean_file_name(name),
            now=moment,
        )
    return file_shape(kept)


@read("/import-files", tags=["imports"])
async def get_import_files(asker: Asker) -> ImportFileList:
    """List the files that were sent and wait."""
    async with asker.reading() as tx:
        files = await list_import_files(tx)
    return ImportFileList(files=[file_shape(one) for one in files])


@remove("/import-files/{file_id:uuid}", tags=["imports"])
async def delete_sent_file(asker: Asker, file_id: FromPath[UUID]) -> None:
    """Let go of a file that was sent; what was imported from it stays."""
    async with asker.reading() as tx:
        await delete_import_file(tx, file_id)


@act("/imports/review", tags=["imports"])
async def review_imports(asker: Asker, data: JSONBody[ImportOrder]) -> ImportReview:
    """Say what an import of these files would bring, and write nothing.

    Files are compared with what is here and with each other. What is left open is
    proposed: unit, order of day and month, columns, exercises.
    """
    seen = Seen()
    async with rehearsing(asker.database, asker.user_id, now=now()) as change:
        files = [await _review(change, data, one, seen) for one in data.files]
    return ImportReview(files=files)


async def _review(
    change: Change, order: ImportOrder, file: FileAnswers, seen: Seen
) -> FileReview:
    found, stream = await open_import_file(change.tx, file.file_id)
    with stream:
        ask = ask_for(order, file, file_name=found.file_name, dry_run=True)
        review = FileReview(
            file_id=found.id, file_name=found.file_name, report=None, problem=None
        )
        try:
            if await asyncio.to_thread(is_own_export, stream):
                review.own = own_export_shape(await look_at_export(stream))
                await refuse_unless_welcome(
                    change, files=len(order.files), merge=order.merge
                )
                return review
            report = await import_history(change, stream=stream, ask=ask, seen=seen)
        except (Invalid, NotFound, Conflict) as error:
            review.problem = file_problem(error, table_headings(stream))
        else:
            review.report = import_shape(report)
    return review


@create("/imports/start", tags=["imports"])
async def start_import(asker: Asker, data: JSONBody[ImportOrder]) -> JobShape:
    """Import files that were sent, as a job: all of them, or nothing.

    Follow it under `/jobs/{id}`; its outcome names the imports. While one is carried
    out, another cannot begin.
    """
    async with asker.reading() as tx:
        kept = {one.id for one in await list_import_files(tx)}
        if not {one.file_id for one in data.files} <= kept:
            raise NotFound(
                "a file of these is not kept here any more",
                field="fileId",
                remedy="Send it again.",
            )
        new = NewJob(
            id=uuid7(now()),
            name=IMPORT,
            args=msgspec.to_builtins(data),
            for_user=asker.user_id,
            key=str(asker.user_id),
        )
        busy = Conflict(
            "another import of yours is under way",
            field="files",
            remedy="Wait until it is done, or cancel it.",
        )
        return await begin_job(tx, new, unless=busy)


@act("/imports/{import_id:uuid}/undo", tags=["imports"])
async def undo_an_import(asker: Asker, import_id: FromPath[UUID]) -> UndoneShape:
    """Take back an import: exactly what it brought.

    Sets and workouts that were changed since stay, and are named.
    """
    async with asker.changing() as change:
        return undone_shape(await undo_import(change, import_id=import_id))


ROUTES = [
    post_import_file,
    get_import_files,
    delete_sent_file,
    review_imports,
    start_import,
    undo_an_import,
]
