"""Imports as jobs: all files of one review, in one transaction."""

import asyncio
from collections.abc import Callable
from typing import BinaryIO
from uuid import UUID

import msgspec

from metricgain.actions.import_history import (
    ImportOrder,
    ImportReport,
    Seen,
    ask_for,
    import_history,
)
from metricgain.actions.restore_export import refuse_unless_welcome, restore_export
from metricgain.importers.own_export import is_own_export
from metricgain.jobs.running import Running
from metricgain.kit.clock import now
from metricgain.kit.own_format import FORMAT
from metricgain.store.changes import Change, changing
from metricgain.store.import_files import (
    ImportFile,
    list_import_files,
    open_import_file,
)


class FileOutcome(msgspec.Struct, kw_only=True, rename="camel"):
    """What one file brought. `importId` is what undoes it, null if nothing was new.

    A full export that was put back cannot be undone; `rowsNew` counts all its rows.
    """

    import_id: UUID | None
    file_name: str
    app: str
    label: str
    workouts_new: int
    workouts_known: int
    workouts_twins: int
    sets_new: int
    measures_new: int
    rows_new: int = 0


class ImportOutcome(msgspec.Struct, kw_only=True, rename="camel"):
    """What the files brought."""

    files: list[FileOutcome]


async def import_files(running: Running) -> ImportOutcome:
    """Import files that were sent before; the files stay for another try."""
    order = running.args(ImportOrder)
    seen = Seen()
    outcomes = []
    total = await _size(running, order)
    before = 0
    async with changing(running.database, running.user_id, now=now()) as change:
        for file in order.files:
            found, stream = await open_import_file(change.tx, file.file_id)
            tell = _telling(running, found.file_name, before, total)
            with stream:
                if await asyncio.to_thread(is_own_export, stream):
                    outcome = await _put_back(
                        change, order, file=found, stream=stream, tell=tell
                    )
                else:
                    report = await import_history(
                        change,
                        stream=stream,
                        ask=ask_for(order, file, file_name=found.file_name),
                        seen=seen,
                        progress=tell,
                    )
                    outcome = _outcome(report)
            before += found.size
            outcomes.append(outcome)
        running.progress.set(total, total)
        brought = ImportOutcome(files=outcomes)
        await running.finish(change.tx, brought)
    return brought


async def _put_back(
    change: Change,
    order: ImportOrder,
    *,
    file: ImportFile,
    stream: BinaryIO,
    tell: Callable[[int], None],
) -> FileOutcome:
    await refuse_unless_welcome(change, files=len(order.files), merge=order.merge)
    restored = await restore_export(
        change,
        stream=stream,
        merge=order.merge,
        progress=lambda _: tell(stream.tell()),
    )
    return FileOutcome(
        import_id=None,
        file_name=file.file_name,
        app=FORMAT,
        label="MetricGain",
        workouts_new=restored.rows.get("workout_logs", 0),
        workouts_known=0,
        workouts_twins=0,
        sets_new=restored.rows.get("sets", 0),
        measures_new=restored.rows.get("body_measurements", 0),
        rows_new=restored.in_all,
    )


async def _size(running: Running, order: ImportOrder) -> int:
    async with running.database.as_user(running.user_id) as tx:
        sizes = {one.id: one.size for one in await list_import_files(tx)}
    return sum(sizes.get(file.file_id, 0) for file in order.files)


def _telling(
    running: Running, file_name: str, before: int, total: int
) -> Callable[[int], None]:
    def tell(position: int) -> None:
        # What lies in an archive is longer than the archive.
        running.progress.set(min(before + position, total), total, file_name)

    return tell


def _outcome(report: ImportReport) -> FileOutcome:
    return FileOutcome(
        import_id=report.id,
        file_name=report.file.file_name,
        app=report.file.app,
        label=report.file.label,
        workouts_new=report.workouts_new,
        workouts_known=report.workouts_known,
        workouts_twins=report.workouts_twins,
        sets_new=report.sets_new,
        measures_new=report.measures_new,
    )
